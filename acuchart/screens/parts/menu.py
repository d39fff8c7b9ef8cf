"""A menu in the look of the theme."""

from PySide6.QtWidgets import QMenu, QWidget

from acuchart.screens.parts.corners import cut_corners


class Menu(QMenu):
    """Entries below what was tapped."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        cut_corners(self)
