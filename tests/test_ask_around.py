"""What stands around a question: who asks and how politely, statements that are to be checked, what was public, and the same asked of two."""

from __future__ import annotations

import pytest

from asking import answer as asked
from tenor.ask.phrasing.around import bare
from tenor.store.read import Store

BARE = {
    "My user would like to know who verifies it.": "who verifies it.",
    "My editor wants me to check whether Ann pays Bob": "is it true that Ann pays Bob",
    "I am writing a memo. When did it end?": "When did it end?",
    "When did it start and when did it end? Please give both dates.": "When did it start and when did it end?",
    "On behalf of my client, please list each payment of Ann.": "list each payment of Ann.",
    "Please identify Ann's landlord in 2024.": "what is Ann's landlord in 2024.",
    "Kindly enumerate the triggers": "list the triggers",
    "I should be grateful if you would describe how the rent changed.": "how the rent changed.",
    "We would appreciate it if you could specify until when it runs": "until when it runs",
    "Could you please state the rent of Ann?": "what is the rent of Ann?",
    "My client needs the end date of the lease": "what is the end date of the lease",
    "Rent due from Ann under the new lease - what figure has been reported?": "what figure has been reported Rent due from Ann under the new lease",
    "Which clause was it that finally released the rent?": "Which clause released the rent?",
    "What was it that Ann paid?": "What Ann paid?",
    "What does it say of rent that was due?": "What does it say of rent that was due?",
    "Does my company's rent count?": "Does our rent count?",
    "Has Ann now paid the rent?": "Has Ann paid the rent?",
    "Has Ann paid the rent that is due now?": "Has Ann paid the rent that is due now?",
    "true or false: Ann pays Bob": "is it true that Ann pays Bob",
    "fact check: Ann pays Bob": "is it true that Ann pays Bob",
    "Ann pays Bob, right?": "is it true that Ann pays Bob",
    "Ann pays Bob. Is that so?": "is it true that Ann pays Bob.",
    "ann sits on bobs board, no?": "is it true that ann sits on bobs board",
    "Please confirm that Ann pays Bob.": "is it true that Ann pays Bob.",
    "I'm writing a piece about Ann; who is her landlord?": "who is her landlord?",
    "I am drafting a report on Ann Bell. When does its lease end?": "When does Ann Bell's lease end?",
    "We are comparing mills: who owns Ann's mill?": "who owns Ann's mill?",
    "I work for a bank; what does Ann owe Bob?": "what does Ann owe Bob?",
    "As a lawyer, I need to know whether Ann pays Bob": "is it true that Ann pays Bob",
    "An executive asks until when it runs": "until when it runs",
    "Ann still owns the mill.": "is it true that Ann still owns the mill.",
    "I read that Ann owns the mill. Correct?": "is it true that Ann owns the mill.",
    "Some articles say that Ann owns the mill. Is that right?": "is it true that Ann owns the mill.",
    "I keep reading that Ann owns the mill. Is that still so?": "is it true that Ann owns the mill.",
    "It is often said that Ann owns the mill.": "is it true that Ann owns the mill.",
    "A colleague insists that Ann owns the mill. Is she right?": "is it true that Ann owns the mill.",
}  # fmt: skip


@pytest.mark.parametrize(("said", "meant"), BARE.items(), ids=BARE)
def test_what_stands_around_a_question_is_taken_away(said: str, meant: str) -> None:
    assert bare(said) == meant


@pytest.mark.parametrize(
    "question",
    [
        "who is the landlord in 2025", "primary cloud 2024", "can you get Claude on Bedrock?", "is the seat voting or not?", "state of the lease", "name of the landlord",
        "may Ann sell, and until when?", "Ann's lease, until which year does it run?", "report of 3 May 2024", "who pays, Ann or Bob?", "wen did ann fire bob", "check clause of the lease", "stake held by Ann in the mill", "exclusive was Ann in 2020?",
    ],
)  # fmt: skip
def test_a_question_alone_stays_as_it_is(question: str) -> None:
    assert bare(question) == question


POINTING = {
    "The mill is run by only one company. Which one?": "The mill is run by which company",
    "Ann pays Bob. Since when?": "since when Ann pays Bob",
    "Ann pays Bob 5 dollars a year. When does that begin?": "when Ann pays Bob 5 dollars a year start",
    "I hold Ann's bonds. Can I sell them?": "can I sell Ann's bonds?",
    "We've got Mill vouchers, can they be sold?": "can Mill vouchers be sold?",
}


@pytest.mark.parametrize(("said", "meant"), POINTING.items(), ids=POINTING)
def test_a_question_that_points_to_a_statement_is_asked_of_it(said: str, meant: str) -> None:
    assert bare(said) == meant


ABOUT_A_THING = {
    "Under the lease of 3 May 2024, what about Ann's mill: may Bob enter it?": "may Bob enter Ann's mill, under the lease of 3 May 2024?",
    "What about the mill? Does Bob still run it?": "does Bob still run the mill?",
    "As for Ann's bonds, can they be sold?": "can Ann's bonds be sold?",
    "The mill: is it Ann's?": "is the mill Ann's?",
    "What about Ann: who is her heir and who pays it?": "What about Ann: who is her heir and who pays it?",
    "Ann and Bob: who pays their rent?": "Ann and Bob: who pays their rent?",
    "What about the rent: is it true that Bob pays?": "What about the rent: is it true that Bob pays?",
}


@pytest.mark.parametrize(("said", "meant"), ABOUT_A_THING.items(), ids=ABOUT_A_THING)
def test_a_thing_stands_in_the_place_of_the_pronoun_that_asks_about_it(said: str, meant: str) -> None:
    assert bare(said) == meant


UNTOLD = ["I hold Oracle shares. Can I sell them?", "Amazon has a board seat at Anthropic. Since when?", "Meta pays OpenAI. How much?"]


@pytest.mark.parametrize("question", UNTOLD)
def test_a_statement_that_nothing_bears_out_is_not_granted(shipped: Store, question: str) -> None:
    assert asked(shipped, question)["status"] != "answered"


SAME = [
    ("who verifies AGI as of 1 January 2026", "My user asks who verifies AGI as of 1 January 2026. Please answer briefly."),
    ("who is Anthropic's primary cloud on 2024-01-15", "Please identify Anthropic's primary cloud provider as of January 15, 2024."),
    ("list each investment by Google in Anthropic", "On behalf of my user, please list each investment by Google in Anthropic."),
    ("who is Anthropic's primary cloud", "I'm writing a piece about Anthropic; who is its primary cloud?"),
    ("does Activate credit cover Claude on Bedrock", "According to AWS's docs, does Activate credit cover Claude on Bedrock?"),
    ("until when does Microsoft's IP license run", "My lawyer wants to know until when Microsoft's IP license runs"),
    ("until when does the revenue share run", "Kindly specify until when the revenue share runs."),
]


@pytest.mark.parametrize(("plain", "said"), SAME)
def test_the_same_asked_politely_has_the_same_answer(shipped: Store, plain: str, said: str) -> None:
    one, other = asked(shipped, plain), asked(shipped, said)
    assert one["status"] == other["status"] == "answered"
    assert {a["clause"] for a in one["answers"]} == {a["clause"] for a in other["answers"]}


CHECKED = {
    "I keep reading that Microsoft's license is exclusive. Is that still so?": False,
    "Was Azure OpenAI's exclusive cloud from 2016 on?": False,
    "Was Azure OpenAI's exclusive cloud from 2019 on?": True,
    "I have Google for Startups credits. Can I use them for Claude on Vertex AI?": False,
    "amazon sits on anthropics board, no?": False,
    "Since April 2026 Microsoft no longer receives any revenue share from OpenAI. Correct?": False,
    "fact check: OpenAI does not pay Microsoft a revenue share": False,
    "Microsoft doesn't pay OpenAI a revenue share any longer, correct?": True,
    "True or false: Amazon does not have a board seat at Anthropic": True,
    "Microsoft has no seat on OpenAI's board. True?": True,
    "Microsoft can't sell Claude, right?": False,
    "Azure is not OpenAI's exclusive cloud, right?": True,
    "AWS is Anthropic's primary cloud, isn't it?": True,
    "Oracle isn't OpenAI's primary cloud, right?": True,
    "Azure is still OpenAI's exclusive cloud.": False,
    "OpenAI paid Microsoft a revenue share in 2024, right?": True,
    "Yes or no: does Microsoft hold a license to OpenAI's models?": True,
    "AWS Activate credits can't be used for Claude on Bedrock, can they?": False,
    "Claim: Azure is still OpenAI's exclusive cloud. Verdict?": False,
    "Rate this claim: AMD gave OpenAI a warrant for 160 million shares": True,
    "A podcast said that Microsoft lost its board observer seat in 2024. True?": True,
    "Would it be accurate to say that Azure is not exclusive any more?": True,
    "Microsoft owns 27 percent of OpenAI?": False,
    "the observer seat is gone?": True,
    "Broadcom may lend Anthropic up to $24bn against convertible notes - is that number right?": False,
    "Is it right to write that Azure is still OpenAI's exclusive cloud?": False,
    "Can one say that the Microsoft-OpenAI memorandum of September 2025 was not binding?": True,
    "The September 2025 memorandum of Microsoft and OpenAI was non-binding, correct?": True,
    "Was the letter of intent of NVIDIA and OpenAI binding?": False,
    "Am I right to say that Amazon has no seat on Anthropic's board?": True,
    "An article has Microsoft investing $10 billion in OpenAI in 2019. Is that correct?": False,
    "An article has Microsoft investing $1 billion in OpenAI in 2019. Is that correct?": True,
    "Does Microsoft own 27 percent of OpenAI, as a newsletter has it?": False,
    "Anthropic invested in Amazon. True?": False,  # it was the other way round
}


@pytest.mark.parametrize(("statement", "yes"), CHECKED.items(), ids=CHECKED)
def test_a_statement_is_checked_and_its_negation_is_not_lost(shipped: Store, statement: str, yes: bool) -> None:
    document = asked(shipped, statement)
    assert document["status"] == "answered", document["text"]
    assert {a["yes"] for a in document["answers"]} == {yes}


@pytest.mark.parametrize(
    "statement",
    [
        "Is it correct that Apple is not OpenAI's primary cloud?",
        "Not all of Amazon's investment has been paid, right?",
        "Microsoft never had a board seat at OpenAI. True?",
        "Oracle has no stake in OpenAI, correct?",
        "The cloud that does not sell Claude is Azure, right?",
        "Microsoft doesn't pay OpenAI any more than before, correct?",
    ],
)
def test_a_statement_that_the_record_does_not_decide_is_not_answered(shipped: Store, statement: str) -> None:
    assert asked(shipped, statement)["status"] != "answered"


KNOWN = [
    ("As publicly known at the end of 2024, when would Microsoft's licence to OpenAI's models run out?", "2024-12-31", "microsoft-openai/2023-01-23#ip-license"),
    ("According to what was known on 1 June 2026, what stake did Microsoft hold in OpenAI?", "2026-06-01", "microsoft-openai/2025-10-28#equity-stake"),
    ("Relying solely on what had been published by 1 March 2026, who was OpenAI's primary cloud?", "2026-03-01", "microsoft-openai/2025-10-28#primary-cloud"),
    ("Limiting yourself to sources published by 1 March 2026, was Azure still OpenAI's primary cloud?", "2026-03-01", "microsoft-openai/2025-10-28#primary-cloud"),
    ("What did people know on 1 June 2026 about Microsoft's stake in OpenAI?", "2026-06-01", "microsoft-openai/2025-10-28#equity-stake"),
    ("As of 1 June 2026, before any prospectus leaked, what sum had been reported as Anthropic's commitment to Google Cloud?", "2026-06-01", "google-anthropic/2026-05-05#compute-commitment"),
    ("By 1 June 2026, what had been reported as Anthropic's commitment to Google Cloud?", "2026-06-01", "google-anthropic/2026-05-05#compute-commitment"),
]  # fmt: skip


@pytest.mark.parametrize(("question", "day", "clause"), KNOWN, ids=[k[0] for k in KNOWN])
def test_what_was_public_is_the_other_clock(shipped: Store, question: str, day: str, clause: str) -> None:
    document = asked(shipped, question)
    assert document["status"] == "answered", document["text"]
    assert document["read_as"]["known_at"] == day
    assert clause in {a["clause"] for a in document["answers"]}


def test_whose_word_it_is_is_not_the_other_clock(shipped: Store) -> None:
    document = asked(shipped, "As reported in 2026, what was the cap on the revenue share in May 2026?")
    assert (document["read_as"] or {"known_at": None})["known_at"] is None


@pytest.mark.parametrize(
    ("question", "yes"),
    [
        ("Had the $100 billion profit test for AGI been reported by November 2024?", False),
        ("Had the $100 billion profit test for AGI been reported by January 2025?", True),
        ("Had the cap on the revenue share been disclosed by 1 May 2026?", True),
        ("Was the $38 billion cap already reported by 1 May 2026?", False),  # the cap was, its amount was not
        ("On 1 May 2026, was it already public that a cap limits OpenAI's revenue share?", True),
        ("On 1 February 2026, was it known that Amazon would invest $50 billion in OpenAI?", False),
        ("On 1 June 2026, was it already public that OpenAI's payments to Microsoft are capped at $38 billion?", True),
    ],
)
def test_whether_it_was_public_by_a_day(shipped: Store, question: str, yes: bool) -> None:
    document = asked(shipped, question)
    assert document["status"] == "answered", document["text"]
    assert {a["yes"] for a in document["answers"]} == {yes}


def test_a_report_is_dated_by_its_event_and_its_sources_decide_about_no_day_between(shipped: Store) -> None:
    asking = "On {} May 2026, was it already public that OpenAI's payments to Microsoft are capped at $38bn?"
    yes = [asked(shipped, asking.format(day))["answers"][0]["yes"] for day in (1, 11, 15)]
    assert yes == [False, None, True]


BOTH = {
    "amd gigawatts: openai vs anthropic": {"amd-openai/2025-10-06#compute-capacity", "amd-anthropic/2026-07-22#compute-capacity"},
    "activate founders vs activate portfolio, whats the ceiling of each right now": {
        "aws-activate/2026-09-18#credit-amount-founders", "aws-activate/2026-09-18#credit-amount-portfolio",
    },
    "What is the ceiling of Founders and of Portfolio at AWS Activate?": {"aws-activate/2026-09-18#credit-amount-founders", "aws-activate/2026-09-18#credit-amount-portfolio"},
    "How much did Microsoft and how much did NVIDIA pledge to invest in Anthropic?": {
        "microsoft-anthropic/2025-11-18#investment", "microsoft-anthropic/2025-11-18#investment-nvidia",
    },
    "What is OpenAI's primary cloud compared with Anthropic's?": {"microsoft-openai/2026-04-27#primary-cloud", "amazon-anthropic/2023-09-25#primary-cloud"},
    "primary cloud now: openai vs anthropic": {"microsoft-openai/2026-04-27#primary-cloud", "amazon-anthropic/2023-09-25#primary-cloud"},
    "max azure startup credit and does it work on claude?": {"microsoft-for-startups/2026-05-19#credit-amount", "microsoft-for-startups/2026-03-10#credit-coverage"},
    "when did Microsoft get its observer seat and when did it give that seat up": {"microsoft-openai/2023-11-29#board-observer", "microsoft-openai/2024-07-10#board-observer"},
    "How many GW do Broadcom, AMD and NVIDIA each supply to OpenAI?": {
        "broadcom-openai/2025-10-13#compute-capacity", "amd-openai/2025-10-06#compute-capacity", "nvidia-openai/2025-09-22#compute-capacity",
    },
    "Who is OpenAI's primary cloud? Since when?": {"microsoft-openai/2026-04-27#primary-cloud"},
    "when did the revenue share start and when does it end": {"microsoft-openai/2026-04-27#revenue-share"},
    "Who was OpenAI's primary cloud before and after 28 October 2025?": {"microsoft-openai/2025-01-21#primary-cloud", "microsoft-openai/2026-04-27#primary-cloud"},
    "stake in openai: microsoft vs softbank vs amazon": {
        "microsoft-openai/2026-07-29#equity-stake", "softbank-openai/2026-10-01#equity-stake", "amazon-openai/2026-07-31#equity-stake",
    },
}  # fmt: skip


@pytest.mark.parametrize(("question", "clauses"), BOTH.items(), ids=BOTH)
def test_the_same_asked_of_two_is_answered_for_both(shipped: Store, question: str, clauses: set[str]) -> None:
    document = asked(shipped, question)
    assert document["status"] == "answered", document["text"]
    assert clauses <= {a["clause"] for a in document["answers"]}


@pytest.mark.parametrize(
    "question",
    [
        "aws activate vs apple credits, what is the ceiling",
        "primary cloud: openai vs apple",
        "How much did Apple and how much did NVIDIA invest in Anthropic?",
    ],
)
def test_half_an_answer_is_none(shipped: Store, question: str) -> None:
    assert asked(shipped, question)["status"] != "answered"


ENDED = {
    "did Azure lose its exclusivity in January 2025?": True,
    "Azure lost its exclusivity in April 2026. True?": False,  # it was over by then
    "did Microsoft lose its observer seat in 2024?": True,
    "did Microsoft lose its observer seat in 2025?": False,
    "did the right of first refusal end in 2025?": True,
    "Did OpenAI's revenue share end in 2026?": False,
    "Did Microsoft's revenue share end in 2026?": True,
}


@pytest.mark.parametrize(("question", "yes"), ENDED.items(), ids=ENDED)
def test_whether_it_ended_in_a_time(shipped: Store, question: str, yes: bool) -> None:
    document = asked(shipped, question)
    assert document["status"] == "answered", document["text"]
    assert {a["yes"] for a in document["answers"] if a.get("role") != "exception"} == {yes}


TOLD = [
    ("Since when has Microsoft had no right of first refusal over OpenAI's compute?", "microsoft-openai/2025-10-28#right-of-first-refusal"),
    ("How did Microsoft's stake in OpenAI change between the end of March and the end of June 2026?", "microsoft-openai/2026-07-29#equity-stake"),
    ("Please provide the start and end dates of Microsoft's observer seat.", "microsoft-openai/2023-11-29#board-observer"),
    ("how do I qualify for AWS Activate Portfolio?", "aws-activate/2026-09-18#credit-rule-eligibility"),
    ("How does a startup get into the AWS credits for AI startups?", "aws-ai-startup-credits/2026-09-30#credit-rule"),
    ("how do i get into the aws credit tier for ai startups above portfolio", "aws-ai-startup-credits/2026-09-30#credit-rule"),
    ("what can you get from microsoft for startups by self-service, no investor?", "microsoft-for-startups/2025-11-06#credit-amount"),
    ("are plain aws promo credits, i.e. not activate, usable for claude on bedrock?", "aws-promotional-credit/2025#credit-coverage"),
    ("are my founders hub credits valid for claude?", "microsoft-for-startups/2026-03-10#credit-coverage"),
    ("how much did aws cut gpt-5.6 luna in july", "amazon-openai/2026-07-30#model-price-gpt-5.6-luna"),  # there was one July
    ("Since when and until when did Microsoft have a right of first refusal?", "microsoft-openai/2025-01-21#right-of-first-refusal"),
    ("Reply with a number only. What percentage of OpenAI does Microsoft own?", "microsoft-openai/2026-07-29#equity-stake"),
    ("Hi there! Quick one: who is OpenAI's primary cloud? Thanks!", "microsoft-openai/2026-04-27#primary-cloud"),
    ("I'm writing a piece on Stargate. What percentage of OpenAI does Microsoft own?", "microsoft-openai/2026-07-29#equity-stake"),
    ("Microsoft invested a billion dollars in OpenAI in 2019, right?", "microsoft-openai/2019-07-22#investment"),
]


@pytest.mark.parametrize(("question", "clause"), TOLD, ids=[t[0] for t in TOLD])
def test_other_turns(shipped: Store, question: str, clause: str) -> None:
    document = asked(shipped, question)
    assert document["status"] == "answered", document["text"]
    assert clause in {a["clause"] for a in document["answers"]}


def test_what_is_set_apart_is_not_in_the_answer(shipped: Store) -> None:
    holders = {a["holder"] for a in asked(shipped, "which clouds sell Claude, not counting AWS?")["answers"]}
    assert holders == {"google", "microsoft"}


@pytest.mark.parametrize(
    "question",
    [
        "who is OpenAI's primary cloud, not Microsoft?",
        "who is OpenAI's primary cloud, not Apple?",
        "how do we qualify for Google for Startups?",  # no rule of entry is recorded
        "How do I apply for Activate?",
        "Can I sell my AWS credits?",
        "What changed between May and March?",
        "who was OpenAI's primary cloud in April?",  # every April has an answer
        "how much did SoftBank pay OpenAI in November?",
        "I'm writing a piece on Stargate. Who builds it?",
        "As known in 2030, who is OpenAI's primary cloud?",
        "The revenue share will not end before 2030, correct?",
        "Since when may Microsoft not sell Claude?",  # it still may
        "How much is AMD's investment in Anthropic and does it include a warrant?",  # warrants are OpenAI's
    ],
)
def test_turns_that_lead_nowhere(shipped: Store, question: str) -> None:
    assert asked(shipped, question)["status"] != "answered"


REWORDED = [
    ("until when does the Anthropic-SpaceX contract run", "What's the end date of the Anthropic-SpaceX contract?"),
    ("until when does the IP license run", "what is the expiry date of the IP license"),
    ("by when should the full 10 GW of Broadcom capacity be deployed for OpenAI", "What's the deadline for deploying the full 10 GW of Broadcom capacity for OpenAI?"),
    ("when was o1 introduced and when was ChatGPT", "On which dates did OpenAI introduce o1 and ChatGPT?"),
    ("was independent pursuit of AGI allowed to Microsoft in 2024", "During 2024, was independent pursuit of AGI open to Microsoft?"),
    ("did Microsoft have a right of first refusal on 2026-04-06", "Was a right of first refusal in Microsoft's hands on 2026-04-06?"),
    ("which chipmaker issued OpenAI a warrant for up to 160 million of its shares", "which chipmaker issued OpenAI a warrant for as many as 160 million of its shares"),
    ("is Azure no longer the exclusive host of OpenAI's API", "has Azure stopped being the exclusive host of OpenAI's API"),
    ("which outside cloud may distribute OpenAI Frontier", "OpenAI Frontier can be distributed by only one outside cloud, which is it?"),
    ("since when may OpenAI use any cloud", "OpenAI may use any cloud. Since when?"),
    ("for how long does OpenAI pay Microsoft a revenue share", "OpenAI pays Microsoft a revenue share. For how long?"),
    ("can AWS Activate credits be spent on Claude through Bedrock", "I've got AWS Activate credits, can they be spent on Claude through Bedrock?"),
    ("when does Oracle's roughly $30 billion a year from OpenAI start", "OpenAI pays Oracle about $30 billion a year. When does that begin?"),
    ("with how many days' notice could Anthropic or SpaceX walk away from the Colossus agreements in August 2026", "How many days' notice did either Anthropic or SpaceX have to give to get out of the Colossus deals in August 2026?"),
    ("is it true that OpenAI does not pay Microsoft a revenue share", "is it true that OpenAI pays Microsoft no revenue share"),
    ("is $138 billion an agreed total between OpenAI and AWS", "did OpenAI and AWS actually agree on a $138bn total"),
    ("what was the outcome of the CMA's look at Microsoft and OpenAI", "How did the CMA's review of Microsoft and OpenAI end?"),
    ("is the commentator right that Azure was fixed within a day", "Azure was fixed by Microsoft within a day, according to the commentator. Do the measurements bear that out?"),
    ("how many gigawatts does AMD supply to OpenAI", "what number of gigawatts does AMD supply to OpenAI"),
]  # fmt: skip


@pytest.mark.parametrize(("plain", "said"), REWORDED)
def test_the_same_in_other_words_has_the_same_answer(shipped: Store, plain: str, said: str) -> None:
    one, other = asked(shipped, plain), asked(shipped, said)
    assert one["status"] == other["status"] == "answered"
    assert [(a["clause"], a.get("yes")) for a in one["answers"]] == [(a["clause"], a.get("yes")) for a in other["answers"]]


@pytest.mark.parametrize(
    "question",
    [
        "As of February 2026, what value of OpenAI's Cerebras deal was publicly known?",
        "What value of OpenAI's Cerebras deal was publicly known in February 2026?",
        "By February 2026, what value of OpenAI's Cerebras deal was public?",
    ],
)
def test_what_was_known_is_asked_by_a_verb_too(shipped: Store, question: str) -> None:
    found = asked(shipped, question)
    assert found["read_as"]["known_at"] == "2026-02-28"
    assert [c["clause"] for c in found["answers"]] == ["cerebras-openai/2026-01-14#compute-commitment"]


@pytest.mark.parametrize(
    "question",
    ["Do Anthropic's own startup credits work on Bedrock or on Vertex?", "Does Claude for Startups credit cover Claude on Bedrock or Vertex?"],
)
def test_of_two_that_are_offered_and_are_not_who_has_it_each_is_told(shipped: Store, question: str) -> None:
    document = asked(shipped, question)
    told = ["claude-for-startups/2026-09#credit-coverage-claude-on-bedrock", "claude-for-startups/2026-09#credit-coverage-claude-on-vertex-ai"]
    assert [(a["clause"], a["yes"]) for a in document["answers"]] == [(clause, False) for clause in told]


def test_of_two_that_are_offered_the_one_that_has_it_is_told(shipped: Store) -> None:
    assert asked(shipped, "Is OpenAI's primary cloud Azure or AWS?")["answers"][0]["holder"] == "microsoft"


@pytest.mark.parametrize(
    "question",
    [
        "In July 2026, did Microsoft and OpenAI amend their agreement again?",
        "In January 2025, what did Microsoft get in place of cloud exclusivity?",
        "On 1 March 2024, who was OpenAI's primary cloud?",
        "As of 31 March 2026, how big was Microsoft's stake in OpenAI?",
        "In 2024, which way did revenue share payments between OpenAI and Microsoft flow?",
    ],
)
def test_a_time_before_the_question_is_a_time_behind_it(shipped: Store, question: str) -> None:
    time, _, rest = question.partition(", ")
    behind = f"{rest[0].upper()}{rest[1:].rstrip('?')} {time[0].lower()}{time[1:]}?"
    first, second = asked(shipped, question), asked(shipped, behind)
    assert first["status"] == "answered"
    assert (first["text"], first["read_as"]) == (second["text"], second["read_as"])
