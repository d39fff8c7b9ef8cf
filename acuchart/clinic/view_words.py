"""The views of the body chart in words, with the side that is seen."""

from collections.abc import Mapping
from types import MappingProxyType

from acuchart.words import N_, _

VIEW_WORDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "front": (N_("Front"), N_("Front")),
        "back": (N_("Back"), N_("Back")),
        "lateral": (N_("Right side"), N_("Left side")),
        "head-front": (N_("Head, front"), N_("Head, front")),
        "head-back": (N_("Head, back"), N_("Head, back")),
        "head-lateral": (N_("Head, right side"), N_("Head, left side")),
        "head-top": (N_("Head, crown"), N_("Head, crown")),
        "arm-palmar": (N_("Right arm, palm side"), N_("Left arm, palm side")),
        "arm-dorsal": (N_("Right arm, back"), N_("Left arm, back")),
        "hand-palmar": (N_("Right hand, palm"), N_("Left hand, palm")),
        "hand-dorsal": (N_("Right hand, back"), N_("Left hand, back")),
        "leg-medial": (N_("Right leg, inner side"), N_("Left leg, inner side")),
        "foot-dorsum": (N_("Right foot, top"), N_("Left foot, top")),
        "foot-medial": (N_("Right foot, inner side"), N_("Left foot, inner side")),
        "foot-lateral": (N_("Right foot, outer side"), N_("Left foot, outer side")),
        "foot-sole": (N_("Right foot, sole"), N_("Left foot, sole")),
        "ear": (N_("Right ear"), N_("Left ear")),
    }
)
"""By name: as it is drawn, and mirrored for the left side."""


def view_words(name: str, *, mirrored: bool = False) -> str:
    """A view in words, such as "Left hand, palm"."""
    return _(VIEW_WORDS[name][mirrored])
