"""Which view shows a part of the body closely, and where on the whole body that part lies.

Points of fingers, toes and face are exact on the views of hand, foot and head; on a whole figure they lie too
close together to be told apart.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from acuchart.clinic.body import Body, View
from acuchart.clinic.paths import Box

LEFT, RIGHT = "-left", "-right"

_HEAD = ("head-top", "forehead", "temple", "eye", "nose", "cheek", "mouth", "chin", "jaw")
_FACE_SIDE = ("forehead", "temple", "eye", "nose", "cheek", "mouth", "jaw")
_HEAD_SIDE = tuple(f"{part}-lateral" for part in ("head-top", *_FACE_SIDE, "occiput", "neck-back"))
CLOSE_VIEWS: Mapping[str, Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "front": {
            "head-front": (*_HEAD, "ear"),
            "hand-palmar": ("wrist-front", "palm", "thumb-palmar", "fingers-palmar"),
            "foot-dorsum": ("ankle-front", "foot-dorsum", "toes"),
        },
        "back": {
            "head-back": ("head-back", "occiput", "neck-back", "ear-back"),
            "hand-dorsal": ("wrist-back", "hand-dorsum", "thumb-dorsal", "fingers-dorsal"),
        },
        "lateral": {
            "head-lateral": _HEAD_SIDE,
            "ear": ("ear-lateral",),
            "hand-dorsal": ("wrist-outer", "hand-outer", "thumb-outer", "fingers-outer"),
            "foot-lateral": ("ankle-lateral", "foot-lateral", "heel-lateral", "toes-lateral"),
        },
        "head-lateral": {"ear": ("ear-lateral",)},
    }
)
"""By view and close view: the regions, without their side, from which a hand comes to the close one."""

_HOMES: Mapping[str, tuple[str, tuple[str, ...]]] = MappingProxyType(
    {
        "head-top": ("front", ("head-top",)),
        "arm-palmar": ("front", ("upper-arm-front", "elbow-front", "forearm-front", "palm")),
        "arm-dorsal": ("back", ("upper-arm-back", "elbow-back", "forearm-back", "hand-dorsum")),
        "leg-medial": ("front", ("thigh-inner", "knee-front", "shin-inner", "ankle-front")),
        "foot-medial": ("front", ("ankle-front", "foot-dorsum", "toes")),
        "foot-sole": ("front", ("foot-dorsum", "toes")),
    }
)
"""Where the views lie to which no region leads."""


@dataclass(frozen=True, slots=True)
class Home:
    """A part of a whole figure: the view, whether it is mirrored, and the box around the part."""

    view: str
    mirrored: bool
    box: Box


def close_view(view: View, region: str) -> tuple[str, bool] | None:
    """The view that shows a region of another one closely, and whether mirrored; None where none does."""
    bare, left = region.removesuffix(LEFT).removesuffix(RIGHT), region.endswith(LEFT)
    for name, regions in CLOSE_VIEWS.get(view.name, {}).items():
        if bare in regions:
            return name, left
    return None


def home_of(view: View, body: Body) -> Home | None:
    """Where on a whole figure a close view lies; None of a whole figure itself."""
    for whole in ("front", "back", "lateral"):
        if view.name in CLOSE_VIEWS[whole]:
            return _home(view, body, whole, CLOSE_VIEWS[whole][view.name])
    found = _HOMES.get(view.name)
    return _home(view, body, *found) if found else None


def _home(view: View, body: Body, whole: str, regions: tuple[str, ...]) -> Home:
    seen = body.view(whole, mirrored=view.mirrored)
    boxes = [box for region, (box, _shape) in seen.areas.items() if _belongs(region, regions, view)]
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return Home(whole, seen.mirrored, (min(lefts), min(tops), max(rights), max(bottoms)))


def _belongs(region: str, regions: tuple[str, ...], view: View) -> bool:
    """Whether a region is part of what the close view shows: of a view of one side only that side."""
    if region.removesuffix(LEFT).removesuffix(RIGHT) not in regions:
        return False
    other = RIGHT if view.mirrored else LEFT
    return view.sided or not region.endswith(other)
