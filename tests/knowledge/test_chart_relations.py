"""What the table says in words: so far beside another point, halfway, on a line, at a level."""

import csv
import math
import re
from itertools import pairwise

import pytest

from acuchart.clinic.paths import Place
from acuchart.resources import resource
from tests.helpers.cun_ruler import along, has, length, mark, spot, stated

CUN = 10.0
NEAR = 0.25

BESIDE = [  # point, its spot, view, from, way, cun along it (down and toward the patient's left are positive)
    ("LU6", "", "arm-palmar", "cubital-crease-mid", "wrist", 5),
    ("BL35", "", "back", "coccyx-tip", "x", -0.5),
    ("PC1", "", "front", "nipple", "x", 1),
    ("GB1", "", "head-front", "outer-canthus", "x", 0.5),
    ("GB23", "", "lateral", "axilla-centre", "x", 1),
    ("GB28", "", "front", "asis", "y", 0.36),
    ("GB28", "", "front", "asis", "x", -0.36),
    ("LR7", "", "leg-medial", "SP9", "x", 1),
    ("EX-HN2", "", "head-front", "anterior-hairline", "y", -0.65),
    ("EX-HN14", "", "head-lateral", "TE17", "x", -1),
    ("EX-HN15", "", "head-back", "GV14", "y", -2),
    ("EX-HN15", "", "head-back", "GV14", "x", -1),
    ("EX-CA1", "", "front", "CV3", "x", 3),
    ("EX-CA1", "", "front", "CV3", "y", 0),
    ("EX-B1", "", "back", "GV14", "x", -0.5),
    ("EX-B1", "", "back", "GV14", "y", 0),
    *(("EX-B2", f"T{n}", "back", f"T{n}", "x", -0.5) for n in range(1, 13)),
    *(("EX-B2", f"L{n}", "back", f"L{n}", "x", -0.5) for n in range(1, 6)),
    *(("EX-B2", f"T{n}", "back", f"T{n}", "y", 0.6) for n in range(1, 13)),
    *(("EX-B2", f"L{n}", "back", f"L{n}", "y", 0.6) for n in range(1, 6)),
    ("EX-B3", "", "back", "T8", "x", -1.5),
    ("EX-B3", "", "back", "T8", "y", 0.6),
    ("EX-B4", "", "back", "L1", "x", -3.5),
    ("EX-B4", "", "back", "L1", "y", 0.6),
    ("EX-B5", "", "back", "L3", "y", 0.6),
    ("EX-B6", "", "back", "L4", "x", -3),
    ("EX-B6", "", "back", "L4", "y", 0.6),
    ("EX-B7", "", "back", "L4", "x", -3.75),
    ("EX-B7", "", "back", "L4", "y", 0.6),
    ("EX-B8", "", "back", "L5", "y", 0.6),
    ("EX-B9", "", "back", "coccyx-tip", "y", -2),
    ("EX-UE2", "radial", "arm-palmar", "wrist-crease-mid", "wrist", -4),
    ("EX-UE2", "ulnar", "arm-palmar", "wrist-crease-mid", "wrist", -4),
    ("EX-UE8", "", "hand-dorsal", "index-mcp", "y", 0.5),
    ("EX-UE11", "middle", "hand-palmar", "middle-fingertip", "y", 0.1),
    ("EX-LE1", "inner", "front", "ST34", "x", -1.5),
    ("EX-LE1", "outer", "front", "ST34", "x", 1.5),
    ("EX-LE3", "", "leg-medial", "SP10", "y", -1),
    ("EX-LE6", "", "lateral", "GB34", "y", 1.5),
    ("EX-LE7", "", "front", "ST36", "y", 2),
    ("EX-SHANGLIANQUAN", "", "head-front", "chin", "y", 0.35),
    ("EX-QIANZHENG", "", "head-lateral", "ear-lobule", "x", 1.25),
    ("EX-JIACHENGJIANG", "", "head-front", "CV24", "x", 1),
]
LOOSE = {"EX-HN1", "EX-HN2"}
"""The head falls away or turns here, so that the sheet shows less than the skin measures; within 0.5 cun."""

PARTS = [  # point, view, from, to, part of the way
    ("LI11", "arm-dorsal", "LU5", "lateral-epicondyle", 0.5),
    ("SP5", "foot-medial", "medial-malleolus", "navicular-tuberosity", 0.5),
    ("SP11", "front", "SP12", "patella-base-medial", 1 / 3),
    ("SI11", "back", "scapular-spine-mid", "scapula-inferior-angle", 1 / 3),
    ("GB21", "lateral", "C7", "acromion", 0.5),
    ("GB29", "lateral", "asis", "greater-trochanter", 0.5),
    ("GB30", "back", "greater-trochanter", "sacral-hiatus", 1 / 3),
    ("GB30", "lateral", "greater-trochanter", "sacral-hiatus", 1 / 3),
    ("KI1", "foot-sole", "heel-back", "web-2-3", 2 / 3),
    ("BL60", "foot-lateral", "lateral-malleolus", "achilles", 0.5),
    ("EX-ANMIAN", "head-lateral", "TE17", "GB20", 0.5),
    ("EX-JIANQIAN", "front", "axillary-fold-anterior", "LI15", 0.5),
    ("EX-BIZHONG", "arm-palmar", "cubital-crease-mid", "wrist-crease-mid", 0.5),
    ("EX-HUANZHONG", "back", "GB30", "GV2", 0.5),
    ("EX-HUANZHONG", "lateral", "GB30", "GV2", 0.5),
]
ROUND = {"SP11", "GB21"}
"""The thigh and the shoulder turn on the way, so that the sheet shows the place a little off."""
ON_LINE = [  # points, view, from, to: each within NEAR of the straight line
    (["LI6", "LI7", "LI8", "LI9", "LI10"], "arm-dorsal", "LI5", "LI11"),
    (["LI13"], "lateral", "LI11", "LI15"),
    (["LU6"], "arm-palmar", "LU5", "LU9"),
    (["ST32"], "front", "patella-base-lateral", "asis"),
    (["ST36", "ST37", "ST38", "ST39"], "front", "ST35", "ST41"),
    (["TE11", "TE12"], "arm-dorsal", "olecranon", "acromial-angle"),
    (["PC4", "PC5", "PC6"], "arm-palmar", "PC3", "PC7"),
]
LEVEL = [  # view, two points or landmarks at one height
    ("head-front", "LI18", "ST9"),
    ("head-front", "SI16", "ST9"),
    ("head-front", "LI17", "ST10"),
    ("head-back", "TE16", "angle-of-mandible"),
    ("head-lateral", "TE16", "angle-of-mandible"),
    ("head-lateral", "LI19", "GV26"),
    ("head-lateral", "GB7", "auricle-apex"),
    ("head-lateral", "GB19", "GV17"),
    ("head-lateral", "BL9", "GV17"),
    ("head-lateral", "BL10", "GV15"),
    ("front", "GB26", "umbilicus"),
    ("lateral", "GB26", "umbilicus"),
    ("front", "ST30", "pubic-symphysis-top"),
    ("front", "LR12", "pubic-symphysis-top"),
    ("front", "PC1", "nipple"),
    ("leg-medial", "LR8", "KI10"),
    ("back", "BL53", "BL28"),
    ("back", "BL54", "BL30"),
    ("foot-medial", "KI7", "KI8"),
]
UPRIGHT = [  # view, the lower and what lies straight above it
    ("head-front", "ST1", "pupil"),
    ("head-front", "ST2", "pupil"),
    ("head-front", "ST3", "pupil"),
    ("head-front", "GB14", "pupil"),
    ("head-front", "GB15", "pupil"),
    ("head-front", "SI18", "outer-canthus"),
    ("head-lateral", "GB8", "auricle-apex"),
    ("foot-lateral", "BL62", "lateral-malleolus"),
    ("lateral", "GB22", "axilla-centre"),
    ("lateral", "SP21", "axilla-centre"),
]
CURVES = [
    ("head-front", ["ST8", "GB4", "GB5", "GB6", "GB7"]),
    ("head-back", ["GB9", "GB10", "GB11", "GB12"]),
    ("", ["TE17", "TE18", "TE19", "TE20"]),
]


def place(name: str, view: str, label: str = "") -> Place:
    found = mark(view, name) if has(view, name) else spot(name, view, "left", label)
    assert found is not None, (name, view)
    return found


@pytest.mark.parametrize(("code", "label", "view", "start", "way", "cun"), BESIDE)
def test_so_far_beside(code: str, label: str, view: str, start: str, way: str, cun: float) -> None:
    drawn = along(view, way, place(start, view), place(code, view, label)) / CUN
    assert drawn == pytest.approx(cun, abs=0.5 if code in LOOSE else NEAR)


@pytest.mark.parametrize(("code", "view", "start", "end", "part"), PARTS)
def test_so_much_of_the_way(code: str, view: str, start: str, end: str, part: float) -> None:
    if not has(view, start) and spot(start, view) is None:
        start = "cubital-crease-radial"
    (x1, y1), (x2, y2) = place(start, view), place(end, view)
    wanted = (x1 + (x2 - x1) * part, y1 + (y2 - y1) * part)
    assert math.dist(wanted, place(code, view)) / CUN <= (0.35 if code in ROUND else NEAR)


@pytest.mark.parametrize(("codes", "view", "start", "end"), ON_LINE)
def test_on_a_line(codes: list[str], view: str, start: str, end: str) -> None:
    (x1, y1), (x2, y2) = place(start, view), place(end, view)
    for code in codes:
        x, y = place(code, view)
        off = abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / math.dist((x1, y1), (x2, y2))
        assert off / CUN <= NEAR, code


@pytest.mark.parametrize(("view", "one", "other"), LEVEL)
def test_at_one_level(view: str, one: str, other: str) -> None:
    assert abs(place(one, view)[1] - place(other, view)[1]) / CUN <= NEAR


@pytest.mark.parametrize(("view", "one", "other"), UPRIGHT)
def test_straight_above(view: str, one: str, other: str) -> None:
    assert abs(place(one, view)[0] - place(other, view)[0]) / CUN <= NEAR


@pytest.mark.parametrize(("beside", "codes"), CURVES)
def test_even_steps_along_a_curve(beside: str, codes: list[str]) -> None:
    """The side view shows height and depth, the other view how far the head turns away meanwhile."""
    places = [(*place(code, "head-lateral"), place(code, beside)[0] if beside else 0.0) for code in codes]
    steps = [math.dist(a, b) for a, b in pairwise(places)]
    assert max(steps) / min(steps) < 1.2, [round(step / CUN, 2) for step in steps]


def test_sishencong_lies_one_cun_around_the_crown() -> None:
    crown = place("GV20", "head-top")
    for label, x, y in (("front", 0, -1), ("back", 0, 1), ("side", -1, 0)):
        found = place("EX-HN1", "head-top", label)
        cun = _across() if x else CUN
        assert ((found[0] - crown[0]) / cun, (found[1] - crown[1]) / CUN) == pytest.approx((x, y), abs=NEAR)


def _across() -> float:
    row = next(r for r in stated() if r.way == "head" and r.view == "head-front")
    return length(row) / row.cun


def test_no_figure_of_the_table_is_left_unmeasured() -> None:
    text = resource("points", "points.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    measured = {code for code, *_rest in BESIDE} | {"EX-HN1"}
    for row in rows:
        figures = re.findall(r"(\d[\d.]*)(?:-[\d.]+)? cun", row["location"])
        columns = [row["lateral_cun"], row["vertical_cun"]]
        left = [figure for figure in figures if figure not in columns]
        assert not left or row["code"] in measured, (row["code"], left)
