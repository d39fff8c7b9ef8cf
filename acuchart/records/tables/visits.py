"""The tables of visits, of the notes signed at their end and of what was added later."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, composite, mapped_column

from acuchart.clinic.needling import Needling
from acuchart.clinic.plan import PlanDraft
from acuchart.clinic.visit import (
    Assessment,
    CheckIn,
    Examination,
    KeptDanger,
    NoteWords,
    Reactions,
    RedFlagAnswer,
    Signature,
)
from acuchart.records.columns import whole
from acuchart.records.left_in_words import SOMETHING_STAYS
from acuchart.records.tables.row import Row, Versioned

_SCORES = ("pain_now", "pain_worst", "pain_average")


class VisitRow(Versioned, Row):
    """One appointment, whole; a signed one is locked by triggers."""

    __tablename__ = "visits"
    __table_args__ = (
        UniqueConstraint("course_id", "number"),
        CheckConstraint("number > 0", name="number"),
        *(CheckConstraint(f"{score} BETWEEN 0 AND 10", name=score) for score in _SCORES),
        CheckConstraint(
            "(signed_by IS NULL) = (signed_at IS NULL) AND (signed_by IS NULL) = (signed_digest IS NULL)",
            name="signature",
        ),
        Index("ix_visits_stays", "id", sqlite_where=text(SOMETHING_STAYS)),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    patient_id: Mapped[UUID] = mapped_column(ForeignKey("patients.id"), index=True)
    course_id: Mapped[UUID] = mapped_column(ForeignKey("courses.id"))
    number: Mapped[int]
    practitioner_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"))
    arrived_at: Mapped[datetime] = mapped_column(index=True)
    room: Mapped[str]
    check_in: Mapped[CheckIn] = composite(
        *(mapped_column(score) for score in _SCORES), mapped_column("arrival_words")
    )
    examination: Mapped[Examination] = whole(Examination)
    red_flags: Mapped[tuple[RedFlagAnswer, ...]] = whole(tuple[RedFlagAnswer, ...])
    assessment: Mapped[Assessment] = whole(Assessment)
    prescription: Mapped[tuple[Needling, ...]] = whole(tuple[Needling, ...])
    reactions: Mapped[Reactions] = whole(Reactions)
    note_words: Mapped[NoteWords] = whole(NoteWords)
    signature: Mapped[Signature | None] = composite(
        mapped_column("signed_by", ForeignKey("users.id"), nullable=True),
        mapped_column("signed_at", nullable=True, index=True),
        mapped_column("signed_digest", nullable=True),
    )


class KeptDangersRow(Row):
    """Why the patient of a visit is needled in spite of dangers that concern no single point."""

    __tablename__ = "kept_dangers"

    visit_id: Mapped[UUID] = mapped_column(ForeignKey("visits.id"), primary_key=True)
    kept: Mapped[tuple[KeptDanger, ...]] = whole(tuple[KeptDanger, ...])


class NoteRow(Row):
    """The note as it read when it was signed, as JSON text."""

    __tablename__ = "notes"

    visit_id: Mapped[UUID] = mapped_column(ForeignKey("visits.id"), primary_key=True)
    text: Mapped[str]


class AddendumRow(Row):
    """A dated addition to a signed visit."""

    __tablename__ = "addenda"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    visit_id: Mapped[UUID] = mapped_column(ForeignKey("visits.id"), index=True)
    by: Mapped[UUID] = mapped_column(ForeignKey("users.id"))
    at: Mapped[datetime]
    words: Mapped[str]


class PlanDraftRow(Row):
    """The plan as the practitioner edits it."""

    __tablename__ = "plan_drafts"

    visit_id: Mapped[UUID] = mapped_column(ForeignKey("visits.id"), primary_key=True)
    draft: Mapped[PlanDraft] = whole(PlanDraft)
