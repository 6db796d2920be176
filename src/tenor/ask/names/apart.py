"""Names as they are written in a question: with a capital inside and as two words, ``Open AI``, or by the sign under which a company is traded."""

from __future__ import annotations

from itertools import pairwise

from tenor.ask.language.words import key

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tenor.store.read import Store

_MARKS = '?!.,;:()[]"“”'
_OWNER = ("'s", "’s", "'", "’")


def apart(store: Store, text: str) -> list[tuple[str, str]]:
    """Each name of a party or a product that stands there as two words, as ``(typed, name)``."""
    words = [_plain(word) for word in text.split()]
    pairs = {key(one + two): (one, two) for one, two in pairwise(words) if one.isalpha() and two.isalpha()}
    if not pairs:
        return []
    sql = f"SELECT DISTINCT key, said FROM phrase WHERE kind IN ('party', 'product') AND key IN ({','.join('?' * len(pairs))}) ORDER BY key, said"
    names = {str(name): str(said) for name, said in store.query(sql, *pairs) if _parts(str(said)) == tuple(map(str.casefold, pairs[name]))}
    return [(" ".join(pair), names[name]) for name, pair in pairs.items() if name in names]


def traded(store: Store, text: str) -> list[tuple[str, str]]:
    """Each sign under which a party is traded, in capitals, with the party's name: ``("MSFT", "Microsoft")``; none that is a name itself."""
    words = dict.fromkeys(word for word in map(_plain, text.split()) if word.isupper() and word.isalpha() and len(word) > 1)
    found = []
    for word in words if not text.isupper() else ():
        for (party,) in store.query("SELECT target FROM phrase WHERE kind = 'party' AND key = ?", key(word)):
            document = store.record(f"party:{party}") or {}
            name = str(document.get("name") or "")
            if word == (document.get("ids") or {}).get("ticker") and word.casefold() != name.casefold():
                found.append((word, name))
    return found


def _plain(word: str) -> str:
    word = word.strip(_MARKS)
    return next((word.removesuffix(end) for end in _OWNER if word.endswith(end)), word)


def _parts(said: str) -> tuple[str, str] | None:
    """``open`` and ``ai`` of "OpenAI"; None for a name without a capital behind a small letter, or with more than one."""
    inside = [i for i in range(1, len(said)) if said[i].isupper() and said[i - 1].islower()]
    return (said[: inside[0]].casefold(), said[inside[0] :].casefold()) if len(inside) == 1 else None
