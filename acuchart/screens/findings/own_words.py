"""Free words beside a group of findings."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from acuchart.screens.parts.painted import follow_theme
from acuchart.words import _

_HEIGHT = 64


class OwnWords(QPlainTextEdit):
    """Out of sight until there are words, or somebody wants to write some."""

    def __init__(self, label: str, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setPlaceholderText(_("Own words"))
        self.setTabChangesFocus(True)
        self._look = follow_theme(self._restyle)
        self._restyle()
        self.hide()

    def open(self) -> None:
        """Come into sight, ready to be typed in."""
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_words(self, words: str) -> None:
        """Show words without telling anybody; a person who types here is left alone."""
        if self.toPlainText() != words and not self.hasFocus():
            self.blockSignals(True)
            self.setPlainText(words)
            self.blockSignals(False)
        if words:
            self.show()

    def _restyle(self) -> None:
        self.setFixedHeight(self._look.theme.scaled(_HEIGHT))
