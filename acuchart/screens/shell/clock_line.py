"""A line below the bar while somebody lies: the clock of the PC was set, or nobody watched it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from acuchart.screens.parts.alert import IconMark
from acuchart.screens.parts.card import Card, Tint
from acuchart.screens.parts.text import Text


class ClockLine(Card):
    """One sentence on every screen. It goes when the last room is closed and not before."""

    def __init__(self, name: str = "clock", parent: QWidget | None = None) -> None:
        super().__init__(tint=Tint.DUE, radius="control", padding=(8, 14), name=name, parent=parent)
        row = QHBoxLayout()
        row.setSpacing(10)
        self._words = Text("", "button", "ochreText", wrap=True, name=f"{name}.words")
        row.addWidget(IconMark("clock", "ochreText"), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 1)
        self.body.addLayout(row)
        self.hide()

    @property
    def words(self) -> str:
        """What is shown; empty while nothing is."""
        return "" if self.isHidden() else self._words.text()

    def say(self, sentence: str) -> None:
        """Show a sentence; an empty one hides the line."""
        if sentence != self._words.text():
            self._words.setText(sentence)
            self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))
