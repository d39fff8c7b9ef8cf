"""Parts of the body a caution speaks of, by the regions of the point table."""

from collections.abc import Mapping

from acuchart.clinic.cautions import Needle
from acuchart.clinic.points import Point, Side

ARM = frozenset({"shoulder", "axilla", "arm", "elbow", "forearm", "wrist", "hand", "finger", "thumb"})
LEG = frozenset({"groin", "thigh", "knee", "leg", "ankle", "foot", "toe"})
FEET = frozenset({"ankle", "foot", "toe"})
CHEST_FRONT = frozenset({"chest_anterior", "chest_lateral"})
CHEST_BACK = frozenset({"upper_back", "scapular"})
HEAD = frozenset({"head", "face"})
PREGNANCY_REGIONS = frozenset(
    {"abdomen_upper", "abdomen_lower", "abdomen_lateral", "groin", "lumbar", "sacral"}
)
EVERY_PART = ARM | LEG | CHEST_FRONT | CHEST_BACK | HEAD | PREGNANCY_REGIONS | {"buttock", "neck", "perineum"}
"""Every region of the point table."""

BREAST = frozenset({"ST15", "ST16", "ST17", "ST18", "SP17", "SP18", "SP19", "PC1"})
"""Points on the breast: second to fifth rib space, four to six cun from the midline."""

_LIMBS = {"arm": ARM, "leg": LEG}


def in_limb(flag: str, needle: Needle, points: Mapping[str, Point]) -> bool:
    """Whether a needle is in the limb that a flag like ``lymphoedema_left_arm`` names."""
    _prefix, side, limb = flag.rsplit("_", 2)
    return points[needle.code].region in _LIMBS[limb] and needle.side in (Side.BOTH, Side(side))


def crosses_heart(pair: tuple[Needle, Needle], points: Mapping[str, Point]) -> bool:
    """Whether current between two needles may pass the chest.

    It may from one arm, or one side of the chest, to the other, from the front of the chest to its back,
    and from the breastbone to one side.
    """
    regions = {points[end.code].region for end in pair}
    if not regions <= ARM | CHEST_FRONT | CHEST_BACK:
        return False
    through = bool(CHEST_FRONT & regions) and bool(CHEST_BACK & regions)
    over = bool(CHEST_FRONT & regions) and pair[0].side is not pair[1].side
    return through or over or _two_sides(pair)


def crosses_brain(pair: tuple[Needle, Needle], points: Mapping[str, Point]) -> bool:
    """Whether current between two needles on the head passes from one side to the other."""
    return all(points[end.code].region in HEAD for end in pair) and _two_sides(pair)


def _two_sides(pair: tuple[Needle, Needle]) -> bool:
    """Whether the ends lie on different sides; two points on both sides are taken for a pair on each side."""
    one, other = pair
    if one.side is Side.BOTH and other.side is Side.BOTH:
        return one.code == other.code
    sides = {one.side, other.side}
    return {Side.LEFT, Side.RIGHT} <= sides or (Side.BOTH in sides and Side.MIDLINE not in sides)
