"""From findings of the tongue to what is drawn. Knows no Qt."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum


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


def tongue_look(present: Collection[str]) -> TongueLook:
    """Return what to draw for the ids of the findings that are present; other ids are left aside."""
    bare = "coat_none" in present
    return TongueLook(
        body=_first(_BODIES, present),
        coat="" if bare else _first(_COATS, present),
        opacity=_opacity(present),
        width=next((factor for finding, factor in _WIDTHS.items() if finding in present), 1.0),
        tooth_marks="tongue_tooth_marked" in present,
        cracks="tongue_cracked" in present,
        centre_crack=bool(_CRACKS & set(present)),
        patchy="coat_patchy" in present,
        bare_root="root_peeled" in present,
        greasy=bool({"coat_greasy", "root_greasy"} & set(present)),
        wet="tongue_wet" in present,
        dots=tuple(sorted({kind for finding, kind in _DOTS.items() if finding in present})),
        tinted=tuple(zone for finding, zone in _TINTED.items() if finding in present),
    )


def _first(tones: dict[str, str], present: Collection[str]) -> str:
    return next((tone for finding, tone in tones.items() if finding in present), "")


def _opacity(present: Collection[str]) -> float:
    if _THICK & set(present):
        return 0.95
    return 0.4 if "coat_scanty" in present or "coat_rootless" in present else 0.7
