"""The tables of needling sessions, and of needles left in that came out later."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from acuchart.clinic.session import Correction, Round, SessionState, Settlement, Spot
from acuchart.clinic.stages import Stage
from acuchart.clinic.zones import Zone
from acuchart.records.columns import whole, word
from acuchart.records.left_in_words import NEEDLE_SETTLED
from acuchart.records.tables.row import Row, Versioned


class SessionRow(Versioned, Row):
    """The session of one visit as last written down."""

    __tablename__ = "sessions"
    __table_args__ = (
        CheckConstraint("expected >= 0 AND count_in >= 0 AND count_out >= 0", name="counts"),
        Index("ix_sessions_left_in", "id", sqlite_where=text(NEEDLE_SETTLED)),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    visit_id: Mapped[UUID] = mapped_column(ForeignKey("visits.id"), unique=True)
    room: Mapped[str]
    expected: Mapped[int]
    state: Mapped[SessionState] = mapped_column(word(SessionState, "state"), index=True)
    count_in: Mapped[int]
    count_out: Mapped[int]
    minutes: Mapped[int]
    begun_at: Mapped[datetime | None]
    retained_at: Mapped[datetime | None]
    deadline: Mapped[datetime | None]
    paused_at: Mapped[datetime | None]
    removal_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    inserted_by: Mapped[UUID | None] = mapped_column(ForeignKey("users.id"))
    removed_by: Mapped[UUID | None] = mapped_column(ForeignKey("users.id"))
    silenced_until: Mapped[datetime | None]
    settlements: Mapped[tuple[Settlement, ...]] = whole(tuple[Settlement, ...])
    corrections: Mapped[tuple[Correction, ...]] = whole(tuple[Correction, ...])
    counted_at: Mapped[datetime | None]
    coming: Mapped[tuple[int, ...]] = whole(tuple[int, ...])
    rounds: Mapped[tuple[Round, ...]] = whole(tuple[Round, ...])
    stages: Mapped[tuple[Stage, ...]] = whole(tuple[Stage, ...])
    zones: Mapped[tuple[Zone, ...]] = whole(tuple[Zone, ...])
    in_at: Mapped[tuple[Spot, ...]] = whole(tuple[Spot, ...])
    out_at: Mapped[tuple[Spot, ...]] = whole(tuple[Spot, ...])


class TakenOutRow(Row):
    """That something left in on purpose was removed; a signed visit locks the row of its session."""

    __tablename__ = "needles_taken_out"
    __table_args__ = (
        UniqueConstraint("session_id", "settlement"),
        CheckConstraint("settlement >= 0", name="settlement"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    session_id: Mapped[UUID] = mapped_column(ForeignKey("sessions.id"))
    settlement: Mapped[int]
    by: Mapped[UUID] = mapped_column(ForeignKey("users.id"))
    at: Mapped[datetime]
