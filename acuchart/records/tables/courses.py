"""The tables of courses of care and of forms filled."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from acuchart.clinic.course import Goal, Mechanism, Schedule
from acuchart.clinic.intake import AnswerSettled, IntakeState
from acuchart.records.columns import whole, word
from acuchart.records.tables.row import Row, Versioned


class CourseRow(Versioned, Row):
    """One complaint treated over a series of visits."""

    __tablename__ = "courses"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    patient_id: Mapped[UUID] = mapped_column(ForeignKey("patients.id"), index=True)
    complaint: Mapped[str]
    opened_at: Mapped[datetime]
    regions: Mapped[tuple[str, ...]] = whole(tuple[str, ...])
    onset: Mapped[date | None]
    mechanism: Mapped[Mechanism] = mapped_column(word(Mechanism, "mechanism"))
    goals: Mapped[tuple[Goal, ...]] = whole(tuple[Goal, ...])
    schedule: Mapped[Schedule] = whole(Schedule)
    closed_at: Mapped[datetime | None]


class IntakeRow(Versioned, Row):
    """One filling of a form."""

    __tablename__ = "intakes"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    patient_id: Mapped[UUID] = mapped_column(ForeignKey("patients.id"), index=True)
    form: Mapped[str]
    handed_out_at: Mapped[datetime]
    answers: Mapped[str]
    state: Mapped[IntakeState] = mapped_column(word(IntakeState, "state"))
    completed_at: Mapped[datetime | None]
    accepted_at: Mapped[datetime | None]
    accepted_by: Mapped[UUID | None] = mapped_column(ForeignKey("users.id"))
    settled: Mapped[tuple[AnswerSettled, ...]] = whole(tuple[AnswerSettled, ...])
