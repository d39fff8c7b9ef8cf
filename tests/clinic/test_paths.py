"""Paths read, mirror, flatten and measure as they should."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acuchart.clinic.paths import (
    Close,
    Curve,
    Line,
    Move,
    Path,
    box,
    contains,
    distance_to,
    mirrored_path,
    parse_path,
    rings,
)

SQUARE = parse_path("M10 10L30 10L30 30L10 30Z")
NUMBERS = st.integers(-9999, 9999).map(lambda n: n / 100)
SEGMENTS = st.one_of(
    st.builds(Line, NUMBERS, NUMBERS),
    st.builds(Curve, NUMBERS, NUMBERS, NUMBERS, NUMBERS, NUMBERS, NUMBERS),
)
PATHS = st.builds(
    lambda start, rest: (start, *rest, Close()), st.builds(Move, NUMBERS, NUMBERS), st.lists(SEGMENTS)
)


def written(path: Path) -> str:
    def one(segment: Move | Line | Curve | Close) -> str:
        match segment:
            case Move(x, y):
                return f"M{x} {y}"
            case Line(x, y):
                return f"L{x} {y}"
            case Curve(x1, y1, x2, y2, x, y):
                return f"C{x1} {y1} {x2} {y2} {x} {y}"
            case Close():
                return "Z"

    return "".join(one(segment) for segment in path)


@given(PATHS)
def test_reading_what_was_written_gives_the_same_path(path: Path) -> None:
    assert parse_path(written(path)) == path


@given(PATHS)
def test_a_mirror_of_a_mirror_is_the_path_itself(path: Path) -> None:
    once = mirrored_path(path, 100.0)
    twice = mirrored_path(once, 100.0)
    (left, top, right, bottom), back = box(rings(path)), box(rings(twice))
    assert back == pytest.approx((left, top, right, bottom), abs=1e-9)
    assert box(rings(once)) == pytest.approx((100 - right, top, 100 - left, bottom), abs=1e-9)


def test_more_numbers_after_a_move_are_lines() -> None:
    assert parse_path("M0 0 5 0 5 5") == (Move(0, 0), Line(5, 0), Line(5, 5))


@pytest.mark.parametrize(
    "text", ["M1", "m1 2", "M1 2Q1 2 3 4", "1 2", "M1 2C1 2 3 4 5", "M1 2Z3 4", "M1 L2 3"]
)
def test_other_path_data_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="path data"):
        parse_path(text)


def test_inside_edges_and_holes() -> None:
    holed = rings(SQUARE + parse_path("M15 15L25 15L25 25L15 25Z"))
    assert contains(holed, 12, 12)
    assert not contains(holed, 20, 20)
    assert not contains(holed, 31, 20)
    assert distance_to(rings(SQUARE), 35, 20) == pytest.approx(5)
    assert distance_to(rings(SQUARE), 20, 12) == pytest.approx(2)


def test_a_curve_bulges_and_its_corners_are_not_inside() -> None:
    dome = rings(parse_path("M0 10C0 -4 20 -4 20 10Z"))
    assert contains(dome, 10, 1)
    assert not contains(dome, 1, 1)
