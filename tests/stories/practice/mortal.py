"""Somebody works in three rooms and is killed, again and again; nothing told before the kill may be lost.

    python -m tests.stories.practice.mortal FOLDER KILLS SEED [moved]

Each life is a forked process with the real records, the real alarm thread and `rooms.json`. It tells every
change once it is committed. With ``moved`` the clock of the PC is set between two lives.
"""

import json
import os
import random
import select
import signal
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from uuid import UUID

from acuchart.alarming import Alarming
from acuchart.charting.bus import Bus
from acuchart.charting.clocks import Clocks, clocks_before_unlocking
from acuchart.charting.door import Door
from acuchart.charting.session import Sessions
from acuchart.charting.sitting import Sitting
from acuchart.clinic.audit import first_broken
from acuchart.clinic.events import Event, SessionChanged
from acuchart.clinic.session import Fate, Session, SessionState
from acuchart.clinic.steady_clock import SteadyClock
from acuchart.clinic.trouble import ChartTrouble
from acuchart.knowledge import Knowledge, load
from acuchart.records.shapes import plain
from acuchart.screens.shell.bell import SilentBell
from tests.helpers.clinic import clinic_with_staff
from tests.helpers.knee_visit import knee_visit
from tests.helpers.records import CHEAP, OWNER_PASSPHRASE

ROOMS = ("Room 1", "Room 2", "Room 3")
LONGEST_LIFE = 0.6
CLOSE_ENOUGH = timedelta(seconds=2.5)
"""A wall clock that moves less than two seconds is followed rather than told."""


@dataclass
class MovedClock:
    """The clock of this PC, with a wall that can be set."""

    moved: timedelta = field(default=timedelta(0))

    def now(self) -> datetime:
        return datetime.now(UTC) + self.moved

    def today(self) -> date:
        return self.now().astimezone().date()

    def monotonic(self) -> float:
        return time.monotonic()


@dataclass
class Told:
    """What a life told last of each visit: the session whole, the time left then, and the tick."""

    sessions: dict[str, tuple[dict[str, object], float | None, float]] = field(default_factory=dict)


class Nursery:
    """Starts lives, kills them, and looks at what they leave behind."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder, self.chance = folder, random.Random(seed)
        self.knowledge = load()
        self.wall = MovedClock()
        self.told = Told()
        self.changes = 0

    def live_and_die(self) -> None:
        """One life."""
        self.fill_rooms()
        reading, writing = os.pipe()
        child = os.fork()
        if not child:
            os.close(reading)
            try:
                live(self.folder, self.knowledge, self.wall, self.chance.randrange(2**32), writing)
            finally:
                os._exit(3)
        os.close(writing)
        os.read(reading, 1)  # It is at work.
        select.select([], [], [], self.chance.random() * LONGEST_LIFE)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        with os.fdopen(reading) as pipe:
            for line in pipe.read().splitlines(keepends=True):
                if line.endswith("\n"):
                    session, left, tick = json.loads(line)
                    self.told.sessions[session["visit_id"]] = (session, left, tick)
                    self.changes += 1

    def fill_rooms(self) -> None:
        """Somebody new comes into every free room."""
        sitting = signed_in(self.folder, self.knowledge, self.wall)
        sessions = Sessions(sitting)
        taken = {card.session.room for card in sessions.rooms()}
        for room in ROOMS:
            if room not in taken:
                sessions.prepare(knee_visit(sitting).visit_id, room)
        sitting.records.close()

    def look(self) -> None:
        """Everything told is there, or what was committed and not yet told; and nothing else."""
        clock = SteadyClock(self.wall)
        alarming = Alarming(clock, SilentBell(), threaded=False)
        shown, _line = alarming.open(self.folder)
        sitting = signed_in(self.folder, self.knowledge, clock)
        with sitting.records.work() as work:
            kept = {str(s.visit_id): s for s in work.sessions.open()}
            kept |= {
                visit: found
                for visit in self.told.sessions
                if visit not in kept and (found := work.sessions.of_visit(UUID(visit))) is not None
            }
            if self.chance.random() < 0.02:
                assert first_broken(work.audit.all()) is None
        sitting.records.close()
        for visit, session in kept.items():
            self.same_or_one_later(visit, session, clock)
        untold = {session.room for session in kept.values() if not self.known(session)}
        for visit, session in kept.items():
            left = None if session.deadline is None else (session.deadline - clock.now()).total_seconds()
            self.told.sessions[visit] = (plain(session), left, self.wall.monotonic())
        held = {session.room for session in kept.values() if session.needles_in}
        # What was committed and not told may not be on the lock screen yet.
        assert {clock.room for clock in shown} - untold == held - untold

    def known(self, session: Session) -> bool:
        told = self.told.sessions.get(str(session.visit_id))
        return told is not None and told[0]["version"] == session.version

    def same_or_one_later(self, visit: str, session: Session, clock: SteadyClock) -> None:
        if session.state is SessionState.CLOSED:
            assert session.missing == 0
        if visit not in self.told.sessions:
            return
        told, left, tick = self.told.sessions[visit]
        version = told["version"]
        assert isinstance(version, int)
        assert version <= session.version <= version + 1
        if version != session.version:
            return
        assert plain(session) == told
        if left is not None and session.deadline is not None and session.paused_at is None:
            now_left = session.deadline - clock.now()
            gone = timedelta(seconds=self.wall.monotonic() - tick)
            assert abs(now_left - (timedelta(seconds=left) - gone)) < CLOSE_ENOUGH, (now_left, left, gone)

    def move_the_clock(self) -> None:
        """Somebody sets the clock, or daylight saving does not, which moves no instant."""
        self.wall.moved += timedelta(seconds=self.chance.choice((-7200, -3600, -60, 60, 3600, 86_400)))


def signed_in(folder: Path, knowledge: Knowledge, clock: MovedClock | SteadyClock) -> Sitting:
    door = Door(folder, knowledge, clock, Bus(), CHEAP)
    owner = next(person for person in door.people() if person.role.value == "owner")
    return door.unlock(owner.id, OWNER_PASSPHRASE)


def live(folder: Path, knowledge: Knowledge, wall: MovedClock, seed: int, out: int) -> None:
    """Works at random until it is killed."""
    clock = SteadyClock(wall)
    alarming = Alarming(clock, SilentBell(), threaded=True)
    alarming.open(folder)
    sitting = signed_in(folder, knowledge, clock)
    clocks = Clocks(sitting.records, sitting.bus)
    alarming.keep(folder)
    alarms = alarming.watch.alarms
    alarms.watch(clocks.running())

    def heard(event: Event) -> None:
        if isinstance(event, SessionChanged):
            alarms.watch(clocks.running())

    sitting.bus.subscribe(heard)
    sessions, chance = Sessions(sitting), random.Random(seed)
    visits = [card.session.visit_id for card in sessions.rooms()]
    os.write(out, b".")
    for act in acts(sessions, visits, chance):
        try:
            session = act()
        except ChartTrouble:
            continue
        left = None if session.deadline is None else (session.deadline - clock.now()).total_seconds()
        line = json.dumps((plain(session), left, wall.monotonic()))
        os.write(out, f"{line}\n".encode())


def acts(sessions: Sessions, visits: list[UUID], chance: random.Random) -> Iterator[Callable[[], Session]]:
    """Everything a hand may do at a table, legal or not."""
    while True:
        visit = chance.choice(visits)
        yield chance.choice(
            (
                partial(sessions.begin, visit),
                partial(sessions.one_more_in, visit, 1),
                partial(sessions.one_more_in, visit, 1),
                partial(sessions.retain, visit, chance.randrange(1, 60)),
                partial(sessions.pause, visit),
                partial(sessions.go_on, visit),
                partial(sessions.add_minutes, visit, 1),
                partial(sessions.remove, visit),
                partial(sessions.one_more_out, visit, 1),
                partial(sessions.one_more_out, visit, 1),
                partial(sessions.settle, visit, Fate.FELL_OUT, 1, "Lay under the towel."),
                partial(sessions.turn, visit),
                partial(sessions.close, visit),
            )
        )


def main(folder: Path, kills: int, seed: int, moved: bool) -> None:
    """Kills so many times; the exit code says whether everything was kept."""
    if not folder.exists():
        clinic_with_staff(folder.parent, MovedClock()).close()
    nursery = Nursery(folder, seed)
    for _kill in range(kills):
        nursery.live_and_die()
        if moved and clocks_before_unlocking(folder):
            nursery.move_the_clock()
        nursery.look()
    assert nursery.changes, "nobody worked"
    sys.stdout.write(f"{kills} kills, {nursery.changes} changes told\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), "moved" in sys.argv[4:])
