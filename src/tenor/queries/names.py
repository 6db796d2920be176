"""Names in options: ids, former ids and the words that people use, and the near misses of a name that nothing has."""

from __future__ import annotations

from tenor.ask.language.words import key
from tenor.errors import UnknownName

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from tenor.store.read import Store

#: The statuses of a clause; :data:`tenor.model.STATUSES` without its imports.
STATUSES = ("confirmed", "inferred", "reported", "alleged", "opinion", "disputed", "unstated")
_MOST = 3
_CLOSE = 75.0


def party(store: Store, name: str, option: str = "--party") -> tuple[str, str | None]:
    """``(party, product)``: a product or a brand resolves to its owner. Raises :class:`UnknownName`."""
    found = store.party_of(name) or store.party_of(name.lower())
    if found is not None:
        return found
    rows = store.query("SELECT DISTINCT kind, target FROM phrase WHERE key = ? AND kind IN ('party', 'product') ORDER BY kind", key(name))
    if rows and len({kind for kind, _ in rows}) == len(rows):
        owner = store.party_of(rows[0][1])
        if owner is not None:
            return owner
    known = [row[0] for row in store.query("SELECT id FROM party UNION SELECT id FROM product ORDER BY id")]
    raise unknown("party", name, known, option)


def term(store: Store, name: str, option: str = "") -> str:
    """A term's id. Raises :class:`UnknownName`."""
    return _record(store, "term", "term:", name, option)


def deal(store: Store, name: str, option: str = "--deal") -> str:
    """A deal's id. Raises :class:`UnknownName`."""
    return _record(store, "deal", "", name, option)


def choice(what: str, name: str, known: Iterable[str], option: str) -> str:
    """One of the words that the records use, whatever its case. Raises :class:`UnknownName`."""
    words = list(known)
    for word in words:
        if word.casefold() == name.casefold():
            return word
    raise unknown(what, name, words, option)


def _record(store: Store, kind: str, prefix: str, name: str, option: str) -> str:
    bare = name.removeprefix(f"{kind}:")
    for wanted in (bare, bare.lower()):
        if store.query("SELECT 1 FROM record WHERE id = ? AND kind = ?", prefix + wanted, kind):
            return wanted
    former = store.query("SELECT id FROM former_id WHERE old = ?", prefix + bare)
    if former:
        return str(former[0][0]).removeprefix(prefix)
    found = store.query("SELECT DISTINCT target FROM phrase WHERE key = ? AND kind = ? LIMIT 2", key(name), kind)
    if len(found) == 1:
        return str(found[0][0])
    known = [row[0] for row in store.query("SELECT name FROM record WHERE kind = ? ORDER BY name", kind)]
    raise unknown(kind, name, known, option)


def unknown(what: str, name: str, known: Iterable[str], option: str = "", similar: list[str] | None = None) -> UnknownName:
    """The error for a name that nothing has, with at most three that are near (``similar`` where the caller knows them)."""
    similar = near(name, known) if similar is None else similar
    if len(similar) == 1:
        hint = f"a similar {what} exists: {similar[0]!r}"
    elif similar:
        hint = f"similar names exist: {', '.join(map(repr, similar))}"
    else:
        hint = f"look names up with 'tenor search {name}'" if name.isprintable() else "look names up with 'tenor search'"
    return UnknownName(f"no {what} named {name!r}", hint=hint, where=option)


def near(name: str, known: Iterable[str], most: int = _MOST) -> list[str]:
    """Names at most two slips away, that begin alike, or that are alike as a whole, nearest first."""
    from rapidfuzz.distance import OSA  # a slow import that only a mistyped name pays for
    from rapidfuzz.fuzz import ratio

    low = name.casefold()
    found = []
    for other in dict.fromkeys(known):
        slips = OSA.distance(low, other.casefold(), score_cutoff=2)
        begins = len(low) > 2 and other.casefold().startswith(low)
        likeness = ratio(low, other.casefold())
        if (slips <= 2 and slips < len(low) - 1) or begins or likeness >= _CLOSE:
            found.append((not begins and slips > 2, slips, -likeness, other))
    return [other for *_, other in sorted(found)[:most]]
