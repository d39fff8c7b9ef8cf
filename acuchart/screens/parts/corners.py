"""Round corners of windows of their own: lists, menus and panels beside a control."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QBitmap, QGuiApplication, QPainter, QRegion
from PySide6.QtWidgets import QWidget

from acuchart.screens.shell.theme import ThemeHolder


def see_through() -> bool:
    """Whether the desktop shows what lies behind the corners; X may have nothing that composes windows."""
    return QGuiApplication.platformName() != "xcb"


def cut_corners(window: QWidget, radius: str = "cardSmall") -> None:
    """Cuts the corners off a window of this size, where they would be filled with black or white."""
    if not see_through():
        window.setMask(rounded(window, ThemeHolder.of_app().theme.radius(radius)))


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
