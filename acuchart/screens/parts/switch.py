"""On or off."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from acuchart.screens.parts.painted import begin, draw_dot, draw_panel, follow_theme


class Switch(QCheckBox):
    """A switch without words of its own; `label` is what assistive technology says. Listen to `toggled`."""

    def __init__(
        self, label: str, *, on: bool = False, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setChecked(on)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("ringRadius", 14)
        self._look = follow_theme(self.update)

    def sizeHint(self) -> QSize:
        width, _height = self._look.theme.pair("switch")
        return QSize(width, self._look.theme.size("buttonSmall"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._look.theme, begin(self)
        width, height = theme.pair("switch")
        track = QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)
        fill = "inkDisabled" if not self.isEnabled() else "jade" if self.isChecked() else "control"
        draw_panel(painter, track, theme.colour(fill), None, height / 2)
        knob_x = track.right() - height / 2 if self.isChecked() else track.left() + height / 2
        knob = theme.colour("onJade") if self.isChecked() else theme.colour("page")
        draw_dot(painter, QPointF(knob_x, track.center().y()), height / 2 - 3, knob, QPen(Qt.PenStyle.NoPen))
        painter.end()
