"""Weight for and against a pattern, on either side of a line."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from acuchart.screens.parts.painted import Picture, begin, draw_panel
from acuchart.words import _

_BAR = 10


class EvidenceBar(Picture):
    """Against goes left of the line in ochre, for goes right in jade. All bars of a list share one `most`."""

    def __init__(self, *, width: int = 120, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent, name)
        self._width = width
        self._for = self._against = 0.0
        self._most = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_weights(self, weight_for: float, against: float, not_asked: int, most: float) -> None:
        """Show the weights; `most` is the largest weight of either kind in the list."""
        self._for, self._against, self._most = weight_for, against, max(most, 1e-6)
        words = _("{a} for, {b} against, {n} not asked")
        self.setAccessibleName(words.format(a=f"{weight_for:g}", b=f"{against:g}", n=not_asked))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._width, 20)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self.theme, begin(self)
        line, top = round(self.width() * 0.36), (self.height() - _BAR) / 2
        against = (line - 2) * min(1.0, self._against / self._most)
        supports = (self.width() - line - 3) * min(1.0, self._for / self._most)
        left, right = QRectF(line - 1 - against, top, against, _BAR), QRectF(line + 2, top, supports, _BAR)
        draw_panel(painter, left, theme.colour("ochre"), None, theme.radius("key"))
        draw_panel(painter, right, theme.colour("jade"), None, theme.radius("key"))
        painter.fillRect(QRectF(line, top - 4, 1.5, _BAR + 8), theme.colour("control"))
        painter.end()
