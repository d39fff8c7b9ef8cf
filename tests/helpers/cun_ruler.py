"""A ruler for the body chart that knows nothing of the formulas the points come from.

It takes its cun from two landmarks whose distance the standard states, so that a cun is always that of its
own segment of the body, and its direction from the sheet or from the crease of the joint.
"""

import csv
import math
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from acuchart.clinic.body import Body, Spot
from acuchart.clinic.cun import Chart
from acuchart.clinic.paths import Place
from acuchart.clinic.points import Side
from acuchart.knowledge.body import read_body, read_charts

BODY: Body = read_body()
CHARTS: Mapping[str, Chart] = read_charts()
TABLE = Path(__file__).parents[1] / "data" / "cun_table.csv"
CREASES = {"elbow": "cubital-crease", "wrist": "wrist-crease"}
WHOLE_SCALE = ("front", "head-front")
"""The views whose hairline corners give the cun across the head, for every view of it."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A row of the table: two landmarks of a view, the way between them, and the cun it has."""

    view: str
    start: str
    end: str
    way: str
    cun: float


def stated() -> list[Stated]:
    """The table of the standard as data."""
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return [Stated(r["view"], r["start"], r["end"], r["way"], float(r["cun"])) for r in csv.DictReader(lines)]


def mark(view: str, name: str, side: str = "left") -> Place:
    """A landmark, the one of that side where it is paired."""
    marks = CHARTS[view].landmarks
    return marks[f"{name}-{side}" if f"{name}-{side}" in marks else name]


def has(view: str, name: str) -> bool:
    return name in CHARTS[view].landmarks or f"{name}-left" in CHARTS[view].landmarks


def spot(code: str, view: str, side: str = "left", label: str = "") -> Place | None:
    """The place of a point on a view, of that side or the midline; None where it is not seen."""
    seen = [s for s in BODY.spots(code, None, view) if not s.mirrored and s.label == label]
    mine = [s for s in seen if s.side.value in (side, "midline")] or [s for s in seen if one_sided(s)]
    return (mine[0].x, mine[0].y) if mine else None


def one_sided(seen: Spot) -> bool:
    return not BODY.view(seen.view).sided and seen.side is Side.RIGHT


def axis(view: str, way: str, side: str) -> Place:
    """The direction of a way: right across the crease of the joint toward the hand, or along the sheet."""
    if way == "scalp":
        raise ValueError("the scalp is no straight line")
    if way in CREASES:
        return _off_crease(view, CREASES[way], side)
    return (1.0, 0.0) if way in ("x", "head") else (0.0, 1.0)


def _off_crease(view: str, crease: str, side: str) -> Place:
    ends = ("radial", "ulnar") if has(view, f"{crease}-ulnar") else ("radial", "mid")
    (x1, y1), (x2, y2) = (mark(view, f"{crease}-{end}", side) for end in ends)
    length = math.hypot(x2 - x1, y2 - y1)
    across = ((x2 - x1) / length, (y2 - y1) / length)
    down = (-across[1], across[0])
    (tx, ty), (bx, by) = _top_and_bottom(view, side)
    return down if down[0] * (bx - tx) + down[1] * (by - ty) > 0 else (-down[0], -down[1])


def _top_and_bottom(view: str, side: str) -> tuple[Place, Place]:
    top = "cubital-crease-mid" if has(view, "cubital-crease-mid") else "wrist-crease-mid"
    bottom = "wrist-crease-mid" if top != "wrist-crease-mid" else "middle-fingertip"
    return mark(view, top, side), mark(view, bottom, side)


def length(row: Stated, side: str = "left") -> float:
    """The drawn distance between the landmarks of a row, in units of the view."""
    if row.way == "scalp":
        return scalp_way(row.view, mark(row.view, row.start), mark(row.view, row.end))
    (x1, y1), (x2, y2) = mark(row.view, row.start, side), mark(row.view, row.end, side)
    ux, uy = axis(row.view, row.way, side)
    return abs((x2 - x1) * ux + (y2 - y1) * uy)


def along(view: str, way: str, start: Place, end: Place, side: str = "left") -> float:
    """How far the end lies beyond the start along a way, in units."""
    ux, uy = axis(view, way, side)
    return (end[0] - start[0]) * ux + (end[1] - start[1]) * uy


def scalp_way(view: str, start: Place, end: Place) -> float:
    """The way along the contour of a side view between two places near it, over the top of the head."""
    ring = max(BODY.view(view).shape, key=len)
    line = [*ring, ring[0]]
    walked = [0.0]
    for a, b in pairwise(line):
        walked.append(walked[-1] + math.dist(a, b))
    one, other = (_foot(line, walked, place) for place in (start, end))
    there = abs(one - other)
    return min(there, walked[-1] - there)


def _foot(line: list[Place], walked: list[float], place: Place) -> float:
    """Where on the closed line, counted along it, the nearest place lies."""
    best, found = math.inf, 0.0
    for number, (a, b) in enumerate(pairwise(line)):
        dx, dy = b[0] - a[0], b[1] - a[1]
        size = dx * dx + dy * dy
        t = max(0.0, min(1.0, ((place[0] - a[0]) * dx + (place[1] - a[1]) * dy) / size)) if size else 0.0
        away = math.hypot(place[0] - a[0] - t * dx, place[1] - a[1] - t * dy)
        if away < best:
            best, found = away, walked[number] + t * math.sqrt(size)
    return found
