"""The tables of issued plans and of the print queue."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from acuchart.clinic.printing import PrintState
from acuchart.records.columns import whole, word
from acuchart.records.tables.row import Row, Versioned


class PlanRow(Row):
    """A plan as issued; the PDF is read only when it is asked for."""

    __tablename__ = "plans"
    __table_args__ = (
        UniqueConstraint("course_id", "number"),
        CheckConstraint("number > 0 AND pages > 0", name="figures"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    patient_id: Mapped[UUID] = mapped_column(ForeignKey("patients.id"), index=True)
    course_id: Mapped[UUID] = mapped_column(ForeignKey("courses.id"))
    visit_id: Mapped[UUID] = mapped_column(ForeignKey("visits.id"))
    number: Mapped[int]
    issued_at: Mapped[datetime]
    issued_by: Mapped[UUID] = mapped_column(ForeignKey("users.id"))
    pages: Mapped[int]
    pdf: Mapped[bytes] = mapped_column(deferred=True)


class IssuedPointsRow(Row):
    """The points an issued plan was made for, to be held against what was needled after it."""

    __tablename__ = "issued_points"

    plan_id: Mapped[UUID] = mapped_column(ForeignKey("plans.id"), primary_key=True)
    points: Mapped[tuple[str, ...]] = whole(tuple[str, ...])


class PrintJobRow(Versioned, Row):
    """An issued paper at the front desk."""

    __tablename__ = "print_jobs"
    __table_args__ = (CheckConstraint("pages > 0", name="pages"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    patient_id: Mapped[UUID] = mapped_column(ForeignKey("patients.id"), index=True)
    patient_name: Mapped[str]
    record_number: Mapped[str]
    plan_id: Mapped[UUID] = mapped_column(ForeignKey("plans.id"))
    title: Mapped[str]
    pages: Mapped[int]
    queued_at: Mapped[datetime]
    state: Mapped[PrintState] = mapped_column(word(PrintState, "state"), index=True)
    printed_at: Mapped[datetime | None]
    fault: Mapped[str]
