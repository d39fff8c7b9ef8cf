"""Watches the clocks of the rooms: what they show, and when the bell rings. Knows no Qt."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from math import ceil
from typing import Protocol
from uuid import UUID

from acuchart.clinic.clock import Clock
from acuchart.clinic.room_clock import Phase, RoomClock, by_urgency
from acuchart.clinic.session import SILENCE
from acuchart.clinic.steady_clock import SteadyClock
from acuchart.screens.parts.timer_face import Mood, TimerFace
from acuchart.words import _

_MOODS = {
    Phase.GOING_IN: Mood.RUNNING,
    Phase.RUNNING: Mood.RUNNING,
    Phase.PAUSED: Mood.PAUSED,
    Phase.TIME_UP: Mood.ALARM,
    Phase.COMING_OUT: Mood.DUE,
    Phase.FORGOTTEN: Mood.ALARM,
}
_SOFTER = 0.25
_SOFTEST = 0.4


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


class Bell(Protocol):
    """What sounds."""

    def ring(self, loudness: float) -> None:
        """Sounds once, at 0 to 1 of its loudness; never fails."""


def face_of(clock: RoomClock, now: datetime, shift: timedelta = timedelta(0)) -> RoomFace:
    """What a clock shows at an instant; `shift` is how far the clock of the PC was set meanwhile."""
    phase, left = clock.phase(now), clock.left(now).total_seconds()
    # A running time is rounded up, so that it shows 00:01 until it is over; later it is rounded down.
    seconds = ceil(left) if left > 0 else -int(-left)
    total = clock.minutes * 60 if phase in (Phase.RUNNING, Phase.PAUSED, Phase.TIME_UP) else 0
    words = _caption(phase, clock.minutes) + _shifted(shift)
    face = TimerFace(clock.room, seconds, total or 60 * 60, _MOODS[phase], detail=words)
    return RoomFace(face, words, clock.silenced(now), clock.visit_id)


def _caption(phase: Phase, minutes: int) -> str:
    if phase is Phase.RUNNING:
        return _("left of {n} min").format(n=minutes) if minutes else _("left")
    return {
        Phase.GOING_IN: _("needles going in"),
        Phase.PAUSED: _("paused"),
        Phase.TIME_UP: _("time is up"),
        Phase.COMING_OUT: _("needles coming out"),
        Phase.FORGOTTEN: _("needles still coming out"),
    }[phase]


def _shifted(shift: timedelta) -> str:
    """That the clock of the PC was set and by how much; nothing while it was not."""
    seconds = round(abs(shift).total_seconds())
    if not seconds:
        return ""
    much = f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    if shift < timedelta(0):
        return _(" · PC clock was set back {h}").format(h=much)
    return _(" · PC clock was set on {h}").format(h=much)


class RoomsWatch:
    """All clocks of the clinic. `tick` it a few times a second; listeners hear only when a face changed.

    When the clock of the PC is set while needles are in, the rooms go on by the time that passes and say
    that it was set. Once no needle is in anywhere, the clock is believed again.
    """

    def __init__(self, clock: Clock, bell: Bell) -> None:
        self._clock = clock if isinstance(clock, SteadyClock) else SteadyClock(clock)
        self._bell = bell
        self._clocks: tuple[RoomClock, ...] = ()
        self._rung: dict[str, datetime] = {}
        self._silences: dict[str, int] = {}
        self._faces: tuple[RoomFace, ...] = ()
        self.listeners: list[Callable[[Sequence[RoomFace]], None]] = []

    @property
    def clocks(self) -> tuple[RoomClock, ...]:
        """The clocks as last given, in the order of the rooms."""
        return self._clocks

    @property
    def faces(self) -> tuple[RoomFace, ...]:
        """The rooms as shown, in their own order."""
        return self._faces

    def by_urgency(self) -> tuple[RoomFace, ...]:
        """The rooms as shown, the most urgent first."""
        now = self._clock.now()
        return tuple(face_of(clock, now, self._clock.shift) for clock in by_urgency(self._clocks, now))

    def watch(self, clocks: Sequence[RoomClock]) -> None:
        """Takes the clocks as they stand now."""
        self._clocks = tuple(clocks)
        rooms = {clock.room for clock in clocks}
        self._rung = {room: at for room, at in self._rung.items() if room in rooms}
        self._silences = {room: times for room, times in self._silences.items() if room in rooms}
        self.tick()

    def silence(self, room: str) -> None:
        """Silences the bell of a room for three minutes; the alarm stands."""
        until = self._clock.now() + SILENCE
        self._clocks = tuple(
            replace(clock, silenced_until=until) if clock.room == room else clock for clock in self._clocks
        )
        self._silences[room] = self._silences.get(room, 0) + 1
        self.tick()

    def newest_alarm(self) -> str:
        """The room that became an alarm last and that is not silenced; empty when there is none."""
        now = self._clock.now()
        loud = (Phase.TIME_UP, Phase.FORGOTTEN)
        ringing = [c for c in self._clocks if c.phase(now) in loud and not c.silenced(now)]
        return max(ringing, key=lambda clock: clock.left(now)).room if ringing else ""

    def tick(self) -> None:
        """Brings the faces up to date and rings where a bell is due."""
        if not self._clocks and self._clock.shift:
            self._clock.adopt()
        now = self._clock.now()
        due = [clock for clock in self._clocks if clock.rings(now, self._rung.get(clock.room))]
        if due:
            self._rung.update({clock.room: now for clock in due})
            self._bell.ring(max(self._loudness(clock.room) for clock in due))
        faces = tuple(face_of(clock, now, self._clock.shift) for clock in self._clocks)
        if faces != self._faces:
            self._faces = faces
            for listener in self.listeners:
                listener(faces)

    def _loudness(self, room: str) -> float:
        return max(_SOFTEST, 1 - _SOFTER * self._silences.get(room, 0))
