"""The needling session: needles in, retention, needles out with a count that must match.

    PLANNED --begin--> GOING_IN --retain--> RETENTION --remove--> COMING_OUT --close--> CLOSED
       |                  |  |                                        ^                    ^
       |                  |  +----------------- remove ---------------+                    |
       +---- call_off ----+--------------------- call_off ---------------------------------+

A session that was called off before it began may be planned again: CLOSED goes back to PLANNED.

A session closes from COMING_OUT only when every needle counted in is counted out or settled: found,
fallen out, never inserted, or left in on purpose with point, consent and removal date. It is called off only
while no needle is counted in, from RETENTION too once the count was corrected to none, and only with a
reason. Time up is not a state of its own: it is RETENTION past its deadline, so that no clock has to be
running for it to be true. Pausing moves the deadline on.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from acuchart.clinic.trouble import ChangedElsewhere, ChartTrouble
from acuchart.words import N_, _

USUAL_MINUTES = 20
SHORTEST_UNASKED, LONGEST_UNASKED = 5, 60
"""Retention outside these minutes is asked about before it starts."""
LONGEST_MINUTES = 180
MOST_NEEDLES = 200
SHORTEST_REASON = 10
"""Letters of a reason, so that it says something."""
SILENCE = timedelta(minutes=3)
"""How long a silenced bell keeps quiet while needles are in."""
FORGOTTEN = timedelta(minutes=10)
"""A removal that takes longer than this sounds again: somebody may have been called away from it."""


class SessionState(StrEnum):
    """Where the session stands."""

    PLANNED = "planned"
    GOING_IN = "going_in"
    RETENTION = "retention"
    COMING_OUT = "coming_out"
    CLOSED = "closed"


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
    """

    fate: Fate
    needles: int
    words: str
    by: UUID
    at: datetime
    point: str = ""
    consent: bool = False
    remove_on: date | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """Why the number inserted was changed after insertion, or why a session was called off."""

    before: int
    after: int
    reason: str
    by: UUID
    at: datetime


@dataclass(frozen=True, slots=True)
class Session:
    """The state of one session, written down at every change.

    Attributes:
        expected: Needles of the prescription when the session began.
        count_in: Needles really inserted, typed by the person inserting.
        count_out: Needles removed, typed afresh by the person removing; never filled in.
        minutes: Retention asked for.
        deadline: When retention ends; kept when needles come out after time was up, so that the room stays
            an alarm.
        paused_at: When the clock was stopped, None while it runs.
        corrections: Every change of the number inserted that needed a reason, the earliest first.
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
    version: int = 0

    @property
    def missing(self) -> int:
        """Needles neither counted out nor settled; negative when more came out than went in."""
        return self.count_in - self.count_out - sum(item.needles for item in self.settlements)

    @property
    def needles_in(self) -> bool:
        """Whether the patient may still have a needle in the skin."""
        return self.state in (SessionState.GOING_IN, SessionState.RETENTION, SessionState.COMING_OUT)

    @property
    def never_begun(self) -> bool:
        """Whether it was called off before the first needle."""
        return self.state is SessionState.CLOSED and self.begun_at is None

    def left(self, now: datetime) -> timedelta | None:
        """Time left, negative when time is up; None when no retention runs."""
        if self.deadline is None:
            return None
        return self.deadline - (self.paused_at or now)

    def forgotten(self, now: datetime) -> bool:
        """Whether the needles have been coming out for too long."""
        if self.state is not SessionState.COMING_OUT or self.removal_at is None:
            return False
        return now - self.removal_at >= FORGOTTEN

    def silenced(self, now: datetime) -> bool:
        """Whether the bell keeps quiet; no silence reaches further than it may last."""
        return self.silenced_until is not None and now < self.silenced_until <= now + SILENCE

    def time_up(self, now: datetime) -> bool:
        """Whether retention is over."""
        left = self.left(now)
        return left is not None and left <= timedelta(0)


def plan_again(session: Session, room: str, expected: int) -> Session:
    """A session called off before it began is planned once more; why it was called off stays written."""
    if not session.never_begun:
        raise ChartTrouble(_("{room} has moved on. Look at the room again.").format(room=session.room))
    return replace(session, state=SessionState.PLANNED, room=room, expected=expected, closed_at=None)


def begin(session: Session, by: UUID, now: datetime) -> Session:
    """The first needle goes in."""
    _must_be(session, SessionState.PLANNED)
    return replace(session, state=SessionState.GOING_IN, begun_at=now, inserted_by=by)


def unmoved(counted: int, seen: int) -> None:
    """Refuses a count typed over a number that is no longer there."""
    if counted != seen:
        sentence = _("Somebody counted {n} meanwhile. Look again, then count on from there.")
        raise ChangedElsewhere(sentence.format(n=counted))


def count_in(session: Session, needles: int, by: UUID, now: datetime, reason: str = "") -> Session:
    """Sets the count of needles inserted; once insertion is over, a correction needs its reason.

    While needles come out it is never lowered: a needle that did not go in is settled as one.
    """
    _must_be(session, SessionState.GOING_IN, SessionState.RETENTION, SessionState.COMING_OUT)
    counted = replace(session, count_in=_needles(needles))
    if session.state is SessionState.GOING_IN or needles == session.count_in:
        return counted
    if session.state is SessionState.COMING_OUT and needles < session.count_in:
        raise ChartTrouble(_("Report a needle that never went in as a missing one, and write why."))
    if len(reason.strip()) < SHORTEST_REASON:
        raise ChartTrouble(
            _("Write why the number of needles inserted changes, in at least {n} letters.").format(
                n=SHORTEST_REASON
            )
        )
    return _corrected(counted, session.count_in, reason, by, now)


def retain(session: Session, now: datetime, minutes: int = USUAL_MINUTES) -> Session:
    """All needles are in: the retention clock starts."""
    _must_be(session, SessionState.GOING_IN)
    if session.count_in < 1:
        raise ChartTrouble(_("Count the needles inserted first."))
    if not 1 <= minutes <= LONGEST_MINUTES:
        raise ChartTrouble(_("Retention is 1 to {n} minutes.").format(n=LONGEST_MINUTES))
    return replace(
        session,
        state=SessionState.RETENTION,
        minutes=minutes,
        retained_at=now,
        deadline=now + timedelta(minutes=minutes),
    )


def pause(session: Session, now: datetime) -> Session:
    """Stops the retention clock."""
    _must_be(session, SessionState.RETENTION)
    return session if session.paused_at else replace(session, paused_at=now)


def go_on(session: Session, now: datetime) -> Session:
    """Lets a paused clock run again; the deadline moves by the length of the pause."""
    _must_be(session, SessionState.RETENTION)
    if session.paused_at is None or session.deadline is None:
        return session
    pause_length = max(now - session.paused_at, timedelta(0))
    return replace(session, paused_at=None, deadline=session.deadline + pause_length)


def add_minutes(session: Session, minutes: int, now: datetime) -> Session:
    """Lengthens retention; from now on when time is already up."""
    _must_be(session, SessionState.RETENTION)
    if session.deadline is None or not 1 <= minutes <= LONGEST_MINUTES:
        raise ChartTrouble(_("Add 1 to {n} minutes.").format(n=LONGEST_MINUTES))
    start = max(session.deadline, session.paused_at or now)
    return replace(
        session,
        deadline=start + timedelta(minutes=minutes),
        minutes=session.minutes + minutes,
        silenced_until=None,
    )


def silence(session: Session, now: datetime, span: timedelta = SILENCE) -> Session:
    """Silences the sound for a while; the state stays what it is."""
    return replace(session, silenced_until=now + span) if session.needles_in else session


def remove(session: Session, by: UUID, now: datetime) -> Session:
    """The needles come out; the clock stops, unless time is up already."""
    _must_be(session, SessionState.GOING_IN, SessionState.RETENTION)
    if session.count_in < 1:
        raise ChartTrouble(_("Count the needles inserted first."))
    return replace(
        session,
        state=SessionState.COMING_OUT,
        removal_at=now,
        removed_by=by,
        deadline=session.deadline if session.time_up(now) else None,
        paused_at=None,
    )


def count_out(session: Session, needles: int) -> Session:
    """Sets the count of needles removed."""
    _must_be(session, SessionState.COMING_OUT)
    return replace(session, count_out=_needles(needles))


def settle(session: Session, settlement: Settlement, today: date) -> Session:
    """Explains missing needles."""
    _must_be(session, SessionState.COMING_OUT)
    if not 1 <= settlement.needles <= session.missing:
        raise ChartTrouble(
            _("{n} needles are missing. Settle no more than that.").format(n=max(session.missing, 0))
        )
    if len(settlement.words.strip()) < SHORTEST_REASON:
        raise ChartTrouble(
            _("Write where you looked and what was done, in at least {n} letters.").format(n=SHORTEST_REASON)
        )
    if settlement.fate is Fate.LEFT_IN:
        _check_left_in(settlement, today)
    return replace(session, settlements=(*session.settlements, settlement))


def take_back(session: Session, number: int) -> Session:
    """Takes back the settlement of that number, from 0, so that its needles are missing again."""
    _must_be(session, SessionState.COMING_OUT)
    if not 0 <= number < len(session.settlements):
        raise ChartTrouble(_("{room} has moved on. Look at the room again.").format(room=session.room))
    kept = session.settlements[:number] + session.settlements[number + 1 :]
    return replace(session, settlements=kept)


def close(session: Session, now: datetime) -> Session:
    """Ends the session: every needle is accounted for."""
    _must_be(session, SessionState.COMING_OUT)
    if session.missing > 0:
        raise ChartTrouble(
            _("{room}: {out} of {n} needles are out. Count or settle the other {missing} first.").format(
                room=session.room, out=session.count_out, n=session.count_in, missing=session.missing
            )
        )
    if session.missing < 0 and session.settlements:
        raise ChartTrouble(_("More needles are told than went in. Take one explanation back first."))
    if session.missing < 0:
        raise ChartTrouble(
            _("More needles came out than went in. Correct the number inserted, with a reason.")
        )
    return replace(session, state=SessionState.CLOSED, closed_at=now)


def call_off(session: Session, by: UUID, now: datetime, reason: str = "") -> Session:
    """Ends a session in which no needle ever went in, with the reason."""
    _must_be(session, SessionState.PLANNED, SessionState.GOING_IN, SessionState.RETENTION)
    if session.count_in > 0:
        raise ChartTrouble(_("Needles were counted in. Take them out and count them."))
    if len(reason.strip()) < SHORTEST_REASON:
        raise ChartTrouble(_("Write why no needle went in, in at least 10 letters."))
    closed = replace(session, state=SessionState.CLOSED, closed_at=now, deadline=None, paused_at=None)
    return _corrected(closed, 0, reason, by, now)


def at_the_desk(session: Session) -> Session:
    """What the front desk sees of a session: room, state and clock, but no count and no words."""
    return replace(session, expected=0, count_in=0, count_out=0, settlements=(), corrections=())


def unusual_minutes(minutes: int) -> bool:
    """Whether retention of this length is asked about before it starts."""
    return not SHORTEST_UNASKED <= minutes <= LONGEST_UNASKED


def _corrected(session: Session, before: int, reason: str, by: UUID, now: datetime) -> Session:
    correction = Correction(before, session.count_in, reason.strip(), by, now)
    return replace(session, corrections=(*session.corrections, correction))


def _must_be(session: Session, *states: SessionState) -> None:
    if session.state not in states:
        raise ChartTrouble(_("{room} has moved on. Look at the room again.").format(room=session.room))


def _needles(needles: int) -> int:
    if not 0 <= needles <= MOST_NEEDLES:
        raise ChartTrouble(_("Needles are counted from 0 to {n}.").format(n=MOST_NEEDLES))
    return needles


def _check_left_in(settlement: Settlement, today: date) -> None:
    if not settlement.point or not settlement.consent or settlement.remove_on is None:
        raise ChartTrouble(_("A needle left in needs its point, the patient's consent and a removal date."))
    if settlement.remove_on < today:
        raise ChartTrouble(_("The removal date lies in the past."))
