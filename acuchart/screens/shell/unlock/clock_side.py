"""The left half of the lock screen: the clock of the clinic and the clocks of the rooms."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from acuchart.clinic.room_calls import RoomCall
from acuchart.screens.parts.alert import IconMark
from acuchart.screens.parts.digit_time import DigitTime
from acuchart.screens.parts.painted import Painted, begin
from acuchart.screens.parts.scroll import Scroll
from acuchart.screens.parts.text import Text
from acuchart.screens.shell.call_line import call_words
from acuchart.screens.shell.clock_line import ClockLine
from acuchart.screens.shell.logo import Logo
from acuchart.screens.shell.rooms_watch import RoomFace
from acuchart.screens.shell.unlock.timer_card import Form, TimerCard
from acuchart.words import _

_BIG_UP_TO = 3
_SIDES, _NARROWEST = 128, 264
"""Width beside the cards, and the least for a card in which no room is cut."""
_OTHERS, _A_CARD, _A_LOW_CARD, _GAP = 360, 168, 128, 16
"""Height of all but the cards, of a card with its gap, and of a low one."""


class ClockSide(Painted):
    """Date, time, a card for each room with needles in.

    Signals:
        silence_wanted: the room whose bell is to keep quiet.
    """

    silence_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, "unlock.clocks")
        self._date = Text("", "kioskLabel", "ink2", name="unlock.date")
        self._clock = DigitTime("", "clock", name="unlock.clock")
        self._calls = Text("", "kioskLabel", "ochreText", wrap=True, name="unlock.calls")
        self._calls.hide()
        self.clock_line = ClockLine("unlock.clock_line")
        self._none = Text(_("No timers running"), "kioskLabel", "ink2", name="unlock.no_timers")
        # Before the rooms were read nobody may say that none is in use.
        self._none.hide()
        self.cards: list[TimerCard] = []
        self._arranged = (0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(64, 56, 64, 40)
        column.setSpacing(16)
        column.addLayout(self._head())
        column.addSpacing(12)
        column.addWidget(self._clock)
        column.addWidget(self.clock_line)
        column.addWidget(self._calls)
        column.addWidget(self._none)
        column.addWidget(self._scroll(), 1)
        column.addLayout(self._foot())

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(Logo(40))
        head.addWidget(Text("AcuChart", "h2"))
        head.addStretch(1)
        head.addWidget(self._date)
        return head

    def _scroll(self) -> Scroll:
        inside = QWidget()
        self._list = QGridLayout(inside)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(_GAP)
        return Scroll(inside, name="unlock.timers")

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(IconMark("shield-check", "ink2", 20))
        words = _("Timers keep running and sounding. Names stay hidden until you unlock.")
        foot.addWidget(Text(words, "body", "ink2", wrap=True), 1)
        return foot

    def show_time(self, time: str, date: str) -> None:
        """Show the time of day and the date."""
        self._clock.show_digits(time)
        if self._date.text() != date:
            self._date.setText(date)

    def show_known(self, known: bool) -> None:
        """Whether no card means that nobody lies."""
        self._none.setText(_("No timers running") if known else _("Unlock to see which rooms are in use"))

    def show_calls(self, calls: Sequence[RoomCall]) -> None:
        """Show that someone is wanted in a room."""
        self._calls.setText("\n".join(map(call_words, calls)))
        self._calls.setVisible(bool(calls))

    def show_rooms(self, faces: Sequence[RoomFace]) -> None:
        """Show the rooms, in their order."""
        while len(self.cards) > len(faces):
            card = self.cards.pop()
            self._list.removeWidget(card)
            card.deleteLater()
        for number, face in enumerate(faces):
            if number == len(self.cards):
                self._add(face)
            self.cards[number].show_face(face)
        self._none.setVisible(not faces)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """More than three cards, or a low window: all of them low; where those are too many, side by side."""
        left = self.height() - _OTHERS * self.theme.scale
        many = len(self.cards) > _BIG_UP_TO
        wide = self.width() - _SIDES - _GAP >= 2 * self.theme.scaled(_NARROWEST)
        crowd = many and wide and left < len(self.cards) * _A_LOW_CARD
        for card in self.cards:
            card.set_form(Form.TINY if crowd else Form.LOW if many or left < self._tall else Form.HIGH)
        self._arrange(2 if crowd else 1)

    @property
    def _tall(self) -> int:
        return len(self.cards) * _A_CARD

    def _arrange(self, across: int) -> None:
        """Down the first column, then down the second, so that an order stays one."""
        if (across, len(self.cards)) == self._arranged:
            return
        down = -(-len(self.cards) // across)
        self._list.setVerticalSpacing(_GAP // across)
        for number, card in enumerate(self.cards):
            self._list.addWidget(card, number % down, number // down)
        for row in range(self._list.rowCount()):
            self._list.setRowStretch(row, 0)
        self._list.setRowStretch(down, 1)
        self._list.setColumnStretch(0, 1)
        self._list.setColumnStretch(1, 1 if across > 1 else 0)
        self._arranged = (across, len(self.cards))

    def _add(self, face: RoomFace) -> None:
        card = TimerCard(face, len(self.cards) + 1)
        card.silence_wanted.connect(self.silence_wanted)
        self._list.addWidget(card, len(self.cards), 0)
        self.cards.append(card)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        painter.fillRect(QRectF(self.rect()), self.theme.colour("paper"))
        painter.fillRect(QRectF(self.width() - 1, 0, 1, self.height()), self.theme.colour("line"))
        painter.end()
