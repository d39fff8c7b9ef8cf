"""Which part of the body is seen where a whole figure is enlarged, in words such as "Right leg"."""

from collections.abc import Mapping
from types import MappingProxyType

from acuchart.clinic.body import View
from acuchart.clinic.paths import Box
from acuchart.clinic.view_words import view_words
from acuchart.words import N_, _

MOST = 0.6
"""The share of what is seen from which on a part is what the picture shows."""
_EDGE = 0.2
"""The share at every edge that is left out of account."""
_MUCH = 0.7
"""The share of the height of a view from which on the view is what is seen."""

_FACE = ("head-top", "forehead", "temple", "eye", "ear", "nose", "cheek", "mouth", "chin", "jaw")
PARTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "head": (*_FACE, "head-back", "occiput", "ear-back"),
        "neck": ("neck-front", "neck-back", "neck"),
        "shoulder": ("shoulder-front", "shoulder-back", "shoulder-outer", "neck-shoulder"),
        "upper_back": ("neck-shoulder-back", "upper-back", "mid-back", "scapula", "thoracic-spine"),
        "chest": ("chest", "sternum", "ribs"),
        "belly": ("epigastrium", "navel", "abdomen-upper", "abdomen-lower", "pubic-region", "flank"),
        "low_back": ("lower-back", "lumbar-spine", "sacrum", "flank-back"),
        "hip": ("hip", "groin", "hip-back", "buttock"),
        "upper_limb": tuple(
            f"{part}-{face}"
            for part in ("upper-arm", "elbow", "forearm")
            for face in ("front", "back", "outer")
        ),
        "hand": (
            *(f"wrist-{face}" for face in ("front", "back", "outer")),
            *(f"{part}-{face}" for part in ("thumb", "fingers") for face in ("palmar", "dorsal", "outer")),
            *("palm", "hand-dorsum", "hand-outer"),
        ),
        "lower_limb": (
            *(f"thigh-{face}" for face in ("front", "inner", "outer", "back")),
            *("knee-front", "knee-back", "shin", "shin-inner", "shin-outer"),
            *("calf", "calf-upper", "calf-lower"),
        ),
        "foot": ("ankle-front", "ankle-back", "ankle", "foot-dorsum", "foot", "heel", "toes"),
    }
)
"""The regions of the three whole figures, without their side and without the word for the side view."""

_WIDER: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "head_neck": ("head", "neck"),
        "leg": ("lower_limb", "foot", "hip"),
        "arm": ("upper_limb", "hand", "shoulder"),
        "trunk": ("chest", "belly", "upper_back", "low_back", "hip", "shoulder", "neck"),
        "upper_body": ("head", "neck", "shoulder", "chest", "upper_back", "upper_limb"),
        "lower_body": ("belly", "low_back", "hip", "lower_limb", "foot", "hand"),
    }
)
"""What is said where no part by itself is what is seen, the narrower first."""

_WORDS: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {
        "head": (N_("Head"), N_("Head"), N_("Head")),
        "neck": (N_("Neck"), N_("Neck"), N_("Neck")),
        "shoulder": (N_("Right shoulder"), N_("Left shoulder"), N_("Shoulders")),
        "upper_back": (N_("Upper back"), N_("Upper back"), N_("Upper back")),
        "chest": (N_("Chest"), N_("Chest"), N_("Chest")),
        "belly": (N_("Belly"), N_("Belly"), N_("Belly")),
        "low_back": (N_("Low back"), N_("Low back"), N_("Low back")),
        "hip": (N_("Right hip"), N_("Left hip"), N_("Hips")),
        "upper_limb": (N_("Right arm"), N_("Left arm"), N_("Arms")),
        "hand": (N_("Right hand"), N_("Left hand"), N_("Hands")),
        "lower_limb": (N_("Right leg"), N_("Left leg"), N_("Legs")),
        "foot": (N_("Right foot"), N_("Left foot"), N_("Feet")),
        "head_neck": (N_("Head and neck"), N_("Head and neck"), N_("Head and neck")),
        "leg": (N_("Right leg"), N_("Left leg"), N_("Legs")),
        "arm": (N_("Right arm"), N_("Left arm"), N_("Arms")),
        "trunk": (N_("Trunk"), N_("Trunk"), N_("Trunk")),
        "upper_body": (N_("Upper body"), N_("Upper body"), N_("Upper body")),
        "lower_body": (N_("Lower body"), N_("Lower body"), N_("Lower body")),
    }
)
"""By part: on the right, on the left, on both sides."""

_PART_OF: Mapping[str, str] = MappingProxyType(
    {name: part for part, names in PARTS.items() for name in names}
)
_SIDES = ("-right", "-left")


def part_words(view: View, seen: Box) -> str:
    """What a rectangle of a view shows, in words; where it shows no part of its own, the view."""
    weights = _weights(view, _middle(seen))
    whole = sum(weights.values())
    if not whole or seen[3] - seen[1] > _MUCH * view.height:
        return view_words(view.name, mirrored=view.mirrored)
    for name, parts in (*((part, (part,)) for part in PARTS), *_WIDER.items()):
        if sum(w for (part, _side), w in weights.items() if part in parts) >= MOST * whole:
            return _(_WORDS[name][_side_of(weights, parts)])
    return view_words(view.name, mirrored=view.mirrored)


def _weights(view: View, seen: Box) -> dict[tuple[str, str], float]:
    """How much of each part, and of which side, is seen; the box around a region stands for it."""
    found: dict[tuple[str, str], float] = {}
    for region, (box, _shape) in view.areas.items():
        part = part_of(region)
        if part is not None:
            side = next((s for s in _SIDES if region.endswith(s)), "")
            found[part, side] = found.get((part, side), 0.0) + _shared(box, seen)
    return found


def _middle(seen: Box) -> Box:
    """The middle of what is seen, where the eye is."""
    left, top, right, bottom = seen
    dx, dy = (right - left) * _EDGE, (bottom - top) * _EDGE
    return left + dx, top + dy, right - dx, bottom - dy


def part_of(region: str) -> str | None:
    """The part a region belongs to; None for a region that only close views have."""
    bare = region.removesuffix("-right").removesuffix("-left")
    return _PART_OF.get(bare.removesuffix("-lateral"))


def _shared(one: Box, other: Box) -> float:
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return wide * high if wide > 0 and high > 0 else 0.0


def _side_of(weights: Mapping[tuple[str, str], float], parts: tuple[str, ...]) -> int:
    """0 for the right, 1 for the left, 2 where both are seen."""
    right, left = (sum(w for (p, s), w in weights.items() if p in parts and s == side) for side in _SIDES)
    for number, share in enumerate((right, left)):
        if share and share >= 0.8 * (right + left):
            return number
    return 2
