"""From findings of the tongue to what is drawn. Knows no Qt."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class Zone(StrEnum):
    """The parts of the tongue."""

    TIP = "tip"
    SIDES = "sides"
    CENTRE = "centre"
    ROOT = "root"


# Finding to tone of the body, as named in the tokens; the first that is present wins.
_BODIES = {
    "tongue_dusky": "dusky",
    "tongue_purple": "dusky",
    "tongue_bluish": "dusky",
    "tongue_crimson": "red",
    "tongue_red": "red",
    "tongue_pale": "pale",
    "tongue_normal": "pink",
}
_COATS = {
    "coat_yellow": "yellow",
    "coat_white_yellow": "yellow",
    "coat_grey_black": "grey",
    "coat_green": "green",
    "coat_white": "white",
}
_WIDTHS = {"tongue_swollen": 1.08, "tongue_thin": 0.86}
_THICK = frozenset({"coat_thick", "coat_greasy", "coat_curdy"})
_CRACKS = frozenset({"tongue_cracked", "tongue_centre_crack"})
_DOTS = {"tongue_stasis_spots": "dark", "tongue_red_points": "red", "tongue_prickles": "red"}
_TINTED = {
    "tip_red": (Zone.TIP, "red"),
    "sides_red": (Zone.SIDES, "red"),
    "sides_pale": (Zone.SIDES, "pale"),
    "sides_purple": (Zone.SIDES, "dusky"),
    "centre_red": (Zone.CENTRE, "red"),
}


NO_ZONES: Mapping[Zone, Collection[str]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class TongueLook:
    """What is drawn.

    Attributes:
        body: Tone of the body as named in the tokens, "" while nobody looked.
        coat: Tone of the coat, "" for none or not looked at.
        opacity: Of the coat, 0 to 1: thin to thick.
        width: Factor of the usual width.
        patchy: Whether the coat has bare patches.
        bare_root: Whether the root has no coat.
        dots: Kinds of dots, "dark" or "red".
        tinted: Zones of another tone.
        coated: Zones with a coat of their own: tone and opacity.
        dotted: Zones with dots of their own, by kind.
        cracked: Zones with cracks of their own.
    """

    body: str = ""
    coat: str = ""
    opacity: float = 0.7
    width: float = 1.0
    tooth_marks: bool = False
    cracks: bool = False
    centre_crack: bool = False
    patchy: bool = False
    bare_root: bool = False
    greasy: bool = False
    wet: bool = False
    dots: tuple[str, ...] = ()
    tinted: tuple[tuple[Zone, str], ...] = ()
    coated: tuple[tuple[Zone, str, float], ...] = ()
    dotted: tuple[tuple[Zone, str], ...] = ()
    cracked: tuple[Zone, ...] = ()


def tongue_look(present: Collection[str], zones: Mapping[Zone, Collection[str]] = NO_ZONES) -> TongueLook:
    """Return what to draw for the ids of the findings that are present; other ids are left aside.

    `zones` holds what was found at one zone only.
    """
    bare = bool({"coat_none", "coat_mirror"} & set(present))
    named = {zone: tone for finding, (zone, tone) in _TINTED.items() if finding in present}
    own = {zone: _first(_BODIES, found) for zone, found in zones.items()}
    return TongueLook(
        body=_first(_BODIES, present),
        coat="" if bare else _first(_COATS, present),
        opacity=_opacity(present),
        width=next((factor for finding, factor in _WIDTHS.items() if finding in present), 1.0),
        tooth_marks=any("tongue_tooth_marked" in found for found in (present, *zones.values())),
        cracks="tongue_cracked" in present,
        centre_crack=bool(_CRACKS & set(present)),
        patchy="coat_patchy" in present,
        bare_root="root_peeled" in present,
        greasy=bool({"coat_greasy", "root_greasy"} & set(present)),
        wet="tongue_wet" in present,
        dots=_dots(present),
        tinted=tuple((named | {zone: tone for zone, tone in own.items() if tone}).items()),
        coated=tuple((zone, _coat(found), _opacity(found)) for zone, found in zones.items() if _coat(found)),
        dotted=tuple((zone, kind) for zone, found in zones.items() for kind in _dots(found)),
        cracked=tuple(zone for zone, found in zones.items() if _CRACKS & set(found)),
    )


def _coat(found: Collection[str]) -> str:
    """The tone of a coat; one that is only known to be thick or greasy is drawn white."""
    return _first(_COATS, found) or ("white" if _THICK & set(found) else "")


def _dots(found: Collection[str]) -> tuple[str, ...]:
    return tuple(sorted({kind for finding, kind in _DOTS.items() if finding in found}))


def _first(tones: dict[str, str], present: Collection[str]) -> str:
    return next((tone for finding, tone in tones.items() if finding in present), "")


def _opacity(present: Collection[str]) -> float:
    if _THICK & set(present):
        return 0.95
    return 0.4 if "coat_scanty" in present or "coat_rootless" in present else 0.7
