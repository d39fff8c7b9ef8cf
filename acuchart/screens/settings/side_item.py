"""A part of the settings in the list at the side."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent

from acuchart.screens.parts.painted import begin, draw_panel, draw_text, follow_theme
from acuchart.screens.parts.painted_button import PaintedButton
from acuchart.screens.shell.icons import paint_icon

_SIDE = 224


class SideItem(PaintedButton):
    """An icon and words; the part on show is filled."""

    def __init__(self, words: str, icon: str, name: str) -> None:
        super().__init__(words, name=name)
        self.setAccessibleName(words)
        self.setCheckable(True)
        self._icon = icon
        self._look = follow_theme(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(self._look.theme.scaled(_SIDE), self._look.theme.size("row"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, here = self._look.theme, begin(self), self.isChecked()
        fill = "jadeTint2" if here else "hover" if self.underMouse() else ""
        if fill:
            draw_panel(painter, QRectF(self.rect()), theme.colour(fill), None, theme.radius("control"))
        ink = theme.colour("jadeText" if here else "ink2")
        paint_icon(painter, self._icon, QRectF(12, 0, 20, self.height()), ink)
        rect = QRectF(44, 0, self.width() - 56, self.height())
        draw_text(painter, rect, self.text(), theme.font("bodyStrong" if here else "body"), ink)
        painter.end()
