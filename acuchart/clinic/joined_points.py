"""A line with joined points in it: `li4-li11 threading b`, one needle from one to the other.

The word that says so (threading, threaded, 透) is what tells a joined pair from a code with a hyphen.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from acuchart.clinic.needling import Needling
from acuchart.clinic.point_names import Points
from acuchart.clinic.prescription import Entry, Unread, read_line, write_line
from acuchart.clinic.prescription_words import PARTS
from acuchart.words import _

_WORD = re.compile(r"\s*(?:\bthread(?:ing|ed)\b|透)\s*", re.IGNORECASE)
_JOINT = re.compile(r"\s*(?:-|–|→|>|\bto\b)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Read:
    """An entry, and the code it is threaded to; empty for none."""

    entry: Entry | Unread
    through: str = ""


def read_rows(line: str, points: Points) -> tuple[Read, ...]:
    """Every entry of the line in its order, joined points among them."""
    found: list[Read] = []
    for part in PARTS.split(line):
        if _WORD.search(part):
            found.append(_joined(part.strip(), points))
        else:
            found += (Read(entry) for entry in read_line(part, points))
    return tuple(found)


def write_rows(rows: Iterable[Needling]) -> str:
    """The rows as a line: points, sides, levels, needles, depths and what they are threaded to."""
    return ", ".join(_written(row) for row in rows)


def row_of(entry: Entry, through: str = "") -> Needling:
    """A row as it was typed."""
    return Needling(
        entry.code, entry.side, entry.needles, entry.depth_mm, levels=entry.levels, through=through
    )


def _written(row: Needling) -> str:
    text = write_line([Entry(row.code, row.side, row.needles, row.depth_mm, "", row.levels)])
    if not row.through:
        return text
    return text.replace(row.code, f"{row.code}-{row.through} threading", 1)


def _joined(part: str, points: Points) -> Read:
    """The pair of a part: the split at which both sides name one point each."""
    before, after = _WORD.split(part, maxsplit=1)
    for one, other, rest in _splits(before, after):
        meant = points.meant(one), points.meant(other)
        if len(meant[0]) == len(meant[1]) == 1:
            return _read(part, f"{meant[0][0]} {rest}", meant[1][0], points)
    sentence = _("{text} needs two points with a hyphen between them, such as li4-li11 threading.")
    return Read(Unread(part, sentence.format(text=part), ()))


def _splits(before: str, after: str) -> Iterable[tuple[str, str, str]]:
    """Every way to part the words into one point, the other, and the rest of the entry."""
    if not _JOINT.search(before):
        words = after.split()
        for size in range(len(words), 0, -1):
            yield before, " ".join(words[:size]), " ".join(words[size:])
    for joint in _JOINT.finditer(before):
        yield before[: joint.start()], before[joint.end() :], after


def _read(part: str, text: str, through: str, points: Points) -> Read:
    read = read_line(text, points)
    if len(read) != 1:
        return Read(Unread(part, _("{text} is more than one entry.").format(text=part), ()))
    entry = read[0]
    if isinstance(entry, Unread):
        return Read(replace(entry, text=part))
    if entry.code == through:
        return Read(Unread(part, _("{code} can't be threaded to itself.").format(code=through), ()))
    return Read(replace(entry, text=part), through)
