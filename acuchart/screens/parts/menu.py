"""A menu in the look of the theme."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu

from acuchart.screens.parts.corners import cut_corners


class Menu(QMenu):
    """Entries below what was tapped."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        cut_corners(self)
