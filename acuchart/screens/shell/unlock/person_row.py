"""A person on the lock screen."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from acuchart.screens.parts.avatar import TONES, AvatarTone, initials
from acuchart.screens.parts.painted import begin, draw_dot, draw_panel, draw_text, follow_theme
from acuchart.screens.parts.painted_button import PaintedButton
from acuchart.screens.shell.icons import paint_icon

_HEIGHT = 72
_AVATAR = 48
_LEFT = 14


class PersonRow(PaintedButton):
    """Name and role; the chosen one has a tick."""

    def __init__(
        self, name: str, role: str, tone: AvatarTone, number: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(name, name=f"unlock.person.{number}", parent=parent)
        self.setAccessibleName(f"{name}, {role}")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._role, self._tone = role, tone
        self._look = follow_theme(self.updateGeometry)

    def sizeHint(self) -> QSize:
        theme = self._look.theme
        lines = theme.line("bodyStrong") + theme.line("small")
        return QSize(320, max(_HEIGHT, lines + 20))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, chosen = self._look.theme, begin(self), self.isChecked()
        fill = "jadeTint" if chosen else "hover" if self.underMouse() else "surface"
        border = theme.colour("jade" if chosen else "line")
        width = 2 if chosen else 1
        draw_panel(painter, QRectF(self.rect()), theme.colour(fill), border, theme.radius("card"), width)
        back, ink = TONES[self._tone]
        centre = QPointF(_LEFT + _AVATAR / 2, self.height() / 2)
        draw_dot(painter, centre, _AVATAR / 2, theme.colour(back), QPen(Qt.PenStyle.NoPen))
        disc = QRectF(_LEFT, 0, _AVATAR, self.height())
        middle = Qt.AlignmentFlag.AlignHCenter
        font = theme.sized_font("bodyStrong", 18)
        draw_text(painter, disc, initials(self.text()), font, theme.colour(ink), middle)
        left, right = _LEFT + _AVATAR + 14, 56
        upper, lower = theme.line("bodyStrong"), theme.line("small")
        top = (self.height() - upper - lower) / 2
        space = self.width() - left - right
        name_font = theme.sized_font("bodyStrong", 16 * theme.scale)
        draw_text(painter, QRectF(left, top, space, upper), self.text(), name_font, theme.colour("ink"))
        below = QRectF(left, top + upper, space, lower)
        draw_text(painter, below, self._role, theme.font("small"), theme.colour("ink2"))
        if chosen:
            tick = QRectF(self.width() - 44, 0, 20, self.height())
            paint_icon(painter, "check", tick, theme.colour("jadeText"))
        painter.end()
