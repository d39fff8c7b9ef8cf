"""What a room shows at one moment, from its session and the time. Knows no Qt."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from math import ceil
from uuid import UUID

from acuchart.clinic.session import Session, SessionState
from acuchart.screens.parts.timer_face import Mood, TimerFace, spoken_time
from acuchart.words import _, format_time, ngettext


class Tone(StrEnum):
    """How loud the strip of a room speaks."""

    PLAIN = "plain"
    READY = "ready"
    CAUTION = "caution"
    ALARM = "alarm"


@dataclass(frozen=True, slots=True)
class Strip:
    """The line between clock and counters."""

    title: str
    line: str = ""
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Occupied:
    """A room with a session, as it was read.

    Attributes:
        number: Place of the room among those of the clinic, from 1.
        flags: Short words of risks; empty for the front desk.
        clinical: Whether counts and needles may be seen and touched.
    """

    session: Session
    number: int
    patient_name: str
    flags: tuple[str, ...]
    clinical: bool


@dataclass(frozen=True, slots=True)
class RoomCardFace:
    """A room at one moment.

    Attributes:
        key: Number of the room in object names and on the keyboard.
        of: What the number removed is counted against; None until removal.
        missing: Needles neither counted out nor explained; negative when more came out than went in.
        alarm: Whether time is up, or a removal was forgotten.
        forgotten: Whether needles have been coming out for too long.
        spoken: The clock in words for assistive technology.
    """

    visit_id: UUID
    key: str
    room: str
    name: str
    flags: tuple[str, ...]
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
    forgotten: bool = False

    @property
    def sounding(self) -> bool:
        """Whether the bell can be silenced."""
        ringing = self.alarm and self.state is SessionState.RETENTION
        return (ringing or self.forgotten) and not self.silenced


def room_face(occupied: Occupied, now: datetime) -> RoomCardFace:
    """The room as it shows at an instant."""
    session, clinical = occupied.session, occupied.clinical
    forgotten = session.forgotten(now)
    alarm = session.time_up(now) or forgotten
    coming_out = session.state is SessionState.COMING_OUT
    timer, caption = _clock(session, now)
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
        strip=_strip(session, alarm) if clinical else _desk_strip(session, alarm),
        inserted=session.count_in,
        removed=session.count_out,
        of=session.count_in if coming_out else None,
        missing=session.missing,
        minutes=session.minutes,
        alarm=alarm,
        silenced=session.silenced(now),
        settled=len(session.settlements),
        spoken=_spoken(occupied, timer, caption),
        forgotten=forgotten,
    )


def _clock(session: Session, now: datetime) -> tuple[TimerFace, str]:
    left = session.left(now)
    if left is None:
        return _counting_up(session, now)
    seconds = left.total_seconds()
    # A running time is rounded up, so that it shows 00:01 until it is over; one that is over is rounded down.
    whole = ceil(seconds) if seconds > 0 else -int(-seconds)
    if session.time_up(now):
        return TimerFace(session.room, whole, 1, Mood.ALARM), _("time is up")
    total = session.minutes * 60
    mood = Mood.PAUSED if session.paused_at else Mood.RUNNING
    words = _("Paused") if session.paused_at else _("left of {n} min").format(n=session.minutes)
    return TimerFace(session.room, whole, total, mood), words


def _counting_up(session: Session, now: datetime) -> tuple[TimerFace, str]:
    """Minutes since needles began to go in, or to come out."""
    since, words = {
        SessionState.GOING_IN: (session.begun_at, _("going in")),
        SessionState.COMING_OUT: (session.removal_at, _("coming out")),
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


def _desk_strip(session: Session, alarm: bool) -> Strip:
    if alarm:
        return Strip(_("Time is up"), _("Someone is needed in {room}").format(room=session.room), Tone.ALARM)
    if session.paused_at:
        return Strip(_("Paused"), _("since {time}").format(time=format_time(session.paused_at)), Tone.CAUTION)
    if session.deadline:
        return Strip(_("Resting"), _("until {time}").format(time=format_time(session.deadline)))
    return Strip(_("In treatment"))


def _strip(session: Session, alarm: bool) -> Strip:
    tone = Tone.ALARM if alarm else Tone.PLAIN
    if session.state is SessionState.COMING_OUT:
        return _coming_out(session, tone)
    if session.state is SessionState.PLANNED:
        return Strip(_prescribed(session.expected), _("Start when the first needle goes in"))
    if session.state is SessionState.GOING_IN:
        return Strip(_("Needles going in"), _prescribed(session.expected))
    return _retained(session, alarm)


def _retained(session: Session, alarm: bool) -> Strip:
    still_in = _still_in(session.count_in)
    if alarm:
        return Strip(still_in, _count_out_words(session.count_in), Tone.ALARM)
    if session.paused_at:
        since = _("Paused since {time}").format(time=format_time(session.paused_at))
        return Strip(since, still_in, Tone.CAUTION)
    ends = format_time(session.deadline) if session.deadline else ""
    return Strip(
        ngettext("{n} needle in", "{n} needles in", session.count_in).format(n=session.count_in),
        _("Time is up at {time}").format(time=ends),
    )


def _coming_out(session: Session, tone: Tone) -> Strip:
    missing = session.missing
    if missing < 0:
        more = ngettext("{n} more out than in", "{n} more out than in", -missing).format(n=-missing)
        return Strip(more, _("Correct the number inserted"), _at_least(tone, Tone.CAUTION))
    if missing > 0:
        return Strip(_still_in(missing), _count_out_words(session.count_in), tone)
    settled = session.count_in - session.count_out
    explained = ngettext("{n} explained", "{n} explained", settled).format(n=settled) if settled else ""
    return Strip(
        _("Every needle accounted for") if settled else _("All {n} needles out").format(n=session.count_in),
        explained or _("The room can be closed"),
        _at_least(tone, Tone.READY),
    )


def _at_least(tone: Tone, calm: Tone) -> Tone:
    return tone if tone is Tone.ALARM else calm


def _still_in(needles: int) -> str:
    return ngettext("{n} needle still in", "{n} needles still in", needles).format(n=needles)


def _count_out_words(needles: int) -> str:
    return _("Count all {n} out before closing").format(n=needles)


def _prescribed(needles: int) -> str:
    return ngettext("{n} needle prescribed", "{n} needles prescribed", needles).format(n=needles)
