"""The needling session: needles in, retention, needles out with a count that must match.

    PLANNED --begin--> GOING_IN --retain--> RETENTION <--stage_done-- STAGE_DUE
       |                 |   |                |    |------(time)------>  |
       |                 |   |                |    +--(time)--+   (time) |
       |                 |   |                |               v          v
       |                 |   |                |<-add_minutes, TIME_UP <--+
       |                 |   |                |  start_again---  |
       |                 |   +---- remove ----+----- remove -----+
       |                 |                    v
       |                 |               COMING_OUT --all accounted for--> COUNTED --close--> CLOSED
       |                 |                    ^<----- count taken back ------|                  ^
       |                 |<-------------------------------- turn ------------+                  |
       +---- call_off ---+------ call_off, while none is counted in, also while they rest ------+

A session that was called off before it began may be planned again: CLOSED goes back to PLANNED.

A round is one way from GOING_IN to COUNTED; `turn` begins the next one (front, then back) with counts of its
own, and only once every needle of the round before is accounted for. A session closes from COUNTED only:
every needle counted in is counted out or settled as found, fallen out, or left in on purpose with point,
consent and removal date; one that never went in corrects the number inserted, with its reason. It is called
off only while no needle is counted in, and only with a reason.

STAGE_DUE and TIME_UP come by time alone (`at`). Every rule brings the session up to its instant first, so
they hold whether or not a clock was running to write them down; and time that was up stays up, though the
clock of the PC be set back. Pausing moves the deadline on.
"""

from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

from acuchart.clinic.session_value import (
    FATE_WORDS,
    FORGOTTEN,
    HELD,
    OUT,
    RESTING,
    RUNNING,
    SILENCE,
    USUAL_MINUTES,
    Correction,
    Fate,
    Round,
    Session,
    SessionState,
    Settlement,
    Spot,
    at_the_desk,
)
from acuchart.clinic.stages import Stage, StageKind, usual_stages
from acuchart.clinic.trouble import ChangedElsewhere, ChartTrouble
from acuchart.words import _

__all__ = [
    "FATE_WORDS",
    "FORGOTTEN",
    "HELD",
    "LONGEST_MINUTES",
    "LONGEST_UNASKED",
    "MOST_NEEDLES",
    "OUT",
    "RESTING",
    "RUNNING",
    "SHORTEST_REASON",
    "SHORTEST_UNASKED",
    "SILENCE",
    "USUAL_MINUTES",
    "Correction",
    "Fate",
    "Round",
    "Session",
    "SessionState",
    "Settlement",
    "Spot",
    "at_the_desk",
]

SHORTEST_UNASKED, LONGEST_UNASKED = 5, 60
"""Retention outside these minutes is asked about before it starts."""
LONGEST_MINUTES = 180
MOST_NEEDLES = 200
SHORTEST_REASON = 10
"""Letters of a reason, so that it says something."""


def at(session: Session, now: datetime) -> Session:
    """The session once time has passed: a stage may have come due, retention may be over."""
    if session.state not in RUNNING:
        return session
    if session.time_up(now):
        return replace(session, state=SessionState.TIME_UP)
    due = session.due_stage(now) is not None
    state = SessionState.STAGE_DUE if due else SessionState.RETENTION
    return session if state is session.state else replace(session, state=state)


def plan_again(session: Session, room: str, expected: int, coming: tuple[int, ...] = ()) -> Session:
    """A session called off before it began is planned once more; why it was called off stays written."""
    if not session.never_begun:
        raise _moved_on(session)
    return replace(
        session, state=SessionState.PLANNED, room=room, expected=expected, coming=coming, closed_at=None
    )


def begin(session: Session, by: UUID, now: datetime) -> Session:
    """The first needle goes in."""
    _must_be(session, {SessionState.PLANNED})
    return replace(session, state=SessionState.GOING_IN, begun_at=now, inserted_by=by)


def unmoved(counted: int, seen: int) -> None:
    """Refuses a count typed over a number that is no longer there."""
    if counted != seen:
        sentence = _("Somebody counted {n} meanwhile. Look again, then count on from there.")
        raise ChangedElsewhere(sentence.format(n=counted))


def count_in(
    session: Session,
    needles: int,
    by: UUID,
    now: datetime,
    reason: str = "",
    spots: tuple[Spot, ...] | None = None,
) -> Session:
    """Sets the count of needles inserted; once insertion is over, a correction needs its reason.

    While needles come out it is never lowered: a needle that did not go in is settled as one. `spots` says
    where they went in, when they were counted point by point.
    """
    _must_be(session, HELD)
    counted = replace(session, count_in=_needles(needles))
    if spots is not None:
        counted = replace(counted, in_at=tuple(spot for spot in spots if spot.needles))
    if session.state is SessionState.GOING_IN or needles == session.count_in:
        return counted
    if session.state in OUT and needles < session.count_in:
        raise ChartTrouble(_("Report a needle that never went in as a missing one, and write why."))
    if len(reason.strip()) < SHORTEST_REASON:
        raise ChartTrouble(
            _("Write why the number of needles inserted changes, in at least {n} letters.").format(
                n=SHORTEST_REASON
            )
        )
    return _weighed(_corrected(counted, session.count_in, reason, by, now), now)


def retain(
    session: Session, now: datetime, minutes: int = USUAL_MINUTES, stages: tuple[Stage, ...] | None = None
) -> Session:
    """All needles are in: the retention clock starts, with its reminders."""
    _must_be(session, {SessionState.GOING_IN})
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
        stages=usual_stages(minutes) if stages is None else stages,
    )


def stage_done(session: Session, by: UUID, now: datetime) -> Session:
    """The reminder that is due was carried out."""
    present = at(session, now)
    due = present.due_stage(now)
    if due is None:
        raise _moved_on(session)
    done = replace(due, done_at=now, done_by=by)
    place = present.stages.index(due)
    return at(replace(present, stages=(*present.stages[:place], done, *present.stages[place + 1 :])), now)


def remind(session: Session, kind: StageKind, minutes: int, now: datetime) -> Session:
    """A reminder more, so many minutes of retention from now."""
    present = at(session, now)
    _must_be(present, RUNNING)
    left = present.left(now) or timedelta(0)
    if not timedelta(0) < timedelta(minutes=minutes) < left:
        raise ChartTrouble(_("A reminder comes while the needles rest: less than the time that is left."))
    minute = present.minutes - int((left - timedelta(minutes=minutes)) / timedelta(minutes=1))
    stages = sorted((*present.stages, Stage(kind, minute)), key=lambda stage: stage.minute)
    return at(replace(present, stages=tuple(stages)), now)


def pause(session: Session, now: datetime) -> Session:
    """Stops the retention clock."""
    present = at(session, now)
    _must_be(present, RUNNING)
    return present if present.paused_at else replace(present, paused_at=now)


def go_on(session: Session, now: datetime) -> Session:
    """Lets a paused clock run again; the deadline moves by the length of the pause."""
    _must_be(session, RUNNING)
    if session.paused_at is None or session.deadline is None:
        return session
    pause_length = max(now - session.paused_at, timedelta(0))
    return at(replace(session, paused_at=None, deadline=session.deadline + pause_length), now)


def add_minutes(session: Session, minutes: int, now: datetime) -> Session:
    """Lengthens retention; from now on when time is already up."""
    present = at(session, now)
    _must_be(present, RESTING)
    if present.deadline is None or not 1 <= minutes <= LONGEST_MINUTES:
        raise ChartTrouble(_("Add 1 to {n} minutes.").format(n=LONGEST_MINUTES))
    # Time that is up ends now, wherever the clock of the PC was set meanwhile.
    ended = present.state is SessionState.TIME_UP
    start = (present.paused_at or now) if ended else max(present.deadline, present.paused_at or now)
    longer = replace(
        present,
        state=SessionState.RETENTION,
        deadline=start + timedelta(minutes=minutes),
        minutes=present.minutes + minutes,
        silenced_until=None,
    )
    return at(longer, now)


def start_again(session: Session, now: datetime) -> Session:
    """The retention clock starts anew, with the minutes it has and every reminder open again."""
    _must_be(session, RESTING)
    return replace(
        session,
        state=SessionState.RETENTION,
        deadline=now + timedelta(minutes=session.minutes),
        paused_at=None,
        silenced_until=None,
        stages=tuple(replace(stage, done_at=None, done_by=None) for stage in session.stages),
    )


def silence(session: Session, now: datetime, span: timedelta = SILENCE) -> Session:
    """Silences the sound for a while; the state stays what it is."""
    return replace(session, silenced_until=now + span) if session.needles_in else session


def remove(session: Session, by: UUID, now: datetime) -> Session:
    """The needles come out; the clock stops, unless time is up already."""
    present = at(session, now)
    _must_be(present, RESTING | {SessionState.GOING_IN})
    if present.count_in < 1:
        raise ChartTrouble(_("Count the needles inserted first."))
    return replace(
        present,
        state=SessionState.COMING_OUT,
        removal_at=now,
        removed_by=by,
        deadline=present.deadline if present.state is SessionState.TIME_UP else None,
        paused_at=None,
    )


def count_out(
    session: Session, needles: int, now: datetime, spots: tuple[Spot, ...] | None = None
) -> Session:
    """Sets the count of needles removed; `spots` says where, when they were counted place by place."""
    _must_be(session, OUT)
    counted = replace(session, count_out=_needles(needles))
    if spots is not None:
        counted = replace(counted, out_at=spots)
    return _weighed(counted, now)


def settle(session: Session, settlement: Settlement, today: date) -> Session:
    """Explains missing needles."""
    _must_be(session, OUT)
    if not 1 <= settlement.needles <= session.missing:
        raise ChartTrouble(
            _("{n} needles are missing. Settle no more than that.").format(n=max(session.missing, 0))
        )
    if len(settlement.words.strip()) < SHORTEST_REASON:
        raise ChartTrouble(
            _("Write where you looked and what was done, in at least {n} letters.").format(n=SHORTEST_REASON)
        )
    if settlement.fate is Fate.NEVER_INSERTED:
        fewer = replace(session, count_in=session.count_in - settlement.needles)
        told = _corrected(fewer, session.count_in, settlement.words, settlement.by, settlement.at)
        return _weighed(told, settlement.at)
    if settlement.fate is Fate.LEFT_IN:
        _check_left_in(settlement, today)
    mine = replace(settlement, round=session.round)
    return _weighed(replace(session, settlements=(*session.settlements, mine)), settlement.at)


def take_back(session: Session, number: int, now: datetime) -> Session:
    """Takes back the settlement of that number, from 0, so that its needles are missing again."""
    _must_be(session, OUT)
    told = dict(enumerate(session.settlements)).get(number)
    if told is None or told.round != session.round:
        raise _moved_on(session)
    kept = session.settlements[:number] + session.settlements[number + 1 :]
    return _weighed(replace(session, settlements=kept), now)


def turn(session: Session, by: UUID, now: datetime) -> Session:
    """The patient turns: the next round begins, with counts of its own."""
    _must_be(session, {SessionState.COUNTED})
    return Session(
        id=session.id,
        visit_id=session.visit_id,
        room=session.room,
        expected=session.coming[0] if session.coming else 0,
        state=SessionState.GOING_IN,
        begun_at=now,
        inserted_by=by,
        settlements=session.settlements,
        corrections=session.corrections,
        coming=session.coming[1:],
        rounds=(*session.rounds, session.as_round()),
        zones=session.zones,
        version=session.version,
    )


def close(session: Session, now: datetime) -> Session:
    """Ends the session: every needle is accounted for, and nothing hot lies on the skin."""
    _must_be(session, OUT)
    if session.missing > 0:
        raise ChartTrouble(
            _("{room}: {out} of {n} needles are out. Count or settle the other {missing} first.").format(
                room=session.room, out=session.count_out, n=session.count_in, missing=session.missing
            )
        )
    if session.missing < 0 and session.settled:
        raise ChartTrouble(_("More needles are told than went in. Take one explanation back first."))
    if session.missing < 0:
        raise ChartTrouble(
            _("More needles came out than went in. Correct the number inserted, with a reason.")
        )
    _nothing_on_the_skin(session)
    counted = _weighed(session, now)
    return replace(counted, state=SessionState.CLOSED, closed_at=now, deadline=None, paused_at=None)


def call_off(session: Session, by: UUID, now: datetime, reason: str = "") -> Session:
    """Ends a session in which no needle ever went in, or a further round of it, with the reason."""
    _must_be(session, RESTING | {SessionState.PLANNED, SessionState.GOING_IN})
    if session.count_in > 0:
        raise ChartTrouble(_("Needles were counted in. Take them out and count them."))
    if len(reason.strip()) < SHORTEST_REASON:
        raise ChartTrouble(_("Write why no needle went in, in at least 10 letters."))
    _nothing_on_the_skin(session)
    closed = replace(session, state=SessionState.CLOSED, closed_at=now, deadline=None, paused_at=None)
    return _corrected(closed, 0, reason, by, now)


def unusual_minutes(minutes: int) -> bool:
    """Whether retention of this length is asked about before it starts."""
    return not SHORTEST_UNASKED <= minutes <= LONGEST_UNASKED


def _weighed(session: Session, now: datetime) -> Session:
    """The state that the counts of a removal say, and nothing else may say."""
    if session.state not in OUT:
        return session
    if session.missing:
        return replace(session, state=SessionState.COMING_OUT, counted_at=None)
    return replace(session, state=SessionState.COUNTED, counted_at=session.counted_at or now)


def _corrected(session: Session, before: int, reason: str, by: UUID, now: datetime) -> Session:
    correction = Correction(before, session.count_in, reason.strip(), by, now, session.round)
    return replace(session, corrections=(*session.corrections, correction))


def _must_be(session: Session, states: frozenset[SessionState] | set[SessionState]) -> None:
    if session.state not in states:
        raise _moved_on(session)


def _moved_on(session: Session) -> ChartTrouble:
    return ChartTrouble(_("{room} has moved on. Look at the room again.").format(room=session.room))


def _needles(needles: int) -> int:
    if not 0 <= needles <= MOST_NEEDLES:
        raise ChartTrouble(_("Needles are counted from 0 to {n}.").format(n=MOST_NEEDLES))
    return needles


def _check_left_in(settlement: Settlement, today: date) -> None:
    if not settlement.point or not settlement.consent or settlement.remove_on is None:
        raise ChartTrouble(_("A needle left in needs its point, the patient's consent and a removal date."))
    if settlement.remove_on < today:
        raise ChartTrouble(_("The removal date lies in the past."))


def _nothing_on_the_skin(session: Session) -> None:
    if any(zone.running for zone in session.zones):
        raise ChartTrouble(
            _("{room}: something still lies on the skin. Take it off first.").format(room=session.room)
        )
