"""What the sheets of a row ask for, as it was typed. Knows no Qt."""

from dataclasses import dataclass
from datetime import date

from acuchart.clinic.needling import Adjunct, Position, Stays, Stimulation, Waveform


@dataclass(frozen=True, slots=True)
class Stimulated:
    """How a point is stimulated.

    Attributes:
        partner: Key of the row at the other end of the pair; 0 for none.
    """

    how: Stimulation
    partner: int = 0
    frequency: str = ""
    waveform: Waveform = Waveform.CONTINUOUS
    intensity: str = ""
    adjuncts: tuple[Adjunct, ...] = ()


@dataclass(frozen=True, slots=True)
class Method:
    """Another technique than the three, by its name."""

    name: str


@dataclass(frozen=True, slots=True)
class Details:
    """The rest of a row, in the words that were typed."""

    needles: str
    direction: str
    through: str
    gauge: str
    length: str
    lot: str
    stays: Stays | None
    place: str
    remove_on: date | None
    levels: str = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """The round a row belongs to, and how the patient lies in it."""

    round: int
    position: Position
