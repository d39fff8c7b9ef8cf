"""The lines of the channels run like a hand would draw them, and on the right side of bones and tendons."""

import math
from collections.abc import Iterator

import pytest

from acuchart.clinic.body import ChannelLine
from acuchart.clinic.paths import Curve, Line, Move, Place, Ring, contains, rings
from tests.helpers.cun_ruler import BODY, mark, spot

SHARPEST = 25.0
"""Degrees a line may turn at once."""
_SHORT = 0.05


def _turns(line: ChannelLine) -> Iterator[tuple[Place, float]]:
    """Every joint of a line, with the degrees it turns there."""
    at: Place = (0.0, 0.0)
    way: Place | None = None
    for piece in line.path:
        if isinstance(piece, Move):
            at = (piece.x, piece.y)
            continue
        assert isinstance(piece, (Line, Curve))
        end = (piece.x, piece.y)
        handles = [(piece.x1, piece.y1), (piece.x2, piece.y2)] if isinstance(piece, Curve) else []
        leaving = _way(at, [*handles, end])
        if way is not None:
            yield at, _degrees(way, leaving)
        back = _way(end, [*reversed(handles), at])
        way, at = (-back[0], -back[1]), end


def _way(start: Place, places: list[Place]) -> Place:
    x, y = next(place for place in places if math.dist(place, start) > _SHORT)
    return x - start[0], y - start[1]


def _degrees(one: Place, other: Place) -> float:
    cross, dot = one[0] * other[1] - one[1] * other[0], one[0] * other[0] + one[1] * other[1]
    return abs(math.degrees(math.atan2(cross, dot)))


def _on_the_profile(line: ChannelLine) -> bool:
    """The midline channels follow nose, lips and chin from the side, which have corners of their own."""
    return line.channel in ("GV", "CV") and "lateral" in line.view


@pytest.mark.parametrize("line", BODY.lines, ids=lambda line: f"{line.channel} {line.view} {line.side.value}")
def test_no_line_has_a_corner(line: ChannelLine) -> None:
    worst = max((degrees for _at, degrees in _turns(line)), default=0.0)
    assert worst <= (50.0 if _on_the_profile(line) else SHARPEST), line.codes


def test_no_line_is_drawn_over_the_lifted_arm_that_hides_it() -> None:
    arm = [
        shape for name, (_box, shape) in BODY.view("lateral").areas.items() if name.endswith("-outer-right")
    ]
    for line in BODY.channel_lines("lateral", "GB"):
        assert not any(contains(shape, x, y) for shape in arm for x, y in _ring(line))


@pytest.mark.parametrize("view", ["foot-medial", "leg-medial"])
def test_spleen_and_kidney_pass_on_their_own_side_of_the_inner_malleolus(view: str) -> None:
    """The toes are drawn to the left there, so that in front is left and behind is right."""
    x, y = mark(view, "medial-malleolus")
    (spleen,) = BODY.channel_lines(view, "SP")
    (kidney,) = BODY.channel_lines(view, "KI")
    at_height = [place for place in _ring(spleen) if abs(place[1] - y) < 4]
    assert at_height
    assert all(x - 12 < place[0] < x - 6 for place in at_height)
    assert all(math.dist(place, (x, y)) > 5 for place in _ring(kidney))


def test_the_fibula_lies_between_its_points() -> None:
    """The long lines of the drawing above the ankle are the edges of the bone."""
    behind, before = _inner_line("lateral", 588.0), _inner_line("foot-lateral", 46.0)
    assert _spot("GB35", "lateral")[0] < _x_at(behind, _spot("GB35", "lateral")[1])
    for code in ("GB36", "GB37", "GB38", "GB39"):
        assert _spot(code, "lateral")[0] > _x_at(behind, _spot(code, "lateral")[1]) + 4
    for code in ("GB37", "GB38", "GB39"):
        assert _spot(code, "foot-lateral")[0] > _x_at(before, _spot(code, "foot-lateral")[1])


def test_the_tendon_to_the_little_toe_passes_between_linqi_and_diwuhui() -> None:
    tendon = _inner_line("foot-dorsum", 79.0)
    assert _spot("GB41", "foot-dorsum")[0] < _x_at(tendon, _spot("GB41", "foot-dorsum")[1])
    assert _spot("GB42", "foot-dorsum")[0] > _x_at(tendon, _spot("GB42", "foot-dorsum")[1])


def _ring(line: ChannelLine) -> Ring:
    (ring,) = rings(line.path)
    return ring


def _spot(code: str, view: str) -> Place:
    found = spot(code, view)
    assert found is not None
    return found


def _inner_line(view: str, start: float) -> Ring:
    """The inner line of a drawing that begins at a height, the one farthest to the right of several."""
    found = [ring for stroke in BODY.view(view).detail for ring in rings(stroke.path) if ring[0][1] == start]
    return max(found, key=lambda ring: ring[0][0])


def _x_at(ring: Ring, y: float) -> float:
    """Where a line that runs down the sheet passes a height."""
    return min(ring, key=lambda place: abs(place[1] - y))[0]
