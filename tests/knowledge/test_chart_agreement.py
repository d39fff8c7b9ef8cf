"""A point drawn on two views of the same part of the body stands at one height on both of them."""

import json
from collections.abc import Iterator
from itertools import combinations

import pytest

from acuchart.clinic.body import Spot
from acuchart.knowledge import load
from acuchart.resources import resource
from tests.helpers.cun_ruler import BODY, CHARTS, has, mark

POINTS = load().points
NEAR = 2.5
"""Units, a quarter of a cun."""

CROWN, MALLEOLUS, KNEE = "vertex", "medial-malleolus", "patella-apex"
HEIGHT_OF = {
    **dict.fromkeys(("front", "back", "lateral", "head-front", "head-back", "head-lateral"), CROWN),
    "leg-medial": KNEE,
    "foot-medial": MALLEOLUS,
    "foot-lateral": "lateral-malleolus",
}
"""What joins the sheet of a part to those of the whole body. Crown, sole, instep and ear show no height."""

ARM = {
    "arm": ("upper-arm", "cubital-crease-mid"),
    "elbow": ("upper-arm", "cubital-crease-mid"),
    "forearm": ("forearm", "wrist-crease-mid"),
    "wrist": ("forearm", "wrist-crease-mid"),
    "hand": ("hand", "wrist-crease-mid"),
    "finger": ("hand", "wrist-crease-mid"),
    "thumb": ("hand", "wrist-crease-mid"),
}
"""A lifted arm is measured along its own segment, from the crease at its end."""


def _height(spot: Spot) -> float | None:
    """In units along the segment of the point; None where the view shows none."""
    region = POINTS[spot.code].region
    if region in ARM:
        return _along_the_arm(spot, *ARM[region])
    if spot.view not in HEIGHT_OF:
        return None
    return spot.y + _lift(spot.view)


def _lift(view: str) -> float:
    """How much lower a sheet of the whole body shows what this sheet shows."""
    name = HEIGHT_OF[view]
    whole = "front" if has("front", name) and view != "back" else "lateral"
    return mark(whole, name)[1] - mark(view, name)[1] if has(view, name) else 0.0


def _along_the_arm(spot: Spot, segment: str, base: str) -> float | None:
    side = spot.side.value if BODY.view(spot.view).sided else "right"
    chart = CHARTS[spot.view]
    if not has(spot.view, base) or not any(name.startswith(segment) for name in chart.frames):
        return None
    (x, y), (ax, ay) = mark(spot.view, base, side), chart.frame(segment, side).along
    return (spot.x - x) * ax + (spot.y - y) * ay


def _apart(code: str) -> Iterator[tuple[Spot, Spot, float]]:
    """Every two views of one spot of a point, with the units their heights differ by."""
    seen = [spot for spot in BODY.places[code] if not spot.mirrored]
    for one, other in combinations(seen, 2):
        if one.view == other.view or one.label != other.label or one.side is not other.side:
            continue
        heights = _height(one), _height(other)
        if heights[0] is not None and heights[1] is not None:
            yield one, other, abs(heights[0] - heights[1])


def _excused() -> set[tuple[str, str]]:
    rows = json.loads(resource("body", "reasons.json").read_text(encoding="utf-8"))["heights"]
    assert all(len(row["reason"].split()) > 4 for row in rows)
    return {(row["view"], code) for row in rows for code in row["codes"]}


EXCUSED = _excused()
SEVERAL = [code for code in BODY.places if any(True for _pair in _apart(code))]


@pytest.mark.parametrize("code", SEVERAL)
def test_a_point_stands_at_one_height_on_every_view(code: str) -> None:
    for one, other, units in _apart(code):
        if not {(one.view, code), (other.view, code)} & EXCUSED:
            assert units <= NEAR, (one.view, other.view, units)


def test_nothing_is_excused_that_agrees() -> None:
    needed = {
        (spot.view, code)
        for code in SEVERAL
        for one, other, units in _apart(code)
        if units > NEAR
        for spot in (one, other)
    }
    assert needed >= EXCUSED


def test_most_points_are_seen_twice() -> None:
    assert len(SEVERAL) > 270
