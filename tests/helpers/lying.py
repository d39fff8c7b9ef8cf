"""Somebody who lies with needles in a room of a staffed clinic."""

from datetime import date, timedelta
from uuid import UUID

from acuchart.charting.clocks import Clocks
from acuchart.charting.patients import Patients
from acuchart.charting.today import Today
from acuchart.clinic.ids import new_id
from acuchart.clinic.people import Name, Particulars
from acuchart.clinic.session import Session, SessionState
from tests.helpers.clinic import StaffedClinic
from tests.helpers.records import MORNING


def needles_in(clinic: StaffedClinic, room: str, left: timedelta) -> UUID:
    """Somebody lies in a room; written as a crash would leave it."""
    patient = Patients(clinic.owner).register(Particulars(Name("Mara", f"Of {room}"), date(1985, 4, 2)))
    visit_id = Today(clinic.owner).check_in(patient.id, clinic.owner.user.id)
    session = Session(
        new_id(),
        visit_id,
        room,
        7,
        SessionState.RETENTION,
        7,
        begun_at=MORNING,
        deadline=MORNING + left,
        minutes=20,
    )
    with clinic.owner.records.work() as work:
        work.sessions.add(session)
    Clocks(clinic.owner.records, clinic.bus).write_down(MORNING)
    return visit_id
