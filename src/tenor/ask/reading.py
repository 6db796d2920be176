"""What a question asks, as values: the parties it mentions, one reading, a candidate for one, and the refusal of all."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.ask.interpreting.amounts import Amount
    from tenor.ask.interpreting.question import Question
    from tenor.ask.names.patterns import Fit
    from tenor.store.read import Lineage


class Mention:
    """A party, or a product that stands for its owner, in the tokens ``[start, end)``."""

    __slots__ = ("end", "party", "possessive", "product", "said", "start")

    def __init__(self, party: str, product: str | None, start: int, end: int, possessive: bool, said: str) -> None:
        self.party = party
        self.product = product
        self.start = start
        self.end = end
        self.possessive = possessive
        self.said = said


class Reading:
    """What a question asks. ``asks`` is the slot whose filler is asked for; ``window`` is None for the whole record."""

    __slots__ = (
        "amount",
        "asked",
        "asks",
        "attested",
        "corrections",
        "deals",
        "denies",
        "earlier",
        "edge",
        "ended",
        "excepted",
        "exclusive",
        "future",
        "holder",
        "in_other_words",
        "inside",
        "instrument",
        "kind",
        "known",
        "lasting",
        "level",
        "lineages",
        "loose",
        "more",
        "negated",
        "only",
        "over",
        "pair",
        "past",
        "place",
        "product",
        "published_by",
        "raw",
        "relative",
        "scope",
        "scopes",
        "score",
        "sort",
        "subject",
        "subjects",
        "sums",
        "target",
        "term",
        "undecided",
        "whole",
        "why",
        "window",
    )  # fmt: skip

    def __init__(self, kind: str, term: str | None) -> None:
        self.kind = kind
        self.term = term
        #: The part of the question that this is the reading of; None where it is the whole.
        self.asked: Question | None = None
        self.subject: str | None = None
        #: Parties that are as good a subject, where the question names none.
        self.subjects: list[str] = []
        self.holder: str | None = None
        self.product: str | None = None
        self.asks: str | None = None
        self.scope: str | None = None
        #: Clauses that the question's words single out, and the instrument or deal it is about.
        self.only: list[str] = []
        self.inside: tuple[str, str] | None = None
        #: Positions of words that lead to the term and that nothing says are so: those that only go with it, and with those any others passed over.
        self.loose: tuple[int, ...] = ()
        #: The yes or no that the texts which are told say themselves: "neither company confirmed it", "not granted at once".
        self.attested: bool | None = None
        #: Scopes that the question's words single out.
        self.scopes: list[str] = []
        self.lineages: list[Lineage] = []
        self.window: tuple[int, int] | None = None
        #: Days on every one of which it must have held for a yes; None where one day of the window will do.
        self.whole: tuple[int, int] | None = None
        self.known: int | None = None
        #: Asked is whether it was public by this day.
        self.published_by: int | None = None
        self.exclusive = False
        self.negated = False
        #: A word of the question says that a thing ends, or is over.
        self.over = False
        self.denies = False
        self.past = False
        #: Asked how long, not only until when.
        self.lasting = False
        self.sums = False
        #: ``from`` or ``to``, where only who began or ended in the window is asked for.
        self.edge = ""
        #: ``first`` or ``last``, where only one of all that held it is asked for.
        self.place = ""
        self.amount: Amount | None = None
        #: The clauses singled out are those with the amount whose time is asked for.
        self.level = False
        #: What is told was done before the time that is asked about, and nothing in it.
        self.earlier = False
        #: The question asks for a day to come.
        self.future = False
        #: What is told is of another time than what is asked: it says neither yes nor no.
        self.undecided = False
        #: The question asks what a dispute's own question does, in other words.
        self.in_other_words = False
        self.instrument: str | None = None
        #: ``(before or after, party, at once)``: the days before or after that party held the right, or only who came next.
        self.relative: tuple[str, str, bool] | None = None
        #: ``(kind, id, place)`` of a record that answers instead of a term.
        self.target: tuple[str, str, int] | None = None
        #: Deals that a question about everything is limited to; the focus party's where empty.
        self.deals: list[str] = []
        #: Further records of the same name.
        self.more: list[tuple[str, str, int]] = []
        self.corrections: list[tuple[str, str]] = []
        self.score = 0.0
        #: Parties that are left out of the answer.
        self.excepted: set[str] = set()
        #: The parties of the sort that is asked for; empty where any will do.
        self.sort: set[str] = set()
        #: The last version of a lineage whose place another lineage took.
        self.ended: list[dict[str, Any]] = []
        #: The kind before the term's own answer decided it, and two parties that are both sides of each other's right.
        self.raw = kind
        self.pair: tuple[str, str] | None = None
        self.why: list[str] = []


class Refusal(Exception):
    """No reading: ``status`` of the contract, the text, and other ways to ask."""

    def __init__(self, status: str, text: str, suggestions: list[str] | None = None, terms: list[str] | None = None, *, final: bool = False) -> None:
        super().__init__(text)
        self.status = status
        self.text = text
        self.suggestions = suggestions or []
        #: Terms that came nearest, for suggestions.
        self.terms = terms or []
        #: The readings that were as good as each other, where that is why there is none.
        self.rivals: list[Candidate] = []
        #: The words that found no place, as typed, where that is why.
        self.unread: list[str] = []
        #: Whatever else the records say: no other way to ask is tried.
        self.final = final
        #: The record has it the other way round.
        self.turned = False


class Candidate:
    """One term or record that the question may be about, with the words it accounts for."""

    __slots__ = ("by_words", "fits", "leftover", "named", "near", "noun", "reading", "refused", "settles", "told", "used")

    def __init__(
        self, reading: Reading, used: set[int], leftover: list[int], ways: list[Fit], *, noun: bool = False, named: bool = False, told: bool = False
    ) -> None:
        #: The term stands there by name, in one piece.
        self.named = named
        #: No name and no pattern led here, only the words of texts; the order of words says nothing.
        self.told = told
        #: The pattern's words are the name's words: used as nouns, their order says nothing of who is who.
        self.noun = noun
        #: How near the texts are on which it rests; 0 where it rests on names and patterns alone.
        self.near = 0.0
        #: Whether the records have such a right between such parties; None until that was looked up.
        self.settles: bool | None = None
        #: Why they do not, where that is all there is to say of the question.
        self.refused: Refusal | None = None
        #: Positions of words that only the term's further words account for.
        self.by_words: set[int] = set()
        self.reading = reading
        self.used = used
        self.leftover = leftover
        #: The ways in which its pattern fits, best first.
        self.fits = ways
