"""A restless hand at the real application: it taps, types, goes and locks by chance, and never waits."""

import random
from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget

from acuchart.screens.parts.dialog import Dialog
from acuchart.screens.shell.main_window import Front
from acuchart.screens.shell.navigation import Place, Step
from acuchart.screens.shell.navigator import ShellNavigator
from tests.helpers.clinic import PRACTITIONER_PASSPHRASE
from tests.stories.practice.real_app import PRACTITIONER, RealApp

WORDS = ("st36", "li4 r", "25", "0", "🦔", "足三里", "שלום", "<b>%s {n}", "half a sentence", "w" * 3000)
KEYS = (Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Delete)
LETTERS = tuple(getattr(Qt.Key, f"Key_{letter}") for letter in "ABDEGLNQRTXZ1")
BY_CONTROL = (Qt.Key.Key_Z, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_1, Qt.Key.Key_3, Qt.Key.Key_K)
PLACES = (Place.TODAY, Place.PATIENTS, Place.ROOMS, Place.PRINT, Place.FORMS)
TOUCHED = (QAbstractButton, QLineEdit, QPlainTextEdit)
Found = tuple[UUID, tuple[object, ...]]


class RestlessHand:
    """Does one thing after the other, from one chance."""

    def __init__(self, real: RealApp, chance: random.Random, visits: Sequence[UUID]) -> None:
        self._real, self._chance, self._visits = real, chance, visits
        self.did: list[str] = []

    @property
    def window(self) -> QWidget:
        return self._real.app.window

    @property
    def navigator(self) -> ShellNavigator | None:
        """Goes from screen to screen; None behind the lock."""
        shell = self._real.app.shell
        return shell.navigator if shell.sitting is not None else None

    @property
    def questions(self) -> list[Dialog]:
        """Dialogs on show."""
        return [dialog for dialog in self.window.findChildren(Dialog) if dialog.isVisible()]

    def act(self) -> None:
        """Does something; behind the lock it comes back."""
        if self._real.front is Front.LOCK:
            self.did.append("unlock")
            self._real.unlock(PRACTITIONER, PRACTITIONER_PASSPHRASE)
            return
        chance = self._chance.random()
        if chance < 0.45:
            self._tap()
        elif chance < 0.62:
            self._press()
        elif chance < 0.75:
            self._type()
        elif chance < 0.97:
            self._go()
        else:
            self.did.append("lock")
            self._real.app.shell.lock()
        _breathe(self._chance.choice((0, 0, 1, 20, 120)))

    def come_out(self) -> None:
        """Leaves every dialog and menu with Esc."""
        for _turn in range(8):
            if QApplication.activePopupWidget() is None and not self.questions:
                return
            self._hit(Qt.Key.Key_Escape)
            _breathe(10)

    def _tap(self) -> None:
        popup, asked = QApplication.activePopupWidget(), self.questions
        within = popup or (asked[-1] if asked else self.window)
        seen = [w for w in within.findChildren(QWidget) if isinstance(w, TOUCHED) and w.isVisible()]
        usable = [w for w in seen if w.isEnabled() and not w.visibleRegion().isEmpty()]
        if usable:
            control = self._chance.choice(usable)
            self.did.append(f"tap {control.objectName()}")
            self._tap_at(control, control.visibleRegion().boundingRect().center())

    def _tap_at(self, control: QWidget, place: QPoint) -> None:
        """Through the window, so that what lies above gets it."""
        window = control.window()
        handle = window.windowHandle()
        if handle is not None:
            where = control.mapTo(window, place)
            QTest.mouseClick(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)

    def _press(self) -> None:
        if self._chance.random() < 0.3:
            self._hit(self._chance.choice(BY_CONTROL), Qt.KeyboardModifier.ControlModifier)
        else:
            self._hit(self._chance.choice(KEYS + LETTERS))

    def _hit(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.did.append(f"{modifier.name} {key.name}")
        focused = QApplication.focusWidget() or QApplication.activePopupWidget() or self.window
        QTest.keyClick(focused, key, modifier)

    def _type(self) -> None:
        field, words = QApplication.focusWidget(), self._chance.choice(WORDS)
        self.did.append(f"type {words[:12]}")
        if isinstance(field, QLineEdit):
            field.insert(words)
            field.textEdited.emit(field.text())
        elif isinstance(field, QPlainTextEdit):
            field.insertPlainText(words)

    def _go(self) -> None:
        """On to another screen, and at once to the next as often as not."""
        navigator = self.navigator
        if navigator is None or self._real.front is not Front.FRAME or self.questions:
            return
        for _turn in range(self._chance.choice((1, 1, 2, 3))):
            if self._chance.random() < 0.75:
                visit, step = self._chance.choice(self._visits), self._chance.choice(tuple(Step))
                self.did.append(f"go to {step} of {self._visits.index(visit)}")
                navigator.to_visit(visit, step)
            else:
                place = self._chance.choice(PLACES)
                self.did.append(f"go to {place}")
                navigator.to(place)


def _breathe(ms: int) -> None:
    """Lets the window live for a moment, as short as a hand gives it; what comes late comes after."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()
