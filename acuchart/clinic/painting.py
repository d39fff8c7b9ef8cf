"""Pain painted on the body chart: strokes, how strong it is there, and the regions they touch."""

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise

from acuchart.clinic.body import Body, View
from acuchart.clinic.paths import Place
from acuchart.clinic.trouble import ChartTrouble
from acuchart.words import _

STEP = 4.0
"""Units (0.4 cun) between the places of a stroke at which the region is looked up."""

AROUND = 16
"""Directions in which the edge of the body is looked for."""

MOST_STROKES = 2000


class PainStrength(IntEnum):
    """How strong the pain is there."""

    LITTLE = 1
    MEDIUM = 2
    STRONG = 3


@dataclass(frozen=True, slots=True)
class PainStroke:
    """One stroke of the finger.

    Attributes:
        view: Name of the view it was painted on.
        places: Where the finger went, in units of the view.
        width: Of the stroke, in units of the view.
        mirrored: Whether the view showed the left side.
    """

    view: str
    strength: PainStrength
    places: tuple[Place, ...]
    width: float
    mirrored: bool = False


@dataclass(frozen=True, slots=True)
class Painting:
    """Everything painted, in the order it was painted."""

    strokes: tuple[PainStroke, ...] = ()


def read_painting(text: str) -> Painting:
    """The painting in an answer; an empty text is an empty painting.

    Raises:
        ChartTrouble: It is no painting.
    """
    try:
        rows = json.loads(text)["strokes"] if text else []
        if not isinstance(rows, list) or len(rows) > MOST_STROKES:
            raise ValueError("strokes")
        return Painting(tuple(_stroke(row) for row in rows))
    except (json.JSONDecodeError, KeyError, TypeError, ValueError):
        raise ChartTrouble(_("The painted body can't be read. Paint it again.")) from None


def _stroke(row: dict[str, object]) -> PainStroke:
    match row:
        case {"view": str(view), "strength": int(strength), "places": list(places), "width": width}:
            found = tuple(_place(place) for place in places)
            if not found:
                raise ValueError("places")
            mirrored = row.get("mirrored") is True
            return PainStroke(view, PainStrength(strength), found, float(str(width)), mirrored)
        case _:
            raise ValueError("stroke")


def _place(place: object) -> Place:
    match place:
        case [int() | float() as x, int() | float() as y]:
            return float(x), float(y)
        case _:
            raise ValueError("place")


def write_painting(painting: Painting) -> str:
    """The painting as the text of an answer; places to a tenth of a unit."""
    rows = [
        {
            "view": stroke.view,
            "strength": int(stroke.strength),
            "width": stroke.width,
            **({"mirrored": True} if stroke.mirrored else {}),
            "places": [[round(x, 1), round(y, 1)] for x, y in stroke.places],
        }
        for stroke in painting.strokes
    ]
    return json.dumps({"strokes": rows}, separators=(",", ":"))


def painted_regions(painting: Painting, body: Body) -> tuple[tuple[str, PainStrength], ...]:
    """The regions the strokes pass, each with the greatest strength there, the strongest first.

    A stroke beside the body that still colours its edge counts for the region it reaches there.
    """
    found: dict[str, PainStrength] = {}
    for stroke in painting.strokes:
        if stroke.view not in body.views:
            continue
        view = body.view(stroke.view, mirrored=stroke.mirrored)
        for x, y in _along(stroke):
            region = view.region_at(x, y) or _edge_region(view, x, y, stroke.width / 2)
            if region is not None:
                found[region] = max(stroke.strength, found.get(region, stroke.strength))
    return tuple(sorted(found.items(), key=lambda pair: -pair[1]))


def _edge_region(view: View, x: float, y: float, reach: float) -> str | None:
    """The region at the edge of the body within reach of a place beside it; None where the body is far."""
    if view.outside_by(x, y) > reach:
        return None
    around = ((math.cos(turn), math.sin(turn)) for turn in (n * math.tau / AROUND for n in range(AROUND)))
    found = (view.region_at(x + dx * reach, y + dy * reach) for dx, dy in around)
    return next((region for region in found if region is not None), None)


def _along(stroke: PainStroke) -> Iterator[Place]:
    yield stroke.places[0]
    for (x1, y1), (x2, y2) in pairwise(stroke.places):
        steps = max(1, round(max(abs(x2 - x1), abs(y2 - y1)) / STEP))
        for step in range(1, steps + 1):
            yield x1 + (x2 - x1) * step / steps, y1 + (y2 - y1) * step / steps
