"""What a person wants of a room, as a value that view and presenter share. Knows neither Qt nor use cases."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from acuchart.clinic.adverse import Severity
from acuchart.clinic.session import Fate, Spot
from acuchart.clinic.stages import StageKind
from acuchart.clinic.visit import Reaction
from acuchart.clinic.zones import Bell, ZoneKind


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
    TURN = "turn"
    """Begins the next round, once every needle of this one is accounted for."""
    START_AGAIN = "start_again"
    STAGE_DONE = "stage_done"
    SKIN_SEEN = "skin_seen"
    ZONE_OFF = "zone_off"
    ZONE_LONGER = "zone_longer"
    DUE_DONE = "due_done"
    """Whatever is due in the room was done: the D key."""
    ALL_IN = "all_in"
    """Every needle of the prescription went in."""
    ASK_ZONE = "ask_zone"
    LAY_ON = "lay_on"
    """Starts a zone."""
    ASK_SPOTS = "ask_spots"
    SPOTS_IN = "spots_in"
    SPOTS_OUT = "spots_out"
    ASK_REMIND = "ask_remind"
    REMIND = "remind"
    ASK_REACTION = "ask_reaction"
    REACT = "react"
    SLIP = "slip"
    """Shows the aftercare slip, to be printed."""
    CALL_OFF = "call_off"
    UNDO = "undo"
    """Takes back the last tap on a counter."""
    MAIN = "main"
    """Whatever the room asks for next: the Enter key."""
    PAUSE_OR_GO_ON = "pause_or_go_on"
    CALL = "call"
    """Asks that someone go to the room."""
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
class Laid:
    """A lamp, moxa or cups as they are to be laid on."""

    kind: ZoneKind
    place: str
    minutes: int
    bell: Bell
    skin_every: int


@dataclass(frozen=True, slots=True)
class Reacted:
    """A reaction as somebody told it."""

    kind: Reaction
    severity: Severity
    done: str
    follow_up_on: date | None = None


@dataclass(frozen=True, slots=True)
class Wish:
    """One thing wanted of the room of one visit.

    Attributes:
        number: A step, a count or minutes, as the wish has it.
        words: The reason, where one is needed.
        sure: Whether a question about it was answered already.
        zone: The zone it means.
        laid: A zone to be started.
        reacted: A reaction to be written down.
        spots: Needles place by place.
        remind: The reminder to be added, `number` minutes from now.
        seen: The count a typed one is to stand for, as the person saw it; None for the one last read.
    """

    do: Do
    visit_id: UUID
    number: int = 0
    words: str = ""
    explained: Explained | None = None
    sure: bool = False
    seen: int | None = None
    zone: UUID | None = None
    laid: Laid | None = None
    reacted: Reacted | None = None
    spots: tuple[Spot, ...] = ()
    remind: StageKind | None = None
