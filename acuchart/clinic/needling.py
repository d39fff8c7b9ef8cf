"""What goes into the skin: the prescription of a visit, needle by needle."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from acuchart.clinic.points import Side
from acuchart.words import N_


class Technique(StrEnum):
    """How the needle is worked."""

    REINFORCE = "reinforce"
    REDUCE = "reduce"
    EVEN = "even"


class DeQi(StrEnum):
    """The response sought before, and obtained after, insertion."""

    SOUGHT = "sought"
    NOT_SOUGHT = "not_sought"
    NONE = "none"
    MILD = "mild"
    CLEAR = "clear"
    STRONG = "strong"


class Stimulation(StrEnum):
    """How the needle is stimulated while it stays."""

    MANUAL = "manual"
    ELECTRICAL = "electrical"
    WARM_NEEDLE = "warm_needle"


TECHNIQUE_WORDS = {
    Technique.REINFORCE: N_("Reinforce"),
    Technique.REDUCE: N_("Reduce"),
    Technique.EVEN: N_("Even"),
}
DE_QI_WORDS = {
    DeQi.SOUGHT: N_("Sought"),
    DeQi.NOT_SOUGHT: N_("Not sought"),
    DeQi.NONE: N_("None"),
    DeQi.MILD: N_("Mild"),
    DeQi.CLEAR: N_("Clear"),
    DeQi.STRONG: N_("Strong"),
}
STIMULATION_WORDS = {
    Stimulation.MANUAL: N_("Manual"),
    Stimulation.ELECTRICAL: N_("Electrical"),
    Stimulation.WARM_NEEDLE: N_("Warm needle"),
}


@dataclass(frozen=True, slots=True)
class Needling:
    """One row of the prescription; the order of rows is the order of needling.

    Attributes:
        needles: Needles of the whole row, both sides and all spots together.
        depth_mm: None when the practitioner wrote none.
        angle: Degrees or a word such as "oblique"; empty when the practitioner wrote none.
        kept_because: The written reason a point with a danger was kept; goes into the signed note.
        kept_for: The dangers that reason answers, in their own words; any other danger is open again.
        kept_to_mm: The depth it was written for; a deeper needle is open again. None when none was written.
    """

    code: str
    side: Side
    needles: int
    depth_mm: float | None = None
    angle: str = ""
    technique: Technique = Technique.EVEN
    de_qi: DeQi = DeQi.SOUGHT
    stimulation: Stimulation = Stimulation.MANUAL
    kept_because: str = ""
    kept_for: tuple[str, ...] = ()
    kept_to_mm: float | None = None


def needles_expected(prescription: Iterable[Needling]) -> int:
    """How many needles the prescription puts in."""
    return sum(needling.needles for needling in prescription)
