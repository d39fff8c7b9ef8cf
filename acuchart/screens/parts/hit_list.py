"""What a search found, in a list below the field it was typed into; the field keeps the keyboard."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from acuchart.screens.parts.card import Card, Tint
from acuchart.screens.parts.painted import Painted

_EDGE = 8


class HitRow(Painted):
    """One hit, which paints itself; `chosen` is the one Enter would take.

    Signals:
        tapped: by the mouse.
    """

    tapped = Signal()

    def __init__(self, width: int, height: int, *, name: str) -> None:
        super().__init__(name=name)
        self._width = width
        self.chosen = False
        self.setFixedHeight(self.theme.scaled(height))

    def choose(self, chosen: bool) -> None:
        self.chosen = chosen
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.tapped.emit()

    def sizeHint(self) -> QSize:
        return QSize(self._width, self.height())


class HitList(Card):
    """The rows, at most `shown` of them in sight at once. What else it says goes into its `body`.

    Signals:
        tapped: the number of a row, from 0.
    """

    tapped = Signal(int)

    def __init__(self, rows: Sequence[HitRow], shown: int, *, name: str, parent: QWidget) -> None:
        super().__init__(tint=Tint.RAISED, padding=(_EDGE, _EDGE), name=name, parent=parent)
        self.rows = tuple(rows)
        self.at = -1
        self._area = QScrollArea()
        column = self._column()
        self._area.setWidget(column)
        column.setAutoFillBackground(False)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setFixedHeight(sum(row.height() for row in self.rows[:shown]))
        self.body.addWidget(self._area)

    def _column(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for number, row in enumerate(self.rows):
            row.tapped.connect(lambda number=number: self.tapped.emit(number))
            column.addWidget(row)
        return holder

    def choose(self, at: int) -> None:
        """Choose a row, the nearest where there is none of this number; -1 chooses none."""
        self.at = max(-1, min(len(self.rows) - 1, at))
        for number, row in enumerate(self.rows):
            row.choose(number == self.at)
        if self.at >= 0:
            self._area.ensureWidgetVisible(self.rows[self.at], 0, 0)

    def open_below(self, field: QWidget, width: int) -> None:
        """Show the list under its field, within the window."""
        window = field.window()
        self.setFixedWidth(width)
        self.adjustSize()
        corner = field.mapTo(window, QPoint(0, field.height() + 6))
        corner.setX(min(corner.x(), max(0, window.width() - self.width() - _EDGE)))
        self.move(corner)
        self.show()
        self.raise_()

    def close_for_good(self) -> None:
        """Take the list away."""
        self.hide()
        self.deleteLater()
