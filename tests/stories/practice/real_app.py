"""The real application on a staffed clinic: real threads, a real encrypted database, a hand that works it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from acuchart.app import Application, build
from acuchart.clinic.clock import Clock
from acuchart.demo.hand import Hand
from acuchart.screens.shell.main_window import Front
from acuchart.screens.shell.qt_background import QtBackground
from tests.helpers.records import CHEAP
from tests.helpers.visible_texts import visible_texts

OWNER, PRACTITIONER, DESK = 1, 2, 3
"""Places of the people on the lock screen."""


class RealApp:
    """An application on show, with a hand at it."""

    def __init__(self, app: Application, pictures: Path) -> None:
        self.app = app
        self.hand = Hand(app.window, app.background, pictures)

    @property
    def front(self) -> Front:
        """What fills the window."""
        return self.app.window.front

    @property
    def texts(self) -> str:
        """Every word on show, in one piece."""
        return "\n".join(visible_texts(self.app.window))

    def unlock(self, person: int, passphrase: str) -> None:
        """Signs somebody in through the lock screen."""
        self.try_passphrase(person, passphrase)
        self.hand.wait(lambda: self.front is Front.FRAME, "the day to open")
        self.hand.settle()

    def try_passphrase(self, person: int, passphrase: str) -> None:
        """Types a passphrase on the lock screen, right or wrong."""
        self.hand.press(f"unlock.person.{person}")
        self.hand.type("unlock.passphrase", passphrase)
        self.hand.press("unlock.unlock")

    def lock(self) -> None:
        """Locks, and waits for the people to be listed."""
        self.app.shell.lock()
        self.hand.find("unlock.person.1")
        self.hand.settle()


@contextmanager
def running(folder: Path, clock: Clock, pictures: Path) -> Iterator[RealApp]:
    """Builds the application on a clinic folder, and ends it afterwards.

    A mistake of the program that its threads met fails the story.
    """
    background = QtBackground()
    app = build(folder, clock=clock, cost=CHEAP, background=background)
    bugs: list[BaseException] = []
    background.on_bug = bugs.append
    app.window.show()
    try:
        yield RealApp(app, pictures)
    finally:
        app.stop()
    if bugs:
        raise bugs[0]
