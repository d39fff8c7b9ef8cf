"""Points on the views that show them small or from the side, by the bone, nail or joint they lie at there.

Like `test_chart_anatomy`, whose rows these continue: how far on the sheet, in cun, a point lies from a
landmark, across (to the right) and down. Without them a point moved on such a view alone would pass.
"""

import pytest

from tests.helpers.cun_ruler import BODY, has, mark, spot

CUN = 10.0
NEAR = 0.2

Row = tuple[str, str, str, float, float]

FEET_SEEN_FROM_THE_FRONT: list[Row] = [
    ("SP1", "front", "great-toe-nail-medial", 0, 0),
    ("LR1", "front", "great-toe-nail-lateral", 0, 0),
    ("ST45", "front", "second-toe-nail-lateral", 0, 0),
    ("GB44", "front", "fourth-toe-nail-lateral", 0, 0),
    ("BL67", "front", "little-toe-nail-lateral", 0, 0),
    ("LR2", "front", "web-toes-1-2", 0, -0.3),
    ("ST44", "front", "web-toes-2-3", 0, -0.25),
    ("GB43", "front", "web-toes-4-5", 0, -0.1),
    ("LR3", "front", "web-toes-1-2", -0.1, -1.4),
    ("ST43", "front", "web-toes-2-3", -0.1, -0.75),
    ("GB42", "front", "web-toes-4-5", -0.4, -0.75),
    ("GB41", "front", "lateral-malleolus", -0.55, 1.55),
    ("GB40", "front", "lateral-malleolus", -0.55, 0.45),  # before and below it
    ("LR4", "front", "ankle-crease-mid", -0.8, -0.2),  # toward the inner malleolus
    ("ST41", "front", "ankle-crease-mid", 0, 0),
    ("ST42", "front", "ankle-crease-mid", -0.1, 1.5),
    ("SP5", "front", "medial-malleolus", 0.3, 0.95),
    ("EX-LE8", "front", "medial-malleolus", 0, 0),
    ("EX-LE9", "front", "lateral-malleolus", -0.1, 0),
]
ANKLES_SEEN_FROM_BEHIND: list[Row] = [
    ("EX-LE8", "back", "medial-malleolus", -0.05, 0),
    ("EX-LE9", "back", "lateral-malleolus", 0.1, 0),
    ("KI3", "back", "medial-malleolus", -0.5, 0.1),  # between it and the tendon of the heel
    ("KI4", "back", "achilles-mid", 0.7, -0.35),
    ("KI5", "back", "medial-malleolus", -0.5, 1.15),
    ("BL60", "back", "lateral-malleolus", 0.45, 0),
    ("BL61", "back", "lateral-malleolus", 0.15, 1.85),
]
DORSUM_AND_SOLE: list[Row] = [
    ("GB40", "foot-dorsum", "lateral-malleolus", 0.55, 0.8),
    ("LR4", "foot-dorsum", "medial-malleolus", -0.35, 0.65),
    ("SP2", "foot-dorsum", "metatarsal-head-1", 0.5, 1.0),  # beyond the joint, at the edge
    ("SP3", "foot-dorsum", "metatarsal-head-1", 0.6, -0.45),  # before it
    ("SP4", "foot-dorsum", "cuneiform-first", 0.3, 0.45),
    ("BL64", "foot-dorsum", "fifth-metatarsal-base", -0.15, 0.6),
    ("BL65", "foot-dorsum", "metatarsal-head-5", -0.25, -0.55),
    ("BL66", "foot-dorsum", "metatarsal-head-5", -0.35, 1.0),
    ("SP2", "foot-sole", "first-metatarsal-head", 0.7, -0.9),
    ("SP3", "foot-sole", "first-metatarsal-head", 0.7, 0.35),
    ("SP4", "foot-sole", "first-metatarsal-head", 0.5, 1.3),
    ("BL64", "foot-sole", "fifth-metatarsal-head", 0.05, 2.1),
    ("BL65", "foot-sole", "fifth-metatarsal-head", -0.2, 0.6),
    ("BL66", "foot-sole", "fifth-metatarsal-head", -0.4, -1.0),
    ("KI1", "foot-sole", "ball-depression", 0, 0.4),
    ("KI2", "foot-sole", "first-metatarsal-head", 0.25, 2.3),
]
SHOULDER_AND_ARM: list[Row] = [
    ("LI15", "front", "acromion", 0.65, 0.95),  # before and below the tip of the shoulder
    ("LI15", "arm-palmar", "acromion", -0.5, 1.05),
    ("LI16", "front", "acromion", -0.95, -0.05),  # between collar bone and shoulder blade
    ("LI16", "arm-palmar", "acromion", 0.95, -0.2),
    ("LI16", "arm-dorsal", "acromion", -0.95, -0.2),
    ("SI10", "arm-dorsal", "acromial-angle", -1.1, 0.5),
    ("HT1", "arm-palmar", "axillary-fold-anterior", -0.2, -0.1),
    ("LU2", "arm-palmar", "coracoid-process", 0.2, 0),
    ("LU1", "arm-palmar", "coracoid-process", 0.35, 0.95),
    ("EX-JIANQIAN", "arm-palmar", "axillary-fold-anterior LI15", 0, 0),
    ("EX-UE1", "lateral", "olecranon", 0, 0),
]
FLANK_AND_KNEE: list[Row] = [
    ("GB25", "back", "rib-12-tip", -0.2, 0.1),
    ("EX-B7", "back", "iliac-crest-top", 0.6, 0.55),
    ("ST31", "front", "asis", -0.15, 3.75),  # straight below the spine of the hip bone
    ("ST31", "lateral", "asis", -1.1, 3.6),
    ("ST35", "front", "eye-of-knee-lateral", 0, 0),
    ("ST35", "lateral", "patella-apex", -0.8, 0.35),
    ("EX-LE2", "lateral", "patella-base", -0.1, 0),
    ("EX-LE4", "leg-medial", "patella-apex", 0.4, 0.4),
    ("BL39", "lateral", "popliteal-crease", 0.85, 0),
    ("LR8", "back", "popliteal-crease-medial", -0.15, 0),
    ("KI10", "back", "semitendinosus-tendon", -0.15, 0.05),  # on the outer side of the tendon
    ("EX-LE3", "front", "SP10", 0, -1),
    ("EX-LE3", "leg-medial", "SP10", 0.1, -1),
    ("EX-LE6", "front", "GB34", 0, 1.5),
    ("EX-LE6", "lateral", "GB34", 0, 1.5),
    ("EX-LE7", "front", "ST36", -0.1, 2),
    ("EX-LE7", "lateral", "ST36", -0.25, 2),
    ("ST8", "head-top", "hairline-corner", -0.25, 0.5),  # half a cun inside the corner
    ("EX-HN2", "head-top", "hairline-corner", 0.95, 0.25),
]
ROWS = [
    *FEET_SEEN_FROM_THE_FRONT,
    *ANKLES_SEEN_FROM_BEHIND,
    *DORSUM_AND_SOLE,
    *SHOULDER_AND_ARM,
    *FLANK_AND_KNEE,
]
BESIDE_ST34 = [("front", "inner", -1.5), ("front", "outer", 1.5), ("lateral", "outer", -1.45)]
ONE_PLACE = [("front", "outer", "ST35"), ("front", "inner", "EX-LE4")]
ONE_PLACE += [("lateral", "outer", "ST35"), ("leg-medial", "inner", "EX-LE4")]


def _place(name: str, view: str, label: str = "") -> tuple[float, float]:
    found = mark(view, name) if has(view, name) else spot(name, view, "left", label)
    assert found is not None, (name, view)
    return found


def _off(code: str, view: str, names: str, label: str = "") -> tuple[float, float]:
    """How far a point lies from a landmark or the middle of several, in cun."""
    (x, y), places = _place(code, view, label), [_place(name, view) for name in names.split()]
    middle_x, middle_y = (sum(values) / len(places) for values in zip(*places, strict=True))
    return (x - middle_x) / CUN, (y - middle_y) / CUN


@pytest.mark.parametrize(("code", "view", "landmark", "across", "down"), ROWS)
def test_a_point_lies_by_its_landmark_there_too(
    code: str, view: str, landmark: str, across: float, down: float
) -> None:
    assert _off(code, view, landmark) == pytest.approx((across, down), abs=NEAR)


@pytest.mark.parametrize(("view", "label", "across"), BESIDE_ST34)
def test_kuangu_lies_on_either_side_of_liangqiu(view: str, label: str, across: float) -> None:
    assert _off("EX-LE1", view, "ST34", label) == pytest.approx((across, 0), abs=NEAR)


@pytest.mark.parametrize(("view", "label", "other"), ONE_PLACE)
def test_xiyan_is_the_two_eyes_of_the_knee(view: str, label: str, other: str) -> None:
    assert _off("EX-LE5", view, other, label) == pytest.approx((0, 0), abs=0.05)


def test_every_row_is_about_a_point_of_the_chart() -> None:
    assert {code for code, *_rest in ROWS} <= set(BODY.places)
