"""Frozen clinic values as plain JSON data, and back again.

Works from the type hints of the dataclasses, so that a field added to a value is kept without another word.
A field that an older row does not have takes its default; a field this version does not know is refused.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import cache
from types import MappingProxyType, NoneType, UnionType
from typing import Any, TypeAlias, Union, get_args, get_origin, get_type_hints
from uuid import UUID

Json: TypeAlias = Any
"""Lists, dicts with string keys, strings, numbers, booleans and None."""

Kind: TypeAlias = Any
"""A type as an annotation names it: a class, `tuple[Goal, ...]`, `date | None` ..."""


def plain(value: object) -> Json:
    """The value as lists, dicts, strings, numbers, booleans and None.

    Raises:
        TypeError: The value holds something that has no plain form.
        ValueError: An instant is naive, or a number is not finite.
    """
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    return _plain_scalar(value)


def shaped(kind: Kind, data: Json) -> Any:  # noqa: ANN401 - a value of `kind`, which no annotation can say
    """The value of a type, made from its plain form.

    Raises:
        TypeError: The data does not fit the type.
    """
    origin: Any = get_origin(kind)
    if origin in (Union, UnionType):
        return None if data is None else shaped(_without_none(kind), data)
    if origin is tuple:
        return _shaped_tuple(get_args(kind), data)
    if origin is not None and issubclass(origin, Mapping):
        key_kind, item_kind = get_args(kind)
        return MappingProxyType(
            {shaped(key_kind, key): shaped(item_kind, item) for key, item in data.items()}
        )
    if isinstance(kind, type) and is_dataclass(kind):
        hints = _hints(kind)
        return kind(**{name: shaped(hints[name], item) for name, item in _known(hints, data).items()})
    return _shaped_scalar(kind, data)


def to_text(data: Json) -> str:
    """Plain data as compact JSON text."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def utc(instant: datetime) -> datetime:
    """The same instant in UTC.

    Raises:
        ValueError: The instant is naive.
    """
    if instant.tzinfo is None:
        raise ValueError("a naive instant has no place in the records")
    return instant.astimezone(UTC)


@cache
def _hints(kind: type) -> Mapping[str, Kind]:
    return get_type_hints(kind)


def _plain_scalar(value: object) -> Json:
    if isinstance(value, datetime):
        return utc(value).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, float) and not math.isfinite(value):
        raise ValueError("a number in the records is finite")
    if value is None or isinstance(value, str | int | float | bool):
        return value
    raise TypeError(f"{type(value).__name__} has no plain form")


def _shaped_scalar(kind: type, data: Json) -> Json:
    if issubclass(kind, datetime | date):
        return kind.fromisoformat(data)
    if issubclass(kind, UUID | StrEnum):
        return kind(data)
    if kind is float and type(data) is int:
        return float(data)
    if type(data) is not kind:
        raise TypeError(f"{kind.__name__} expected, {type(data).__name__} found")
    return data


def _shaped_tuple(kinds: tuple[Any, ...], data: list[Any]) -> tuple[Any, ...]:
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        return tuple(shaped(kinds[0], item) for item in data)
    return tuple(shaped(kind, item) for kind, item in zip(kinds, data, strict=True))


def _without_none(kind: Kind) -> Json:
    (other,) = (arg for arg in get_args(kind) if arg is not NoneType)
    return other


def _known(hints: Mapping[str, Any], data: Mapping[str, Any]) -> Mapping[str, Any]:
    if unknown := data.keys() - hints.keys():
        raise TypeError(f"fields of another version: {', '.join(sorted(unknown))}")
    return data
