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
    """

    rows: Keyed
    rest: str
    not_read: tuple[NotRead, ...]


def entered(before: Keyed, line: str, hit: str, wanted: Side, points: Points, keys: Iterator[int]) -> Entered:
    """The rows with every entry of the line, and then the point that was chosen from the list.

    Args:
        before: The rows that are there.
        line: As typed.
        hit: Code of a point of the list, or "".
        wanted: The side of an entry that names none.
        points: The nomenclature.
        keys: For new rows.
    """
    rows, rest, not_read = before, [], []
    for entry in read_rows(line, points):
        try:
            rows = keyed.added(rows, _row(entry, wanted, points), points, keys)
        except ChartTrouble as trouble:
            rest.append(entry.text)
            near = entry.near if isinstance(entry, Unread) else ()
            not_read.append(NotRead(entry.text, trouble.sentence, near))
    if hit:
        try:
            rows = keyed.added(rows, editing.row_for(points[hit], wanted), points, keys)
        except ChartTrouble as trouble:
            not_read.append(NotRead(hit, trouble.sentence, ()))
    return Entered(rows, ", ".join(rest), tuple(not_read))


def _row(entry: Entry | Unread, wanted: Side, points: Points) -> Needling:
    if isinstance(entry, Unread):
        raise ChartTrouble(entry.error)
    row = row_of(entry)
    return row if says_side(entry.text) else editing.with_side(row, points[row.code], wanted)


def first_new(before: Keyed, now: Keyed, waiting: frozenset[str]) -> int | None:
    """The first row that was added and has a danger that waits; the others wait in their rows."""
    old = {key for key, _row in before}
    return next((key for key, row in now if key not in old and {*row.codes} & waiting), None)
