"""What a needling session holds: counts, rounds, stages, zones, explanations. The rules are in `session`."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from acuchart.clinic.stages import Stage
from acuchart.clinic.zones import Zone
from acuchart.words import N_

USUAL_MINUTES = 20
SILENCE = timedelta(minutes=3)
"""How long a silenced bell keeps quiet while needles are in."""
FORGOTTEN = timedelta(minutes=10)
"""A removal that takes longer than this sounds again: somebody may have been called away from it."""


class SessionState(StrEnum):
    """Where the session stands."""

    PLANNED = "planned"
    GOING_IN = "going_in"
    RETENTION = "retention"
    STAGE_DUE = "stage_due"
    TIME_UP = "time_up"
    COMING_OUT = "coming_out"
    COUNTED = "counted"
    CLOSED = "closed"


RESTING = frozenset({SessionState.RETENTION, SessionState.STAGE_DUE, SessionState.TIME_UP})
"""The needles are in and rest."""
RUNNING = frozenset({SessionState.RETENTION, SessionState.STAGE_DUE})
"""Retention is not over yet."""
OUT = frozenset({SessionState.COMING_OUT, SessionState.COUNTED})
"""The needles of the round are coming out, or all are accounted for."""
HELD = RESTING | OUT | {SessionState.GOING_IN}
"""A room that stays in view: needles may be in, or were and nobody has closed it."""


class Fate(StrEnum):
    """What became of a needle that was not counted out."""

    FOUND = "found"
    FELL_OUT = "fell_out"
    NEVER_INSERTED = "never_inserted"
    LEFT_IN = "left_in"


FATE_WORDS = {
    Fate.FOUND: N_("Found"),
    Fate.FELL_OUT: N_("Fell out"),
    Fate.NEVER_INSERTED: N_("Never inserted"),
    Fate.LEFT_IN: N_("Left in on purpose"),
}


@dataclass(frozen=True, slots=True)
class Settlement:
    """How needles missing from the count were explained.

    Attributes:
        words: Where it was found or looked for, or why it never went in.
        point: Code of the point, required for a needle left in.
        consent: Whether the patient agreed to a needle left in.
        remove_on: When a needle left in comes out.
        round: Number of the round whose count it explains.
    """

    fate: Fate
    needles: int
    words: str
    by: UUID
    at: datetime
    point: str = ""
    consent: bool = False
    remove_on: date | None = None
    round: int = 1


@dataclass(frozen=True, slots=True)
class Correction:
    """Why the number inserted was changed after insertion, or why a session was called off."""

    before: int
    after: int
    reason: str
    by: UUID
    at: datetime
    round: int = 1


@dataclass(frozen=True, slots=True)
class Spot:
    """Needles at one place: a point on one side, or a region counted as a whole.

    Attributes:
        place: As shown, such as "ST36 R".
        region: Slug of the part of the body; the place itself where a region was counted as a whole.
    """

    place: str
    needles: int
    region: str = ""


@dataclass(frozen=True, slots=True)
class Round:
    """A round that is over, such as the front; every needle of it was accounted for.

    Attributes:
        settled: Needles explained instead of counted out.
        in_at: Where its needles went in, as counted point by point; empty when they were counted in one sum.
        out_at: Where they came out.
    """

    expected: int
    count_in: int
    count_out: int
    settled: int
    minutes: int
    begun_at: datetime | None
    retained_at: datetime | None
    removal_at: datetime | None
    counted_at: datetime | None
    inserted_by: UUID | None
    removed_by: UUID | None
    in_at: tuple[Spot, ...] = ()
    out_at: tuple[Spot, ...] = ()


@dataclass(frozen=True, slots=True)
class Session:
    """The state of one session, written down at every change.

    Counts, clock and hands are those of the present round; `rounds` keeps the rounds before it.

    Attributes:
        expected: Needles of the prescription when the round began.
        count_in: Needles really inserted, typed by the person inserting.
        count_out: Needles removed, typed afresh by the person removing; never filled in.
        minutes: Retention asked for.
        deadline: When retention ends; kept when needles come out after time was up, so that the room stays
            an alarm.
        paused_at: When the clock was stopped, None while it runs.
        settlements: Of every round, the earliest first.
        corrections: Every change of the number inserted that needed a reason, the earliest first.
        counted_at: When the last needle of the round was accounted for.
        coming: Needles expected in each round still to come.
        in_at: Where the needles went in, as counted point by point; empty when they were counted in one sum.
        out_at: Where they came out.
    """

    id: UUID
    visit_id: UUID
    room: str
    expected: int
    state: SessionState = SessionState.PLANNED
    count_in: int = 0
    count_out: int = 0
    minutes: int = USUAL_MINUTES
    begun_at: datetime | None = None
    retained_at: datetime | None = None
    deadline: datetime | None = None
    paused_at: datetime | None = None
    removal_at: datetime | None = None
    closed_at: datetime | None = None
    inserted_by: UUID | None = None
    removed_by: UUID | None = None
    silenced_until: datetime | None = None
    settlements: tuple[Settlement, ...] = ()
    corrections: tuple[Correction, ...] = ()
    counted_at: datetime | None = None
    coming: tuple[int, ...] = ()
    rounds: tuple[Round, ...] = ()
    stages: tuple[Stage, ...] = ()
    zones: tuple[Zone, ...] = ()
    in_at: tuple[Spot, ...] = ()
    out_at: tuple[Spot, ...] = ()
    version: int = 0

    @property
    def round(self) -> int:
        """Number of the present round, from 1."""
        return len(self.rounds) + 1

    @property
    def settled(self) -> int:
        """Needles of the present round that were explained."""
        return sum(item.needles for item in self.settlements if item.round == self.round)

    @property
    def missing(self) -> int:
        """Needles neither counted out nor settled; negative when more came out than went in."""
        return self.count_in - self.count_out - self.settled

    @property
    def all_in(self) -> int:
        """Needles inserted in every round together."""
        return self.count_in + sum(past.count_in for past in self.rounds)

    @property
    def all_out(self) -> int:
        """Needles counted out in every round together."""
        return self.count_out + sum(past.count_out for past in self.rounds)

    @property
    def needles_in(self) -> bool:
        """Whether the patient may still have a needle in the skin: until the room is closed."""
        return self.state in HELD

    @property
    def never_begun(self) -> bool:
        """Whether it was called off before the first needle."""
        return self.state is SessionState.CLOSED and self.begun_at is None and not self.rounds

    def left(self, now: datetime) -> timedelta | None:
        """Time left, negative when time is up; None when no retention runs."""
        if self.deadline is None:
            return None
        left = self.deadline - (self.paused_at or now)
        # Time that is up stays up, though the clock of the PC may have been set back since.
        return left if self.state in RUNNING else min(left, timedelta(0))

    def forgotten(self, now: datetime) -> bool:
        """Whether the needles have been coming out for too long."""
        if self.state is not SessionState.COMING_OUT or self.removal_at is None:
            return False
        return now - self.removal_at >= FORGOTTEN

    def silenced(self, now: datetime) -> bool:
        """Whether the bell keeps quiet; no silence reaches further than it may last."""
        return self.silenced_until is not None and now < self.silenced_until <= now + SILENCE

    def time_up(self, now: datetime) -> bool:
        """Whether retention is over and needles may be in."""
        if self.state is SessionState.COUNTED:
            return False
        left = self.left(now)
        return left is not None and left <= timedelta(0)

    def stage_due_at(self, stage: Stage) -> datetime | None:
        """When a stage comes due by the clock as it runs now; None when no retention runs."""
        if self.deadline is None:
            return None
        return self.deadline - timedelta(minutes=self.minutes - stage.minute)

    def next_stage(self) -> Stage | None:
        """The first stage that is not done yet, while retention runs."""
        if self.state not in RUNNING:
            return None
        return next((stage for stage in self.stages if stage.done_at is None), None)

    def due_stage(self, now: datetime) -> Stage | None:
        """The stage that is due, if one is."""
        stage = self.next_stage()
        due = None if stage is None else self.stage_due_at(stage)
        return stage if due is not None and due <= (self.paused_at or now) else None

    def zone_alarm(self, now: datetime) -> bool:
        """Whether the time of a lamp, of moxa or of cups is up."""
        return self.state is not SessionState.CLOSED and any(zone.time_up(now) for zone in self.zones)

    def zone_due(self, now: datetime) -> bool:
        """Whether the skin of a zone must be looked at."""
        return self.state is not SessionState.CLOSED and any(zone.skin_due(now) for zone in self.zones)

    def alarm(self, now: datetime) -> bool:
        """Whether somebody must go to the room now."""
        return self.time_up(now) or self.forgotten(now) or self.zone_alarm(now)

    def as_round(self) -> Round:
        """The present round, to be kept once it is over."""
        return Round(
            expected=self.expected,
            count_in=self.count_in,
            count_out=self.count_out,
            settled=self.settled,
            minutes=self.minutes,
            begun_at=self.begun_at,
            retained_at=self.retained_at,
            removal_at=self.removal_at,
            counted_at=self.counted_at,
            inserted_by=self.inserted_by,
            removed_by=self.removed_by,
            in_at=self.in_at,
            out_at=self.out_at,
        )


def at_the_desk(session: Session) -> Session:
    """What the front desk sees of a session: room, state and clock, but no count, no needle and no words."""
    return replace(
        session,
        expected=0,
        count_in=0,
        count_out=0,
        settlements=(),
        corrections=(),
        coming=(),
        rounds=(),
        in_at=(),
        out_at=(),
        zones=tuple(replace(zone, place="") for zone in session.zones),
    )
