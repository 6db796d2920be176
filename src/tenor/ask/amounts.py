"""Amounts that a question names."""

from __future__ import annotations

from tenor.ask import english

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tenor.ask.question import Question


def amount_in(question: Question, free: set[int]) -> tuple[tuple[float, str] | None, set[int]]:
    """``$38 billion``, ``20 percent``, ``2 GW``: the number, its unit in normal form, and the positions."""
    for i in sorted(free):
        low = question.tokens[i].low
        digits = low.rstrip("kmbt") if low[:1].isdigit() else low
        if not digits.replace(".", "", 1).isdigit():
            continue
        number, used, j = float(digits), {i}, i + 1
        if digits != low:
            number *= english.SCALES.get(low[len(digits) :], 1)
        if j < len(question.tokens) and question.tokens[j].low in english.SCALES:
            number *= english.SCALES[question.tokens[j].low]
            used.add(j)
            j += 1
        unit = ""
        if i > 0 and question.tokens[i - 1].lemma == "dollar":
            unit, used = "dollar", used | {i - 1}
        elif j < len(question.tokens) and j in free:
            unit = question.tokens[j].lemma
            used.add(j)
        if not unit and len(used) == 1 and digits == low:
            continue  # a bare number is no amount: it stays unread, and the question unanswered
        return (number, unit), used
    return None, set()
