"""A line below the bar for what went wrong and can be put right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from acuchart.screens.parts.alert import IconMark
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.screens.parts.card import Card, Tint
from acuchart.screens.parts.text import Text
from acuchart.words import _


class TroubleLine(Card):
    """One sentence that says what to do. It stays until it is dismissed or the screen is left.

    Signals:
        retry_wanted: "Try now" was tapped.
    """

    retry_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tint=Tint.DANGER, radius="control", padding=(4, 14), name="trouble", parent=parent)
        row = QHBoxLayout()
        row.setSpacing(10)
        self._words = Text("", "button", "cinnabarText", wrap=True, name="trouble.words")
        self.retry = Button(_("Try now"), size=Size.SMALL, name="trouble.retry")
        self.retry.clicked.connect(self.retry_wanted)
        close = Button(
            "", Variant.GHOST, icon="x", size=Size.SMALL, hint=_("Close this message"), name="trouble.close"
        )
        close.clicked.connect(self.hide)
        row.addWidget(IconMark("circle-alert", "cinnabarText"), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 1)
        row.addWidget(self.retry)
        row.addWidget(close)
        self.body.addLayout(row)
        self.hide()

    @property
    def sentence(self) -> str:
        """What is shown; empty while nothing is."""
        return "" if self.isHidden() else self._words.text()

    def say(self, sentence: str, retry: bool = False) -> None:
        """Show a sentence; an empty one hides the line."""
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        self.retry.setVisible(retry)
        self.setVisible(bool(sentence))
