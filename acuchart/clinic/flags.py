"""Risk facts about a patient that stand in the header of every screen.

"Asked and none" is a fact with a date; "not asked" is the absence of one.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

from acuchart.clinic.trouble import ChartTrouble
from acuchart.words import N_, _

PREGNANCY = timedelta(weeks=40)
ASK_AGAIN = timedelta(days=90)


class FlagKind(StrEnum):
    """The risk facts, by the names that scripts rely on (and pregnancy, which has a due date)."""

    PREGNANCY = "pregnancy"
    ANTICOAGULANT = "anticoagulant"
    PACEMAKER = "pacemaker"
    BLEEDING_DISORDER = "bleeding_disorder"
    EPILEPSY = "epilepsy"
    DIABETES = "diabetes"
    NUMBNESS = "numbness"
    IMMUNE_SUPPRESSION = "immune_suppression"
    VALVE_DISEASE = "valve_disease"
    LYMPHOEDEMA_LEFT_ARM = "lymphoedema_left_arm"
    LYMPHOEDEMA_RIGHT_ARM = "lymphoedema_right_arm"
    LYMPHOEDEMA_LEFT_LEG = "lymphoedema_left_leg"
    LYMPHOEDEMA_RIGHT_LEG = "lymphoedema_right_leg"
    ALLERGY_METAL = "allergy_metal"
    ALLERGY_LATEX = "allergy_latex"
    ALLERGY_ADHESIVE = "allergy_adhesive"
    FAINTS = "faints"
    BREAST_IMPLANTS = "breast_implants"


FLAG_WORDS: Mapping[FlagKind, str] = MappingProxyType(
    {
        FlagKind.PREGNANCY: N_("Pregnant"),
        FlagKind.ANTICOAGULANT: N_("Anticoagulant"),
        FlagKind.PACEMAKER: N_("Pacemaker or implant"),
        FlagKind.BLEEDING_DISORDER: N_("Bleeding disorder"),
        FlagKind.EPILEPSY: N_("Epilepsy"),
        FlagKind.DIABETES: N_("Diabetes"),
        FlagKind.NUMBNESS: N_("Numbness"),
        FlagKind.IMMUNE_SUPPRESSION: N_("Immune suppression"),
        FlagKind.VALVE_DISEASE: N_("Heart valve disease"),
        FlagKind.LYMPHOEDEMA_LEFT_ARM: N_("Lymphoedema, left arm"),
        FlagKind.LYMPHOEDEMA_RIGHT_ARM: N_("Lymphoedema, right arm"),
        FlagKind.LYMPHOEDEMA_LEFT_LEG: N_("Lymphoedema, left leg"),
        FlagKind.LYMPHOEDEMA_RIGHT_LEG: N_("Lymphoedema, right leg"),
        FlagKind.ALLERGY_METAL: N_("Metal allergy"),
        FlagKind.ALLERGY_LATEX: N_("Latex allergy"),
        FlagKind.ALLERGY_ADHESIVE: N_("Adhesive allergy"),
        FlagKind.FAINTS: N_("Faints with needles"),
        FlagKind.BREAST_IMPLANTS: N_("Breast implants"),
    }
)


class FlagState(StrEnum):
    """The three states of a risk fact."""

    YES = "yes"
    ASKED_NONE = "asked_none"
    NOT_ASKED = "not_asked"


@dataclass(frozen=True, slots=True)
class Flag:
    """One risk fact as last asked.

    Attributes:
        detail: Own words, such as the medicine and dose.
        due: Due date, for pregnancy only.
        asked_by: The user who asked, or who accepted the patient's answer.
    """

    kind: FlagKind
    state: FlagState = FlagState.NOT_ASKED
    detail: str = ""
    due: date | None = None
    asked_on: date | None = None
    asked_by: UUID | None = None

    def ask_again(self, on: date) -> bool:
        """Whether the answer is older than 90 days."""
        return self.asked_on is not None and on - self.asked_on > ASK_AGAIN


@dataclass(frozen=True, slots=True)
class Flags:
    """All risk facts of one patient: every kind is here, asked or not."""

    by_kind: Mapping[FlagKind, Flag]

    @classmethod
    def of(cls, asked: Iterable[Flag]) -> "Flags":
        """The given flags, and every other kind as not asked."""
        known = {flag.kind: flag for flag in asked}
        return cls(MappingProxyType({kind: known.get(kind, Flag(kind)) for kind in FlagKind}))

    def __getitem__(self, kind: FlagKind) -> Flag:
        return self.by_kind[kind]

    def __iter__(self) -> Iterator[Flag]:
        return iter(self.by_kind.values())

    @property
    def present(self) -> tuple[Flag, ...]:
        """The risks the patient has."""
        return tuple(flag for flag in self.by_kind.values() if flag.state is FlagState.YES)

    @property
    def not_asked(self) -> tuple[Flag, ...]:
        """The questions nobody has asked yet."""
        return tuple(flag for flag in self.by_kind.values() if flag.state is FlagState.NOT_ASKED)


def pregnancy_week(due: date, on: date) -> int:
    """Completed weeks of pregnancy, 0 to 44, by the 40-week convention counted back from the due date."""
    return max(0, min(44, (on - (due - PREGNANCY)).days // 7))


def check_flag(flag: Flag, today: date) -> Flag:
    """The flag, or trouble when its due date cannot be."""
    if flag.due is None or flag.kind is not FlagKind.PREGNANCY:
        return flag
    if not today - timedelta(weeks=4) <= flag.due <= today + PREGNANCY:
        raise ChartTrouble(_("The due date must lie between four weeks ago and 40 weeks from now."))
    return flag


@dataclass(frozen=True, slots=True)
class FlagWord:
    """A risk as it stands on a chip."""

    kind: FlagKind
    word: str


def flag_words(flags: Flags, on: date) -> tuple[FlagWord, ...]:
    """The risks a patient has, for chips."""
    return tuple(FlagWord(flag.kind, flag_word(flag, on)) for flag in flags.present)


def flag_word(flag: Flag, on: date) -> str:
    """The short word of a caution chip, such as "Pregnant 22 wk"."""
    word = _(FLAG_WORDS[flag.kind])
    if flag.kind is FlagKind.PREGNANCY and flag.due is not None:
        return _("{word} {n} wk").format(word=word, n=pregnancy_week(flag.due, on))
    return word
