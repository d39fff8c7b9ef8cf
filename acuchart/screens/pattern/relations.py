"""How a pattern is related to others, in words. Knows no Qt."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from acuchart.clinic.patterns import Pattern, RelationKind
from acuchart.words import _

_NAMED = 3
"""Neighbours of one kind that are named."""


@dataclass(frozen=True, slots=True)
class Related:
    """What is said below the evidence of a pattern.

    Attributes:
        course: What it leads to, may come from and is often met with.
        apart: How it is told from its look-alikes, one sentence each.
    """

    course: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()


class Relations:
    """The relations of all patterns, read in both directions."""

    def __init__(self, patterns: Mapping[str, Pattern]) -> None:
        self._patterns = patterns
        self._from: defaultdict[str, list[str]] = defaultdict(list)
        for pattern in patterns.values():
            for slug in _slugs(pattern, RelationKind.LEADS_TO):
                self._from[slug].append(pattern.slug)

    def of(self, pattern: Pattern) -> Related:
        """What is said about one pattern."""
        leads, often = (_slugs(pattern, kind) for kind in (RelationKind.LEADS_TO, RelationKind.OFTEN_WITH))
        told = (
            (_("Leads to: {patterns}"), leads),
            (_("May come from: {patterns}"), self._from[pattern.slug]),
            (_("Often with: {patterns}"), often),
        )
        course = tuple(words.format(patterns=self._named(slugs)) for words, slugs in told if slugs)
        apart = tuple(
            _("To tell from {pattern}: {note}.").format(pattern=self._label(one.slug), note=_(one.note))
            for one in pattern.relations
            if one.kind is RelationKind.TO_DISTINGUISH_FROM and one.note
        )
        return Related(course, apart)

    def _named(self, slugs: Iterable[str]) -> str:
        return ", ".join([self._label(slug) for slug in slugs][:_NAMED])

    def _label(self, slug: str) -> str:
        known = self._patterns[slug]
        return f"{_(known.label)} {known.hanzi}".strip()


def _slugs(pattern: Pattern, kind: RelationKind) -> list[str]:
    return [one.slug for one in pattern.relations if one.kind is kind]
