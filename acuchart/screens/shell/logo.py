"""AcuChart's own mark."""

from functools import cache

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QIcon, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from acuchart.resources import resource
from acuchart.screens.parts.painted import Painted, begin


@cache
def _drawing() -> QSvgRenderer:
    return QSvgRenderer(str(resource("icons", "acuchart.svg")))


class Logo(Painted):
    """The mark as a square of `side` px."""

    def __init__(self, side: int = 40, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        _drawing().render(painter, QRectF(0, 0, self._side, self._side))
        painter.end()


def window_icon() -> QIcon:
    """The mark for the task bar."""
    return QIcon(QPixmap(str(resource("icons", "acuchart.svg"))))
