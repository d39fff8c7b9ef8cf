"""A scrolled column that shows the panel it lies on."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class Scroll(QScrollArea):
    """Scrolls `content` up and down, draws no frame and no ground of its own, and takes no focus."""

    def __init__(self, content: QWidget, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)
        # Qt turns the ground of a scrolled widget on, which would hide the panel behind it.
        content.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
