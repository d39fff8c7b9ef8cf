"""A panel that says danger, caution or information, where it concerns."""

from enum import StrEnum

from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from acuchart.screens.parts.card import Card, Tint
from acuchart.screens.parts.painted import Painted, begin
from acuchart.screens.parts.text import Text
from acuchart.screens.shell.icons import paint_icon

_ICON = 18


class AlertKind(StrEnum):
    """What the alert means; a danger blocks the next step, a caution never does."""

    DANGER = "danger"
    CAUTION = "caution"
    INFO = "info"


_LOOKS = {
    AlertKind.DANGER: (Tint.DANGER, "octagon-alert", "cinnabarText"),
    AlertKind.CAUTION: (Tint.CAUTION, "triangle-alert", "ochreText"),
    AlertKind.INFO: (Tint.INFO, "info", "slateText"),
}


class IconMark(Painted):
    """One icon as a small widget, in an ink of the theme."""

    def __init__(
        self, icon: str, ink: str = "ink2", size: int = _ICON, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setFixedSize(size, max(size, self.theme.line("small")))
        self._size = size
        self.show_icon(icon, ink)

    def show_icon(self, icon: str, ink: str) -> None:
        self._icon, self._ink = icon, ink
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        paint_icon(painter, self._icon, QRectF(self.rect()), self.theme.colour(self._ink))
        painter.end()


class Alert(Card):
    """Icon, strong title, sentence, and perhaps buttons below or beside them."""

    def __init__(
        self,
        kind: AlertKind,
        title: str,
        sentence: str = "",
        *,
        icon: str = "",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        tint, usual_icon, ink = _LOOKS[kind]
        super().__init__(tint=tint, radius="control", padding=(9, 14), name=name, parent=parent)
        self.kind = kind
        self.title = Text(title, "bodyStrong", ink, wrap=True)
        self.sentence = Text(sentence, "small", "ink", wrap=True)
        row, words = QHBoxLayout(), QVBoxLayout()
        row.setSpacing(10)
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.sentence)
        if not sentence:
            self.sentence.hide()
        mark = IconMark(icon or usual_icon, ink)
        column = QVBoxLayout()
        column.addWidget(mark)
        column.addStretch(1)
        row.addLayout(column)
        row.addLayout(words, 1)
        self.body.addLayout(row)
        self._row = row
        self._buttons: QHBoxLayout | None = None

    def put_beside(self, button: QPushButton) -> None:
        """Put a button beside the words, where there is much width and little height."""
        self._row.addWidget(button)

    def add_button(self, button: QPushButton) -> None:
        """Put a button into the row below the words."""
        if self._buttons is None:
            self._buttons = QHBoxLayout()
            self._buttons.setSpacing(self.theme.space("s"))
            self._buttons.addStretch(1)
            self.body.addLayout(self._buttons)
        self._buttons.insertWidget(self._buttons.count() - 1, button)

    def say(self, title: str, sentence: str = "") -> None:
        """Show other words, and tell assistive technology at once."""
        self.title.setText(title)
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        self.setAccessibleName(f"{title} {sentence}".strip())
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
