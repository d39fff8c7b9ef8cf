"""A person at the real application, in a process of its own that is there to be killed.

    python -m tests.stories.practice.typist FOLDER PASSPHRASE VISIT words FIELD SEED
    python -m tests.stories.practice.typist FOLDER PASSPHRASE VISIT needles ROOM SEED

Every key pressed is told on a line of its own: the seconds of `time.monotonic` and what was pressed. A
count is told as well once it is on the screen.
"""

import random
import sys
import tempfile
import time
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QDeadlineTimer, Qt
from PySide6.QtTest import QTest

from acuchart.clinic.clock import SystemClock
from acuchart.screens.session.count_field import CountField
from acuchart.screens.shell.navigation import Place, Step
from tests.stories.practice.real_app import PRACTITIONER, RealApp, running

STEPS = {
    "findings": Step.FINDINGS,
    "pattern": Step.FINDINGS,
    "points": Step.POINTS,
    "note": Step.SIGN,
}
SHEETS = {
    "points.depth_field.": Qt.Key.Key_D,
    "points.details_sheet.lot.": Qt.Key.Key_N,
}
"""Sheets of a row of points by one of their fields, with the key that opens them."""
LETTERS = "abcdefghij klmno pqrstu "


def say(*what: object) -> None:
    """Tells the test at the other end of the pipe."""
    sys.stdout.write(" ".join(map(str, (time.monotonic(), *what))) + "\n")
    sys.stdout.flush()


def open_sheet(real: RealApp, field: str) -> None:
    """Opens what a field of the points screen lies in."""
    if field in SHEETS:
        real.hand.key(real.hand.name_of("points.row."), SHEETS[field])
    elif field == "points.saved_name":
        real.hand.press("points.saved_open")


def type_words(real: RealApp, field: str, chance: random.Random) -> None:
    """Types without end, mostly fast, now and then with a pause."""
    open_sheet(real, field)
    control = real.hand.find(real.hand.name_of(field))
    control.setFocus()
    while True:
        letter = chance.choice(LETTERS)
        QTest.keyClicks(control, letter)
        say("typed", ord(letter))
        pause = QDeadlineTimer(700 if chance.random() < 0.02 else chance.randrange(5, 60))
        real.hand.wait(pause.hasExpired, "the next letter")


def count_needles(real: RealApp, room: str) -> None:
    """Counts needles in without end; the clock starts at the seventh, and the count goes on being read."""
    hand = real.hand
    hand.press(f"session.choose_room.{room}")
    hand.press("session.prepare")
    hand.press(f"session.begin.{room}")
    hand.find(f"session.count_in.{room}")
    say("begun")
    for needles in range(1, 190):
        say("pressed", needles)
        hand.press(f"session.count_in.{room}.more")
        field = hand.find(f"session.count_in.{room}")
        say("shown", field.count if isinstance(field, CountField) else 0)


def main(folder: str, passphrase: str, visit: str, what: str, where: str, seed: str) -> None:
    """Opens the visit and does what is asked until the process is killed."""
    with (
        tempfile.TemporaryDirectory() as pictures,
        running(Path(folder), SystemClock(), Path(pictures)) as real,
    ):
        real.unlock(PRACTITIONER, passphrase)
        navigator = real.app.shell.navigator
        if navigator is None:
            raise AssertionError("nobody is signed in")
        screen = where.partition(".")[0]
        if screen == "patient":
            navigator.to(Place.PATIENTS)
            real.hand.press("patients.new")
        else:
            navigator.to_visit(UUID(visit), Step.NEEDLING if what == "needles" else STEPS[screen])
        real.hand.settle()
        say("ready")
        if what == "needles":
            count_needles(real, where)
        else:
            type_words(real, where, random.Random(int(seed)))


if __name__ == "__main__":
    main(*sys.argv[1:])
