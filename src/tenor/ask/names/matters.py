"""The words by which a dispute is found: one of its own question, and all that it and what it is about say.

Made when records are compiled, so that a yes or no need not read every dispute. Each is told as a kind of its own, apart from the texts of records.
"""

from __future__ import annotations

from collections import Counter

from tenor.ask.language.english import ADVERBS, EXCLUSIVE, NOW_WORDS, SCALES, YES_NO
from tenor.ask.language.roots import counts, root, text_keys
from tenor.ask.language.words import Token, forms, lemma, tokens

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tenor.ask.names.texts import Entry
    from tenor.ask.names.vocabulary import Phrase
    from tenor.model import Dispute, Records

#: The rarest word of a dispute's own question, and all words that it can hold.
ASKED, MATTER = "asked", "matter"
#: Words of a question that its answer does not turn on.
PASSED = (
    YES_NO
    | NOW_WORDS
    | ADVERBS
    | frozenset(map(lemma, "really true false fact right correct themselves ever check or and day date long own else".split()))
)


def tells(token: Token) -> bool:
    """True for a word that the answer to a question can turn on."""
    return counts(token) and token.lemma not in PASSED and token.low not in ("$", "dollars")


def matter_entries(records: Records, vocabulary: Iterable[Phrase], entries: Iterable[Entry]) -> list[Entry]:
    """How disputes are found, none twice; ``entries`` are the words of all texts, by which the rarest is told."""
    spread = Counter(entry[0] for entry in entries)
    names = {word for phrase in vocabulary if phrase.kind == "party" for word in phrase.key.split()}
    named: dict[str, list[tuple[list[str], str]]] = {}
    for phrase in vocabulary:
        if phrase.kind in ("party", "product"):
            words = phrase.key.split()
            named.setdefault(words[0], []).append((words, phrase.target if phrase.kind == "party" else phrase.extra))
    found = set()
    for dispute in records.disputes.values():
        plain = [root(t.lemma) for t in tokens(dispute.title) if t.lemma not in names and _plain(t)]
        found.add((min(plain, key=lambda word: (spread[word], word), default=""), ASKED, "", dispute.id, "own"))
        found |= {(key, MATTER, "", dispute.id, "about") for key in _keys(dispute, records, named)}
    return sorted(found)


def _plain(token: Token) -> bool:
    """True for a word that only itself can stand for: no number, and no word for "only", of which one is as good as another."""
    return tells(token) and token.low.isalpha() and token.lemma not in EXCLUSIVE and token.lemma not in SCALES


def _keys(dispute: Dispute, records: Records, named: dict[str, list[tuple[list[str], str]]]) -> set[str]:
    """The words of a dispute and of what it is about, and everybody who may be named there or has a part in it, by id and by name."""
    about = list(_about(dispute, records))
    texts = [dispute.title, *dispute.names, *dispute.words, *(f"{p.says} {p.value}" for p in dispute.positions)]
    texts += [str(getattr(record, name, None) or "") for record in about for name in ("says", "label", "scope", "title")]
    said = forms(" ".join(texts))
    parties = {party for first in said for words, party in named.get(first, ()) if said.issuperset(words)}
    for record in about:
        parties |= {*getattr(record, "parties", ()), *getattr(record, "holders", ())}
        parties |= {str(getattr(record, role, None) or "") for role in ("subject", "holder", "speaker")}
    for party in (records.parties[p] for p in parties if p in records.parties):
        texts += [party.name, *party.aliases]
    return {key for text in texts for key in text_keys(text)} | {f"@{p}" for p in parties if p}


def _about(dispute: Dispute, records: Records) -> Iterator[object]:
    """The records that a dispute is about; of a claim, who speaks there too."""
    for name in dispute.about:
        bare = name.partition(":")[2] or name
        for kind in (records.clauses, records.instruments, records.deals, records.events, records.observations, records.disputes):
            if bare in kind:
                yield kind[bare]
        commentary = records.commentaries.get(bare.partition("#")[0])
        if commentary is not None:
            yield commentary
            yield from (claim for claim in commentary.claims if f"{commentary.id}#{claim.id}" == bare)
