"""Every cun figure and level of the table of points, measured on the chart with a ruler of landmarks."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from acuchart.clinic.paths import Place
from acuchart.resources import resource
from tests.helpers.cun_ruler import BODY, CHARTS, Stated, along, has, length, mark, scalp_way, spot, stated

NEAR = 0.25
"""Cun a figure may differ from the chart."""

FLAT = {"head-top", "foot-dorsum", "foot-sole", "ear"}
"""Views that look along the body: no height can be read on them."""

SEGMENTS = {
    "belly": ("y", "xiphisternal-junction"),
    "face": ("y", "glabella"),
    "upper arm": ("elbow", "axillary-fold-anterior"),
    "upper arm, back": ("elbow", "axillary-fold-posterior"),
    "forearm": ("wrist", "cubital-crease-mid"),
    "thigh": ("y", "pubic-symphysis-top"),
    "outer thigh": ("y", "greater-trochanter"),
    "back of the thigh": ("y", "gluteal-fold"),
    "leg": ("y", "patella-apex"),
    "outer leg": ("y", "popliteal-crease"),
    "back of the leg": ("y", "popliteal-crease-mid"),
    "foot": ("y", "medial-malleolus"),
}
"""Each segment with the way it is measured along and the landmark its row of the standard starts at."""

THIGH = ("thigh", "outer thigh", "back of the thigh")
LEG = ("leg", "outer leg", "back of the leg")
WORDS = {  # words of the table: where it is measured from, along which segments, and whether upward
    "under LU2": (("LU2",), ("belly",), False),
    "below front axillary fold": (("axillary-fold-anterior",), ("upper arm",), False),
    "above back axillary fold": (("axillary-fold-posterior",), ("upper arm, back",), True),
    "above elbow crease": (("cubital-crease-mid",), ("upper arm", "upper arm, back"), True),
    "above LI11": (("LI11",), ("upper arm", "upper arm, back"), True),
    "above olecranon tip": (("olecranon",), ("upper arm, back",), True),
    "below acromial angle": (("acromial-angle",), ("upper arm, back",), False),
    "below elbow crease": (("cubital-crease-mid",), ("forearm",), False),
    "below olecranon tip": (("olecranon",), ("forearm",), False),
    "above palmar wrist crease": (("wrist-crease-mid",), ("forearm",), True),
    "above dorsal wrist crease": (("wrist-crease-mid",), ("forearm",), True),
    "above wrist crease": (("wrist-crease-mid",), ("forearm",), True),
    "above navel": (("umbilicus",), ("belly",), True),
    "above navel level": (("umbilicus",), ("belly",), True),
    "below navel": (("umbilicus",), ("belly",), False),
    "below navel level": (("umbilicus",), ("belly",), False),
    "below xiphisternal junction": (("xiphisternal-junction",), ("belly",), False),
    "below suprasternal notch": (("suprasternal-notch",), ("belly",), False),
    "above eyebrow": (("brow-mid",), ("face",), True),
    "inside temporal hairline": (("auricle-apex",), ("face",), True),
    "inside hairline": (("auricle-apex",), ("face",), True),
    "below ST30": (("ST30", "pubic-symphysis-top"), THIGH, False),
    "above patella base": (("patella-base",), THIGH, True),
    "above inner patella base": (("patella-base-medial",), THIGH, True),
    "below gluteal fold": (("gluteal-fold",), THIGH, False),
    "above popliteal crease": (("popliteal-crease", "popliteal-crease-mid"), THIGH, True),
    "below popliteal crease": (("popliteal-crease", "popliteal-crease-mid"), LEG, False),
    "below ST35": (("ST35",), LEG, False),
    "below SP9": (("SP9",), LEG, False),
    "above medial malleolus prominence": (("medial-malleolus",), (*LEG, "foot"), True),
    "above lateral malleolus prominence": (("lateral-malleolus",), LEG, True),
    "above BL60": (("BL60", "lateral-malleolus"), LEG, True),
    "below medial malleolus prominence": (("medial-malleolus",), ("foot",), False),
    "below KI3": (("KI3", "medial-malleolus"), ("foot",), False),
}
ON_THE_SCALP = {"inside front hairline": "anterior-hairline", "above back hairline": "posterior-hairline"}
RIBS = {w: n for n, w in enumerate(("first", "second", "third", "fourth", "fifth", "sixth", "seventh"), 1)}
ONE_CUN_OF_THE_SHEET = 10.0
"""Proved for every segment by the landmarks of the standard; for views that show no segment whole."""


@dataclass(frozen=True, slots=True)
class Figured:
    """A row of the table with a figure or a level, on one view and side."""

    code: str
    view: str
    side: str
    place: Place
    row: dict[str, str]

    def __str__(self) -> str:
        return f"{self.code} {self.view} {self.side}"


def _rows() -> list[dict[str, str]]:
    text = resource("points", "points.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))


def _figured() -> Iterator[Figured]:
    for row in _rows():
        if not (row["vertical_cun"] or row["lateral_cun"] or row["level"]):
            continue
        for view in BODY.views_of(row["code"]):
            for side in ("left", "right") if BODY.view(view).sided else ("right",):
                place = spot(row["code"], view, side)
                if place is not None:
                    yield Figured(row["code"], view, side, place, row)


FIGURED = list(_figured())


def _cun_of(segments: tuple[str, ...], view: str, side: str) -> tuple[str, float]:
    """The way a segment is measured along and its cun on a view, from the landmarks of the standard."""
    for segment in segments:
        way, start = SEGMENTS[segment]
        rows = [row for row in stated() if (row.view, row.start, row.way) == (view, start, way)]
        if rows:
            return way, length(rows[0], side) / rows[0].cun
    return SEGMENTS[segments[0]][0], ONE_CUN_OF_THE_SHEET


def _from(names: tuple[str, ...], view: str, side: str) -> Place | None:
    for name in names:
        if has(view, name):
            return mark(view, name, side)
        if (place := spot(name, view, side)) is not None:
            return place
    return None


def vertical(seen: Figured) -> float | None:
    """The figure as it is drawn; None where the view does not show what it is measured from."""
    words = seen.row["vertical_from"]
    if words in ON_THE_SCALP:
        return _behind_the_hairline(seen, ON_THE_SCALP[words])
    names, segments, upward = WORDS[words]
    start = _from(names, seen.view, seen.side)
    if start is None:
        return None
    way, cun = _cun_of(segments, seen.view, seen.side)
    if way == "elbow" and not has(seen.view, "cubital-crease-mid"):
        return None
    drawn = along(seen.view, way, start, seen.place, seen.side) / cun
    return -drawn if upward else drawn


def _behind_the_hairline(seen: Figured, hairline: str) -> float | None:
    rows = [row for row in stated() if (row.view, row.way) == (seen.view, "scalp")]
    if not rows:
        return None
    return scalp_way(seen.view, mark(seen.view, hairline), seen.place) / (length(rows[0]) / rows[0].cun)


def lateral(seen: Figured) -> float | None:
    """Cun from the midline as drawn; None on a view of one side and where the body is foreshortened."""
    view = BODY.view(seen.view)
    if not view.sided:
        return None
    return abs(seen.place[0] - view.width / 2) / _cun_across(seen)


def _cun_across(seen: Figured) -> float:
    head = seen.row["region"] == "head" or seen.view == "head-top"
    start = {"front": "nipple-left", "back": "medial-scapular-border-left"}.get(seen.view, "")
    if head:
        row = next(r for r in stated() if r.way == "head" and r.view == "head-front")
    else:
        row = next((r for r in stated() if r.way == "x" and r.start == start), _trunk())
    return length(row) / row.cun


def _trunk() -> Stated:
    return next(r for r in stated() if r.way == "x" and r.start == "medial-scapular-border-left")


def level(seen: Figured) -> float | None:
    """The height of what the level names, in units of the view; None where it is not seen."""
    words = seen.row["level"]
    if words.endswith("rib space"):
        name, below = f"rib-space-{RIBS[words.split()[0]]}", 0.0
    elif words.endswith("foramen"):
        name, below = words.split()[0], 0.0
    else:
        # A vertebra is named by the lower border of its spinous process, 0.6 cun below the tip here.
        name, below = words, 6.0
    return mark(seen.view, name)[1] + below if name in CHARTS[seen.view].landmarks else None


@pytest.mark.parametrize(
    "seen", [f for f in FIGURED if f.row["vertical_cun"] and f.view not in FLAT], ids=str
)
def test_a_height_in_cun_is_drawn(seen: Figured) -> None:
    drawn = vertical(seen)
    if drawn is not None:
        assert drawn == pytest.approx(float(seen.row["vertical_cun"]), abs=NEAR), seen.row["vertical_from"]


@pytest.mark.parametrize("seen", [f for f in FIGURED if f.row["lateral_cun"]], ids=str)
def test_a_distance_from_the_midline_is_drawn(seen: Figured) -> None:
    drawn = lateral(seen)
    if drawn is not None:
        assert drawn == pytest.approx(float(seen.row["lateral_cun"]), abs=NEAR)


@pytest.mark.parametrize("seen", [f for f in FIGURED if f.row["level"] and f.view not in FLAT], ids=str)
def test_a_level_is_drawn(seen: Figured) -> None:
    height = level(seen)
    if height is not None and seen.code != "GB21":  # halfway from C7 to the shoulder, not at C7
        assert (seen.place[1] - height) / ONE_CUN_OF_THE_SHEET == pytest.approx(0, abs=NEAR)


def test_every_row_with_a_figure_was_measured_somewhere() -> None:
    measured: dict[str, set[str]] = {}
    for seen in FIGURED:
        found = measured.setdefault(seen.code, set())
        if seen.view not in FLAT and seen.row["vertical_cun"] and vertical(seen) is not None:
            found.add("vertical")
        if seen.row["lateral_cun"] and lateral(seen) is not None:
            found.add("lateral")
        if seen.view not in FLAT and seen.row["level"] and level(seen) is not None:
            found.add("level")
    for row in _rows():
        wanted = {name for name in ("vertical", "lateral") if row[f"{name}_cun"]}
        wanted |= {"level"} if row["level"] and row["level"] != "C2" else set()
        assert wanted <= measured.get(row["code"], set()), row["code"]
