"""A field to search in."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from acuchart.screens.parts.key_caps import caps_width, draw_caps
from acuchart.screens.parts.painted import begin, follow_theme
from acuchart.screens.shell.icons import paint_icon

_ICON = 18
_LEFT = 30
PAUSE_MS = 80


class SearchField(QLineEdit):
    """A line with a glass at the left and, while it is empty, key caps at the right.

    Signals:
        searched: what was typed, after a short pause, without the spaces around it.
    """

    searched = Signal(str)

    def __init__(
        self,
        placeholder: str,
        *,
        keys: Sequence[str] = (),
        large: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setProperty("large", large)
        self._keys = tuple(keys)
        self._look = follow_theme(self._restyle)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._say)
        self.textEdited.connect(self._pause.start)
        self._restyle()

    def _say(self) -> None:
        self.searched.emit(self.text().strip())

    def _restyle(self) -> None:
        self.setTextMargins(_LEFT, 0, round(caps_width(self._look.theme, self._keys)) + 4, 0)
        self.update()

    def event(self, event: QEvent) -> bool:
        """In an empty field there is no word to walk over: Ctrl and an arrow walk through the visit."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and not self.text():
            walks = event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right)
            if walks and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                event.ignore()
                return False
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme, painter = self._look.theme, begin(self)
        paint_icon(painter, "search", QRectF(13, 0, _ICON, self.height()), theme.colour("ink2"))
        if not self.text():
            x = self.width() - caps_width(theme, self._keys) - 12
            draw_caps(painter, theme, self._keys, x, self.height() / 2)
        painter.end()
