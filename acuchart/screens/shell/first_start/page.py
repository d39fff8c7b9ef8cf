"""The ground of the wizard's pages."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from acuchart.screens.parts.field import ErrorLine
from acuchart.screens.parts.scroll import Scroll
from acuchart.screens.parts.segmented import Segmented
from acuchart.screens.parts.text import Paragraph, Text


class WizardPage(QWidget):
    """A title, a sentence, then what the page asks; it scrolls where the window is low."""

    def __init__(self, title: str, sentence: str, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.title = title
        inside = QWidget()
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(4, 0, 16, 8)
        self.body.setSpacing(14)
        self.body.addWidget(Text(title, "title", wrap=True))
        self.body.addWidget(Paragraph(sentence, "body", "ink2"))
        self._error = ErrorLine()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Scroll(inside), 1)
        column.addWidget(self._error)

    @property
    def error(self) -> str:
        """What is wrong on the page."""
        return self._error.words.text()

    @property
    def first_field(self) -> QLineEdit | None:
        """Where typing begins, None where nothing is typed."""
        return next((field for field in self.findChildren(QLineEdit) if field.isEnabled()), None)

    def show_error(self, sentence: str) -> None:
        """Say what is wrong; an empty sentence takes it away."""
        self._error.say(sentence)

    def row(self, *widgets: QWidget) -> None:
        """Put widgets side by side."""
        row = QHBoxLayout()
        row.setSpacing(16)
        for widget in widgets:
            row.addWidget(widget, 1)
        self.body.addLayout(row)

    def choices(self, pairs: Sequence[tuple[str, Segmented]]) -> None:
        """Put labelled choices below one another."""
        for words, choice in pairs:
            row = QHBoxLayout()
            label = Text(words, "body", "ink2")
            label.setMinimumWidth(160)
            row.addWidget(label)
            row.addWidget(choice, 0, Qt.AlignmentFlag.AlignLeft)
            row.addStretch(1)
            self.body.addLayout(row)
