"""The lock screen."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from acuchart.screens.parts.painted import Painted, begin
from acuchart.screens.shell.rooms_watch import RoomFace
from acuchart.screens.shell.unlock.clock_side import ClockSide
from acuchart.screens.shell.unlock.recovery import Recovery
from acuchart.screens.shell.unlock.sign_in import PersonWords, SignIn

_WIDE, _NARROW = 800, 640


class UnlockView(Painted):
    """Clocks at the left, people at the right.

    Signals:
        unlock_wanted: person's id, passphrase.
        person_chosen: person's id.
        recovery_wanted: owner's id, recovery key, new passphrase.
        silence_wanted: a room; an empty word stands for the newest alarm.
        other_folder_wanted: another clinic folder is to be opened; again_wanted: the same once more.
    """

    unlock_wanted = Signal(object, str)
    person_chosen = Signal(object)
    recovery_wanted = Signal(object, str, str)
    silence_wanted = Signal(str)
    other_folder_wanted = Signal()
    again_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, "unlock")
        self.clocks = ClockSide()
        self.clocks.silence_wanted.connect(self.silence_wanted)
        self.sign_in = SignIn()
        self.recovery = Recovery()
        self._owners: Sequence[PersonWords] = ()
        right = QWidget()
        frame = QVBoxLayout(right)
        frame.setContentsMargins(64, 56, 64, 40)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.sign_in)
        self._stack.addWidget(self.recovery)
        frame.addLayout(self._stack)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.clocks, _WIDE)
        row.addWidget(right, _NARROW)
        self._connect()

    def _connect(self) -> None:
        self.sign_in.unlock_wanted.connect(self.unlock_wanted)
        self.sign_in.person_chosen.connect(self.person_chosen)
        self.sign_in.other_folder_wanted.connect(self.other_folder_wanted)
        self.sign_in.again_wanted.connect(self.again_wanted)
        self.sign_in.forgotten.connect(self._open_recovery)
        self.recovery.wanted.connect(self.recovery_wanted)
        self.recovery.cancelled.connect(self.show_sign_in)

    @property
    def recovering(self) -> bool:
        """Whether the recovery key is asked for."""
        return self._stack.currentWidget() is self.recovery

    def show_people(
        self, people: Sequence[PersonWords], owners: Sequence[PersonWords], chosen: UUID | None
    ) -> None:
        """List those who may sign in."""
        self._owners = tuple(owners)
        self.sign_in.show_people(people, chosen)
        self.show_sign_in()

    def show_sign_in(self) -> None:
        """Go back to the people."""
        self._stack.setCurrentWidget(self.sign_in)
        self.sign_in.passphrase.editor.setFocus()

    def show_line(self, words: str) -> None:
        """Say why the PC is locked."""
        self.sign_in.line.setText(words)

    def show_ready(self) -> None:
        """Let the passphrase be typed."""
        self.sign_in.show_ready()

    def show_busy(self) -> None:
        """A passphrase or the recovery key is being tried."""
        self.sign_in.show_busy()
        self.recovery.show_busy()

    def show_opening(self) -> None:
        """Trying takes longer than usual."""
        self.sign_in.show_opening()

    def show_wrong(self, sentence: str) -> None:
        """It was not the passphrase, or not the recovery key."""
        if self.recovering:
            self.recovery.show_error(sentence)
        self.sign_in.show_wrong(sentence)

    def show_waiting(self, sentence: str) -> None:
        """Nothing can be typed for a while."""
        if self.recovering:
            self.recovery.show_error(sentence)
        self.sign_in.show_waiting(sentence)

    def show_trouble(self, sentence: str) -> None:
        """The clinic can't be opened."""
        self.sign_in.show_trouble(sentence)

    def show_time(self, time: str, date: str) -> None:
        """Show the time of day and the date."""
        self.clocks.show_time(time, date)

    def show_rooms(self, faces: Sequence[RoomFace]) -> None:
        """Show the clocks of the rooms."""
        self.clocks.show_rooms(faces)

    def clear(self) -> None:
        """Forget what was typed."""
        self.sign_in.passphrase.clear()
        self.recovery.show_owners(self._owners)
        self.show_sign_in()

    def _open_recovery(self) -> None:
        self._stack.setCurrentWidget(self.recovery)
        self.recovery.show_owners(self._owners)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not self.recovering:
            self.sign_in.choose_beside(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() == Qt.Key.Key_Escape:
            self.silence_wanted.emit("")
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        painter.fillRect(QRectF(self.rect()), self.theme.colour("surface"))
        painter.end()
