"""Watches the clocks of the rooms: what they show, and when the bell rings. Knows no Qt."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from uuid import UUID

from acuchart.clinic.clock import Clock
from acuchart.clinic.room_clock import Phase, RoomClock, by_urgency
from acuchart.clinic.rooms import as_counted
from acuchart.clinic.session import RESTING, SessionState
from acuchart.screens.parts.timer_face import Mood, TimerFace
from acuchart.screens.shell.alarms import Alarms, Bell
from acuchart.words import _

_MOODS = {
    Phase.GOING_IN: Mood.RUNNING,
    Phase.RUNNING: Mood.RUNNING,
    Phase.PAUSED: Mood.PAUSED,
    Phase.TIME_UP: Mood.ALARM,
    Phase.COMING_OUT: Mood.DUE,
    Phase.FORGOTTEN: Mood.ALARM,
    Phase.ZONE_UP: Mood.ALARM,
    Phase.DUE: Mood.DUE,
    Phase.COUNTED: Mood.DUE,
}

_COUNTING_UP = frozenset({Phase.GOING_IN, Phase.COMING_OUT, Phase.COUNTED})
"""What shows how long it lasts already; before anybody has unlocked nobody knows since when."""


@dataclass(frozen=True, slots=True)
class RoomFace:
    """One room as shown: its timer, a line of words, and whether its bell is silenced."""

    face: TimerFace
    caption: str
    silenced: bool
    visit_id: UUID | None

    @property
    def alarm(self) -> bool:
        """Whether time is up, or a removal was forgotten."""
        return self.face.mood is Mood.ALARM


def face_of(clock: RoomClock, now: datetime) -> RoomFace:
    """What a clock shows at an instant."""
    phase, left = clock.phase(now), clock.left(now).total_seconds()
    # A running time is rounded up, so that it shows 00:01 until it is over; later it is rounded down.
    seconds = ceil(left) if left > 0 else -int(-left)
    retention = phase in (Phase.RUNNING, Phase.PAUSED, Phase.TIME_UP, Phase.DUE)
    total = clock.minutes * 60 if retention else 0
    words = _caption(phase, clock.minutes)
    known = clock.since is not None or phase not in _COUNTING_UP
    face = TimerFace(clock.room, seconds, total, _MOODS[phase], detail=words, known=known)
    return RoomFace(face, words, clock.silenced(now), clock.visit_id)


def _caption(phase: Phase, minutes: int) -> str:
    if phase is Phase.RUNNING:
        return _("left of {n} min").format(n=minutes) if minutes else _("left")
    return {
        Phase.GOING_IN: _("needles going in"),
        Phase.PAUSED: _("paused"),
        Phase.TIME_UP: _("time is up"),
        Phase.ZONE_UP: _("time is up"),
        Phase.DUE: _("due now"),
        Phase.COUNTED: _("to be closed"),
        Phase.COMING_OUT: _("needles coming out"),
        Phase.FORGOTTEN: _("needles still coming out"),
    }[phase]


def _much(shift: timedelta) -> str:
    """How far in hours, minutes and seconds; empty for nothing."""
    seconds = round(abs(shift).total_seconds())
    return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}" if seconds else ""


class RoomsWatch:
    """All clocks of the clinic. `tick` it a few times a second; listeners hear only when a face changed,
    or what is said of the clock.

    When the clock of the PC is set while needles are in, the rooms go on by the time that passes and say
    that it was set. Once no needle is in anywhere, the clock is believed again.

    Attributes:
        alarms: What rings, and keeps the clocks; a thread may ask it as well.
        away: That nobody knows for certain how long the program was closed; empty where it is known.
        known: Whether it can be said that nobody lies; not before an unlock where `rooms.json` is missing.
        unknown_rooms: Called at the first unlock where the records have rooms and the lock screen had none.
    """

    def __init__(self, clock: Clock, bell: Bell) -> None:
        self.alarms = Alarms(clock, bell)
        self.away = ""
        self.known = True
        self.unknown_rooms: Callable[[], object] | None = None
        self._clock = self.alarms.clock
        self._faces: tuple[RoomFace, ...] = ()
        self._said = ""
        self._last: tuple[Phase, ...] = ()
        self.listeners: list[Callable[[Sequence[RoomFace]], None]] = []
        self.phase_listeners: list[Callable[[], None]] = []

    @property
    def clocks(self) -> tuple[RoomClock, ...]:
        """The clocks as last given, in the order of the rooms."""
        return self.alarms.clocks

    @property
    def faces(self) -> tuple[RoomFace, ...]:
        """The rooms as shown, in their own order."""
        return self._faces

    @property
    def set_words(self) -> str:
        """That the clock of the PC was set while somebody lies, and by how much; empty while it was not."""
        much = _much(self._clock.shift) if self.clocks else ""
        if not much:
            return ""
        if self._clock.shift < timedelta(0):
            sentence = _("The clock of this PC was set back by {h}. The rooms go on by the time that passed.")
        else:
            sentence = _("The clock of this PC was set on by {h}. The rooms go on by the time that passed.")
        return sentence.format(h=much)

    @property
    def clock_words(self) -> str:
        """What must be known of the PC's clock while somebody lies: that it was set, or went unwatched."""
        said = (self.away if self.clocks else "", self.set_words)
        return " ".join(words for words in said if words)

    def by_urgency(self) -> tuple[RoomFace, ...]:
        """The rooms as shown, the most urgent first."""
        now = self._clock.now()
        return tuple(face_of(clock, now) for clock in by_urgency(self.clocks, now))

    def meet(self, clocks: Sequence[RoomClock]) -> None:
        """Takes the clocks of the records at an unlock."""
        tell, self.unknown_rooms, self.known = self.unknown_rooms, None, True
        if clocks and tell is not None:
            tell()
        self.watch(clocks)

    def watch(self, clocks: Sequence[RoomClock]) -> None:
        """Takes the clocks as they stand now."""
        self.alarms.watch(clocks)
        if not clocks:
            self.away = ""
        self.tick()

    def silence(self, room: str) -> None:
        """Silences the bell of a room for three minutes; the alarm stands."""
        self.alarms.silence(room)
        self.tick()

    def newest_alarm(self) -> str:
        """The room that became an alarm last and that is not silenced; empty when there is none."""
        now = self._clock.now()
        ringing = [c for c in self.clocks if c.alarm(now) and not c.silenced(now)]
        return min(ringing, key=lambda clock: clock.alarmed_for(now)).room if ringing else ""

    def tick(self) -> None:
        """Brings the faces up to date and rings where a bell is due."""
        self.alarms.tick()
        now = self._clock.now()
        faces = tuple(face_of(clock, now) for clock in self.clocks)
        said = self.set_words
        if (faces, said) != (self._faces, self._said):
            self._faces, self._said = faces, said
            for listener in self.listeners:
                listener(faces)
        phases = tuple(clock.phase(now) for clock in self.clocks)
        if phases != self._last:
            self._last = phases
            for heard in self.phase_listeners:
                heard()


def difference(kept: Sequence[RoomClock], shown: Sequence[RoomClock]) -> str:
    """What to say where the lock screen showed other rooms than the records hold; empty where it did not."""
    rooms = sorted({room for room, _state in _states(kept) ^ _states(shown)}, key=as_counted)
    words = _("The lock screen showed another state of {rooms}. Look at the room; the records hold.")
    return words.format(rooms=", ".join(rooms)) if rooms else ""


def _states(clocks: Sequence[RoomClock]) -> set[tuple[str, SessionState]]:
    """Room and state, as far as time alone does not change it."""
    resting = SessionState.RETENTION
    return {(clock.room, resting if clock.state in RESTING else clock.state) for clock in clocks}
