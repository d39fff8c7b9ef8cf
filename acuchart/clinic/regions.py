"""Words for the regions of the body chart that a complaint is placed in."""

from collections.abc import Mapping
from types import MappingProxyType

from acuchart.words import N_, _

REGION_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "head-top": N_("Crown"),
        "forehead": N_("Forehead"),
        "temple": N_("Temple"),
        "eye": N_("Eye"),
        "ear": N_("Ear"),
        "ear-back": N_("Behind the ear"),
        "nose": N_("Nose"),
        "cheek": N_("Cheek"),
        "mouth": N_("Mouth"),
        "jaw": N_("Jaw"),
        "chin": N_("Chin"),
        "head-back": N_("Back of the head"),
        "occiput": N_("Occiput"),
        "neck-front": N_("Neck, front"),
        "neck-back": N_("Neck, back"),
        "neck-shoulder": N_("Top of the shoulder, front"),
        "neck-shoulder-back": N_("Top of the shoulder, back"),
        "shoulder-front": N_("Shoulder, front"),
        "shoulder-back": N_("Shoulder, back"),
        "scapula": N_("Shoulder blade"),
        "upper-back": N_("Upper back"),
        "thoracic-spine": N_("Thoracic spine"),
        "mid-back": N_("Middle back"),
        "lower-back": N_("Low back"),
        "lumbar-spine": N_("Lumbar spine"),
        "sacrum": N_("Sacrum"),
        "flank-back": N_("Flank"),
        "chest": N_("Chest"),
        "sternum": N_("Breastbone"),
        "ribs": N_("Ribs"),
        "epigastrium": N_("Upper belly, middle"),
        "abdomen-upper": N_("Upper belly"),
        "navel": N_("Navel"),
        "abdomen-lower": N_("Lower belly"),
        "pubic-region": N_("Pubic region"),
        "groin": N_("Groin"),
        "upper-arm-front": N_("Upper arm, front"),
        "upper-arm-back": N_("Upper arm, back"),
        "elbow-front": N_("Elbow, crease"),
        "elbow-back": N_("Elbow, back"),
        "forearm-front": N_("Forearm, inner side"),
        "forearm-back": N_("Forearm, outer side"),
        "wrist-front": N_("Wrist, palm side"),
        "wrist-back": N_("Wrist, back"),
        "palm": N_("Palm"),
        "hand-dorsum": N_("Back of the hand"),
        "thumb-palmar": N_("Thumb, palm side"),
        "thumb-dorsal": N_("Thumb, back"),
        "fingers-palmar": N_("Fingers, palm side"),
        "fingers-dorsal": N_("Fingers, back"),
        "hip": N_("Hip, front"),
        "hip-back": N_("Hip, back"),
        "buttock": N_("Buttock"),
        "thigh-front": N_("Thigh, front"),
        "thigh-inner": N_("Thigh, inner side"),
        "thigh-outer": N_("Thigh, outer side"),
        "thigh-back": N_("Thigh, back"),
        "knee-front": N_("Knee, front"),
        "knee-back": N_("Knee, back"),
        "shin": N_("Shin"),
        "shin-inner": N_("Shin, inner side"),
        "calf-upper": N_("Calf, upper part"),
        "calf-lower": N_("Calf, lower part"),
        "ankle-front": N_("Ankle, front"),
        "ankle-back": N_("Ankle, back"),
        "heel": N_("Heel"),
        "foot-dorsum": N_("Top of the foot"),
        "toes": N_("Toes"),
    }
)
"""Of the front and back view, from head to foot, without their side."""

UNPAIRED = frozenset(
    {
        "head-top",
        "forehead",
        "nose",
        "mouth",
        "chin",
        "thoracic-spine",
        "lumbar-spine",
        "sacrum",
        "sternum",
        "epigastrium",
        "navel",
        "pubic-region",
    }
)
"""Regions that lie across the midline and have no side."""

_SIDES = (("-left", N_("{region}, left")), ("-right", N_("{region}, right")))


def region_words(region_id: str) -> str:
    """A region in words, such as "Knee, front, right"; a region of another view by the words of its id."""
    for ending, sentence in _SIDES:
        if region_id.endswith(ending):
            return _(sentence).format(region=_bare(region_id.removesuffix(ending)))
    return _bare(region_id)


def _bare(name: str) -> str:
    return _(REGION_WORDS[name]) if name in REGION_WORDS else name.replace("-", " ").capitalize()
