"""The table of accounts."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from acuchart.clinic.people import Role
from acuchart.records.columns import word
from acuchart.records.tables.row import Row, Versioned


class UserRow(Versioned, Row):
    """One person's account; never deleted, because the records name it."""

    __tablename__ = "users"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str]
    role: Mapped[Role] = mapped_column(word(Role, "role"))
    licence: Mapped[str]
    closed_at: Mapped[datetime | None]
