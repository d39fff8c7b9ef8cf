"""The chart holds together: formulas, silhouettes, mirror, order, regions and lines."""

import json
import math
from collections.abc import Sequence
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
            # A hundredth of a cun is what rounding and the thickness of the line leave.
            off = BODY.view(view, mirrored=spot.mirrored).outside_by(spot.x, spot.y)
            assert off <= 0.15, spot


def test_left_and_right_mirror_each_other() -> None:
    for code, spots in BODY.places.items():
        for left in (s for s in spots if s.side is Side.LEFT):
            if code == "EX-HN12":  # the left vein under the tongue; the right one is EX-HN13
                assert not BODY.spots(code, Side.RIGHT, left.view)
                continue
            right = only(code, left.view, Side.RIGHT, left.label)
            width = BODY.views[left.view].width
            assert (width - left.x, left.y) == pytest.approx((right.x, right.y), abs=0.011), (code, left.view)


def test_points_of_one_view_are_not_closer_than_they_should_be() -> None:
    for view in BODY.views:
        sight = {"BL3", "BL4"} if view.endswith("lateral") else set()
        for a, b in combinations(BODY.on(view), 2):
            if a.code != b.code and {a.code, b.code} not in ONE_PLACE and {a.code, b.code} != sight:
                assert math.dist((a.x, a.y), (b.x, b.y)) >= 1.5, (view, a, b)


def run(channel: str, first: int, last: int) -> list[str]:
    return [f"{channel}{number}" for number in range(first, last + 1)]


TE_OF_ARM = [f"TE{n}" for n in (1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 13, 14)]
ORDER = [  # view, along x or y, right or down (1) or the other way, codes in the order of the channel
    ("front", "y", 1, run("LU", 3, 11)),
    ("arm-palmar", "y", 1, run("LU", 3, 11)),
    ("arm-dorsal", "y", -1, run("LI", 1, 14)),
    ("lateral", "x", -1, run("LI", 1, 16)),
    ("front", "y", 1, run("ST", 12, 30)),
    ("front", "y", 1, run("ST", 31, 39)),
    ("head-front", "y", 1, run("ST", 1, 5)),
    ("head-front", "y", -1, run("ST", 6, 8)),
    ("foot-dorsum", "y", 1, run("ST", 41, 45)),
    ("foot-medial", "x", 1, run("SP", 1, 5)),
    ("leg-medial", "y", -1, run("SP", 5, 11)),
    ("front", "y", -1, run("SP", 5, 16)),
    ("front", "y", -1, run("SP", 17, 20)),
    ("arm-palmar", "y", 1, run("HT", 1, 9)),
    ("arm-dorsal", "y", -1, run("SI", 1, 10)),
    ("head-lateral", "y", -1, run("SI", 16, 17)),
    ("back", "y", 1, run("BL", 11, 30)),
    ("back", "y", 1, run("BL", 31, 34)),
    ("back", "y", 1, run("BL", 36, 38)),
    ("back", "y", 1, run("BL", 41, 54)),
    ("back", "y", 1, ["BL40", *run("BL", 55, 61)]),
    ("head-lateral", "x", -1, run("BL", 4, 9)),
    ("foot-lateral", "x", 1, run("BL", 61, 67)),
    ("front", "y", -1, run("KI", 11, 27)),
    ("leg-medial", "y", -1, ["KI6", "KI8", "KI9", "KI10"]),
    ("arm-palmar", "y", 1, run("PC", 2, 9)),
    ("arm-dorsal", "y", -1, TE_OF_ARM),
    ("head-lateral", "y", -1, run("TE", 16, 20)),
    ("head-lateral", "x", -1, run("GB", 15, 18)),
    ("head-lateral", "y", 1, run("GB", 18, 21)),
    ("lateral", "y", 1, ["GB21", "GB22", "GB24"]),
    ("lateral", "y", 1, run("GB", 26, 28)),
    ("lateral", "y", 1, run("GB", 29, 34)),
    ("lateral", "y", 1, run("GB", 36, 40)),
    ("foot-lateral", "x", 1, run("GB", 40, 44)),
    ("leg-medial", "y", -1, run("LR", 4, 12)),
    ("foot-dorsum", "y", -1, run("LR", 1, 4)),
    ("lateral", "y", -1, run("LR", 13, 14)),
    ("lateral", "y", 1, [*run("ST", 19, 39), "ST41", "ST42"]),
    ("lateral", "y", -1, run("SP", 12, 17)),
    ("lateral", "y", 1, run("BL", 41, 54)),
    ("lateral", "y", 1, ["BL36", "BL37", "BL38", "BL39", *run("BL", 55, 61)]),
    ("lateral", "y", -1, run("SI", 13, 15)),
    ("front", "y", 1, ["GB34", *run("GB", 36, 40)]),
    ("head-lateral", "y", 1, run("ST", 9, 12)),
    ("back", "y", -1, run("GV", 3, 16)),
    ("head-lateral", "y", -1, run("GV", 14, 20)),
    ("head-lateral", "x", 1, run("GV", 20, 24)),
    ("head-front", "y", 1, run("GV", 25, 28)),
    ("front", "y", -1, run("CV", 1, 24)),
]


@pytest.mark.parametrize(("view", "way", "sign", "codes"), ORDER)
def test_order_along_the_channels(view: str, way: str, sign: int, codes: list[str]) -> None:
    seen = [spots[0] for code in codes if (spots := BODY.spots(code, Side.RIGHT, view))]
    assert len(seen) == len(codes)
    along = [spot.x if way == "x" else spot.y for spot in seen]
    # Two points of a channel may stand side by side, such as KI7 and KI8; none goes back by half a cun.
    assert all(sign * (after - before) > -0.6 for before, after in pairwise(along))


def test_every_channel_is_followed_in_its_order() -> None:
    ordered = {code.rstrip("0123456789") for _view, _way, _sign, codes in ORDER for code in codes}
    assert ordered == {line.channel for line in BODY.lines}


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


def test_every_channel_is_drawn_through_its_points_in_their_order() -> None:
    assert len({line.channel for line in BODY.lines}) == 14
    for line in BODY.lines:
        (ring,) = rings(line.path)
        walked = 0
        for code in line.codes:
            (spot,) = {s for s in BODY.spots(code, line.side, line.view) if not s.mirrored and not s.label}
            away = [math.dist((spot.x, spot.y), place) for place in ring[walked:]]
            assert min(away) < 0.3, (line.channel, line.view, code)
            walked += away.index(min(away))
    (mirrored, *_) = BODY.channel_lines("leg-medial", "SP", mirrored=True)
    assert mirrored.side is Side.LEFT


def test_numbers_rise_along_a_line() -> None:
    for line in BODY.lines:
        numbers = [int(code.removeprefix(line.channel)) for code in line.codes]
        if {"BL54", "BL40"} <= set(line.codes):  # the outer branch, which comes back to the inner one at BL40
            numbers.remove(40)
        assert numbers == sorted(numbers), (line.channel, line.view)


def test_every_channel_point_is_on_a_line_of_its_channel() -> None:
    drawn = {code for line in BODY.lines for code in line.codes}
    assert {code for code in BODY.places if not code.startswith("EX")} == drawn


def test_no_line_leaves_the_body() -> None:
    for line in BODY.lines:
        view = BODY.view(line.view)
        for ring in rings(line.path):
            for x, y in ring:
                assert view.outside_by(x, y) <= 0.3, (line.channel, line.view, line.side, x, y)


def test_a_channel_that_turns_back_keeps_apart_from_itself() -> None:
    """From its uppermost point the spleen channel comes down at the side of the chest, off its own line."""
    for line in BODY.channel_lines("front", "SP"):
        at = {spot.code: spot for code in line.codes for spot in BODY.spots(code, line.side, "front")}
        (ring,) = rings(line.path)
        back = ring[_nearest(ring, at["SP20"]) :]
        for code, apart in (("SP19", 2.0), ("SP18", 3.0), ("SP17", 2.0)):
            spot = at[code]
            assert min(math.hypot(x - spot.x, y - spot.y) for x, y in back) >= apart, code


@pytest.mark.parametrize(
    ("view", "apart"), [("head-lateral", 1.5), ("lateral", 1.5), ("head-front", 0.9), ("front", 0.9)]
)
def test_the_stomach_channel_keeps_apart_from_the_gallbladder_channel_at_the_temple(
    view: str, apart: float
) -> None:
    lines = [line for line in BODY.channel_lines(view, "ST") if {"ST7", "ST8"} <= set(line.codes)]
    assert lines
    for line in lines:
        (ring,) = rings(line.path)
        for code in ("GB4", "GB5", "GB6", "GB7"):
            (spot,) = BODY.spots(code, line.side, view)[:1]
            assert min(math.hypot(x - spot.x, y - spot.y) for x, y in ring) >= apart, (line.side, code)


def _nearest(ring: Sequence[tuple[float, float]], spot: Spot) -> int:
    return min(range(len(ring)), key=lambda n: math.hypot(ring[n][0] - spot.x, ring[n][1] - spot.y))


def test_the_liver_channel_crosses_the_spleen_channel_eight_cun_above_the_ankle() -> None:
    """Below it the liver channel runs in front of the spleen channel, above it behind."""
    ankle = 376.0
    liver, spleen = (rings(BODY.channel_lines("leg-medial", name)[0].path)[0] for name in ("LR", "SP"))

    def ahead(cun: float) -> float:
        height = ankle - cun * 10
        one, other = (min(ring, key=lambda place: abs(place[1] - height))[0] for ring in (liver, spleen))
        return other - one

    assert ahead(6) > 3
    assert ahead(8) == pytest.approx(0, abs=1.5)
    assert ahead(9.5) < -3


def test_the_veins_of_the_mouth_are_hollow() -> None:
    inside = {spot.code for spot in SPOTS if spot.inside}
    assert {"GV28", "EX-HN10", "EX-HN11", "EX-HN12", "EX-HN13", "EX-HN9"} >= inside > {"EX-HN12"}
