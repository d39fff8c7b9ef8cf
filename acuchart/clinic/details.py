"""What the clinic says about itself: letterhead, paper, dates and rooms."""

from dataclasses import dataclass, replace
from enum import StrEnum

from acuchart.clinic.trouble import ChartTrouble
from acuchart.words import _


class Paper(StrEnum):
    """Sheet sizes a clinic prints on."""

    A4 = "A4"
    LETTER = "Letter"


class DateOrder(StrEnum):
    """How a date is written and typed."""

    DAY_MONTH_YEAR = "dmy"
    MONTH_DAY_YEAR = "mdy"
    YEAR_MONTH_DAY = "ymd"


class ClockStyle(StrEnum):
    """How a time of day is written."""

    HOURS_24 = "24"
    HOURS_12 = "12"


@dataclass(frozen=True, slots=True)
class ClinicDetails:
    """The letterhead and habits of the clinic.

    Attributes:
        logo: A PNG or JPEG picture, empty for AcuChart's own mark.
        rooms: Labels of the treatment rooms, in the order of the board.
        needle: The needle used when nothing else is said.
    """

    name: str
    address: str = ""
    phone: str = ""
    logo: bytes = b""
    paper: Paper = Paper.A4
    date_order: DateOrder = DateOrder.DAY_MONTH_YEAR
    clock: ClockStyle = ClockStyle.HOURS_24
    rooms: tuple[str, ...] = ("Room 1", "Room 2", "Room 3")
    needle: str = "0.25 × 40 mm"
    lock_minutes: int = 5
    version: int = 0


@dataclass(frozen=True, slots=True)
class WrongDetails:
    """What cannot be kept, each as one sentence; empty where nothing is wrong."""

    name: str = ""
    rooms: str = ""


def wrong_details(details: ClinicDetails) -> WrongDetails:
    """What cannot be: a clinic without a name, without a room, or with two rooms of one name."""
    rooms = _("Give each room a name of its own, and keep at least one.")
    return WrongDetails(
        "" if details.name.strip() else _("Type the name of the clinic."),
        "" if _rooms_fit(details.rooms) else rooms,
    )


def check_details(details: ClinicDetails) -> ClinicDetails:
    """The details, or trouble when they cannot be."""
    wrong = wrong_details(details)
    if wrong.name or wrong.rooms:
        raise ChartTrouble(wrong.name or wrong.rooms)
    if not 1 <= details.lock_minutes <= 30:
        raise ChartTrouble(_("AcuChart can lock after 1 to 30 minutes without use."))
    return details


def fitting(details: ClinicDetails, kept: ClinicDetails) -> ClinicDetails:
    """The details with what is kept in place of a name or of rooms that cannot be."""
    wrong = wrong_details(details)
    return replace(
        details,
        name=kept.name if wrong.name else details.name,
        rooms=kept.rooms if wrong.rooms else details.rooms,
    )


def _rooms_fit(names: tuple[str, ...]) -> bool:
    rooms = [name.strip().casefold() for name in names]
    return bool(rooms) and all(rooms) and len(set(rooms)) == len(rooms)
