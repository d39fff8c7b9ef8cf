"""What goes into the skin: the prescription of a visit, needle by needle."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from acuchart.clinic.points import Side
from acuchart.words import N_


class Technique(StrEnum):
    """How the needle is worked."""

    REINFORCE = "reinforce"
    REDUCE = "reduce"
    EVEN = "even"
    OTHER = "other"


class DeQi(StrEnum):
    """The response sought before, and obtained after, insertion."""

    SOUGHT = "sought"
    NOT_SOUGHT = "not_sought"
    NONE = "none"
    MILD = "mild"
    CLEAR = "clear"
    STRONG = "strong"


OBTAINED = (DeQi.NONE, DeQi.MILD, DeQi.CLEAR, DeQi.STRONG)
"""What can only be said once the needle is in."""


class Stimulation(StrEnum):
    """How the needle is stimulated while it stays."""

    MANUAL = "manual"
    ELECTRICAL = "electrical"
    WARM_NEEDLE = "warm_needle"


class Waveform(StrEnum):
    """How the current runs."""

    CONTINUOUS = "continuous"
    DENSE_DISPERSE = "dense_disperse"
    INTERMITTENT = "intermittent"


class Adjunct(StrEnum):
    """What is done at a point besides needling."""

    MOXA = "moxa"
    CUPPING = "cupping"
    PLUM_BLOSSOM = "plum_blossom"


class Stays(StrEnum):
    """What a patient goes home with."""

    PRESS_NEEDLE = "press_needle"
    EAR_SEED = "ear_seed"


class Position(StrEnum):
    """How the patient lies; empty where nobody said."""

    NOT_SAID = ""
    FACE_UP = "face_up"
    FACE_DOWN = "face_down"
    ON_SIDE = "on_side"
    SITTING = "sitting"


TECHNIQUE_WORDS = {
    Technique.REINFORCE: N_("Reinforce"),
    Technique.REDUCE: N_("Reduce"),
    Technique.EVEN: N_("Even"),
    Technique.OTHER: N_("Other"),
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
WAVEFORM_WORDS = {
    Waveform.CONTINUOUS: N_("Continuous"),
    Waveform.DENSE_DISPERSE: N_("Dense-disperse"),
    Waveform.INTERMITTENT: N_("Intermittent"),
}
ADJUNCT_WORDS = {
    Adjunct.MOXA: N_("Moxa"),
    Adjunct.CUPPING: N_("Cupping"),
    Adjunct.PLUM_BLOSSOM: N_("Plum blossom"),
}
STAYS_WORDS = {Stays.PRESS_NEEDLE: N_("Press needle"), Stays.EAR_SEED: N_("Ear seed")}
POSITION_WORDS = {
    Position.NOT_SAID: N_("Position not set"),
    Position.FACE_UP: N_("Face up"),
    Position.FACE_DOWN: N_("Face down"),
    Position.ON_SIDE: N_("On the side"),
    Position.SITTING: N_("Sitting"),
}


@dataclass(frozen=True, slots=True)
class Current:
    """Electrical stimulation; both needles of a pair carry the same.

    Attributes:
        pair: Number of the pair, from 1.
        frequency: In Hz as said, such as "2/100"; empty when nobody wrote it.
        intensity: In mA or in words; empty when nobody wrote it.
        across: Whether it runs from the left to the right needle of one row, which is then the whole pair.
    """

    pair: int
    frequency: str = ""
    waveform: Waveform = Waveform.CONTINUOUS
    intensity: str = ""
    across: bool = False


@dataclass(frozen=True, slots=True)
class LeftInPlan:
    """A press needle or ear seed the patient goes home with.

    Attributes:
        place: Where exactly, in words.
        remove_on: None until somebody says when it comes out.
    """

    kind: Stays
    place: str = ""
    remove_on: date | None = None


@dataclass(frozen=True, slots=True)
class NeedleUsed:
    """Another needle than the clinic's usual one, or its lot."""

    gauge_mm: float | None = None
    length_mm: float | None = None
    lot: str = ""


@dataclass(frozen=True, slots=True)
class Needling:
    """One row of the prescription; the order of rows is the order of needling.

    Attributes:
        needles: Needles of the whole row, both sides and all spots together; 0 where nothing is needled.
        depth_mm: None when the practitioner wrote none.
        angle: Degrees or a word such as "oblique"; empty when the practitioner wrote none.
        de_qi: The response sought; one of `OBTAINED` in records that kept both in one.
        kept_because: The written reason a point with a danger was kept; goes into the signed note.
        kept_for: The dangers that reason answers, in their own words; any other danger is open again.
        kept_to_mm: The depth it was written for; a deeper needle is open again. None when none was written.
        levels: Of the spine, for the point that has them; empty where all or none are meant.
        direction: Where the tip points to, in words.
        through: Code of the point it is threaded to; empty for none.
        method: Name of another technique than the three.
        obtained: The response, once the needle is in; None before.
        current: None for a needle without current, or of records that paired neighbours.
        stays: What is left in; None for nothing.
        needle: None for the clinic's usual needle.
        round: From 1; the patient turns between rounds.
        copied_from: Where the row was copied from, in words; empty for a row chosen today.
        confirmed: False until a person confirms a copied row.
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
    levels: tuple[str, ...] = ()
    direction: str = ""
    through: str = ""
    method: str = ""
    obtained: DeQi | None = None
    current: Current | None = None
    adjuncts: tuple[Adjunct, ...] = ()
    stays: LeftInPlan | None = None
    needle: NeedleUsed | None = None
    round: int = 1
    position: Position = Position.NOT_SAID
    copied_from: str = ""
    confirmed: bool = True

    @property
    def codes(self) -> tuple[str, ...]:
        """The point, and the one it is threaded to."""
        return (self.code, self.through) if self.through else (self.code,)

    @property
    def pierces(self) -> bool:
        """Whether anything goes through the skin; moxa alone, cups and ear seeds do not."""
        press = self.stays is not None and self.stays.kind is Stays.PRESS_NEEDLE
        return self.needles > 0 or press

    def same_place(self, other: "Needling") -> bool:
        """Whether both are the same point at the same levels, whatever their sides."""
        shared = set(self.levels) & set(other.levels) if self.levels and other.levels else True
        return self.code == other.code and bool(shared)

    def meets(self, other: "Needling") -> bool:
        """Whether both put a needle into the same point on the same side of the body."""
        sides = self.side is other.side or Side.BOTH in (self.side, other.side)
        return sides and self.same_place(other)


def needles_expected(prescription: Iterable[Needling]) -> int:
    """How many needles the prescription puts in."""
    return sum(needling.needles for needling in prescription)


def needles_by_round(prescription: Iterable[Needling]) -> tuple[int, ...]:
    """How many needles go in before each turn of the patient, round by round."""
    counted: Counter[int] = Counter()
    for row in prescription:
        counted[row.round] += row.needles
    return tuple(counted[number] for number in sorted(counted))


def pairs_under_current(prescription: Iterable[Needling]) -> tuple[tuple[int, ...], ...]:
    """The places of the rows under current, pair by pair; a pair with one place has lost its other end.

    A row with current from left to right is a pair with itself: its place stands twice. Rows of records that
    did not number their pairs are paired with their neighbours.
    """
    numbered: dict[int, list[int]] = {}
    neighbours: list[int] = []
    across: list[tuple[int, ...]] = []
    for place, row in enumerate(prescription):
        if row.stimulation is Stimulation.ELECTRICAL:
            if row.current is None:
                neighbours.append(place)
            elif row.current.across:
                across.append((place, place))
            else:
                numbered.setdefault(row.current.pair, []).append(place)
    found = [*across, *(tuple(places) for places in numbered.values())]
    found += [tuple(neighbours[at : at + 2]) for at in range(0, len(neighbours), 2)]
    return tuple(sorted(found))


def as_chosen_again(row: Needling, copied_from: str) -> Needling:
    """A row copied into another visit: what belongs to one day only is left behind.

    A reason, a response, a lot and a day of removal were true of that day.
    """
    needle = row.needle
    if needle is not None:
        needle = replace(needle, lot="")
        needle = needle if needle != NeedleUsed() else None
    return replace(
        row,
        kept_because="",
        kept_for=(),
        kept_to_mm=None,
        de_qi=row.de_qi if row.de_qi not in OBTAINED else DeQi.SOUGHT,
        obtained=None,
        stays=replace(row.stays, remove_on=None) if row.stays else None,
        needle=needle,
        copied_from=copied_from,
        confirmed=not copied_from,
    )
