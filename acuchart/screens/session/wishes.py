"""What a person wants of a room, as a value that view and presenter share. Knows neither Qt nor use cases."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from acuchart.clinic.session import Fate


class Do(StrEnum):
    """Everything that can be wanted of a room."""

    BEGIN = "begin"
    ONE_IN = "one_in"
    ONE_OUT = "one_out"
    SET_IN = "set_in"
    SET_OUT = "set_out"
    RETAIN = "retain"
    PAUSE = "pause"
    GO_ON = "go_on"
    ADD = "add"
    SILENCE = "silence"
    REMOVE = "remove"
    SETTLE = "settle"
    TAKE_BACK = "take_back"
    REPORT = "report"
    """Opens the report of a missing needle."""
    CLOSE = "close"
    CALL_OFF = "call_off"
    UNDO = "undo"
    """Takes back the last tap on a counter."""
    MAIN = "main"
    """Whatever the room asks for next: the Enter key."""
    PAUSE_OR_GO_ON = "pause_or_go_on"
    OPEN_VISIT = "open_visit"
    """Goes from the board to the visit."""


@dataclass(frozen=True, slots=True)
class Explained:
    """What a person wrote about needles that were not counted out."""

    fate: Fate
    needles: int
    words: str
    point: str = ""
    consent: bool = False
    remove_on: date | None = None


@dataclass(frozen=True, slots=True)
class Wish:
    """One thing wanted of the room of one visit.

    Attributes:
        number: A step, a count or minutes, as the wish has it.
        words: The reason, where one is needed.
        sure: Whether a question about it was answered already.
        seen: The count a typed one is to stand for, as the person saw it; None for the one last read.
    """

    do: Do
    visit_id: UUID
    number: int = 0
    words: str = ""
    explained: Explained | None = None
    sure: bool = False
    seen: int | None = None
