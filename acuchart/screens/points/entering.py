"""From a line that was entered to the rows it adds and what of it could not be read. Knows no Qt."""

from collections.abc import Iterator
from dataclasses import dataclass

from acuchart.clinic.joined_points import read_rows, row_of
from acuchart.clinic.needling import Needling
from acuchart.clinic.point_names import Points
from acuchart.clinic.points import Side
from acuchart.clinic.prescription import Entry, Unread
from acuchart.clinic.trouble import ChartTrouble
from acuchart.screens.points import editing, keyed
from acuchart.screens.points.keyed import Keyed
from acuchart.screens.points.lines import NotRead
from acuchart.screens.points.typing_line import says_side


@dataclass(frozen=True, slots=True)
class Entered:
    """What became of a line.

    Attributes:
        rest: What stays in the field.
        not_read: What could not be read, told at the field.
        held: What is in the list already, told in the row that holds it: its key, and the sentence.
    """

    rows: Keyed
    rest: str
    not_read: tuple[NotRead, ...]
    held: tuple[tuple[int, str], ...]


def entered(
    before: Keyed, line: str, hit: tuple[str, str], wanted: Side, points: Points, keys: Iterator[int]
) -> Entered:
    """The rows with every entry of the line, and then the point that was chosen from the list.

    Args:
        before: The rows that are there.
        line: As typed.
        hit: Code of a point of the list and what was typed for it, or two empty texts.
        wanted: The side of an entry that names none.
        points: The nomenclature.
        keys: For new rows.
    """
    rows, rest, not_read, held = before, [], [], []
    for text, new in _wishes(line, hit, wanted, points):
        if isinstance(new, Unread):
            rest.append(text)
            not_read.append(NotRead(text, new.error, new.near))
            continue
        try:
            rows = keyed.added(rows, new, points, keys)
        except ChartTrouble as trouble:
            rest.append(text)
            held.append((keyed.holding(rows, new), trouble.sentence))
    return Entered(rows, ", ".join(dict.fromkeys(rest)), tuple(not_read), tuple(dict.fromkeys(held)))


def _wishes(
    line: str, hit: tuple[str, str], wanted: Side, points: Points
) -> Iterator[tuple[str, Needling | Unread]]:
    """Each entry as typed, with the row it asks for."""
    for entry in read_rows(line, points):
        yield entry.text, entry if isinstance(entry, Unread) else _row(entry, wanted, points)
    code, typed = hit
    if code:
        yield typed, editing.row_for(points[code], wanted)


def _row(entry: Entry, wanted: Side, points: Points) -> Needling:
    row = row_of(entry)
    return row if says_side(entry.text) else editing.with_side(row, points[row.code], wanted)


def first_new(before: Keyed, now: Keyed, waiting: frozenset[str]) -> int | None:
    """The first row that was added and has a danger that waits; the others wait in their rows."""
    old = {key for key, _row in before}
    return next((key for key, row in now if key not in old and {*row.codes} & waiting), None)
