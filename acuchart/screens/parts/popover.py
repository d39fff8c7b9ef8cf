"""A small panel beside the control that opened it."""

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from acuchart.screens.parts.card import Card, Tint
from acuchart.screens.parts.corners import cut_corners, see_through


class Popover(QFrame):
    """A raised panel that closes on Esc or a tap outside. Fill `body`, then `show_under` a control."""

    def __init__(self, *, width: int = 0, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground, see_through())
        self.panel = Card(tint=Tint.RAISED, padding=(12, 14))
        if width:
            self.panel.setFixedWidth(width)
        self.body = self.panel.body
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panel)

    def fit(self) -> None:
        """Take the size that the content needs; what grows while it is open stays on the screen."""
        self.adjustSize()
        area = self.screen().availableGeometry()
        if self.isVisible() and self.geometry().bottom() > area.bottom():
            self.move(self.x(), max(area.top(), area.bottom() + 1 - self.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        cut_corners(self, "card")

    def event(self, event: QEvent) -> bool:
        """A sentence that comes while it is open gets the room it needs."""
        if event.type() is QEvent.Type.LayoutRequest and self.isVisible():
            self.fit()
        return super().event(event)

    def show_under(self, control: QWidget, gap: int = 6) -> None:
        """Open below a control, or above it where there is no room, inside the screen."""
        self.show_beside(control, QRect(QPoint(0, 0), control.size()), gap)

    def show_beside(self, control: QWidget, part: QRect, gap: int = 6) -> None:
        """Open below a part of a control, or above it where there is no room, inside the screen."""
        self.fit()
        below = control.mapToGlobal(QPoint(part.left(), part.bottom() + 1 + gap))
        area = control.screen().availableGeometry()
        x = max(area.left(), min(below.x(), area.right() - self.width()))
        y = below.y()
        if y + self.height() > area.bottom():
            y = max(area.top(), control.mapToGlobal(QPoint(0, part.top() - gap)).y() - self.height())
        self.move(x, y)
        self.show()


class FlowPopover(Popover):
    """A panel of given width whose rows break, as chips do: its height follows from the width."""

    def fit(self) -> None:
        """Take the height that the content needs at the width of the panel."""
        for widget in self.panel.findChildren(QWidget):
            widget.ensurePolished()
        layout = self.panel.layout()
        if layout is not None:
            layout.invalidate()
            breaks = layout.hasHeightForWidth()
            height = layout.totalHeightForWidth(self.panel.width()) if breaks else layout.sizeHint().height()
            self.panel.setFixedHeight(height)
        super().fit()
