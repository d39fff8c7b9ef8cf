"""A line with joined points in it: `li4-li11 threading b`, one needle from one to the other.

The word that says so (threading, threaded, 透) is what tells a joined pair from a code with a hyphen.

A line says which points are needled and how the needle goes in: point, side, levels of the spine, needles
in all, depth, angle, technique with the name of another method, and where it is threaded to. These come back
as they were written. What is done beside the needle is not in a line and belongs to its row: de qi, current
and its pairs, warm needle, moxa, cups, plum blossom, what stays in, the direction of the tip, gauge, length
and lot, round and position, a reason, and where a row was copied from. `check` takes current and moxa beside
its line for that reason.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from acuchart.clinic.needling import Needling, Technique
from acuchart.clinic.point_names import Points
from acuchart.clinic.prescription import Entry, Unread, read_line, write_line
from acuchart.clinic.prescription_words import QUOTED, parts_of
from acuchart.clinic.worked import Worked
from acuchart.words import _

_WORD = re.compile(r"\s*(?:\bthread(?:ing|ed)\b|透)\s*", re.IGNORECASE)
_JOINT = re.compile(r"\s*(?:-|–|→|>|\bto\b)\s*", re.IGNORECASE)


def read_rows(line: str, points: Points) -> tuple[Entry | Unread, ...]:
    """Every entry of the line in its order, joined points among them."""
    found: list[Entry | Unread] = []
    for part in parts_of(line):
        if _WORD.search(QUOTED.sub(" ", part)):
            found.append(_joined(part.strip(), points))
        else:
            found += read_line(part, points)
    return tuple(found)


def write_rows(rows: Iterable[Needling]) -> str:
    """The rows as a line that reads back as the same rows, as far as a line can say them.

    A row needs a needle for each of its sides: without any there is nothing a line could say.
    """
    return ", ".join(_written(row) for row in rows)


def row_of(entry: Entry) -> Needling:
    """A row as it was typed."""
    worked = entry.worked
    return Needling(
        entry.code,
        entry.side,
        entry.needles,
        entry.depth_mm,
        angle=worked.angle,
        technique=worked.technique or Technique.EVEN,
        method=worked.method,
        levels=entry.levels,
        through=entry.through,
    )


def _written(row: Needling) -> str:
    worked = Worked(row.angle, row.technique, row.method)
    text = write_line([Entry(row.code, row.side, row.needles, row.depth_mm, "", row.levels, worked)])
    if not row.through:
        return text
    return text.replace(row.code, f"{row.code}-{row.through} threading", 1)


def _joined(part: str, points: Points) -> Entry | Unread:
    """The pair of a part: the split at which both sides name one point each."""
    quoted = " ".join(QUOTED.findall(part))
    before, after = _WORD.split(QUOTED.sub(" ", part), maxsplit=1)
    for one, other, rest in _splits(before, after):
        meant = points.meant(one), points.meant(other)
        if len(meant[0]) == len(meant[1]) == 1:
            return _read(part, f"{meant[0][0]} {rest} {quoted}", meant[1][0], points)
    sentence = _("{text} needs two points with a hyphen between them, such as li4-li11 threading.")
    return Unread(part, sentence.format(text=part), ())


def _splits(before: str, after: str) -> Iterable[tuple[str, str, str]]:
    """Every way to part the words into one point, the other, and the rest of the entry."""
    if not _JOINT.search(before):
        words = after.split()
        for size in range(len(words), 0, -1):
            yield before, " ".join(words[:size]), " ".join(words[size:])
    for joint in _JOINT.finditer(before):
        yield before[: joint.start()], before[joint.end() :], after


def _read(part: str, text: str, through: str, points: Points) -> Entry | Unread:
    read = read_line(text, points)
    if len(read) != 1:
        return Unread(part, _("{text} is more than one entry.").format(text=part), ())
    entry = read[0]
    if isinstance(entry, Unread):
        return replace(entry, text=part)
    if entry.code == through:
        return Unread(part, _("{code} can't be threaded to itself.").format(code=through), ())
    return replace(entry, text=part, through=through)
