"""The ring of a room, with a numeral that fills it at every size."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from acuchart.screens.parts.digit_time import digits_width, draw_digits
from acuchart.screens.parts.painted import begin, draw_text
from acuchart.screens.parts.timer_face import Mood, TimerFace
from acuchart.screens.parts.timer_ring import TimerRing

_SHARE = 0.305
"""Height of the numeral as a share of the diameter: 100 in a ring of 328."""
_LEAST = 90
_CLEAR = 0.80
"""The widest a numeral may be, as a share of the diameter."""


class RingPlace(QWidget):
    """Keeps a ring as large as there is room for, up to its size, and in the middle."""

    def __init__(self, ring: "RoomRing") -> None:
        super().__init__()
        self._ring = ring
        self._most = ring.diameter
        ring.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(self._most, self._most)

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, _LEAST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = max(_LEAST, min(self._most, self.width(), self.height()))
        self._ring.set_diameter(side)
        self._ring.setGeometry((self.width() - side) // 2, (self.height() - side) // 2, side, side)


class RoomRing(TimerRing):
    """A ring whose numeral and caption grow with it, so that a lone room is read from farther off."""

    def __init__(self, diameter: int, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(diameter, numeral=False, name=name, parent=parent)
        self._words = ""

    @property
    def diameter(self) -> int:
        """Its size in px."""
        return self._diameter

    def show_time(self, face: TimerFace, caption: str, spoken: str) -> None:
        """Shows a time; paints again only when something changed."""
        if (face, caption) != (self.face, self._words):
            self._words = caption
            self.show_face(face, caption)
            self.setAccessibleName(spoken)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme, painter, face = self._look.theme, begin(self), self.face
        alarm = face.mood is Mood.ALARM
        size = self._diameter * _SHARE
        wide = digits_width(theme, face.digits, size)
        size *= min(1.0, self._diameter * _CLEAR / max(1.0, wide))
        rect = QRectF(0, 0, self._diameter, self._diameter)
        ink = theme.colour("onAlarm" if alarm else "ink3" if face.mood is Mood.PAUSED else "ink")
        font = theme.sized_font("timerHero", size)
        draw_digits(painter, theme, rect.translated(0, -size * 0.06), face.digits, font, ink)
        small = theme.sized_font("body", (17 if self._diameter >= 240 else 13) * theme.scale)
        line = QRectF(0, rect.center().y() + size * 0.45, self._diameter, theme.line("body"))
        second = theme.colour("onAlarm" if alarm else "ink2")
        if self._diameter >= 150:
            draw_text(painter, line, self._words, small, second, Qt.AlignmentFlag.AlignHCenter)
        painter.end()
