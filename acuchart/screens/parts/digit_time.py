"""Running times, drawn figure by figure in equal cells so that a clock never shivers."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from acuchart.screens.parts.painted import Painted, begin
from acuchart.screens.shell.theme import Theme

_SPACE, _LETTER = 0.2, 0.8
"""Cells of what stands behind a time of twelve hours, as shares of the size."""


def _cell(theme: Theme, sign: str, size: float) -> float:
    if sign.isspace() or sign.isalpha():
        return (_SPACE if sign.isspace() else _LETTER) * size
    return theme.timer_cell({":": "colon", "+": "plus"}.get(sign, "digit")) * size


def digits_width(theme: Theme, digits: str, size: float) -> float:
    """Return the width of a running time in px."""
    return sum(_cell(theme, sign, size) for sign in digits)


def draw_digits(
    painter: QPainter,
    theme: Theme,
    rect: QRectF,
    digits: str,
    font: QFont,
    colour: QColor,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignHCenter,
) -> None:
    """Draw a running time, its figures' height in the middle of `rect`."""
    size = float(font.pixelSize())
    free = rect.width() - digits_width(theme, digits, size)
    share = {Qt.AlignmentFlag.AlignLeft: 0.0, Qt.AlignmentFlag.AlignRight: 1.0}.get(align, 0.5)
    x, metrics = rect.left() + free * share, QFontMetricsF(font)
    baseline = rect.center().y() + metrics.capHeight() / 2
    plain = QFont(font)
    plain.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0)
    painter.setFont(plain)
    painter.setPen(colour)
    for sign in digits:
        width = _cell(theme, sign, size)
        advance = QFontMetricsF(plain).horizontalAdvance(sign)
        lift = size * 0.05 if sign == ":" else 0.0
        painter.drawText(QPointF(x + (width - advance) / 2, baseline - lift), sign)
        x += width


class DigitTime(Painted):
    """A running time in a role such as "timerLarge" or "clock", perhaps of another size in px."""

    def __init__(
        self,
        digits: str = "",
        role: str = "timerLarge",
        ink: str = "ink",
        *,
        px: int = 0,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, name)
        self._digits, self._role, self._ink, self._px = digits, role, ink, px
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(digits)

    @property
    def digits(self) -> str:
        return self._digits

    def show_digits(self, digits: str, ink: str = "ink") -> None:
        """Show a time; paints again only when something changed."""
        if (digits, ink) == (self._digits, self._ink):
            return
        resized = len(digits) != len(self._digits)
        self._digits, self._ink = digits, ink
        self.setAccessibleName(digits)
        if resized:
            self.updateGeometry()
        self.update()

    def set_role(self, role: str) -> None:
        """Take another size of the type scale."""
        if role != self._role:
            self._role = role
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        size = self._font().pixelSize()
        return QSize(round(digits_width(self.theme, self._digits, size)), round(size * 1.1))

    def _font(self) -> QFont:
        return self.theme.sized_font(self._role, self._px) if self._px else self.theme.font(self._role)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = begin(self), self.theme
        font, left = self._font(), Qt.AlignmentFlag.AlignLeft
        draw_digits(painter, theme, QRectF(self.rect()), self._digits, font, theme.colour(self._ink), left)
        painter.end()
