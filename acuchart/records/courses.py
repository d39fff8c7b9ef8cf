"""Courses of care."""

from uuid import UUID

from acuchart.clinic.course import Course
from acuchart.records.shelf import ChangingShelf
from acuchart.records.tables import CourseRow

_ORDER = (CourseRow.opened_at, CourseRow.id)


class Courses(ChangingShelf[Course]):
    """Complaints under treatment."""

    row = CourseRow
    kind = Course

    def of_patient(self, patient_id: UUID) -> tuple[Course, ...]:
        """A patient's courses, the earliest first."""
        return self.where(CourseRow.patient_id == patient_id, order=_ORDER)

    def open_of_patient(self, patient_id: UUID) -> tuple[Course, ...]:
        """A patient's courses that are not closed, the earliest first."""
        return self.where(CourseRow.patient_id == patient_id, CourseRow.closed_at.is_(None), order=_ORDER)
