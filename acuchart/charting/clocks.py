"""The clocks of the rooms, which everybody may see: on every screen, the locked one too.

They hold nothing about a patient, so reading them needs no role and is no look at a chart.
"""

from datetime import datetime

from acuchart.charting.bus import Bus
from acuchart.clinic import session as rules
from acuchart.clinic.events import SessionChanged
from acuchart.clinic.room_clock import RoomClock, clock_of
from acuchart.records.work import Records


class Clocks:
    """Rooms in which somebody may have needles in."""

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
