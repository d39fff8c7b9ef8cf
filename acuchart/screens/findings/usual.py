"""The findings most cards begin with; the rest of a card comes into sight on demand. Knows no Qt.

The order is that of asking: what is present most often in chronic pain, and what tells patterns apart.
A card that is not named here shows all it has.
"""

from collections.abc import Mapping
from types import MappingProxyType

from acuchart.words import N_

MOVED: Mapping[str, str] = MappingProxyType({"pain_fixed": "pain_quality", "pain_wandering": "pain_quality"})
"""Findings that are asked on another card than the rest of their group."""

SHORT: Mapping[str, str] = MappingProxyType(
    {
        "pain_fixed": N_("Fixed"),
        "pain_wandering": N_("Moving"),
        "pain_dull": N_("Dull ache"),
        "numbness": N_("Numb"),
        "tingling": N_("Tingling"),
        "coat_greasy": N_("Greasy"),
        "tongue_tooth_marked": N_("Tooth marks"),
        "sublingual_dark": N_("Dark veins"),
    }
)
"""Shorter words for a chip, where the title of its card says the rest."""

USUAL: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "pain_quality": (
            "pain_dull",
            "pain_heavy",
            "pain_fixed",
            "pain_cold",
            "pain_stabbing",
            "pain_distending",
            "pain_wandering",
            "pain_burning",
            "numbness",
        ),
        "pain_course": (
            "pain_longstanding",
            "pain_recent",
            "pain_constant",
            "pain_comes_goes",
            "onset_injury",
            "onset_cold_exposure",
            "onset_emotional",
            "pain_worse_morning",
            "pain_radiates_leg",
        ),
        "pain_site": (
            "site_low_back",
            "site_knee",
            "site_neck",
            "site_shoulder",
            "site_hip_buttock",
            "site_hands_feet",
            "site_head_temple",
            "site_many_joints",
        ),
        "limbs_joints": (
            "back_knees_weak",
            "joint_swelling",
            "joint_limited",
            "morning_stiffness",
            "muscle_aches",
            "cramps",
            "neck_stiff",
            "oedema",
        ),
        "complexion": (
            "face_pale_bright",
            "face_pale_dull",
            "face_red",
            "face_sallow",
            "face_dark",
            "joint_red",
            "joint_deformed",
            "swelling_seen",
            "guards_movement",
        ),
        "palpation": (
            "ashi_tender",
            "tender_refuses",
            "tender_likes",
            "muscle_tight_cords",
            "local_cold_touch",
            "local_hot_touch",
            "swelling_soft",
            "joint_range_limited",
        ),
        "cold_heat": (
            "aversion_cold",
            "cold_limbs",
            "local_cold_feeling",
            "feels_hot",
            "aversion_heat",
            "afternoon_heat",
            "five_centre_heat",
            "aversion_wind",
        ),
        "head": (
            "dizziness",
            "head_heavy",
            "tinnitus_low",
            "tinnitus_loud",
            "vision_blurred",
            "floaters",
            "eyes_dry",
            "memory_poor",
            "thinking_foggy",
        ),
        "chest_abdomen": (
            "chest_oppression",
            "palpitations",
            "breath_short",
            "flank_pain",
            "sighs_often",
            "epigastric_fullness",
            "abdomen_distended",
            "phlegm_throat",
        ),
        "digestion": (
            "appetite_poor",
            "bloat_after_eating",
            "nausea",
            "belching",
            "acid_reflux",
            "taste_bitter",
            "taste_sticky",
            "prefers_warm_food",
        ),
        "menses": (
            "menses_scanty",
            "menses_heavy",
            "menses_clots",
            "menses_pain",
            "menses_pain_cold",
            "menses_irregular",
            "breast_distension",
            "menopause",
        ),
        "tongue": (
            "tongue_pale",
            "tongue_normal",
            "tongue_red",
            "tongue_dusky",
            "coat_white",
            "coat_yellow",
            "coat_grey_black",
            "coat_none",
            "coat_greasy",
            "coat_thin",
            "tongue_swollen",
            "tongue_tooth_marked",
            "tongue_cracked",
            "tongue_stasis_spots",
            "tip_red",
            "sublingual_dark",
        ),
    }
)
