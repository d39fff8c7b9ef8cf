"""Visits, and the dangers of a whole patient somebody wrote a reason for."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from acuchart.clinic.visit import KeptDanger, Visit
from acuchart.records.shelf import ChangingShelf
from acuchart.records.tables import KeptDangersRow, VisitRow

_ORDER = (VisitRow.arrived_at, VisitRow.id)
_SIGNED_AT = VisitRow.__table__.c.signed_at


class Visits(ChangingShelf[Visit]):
    """Appointments, whole; the database refuses every change of a signed one."""

    row = VisitRow
    kind = Visit

    def remove(self, visit: Visit) -> None:
        """Takes a visit away again. Only for one in which nothing was written."""
        row = self.session.get(VisitRow, visit.id)
        if row is not None:
            self.session.delete(row)

    def of_course(self, course_id: UUID) -> tuple[Visit, ...]:
        """The visits of a course, by number."""
        return self.where(VisitRow.course_id == course_id, order=(VisitRow.number,))

    def of_patient(self, patient_id: UUID) -> tuple[Visit, ...]:
        """A patient's visits, the earliest first."""
        return self.where(VisitRow.patient_id == patient_id, order=_ORDER)

    def between(self, start: datetime, end: datetime) -> tuple[Visit, ...]:
        """Visits whose patient arrived from `start` on and before `end`, the earliest first."""
        return self.where(VisitRow.arrived_at >= start, VisitRow.arrived_at < end, order=_ORDER)

    def unsigned(self, practitioner_id: UUID | None = None) -> tuple[Visit, ...]:
        """Visits that wait for a signature, of one practitioner or of all, the earliest first."""
        mine = () if practitioner_id is None else (VisitRow.practitioner_id == practitioner_id,)
        return self.where(_SIGNED_AT.is_(None), *mine, order=_ORDER)


class KeptDangers:
    """Why patients are needled in spite of dangers that concern no single point, visit by visit."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def of(self, visit_id: UUID) -> tuple[KeptDanger, ...]:
        """What was written at a visit."""
        row = self.session.get(KeptDangersRow, visit_id)
        return () if row is None else row.kept

    def put(self, visit_id: UUID, kept: tuple[KeptDanger, ...]) -> None:
        """Keeps what was written in place of what was there; the database refuses it for a signed visit."""
        row = self.session.get(KeptDangersRow, visit_id)
        if row is None and kept:
            self.session.add(KeptDangersRow(visit_id=visit_id, kept=kept))
        elif row is not None and kept:
            row.kept = kept
        elif row is not None:
            self.session.delete(row)
        self.session.flush()
