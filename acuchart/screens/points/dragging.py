"""Carrying a row of the table to another place: it follows the pointer, and the others make room for it."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from acuchart.screens.parts.painted import Painted, begin, draw_panel
from acuchart.screens.points.point_row import PointRow

LEAST = 8
"""Below so many px it is a tap and no drag."""
_NEAR_EDGE = 40
"""So near to the edge of what is in sight the list scrolls on."""


class DropPlace(Painted):
    """The gap the row would go into."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = begin(self), self.theme
        rect = QRectF(self.rect()).adjusted(4, 2, -4, -2)
        rim = theme.colour("jade")
        draw_panel(painter, rect, theme.colour("jadeTint"), rim, theme.radius("seg"), 2, dashed=True)
        painter.end()


class RowDrag:
    """One row at a time, from the first pull until it is let go or put back."""

    def __init__(self, area: QScrollArea, content: QWidget) -> None:
        self._area = area
        self._content = content
        self._gap = DropPlace(content)
        self._gap.hide()
        self._row: PointRow | None = None
        self._homes: dict[PointRow, int] = {}
        self._place = self._scrolled = 0

    def carry(self, row: PointRow, offset: float, others: Sequence[PointRow]) -> None:
        """The pointer is so far below where it took hold of the row; `others` are the rest, from the top."""
        if self._row is None:
            if abs(offset) < LEAST:
                return
            self._row, self._scrolled = row, self._bar
            self._homes = {each: each.y() for each in (row, *others)}
            row.set_lifted(True)
        top = self._homes[row] + round(offset) + self._bar - self._scrolled
        middle = top + row.height() / 2
        self._place = sum(self._homes[other] + other.height() / 2 < middle for other in others)
        self._make_room(row, others)
        row.move(row.x(), max(0, min(self._content.height() - row.height(), top)))
        self._area.ensureVisible(0, row.y() + row.height() // 2, 0, _NEAR_EDGE)

    def let_go(self) -> int | None:
        """The place the row was carried to; None where it was not carried."""
        if self._row is None:
            return None
        self.put_back()
        return self._place

    def put_back(self) -> None:
        """Nothing was carried."""
        if self._row is None:
            return
        self._row.set_lifted(False)
        self._row = None
        self._gap.hide()
        for row, home in self._homes.items():
            row.move(row.x(), home)
        self._homes = {}

    @property
    def _bar(self) -> int:
        return self._area.verticalScrollBar().value()

    def _make_room(self, row: PointRow, others: Sequence[PointRow]) -> None:
        """The others close up where the row was taken from, and open where it would go."""
        y = min(self._homes.values())
        for place, other in enumerate(others):
            if place == self._place:
                y = self._open(row, y)
            other.move(other.x(), y)
            y += other.height()
        if self._place == len(others):
            self._open(row, y)
        row.raise_()

    def _open(self, row: PointRow, y: int) -> int:
        self._gap.setGeometry(row.x(), y, row.width(), row.height())
        self._gap.show()
        return y + row.height()
