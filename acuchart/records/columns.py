"""Column types: instants in UTC, words of a vocabulary, small values kept whole."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, DateTime, Dialect, Enum
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

from acuchart.records.shapes import Kind, plain, shaped, utc


class Instant(TypeDecorator[datetime]):
    """An aware instant, kept in UTC; a naive one is refused."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else utc(value).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


class Shape(TypeDecorator[Any]):
    """A frozen value, or a tuple of them, kept whole as JSON.

    Args:
        kind: The type, such as ``Schedule`` or ``tuple[Goal, ...]``.
    """

    impl = JSON
    cache_ok = True

    def __init__(self, kind: Kind) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: object, dialect: Dialect) -> object:
        return plain(value)

    def process_result_value(self, value: object, dialect: Dialect) -> object:
        return shaped(self.kind, value)

    def compare_values(self, x: object, y: object) -> bool:
        return x == y


def word(kind: type[StrEnum], name: str) -> Enum:
    """A column of one of the words of an enum, checked by a constraint of that name."""
    return Enum(
        kind,
        name=name,
        native_enum=False,
        create_constraint=True,
        length=32,
        values_callable=lambda words: [item.value for item in words],
    )


def whole(kind: Kind) -> Mapped[Any]:
    """A column of a value kept whole."""
    return mapped_column(Shape(kind))
