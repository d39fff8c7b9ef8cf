"""The chart holds together: formulas, silhouettes, mirror, order, regions and lines."""

import json
import math
from itertools import combinations, pairwise

import pytest

from acuchart.clinic.body import Body, Spot
from acuchart.clinic.paths import rings
from acuchart.clinic.points import Side
from acuchart.knowledge.body import read_body
from acuchart.resources import resource

BODY: Body = read_body()
SPOTS = [spot for spots in BODY.places.values() for spot in spots]
ONE_PLACE = ({"PC9", "EX-UE11"}, {"ST35", "EX-LE5"}, {"EX-LE4", "EX-LE5"})
"""The same place under two codes."""


def only(code: str, view: str, side: Side, label: str = "") -> Spot:
    (spot,) = (s for s in BODY.spots(code, side, view) if s.label == label)
    return spot


def test_every_point_has_a_place_and_every_view_holds_some() -> None:
    assert len(BODY.places) == 416
    assert all(BODY.places.values())
    assert {spot.view for spot in SPOTS} == set(BODY.views)
    assert len(BODY.views) == 17


def test_computed_places_are_those_drawn() -> None:
    drawn = json.loads(resource("body", "points.json").read_text(encoding="utf-8"))
    for code, rows in drawn.items():
        computed = [spot for spot in BODY.places[code] if not spot.mirrored]
        for row, spot in zip(rows, computed, strict=True):
            assert math.dist((spot.x, spot.y), (row["x"], row["y"])) < 0.02, (code, row["view"])


@pytest.mark.parametrize("view", BODY.views)
def test_points_lie_on_the_body_or_on_its_edge(view: str) -> None:
    for spot in SPOTS:
        if spot.view == view:
            off = BODY.view(view, mirrored=spot.mirrored).outside_by(spot.x, spot.y)
            # SI14 lies on the contour of neck and shoulder, 0.1 cun outside it.
            assert off <= (1.0 if spot.code == "SI14" else 0.5), spot


def test_left_and_right_mirror_each_other() -> None:
    for code, spots in BODY.places.items():
        for left in (s for s in spots if s.side is Side.LEFT):
            if code == "EX-HN12":
                continue
            right = only(code, left.view, Side.RIGHT, left.label)
            width = BODY.views[left.view].width
            assert math.dist((width - left.x, left.y), (right.x, right.y)) < 1.2, (code, left.view)


def test_points_of_one_view_are_not_closer_than_they_should_be() -> None:
    for view in BODY.views:
        sight = {"BL3", "BL4"} if view.endswith("lateral") else set()
        for a, b in combinations(BODY.on(view), 2):
            if a.code != b.code and {a.code, b.code} not in ONE_PLACE and {a.code, b.code} != sight:
                assert math.dist((a.x, a.y), (b.x, b.y)) >= 1.5, (view, a, b)


ORDER = [
    ("front", 1, [f"ST{n}" for n in range(12, 31)]),
    ("front", -1, [f"CV{n}" for n in range(1, 25)]),
    ("front", -1, [f"KI{n}" for n in range(11, 28)]),
    ("back", 1, [f"BL{n}" for n in range(11, 31)]),
    ("back", 1, [f"BL{n}" for n in range(41, 55)]),
    ("back", -1, [f"GV{n}" for n in range(3, 17)]),
    ("arm-palmar", 1, [f"PC{n}" for n in range(2, 10)]),
    ("lateral", 1, [f"ST{n}" for n in range(35, 40)]),
    ("leg-medial", -1, [f"SP{n}" for n in range(5, 12)]),
]


@pytest.mark.parametrize(("view", "sign", "codes"), ORDER)
def test_order_along_the_channels(view: str, sign: int, codes: list[str]) -> None:
    heights = [BODY.spots(code, Side.RIGHT, view)[0].y for code in codes]
    assert all(sign * (after - before) > -0.6 for before, after in pairwise(heights))


FIGURES = [  # (point, view, landmark point, cun down, cun outward): from the WHO standard
    ("CV4", "front", "CV8", 3, 0),
    ("CV12", "front", "CV8", -4, 0),
    ("ST25", "front", "CV8", 0, 2),
    ("SP15", "front", "CV8", 0, 4),
    ("KI16", "front", "CV8", 0, 0.5),
    ("BL23", "back", "GV4", 0, 1.5),
    ("BL52", "back", "GV4", 0, 3),
    ("EX-HN15", "back", "GV14", -2, 1),
    ("SI15", "back", "GV14", 0, 2),
]


@pytest.mark.parametrize(("code", "view", "mark", "down", "out"), FIGURES)
def test_stated_distances(code: str, view: str, mark: str, down: float, out: float) -> None:
    point, base = only(code, view, Side.RIGHT), BODY.spots(mark, None, view)[0]
    assert (point.y - base.y) / 10 == pytest.approx(down, abs=0.25)
    assert abs(point.x - base.x) / 10 == pytest.approx(out, abs=0.25)


def test_regions_answer_for_places_and_mirror() -> None:
    assert BODY.region_at("back", 190, 350) == "sacrum"
    assert BODY.region_at("front", 2, 2) is None
    right = only("ST36", "lateral", Side.RIGHT)
    left = only("ST36", "lateral", Side.LEFT)
    assert left.mirrored
    region = BODY.region_at("lateral", right.x, right.y)
    assert region is not None
    assert region.endswith("-right")
    assert BODY.region_at("lateral", left.x, left.y, mirrored=True) == region.replace("-right", "-left")


def test_regions_cover_the_body_and_do_not_overlap() -> None:
    for view in BODY.views.values():
        shapes = [rings(path) for path in view.regions.values()]
        assert len(shapes) == len(view.areas)
        seen = covered = 0
        for x in range(1, int(view.width), 5):
            for y in range(1, int(view.height), 7):
                if view.inside(x, y):
                    seen += 1
                    covered += view.region_at(x, y) is not None
        assert covered >= 0.97 * seen, view.name


def test_the_nearest_point_comes_first_and_reach_is_a_limit() -> None:
    spot = only("LI4", "hand-dorsal", Side.RIGHT)
    near = BODY.nearest("hand-dorsal", spot.x + 0.5, spot.y, 30)
    assert near[0] == spot
    assert BODY.nearest("hand-dorsal", spot.x, spot.y, 0.1) == (spot,)
    assert BODY.nearest("front", 2, 2, 5) == ()


def test_a_mirrored_view_shows_the_left_side_and_its_midline() -> None:
    shown = BODY.on("lateral", mirrored=True)
    assert {spot.side for spot in shown} == {Side.LEFT, Side.MIDLINE}
    gv20 = next(spot for spot in shown if spot.code == "GV20")
    plain = only("GV20", "lateral", Side.MIDLINE)
    assert gv20.x == pytest.approx(BODY.views["lateral"].width - plain.x)
    assert BODY.view("front", mirrored=True) is BODY.views["front"]


def test_every_channel_is_drawn_through_its_points() -> None:
    drawn = {line.channel for line in BODY.lines}
    assert len(drawn) == 14
    for line in BODY.lines:
        (ring,) = rings(line.path)
        for code in line.codes:
            spots = [s for s in BODY.spots(code, line.side, line.view) if not s.mirrored]
            assert spots, (line.channel, line.view, code)
            away = min(math.dist((s.x, s.y), place) for s in spots for place in ring)
            assert away < 0.3, (line.channel, line.view, code)
    (mirrored, *_) = BODY.channel_lines("leg-medial", "SP", mirrored=True)
    assert mirrored.side is Side.LEFT
