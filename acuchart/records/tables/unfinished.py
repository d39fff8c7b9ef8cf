"""The table of what is still being typed."""

from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from acuchart.clinic.unfinished import Typed
from acuchart.records.columns import whole
from acuchart.records.tables.row import Row


class UnfinishedFormRow(Row):
    """A form not handed in yet; `about` is empty where the form is about nobody who is kept."""

    __tablename__ = "unfinished_forms"

    by: Mapped[UUID] = mapped_column(ForeignKey("users.id"), primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    about: Mapped[str] = mapped_column(primary_key=True)
    typed: Mapped[Typed] = whole(Typed)
