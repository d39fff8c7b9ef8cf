"""The clocks of the rooms, which everybody may see: on every screen, the locked one too.

They hold nothing about a patient, so reading them needs no role and is no look at a chart. The same holds
for the number of papers that wait.
"""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from acuchart.charting.bus import Bus
from acuchart.clinic import session as rules
from acuchart.clinic.events import SessionChanged
from acuchart.clinic.printing import PrintState
from acuchart.clinic.room_calls import RoomCall
from acuchart.clinic.room_clock import RoomClock, clock_of, clock_of_strip, strip_of
from acuchart.clinic.steady_clock import Away, SteadyClock
from acuchart.records.boot import boot_id
from acuchart.records.clock_file import read_beat, remove_beat, write_beat
from acuchart.records.rooms_file import read_rooms, rooms_known, write_rooms, write_strips
from acuchart.records.silenced_file import queue_silenced, silenced_told, waiting_silenced
from acuchart.records.work import Records


class Clocks:
    """Rooms in which somebody may have needles in, and how many papers wait."""

    def __init__(self, records: Records, bus: Bus) -> None:
        self._records = records
        self._bus = bus

    def running(self) -> tuple[RoomClock, ...]:
        """The clocks in the order of the rooms of the clinic."""
        with self._records.work() as work:
            place = {room: number for number, room in enumerate(work.clinic.get().rooms)}
            sessions = [session for session in work.sessions.open() if session.needles_in]
        return tuple(map(clock_of, sorted(sessions, key=lambda s: (place.get(s.room, len(place)), s.room))))

    def silenced_unseen(self, room: str, at: datetime) -> None:
        """Writes down that a bell was silenced while nobody was signed in."""
        with self._records.work() as work:
            work.audit.append(None, "alarm.silenced_while_locked", detail=f"{room} {at.isoformat()}")
            sessions = [s for s in work.sessions.open() if s.room == room and s.needles_in]
            kept = [work.sessions.change(rules.silence(session, at)) for session in sessions]
        for session in kept:
            self._bus.publish(SessionChanged(session.visit_id))

    def tell_silenced(self) -> None:
        """Writes down which bells were silenced before anybody had unlocked, and forgets the list."""
        waiting = waiting_silenced(self._records.folder)
        for item in waiting:
            self.silenced_unseen(item.room, item.at)
        if waiting:
            silenced_told(self._records.folder)

    def note_time(self, now: datetime) -> None:
        """Writes down every state that time alone has brought: a reminder due, time up."""
        with self._records.work() as work:
            passed = [(session, rules.at(session, now)) for session in work.sessions.open()]
            noted = [work.sessions.change(later) for session, later in passed if later != session]
            for session in noted:
                work.audit.append(None, f"session.{session.state}", detail=session.room)
        for session in noted:
            self._bus.publish(SessionChanged(session.visit_id))

    def calls(self) -> tuple[RoomCall, ...]:
        """Calls to a room that nobody has answered, the earliest first."""
        with self._records.work() as work:
            return work.room_calls.open()

    def prints_waiting(self) -> int:
        """How many papers wait at the front desk, printed by nobody yet."""
        with self._records.work() as work:
            jobs = work.print_jobs.queue()
        return sum(job.state in (PrintState.READY, PrintState.FAULT) for job in jobs)

    def shown_before(self) -> tuple[RoomClock, ...]:
        """The clocks as the lock screen had them from `rooms.json`."""
        return clocks_before_unlocking(self._records.folder)

    def write_down(self, now: datetime) -> None:
        """Writes `rooms.json`, so that the next start shows the rooms before anybody has unlocked."""
        with self._records.work() as work:
            sessions = work.sessions.open()
        write_rooms(self._records.folder, sessions, now)

    def close(self) -> None:
        """Lets go of the records."""
        self._records.close()


def clocks_before_unlocking(folder: Path) -> tuple[RoomClock, ...]:
    """The rooms as last written down in a clinic folder."""
    return tuple(map(clock_of_strip, read_rooms(folder)))


def known_before_unlocking(folder: Path) -> bool:
    """Whether it was written down at all who lies; no where the file is missing or damaged."""
    return rooms_known(folder)


def queue_silence(folder: Path, room: str, at: datetime) -> None:
    """Keeps that a bell was silenced until somebody unlocks."""
    queue_silenced(folder, room, at)


def write_clocks(folder: Path, clocks: Sequence[RoomClock], now: datetime) -> None:
    """Writes `rooms.json` from the clocks, on whatever thread keeps them."""
    write_strips(folder, [strip_of(clock, now) for clock in clocks])


def beat(folder: Path, clock: SteadyClock) -> None:
    """Writes down that the clocks go."""
    write_beat(folder, clock.beat(boot_id()))


def forget_beat(folder: Path) -> None:
    """Nobody lies any more: what was written down of the clocks is no use to the next."""
    remove_beat(folder)


def go_on(folder: Path, clock: SteadyClock) -> Away | None:
    """Lets a clock go on from the last beat; returns since when nobody watched it, None if unknown."""
    last = read_beat(folder)
    return None if last is None else clock.resume(last, boot_id())
