"""A short word about what was just done, with Undo where it can be taken back. Never about safety."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from acuchart.screens.parts.painted import Painted, begin, draw_panel
from acuchart.screens.shell.icons import paint_icon
from acuchart.words import _

_ICON = 18
_HEIGHT = 48
_LEAST_WIDTH = 320
_ABOVE_FOOTER = 48


class Toast(Painted):
    """Sits at the bottom centre of its parent and shows one message at a time for 6 s.

    Signals:
        gone: the message went away by itself or was undone.
    """

    gone = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "shell.toast")
        self._host = parent
        self._icon = "check"
        self._undo: Callable[[], object] | None = None
        self._words = QLabel()
        self._button = QPushButton(_("Undo"))
        self._button.setObjectName("shell.toast.undo")
        self._button.setFlat(True)
        self._button.setCursor(Qt.CursorShape.PointingHandCursor)
        self._button.clicked.connect(self._take_back)
        row = QHBoxLayout(self)
        row.setContentsMargins(16 + _ICON + 10, 0, 16, 0)
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        self._timer = QTimer(self, singleShot=True, interval=self.theme.motion("toast"))
        self._timer.timeout.connect(self._leave)
        parent.installEventFilter(self)
        self.restyle()
        self.hide()

    @property
    def text(self) -> str:
        return self._words.text() if self.isVisibleTo(self._host) else ""

    def say(self, text: str, undo: Callable[[], object] | None = None, icon: str = "check") -> None:
        """Show a message in place of the one before."""
        self._undo, self._icon = undo, icon
        self._words.setText(text)
        self._button.setVisible(undo is not None)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        self.update()

    def restyle(self) -> None:
        ink = self.theme.colour("paper")
        self._words.setFont(self.theme.font("button"))
        self._words.setStyleSheet(f"color: {ink.name()}; background: transparent;")
        self._button.setFont(self.theme.font("button"))
        self._button.setStyleSheet(_undo_style(ink))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        room = self._host.rect()
        width = min(max(_LEAST_WIDTH, self.sizeHint().width() + 24), room.width() - 48)
        bottom = self.theme.size("footer") + _ABOVE_FOOTER
        height = self.theme.scaled(_HEIGHT)
        self.setGeometry((room.width() - width) // 2, room.height() - bottom - height, width, height)

    def _take_back(self) -> None:
        undo, self._undo = self._undo, None
        self._leave()
        if undo is not None:
            undo()

    def _leave(self) -> None:
        self._timer.stop()
        self.hide()
        self.gone.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = begin(self), self.theme
        draw_panel(painter, QRectF(self.rect()), theme.colour("ink"), None, theme.radius("cardSmall"))
        paint_icon(painter, self._icon, QRectF(16, 0, _ICON, self.height()), theme.colour("paper"))
        painter.end()


def _undo_style(ink: QColor) -> str:
    return (
        f"QPushButton {{ color: {ink.name()}; background: transparent; border: none; padding: 0 6px;"
        " text-decoration: underline; min-height: 40px; }"
    )
