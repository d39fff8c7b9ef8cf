"""Values become plain data and come back; data of another shape is refused."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone
from enum import StrEnum
from types import MappingProxyType
from typing import Any
from uuid import UUID

import pytest

from acuchart.clinic.findings import FindingState, Observation
from acuchart.clinic.visit import Carried, Examination
from acuchart.records.shapes import plain, shaped, to_text


class Colour(StrEnum):
    PALE = "pale"
    RED = "red"


@dataclass(frozen=True, slots=True)
class Inner:
    depth: float | None = None
    pair: tuple[int, str] = (0, "")


@dataclass(frozen=True, slots=True)
class Outer:
    id: UUID
    at: datetime
    on: date
    colour: Colour
    words: Mapping[str, str]
    many: tuple[Inner, ...] = ()
    sure: bool = False
    one: Inner | None = None
    more: Mapping[Colour, int] = field(default_factory=dict)


VALUE = Outer(
    UUID(int=7),
    datetime(2026, 11, 20, 8, 30, tzinfo=UTC),
    date(2026, 11, 20),
    Colour.PALE,
    MappingProxyType({"tongue": "舌"}),
    (Inner(1.5, (1, "a")), Inner()),
    True,
    Inner(2.0),
    {Colour.RED: 2},
)


def test_every_kind_of_field_comes_back() -> None:
    assert shaped(Outer, plain(VALUE)) == VALUE


def test_the_text_is_compact_and_legible() -> None:
    assert to_text(plain(VALUE.words)) == '{"tongue":"舌"}'


def test_a_field_that_an_older_row_lacks_takes_its_default() -> None:
    data = plain(VALUE)
    del data["sure"]
    assert shaped(Outer, data).sure is False


def test_an_instant_of_another_zone_is_the_same_instant_in_utc() -> None:
    tokyo = datetime(2026, 11, 20, 17, 30, tzinfo=timezone(timedelta(hours=9)))
    assert plain(tokyo) == "2026-11-20T08:30:00+00:00"


@pytest.mark.parametrize(
    "value",
    [datetime(2026, 11, 20), float("nan"), float("inf")],  # noqa: DTZ001 - the naive one is the point
)
def test_what_has_no_place_in_the_records_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match="records"):
        plain(value)


@pytest.mark.parametrize("value", [{1, 2}, b"bytes", object(), [1]])
def test_what_has_no_plain_form_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        plain(value)


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        (int, True),
        (int, 1.0),
        (int, "1"),
        (bool, 1),
        (str, None),
        (float, "1"),
        (tuple[int, str], [1]),
        (Inner, {"width": 1}),
        (Inner, {"depth": "deep"}),
    ],
)
def test_data_of_another_shape_is_refused(kind: Any, data: object) -> None:  # noqa: ANN401 - types of any form
    with pytest.raises((TypeError, ValueError)):
        shaped(kind, data)


def test_a_whole_number_is_a_figure_too() -> None:
    assert shaped(float, 2) == 2.0


def test_an_examination_kept_before_there_were_copies_has_none() -> None:
    seen = Observation("pain_heavy", FindingState.PRESENT, "knee-front", "right")
    whole = Examination((seen,), carried=(Carried(seen, 4),), pulse_rate=72)
    assert shaped(Examination, plain(whole)) == whole
    older = {"observations": [plain(seen)], "words": {}, "from_form": []}
    assert shaped(Examination, older) == Examination((seen,))
