"""What was measured: which of the values of an observation are asked for, in which time, and on which side of something that happened.

A time that the question names is answered by what was measured in it, though another of the same surveys is better named.
"""

from __future__ import annotations

from itertools import pairwise

from tenor.ask.answers.wording import period_words, value_words
from tenor.ask.interpreting.recorded import unit_words
from tenor.ask.language.roots import counts
from tenor.ask.language.words import forms, tokens
from tenor.ask.reading import Refusal
from tenor.ask.times.moments import Reader
from tenor.ask.times.years import MONTH_NUMBERS, Unclear
from tenor.dates import Edtf, iso

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.ask.answers.answer import Answer

    Document = dict[str, Any]

#: Measured values as near as this to what is asked are told together.
_AS_NEAR = 0.01
_AT_THE_END = frozenset(("end", "close", "december"))
#: Words that ask for a rate.
_FAST = frozenset(("fast", "quick", "quickly", "slow", "slowly"))
_SHARE = frozenset(("share", "percentage", "percent", "proportion", "fraction"))
#: Words that put two beside each other.
_TOGETHER = frozenset("and vs versus than against beside next alongside compared both".split())
#: Words that ask for what was measured after something, or before it.
_AFTER, _BEFORE = frozenset(("after", "once", "since", "following", "post")), frozenset(("before", "until", "till", "pre", "prior"))


def of_the_times(answer: Answer, document: Document, place: int) -> list[tuple[Document, int]]:
    """The measurements that the question's times are about, first to last, each an observation and the place of its value: of one, or of surveys like it.

    The one that is named alone, where its values have no time of their own, or the question has none.

    Raises:
        Refusal: nothing like it was measured in that time.
    """
    itself = [(document, place)]
    moments = [m for m in answer.interpreter.moments if m.record is None]
    days = _days_of(answer, document, place)
    if not moments or days is None:
        return itself
    start, end = min(m.start for m in moments), max(m.end for m in moments)
    found = [
        (at, one, n) for one, n in (*itself, *_likes(answer, document, place)) if (at := _days_of(answer, one, n)) and start < at[1] and at[0] < end
    ]
    if not found:
        raise Refusal(
            "no-record", f"Nothing was measured then. “{document['title'].rstrip('.')}” is of {document['values'][max(place - 1, 0)]['at']}."
        )
    return [(one, n) for _, one, n in sorted(found, key=lambda f: f[0])]


def _days_of(answer: Answer, document: Document, place: int) -> tuple[int, int] | None:
    """The days that a measured value is of, in its own words: "mid-2025"; None where it has none, or not the same for all that may be meant."""
    times = {str(v.get("at") or "") for v in (document["values"][place - 1 : place] if place else document["values"])}
    said = next(iter(times))
    if len(times) != 1 or not said:
        return None
    try:
        moments = Reader(tokens(said), answer.today, lambda _: None, lambda: None, prose=True).read()
    except Unclear:
        return None
    return (moments[0].start, moments[0].end) if len(moments) == 1 and moments[0].relation in ("in", "on") else None


def _likes(answer: Answer, document: Document, place: int) -> list[tuple[Document, int]]:
    """The same as it was measured at other times: values that are called alike, of observations whose titles differ in their time alone."""
    wanted = [v["what"] for v in document["values"]][place - 1 : place] if place else None
    out = []
    for (name,) in answer.store.query("SELECT id FROM record WHERE kind = 'observation' AND id <> ? ORDER BY id", f"observation:{document['id']}"):
        other = answer.interpreter.lexicon.document(str(name))
        if _timeless(other) == _timeless(document):
            out += [(other, n) for n, v in enumerate(other["values"], 1) if [v["what"]] == wanted] if wanted else [(other, 0)]
    return out


def _timeless(document: Document) -> frozenset[str]:
    return frozenset(forms(document["title"]) - forms(" ".join(str(v.get("at") or "") for v in document["values"])))


def measured_then(answer: Answer, document: Document, place: int) -> None:
    """Raise :class:`Refusal` where nothing was measured in a time that the question names."""
    period = Edtf.parse(document["measured"].partition("/")[0]), Edtf.parse(document["measured"].rpartition("/")[2])
    first, last = period[0].lo, period[1].hi
    said = forms(" ".join(str(v.get("at") or "") for v in (document["values"][place - 1 : place] if place else document["values"])))
    typed = {t.text.lower() for t in answer.interpreter.typed}
    if "mid" in said and "mid" not in typed and not _AT_THE_END.isdisjoint(typed):
        raise Refusal("no-record", f"“{document['title'].rstrip('.')}” does not tell of the end of that time.")
    for moment in (m for m in answer.interpreter.moments if m.record is None):
        named = {t.lemma for t in answer.interpreter.tokens[moment.first : moment.last + 1] if counts(t) or t.low in MONTH_NUMBERS}
        if first is not None and last is not None and not (moment.start <= last and first < moment.end) and not named <= said:
            days = iso(moment.start) if moment.end == moment.start + 1 else f"{iso(moment.start)} to {iso(moment.end - 1)}"
            raise Refusal(
                "no-record", f"Nothing was measured on {days}. “{document['title'].rstrip('.')}” is of {period_words(document['measured'])}."
            )


def measured_text(answer: Answer, document: Document, place: int) -> str:
    """The values that are asked for, or the one at a place, with what they are of."""
    values = document["values"]
    if answer.reading.kind == "value" and any(t.low == "many" for t in answer.interpreter.tokens):  # how many is no share
        values = [v for v in values if not str(v["value"].get("unit") or "").startswith("percent")] or values
    lows = answer.interpreter.lows()
    shares = [v for v in values if str(v["value"].get("unit") or "").startswith("percent")]
    if shares and not _SHARE.isdisjoint(lows) and (not place or document["values"][place - 1] not in shares):  # a share is no speed
        values, place = shares, 0
    if not place and any(a == "how" and b in _FAST for a, b in pairwise(lows)):
        values = [v for v in values if "/" in str(v["value"].get("unit") or "")] or values
    chosen = [document["values"][place - 1]] if place else values
    if not place:
        asked = {t.lemma for t in answer.interpreter.typed if counts(t)}
        words = [forms(" ".join((v["what"], v.get("at") or "", unit_words(v), *v.get("names", ())))) & asked for v in values]
        scores = [sum(1 / sum(word in other for other in words) for word in own) for own in words]  # a word that few of them have tells most
        if any(len(own) > 1 for own in words):
            chosen = [v for v, score in zip(values, scores, strict=True) if score > max(scores) - _AS_NEAR]
    if place > 1 and "that" in str(chosen[0]["what"]).split() and not _TOGETHER.isdisjoint(lows):  # "of B on that exam", beside A's
        chosen = values[place - 2 : place]
    chosen = _on_that_side(answer, chosen, document["values"])
    said = "; ".join(
        f"{v['what'].rstrip('.')}: {value_words({**dict.fromkeys(('amount', 'low', 'high', 'hedge', 'unit', 'period', 'text')), 'items': [], **v['value']})}"
        + (f" ({v['at']})" if v.get("at") else "")
        for v in chosen
    )
    return f"{document['title'].rstrip('.')}, {period_words(document['measured'])}: {said}"


def _on_that_side(answer: Answer, chosen: list[Document], values: list[Document]) -> list[Document]:
    """Of what was measured before and after something, that of the side which a question names: "once it had recovered" asks for none of before.

    Raises:
        Refusal: it was measured on the other side alone.
    """
    lows = {t.low for t in answer.interpreter.typed}
    after, before = not _AFTER.isdisjoint(lows), not _BEFORE.isdisjoint(lows)
    if after is before:
        return chosen
    kept, other = ("after", "before") if after else ("before", "after")

    def fits(value: Document) -> bool:
        words = f"{value['what']} {value.get('at') or ''}".lower().split()
        return kept in words or other not in words

    twins = {str(v["what"]).replace(other, kept) for v in chosen}
    found = [v for v in chosen if fits(v)] or [v for v in values if v["what"] in twins and fits(v)]
    if not found:
        raise Refusal("no-record", f"Recorded of this is only: {chosen[0]['what'].rstrip('.')}.")
    return found
