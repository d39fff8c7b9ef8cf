"""The tables behind the choice of points: changed caution rules and saved prescriptions."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from acuchart.clinic.cautions import CautionRule
from acuchart.clinic.needling import Needling
from acuchart.records.columns import whole
from acuchart.records.tables.row import Row, Versioned


class RuleChangeRow(Versioned, Row):
    """A caution rule as the clinic has it; one that came with the program is changed once at most."""

    __tablename__ = "rule_changes"
    __table_args__ = (
        Index("ix_rule_changes_replaces", "replaces", unique=True, sqlite_where=text("replaces <> ''")),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    replaces: Mapped[str]
    rule: Mapped[CautionRule] = whole(CautionRule)
    active: Mapped[bool]
    by: Mapped[UUID] = mapped_column(ForeignKey("users.id"))
    at: Mapped[datetime]


class SavedPrescriptionRow(Versioned, Row):
    """Rows of points under a name."""

    __tablename__ = "saved_prescriptions"
    __table_args__ = (CheckConstraint("name <> ''", name="name"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str]
    shared: Mapped[bool]
    by: Mapped[UUID] = mapped_column(ForeignKey("users.id"), index=True)
    at: Mapped[datetime]
    rows: Mapped[tuple[Needling, ...]] = whole(tuple[Needling, ...])
