"""A round toggle for one of several answers."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from acuchart.screens.parts.painted import begin, draw_panel, draw_text, follow_theme, text_width
from acuchart.screens.parts.painted_button import PaintedButton
from acuchart.screens.shell.icons import paint_icon
from acuchart.screens.shell.theme import Theme

_PAD = 15
_ICON = 16
_GAP = 7


class Chip(PaintedButton):
    """Words that are on or off. Listen to `toggled` or `clicked`; set with `setChecked`."""

    def __init__(
        self,
        text: str,
        *,
        icon: str = "",
        on: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, name=name, parent=parent)
        self.setCheckable(True)
        self.setChecked(on)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        self.setProperty("ringRadius", 20)
        self._icon = icon
        self._look = follow_theme(self._restyle)

    @property
    def theme(self) -> Theme:
        return self._look.theme

    def set_icon(self, icon: str) -> None:
        self._icon = icon
        self._restyle()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def _font(self, on: bool) -> QFont:
        return self.theme.sized_font("button" if on else "body", 14 * self.theme.scale)

    def sizeHint(self) -> QSize:
        width = text_width(self._font(on=True), self.text()) + 2 * _PAD
        width += _ICON + _GAP if self._icon else 0
        return QSize(round(width), self.theme.size("chip"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _colours(self) -> tuple[str, str, str]:
        if not self.isEnabled():
            return "", "line", "inkDisabled"
        if self.isChecked():
            return "jadeTint2", "jade", "jadeText"
        return "hover" if self.underMouse() else "surface", "lineStrong", "ink"

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self.theme, begin(self)
        fill, border, ink = self._colours()
        surface = theme.colour(fill) if fill else None
        draw_panel(painter, QRectF(self.rect()), surface, theme.colour(border), self.height() / 2)
        left = float(_PAD)
        if self._icon:
            paint_icon(painter, self._icon, QRectF(left, 0, _ICON, self.height()), theme.colour(ink))
            left += _ICON + _GAP
        rect = QRectF(left, 0, self.width() - left - _PAD, self.height())
        align = Qt.AlignmentFlag.AlignLeft if self._icon else Qt.AlignmentFlag.AlignHCenter
        draw_text(painter, rect, self.text(), self._font(self.isChecked()), theme.colour(ink), align)
        painter.end()
