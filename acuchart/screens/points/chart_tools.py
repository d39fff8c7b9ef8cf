"""The tools of the enlarged picture, in its corner: larger, smaller, and the other side of the body."""

from PySide6.QtCore import QRect, QRectF, Signal
from PySide6.QtGui import QMoveEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout

from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.screens.parts.painted import Painted, begin, draw_panel
from acuchart.words import _

MARGIN = 6
"""Px between the tools and the edges of the picture they lie on."""
_STEP = 1.5
_VEIL = 0.92
"""How much of the drawing the panel below the tools hides."""


class ChartTools(Painted):
    """A column of quiet buttons that lies on the picture, so that the body keeps the height of a row.

    Signals:
        zoomed: by which factor to enlarge.
        turned: the other side is to be seen.
        placed: where the tools now lie, a QRect in their parent.
    """

    zoomed = Signal(float)
    turned = Signal()
    placed = Signal(QRect)

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 2, 2, 2)
        column.setSpacing(0)
        self.turn = _tool("flip-vertical-2", name="points.view_side")
        self.turn.clicked.connect(self.turned)
        column.addWidget(self.turn)
        for icon, hint, name, factor in (
            ("zoom-in", _("Enlarge"), "points.zoom_in", _STEP),
            ("zoom-out", _("Make smaller"), "points.zoom_out", 1 / _STEP),
        ):
            button = _tool(icon, name=name)
            _say(button, hint)
            button.clicked.connect(lambda _on=False, factor=factor: self.zoomed.emit(factor))
            column.addWidget(button)

    def show_side(self, *, sided: bool, left: bool) -> None:
        """Whether the picture shows both sides; if not, which of them is seen now."""
        self.turn.setVisible(not sided)
        _say(self.turn, _("Show the right side") if left else _("Show the left side"))

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self.placed.emit(self.geometry())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.placed.emit(self.geometry())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, fill = begin(self), self.theme.colour("surface")
        fill.setAlphaF(_VEIL)
        draw_panel(
            painter, QRectF(self.rect()), fill, self.theme.colour("line"), self.theme.radius("control")
        )
        painter.end()


def _tool(icon: str, *, name: str) -> Button:
    return Button(icon=icon, variant=Variant.GHOST, size=Size.SMALL, name=name)


def _say(button: Button, hint: str) -> None:
    button.setAccessibleName(hint)
    button.setToolTip(hint)
