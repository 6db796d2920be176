"""The phrases that stand around questions: who asks, politely or not, in what form, and how a statement is put to be checked."""

from __future__ import annotations

#: Phrases as words by their first word, the longest first.
Phrases = dict[str, list[list[str]]]
#: Parts that follow each other, each one of its phrases.
Pattern = tuple[Phrases, ...]


def _phrases(text: str) -> Phrases:
    """Phrases that are parted by semicolons or lines."""
    found: Phrases = {}
    for phrase in sorted((p.split() for p in text.replace("\n", ";").split(";")), key=len, reverse=True):
        if phrase:
            found.setdefault(phrase[0], []).append(phrase)
    return found


def _pattern(*texts: str) -> Pattern:
    return tuple(map(_phrases, texts))


READERS = """user; client; reader; listener; customer; colleague; boss; editor; team; manager; principal; friend; student; viewer; desk; lawyer; attorney; engineer; developer; programmer; executive
    journalist; reporter; analyst; researcher; professor; accountant; auditor; consultant; cfo; cto; ceo; engineers; developers; programmers; lawyers; executives; analysts; colleagues; clients"""
#: Whoever asks, in whose name.
ASKERS = (
    _pattern("my; our; the; a; an; one of our; one of my; another", READERS),
    _pattern("i; we; someone; somebody; users; readers; listeners; counsel"),
)
ASKING = (
    _pattern(
        """asks; ask; asked; is asking; am asking; are asking; has asked; have asked; asks me; asked me; has asked me; wonders; wonder; is wondering; am wondering; was wondering
    are wondering; is curious; am curious; was asked; have been asked; am trying to find out; is trying to find out; are trying to find out; am trying to establish; is interested to know
    is interested in; am interested in; wants me to find out; wants me to check; asks me to find out; is keen to know; am keen to know; asks us; asks about; is asking about"""
    ),
)
WISHING = (
    _pattern(
        "want; wants; wish; wishes; need; needs; would like; would love; should like; seek; seeks",
        "to know; to find out; to learn; to ask; to establish; to understand; to be told; to hear; to see; to ask about; to know about; to have",
    ),
)
NEEDING = (
    _pattern(
        "needs; wants; requires; require; would like; should like; is looking for; am looking for; are looking for; is after; am after; seeks; requests"
    ),
)
#: Openings that lead to a verb of telling, and to nothing else.
REQUESTS = (
    _pattern("could you; can you; would you; will you; might you; can someone; could someone; can anybody; be so kind as to; help me; help me to; do; i ask you to"),
    _pattern("i; we", "would like you to; need you to; want you to; ask you to; would ask you to; should like you to"),
    _pattern("i; we; it", "should be; would be; shall be; will be; am; are", "grateful; obliged; thankful; glad; happy; helpful; great; good; nice", "if you would; if you could; if you can; for you to"),
    _pattern("i; we", "would; should", "appreciate it if you would; appreciate it if you could; appreciate if you could; be so grateful if you could"),
    _pattern("would you be so kind as to; could you be so kind as to; it would help if you could; grateful if you could; grateful if you would"),
)  # fmt: skip
POLITE = (
    _pattern(
        """please; kindly; pls; plz; hello; hi; hey; good morning; good afternoon; good evening; dear all; thanks in advance; may i ask; may we ask; might i ask; if i may ask; if i may; could i ask
    can i ask; so; ok; okay; well; now then; one more thing; next question; another question; follow up; follow up question; question; a question; my question is; my question; the question is; here is my question"""
    ),
)
ERRANDS = (
    _pattern("on behalf of; for; at the request of; on the instruction of; on the instructions of; asking for", "my; our; the; a; an", READERS),
    _pattern("on", "my; our; the; a", "user's; client's; reader's", "behalf"),
    _pattern("as; speaking as; asking as; writing as", "a; an", READERS),
    _pattern("for", "my; our; a; an; the", "article; memo; report; brief; podcast; schedule; file; records; record; story; filing; slide; deck; thesis; paper; newsletter; summary; table; spreadsheet; chronology; timeline; piece"),
)  # fmt: skip
#: Verbs of telling: what is listed, what is named, what is told as it is, and what is confirmed.
LISTING = (
    _pattern(
        "list; enumerate; list out; itemize; itemise; list for me; give me; give; provide; provide me with; compile; draw up; show me; make; make me; send me",
        "a list of; the list of; a full list of; a complete list of; the full list of; the complete list of; an overview of all; a list of all; a full list of all; a complete list of all",
    ),
    _pattern("list; enumerate; list out; itemize; itemise; list for me"),
    _pattern("give me; give us; show me; show us; send me; name me; i need; i want; i would like", "every; each; all the; all of the; every single"),
)
STATING = (
    _pattern(
        """identify; specify; state; provide; provide me with; provide us with; describe; explain; outline; indicate; set out; set forth; summarize; summarise; detail; report; determine; establish
    ascertain; supply; clarify; quote; advise; advise me; spell out; lay out; walk me through; pin down; work out; identify for me; describe for me; describe to me; explain to me; let me have; furnish"""
    ),
)
TELLING = (
    _pattern(
        "tell me; tell us; let me know; let us know; inform me; inform us; advise me as to; tell my user; tell the user; say; show; show me; show us; give; give me; give us; find; find out; look up; name; check; see; remind me; point out; note"
    ),
)
CONFIRMING = (
    _pattern(
        "confirm; confirm that; confirm to me that; verify; verify that; check that; check; fact check; double check; double check that; fact check that; fact check whether; fact check if; validate that; validate"
    ),
)
#: Labels before a statement that is to be checked.
LABELS = (_pattern(
    """yes or no; answer yes or no; answer with yes or no; reply with yes or no; just yes or no; in one word; in one sentence; in short; in brief; briefly; short answer; quick answer
    fact check; fact check this; factcheck; true or false; true false; t f; true or not; right or wrong; correct or not; correct or incorrect; correct or false; fact or fiction; claim check; check this
    check this claim; verify; verify this; verify this claim; please verify; statement; statement to check; claim to check; to check; is this true; is this right; is this correct; is it true; true
    correct me if i am wrong; correct me if im wrong; check; fact checking; fact checking this; please check; please check this; please fact check; quick fact check; myth or fact; fact or myth; accurate or not
    say whether this is true; say if this is true; say true or false; i read that; i heard that; i have read that; i have heard that; i have heard; i heard; i read; we heard that; someone told me; someone told me that; somebody told me that
    i was told that; i was told; i understand that; i take it that; i take it; i assume that; i believe that; i gather that; i gather; am i right that; am i correct that; am i right in thinking that; am i right to think that
    am i correct in thinking that; would i be right that; would i be right in saying that; would i be correct in saying that; can i say that; may i write that; can i write that; can we write that; is it safe to say that
    claim; rate this claim; rate this; rate; is this statement accurate; is this statement true; is this statement correct; is the following correct; is the following true; is the following accurate
    is the following statement correct; is the following statement true; debunk or confirm; confirm or debunk; confirm or deny; assess; assess this; assess this claim; evaluate; evaluate this claim; sanity check; reality check
    double check; do i understand correctly that; do i understand it right that; do i have it right that; if i understand correctly; if i understand it right; if i am not mistaken; if im not mistaken; as i understand it
    as far as i understand; as far as i can tell; i think; i think that; i believe; i thought; i thought that; am i correct in saying that; am i correct to say that; am i correct in assuming that
    can you confirm; can you confirm that; could you confirm; could you confirm that; someone says; someone claims; someone claims that; someone says that; people say; people say that; they say; they say that; it is said that"""
    ),
    _pattern(
        "is it; was it; would it be; is it still; would i be; would we be; would one be; am i; are we; are you",
        "right; correct; fair; accurate; true; safe; fine; ok; okay; justified; in order",
        "to say that; to say; to write that; to write; to state that; to state; to claim that; to report that; to print that; to print",
    ),
    _pattern("can; could; may; should", "i; we; one; you", "say that; say; write that; write; state that; print that; claim that"),
    _pattern(
        "a; an; one; some; my; our; this; another; the; that",
        "podcast; article; post; newspaper; tweet; blog; report; colleague; friend; source; listener; commenter; reader; guest; paper; note; notes; headline; newsletter; student; client; user; editor; boss; manager",
        """said that; says that; says; said; say; say that; claims that; claimed that; claims; claimed; writes that; wrote that; told me that; reports that; argues that; states that; believes that; thinks that
        insists that; insisted that; swears that; maintains that; suggests that; is convinced that; is sure that; keeps saying that; keeps telling me that; tells me that; has it that; mentions that; asserts that""",
    ),
    _pattern(
        "some; many; several; most; various; other; certain; a few; lots of; plenty of; a lot of; all the; a number of; quite a few; the; two; three",
        """articles; people; posts; papers; news reports; newspapers; blogs; podcasts; commentators; observers; sites; websites; outlets; sources; accounts; headlines; pundits; bloggers; writers; journalists; tweets
        colleagues; friends; readers; listeners; commenters; stories; reports; analysts; others""",
        """say that; say; said that; write that; wrote that; claim that; claim; claimed that; state that; suggest that; have it that; report that; reported that; mention that; think that; think; believe that; believe
        assume that; assume; insist that; argue that; keep saying that; keep writing that; still say that; still write that; still think that; still believe that""",
    ),
    _pattern(
        "i; we; you; one; my user; my boss; my client; people",
        "keep; keeps; kept; often; always; sometimes; repeatedly; regularly; frequently; constantly; still; recently; once; just; have often; have; has; have repeatedly; everywhere; now",
        "reading that; hearing that; seeing that; being told that; read that; hear that; see that; heard that; saw that; seen that; reads that; hears that; was told that; been told that; am told that; saying that",
    ),
    _pattern(
        "it is; it was; it has been; it gets; it keeps being",
        "often said; sometimes said; frequently said; widely said; commonly said; generally said; often claimed; sometimes claimed; widely claimed; widely believed; often believed; commonly believed; generally believed; widely assumed; often assumed; commonly assumed; often written; sometimes written; widely thought; commonly thought; repeated; often repeated; claimed; believed; assumed; argued; asserted; alleged; rumored; rumoured; sometimes argued; often argued",
        "that",
    ),
)  # fmt: skip
#: Texts in hand, those that are such only where they are the asker's own, and who writes or says things like that.
TEXTS = frozenset(
    """draft paragraph sentence caption manuscript headline footnote subhead lede slide deck copy outline essay chapter writeup timeline chronology table spreadsheet infographic script handout text
    story piece note notes summary section passage line bullet page version thesis wiki textbook briefing blurb""".split()
)
OWN_TEXTS = frozenset("article memo post report paper newsletter episode book brief backgrounder column blog".split())
WRITERS = frozenset(
    """intern author writer coauthor proofreader trainee freelancer columnist contributor chatbot ai assistant interviewee speaker panelist teacher coworker friend neighbor neighbour brother sister
    husband wife dad mom""".split()
)
#: Words near the start of a question, without one of which no text in hand is told of there.
IN_HAND = TEXTS | OWN_TEXTS | WRITERS | {"wrote", "written", "wikipedia", "chatgpt", "sentence", "statement", "claim"}
#: Labels that lead to a statement only behind a colon, a dash or a comma.
MARKED = frozenset(
    ("claim", "rate", "assess", "evaluate", "check", "verify", "statement", "true", "to check", "is it true", "t f", "please check", "please verify")
)
#: Questions behind a statement, that ask whether it is so.
TAGS = frozenset(
    phrase.strip()
    for phrase in """
    verdict; your verdict; what is the verdict; what do the records say; what does the record say; supported; is it supported; is that supported; is this supported; confirmed; is that confirmed; proven
    correct; right; true; no; yes; ok; okay; is that so; is that right; is that correct; is that true; is this right; is this correct; is this true; is this so; is it true; is it so; is it right; is it correct
    true or false; false or true; yes or no; right or wrong; fact or fiction; true or not; correct or not; is that accurate; is this accurate; accurate; is that a fact; is that the case; is this the case; is it the case
    isnt it; isnt that so; isnt that right; isnt that true; isnt that correct; arent they; doesnt it; dont they; didnt it; didnt they; hasnt it; havent they; wasnt it; werent they; cant it; cant they
    is it not; is that not so; does it not; did it not; was it not; do they not; has it not; does the record agree; do the records agree; do the records bear this out; does the record bear this out; does that hold
    does this hold; does that stand; does the record support that; do the records support that; do the records support this; is that borne out; is this borne out; can you confirm; can you confirm that; can you confirm this
    could you confirm; please confirm; please confirm this; please confirm or deny; confirm or deny; fact check; fact check please; please check; am i right; am i correct; have i got that right; did i get that right; eh; huh
    is that still true; is that still so; is that still the case; is this still true; is this still the case; still true; agreed; or not; is it; are they; is this statement true; is this statement correct; is the statement true
    is that statement true; is that statement correct; is the statement correct; is the statement accurate; is he right; is she right; are they right; is he correct; is she correct; are they correct; was he right; was she right; were they right; is that really so; is that really true; is that really the case; is that still right
    is that still correct; do the data bear that out; does the data bear that out; do the measurements bear that out; do the numbers bear that out; do the data support that; does the data support that
    do the measurements support that; does the evidence support that; do the facts bear that out; do the records bear that out; does the record bear that out; is there evidence for that; was that so; was that true; was that right; was that ever true; does that check out; does this check out; is that claim true; is this claim true; is the claim true; is this claim correct; is that claim correct
    is that what was reported; is this what was reported; is that what is reported; is that what the record says; is that what the records say; is that the right way round; is this the right way round; is that the right way around; have i got it right; is that fair; is that number right; is that figure right; is that amount right; is that sum right
    is the number right; is the figure right; is that number correct; is that figure correct; is the number correct; is the figure correct""".replace(
        "\n", ";"
    ).split(";")
    if phrase.strip()
)
#: Words of a sentence that only says what the answer should look like.
FORM = frozenset(
    """please kindly just only give provide state answer reply respond cite quote name list include add say show tell me us with in and or the a an both all each every any its their exact full short brief briefly
    one two three word words sentence sentences line lines yes no date dates day days number numbers figure figures amount amounts sum sums source sources name names year years month months if known
    hi hello hey there good morning afternoon evening dear team quick question possible available where citation citations reference references link links percentage percentages percent dollars keep it i need want would like will do to be thanks thank you very much in advance for your
    companies parties firms payments them help us dollars usd as well too and nothing else no commentary concise precise plain english bullet points bullets list table""".split()
)
ASKER_STARTS = (
    _pattern(
        "i am; we are; my user is; my client is; our client is; the user is; i work; we work; i have been asked; this is for; it is for; context; background; for context; for background; i write; i was asked; i need this for; we need this for"
    ),
)
#: Whoever asks, at work on a text: what that is about is no part of a question that says itself what it is about.
WORKING = (
    _pattern(
        "i am; we are; my user is; our client is; my client is; the user is; i'm; my team is; our team is; my boss is; a colleague is",
        "writing; preparing; drafting; comparing; studying; planning; researching; compiling; putting together; working on; fact checking; checking; reporting; reviewing; summarizing; editing; looking into",
    ),
)
POINTING = frozenset(("it", "they", "them", "this", "that", "there", "he", "she", "his", "their", "its", "these", "those"))
ABBREVIATIONS = frozenset("i.e e.g vs inc corp ltd co u.s u.k no nos mr ms mrs dr st approx cf p pp sec art fig a.k.a".split())
WH = frozenset("what which who whom whose when where how why".split())
VERBS_FIRST = frozenset(
    "is are was were am do does did has have had can could may might will would shall should must isnt arent wasnt werent doesnt dont didnt hasnt havent hadnt cant couldnt wont wouldnt".split()
)
#: Verbs that make a sentence of what stands before and behind them.
#: Verbs that can be no participle: "the stake held by A" is no sentence.
FINITE = frozenset(
    """is are was were has had can cannot cant may must will isnt arent wasnt werent doesnt didnt hasnt hadnt does did pays owns holds sits sells leads keeps gives buys receives gets invests remains becomes
    owes guarantees lends grants builds covers supplies commits decides verifies expires includes requires distributes takes belongs depends""".split()
)
FINITE_OR_NOT = FINITE | frozenset(
    """paid owned held sat sold led kept lost gave bought received got invested runs remained became won leased built owed guaranteed lent granted signed ended committed supplied pledged agreed decided uses ends starts
    offers offered hosts took used""".split()
)
#: What may stand behind a question that only asks it once more.
AGAIN = frozenset(
    "what is was it that figure has been have reported how much many the number amount sum which one who when are they does say records record do stated recorded known given disclosed published in all value".split()
)
JOINS = (" - ", " – ", " — ", "? ", ": ")

OPENED = {"i'd": "i would", "we'd": "we would", "i'm": "i am", "we're": "we are", "i've": "i have", "we've": "we have", "it'd": "it would", "what's": "what is", "t/f": "t f", "true/false": "true false"}  # fmt: skip
