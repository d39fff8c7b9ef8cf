"""The clocks of the rooms, which everybody may see: on every screen, the locked one too.

They hold nothing about a patient, so reading them needs no role and is no look at a chart. The same holds
for the number of papers that wait.
"""

from datetime import datetime
from pathlib import Path

from acuchart.charting.bus import Bus
from acuchart.clinic import session as rules
from acuchart.clinic.events import SessionChanged
from acuchart.clinic.printing import PrintState
from acuchart.clinic.room_clock import RoomClock, clock_of, clock_of_strip
from acuchart.records.rooms_file import read_rooms, write_rooms
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
