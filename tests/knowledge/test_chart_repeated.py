"""A part that is drawn twice has its points on the same spots both times, in both directions of the sheet.

A head, a hand or a foot is repeated larger on a sheet of its own, whose points have formulas of their own.
Whoever moves a point on one sheet alone is told here.
"""

import math
from collections.abc import Iterator

import pytest

from acuchart.clinic.body import Spot
from acuchart.clinic.paths import Place
from acuchart.clinic.points import Side
from acuchart.knowledge import load
from tests.helpers.cun_ruler import BODY, CHARTS, has, mark

POINTS = load().points
NEAR = 1.0
"""Units, a tenth of a cun."""

SAME_WAY_UP = [  # sheet, the sheet it repeats, and where on that it lies
    ("head-front", "front", 128.0, 6.0),
    ("head-back", "back", 128.0, 6.0),
    ("head-lateral", "lateral", 16.0, 6.0),
    ("foot-lateral", "lateral", 32.0, 660.0),
    ("foot-medial", "leg-medial", -5.0, 320.0),
]
TURNED = [  # sheets that show the same side of the arm or hand, held otherwise, and units they may differ
    ("arm-palmar", "front", NEAR),
    ("arm-dorsal", "back", NEAR),
    ("hand-palmar", "arm-palmar", NEAR),
    ("hand-dorsal", "arm-dorsal", NEAR),
    ("hand-dorsal", "lateral", 1.3),  # of the lifted arm only the hand: the rest is seen from its outer side
]
SEGMENT = {
    "arm": ("upper-arm", "cubital-crease-mid"),
    "elbow": ("forearm", "wrist-crease-mid"),
    "forearm": ("forearm", "wrist-crease-mid"),
    **dict.fromkeys(("wrist", "hand", "finger", "thumb"), ("hand", "wrist-crease-mid")),
}
"""By region of a point, the segment it is measured along and where that is measured from."""


def _pairs(sheet: str, whole: str) -> Iterator[tuple[Spot, Spot]]:
    for spot in BODY.on(sheet):
        for other in BODY.spots(spot.code, None, whole):
            if (other.side, other.label, other.mirrored) == (spot.side, spot.label, spot.mirrored):
                yield spot, other


def _in_the_segment(spot: Spot) -> Place | None:
    """Along and across the segment of the arm, from the crease at its end; None where that is not drawn."""
    frame, base = SEGMENT[POINTS[spot.code].region]
    if not has(spot.view, base) or not any(name.startswith(frame) for name in CHARTS[spot.view].frames):
        return None
    (x, y), held = mark(spot.view, base, "right"), CHARTS[spot.view].frame(frame, "right")
    dx, dy = spot.x - x, spot.y - y
    return dx * held.along[0] + dy * held.along[1], dx * held.across[0] + dy * held.across[1]


@pytest.mark.parametrize(("sheet", "whole", "dx", "dy"), SAME_WAY_UP)
def test_an_enlarged_sheet_repeats_the_whole_one(sheet: str, whole: str, dx: float, dy: float) -> None:
    pairs = list(_pairs(sheet, whole))
    assert len(pairs) >= 18
    for spot, other in pairs:
        assert math.dist((spot.x + dx, spot.y + dy), (other.x, other.y)) <= NEAR, (spot, other)


@pytest.mark.parametrize(("sheet", "whole", "near"), TURNED)
def test_arm_and_hand_show_a_point_at_one_place_however_they_are_held(
    sheet: str, whole: str, near: float
) -> None:
    compared = 0
    for spot, other in _pairs(sheet, whole):
        if spot.side is not Side.RIGHT or POINTS[spot.code].region not in SEGMENT:
            continue
        if whole == "lateral" and SEGMENT[POINTS[spot.code].region][0] != "hand":
            continue
        one, two = _in_the_segment(spot), _in_the_segment(other)
        if one is not None and two is not None:
            compared += 1
            assert math.dist(one, two) <= near, (spot, other)
    assert compared >= 25
