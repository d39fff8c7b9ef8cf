"""The running timers in the bar of every screen."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from acuchart.screens.parts.button import Button
from acuchart.screens.parts.timer_chip import TimerChip
from acuchart.screens.shell.rooms_watch import RoomFace
from acuchart.words import _

MOST = 3


class TimerChips(QWidget):
    """The most urgent timers first, at most three, then how many more there are.

    Signals:
        room_wanted: the visit whose room was tapped; None for the whole board.
    """

    room_wanted = Signal(object)

    def __init__(self, prefix: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._prefix = prefix
        self._visits: list[UUID | None] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._chips: list[TimerChip] = []
        self._most = MOST
        self._faces: Sequence[RoomFace] = ()
        self._more = Button("", name=f"{prefix}.timers_more")
        self._more.clicked.connect(lambda: self.room_wanted.emit(None))
        self._row.addWidget(self._more)
        self._more.hide()

    @property
    def chips(self) -> tuple[TimerChip, ...]:
        """The chips on show."""
        return tuple(chip for chip in self._chips if not chip.isHidden())

    def set_most(self, most: int) -> None:
        """Show at most so many, where the window is narrow."""
        if most != self._most:
            self._most = most
            self.show_rooms(self._faces)

    def show_rooms(self, faces: Sequence[RoomFace]) -> None:
        """Show the timers, given the most urgent first."""
        self._faces = faces
        shown = faces[: self._most]
        self._visits = [face.visit_id for face in shown]
        for number, face in enumerate(shown):
            if number == len(self._chips):
                self._add(face)
            self._chips[number].show_face(face.face)
            self._chips[number].show()
        for chip in self._chips[len(shown) :]:
            chip.hide()
        more = len(faces) - len(shown)
        self._more.setVisible(more > 0)
        if more > 0 and self._more.text() != f"+{more}":
            self._more.set_words(f"+{more}")
            self._more.setAccessibleName(_("{n} more rooms").format(n=more))

    def _add(self, face: RoomFace) -> None:
        number = len(self._chips)
        chip = TimerChip(face.face, name=f"{self._prefix}.timer.{number + 1}")
        chip.clicked.connect(lambda: self.room_wanted.emit(self._visits[number]))
        self._chips.append(chip)
        self._row.insertWidget(number, chip)
