"""Points that no figure places: where the standard puts them by bone, tendon, nail or crease, in own words.

Each row says how far on the sheet, in cun, a point lies from a landmark or from the middle of two: across
(to the right of the sheet) and down. Nothing here knows the formula a point was drawn from.
"""

import pytest

from acuchart.clinic.paths import Place
from tests.helpers.cun_ruler import BODY, has, mark, spot

CUN = 10.0
NEAR = 0.2

Row = tuple[str, str, str, float, float]

NAILS_AND_TIPS: list[Row] = [
    ("LU11", "hand-palmar", "thumb-nail-radial", 0, 0),
    ("LI1", "hand-dorsal", "index-nail-radial", 0, 0),
    ("PC9", "hand-palmar", "middle-fingertip", 0, 0),
    ("TE1", "hand-dorsal", "ring-nail-ulnar", 0, 0),
    ("HT9", "hand-palmar", "little-nail-radial", 0, 0),
    ("SI1", "hand-dorsal", "little-nail-ulnar", 0, 0),
    ("SP1", "foot-dorsum", "great-toe-nail-medial", 0, 0),
    ("LR1", "foot-dorsum", "great-toe-nail-lateral", 0, 0),
    ("ST45", "foot-dorsum", "second-toe-nail-lateral", 0, 0),
    ("GB44", "foot-dorsum", "fourth-toe-nail-lateral", 0, 0),
    ("BL67", "foot-dorsum", "little-toe-nail-lateral", 0, 0),
    ("EX-LE11", "foot-sole", "second-toe-distal-crease", 0, 0),
]
HAND_AND_ARM: list[Row] = [
    ("LU10", "hand-palmar", "first-metacarpal-mid-radial", 0, 0),
    ("LI2", "hand-dorsal", "index-mcp-radial", 0, -0.4),  # beyond the joint
    ("LI3", "hand-dorsal", "index-mcp-radial", 0.1, 0.5),  # before it
    ("LI4", "hand-dorsal", "second-metacarpal-mid-radial", 0, 0),
    ("TE2", "hand-dorsal", "web-4-5", 0, 0.3),
    ("TE3", "hand-dorsal", "ring-mcp little-mcp", 0, 0.45),  # before the joints, between the bones
    ("SI2", "hand-palmar", "little-mcp-ulnar", 0.1, -0.6),
    ("SI3", "hand-palmar", "little-mcp-ulnar", 0.1, 0.4),
    ("SI4", "hand-palmar", "pisiform", -0.5, -0.5),  # beyond the pisiform, at the edge of the hand
    ("SI5", "hand-dorsal", "wrist-crease-ulnar", -0.1, -0.1),
    ("TE4", "hand-dorsal", "wrist-crease-mid", 0.3, 0),  # ulnar side of the tendon of the fingers
    ("HT7", "hand-palmar", "wrist-crease-ulnar", 0.5, 0),  # radial side of the tendon to the pisiform
    ("HT8", "hand-palmar", "ring-mcp little-mcp", 0, 0.4),
    ("PC8", "hand-palmar", "index-mcp middle-mcp", -0.2, 0.45),
    ("HT3", "arm-palmar", "cubital-crease-ulnar", -0.4, 0),
    ("SI8", "arm-dorsal", "olecranon medial-epicondyle", 0, 0.2),
    ("LI12", "arm-dorsal", "lateral-epicondyle", 0, -0.7),  # above and behind it
    ("TE14", "arm-dorsal", "acromial-angle", 0.3, 0.9),
    ("EX-UE1", "arm-dorsal", "olecranon", 0, 0),
    ("EX-UE4", "hand-dorsal", "middle-pip", 0, 0),
    ("EX-UE5", "hand-dorsal", "thumb-ip", 0, 0),
    ("EX-UE3", "hand-dorsal", "wrist-crease-mid", -0.45, 0),
    ("EX-UE6", "hand-dorsal", "little-pip", 0, 0),
]
FACE: list[Row] = [
    ("BL1", "head-front", "inner-canthus", -0.1, -0.1),
    ("BL2", "head-front", "brow-medial-end", -0.15, 0),
    ("TE23", "head-lateral", "brow-lateral-end", -0.1, 0),
    ("GB1", "head-lateral", "outer-canthus", -0.5, 0),
    ("ST1", "head-front", "infraorbital-margin", 0, 0),
    ("SI18", "head-front", "zygoma-lower-border", 0, 0.2),  # where the cheekbone ends below
    ("ST4", "head-front", "mouth-corner", 0.4, 0),
    ("LI20", "head-front", "ala-nasi", 0.2, 0),
    (
        "ST7",
        "head-lateral",
        "condyle-of-mandible zygomatic-arch-mid",
        0.1,
        0.3,
    ),  # below the arch
    ("GB3", "head-lateral", "zygomatic-arch-mid", -0.35, -0.4),  # above the arch
    ("ST6", "head-lateral", "angle-of-mandible", 0.65, -0.55),  # a finger before and above the angle
    ("ST5", "head-lateral", "angle-of-mandible", 0.95, 0.7),  # before the masseter, at the lower edge
    ("SI17", "head-lateral", "angle-of-mandible", -0.15, 0),
    ("TE21", "head-lateral", "tragus", 0.45, -0.35),
    ("SI19", "head-lateral", "tragus", 0.4, 0),
    ("GB2", "head-lateral", "tragus", 0.35, 0.45),
    ("TE22", "head-lateral", "tragus", 0.65, -0.85),
    ("GV25", "head-lateral", "nose-tip", 0, 0),
    ("EX-HN3", "head-front", "glabella", 0, 0),
    ("EX-HN4", "head-front", "brow-mid", 0, 0),
    ("EX-HN5", "head-lateral", "brow-lateral-end outer-canthus", -0.75, 0),  # a thumb behind
    ("EX-HN6", "ear", "helix-apex", 0, 0),
    ("EX-HN7", "head-front", "infraorbital-margin outer-canthus", 0, 0.1),
    ("EX-HN8", "head-front", "ala-nasi", 0, -0.5),
    ("EX-HN9", "head-front", "ala-nasi nose-tip", 0, 0.2),  # within the nostril
    ("EX-HN10", "head-front", "mouth-centre", 0, 0.1),
    ("EX-HN11", "head-front", "mouth-centre", 0, 0.3),  # below the tongue
    ("EX-HN12", "head-front", "mouth-centre", 0.25, 0.2),
    ("GV27", "head-front", "philtrum-upper mouth-centre", 0, 0.05),
    ("GV28", "head-front", "mouth-centre", 0, -0.1),
    ("ST11", "head-front", "suprasternal-notch", 0.95, -0.55),  # above the head of the collar bone
]
TRUNK: list[Row] = [
    ("CV8", "front", "umbilicus", 0, 0),
    ("LR13", "front", "rib-11-tip", 0, 0),
    ("GB25", "lateral", "rib-12-tip", 0, 0),
    ("BL36", "back", "gluteal-fold", 0, 0),
    ("GV1", "back", "coccyx-tip", 0, 0.35),
    ("CV1", "front", "perineum", 0, 0),
    ("HT1", "front", "axillary-fold-anterior", 0.2, -0.15),
    ("LI16", "back", "acromion scapular-spine-mid", -0.4, -0.05),
    ("SI10", "back", "acromial-angle", 1.0, 0.7),  # below the spine of the shoulder blade
    ("SI12", "back", "scapular-spine-mid", 0, -0.5),
    ("SI13", "back", "scapular-spine-root", -0.25, -0.45),
    ("TE15", "back", "scapula-superior-angle", -0.1, -0.35),
]
LEG_AND_FOOT: list[Row] = [
    ("BL40", "back", "popliteal-crease-mid", 0, 0),
    ("BL39", "back", "biceps-femoris-tendon", 0, 0),
    ("GB33", "back", "popliteal-crease-lateral", 0, -0.75),  # above the outer end of the crease
    ("BL57", "back", "gastrocnemius-groove", 0, 0),
    ("EX-LE2", "front", "patella-base", 0, 0),
    ("EX-LE4", "front", "eye-of-knee-medial", 0, 0),
    ("EX-LE8", "foot-medial", "medial-malleolus", 0, 0),
    ("EX-LE9", "foot-lateral", "lateral-malleolus", 0, 0),
    ("SP2", "foot-medial", "first-metatarsal-head", -0.6, 0.1),  # beyond the joint
    ("SP3", "foot-medial", "first-metatarsal-head", 0.6, 0.1),  # before it
    ("SP4", "foot-medial", "first-metatarsal-base", 0, 0.5),
    ("KI2", "foot-medial", "navicular-tuberosity", 0, 0.65),
    ("KI4", "foot-medial", "medial-malleolus achilles", 0.25, 0.6),
    ("ST42", "foot-dorsum", "ankle-crease-mid", 0.05, 1.5),
    ("LR4", "foot-medial", "medial-malleolus", -1.2, 0),
    ("ST43", "foot-dorsum", "metatarsal-head-2 metatarsal-head-3", 0, -0.55),
    ("ST44", "foot-dorsum", "web-2-3", 0, -0.4),
    ("GB43", "foot-dorsum", "web-4-5", 0, -0.4),
    ("LR2", "foot-dorsum", "web-1-2", 0, -0.45),
    ("LR3", "foot-dorsum", "metatarsal-1-2-junction", 0, 0.7),
    ("GB41", "foot-dorsum", "metatarsal-4-5-junction", -0.1, 0.6),
    ("GB42", "foot-dorsum", "metatarsal-head-4 metatarsal-head-5", 0, -0.5),
    ("GB40", "foot-lateral", "lateral-malleolus", 1.2, 0.6),  # before and below it
    ("BL61", "foot-lateral", "achilles lateral-malleolus", -0.1, 1.7),  # below BL60, on the heel bone
    ("BL63", "foot-lateral", "fifth-metatarsal-base", -0.95, -0.2),
    ("BL64", "foot-lateral", "fifth-metatarsal-base", 0.5, 0.3),
    ("BL65", "foot-lateral", "fifth-metatarsal-head", -0.6, 0),
    ("BL66", "foot-lateral", "fifth-metatarsal-head", 0.5, 0.15),
]
ROWS = [*NAILS_AND_TIPS, *HAND_AND_ARM, *FACE, *TRUNK, *LEG_AND_FOOT]

UPRIGHT = [  # view, points one straight below the other
    ("head-lateral", "TE21", "SI19"),
    ("head-lateral", "SI19", "GB2"),
    ("head-lateral", "GB3", "ST7"),
    ("head-lateral", "ST7", "ST6"),
    ("foot-lateral", "BL60", "BL61"),
    ("back", "SI10", "axillary-fold-posterior"),
]
LEVEL = [  # view, a point and what lies at its height
    ("front", "GB31", "middle-fingertip"),
    ("back", "GB31", "middle-fingertip"),
    ("arm-palmar", "HT3", "cubital-crease-ulnar"),
    ("hand-palmar", "HT7", "wrist-crease-ulnar"),
    ("leg-medial", "BL36", "gluteal-fold"),
    ("lateral", "BL40", "popliteal-crease"),
    ("head-front", "EX-JIACHENGJIANG", "CV24"),
]


def _place(name: str, view: str) -> Place:
    found = mark(view, name) if has(view, name) else spot(name, view)
    assert found is not None, (name, view)
    return found


def _middle(names: str, view: str) -> Place:
    places = [_place(name, view) for name in names.split()]
    return sum(x for x, _y in places) / len(places), sum(y for _x, y in places) / len(places)


@pytest.mark.parametrize(("code", "view", "landmark", "across", "down"), ROWS)
def test_a_point_lies_by_its_landmark(
    code: str, view: str, landmark: str, across: float, down: float
) -> None:
    (x, y), (from_x, from_y) = _place(code, view), _middle(landmark, view)
    assert ((x - from_x) / CUN, (y - from_y) / CUN) == pytest.approx((across, down), abs=NEAR)


@pytest.mark.parametrize(("view", "above", "below"), UPRIGHT)
def test_one_lies_straight_below_the_other(view: str, above: str, below: str) -> None:
    (x, y), (other_x, other_y) = _place(above, view), _place(below, view)
    assert abs(x - other_x) / CUN <= NEAR + 0.05
    assert y < other_y


@pytest.mark.parametrize(("view", "code", "landmark"), LEVEL)
def test_a_point_lies_at_the_height_of_its_landmark(view: str, code: str, landmark: str) -> None:
    assert abs(_place(code, view)[1] - _place(landmark, view)[1]) / CUN <= NEAR + 0.05


def test_every_row_is_about_a_point_of_the_chart() -> None:
    assert {code for code, *_rest in ROWS} <= set(BODY.places)
