"""Every point lies in a part of the chart that the table of points names too."""

import math
from collections.abc import Iterator, Mapping

import pytest

from acuchart.clinic.body import Spot, View
from acuchart.clinic.paths import Ring
from acuchart.knowledge import load

KNOWLEDGE = load()
BODY = KNOWLEDGE.body

WHERE: Mapping[str, tuple[str, ...]] = {
    "abdomen_lateral": ("abdomen", "flank", "ribs"),
    "abdomen_lower": ("abdomen-lower", "pubic", "navel"),
    "abdomen_upper": ("epigastrium", "abdomen", "navel"),
    "ankle": ("ankle", "malleolus", "instep"),
    "arm": ("upper-arm", "shoulder"),
    "axilla": ("shoulder",),
    "buttock": ("buttock", "hip"),
    "chest_anterior": ("chest", "ribs", "sternum", "shoulder", "abdomen-upper"),
    "chest_lateral": ("ribs",),
    "elbow": ("elbow", "upper-arm"),
    "face": (
        "cheek",
        "mouth",
        "lip",
        "jaw",
        "eye",
        "nose",
        "forehead",
        "brow",
        "chin",
        "glabella",
        "parietal",
    ),
    "finger": ("finger", "thumb", "hand-dorsum"),
    "foot": ("foot", "toe", "instep", "ankle", "heel", "malleolus", "achilles", "ball", "arch"),
    "forearm": ("forearm", "wrist"),
    "groin": ("groin", "abdomen-lower"),
    "hand": ("hand", "palm", "thumb", "thenar"),
    "head": (
        *("head", "crown", "frontal", "temple", "occiput", "parietal", "forehead", "ear", "brow", "mastoid"),
        "neck",  # EX-HN14 lies where neck and head meet
    ),
    "knee": ("knee",),
    "leg": ("shin", "calf", "leg", "knee-back"),
    "lumbar": ("lower-back", "lumbar", "buttock"),
    "neck": (
        *("neck", "occiput", "mastoid", "throat", "jaw"),
        "shoulder",  # ST12 lies in the hollow above the collarbone
    ),
    "perineum": ("buttock", "pubic"),
    "sacral": ("sacrum", "buttock"),
    "scapular": ("scapula", "neck-shoulder", "upper-back", "shoulder"),
    "shoulder": ("shoulder",),
    "thigh": ("thigh", "groin", "hip"),
    "thumb": ("thumb",),
    "toe": ("toe", "foot"),
    "upper_back": ("back", "thoracic", "neck", "scapula", "lumbar-spine"),
    "wrist": ("wrist", "hand", "palm", "hypothenar"),
}
"""Parts of the body as the table of points names them, with the beginnings of the regions of the chart."""

EDGE = 1.5
"""Units a point may lie beside the region it belongs to, on the line between two."""


def _near(view: View, spot: Spot) -> Iterator[str]:
    """The region a point lies in; where it lies on a line, those on both sides of it."""
    around = ((math.cos(n * math.tau / 16) * EDGE, math.sin(n * math.tau / 16) * EDGE) for n in range(16))
    for dx, dy in ((0.0, 0.0), *around):
        region = view.region_at(spot.x + dx, spot.y + dy)
        if region is not None:
            yield region


@pytest.mark.parametrize("code", KNOWLEDGE.points)
def test_a_point_lies_in_its_part_of_the_body(code: str) -> None:
    parts = WHERE[KNOWLEDGE.points[code].region]
    for spot in BODY.places[code]:
        found = list(_near(BODY.view(spot.view, mirrored=spot.mirrored), spot))
        assert found, spot
        assert any(part in region for region in found for part in parts), (spot.view, found)


def test_a_left_point_lies_in_a_left_region() -> None:
    for spots in BODY.places.values():
        for spot in spots:
            for region in _near(BODY.view(spot.view, mirrored=spot.mirrored), spot):
                sides = {"left", "right"} & set(region.split("-"))
                assert spot.side.value not in ("left", "right") or sides <= {spot.side.value}, spot
                break


def test_no_region_has_specks_far_from_it() -> None:
    """A region may have two parts, such as the chest before and below the arm, but no forgotten crumbs."""
    for view in BODY.views.values():
        for region, (_box, shape) in view.areas.items():
            crumbs = [ring for ring in shape if _size(ring) < 12 and len(shape) > 1]
            for crumb in crumbs:
                others = [place for ring in shape if ring is not crumb for place in ring]
                away = min(math.dist(a, b) for a in crumb for b in others)
                assert away < 8, (view.name, region)


def _size(ring: Ring) -> float:
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, (*ring[1:], ring[0]), strict=True))) / 2
