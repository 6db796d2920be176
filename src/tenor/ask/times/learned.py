"""``what changed in what was known of X in April``: what the public learned then, which is no change of what held."""

from __future__ import annotations

from tenor.ask.answers.wording import value_words, whose_word
from tenor.ask.language import english
from tenor.ask.language.words import Token
from tenor.ask.reading import Refusal
from tenor.dates import DAWN, FOREVER, long_date, parse_day

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from tenor.ask.answers.answer import Answer

    Document = dict[str, Any]

_MOST_TOLD = 8
_KNOWING = frozenset("known public publicly knowledge information disclosed".split())
_AROUND = frozenset(
    "what is was were been has had is the public publicly generally in to be could people we one anyone everybody available information".split()
)
_OF = frozenset(("of", "about", "on", "regarding", "concerning"))


def without_knowing(tokens: Sequence[Token]) -> list[Token] | None:
    """The words without ``in what was known of``, where they ask for a change of that; None where they do not."""
    lows = [t.low for t in tokens]
    changing = next((i for i, t in enumerate(tokens) if t.lemma in english.CHANGING), None)
    known = next((i for i, low in enumerate(lows) if low in _KNOWING and lows[i + 1 : i + 2] and lows[i + 1] in _OF), None)
    told = next((i for i, low in enumerate(lows) if i and low in ("disclosed", "known") and lows[i - 1] in ("the", "what")), None)
    if changing is not None and known is None and told is not None:  # "how did the disclosed value of X change"
        return [Token(t.text, "the") if i == told else t for i, t in enumerate(tokens)]
    if changing is None or known is None:
        return None
    first = known
    while first - 1 > 0 and lows[first - 1] in _AROUND and first - 1 != changing:
        first -= 1
    out = list(tokens)
    for i in range(first, known + 2):
        out[i] = Token(out[i].text, "the")
    return out


def became_known(answer: Answer) -> Document:
    """What became known in the time that is asked about, of the clauses that are meant. Raises :class:`Refusal` where nothing did."""
    reading, store = answer.reading, answer.store
    moments = answer.interpreter.moments
    start = min((m.start for m in moments), default=DAWN)
    end = max((m.end for m in moments), default=FOREVER)
    if reading.term is not None:
        numbers = [n for x in reading.lineages for (n,) in store.query("SELECT n FROM clause WHERE lineage = ? ORDER BY n", x.n)]
        clauses = [store.clause(n) for n in numbers]  # what was taken back later was known, too
    else:
        sql = "SELECT DISTINCT c.n FROM listed_in AS l JOIN clause AS c ON c.n = l.clause WHERE l.deal = ? ORDER BY c.place"
        clauses = [store.clause(n) for deal in reading.deals for (n,) in store.query(sql, deal)]
    day = {doc["clause"]: str(doc["value_known_from"] or doc["known_from"] or "") for doc in clauses}
    found = sorted((d for d in clauses if day[d["clause"]] and start <= parse_day(day[d["clause"]]) < end), key=lambda d: day[d["clause"]])
    if not moments or not found:
        raise Refusal("no-record", "By the sources of the record, nothing of that became known in that time.", terms=[reading.term or ""])
    lines = []
    for doc in found[:_MOST_TOLD]:
        later = doc["value"] if doc["value_known_from"] and doc["value_known_from"] != doc["known_from"] else None
        said = f"{str(doc['text']).rstrip('.')}{f': {value_words(later)}' if later else ''}"
        lines.append(f"by {long_date(parse_day(day[doc['clause']]))}, {said}" + (f" ({by})" if (by := whose_word(store, doc)) else ""))
    more = f"; and {len(found) - _MOST_TOLD} more" if len(found) > _MOST_TOLD else ""
    return answer.made("answered", f"What became known, by the sources of the record: {'; '.join(lines)}{more}.", found)
