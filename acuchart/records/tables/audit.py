"""The table of the audit trail."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from acuchart.records.tables.row import Row


class AuditRow(Row):
    """One act in the chain; triggers refuse to change or delete it."""

    __tablename__ = "audit_events"
    __table_args__ = (CheckConstraint("place > 0", name="place"),)

    place: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    user_id: Mapped[UUID | None] = mapped_column(ForeignKey("users.id"))
    act: Mapped[str]
    record_number: Mapped[str] = mapped_column(index=True)
    detail: Mapped[str]
    digest: Mapped[str]
