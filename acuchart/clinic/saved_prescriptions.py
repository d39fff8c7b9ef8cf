"""Prescriptions saved under a name, and what loading one into a visit would do."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from acuchart.clinic.cautions import Caution, Level
from acuchart.clinic.needling import Needling, Stimulation, as_chosen_again
from acuchart.clinic.trouble import ChartTrouble
from acuchart.words import _

LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class SavedPrescription:
    """Rows under a name.

    Attributes:
        shared: Whether everybody who treats in the clinic sees it; else only who saved it.
    """

    id: UUID
    name: str
    shared: bool
    by: UUID
    at: datetime
    rows: tuple[Needling, ...]
    version: int = 0


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A point that is not loaded, and why."""

    code: str
    because: str


@dataclass(frozen=True, slots=True)
class Loading:
    """What loading would change.

    Attributes:
        origin: Where the rows come from, in words.
        rows: What would be added.
        left_out: What would not.
    """

    origin: str
    rows: tuple[Needling, ...]
    left_out: tuple[LeftOut, ...]


def check_name(name: str, taken: Iterable[str]) -> str:
    """The name without stray space, or trouble when it is empty, too long or taken."""
    words = " ".join(name.split())
    if not words:
        raise ChartTrouble(_("Give the prescription a name."))
    if len(words) > LONGEST_NAME:
        raise ChartTrouble(_("A name has at most {n} letters.").format(n=LONGEST_NAME))
    if words.casefold() in {other.casefold() for other in taken}:
        raise ChartTrouble(_("There is a prescription called {name} already.").format(name=words))
    return words


def to_save(rows: Iterable[Needling]) -> tuple[Needling, ...]:
    """Rows without what belongs to one patient and one day."""
    return tuple(as_chosen_again(row, "") for row in rows)


def loading(
    rows: Iterable[Needling],
    origin: str,
    chosen: Iterable[Needling],
    dangers: Mapping[str, str],
    points: Container[str],
) -> Loading:
    """What would be added, and what is left out for this patient.

    Args:
        rows: To be copied.
        origin: Where they come from, in words.
        chosen: What the visit has already.
        dangers: Why a point is not for this patient, by code.
        points: The nomenclature.
    """
    there = tuple(chosen)
    pairs = max((row.current.pair for row in there if row.current is not None), default=0)
    added: list[Needling] = []
    left_out: list[LeftOut] = []
    for row in rows:
        because = _why_not(row, there, dangers, points)
        if because:
            left_out.append(LeftOut(row.code, because))
        else:
            added.append(_renumbered(as_chosen_again(row, origin), pairs))
    return Loading(origin, tuple(_whole_pairs(added)), tuple(left_out))


def dangers_of(rows: Iterable[Needling], cautions: Iterable[Caution]) -> Mapping[str, str]:
    """Why each row would be a danger for the patient, by the code of the row."""
    told = {c.point: c.reason for c in cautions if c.level is Level.DANGER and c.point is not None}
    return {row.code: told[code] for row in rows for code in reversed(row.codes) if code in told}


def _why_not(
    row: Needling, there: tuple[Needling, ...], dangers: Mapping[str, str], points: Container[str]
) -> str:
    if any(code not in points for code in row.codes):
        return _("no such point")
    if row.code in dangers:
        return dangers[row.code]
    if any(row.same_place(other) for other in there):
        return _("in the list already")
    return ""


def _renumbered(row: Needling, pairs: int) -> Needling:
    """The row with its pair numbered after those that are there."""
    return (
        row
        if row.current is None
        else replace(row, current=replace(row.current, pair=row.current.pair + pairs))
    )


def _whole_pairs(rows: list[Needling]) -> Iterable[Needling]:
    """The rows; one whose partner was left out is worked by hand again."""
    ends = [row.current.pair for row in rows if row.current is not None]
    for row in rows:
        current = row.current
        if current is not None and not current.across and ends.count(current.pair) != 2:
            yield replace(row, stimulation=Stimulation.MANUAL, current=None)
        else:
            yield row
