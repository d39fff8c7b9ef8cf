"""Every point is on every view on which it can be seen; where it cannot, the data says why."""

import json
import math
import re
from collections.abc import Mapping

import pytest

from acuchart.clinic.body import Spot
from acuchart.knowledge import load
from acuchart.resources import resource
from tests.helpers.cun_ruler import BODY

KNOWLEDGE = load()
HEAD = frozenset({"head", "face", "neck"})
NAPE = HEAD | {"scapular", "upper_back"}
ARM = frozenset({"shoulder", "axilla", "arm", "elbow", "forearm", "wrist", "hand", "finger", "thumb"})
HAND = frozenset({"wrist", "hand", "finger", "thumb"})
FOOT = frozenset({"ankle", "foot", "toe"})
PARTS: Mapping[str, frozenset[str] | None] = {
    **dict.fromkeys(("front", "back", "lateral")),
    **dict.fromkeys(("head-back", "head-lateral"), NAPE),
    "head-front": HEAD,
    "head-top": frozenset({"head", "face"}),
    "arm-palmar": ARM,
    "arm-dorsal": ARM | {"scapular"},
    **dict.fromkeys(("hand-palmar", "hand-dorsal"), HAND),
    "leg-medial": FOOT | {"thigh", "groin", "knee", "leg", "buttock"},
    **dict.fromkeys(("foot-dorsum", "foot-medial", "foot-lateral"), FOOT),
    "foot-sole": frozenset({"foot", "toe"}),
    "ear": frozenset(),
}
"""The regions of the point table a view could show; None for all. The ear shows one point of the head."""

ENLARGED = {
    "head-front": ("front", 128, 6),
    "head-back": ("back", 128, 6),
    "head-lateral": ("lateral", 16, 6),
    "foot-lateral": ("lateral", 32, 660),
    "foot-medial": ("leg-medial", -5, 320),
}
"""Sheets that repeat a part of another one, and where they lie on it."""

RANGE = re.compile(r"^([A-Z-]+?)(\d+)-\1(\d+)$")


def _codes(words: str) -> list[str]:
    found: list[str] = []
    for word in words.split():
        run = RANGE.match(word)
        found += [f"{run[1]}{n}" for n in range(int(run[2]), int(run[3]) + 1)] if run else [word]
    return found


def _unseen(view: str) -> list[str]:
    rows = json.loads(resource("body", "reasons.json").read_text(encoding="utf-8"))["unseen"].get(view, [])
    assert all(len(row["reason"].split()) > 4 for row in rows)
    return [code for row in rows for code in _codes(row["points"])]


def _seen(view: str) -> set[str]:
    return {spot.code for spot in BODY.on(view)}


def test_every_view_is_asked() -> None:
    assert set(PARTS) == set(BODY.views)


@pytest.mark.parametrize("view", PARTS)
def test_a_point_is_placed_or_the_data_says_why_not(view: str) -> None:
    parts, unseen = PARTS[view], _unseen(view)
    could = {c for c, point in KNOWLEDGE.points.items() if parts is None or point.region in parts}
    assert len(unseen) == len(set(unseen))
    assert not set(unseen) & _seen(view)
    assert could - _seen(view) == set(unseen)


@pytest.mark.parametrize("sheet", ENLARGED)
def test_what_is_shown_larger_is_shown_whole(sheet: str) -> None:
    whole, dx, dy = ENLARGED[sheet]
    view, unseen = BODY.view(sheet), set(_unseen(sheet))
    for spot in BODY.on(whole):
        x, y = spot.x - dx, spot.y - dy
        within = 2 < x < view.width - 2 and 2 < y < view.height - 2
        if within and view.inside(x, y) and spot.code not in unseen:
            assert spot.code in _seen(sheet), spot


TURNING = [
    *((f"ST{number}", True) for number in range(19, 31)),
    *((f"SP{number}", True) for number in range(13, 18)),
    ("GB24", True),
    ("LR14", True),
    ("SP12", True),
    ("GB27", True),
    ("EX-CA1", True),
    *((f"BL{number}", False) for number in range(47, 53)),
    ("EX-B4", False),
    ("EX-B6", False),
    ("EX-B7", False),
]


@pytest.mark.parametrize(("code", "ahead"), TURNING)
def test_the_trunk_turns_like_an_ellipse(code: str, ahead: bool) -> None:
    """From the side a point lies as far behind the outline as its distance from the midline turns away."""
    side = _only(code, "lateral")
    seen = _only(code, "front" if ahead else "back")
    start, end = _across("front" if ahead else "back", seen.y, 190.0)
    back, front = _across("lateral", max(side.y, 250.0), 74.0)
    away = abs(seen.x - 190.0) / ((end - start) / 2)
    wanted = (front - back) / 2 * (1 - math.sqrt(1 - away * away))
    outline = front if ahead else _across("lateral", side.y, 60.0)[0]
    assert abs(outline - side.x) == pytest.approx(wanted, abs=2.5)


def _only(code: str, view: str) -> Spot:
    return next(s for s in BODY.spots(code, None, view) if not s.mirrored and s.side.value == "right")


def _across(view: str, y: float, x: float) -> tuple[float, float]:
    """The ends of the body at a height, left and right of a place on it."""
    shape = BODY.view(view)
    start = end = x
    while shape.inside(start, y):
        start -= 0.1
    while shape.inside(end, y):
        end += 0.1
    return start, end
