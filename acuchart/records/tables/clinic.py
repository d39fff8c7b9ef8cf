"""The table of the one row that says what the clinic is called."""

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from acuchart.clinic.details import ClockStyle, DateOrder, Paper
from acuchart.records.columns import whole, word
from acuchart.records.tables.row import Row, Versioned


class ClinicRow(Versioned, Row):
    """Letterhead and habits."""

    __tablename__ = "clinic"
    __table_args__ = (
        CheckConstraint("id = 1", name="one_row"),
        CheckConstraint("lock_minutes BETWEEN 1 AND 30", name="lock_minutes"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, default=1)
    name: Mapped[str]
    address: Mapped[str]
    phone: Mapped[str]
    logo: Mapped[bytes]
    paper: Mapped[Paper] = mapped_column(word(Paper, "paper"))
    date_order: Mapped[DateOrder] = mapped_column(word(DateOrder, "date_order"))
    clock: Mapped[ClockStyle] = mapped_column(word(ClockStyle, "clock"))
    rooms: Mapped[tuple[str, ...]] = whole(tuple[str, ...])
    needle: Mapped[str]
    lock_minutes: Mapped[int]
