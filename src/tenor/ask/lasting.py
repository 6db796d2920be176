"""``how many years was A president``, ``how much time did A spend as …``: how long, of what has holders and no amount."""

from __future__ import annotations

from tenor.ask.words import Token

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tenor.ask.question import Question

_SPANS = frozenset(("years", "months", "weeks", "days", "time"))
_SPENT = {"spend": "serve", "spent": "served"}


def take_span(question: Question) -> bool:
    """Put "how long" into the question in the place of the words that ask for a number of years. True where they did."""
    lows = question.lows()
    i = next((i for i in range(len(lows) - 2) if lows[i] == "how" and lows[i + 1] in ("many", "much") and lows[i + 2] in _SPANS), None)
    terms = {m.target for m in question.matches if m.kind == "term"}
    held = [question.lexicon.document(f"term:{term}").get("answer") == "holder" for term in terms]
    if i is None or not question.mentions or not held or not all(held):
        return False
    said = question.tokens
    question.replace_words({i + 1: Token(said[i + 1].text, "long"), i + 2: Token(said[i + 2].text, "the")} | _serving(said))
    return True


def _serving(said: list[Token]) -> dict[int, Token]:
    """``spent as president`` as "served as president"."""
    return {
        i: Token(t.text, _SPENT[t.low]) for i, t in enumerate(said[:-1]) if t.low in _SPENT and said[i + 1].low in ("as", "in", "being", "serving")
    }
