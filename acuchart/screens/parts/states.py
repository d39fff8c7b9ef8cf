"""What a panel shows while it has nothing to show, or something went wrong."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from acuchart.screens.parts.painted import Painted, begin, draw_dot, draw_panel
from acuchart.screens.parts.text import Text
from acuchart.screens.shell.icons import paint_icon

_CIRCLE = 52
_ICON = 26
_TEXT_WIDTH = 340


class _Emblem(Painted):
    def __init__(self, icon: str, ink: str) -> None:
        super().__init__()
        self._icon, self._ink = icon, ink
        self.setFixedSize(_CIRCLE, _CIRCLE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, middle = begin(self), _CIRCLE / 2
        no_rim = QPen(Qt.PenStyle.NoPen)
        draw_dot(painter, QPointF(middle, middle), middle, self.theme.colour("sunken"), no_rim)
        inset = (_CIRCLE - _ICON) / 2
        rect = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        paint_icon(painter, self._icon, rect, self.theme.colour(self._ink))
        painter.end()


class StatePanel(QWidget):
    """Icon in a circle, a title, one sentence and at most two buttons, in the middle of its place."""

    def __init__(
        self,
        icon: str,
        title: str,
        sentence: str = "",
        buttons: Sequence[QPushButton] = (),
        *,
        ink: str = "ink3",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.title = Text(title, "h3", wrap=True)
        self.sentence = Text(sentence, "body", "ink2", wrap=True)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(1)
        column.addWidget(_Emblem(icon, ink), 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (self.title, self.sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setMaximumWidth(_TEXT_WIDTH)
            column.addLayout(_centred(label))
        self.sentence.setVisible(bool(sentence))
        if buttons:
            column.addLayout(_row(buttons))
        column.addStretch(1)


def _centred(label: QWidget) -> QHBoxLayout:
    """Keep a wrapping label in the middle; an alignment in the layout would fix its height too early."""
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(label, 1000)
    row.addStretch(1)
    return row


def _row(buttons: Sequence[QPushButton]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 6, 0, 0)
    row.addStretch(1)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row


class EmptyState(StatePanel):
    """Says how to begin."""


class ErrorState(StatePanel):
    """Says what is safe, then what to do."""

    def __init__(
        self,
        icon: str,
        title: str,
        sentence: str = "",
        buttons: Sequence[QPushButton] = (),
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(icon, title, sentence, buttons, ink="cinnabarText", name=name, parent=parent)


class Skeleton(Painted):
    """Still bars in place of rows. They appear only when loading lasts longer than 300 ms."""

    def __init__(self, rows: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._shown = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._delay = QTimer(self, singleShot=True, interval=self.theme.motion("skeletonDelay"))
        self._delay.timeout.connect(self._appear)

    def start(self) -> None:
        """Loading begins: nothing yet, then bars."""
        self._shown = False
        self._delay.start()
        self.update()

    def stop(self) -> None:
        """Loading has ended."""
        self._shown = False
        self._delay.stop()
        self.update()

    @property
    def bars_shown(self) -> bool:
        return self._shown

    def _appear(self) -> None:
        self._shown = True
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, self._rows * self.theme.size("row"))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._shown:
            return
        painter, fill = begin(self), self.theme.colour("sunken")
        widths = ((0.64, 0.44), (0.86, 0.66), (0.52, 0.32))
        for row in range(self._rows):
            top, free = row * self.theme.size("row"), self.width() - 44
            upper, lower = widths[row % len(widths)]
            draw_panel(painter, QRectF(0, top + 4, 32, 32), fill, None, 8)
            draw_panel(painter, QRectF(44, top + 3, free * upper, 14), fill, None, 7)
            draw_panel(painter, QRectF(44, top + 25, free * lower, 12), fill, None, 6)
        painter.end()
