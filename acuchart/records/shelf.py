"""A shelf: the values of one table, put in, taken out and exchanged for a newer version."""

from collections.abc import Sequence
from typing import Any, ClassVar, Generic, Protocol, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from acuchart.clinic.trouble import ChangedElsewhere, ChartTrouble
from acuchart.records.tables.row import Row, Value
from acuchart.words import _


class Keyed(Value, Protocol):
    """A value with a key."""

    @property
    def id(self) -> UUID: ...


class Versioned(Keyed, Protocol):
    """A value with a key that counts its changes from 0."""

    @property
    def version(self) -> int: ...


K = TypeVar("K", bound=Keyed)
V = TypeVar("V", bound=Versioned)


def missing() -> ChartTrouble:
    """The trouble of asking for what is not kept."""
    return ChartTrouble(_("This record is no longer there. Look for it again."))


def changed_elsewhere() -> ChangedElsewhere:
    """The trouble of a lost update."""
    return ChangedElsewhere(
        _("This was changed in another window. Compare both and choose; what you typed is kept.")
    )


class KeptShelf(Generic[K]):
    """Values that are put in once and never change."""

    row: ClassVar[type[Row]]
    kind: type[K]

    def __init__(self, session: Session) -> None:
        self.session = session

    def add(self, value: K) -> K:
        """Keeps a new value."""
        return self.put_in(self.row(), value)

    def put_in(self, row: Row, value: K) -> K:
        """Keeps a new value in a new row."""
        row.take(value)
        self.complete(row)
        self.session.add(row)
        self.session.flush()
        return row.give(self.kind)

    def get(self, key: UUID) -> K:
        """The value with a key.

        Raises:
            ChartTrouble: There is none.
        """
        return self.found(key).give(self.kind)

    def found(self, key: UUID) -> Row:
        """The row with a key, or trouble."""
        row = self.session.get(self.row, key)
        if row is None:
            raise missing()
        return row

    def complete(self, row: Any) -> None:  # noqa: ANN401 - each shelf knows its own row
        """Fills the columns that are not fields of the value."""

    def where(self, *conditions: ColumnElement[bool], order: Sequence[Any]) -> tuple[K, ...]:
        """The values that meet all conditions, in order."""
        rows = self.session.scalars(select(self.row).where(*conditions).order_by(*order))
        return tuple(row.give(self.kind) for row in rows)


class ChangingShelf(KeptShelf[V]):
    """Values that change; an update of a version that is no longer the newest is refused."""

    def change(self, value: V) -> V:
        """Keeps a value in place of its earlier version, and returns it with the new version.

        Raises:
            ChangedElsewhere: It was changed since this version was read.
            ChartTrouble: It was never kept.
        """
        row: Any = self.found(value.id)
        if row.version != value.version:
            raise changed_elsewhere()
        row.take(value)
        self.complete(row)
        try:
            self.session.flush()
        except StaleDataError as error:
            raise changed_elsewhere() from error
        return self.found(value.id).give(self.kind)
