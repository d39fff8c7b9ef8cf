"""What may be meant while somebody types, in words: points with the match marked, and saved prescriptions."""

import re
from collections.abc import Iterable, Mapping

from acuchart.clinic.point_names import channel_name, untoned
from acuchart.clinic.points import Point
from acuchart.clinic.saved_prescriptions import SavedPrescription
from acuchart.screens.points.lines import Hit, Told
from acuchart.words import _, ngettext

_SYLLABLE = re.compile(
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?[aeiouü]+(?:ng|n(?![aeiouü])|r(?![aeiouü]))?", re.IGNORECASE
)
SAVED = "saved:"
"""Begins the key of a hit that is a saved prescription."""

FEWEST_LETTERS = 2
"""Of a name typed before saved prescriptions are looked through."""


def point_hits(
    found: Iterable[Point], query: str, chosen: set[str], against: Mapping[str, Told]
) -> tuple[Hit, ...]:
    """Points with what stands against each for this patient."""
    return tuple(
        Hit(
            point.code,
            f"{point.pinyin_plain} {point.hanzi}",
            f"{channel_name(point.channel)} · {point.location}",
            point.code in chosen,
            against.get(point.code),
            marked(point, query),
        )
        for point in found
    )


def marked(point: Point, query: str) -> tuple[tuple[int, int], ...]:
    """Where the name holds what was typed: in the pinyin, and the signs of those syllables."""
    typed = untoned(query)
    name, start = point.pinyin_plain, len(point.pinyin_plain) + 1
    if not typed:
        return ()
    at = point.hanzi.find(query.strip())
    if at >= 0:
        return ((start + at, start + at + len(query.strip())),)
    at = name.casefold().find(typed)
    if at < 0:
        return ()
    spans = [(at, at + len(typed))]
    syllables = list(_SYLLABLE.finditer(name))
    if len(syllables) == len(point.hanzi):
        met = [n for n, s in enumerate(syllables) if s.start() < at + len(typed) and at < s.end()]
        spans += [(start + met[0], start + met[-1] + 1)] if met else []
    return tuple(spans)


def saved_hits(saved: Iterable[SavedPrescription], query: str) -> tuple[Hit, ...]:
    """Saved prescriptions whose name holds what was typed."""
    typed = " ".join(query.casefold().split())
    if len(typed) < FEWEST_LETTERS:
        return ()
    return tuple(
        Hit("", found.name, _saved_words(found), False, None, _span(found.name, typed), found.id)
        for found in saved
        if typed in found.name.casefold()
    )


def _saved_words(saved: SavedPrescription) -> str:
    count = ngettext("{n} point", "{n} points", len(saved.rows)).format(n=len(saved.rows))
    return f"{_('Saved prescription')} · {count}"


def _span(name: str, typed: str) -> tuple[tuple[int, int], ...]:
    at = name.casefold().find(typed)
    return ((at, at + len(typed)),)
