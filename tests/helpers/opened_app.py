"""The real application on a real clinic, with work done at once, for tests that drive its screens."""

from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar

from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from acuchart.app import Application, build
from acuchart.charting.sitting import Sitting
from acuchart.clinic.clock import HandClock
from acuchart.screens.shell.bell import SilentBell
from acuchart.screens.shell.navigation import Place, Step
from acuchart.screens.shell.preferences import Preferences
from tests.helpers.clinic import StaffedClinic
from tests.helpers.inline_background import InlineBackground
from tests.helpers.records import CHEAP

AnyWidget = TypeVar("AnyWidget", bound=QWidget)


@dataclass
class OpenedApp:
    """An application, its clinic, its bell and its background, which holds jobs back when told to."""

    app: Application
    clinic: StaffedClinic
    bell: SilentBell
    background: InlineBackground

    def unlock(self, who: Sitting, passphrase: str | None = None) -> None:
        """Types a passphrase on the lock screen, the right one unless another is given."""
        sign_in = self.app.window.unlock.sign_in
        sign_in.choose(who.user.id)
        field = self.find(QLineEdit, "unlock.passphrase")
        field.setText(passphrase or self.clinic.passphrases[who.user.id])
        sign_in.unlock.click()

    def forward(self, span: timedelta) -> None:
        """Lets time pass, and the application notice it."""
        assert isinstance(self.clinic.clock, HandClock)
        self.clinic.clock.forward(span)
        self.app.shell.tick()

    def place(self) -> Place | None:
        """Where one is; None on the lock screen."""
        navigator = self.app.shell.navigator
        return None if navigator is None or navigator.spot is None else navigator.spot.place

    def step(self) -> Step | None:
        """Which step of a visit is shown."""
        navigator = self.app.shell.navigator
        return None if navigator is None or navigator.spot is None else navigator.spot.step

    def find(self, kind: type[AnyWidget], name: str) -> AnyWidget:
        """The widget of a name. Raises AssertionError when there is none."""
        found = self.app.window.findChild(kind, name)
        assert found is not None, f"there is no {name}"
        return found


def opened(clinic: StaffedClinic, qapp: QApplication, preferences: Preferences | None = None) -> OpenedApp:
    """Signs the staff out and opens the application on their clinic, locked."""
    clinic.close()
    bell, background = SilentBell(), InlineBackground()
    app = build(
        clinic.folder,
        clock=clinic.clock,
        background=background,
        application=qapp,
        preferences=preferences,
        bell=bell,
        cost=CHEAP,
    )
    return OpenedApp(app, clinic, bell, background)
