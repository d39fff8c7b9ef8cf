"""A line below the bar: the front desk asks that someone go to a room."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from acuchart.clinic.room_calls import RoomCall
from acuchart.screens.parts.alert import IconMark
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.screens.parts.card import Card, Tint
from acuchart.screens.parts.text import Text
from acuchart.words import _, format_time


def call_words(call: RoomCall) -> str:
    """Such as "Someone go to Room 2, asked at 14:32"."""
    return _("Someone go to {room}, asked at {time}").format(room=call.room, time=format_time(call.at))


class CallLine(Card):
    """The earliest call that nobody has answered, and how many there are besides. It stays until answered.

    Signals:
        answered: the id of a call: "I am going" was tapped.
    """

    answered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tint=Tint.DUE, radius="control", padding=(4, 14), name="call", parent=parent)
        self._call: UUID | None = None
        row = QHBoxLayout()
        row.setSpacing(10)
        self._words = Text("", "button", "ochreText", wrap=True, name="call.words")
        self.going = Button(_("I am going"), Variant.PRIMARY, size=Size.NORMAL, name="call.going")
        self.going.clicked.connect(lambda: self.answered.emit(self._call))
        row.addWidget(IconMark("bell-ring", "ochreText"), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 1)
        row.addWidget(self.going)
        self.body.addLayout(row)
        self.hide()

    @property
    def words(self) -> str:
        """What is shown; empty while nothing is."""
        return "" if self.isHidden() else self._words.text()

    def show_calls(self, calls: Sequence[RoomCall], may_answer: bool) -> None:
        """Show the calls; only those who treat can answer one."""
        self._call = calls[0].id if calls else None
        words = call_words(calls[0]) if calls else ""
        if len(calls) > 1:
            words = _("{words}, and {n} more").format(words=words, n=len(calls) - 1)
        self._words.setText(words)
        self.setAccessibleName(words)
        self.going.setVisible(may_answer)
        self.setVisible(bool(calls))
