"""The contour of every drawing lies on the edge of what is filled, and every edge has its contour."""

import math
from itertools import pairwise

import pytest

from acuchart.clinic.body import View
from acuchart.clinic.paths import Ring, rings
from acuchart.knowledge.body import read_body

BODY = read_body()
CUT = {
    "arm-palmar": (66.0, 0.0, 90.0, 85.0),
    "arm-dorsal": (0.0, 0.0, 32.0, 85.0),
    "leg-medial": (30.0, 0.0, 130.0, 24.0),
    "ear": (18.0, 14.0, 22.0, 40.0),
}
"""Where a part is cut from the rest of the body and has no contour."""


_CELL = 0.4


def _contour(view: View) -> list[Ring]:
    return [ring for stroke in view.outline for ring in rings(stroke.path)]


def _cells(view: View) -> set[tuple[int, int]]:
    """The little squares of the sheet that a contour passes, with their neighbours."""
    found = set()
    for ring in _contour(view):
        for (x, y), (to_x, to_y) in pairwise(ring):
            steps = max(1, math.ceil(math.hypot(to_x - x, to_y - y) / (_CELL / 2)))
            for n in range(steps + 1):
                cell = _cell(x + (to_x - x) * n / steps, y + (to_y - y) * n / steps)
                found |= {(cell[0] + dx, cell[1] + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)}
    return found


def _cell(x: float, y: float) -> tuple[int, int]:
    return round(x / _CELL), round(y / _CELL)


@pytest.mark.parametrize("name", list(BODY.views))
def test_no_contour_runs_beside_the_body(name: str) -> None:
    view = BODY.view(name)
    places = [place for ring in _contour(view) for place in ring[::4]]
    assert max(view.outside_by(x, y) for x, y in places) <= 0.25


@pytest.mark.parametrize("name", list(BODY.views))
def test_every_edge_has_its_contour(name: str) -> None:
    view = BODY.view(name)
    cells = _cells(view)
    left, top, right, bottom = CUT.get(name, (0.0, 0.0, 0.0, 0.0))
    for ring in view.shape:
        for x, y in ring:
            at_the_end = not (1 < x < view.width - 1 and 1 < y < view.height - 1)
            if not at_the_end and not (left <= x <= right and top <= y <= bottom):
                assert _cell(x, y) in cells, (x, y)
