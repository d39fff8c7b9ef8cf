"""Round corners of windows of their own: lists, menus and panels beside a control."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QBitmap, QGuiApplication, QPainter, QRegion
from PySide6.QtWidgets import QWidget

from acuchart.screens.shell.theme import ThemeHolder


def see_through() -> bool:
    """Whether the desktop shows what lies behind the corners; X may have nothing that composes windows."""
    return QGuiApplication.platformName() != "xcb"


class _Cut(QObject):
    """Cuts the corners off a window whenever it takes another size.

    It keeps nothing in Python, as Qt tells it of windows Python has let go of. Its name is the radius.
    """

    def __init__(self, window: QWidget, radius: str) -> None:
        super().__init__(window)
        self.setObjectName(radius)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QWidget) and event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            watched.setMask(rounded(watched, ThemeHolder.of_app().theme.radius(self.objectName())))
        return super().eventFilter(watched, event)


def rounded(window: QWidget, radius: float) -> QRegion:
    """The place of a window without its corners."""
    place = QBitmap(window.size())
    place.fill(Qt.GlobalColor.color0)
    painter = QPainter(place)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.GlobalColor.color1)
    painter.drawRoundedRect(window.rect(), radius, radius)
    painter.end()
    return QRegion(place)


def cut_corners(window: QWidget, radius: str = "cardSmall") -> None:
    """Keeps the corners of a window round where they would be filled with black or white."""
    if not see_through():
        _Cut(window, radius)
