"""Points of several spots lie where each is named after, and midline points on the midline."""

import math

import pytest

from acuchart.clinic.paths import distance_to
from acuchart.clinic.points import Side
from tests.helpers.cun_ruler import BODY, CHARTS

FINGERS = ("thumb", "index", "middle", "ring", "little")
TOES = ("great", "second", "third", "fourth", "fifth")
WEBS = ("1-2", "2-3", "3-4", "4-5")
GROUPS = {  # point: its spots, the landmark each is named after, and how near and far it lies, in units
    "EX-UE9": (WEBS, "web-{spot}", 0.5, 1.8),
    "EX-UE10": (FINGERS[1:], "{spot}-pip", 0.0, 1.5),
    "EX-UE11": (FINGERS, "{spot}-fingertip", 0.0, 1.5),
    "EX-LE10": (WEBS, "web-{spot}", 0.5, 2.0),
    "EX-LE12": (TOES, "{spot}-toe-tip", 0.0, 1.5),
}
ALSO_CALLED = {"thumb-fingertip": "thumb-tip"}


def _landmark(pattern: str, spot: str) -> str:
    name = pattern.format(spot=spot)
    return ALSO_CALLED.get(name, name)


@pytest.mark.parametrize("code", GROUPS)
def test_every_spot_lies_where_its_name_says(code: str) -> None:
    spots, pattern, least, most = GROUPS[code]
    for view in BODY.views_of(code):
        seen = [s for s in BODY.spots(code, None, view) if not s.mirrored]
        assert {s.label for s in seen} == set(spots), view
        for spot in seen:
            name, marks = _landmark(pattern, spot.label), CHARTS[view].landmarks
            place = marks.get(f"{name}-{spot.side.value}") or marks[name]
            assert least <= math.dist((spot.x, spot.y), place) <= most, spot


@pytest.mark.parametrize("code", ["EX-UE9", "EX-UE11", "EX-LE10", "EX-LE12"])
def test_webs_and_tips_lie_where_the_drawing_ends(code: str) -> None:
    for spot in BODY.places[code]:
        shape = BODY.view(spot.view, mirrored=spot.mirrored).shape
        assert distance_to(shape, spot.x, spot.y) <= 3.2, spot


def test_bafeng_lies_on_the_foot_side_of_the_webs() -> None:
    for spot in BODY.spots("EX-LE10", None, "foot-dorsum"):
        assert spot.y < CHARTS["foot-dorsum"].landmarks[f"web-{spot.label}"][1], spot


def test_points_of_the_midline_lie_on_it() -> None:
    for spots in BODY.places.values():
        for spot in spots:
            view = BODY.views[spot.view]
            if view.sided and spot.side is Side.MIDLINE:
                assert abs(spot.x - view.width / 2) <= 0.5, spot
