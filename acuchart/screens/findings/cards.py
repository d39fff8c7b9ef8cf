"""The cards of the findings screen: which groups of the vocabulary each holds. Knows no Qt."""

from dataclasses import dataclass
from enum import StrEnum

from acuchart.clinic.findings import Examination, Finding
from acuchart.screens.findings.usual import MOVED, USUAL
from acuchart.words import N_


class Kind(StrEnum):
    """How a card is entered."""

    CHIPS = "chips"
    CHANGES = "changes"
    TONGUE = "tongue"
    PULSE = "pulse"
    PAIN = "pain"


@dataclass(frozen=True, slots=True)
class CardSpec:
    """One card.

    Attributes:
        groups: Groups of the vocabulary; free words are kept under the first.
        column: 0 left, 1 right.
        leading: Open from the start where all examinations are shown; the others begin folded.
        suffix: What chips leave out at the end of a label, because the title says it.
        sited: Whether what is entered may belong to one painful region among several.
    """

    key: str
    title: str
    hanzi: str
    examination: Examination
    groups: tuple[str, ...]
    column: int
    leading: bool = False
    kind: Kind = Kind.CHIPS
    suffix: str = ""
    sited: bool = False

    def holds(self, finding: Finding) -> bool:
        """Whether a finding is entered on this card."""
        return MOVED.get(finding.id, "") == self.key or (
            finding.group in self.groups and finding.id not in MOVED
        )

    @property
    def usual(self) -> tuple[str, ...]:
        """Ids that are in sight from the start; empty where all are."""
        return USUAL.get(self.key, ())


_ASK, _LOOK = Examination.ASK, Examination.LOOK
_LISTEN, _PALPATE = Examination.LISTEN, Examination.PALPATE

CARDS: tuple[CardSpec, ...] = (
    CardSpec(
        "pain_quality",
        N_("Pain quality"),
        "疼痛性质",
        _ASK,
        ("pain_quality",),
        0,
        True,
        Kind.PAIN,
        N_(" pain"),
        sited=True,
    ),
    CardSpec(
        "changes",
        N_("What changes it"),
        "加重 · 缓解",
        _ASK,
        ("aggravating", "relieving"),
        0,
        True,
        Kind.CHANGES,
    ),
    CardSpec("pain_site", N_("Where it hurts"), "疼痛部位", _ASK, ("pain_site",), 0),
    CardSpec("pain_course", N_("How it goes"), "疼痛病程", _ASK, ("pain_course",), 0),
    CardSpec("limbs_joints", N_("Limbs and joints"), "肢体关节", _ASK, ("limbs_joints",), 0),
    CardSpec("energy", N_("Energy"), "精力", _ASK, ("energy",), 0),
    CardSpec("sleep", N_("Sleep"), "睡眠", _ASK, ("sleep",), 0),
    CardSpec("mood", N_("Mood"), "情志", _ASK, ("mood",), 0),
    CardSpec("skin", N_("Skin"), "皮肤", _ASK, ("skin",), 0),
    CardSpec("complexion", N_("Face and build"), "望神色形", _LOOK, ("complexion",), 0),
    CardSpec("voice_breath", N_("Voice, breath, cough"), "声息咳嗽", _LISTEN, ("voice_breath",), 0, True),
    CardSpec("palpation", N_("Palpation"), "按诊", _PALPATE, ("palpation",), 0, True, sited=True),
    CardSpec(
        "tongue",
        N_("Tongue"),
        "舌诊",
        _LOOK,
        (
            "tongue_body_colour",
            "tongue_coat_colour",
            "tongue_coat_quality",
            "tongue_shape",
            "tongue_area",
            "tongue_moisture",
            "sublingual",
        ),
        1,
        True,
        Kind.TONGUE,
        N_(" tongue"),
    ),
    CardSpec(
        "pulse",
        N_("Pulse"),
        "脉诊",
        _PALPATE,
        ("pulse_depth", "pulse_rate", "pulse_strength", "pulse_shape", "pulse_rhythm", "pulse_position"),
        1,
        True,
        Kind.PULSE,
        N_(" pulse"),
    ),
    CardSpec("belly_smell", N_("Belly sounds, smell"), "肠鸣气味", _LISTEN, ("belly_smell",), 1),
    CardSpec("cold_heat", N_("Cold and heat"), "寒热", _ASK, ("cold_heat",), 1),
    CardSpec("sweat", N_("Sweat"), "汗", _ASK, ("sweat",), 1),
    CardSpec("head", N_("Head and senses"), "头面五官", _ASK, ("head",), 1),
    CardSpec("chest_abdomen", N_("Chest and abdomen"), "胸腹", _ASK, ("chest_abdomen",), 1),
    CardSpec("digestion", N_("Appetite and digestion"), "饮食", _ASK, ("digestion",), 1),
    CardSpec("thirst", N_("Thirst"), "口渴", _ASK, ("thirst",), 1),
    CardSpec("stool", N_("Stool"), "大便", _ASK, ("stool",), 1),
    CardSpec("urine", N_("Urine"), "小便", _ASK, ("urine",), 1),
    CardSpec("menses", N_("Menses"), "月经", _ASK, ("menses",), 1),
    CardSpec("reproductive", N_("Sexual health"), "生殖", _ASK, ("reproductive",), 1),
)

_CARD_OF_GROUP = {group: card for card in CARDS for group in card.groups}
_CARD_BY_KEY = {card.key: card for card in CARDS}


def card_of(finding: Finding) -> CardSpec:
    """The card a finding is entered on."""
    moved = MOVED.get(finding.id)
    return _CARD_BY_KEY[moved] if moved else _CARD_OF_GROUP[finding.group]


@dataclass(frozen=True, slots=True)
class Factor:
    """A row of "What changes it": one thing, and the findings that it makes the pain worse or better.

    Attributes:
        worse: Id of the finding; empty where the vocabulary has none.
        better: Likewise.
        worse_word: What the first button says.
    """

    label: str
    worse: str = ""
    better: str = ""
    worse_word: str = N_("Worse")

    @property
    def findings(self) -> tuple[str, ...]:
        """The findings the row enters."""
        return tuple(key for key in (self.worse, self.better) if key)


FACTORS: tuple[Factor, ...] = (
    Factor(N_("Cold"), "agg_cold", "rel_cool"),
    Factor(N_("Warmth"), "agg_heat", "rel_warmth"),
    Factor(N_("Damp, rainy weather"), "agg_damp"),
    Factor(N_("Movement"), "agg_movement", "rel_movement"),
    Factor(N_("Pressure on the spot"), "agg_pressure", "rel_pressure"),
    Factor(N_("At night"), "pain_worse_night"),
    Factor(N_("Stress, upset"), "agg_emotion"),
    Factor(N_("Rest"), "agg_inactivity", "rel_rest"),
    Factor(N_("Exertion, tiredness"), "agg_exertion"),
    Factor(N_("Wind, draught"), "agg_wind"),
    Factor(N_("Change of weather"), "agg_weather_change"),
    Factor(N_("Bending, turning"), "agg_bending"),
    Factor(N_("Standing or sitting long"), "agg_standing"),
    Factor(N_("Lying down"), "lying_no_help", "rel_lying", N_("No help")),
    Factor(N_("Anger"), "agg_anger"),
    Factor(N_("Relaxing, holiday"), "", "rel_relaxation"),
    Factor(N_("Eating"), "agg_after_eating", "rel_eating"),
    Factor(N_("An empty stomach"), "agg_hunger"),
    Factor(N_("Cold food or drinks"), "agg_cold_food"),
    Factor(N_("Rich, greasy food"), "agg_greasy_food"),
    Factor(N_("Alcohol, spicy food"), "agg_alcohol_spicy"),
    Factor(N_("Light, noise"), "agg_light_noise"),
    Factor(N_("Dark, quiet room"), "", "rel_dark_quiet"),
    Factor(N_("Sex"), "agg_sex"),
    Factor(N_("A sigh or belch"), "", "rel_sighing_belching"),
    Factor(N_("Passing stool"), "", "rel_stool"),
    Factor(N_("Vomiting"), "", "rel_vomiting"),
    Factor(N_("Coughing, a deep breath"), "agg_cough"),
    Factor(N_("The period starting to flow"), "", "rel_menses_flow"),
)
SHOWN_FACTORS = 7
"""Rows shown while the card is not opened wide."""
