"""Finding the findings a few letters may mean. Knows no Qt."""

import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from acuchart.clinic.findings import Finding
from acuchart.screens.findings.cards import card_of
from acuchart.screens.findings.usual import USUAL
from acuchart.words import _

_USUAL = frozenset(key for keys in USUAL.values() for key in keys)


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Small letters without accents."""
    bare = unicodedata.normalize("NFD", text.casefold())
    return "".join(letter for letter in bare if not unicodedata.combining(letter)).strip()


def found(text: str, vocabulary: Mapping[str, Finding]) -> tuple[Finding, ...]:
    """The findings that hold every word of the text, best first: by label, then hanzi, synonyms, and card.

    Of equals the usual ones of a card stand first, then what says no more than was typed. An empty text finds
    nothing.
    """
    words = plain(text).split()
    if not words:
        return ()
    ranks = ((_rank(words, finding), finding) for finding in vocabulary.values())
    ranked = [
        ((rank, finding.id not in _USUAL, len(_(finding.label))), finding)
        for rank, finding in ranks
        if rank is not None
    ]
    return tuple(finding for _of, finding in sorted(ranked, key=lambda pair: pair[0]))


def _rank(words: list[str], finding: Finding) -> int | None:
    label = plain(_(finding.label))
    synonyms = [plain(_(synonym)) for synonym in finding.synonyms]
    card = card_of(finding)
    if label.startswith(" ".join(words)):
        return 0
    texts = (label, finding.hanzi, *synonyms, plain(_(card.title)), card.hanzi)
    best = 1
    for word in words:
        at = next((n for n, text in enumerate(texts) if _holds(text, word)), None)
        if at is None:
            return None
        best = max(best, 1 + min(at, 3))
    return best


def _holds(text: str, word: str) -> bool:
    """Whether a word of the text begins with the word; hanzi may stand anywhere."""
    return any(part.startswith(word) for part in text.split()) or (not word.isascii() and word in text)
