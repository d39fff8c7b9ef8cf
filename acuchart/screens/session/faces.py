"""What a room shows at one moment, from its session and the time. Knows no Qt."""

from dataclasses import dataclass
from datetime import datetime
from math import ceil
from uuid import UUID

from acuchart.clinic import session as rules
from acuchart.clinic.flags import FlagWord
from acuchart.clinic.left_in import still_to_settle
from acuchart.clinic.session import OUT, RUNNING, Session, SessionState
from acuchart.screens.parts.timer_face import Mood, Stage, TimerFace, spoken_time
from acuchart.screens.session.strips import Strip, strip_of, where_missing, zone_words
from acuchart.words import _, ngettext


@dataclass(frozen=True, slots=True)
class Occupied:
    """A room with a session, as it was read.

    Attributes:
        number: Place of the room among those of the clinic, from 1.
        flags: Short words of risks; empty for the front desk.
        clinical: Whether counts and needles may be seen and touched.
        press_needles: Needles meant to go home with the patient, round by round.
    """

    session: Session
    number: int
    patient_name: str
    flags: tuple[FlagWord, ...]
    clinical: bool
    press_needles: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class RoomCardFace:
    """A room at one moment.

    Attributes:
        key: Number of the room in object names and on the keyboard.
        of: What the number removed is counted against; None until removal.
        missing: Needles neither counted out nor explained; negative when more came out than went in.
        where: At which places needles are missing, where that is known.
        alarm: Whether time is up, a zone must come off, or a removal was forgotten.
        sounding: Whether the bell can be silenced.
        due: Whether a reminder waits, or the skin must be looked at.
        settled: Place of the last explanation of this round from 1, 0 where there is none to take back.
        expected: Needles prescribed for this round.
        next_round: Needles prescribed for the round to come; None where none is planned.
        zones: Key and words of every zone that runs.
        spoken: The clock in words for assistive technology.
    """

    visit_id: UUID
    key: str
    room: str
    name: str
    flags: tuple[FlagWord, ...]
    clinical: bool
    state: SessionState
    paused: bool
    timer: TimerFace
    caption: str
    strip: Strip
    inserted: int
    removed: int
    of: int | None
    missing: int
    minutes: int
    alarm: bool
    silenced: bool
    settled: int
    spoken: str
    sounding: bool
    due: bool = False
    expected: int = 0
    next_round: int | None = None
    zones: tuple[tuple[UUID, str], ...] = ()
    where: str = ""


def room_face(occupied: Occupied, now: datetime) -> RoomCardFace:
    """The room as it shows at an instant."""
    session, clinical = rules.at(occupied.session, now), occupied.clinical
    alarm, silenced = session.alarm(now), session.silenced(now)
    rings = alarm and (session.state not in OUT or session.forgotten(now) or session.zone_alarm(now))
    timer, caption = _clock(session, now)
    staying = still_to_settle(occupied.press_needles, session)
    return RoomCardFace(
        visit_id=session.visit_id,
        key=str(occupied.number),
        room=session.room,
        name=occupied.patient_name,
        flags=occupied.flags,
        clinical=clinical,
        state=session.state,
        paused=session.paused_at is not None,
        timer=timer,
        caption=caption,
        strip=strip_of(session, now, clinical=clinical, staying=staying),
        inserted=session.count_in,
        removed=session.count_out,
        of=session.count_in if session.state in OUT else None,
        missing=session.missing,
        minutes=session.minutes,
        alarm=alarm,
        silenced=silenced,
        settled=len(session.settlements) if session.settled else 0,
        spoken=_spoken(occupied, timer, caption),
        sounding=rings and not silenced,
        due=session.state is SessionState.STAGE_DUE or session.zone_due(now),
        expected=session.expected,
        next_round=session.coming[0] if session.coming else None,
        zones=tuple((zone.id, zone_words(zone)) for zone in session.zones if zone.running),
        where=where_missing(session) if clinical and session.missing > 0 else "",
    )


def _clock(session: Session, now: datetime) -> tuple[TimerFace, str]:
    left = session.left(now)
    if left is None or session.state is SessionState.COUNTED:
        return _counting_up(session, now)
    seconds = left.total_seconds()
    # A running time is rounded up, so that it shows 00:01 until it is over; one that is over is rounded down.
    whole = ceil(seconds) if seconds > 0 else -int(-seconds)
    if session.time_up(now):
        return TimerFace(session.room, whole, 1, Mood.ALARM), _("time is up")
    total = session.minutes * 60
    due = session.state is SessionState.STAGE_DUE or session.zone_due(now)
    calm = Mood.PAUSED if session.paused_at else Mood.DUE if due else Mood.RUNNING
    mood = Mood.ALARM if session.zone_alarm(now) else calm
    words = _("Paused") if session.paused_at else _("left of {n} min").format(n=session.minutes)
    return TimerFace(session.room, whole, total, mood, _stages(session)), words


def _stages(session: Session) -> tuple[Stage, ...]:
    """The reminders as marks on the ring."""
    if session.state not in RUNNING:
        return ()
    return tuple(
        Stage((session.minutes - stage.minute) * 60, stage.done_at is not None) for stage in session.stages
    )


def _counting_up(session: Session, now: datetime) -> tuple[TimerFace, str]:
    """Minutes since needles began to go in, or to come out."""
    counted = _("counted, to be turned") if session.coming else _("counted, to be closed")
    since, words = {
        SessionState.GOING_IN: (session.begun_at, _("going in")),
        SessionState.COMING_OUT: (session.removal_at, _("coming out")),
        SessionState.COUNTED: (session.counted_at, counted),
    }.get(session.state, (None, _("not begun")))
    passed = 0 if since is None else max(0, int((now - since).total_seconds()))
    mood = Mood.PAUSED if since is None else Mood.ALARM if session.forgotten(now) else Mood.RUNNING
    return TimerFace(session.room, passed, 0 if since is None else max(1, passed), mood), words


def _spoken(occupied: Occupied, timer: TimerFace, caption: str) -> str:
    session = occupied.session
    time = spoken_time(timer.seconds_left) if session.deadline else f"{timer.digits} {caption}"
    parts = [session.room, time]
    if session.paused_at:
        parts.append(_("paused"))
    if occupied.clinical:
        counts = ngettext("{n} needle in, {out} out", "{n} needles in, {out} out", session.count_in)
        parts.append(counts.format(n=session.count_in, out=session.count_out))
    return ", ".join(parts)
