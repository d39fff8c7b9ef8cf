"""One kind of thing that comes back on a board: a card that comes and goes with its lines."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acuchart.screens.parts.button import Button
from acuchart.screens.parts.card import Card
from acuchart.screens.parts.scroll import Scroll
from acuchart.screens.parts.text import ElidedText

MOST_ROWS = 2


class ReminderRow(QWidget):
    """One line, in red when it is overdue, perhaps with a button that settles it.

    Signals:
        settled: the button was pressed.
    """

    settled = Signal()

    def __init__(self, words: str, *, overdue: bool, name: str) -> None:
        super().__init__()
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._words = ElidedText("", "body", name=name)
        self._line.addWidget(self._words, 1)
        self.say(words, overdue=overdue)

    def say(self, words: str, *, overdue: bool) -> None:
        """Show other words."""
        self._words.setText(words)
        self._words.set_ink("cinnabarText" if overdue else "ink")

    def offer(self, words: str, name: str) -> Button:
        """Put the button at the end."""
        button = Button(words, name=name)
        button.clicked.connect(self.settled)
        self._line.addWidget(button)
        return button


class ReminderCard(Card):
    """Hidden while it has no row. A long list scrolls and takes no more room than a few rows."""

    def __init__(self, title: str, *, name: str) -> None:
        super().__init__(title, padding=(6, 16), name=name)
        self.body.setSpacing(4)
        self._rows: list[ReminderRow] = []
        holder = QWidget()
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._area = Scroll(holder)
        self.body.addWidget(self._area)
        self.hide()

    def show_rows(self, rows: Sequence[ReminderRow]) -> None:
        """Puts these rows in place of those before."""
        for old in self._rows:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._rows = list(rows)
        for row in self._rows:
            self._column.addWidget(row)
        each = max((row.sizeHint().height() for row in self._rows), default=0)
        shown = min(len(self._rows), MOST_ROWS)
        # Half a row more says that the list goes on.
        tall = shown * (each + 4) + (each // 2 if len(self._rows) > MOST_ROWS else 0)
        self._area.setFixedHeight(tall)
        self.setVisible(bool(self._rows))
