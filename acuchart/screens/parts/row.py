"""Rows of a list: a line between them, and something to tap."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from acuchart.screens.parts.painted import Painted, begin, draw_panel


class Row(Painted):
    """Widgets side by side at least one row high, with a rule below unless it is the last.

    With `tappable` the whole row is one control. Signals:
        tapped: the row was tapped, or Enter or Space pressed on it; a drag of 8 px or more is no tap.
    """

    tapped = Signal()

    def __init__(
        self,
        widgets: Sequence[QWidget] = (),
        *,
        label: str = "",
        tappable: bool = False,
        last: bool = False,
        padding: int = 0,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, name)
        self.setAccessibleName(label)
        self.setMinimumHeight(self.theme.size("row"))
        self._tappable = tappable
        self._last = last
        self._selected = False
        self._pressed_at: tuple[float, float] | None = None
        if tappable:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.cells = QHBoxLayout(self)
        self.cells.setContentsMargins(padding, 4, padding, 4)
        self.cells.setSpacing(self.theme.space("sm"))
        for widget in widgets:
            self.cells.addWidget(widget)

    def set_selected(self, selected: bool) -> None:
        self._selected = selected
        self.update()

    def set_last(self, last: bool) -> None:
        self._last = last
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._tappable and event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = (event.position().x(), event.position().y())
        else:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at, self._pressed_at = self._pressed_at, None
        if at is None:
            super().mouseReleaseEvent(event)
            return
        moved = abs(event.position().x() - at[0]) + abs(event.position().y() - at[1])
        if moved < QApplication.startDragDistance() and self.rect().contains(event.position().toPoint()):
            self.tapped.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._tappable and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.tapped.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = begin(self), self.theme
        hovered = self._tappable and self.underMouse()
        fill = "jadeTint2" if self._selected else "hover" if hovered else ""
        if fill:
            draw_panel(painter, QRectF(self.rect()), theme.colour(fill), None, theme.radius("control"))
        if not self._last and not self._selected:
            painter.fillRect(0, self.height() - 1, self.width(), 1, theme.colour("line"))
        painter.end()


class RowList(QWidget):
    """Rows below one another. The last one has no rule."""

    def __init__(self, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._rows: list[Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    @property
    def rows(self) -> tuple[Row, ...]:
        return tuple(self._rows)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows in place of those before, which are deleted."""
        for old in self._rows:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._rows = list(rows)
        for row in self._rows:
            row.set_last(row is self._rows[-1])
            self._column.addWidget(row)
