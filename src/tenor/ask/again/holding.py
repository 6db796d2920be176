"""Refused questions for who held something, said another way: ``who first had X in 1999``, ``who was R once A had stopped being R``, ``the letter is dated D; who was R?``."""

from __future__ import annotations

from tenor.ask.again.ways import MONTH, shape, told_clauses, whatever
from tenor.ask.language.words import ARTICLES, key, tokens

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from tenor.ask.again.ways import Way
    from tenor.ask.interpreting.question import Question

    Document = dict[str, Any]

_BEGAN = {"was": "became", "had": "got", "held": "got", "became": "became", "got": "got"}
_FIRST = shape(r"^who (?:first|newly) (?P<verb>was|had|held|became|got) (?P<what>.+?) (?P<when>(?:in|during) \d{4})[?.]*$")
_AFTER = shape(
    r"^who (?P<verb>was|had|held) (?P<what>.+?) (?:when|once|after|(?:right|just|directly|immediately|straight) after|as soon as) (?P<who>.+?) "
    r"(?:had )?(?P<stop>stopped being|ceased being|ceased to be|was no longer|stopped having|lost|gave up|no longer had) (?P<again>.+?)[?.]*$"
)
_GONE = (
    r"(?:was gone|had gone|were gone|was out|had left|left|departed|had departed|resigned|had resigned|stepped down|had stepped down|was finished|had finished|quit|was out of office|"
    r"was no longer there|had been replaced|was replaced)"
)
_ONCE_GONE = (
    shape(rf"^(?:once|after|when|as soon as) (?P<who>[^,?]+?) {_GONE},? who (?P<verb>took over as|was then|[a-z]+) (?P<what>.+?)[?.]*$"),
    shape(rf"^who (?P<verb>took over as|[a-z]+) (?P<what>.+?) (?:once|as soon as) (?P<who>[^,?]+?) {_GONE}[?.]*$"),
    shape(
        r"^to whom did (?P<who>.+?) (?:hand(?: over)?|pass(?: on)?|yield|give up|cede|lose|relinquish)(?: (?:the|his|her|their) (?:office|post|job|position|role|seat|reins))? (?:as|of) (?P<what>.+?)[?.]*$"
    ),
    shape(
        r"^who did (?P<who>.+?) (?:hand over|pass on|give way|hand (?:the|his|her) (?:office|post|job|position) over|yield|lose out) to as (?P<what>.+?)[?.]*$"
    ),
)
_BEING = ("became", "took over as", "was then")
_UNTIL = shape(
    r"^who (?:was|held|served as) (?P<what>.+?) (?:until|till|before) (?P<who>[^,?]+?) (?:took (?:over|office|charge|the job)|came in|came along|arrived|succeeded(?: (?:him|her|them))?|replaced (?:him|her|them)"
    r"|stepped in|moved in|was appointed|got the job|took (?:his|her|their) place)[?.]*$"
)
_BEGINNING = shape(
    r"^with wh(?:om|o) (?:does|did) the (?:list|line|series|row|succession|record) of (?P<what>.+?)(?: (?:office)?holders)? (?:begin|start|open)[?.]*$"
)
_DAY = rf"(?:\d{{4}}-\d\d-\d\d|\d{{1,2}} {MONTH} \d{{4}}|{MONTH} \d{{1,2}},? \d{{4}})"
_DATED = shape(
    rf"^(?P<scene>[^.;?]+? (?:is|was|were) (?:dated|born|taken|written|signed|made|drawn up)(?: on| of)? (?P<day>{_DAY}))[.;:] (?P<asked>who (?:was|were|had) .+?)[?.]*$"
)
_TIMED = shape(r"\b(?:in|on|at|by|since|until|before|after|when|while|between|from|during|now|today|currently)\b|\d{4}")


def newly(question: Question) -> Iterator[Way]:
    """``who newly became R in 1999``: who became it then."""
    found = _FIRST.match(question.question)
    if found is not None:
        yield f"Who {_BEGAN[found['verb'].casefold()]} {found['what']} {found['when']}?", whatever


def once_over(question: Question) -> Iterator[Way]:
    """``who was R once A had stopped being R``: who was it after A, where both times the same is named."""
    found = _AFTER.match(question.question)
    if found is not None and _same(found["what"], found["again"]):
        yield f"Who {found['verb']} {found['what']} after {found['who']}?", whatever


def around(question: Question) -> Iterator[Way]:
    """``once A was gone, who was R``, ``to whom did A hand over as R``, ``who was R until A took over``: who was it after A, or before."""
    found = next((found for pattern in _ONCE_GONE if (found := pattern.match(question.question))), None)
    if found is not None and len(question.lexicon.parties_in(found["who"])) == 1:
        verb = found.groupdict().get("verb") or "was"
        yield f"Who {'was' if verb.casefold() in _BEING else verb} {found['what']} after {found['who']}?", whatever
    found = _UNTIL.match(question.question)
    if found is not None and len(question.lexicon.parties_in(found["who"])) == 1:
        yield f"Who was {found['what']} before {found['who']}?", whatever
    found = _BEGINNING.match(question.question)
    if found is not None:
        yield f"Who was the first {found['what'].removeprefix('the ')}?", whatever


_SPENT = shape(
    r"^(?:how long|for how long|how many years|how much time) (?:did|has|have) (?P<who>.+?) (?:spend|spent|stay|stayed) (?P<at>at|with|in) (?P<where>.+?)[?.]*$"
)


def time_spent(question: Question) -> Iterator[Way]:
    """``how many years did A spend at B``: how long A was there."""
    found = _SPENT.match(question.question)
    if found is not None and all(len(question.lexicon.parties_in(found[side])) == 1 for side in ("who", "where")):
        yield f"How long was {found['who']} {found['at']} {found['where']}?", whatever


_OTHER = shape(
    r"^(?P<be>was|is|did|does) (?:someone|somebody|anyone|anybody|a person) (?:other than|else than|else but|besides|except(?: for)?) (?P<rest>.+?)[?.]*$"
)
_LONGEST_NAME = 6
_DOING = ("serve as ", "hold the office of ", "act as ")


def other_than(question: Question) -> Iterator[Way]:
    """``was someone other than A R in 1826``: yes where somebody else surely was it then, or nobody who can have been it is A, and no where it surely was A alone."""
    found = _OTHER.match(question.question)
    words = found["rest"].split() if found is not None else []
    for n in range(min(_LONGEST_NAME, len(words) - 1), 0, -1) if found is not None else ():
        said = tokens(" ".join(words[:n]))
        whole = {m.target for m in question.lexicon.matches(said) if m.kind == "party" and m.start == 0 and m.end == len(said)}
        if len(whole) != 1:
            continue
        rest = " ".join(words[n:])
        rest = next((rest.removeprefix(verb) for verb in _DOING if rest.startswith(verb)), rest)
        party, be = whole.pop(), "is" if found is not None and found["be"].casefold() in ("is", "does") else "was"

        def told(document: Document, party: str = party) -> bool:
            held = [c for c in told_clauses(document) if c["state"] != "no"]
            others = [c for c in held if party not in (c["holder"], *c["holders"])]
            yes = bool(others) and (len(others) == len(held) or any(c["certainty"] == "certain" for c in others))
            if not held or not (yes or (not others and all(c["certainty"] == "certain" for c in held))):
                return False
            document["text"] = f"{'Yes' if yes else 'No'}. {document['text']}"
            for c in held:
                c["yes"] = yes
            return True

        yield f"Who {be} {rest}?", told
        return


def of_its_date(question: Question) -> Iterator[Way]:
    """``the letter is dated D; who was R?``: on that day, where the question itself names no time."""
    found = _DATED.match(question.question)
    if found is not None and _TIMED.search(found["asked"]) is None:
        yield f"{found['asked'][:1].upper()}{found['asked'][1:]} on {found['day']}?", whatever


_WHOSE = shape(r"^(?:whose (?:property )?|in whose (?:hands|possession) )(?P<be>is|was|are|were) (?P<what>(?!it\b|this\b|that\b).+?)[?.]*$")
_BOUGHT = shape(r"^who (?:bought|purchased|acquired|got|took) (?P<what>.+?) from (?P<who>[^?]+?)[?.]*$")
_SOLD = shape(r"^to (?:whom|who|which company|what company) did (?P<who>.+?) sell (?P<what>[^?]+?)[?.]*$")
_FROM_WHOM = shape(r"^from (?:whom|which company|what company) did (?P<who>.+?) (?:buy|purchase|acquire|get) (?P<what>[^?]+?)[?.]*$")


def owned(question: Question) -> Iterator[Way]:
    """``whose was X in 1948``: who owned it; ``who bought X from A``: who owned it after A, as it is then told, for no record of owners says how they came by it."""
    found = _WHOSE.match(question.question)
    if found is not None:
        yield f"Who {'owns' if found['be'].casefold() in ('is', 'are') else 'owned'} {found['what']}?", whatever
    found, way = _BOUGHT.match(question.question) or _SOLD.match(question.question), "after"
    if found is None:
        found, way = _FROM_WHOM.match(question.question), "before"
    if found is None or not all(question.lexicon.parties_in(found[name]) for name in ("what", "who")):
        return
    text = f"who owned {found['what']} {way} {found['who']}"

    def beside(document: Document) -> bool:
        document["text"] = f"Taken as “{text}”, for how it came to its owners is not recorded: {document['text']}"
        return True

    yield f"{text[:1].upper()}{text[1:]}?", beside


_CAME = (
    shape(r"^when did (?P<who>.+?) (?:take over|take charge|arrive|start|begin) (?:at|of) (?P<where>[^?]+?)[?.]*$"),
    shape(r"^when did (?P<where>.+?) (?:appoint|hire|bring in) (?P<who>[^?]+?)[?.]*$"),
)
_LEFT = (
    shape(r"^when did (?P<who>.+?) (?:leave|depart from|depart|quit) (?P<where>[^?]+?)[?.]*$"),
    shape(r"^when did (?P<where>.+?) (?:part (?:ways|company) with) (?P<who>[^?]+?)[?.]*$"),
)


def come_or_gone(question: Question) -> Iterator[Way]:
    """``when did A take over at B``, ``when did A leave B``: since or until when A was the one thing that A, a person, ever was there; told as what it is taken for."""
    for patterns, when in ((_CAME, "since"), (_LEFT, "until")):
        found = next((found for pattern in patterns if (found := pattern.match(question.question))), None)
        label = _only_relation(question, found["where"], found["who"], person="who") if found is not None else ""
        if found is not None and label:
            text = f"{when} when was {found['who']} the {label} of {found['where']}"

            def beside(document: Document, text: str = text) -> bool:
                document["text"] = f"Taken as “{text}”, for nothing else is recorded between them: {document['text']}"
                return True

            yield f"{text[:1].upper()}{text[1:]}?", beside


def _only_relation(question: Question, subject: str, holder: str, *, person: str) -> str:
    """The label of the one thing that who is named second ever was to who is named first; empty where there is none, or it is nothing of a person."""
    sides = [sorted(question.lexicon.parties_in(text)) for text in (subject, holder)]
    if any(len(side) != 1 for side in sides):
        return ""
    terms = question.store.query("SELECT DISTINCT term FROM pair WHERE subject = ? AND holder = ?", sides[0][0], sides[1][0])
    document = question.lexicon.document(f"term:{terms[0][0]}") if len(terms) == 1 else {}
    one = question.lexicon.document(f"party:{sides[person == 'who'][0]}").get("kind") == "person"
    label = str(document.get("label")) if one and document.get("answer") == "holder" else ""
    return label.casefold() if label[1:].islower() else label


_WENT = shape(r"^where did (?P<who>.+?) (?:go|move|transfer) (?:after|from) (?P<what>[^?]+?)[?.]*$")


def gone_to(question: Question) -> Iterator[Way]:
    """``where did A go after B``: what came after B of the one thing that A ever had B as, and of which more are recorded."""
    found = _WENT.match(question.question)
    if found is not None and (label := _only_relation(question, found["who"], found["what"], person="subject")):
        yield f"Who was the {label} of {found['who']} after {found['what']}?", whatever


def _same(one: str, other: str) -> bool:
    said = [[word for word in key(text).split() if word not in ARTICLES] for text in (one, other)]
    return said[0] == said[1]


WHO_HELD = (newly, once_over, around, time_spent, other_than, of_its_date, owned, gone_to, come_or_gone)
