"""A panel beside a control that asks something and is handed in whole."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from acuchart.screens.parts.button import Button
from acuchart.screens.parts.popover import FlowPopover
from acuchart.screens.parts.text import Text
from acuchart.words import _


class Sheet(FlowPopover):
    """Asks once: nothing changes before `done` or Enter, and Esc gives it up. It is made anew each time.

    Closed in any other way it keeps what is typed, which stands in it again when the same is asked again.
    `left` goes above the button, and says so.

    Attributes:
        asks: What it asks about, as a word.

    Signals:
        given: what was handed in.
        settled: it was taken, or given up: nothing typed is worth keeping.
    """

    given = Signal(object)
    settled = Signal()

    def __init__(self, parent: QWidget, asks: str, done: Button, *, width: int, name: str) -> None:
        super().__init__(width=width, name=name, parent=parent)
        self.asks = asks
        self.set = done
        self.set.clicked.connect(self.give)
        self.left = Text(_("Typed before and not set yet. Esc drops it."), "small", "ochreText", wrap=True)
        self.left.hide()
        self._not_taken = False

    def give(self) -> None:
        """Hand in what stands in the fields, if it can be read."""
        raise NotImplementedError

    def hand_in(self, value: object) -> None:
        """Have a value taken; the sheet closes unless `refuse` is called meanwhile."""
        self._not_taken = False
        self.given.emit(value)
        if not self._not_taken:
            self.settled.emit()
            self.hide()

    def refuse(self, sentence: str) -> None:
        """Say why it cannot be taken."""
        self._not_taken = True
        self.show_error(sentence)
        self.fit()

    def show_error(self, sentence: str) -> None:
        """Put a sentence where it belongs; an empty one takes it away."""
        raise NotImplementedError

    def show_left(self) -> None:
        """Say that what stands here was typed before."""
        self.left.show()
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.give()
            return
        if event.key() == Qt.Key.Key_Escape:
            self.settled.emit()
        super().keyPressEvent(event)
