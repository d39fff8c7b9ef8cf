"""What the shell does with the records, where the database code is known: it is read only once it is used."""

from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from acuchart.charting.sitting import Sitting
    from acuchart.clinic.details import ClinicDetails


def details_of(sitting: "Sitting") -> "ClinicDetails":
    """Letterhead and habits."""
    from acuchart.charting.clinic import Clinic

    return Clinic(sitting).details()


def silence(sitting: "Sitting", visit_id: UUID) -> object:
    """Silences the bell of a visit's room."""
    from acuchart.charting.session import Sessions

    return Sessions(sitting).silence(visit_id)


def answer_call(sitting: "Sitting", call_id: UUID) -> None:
    """Somebody goes to the room they were called to."""
    from acuchart.charting.calls import RoomCalls

    RoomCalls(sitting).answer(call_id)


def end_day(sitting: "Sitting") -> None:
    """Ends the day, unless needles are in."""
    from acuchart.charting.session import Sessions

    Sessions(sitting).end_day()
