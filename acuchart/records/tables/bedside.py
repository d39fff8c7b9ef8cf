"""The tables of what happens beside the table: reactions, and calls to a room."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from acuchart.clinic.adverse import Severity
from acuchart.clinic.visit import Reaction
from acuchart.records.columns import word
from acuchart.records.tables.row import Row, Versioned


class AdverseEventRow(Versioned, Row):
    """A reaction of a visit, never erased."""

    __tablename__ = "adverse_events"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    visit_id: Mapped[UUID] = mapped_column(ForeignKey("visits.id"), index=True)
    kind: Mapped[Reaction] = mapped_column(word(Reaction, "kind"))
    severity: Mapped[Severity] = mapped_column(word(Severity, "severity"))
    done: Mapped[str]
    by: Mapped[UUID] = mapped_column(ForeignKey("users.id"))
    at: Mapped[datetime]
    follow_up_on: Mapped[date | None] = mapped_column(index=True)
    followed_up_at: Mapped[datetime | None]
    followed_up_by: Mapped[UUID | None] = mapped_column(ForeignKey("users.id"))


class RoomCallRow(Versioned, Row):
    """A call that someone go to a room."""

    __tablename__ = "room_calls"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    room: Mapped[str]
    by: Mapped[UUID] = mapped_column(ForeignKey("users.id"))
    at: Mapped[datetime]
    answered_by: Mapped[UUID | None] = mapped_column(ForeignKey("users.id"))
    answered_at: Mapped[datetime | None] = mapped_column(index=True)
