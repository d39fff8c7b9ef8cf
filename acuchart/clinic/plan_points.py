"""Whether an issued plan still tells the points that were needled. The plan itself never changes."""

from collections.abc import Iterable
from dataclasses import dataclass

from acuchart.clinic.needling import Needling
from acuchart.clinic.needling_words import SIDE_WORDS
from acuchart.words import _


@dataclass(frozen=True, slots=True)
class PointsChanged:
    """What of an issued plan no longer holds; points in words such as "LU2 R".

    Attributes:
        version: Of the plan.
    """

    version: int
    added: tuple[str, ...]
    left_out: tuple[str, ...]


def points_told(needled: Iterable[Needling]) -> tuple[str, ...]:
    """The points a plan is issued for, as they are kept with it."""
    rows = ((" ".join(row.codes), row.side) for row in needled)
    return tuple(dict.fromkeys(f"{codes} {side}" for codes, side in rows))


def points_changed(version: int, issued: Iterable[str], now: Iterable[str]) -> PointsChanged | None:
    """Where both differ; None where they do not, in whatever order."""
    before, after = tuple(issued), tuple(now)
    added = tuple(_plain(point) for point in after if point not in before)
    left_out = tuple(_plain(point) for point in before if point not in after)
    return PointsChanged(version, added, left_out) if added or left_out else None


def changed_words(changed: PointsChanged) -> str:
    """A sentence for those who treat."""
    told = [
        _("{points} came in").format(points=", ".join(changed.added)) if changed.added else "",
        _("{points} went out").format(points=", ".join(changed.left_out)) if changed.left_out else "",
    ]
    return _("Points changed since version {n} was issued: {what}.").format(
        n=changed.version, what="; ".join(part for part in told if part)
    )


def _plain(point: str) -> str:
    codes, _separator, side = point.rpartition(" ")
    words = next((words for kind, words in SIDE_WORDS.items() if kind == side), "")
    return f"{codes} {_(words)}" if words else codes
