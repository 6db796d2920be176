"""Full-text search over every record: ``tenor search``."""

from __future__ import annotations

from tenor.errors import UsageError
from tenor.queries.base import document

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.store.read import Store

    Document = dict[str, Any]

#: Around a word that was found; excerpts are plain text otherwise.
MARKS = ("**", "**")
_WORDS_AROUND = 18
_MOST_WORDS = 60


def search(store: Store, text: str, *, limit: int = 20) -> Document:
    """The contract's ``search`` document, best first: records with all the words, or with some where none has all (``matched`` says which).

    Words are matched by their stem; the last may be a beginning. Nothing that is typed is an operator. ``count`` is what is listed, ``total`` what matches.

    Raises:
        UsageError: no word to look for, or a limit below 1.
    """
    words = ["".join(c if c.isalnum() else " " for c in word) for word in text.split()]
    phrases = [f'"{" ".join(word.split())}"' for word in words if word.strip()]
    if not phrases:
        raise UsageError("there is no word to look for", where="TEXT", hint="write a word with letters or digits")
    if len(phrases) > _MOST_WORDS:
        raise UsageError(f"there are {len(phrases):,} words to look for; {_MOST_WORDS} are the limit", where="TEXT", hint="give the rarest of them")
    if limit < 1:
        raise UsageError(f"a limit of {limit} lists nothing", where="--limit", hint="give 1 or more")
    phrases[-1] += "*"
    matched, query = "all", " AND ".join(phrases)
    total = _count(store, query)
    if not total:
        matched, query = "some", " OR ".join(phrases)
        total = _count(store, query)
    sql = (
        "SELECT id, kind, title, snippet(search, -1, ?, ?, '…', ?) FROM search WHERE search MATCH ? ORDER BY bm25(search, 0, 0, 4.0, 1.0), id LIMIT ?"
    )
    rows = store.query(sql, *MARKS, _WORDS_AROUND, query, limit)
    results = [{"kind": kind, "id": id, "title": title, "excerpt": " ".join(excerpt.split())} for id, kind, title, excerpt in rows]
    return document(store, {"text": text, "count": len(results), "results": results, "total": total, "matched": matched if total else "none"})


def _count(store: Store, query: str) -> int:
    return int(store.query("SELECT count(*) FROM search WHERE search MATCH ?", query)[0][0])
