"""A small board over all other windows, for the second monitor: rooms and times, and nothing of a patient."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout

from acuchart.screens.parts.painted import Painted, begin
from acuchart.screens.parts.text import Text
from acuchart.screens.shell.clock_line import ClockLine
from acuchart.screens.shell.rooms_watch import RoomFace
from acuchart.screens.shell.unlock.timer_card import Form, TimerCard
from acuchart.words import _

_WIDE, _MARGIN = 640, 12
_MOST = 12


class MiniBoard(Painted):
    """Stays on top, also while the PC is locked.

    Signals:
        silence_wanted: the room whose bell is to keep quiet.
        closed: the person closed it.
    """

    silence_wanted = Signal(str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__(None, "mini_board")
        self.setWindowTitle(_("Rooms"))
        self.setWindowFlags(
            Qt.WindowType.Window | Qt.WindowType.WindowStaysOnTopHint | Qt.WindowType.WindowCloseButtonHint
        )
        # The program ends with its window, and this one with it.
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        # The keyboard stays where somebody types.
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.cards: list[TimerCard] = []
        self._none = Text(_("No timers running"), "kioskLabel", "ink2", name="mini_board.none")
        self.clock_line = ClockLine("mini_board.clock_line")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self._column.setSpacing(8)
        self._column.addWidget(self.clock_line)
        self._column.addWidget(self._none)
        self._column.addStretch(1)
        self.setFixedWidth(self.theme.scaled(_WIDE))

    def show_rooms(self, faces: Sequence[RoomFace], clock_words: str = "") -> None:
        """Show the rooms, the most urgent first, and that the clock of the PC was set."""
        self.clock_line.say(clock_words)
        shown = faces[:_MOST]
        while len(self.cards) > len(shown):
            card = self.cards.pop()
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        for number, face in enumerate(shown):
            if number == len(self.cards):
                self._add(face)
            self.cards[number].show_face(face)
        self._none.setVisible(not shown)
        self.adjustSize()

    def place(self) -> None:
        """Stand at the upper right of the second monitor, or of the only one."""
        screens = QGuiApplication.screens()
        if screens:
            room = screens[-1].availableGeometry()
            self.move(room.right() - self.width() - _MARGIN, room.top() + _MARGIN)

    def _add(self, face: RoomFace) -> None:
        card = TimerCard(face, len(self.cards) + 1, prefix="mini_board")
        card.set_form(Form.LOW)
        card.silence_wanted.connect(self.silence_wanted)
        self._column.insertWidget(1 + len(self.cards), card)
        self.cards.append(card)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        painter.fillRect(QRectF(self.rect()), self.theme.colour("paper"))
        painter.end()
