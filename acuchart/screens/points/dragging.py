"""Carrying a row of the table to another place: it follows the pointer, a line shows where it would go."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from acuchart.screens.parts.painted import Painted, begin, draw_panel
from acuchart.screens.points.point_row import PointRow

LEAST = 8
"""Below so many px it is a tap and no drag."""
_LINE = 4
_NEAR_EDGE = 40
"""So near to the edge of what is in sight the list scrolls on."""


class DropLine(Painted):
    """Where the row would go."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._across = parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_at(self, y: int) -> None:
        """Lie across the list with the middle at a height, whole also at its ends."""
        top = max(0, min(self._across.height() - _LINE, y - _LINE // 2))
        self.setGeometry(8, top, self._across.width() - 16, _LINE)
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        draw_panel(painter, QRectF(self.rect()), self.theme.colour("jade"), radius=_LINE / 2)
        painter.end()


class RowDrag:
    """One row at a time, from the first pull until it is let go or put back."""

    def __init__(self, area: QScrollArea, content: QWidget) -> None:
        self._area = area
        self._content = content
        self._line = DropLine(content)
        self._row: PointRow | None = None
        self._home = self._scrolled = self._top = 0

    def carry(self, row: PointRow, offset: float, others: Sequence[PointRow]) -> None:
        """The pointer is so far below where it took hold of the row; `others` are the rest, from the top."""
        if self._row is None:
            if abs(offset) < LEAST:
                return
            self._row, self._home, self._scrolled = row, row.y(), self._bar
            row.set_lifted(True)
        row.raise_()
        self._top = self._home + round(offset) + self._bar - self._scrolled
        row.move(row.x(), max(0, min(self._content.height() - row.height(), self._top)))
        self._area.ensureVisible(0, row.y() + row.height() // 2, 0, _NEAR_EDGE)
        self._show_line(self._place(row, others), others)

    def let_go(self, others: Sequence[PointRow]) -> int | None:
        """The place the row was carried to; None where it was not carried."""
        if self._row is None:
            return None
        place = self._place(self._row, others)
        self.put_back()
        return place

    def put_back(self) -> None:
        """Nothing was carried."""
        row, self._row = self._row, None
        self._line.hide()
        if row is not None:
            row.set_lifted(False)
            row.move(row.x(), self._home)

    @property
    def _bar(self) -> int:
        return self._area.verticalScrollBar().value()

    def _place(self, row: PointRow, others: Sequence[PointRow]) -> int:
        """How many of the others have their middle above that of the row, which may be pulled past the ends."""
        middle = self._top + row.height() / 2
        return sum(other.y() + other.height() / 2 < middle for other in others)

    def _show_line(self, place: int, others: Sequence[PointRow]) -> None:
        """Between the two rows it would lie between; none where it comes from."""
        at_home = place == sum(other.y() < self._home for other in others)
        if at_home or not others:
            self._line.hide()
            return
        y = others[place].y() if place < len(others) else others[-1].y() + others[-1].height()
        self._line.show_at(y)
