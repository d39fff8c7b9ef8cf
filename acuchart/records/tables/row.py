"""What every table shares: names of constraints, types of columns, the way from a row to a value and back."""

from dataclasses import fields
from datetime import date, datetime
from typing import Any, ClassVar, Protocol, TypeVar
from uuid import UUID

from sqlalchemy import Date, LargeBinary, MetaData, Text, Uuid
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column

from acuchart.records.columns import Instant

NAMES = {
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
}


class Value(Protocol):
    """A frozen dataclass."""

    __dataclass_fields__: ClassVar[dict[str, Any]]


V = TypeVar("V", bound=Value)


class Row(DeclarativeBase):
    """A row; its attributes bear the names of the fields of its value."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: Text(),
        bytes: LargeBinary(),
        date: Date(),
        datetime: Instant(),
        UUID: Uuid(),
    }

    def take(self, value: Value, *, leaving: frozenset[str] = frozenset({"version"})) -> None:
        """Writes the fields of a value onto the row; the version is counted by the row itself."""
        for field in fields(value):
            if field.name not in leaving:
                setattr(self, field.name, getattr(value, field.name))

    def give(self, kind: type[V]) -> V:
        """The row as a value."""
        return kind(**{field.name: getattr(self, field.name) for field in fields(kind)})


class Versioned:
    """A row that counts its changes from 0, so that a lost update is refused."""

    version: Mapped[int] = mapped_column()

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:  # noqa: N805 - SQLAlchemy calls it with the class
        return {"version_id_col": cls.version, "version_id_generator": _next_version}


def _next_version(version: int | None) -> int:
    return 0 if version is None else version + 1
