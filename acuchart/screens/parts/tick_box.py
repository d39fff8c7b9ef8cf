"""A box to tick, with words beside it."""

from PySide6.QtCore import QPoint, QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from acuchart.screens.parts.painted import begin, draw_panel, draw_text, follow_theme, text_width
from acuchart.screens.shell.icons import paint_icon

_BOX = 22
_GAP = 10


class TickBox(QCheckBox):
    """Words with a box that is ticked or not. Listen to `toggled`."""

    def __init__(
        self,
        text: str,
        *,
        on: bool = False,
        role: str = "body",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setObjectName(name)
        self.setAccessibleName(text)
        self.setChecked(on)
        self._role = role
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._look = follow_theme(self.updateGeometry)

    def sizeHint(self) -> QSize:
        words = text_width(self._look.theme.font(self._role), self.text())
        return QSize(round(_BOX + _GAP + words + 2), self._look.theme.size("buttonSmall"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, on = self._look.theme, begin(self), self.isChecked()
        box = QRectF(0, (self.height() - _BOX) / 2, _BOX, _BOX)
        border = "line" if not self.isEnabled() else "jade" if on else "control"
        fill = theme.colour("jade" if on else "surface")
        draw_panel(painter, box, fill, theme.colour(border), theme.radius("tag"), 1.5)
        if on:
            paint_icon(painter, "check", box.adjusted(3, 3, -3, -3), theme.colour("onJade"))
        rect = QRectF(_BOX + _GAP, 0, self.width() - _BOX - _GAP, self.height())
        ink = theme.colour("ink" if self.isEnabled() else "inkDisabled")
        draw_text(painter, rect, self.text(), theme.font(self._role), ink)
        painter.end()
