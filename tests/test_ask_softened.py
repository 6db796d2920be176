"""A refused question is asked again without what only softens it, or tells of whoever asks; what would change the answer is never taken away."""

from __future__ import annotations

import pytest

from asking import TODAY, answer
from tenor.ask.again.softened import asked_of_users, softened
from tenor.store.read import Store


@pytest.fixture(scope="module")
def store(shipped: Store) -> Store:
    return shipped


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("Whose cloud was it mostly running on in 2017? Doing a timeline for a class project", "Whose cloud was it running on in 2017?"),
        ("has Ann paid? straight answer please", "has Ann paid?"),
        ("Back at Christmas 2025, did X have to sit on Azure and nowhere else?", "did X have to be only on Azure at Christmas 2025?"),
        ("As far as outsiders knew in mid-2024, who paid?", "going by what was public in mid-2024, who paid?"),
        ("We live on Acme credits, nothing else. Can we use them for X?", "can we use Acme credits for X?"),
        ("That bond from Ann for Bob, what exactly is it?", "what is the bond from Ann for Bob?"),
        ("has Ann once paid Bob a pile of money?", "has Ann paid Bob money?"),
        ("Didn't Ann once lend Bob a ton of money? how much was that?", "how much did Ann lend Bob money?"),
        ("what was that fuss with Ann's bills in May?", "what happened with Ann's bills in May?"),
        ("we're comparing vendors: what does GPT-5.5 cost?", "what does GPT-5.5 cost?"),
        ("Heard of some startup called Volta. What is Anthropic buying from it?", "What is Anthropic buying from Volta?"),
        ("I lost track of all this. Who owns the mill?", "Who owns the mill?"),
        ("Who owns the mill? I keep seeing different names.", "Who owns the mill?"),
        ("Can Ann's own voucher be used?", "Can Ann's voucher be used?"),
        ("In January 2024, was Ann able to vote?", "was Ann able to vote in January 2024?"),
        ("On 5 May 2026, did Ann pay?", "did Ann pay on 5 May 2026?"),
        ("And today — who gets to say it?", "who gets to say it today?"),
        ("Does Ann ever pay any rent?", "Does Ann pay rent?"),
        ("What did Ann sign last autumn?", "What did Ann sign in the autumn of 2025?"),
        ("What did Ann sign this spring?", "What did Ann sign in the spring of 2026?"),
        ("How many under the deal from last October... 2025 I mean", "How many under the deal from October 2025"),
        ("Has Ann used Bell and nothing else ever since 2016?", "Has Ann used only Bell since 2016?"),
        ("What was Ann's share, if we go by Bell?", "What was Ann's share according to Bell?"),
        ("What did Ann book in the fiscal year that ended in June 2026?", "What did Ann book in the fiscal year ended June 2026?"),
        ("What exactly became different about Ann's lease in May 2026?", "what changed in Ann's lease in May 2026?"),
        ("Did Ann and Bell themselves put the figure of $5 million on their deal?", "Did Ann and Bell announce $5 million for their deal?"),
        ("Since when was Ann the only cloud company that Bell used?", "Since when was Ann Bell's only cloud?"),
        ("Does Ann remain the one dealer that sells it?", "is Ann still the only dealer that sells it?"),
        ("Does the voucher that Ann itself gives work for Bell?", "Does Ann's voucher work for Bell?"),
        ("Can a baker pay with the voucher that Ann gives it?", "Can a baker pay with Ann's baker voucher?"),
        ("Is Ann putting $5 million into Bell, as so many stories of 2025 had it?", "Is Ann putting $5 million into Bell?"),
    ],
)
def test_what_only_softens_is_taken_away(said: str, plain: str) -> None:
    assert softened(said, TODAY) == plain


@pytest.mark.parametrize(
    "said",
    [
        "Can A sell any model?",
        "Did A pay any of it?",
        "Is A mostly owned by B?",
        "How much did A pay? I mean only the first part",
        "Who pays? My boss at Acme says Bell does",
        "By May 2026 who had paid?",
        "Did Ann pay more than once?",
        "Which right that Ann gives up is the oldest?",
        "Is it $5 million or less?",
        "how much of that depends on targets?",  # asked once more it would be the same, without end
    ],
)
def test_what_says_more_stays(said: str) -> None:
    assert softened(said, TODAY) is None


def test_a_use_before_the_question_is_no_time() -> None:
    assert asked_of_users("when i use X in Y does A pass data to B") == "does A pass data to B when i use X in Y?"
    assert asked_of_users("when does A use X") == "when does A use X"


@pytest.mark.parametrize(
    ("question", "clause"),
    [
        ("Heard of some startup called Volta. What is Anthropic buying from it?", "volta-anthropic/2026-08-04#compute-commitment"),
        ("We prepaid a pile of Oracle cloud credits. Any chance of burning them on Codex?", "oracle-openai/2026-06-10#cloud-commitment-credit"),
        ("when did Claude come to Microsoft Foundry", "microsoft-anthropic/2025-11-18#model-distribution"),
        ("How much warning must Anthropic give before walking out of Colossus?", "spacex-anthropic/2026-06-01#early-termination"),
        ("When exactly did Microsoft quit the OpenAI boardroom?", "microsoft-openai/2024-07-10#board-observer"),
        ("what was that fuss with founders getting claude bills on azure in march?", "event:2026-03-credits-claude-azure-bills"),
        ("Didn't Microsoft once give YC companies a pile of Azure credit? how much was that?", "azure-yc-2015/2015#credit-amount"),
        ("nscale anthropic", "nscale-anthropic/2026-08-26#compute-commitment"),
        ("how long may a startup stay on Cloudflare's startup plan", "cloudflare-for-startups/2026#credit-rule-duration"),
        (
            "Can my seed-stage company spend AWS Activate credits on Claude through Bedrock?",
            "aws-activate/2024-04-02#credit-coverage-claude-on-bedrock",
        ),
        ("And today — who gets to say AGI has arrived?", "microsoft-openai/2026-04-27#agi-determination"),
        ("Does Microsoft still get first dibs whenever OpenAI needs more servers?", "microsoft-openai/2025-10-28#right-of-first-refusal"),
    ],
)
def test_the_plain_question_is_answered(store: Store, question: str, clause: str) -> None:
    assert clause in [c["clause"] for c in answer(store, question)["answers"]]


@pytest.mark.parametrize(
    "question",
    [
        "so between Microsoft and OpenAI, who still sends money to whom?",
        "Did Apple ever have any stake in OpenAI?",
        "when did Claude come to Oracle",
        "how long may a startup stay on Acme's startup plan",
        "List Amazon's payments on the $50 billion it promised OpenAI",
        "nscale openai",
        "When exactly did Apple quit the OpenAI boardroom?",
    ],
)
def test_what_is_not_recorded_stays_refused(store: Store, question: str) -> None:
    assert answer(store, question)["status"] != "answered"
