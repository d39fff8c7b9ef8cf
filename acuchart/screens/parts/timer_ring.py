"""Rings that shrink while a timer runs."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from acuchart.screens.parts.digit_time import draw_digits
from acuchart.screens.parts.painted import begin, draw_dot, draw_text, follow_theme
from acuchart.screens.parts.timer_face import Mood, Stage, TimerFace
from acuchart.screens.shell.theme import Theme

_ARCS = {Mood.RUNNING: "jade", Mood.PAUSED: "control", Mood.DUE: "ochre", Mood.ALARM: "onAlarm"}
# From this diameter on a ring has its numeral inside, of this size; smaller rings have it beside them.
_NUMERALS = {460: 140, 328: 100, 200: 64}
_FULL = 16 * 360
_TOP = 16 * 90


def draw_ring(
    painter: QPainter,
    rect: QRectF,
    width: float,
    fraction: float,
    track: QColor | None,
    arc: QColor,
    dashed: bool = False,
) -> None:
    """Draw a ring inside `rect`: the share left, clockwise from the top, on its track."""
    inner = rect.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if track is not None:
        painter.setPen(QPen(track, width))
        painter.drawEllipse(inner)
    pen = QPen(arc, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    if dashed:
        # In widths of the line, so that it is told from a running ring at every size.
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([1.6, 1.0])
    painter.setPen(pen)
    if fraction >= 1:
        painter.drawEllipse(inner)
    elif fraction > 0:
        painter.drawArc(inner, _TOP, -round(_FULL * fraction))


class TimerRing(QProgressBar):
    """The ring of one timer, with stages as dots and, from 200 px on, the numeral inside.

    `caption` is the line under the numeral, such as "left of 20 min".
    """

    def __init__(
        self, diameter: int, *, numeral: bool = True, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._diameter = diameter
        self._numeral = numeral and diameter >= min(_NUMERALS)
        self._caption = ""
        self._face = TimerFace("", 0, 1)
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._look = follow_theme(self.update)

    @property
    def face(self) -> TimerFace:
        return self._face

    def show_face(self, face: TimerFace, caption: str = "") -> None:
        """Show a timer; paints again only when something changed."""
        if (face, caption) == (self._face, self._caption):
            return
        self._face, self._caption = face, caption
        self.setRange(0, max(1, face.total_seconds))
        self.setValue(max(0, min(face.seconds_left, self.maximum())))
        self.setAccessibleName(face.spoken)
        self.update()

    def set_diameter(self, diameter: int) -> None:
        self._diameter = diameter
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self._diameter, self._diameter)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _pen_width(self, theme: Theme) -> float:
        if self._diameter >= 200:
            return theme.ring_width("timer") * min(1.0, self._diameter / 328)
        return theme.ring_width("lock" if self._diameter >= 100 else "card")

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, width = self._look.theme, begin(self), self._pen_width(self._look.theme)
        rect = QRectF(0, 0, self._diameter, self._diameter)
        track = None if self._face.mood is Mood.ALARM else theme.colour("sunken")
        arc = theme.colour(_ARCS[self._face.mood])
        paused = self._face.mood is Mood.PAUSED
        draw_ring(painter, rect, width, self._face.fraction, track, arc, paused)
        for stage in self._face.stages:
            self._paint_stage(painter, theme, rect, width, stage)
        if self._numeral:
            self._paint_numeral(painter, theme, rect)
        painter.end()

    def _paint_stage(self, painter: QPainter, theme: Theme, rect: QRectF, width: float, stage: Stage) -> None:
        turn = QPointF(rect.center())
        painter.save()
        painter.translate(turn)
        painter.rotate(360 * stage.seconds_left / max(1, self._face.total_seconds))
        rim = QPen(theme.colour("surface"), 2.5)
        fill = theme.colour("jadeLine" if stage.done else "ochre")
        draw_dot(painter, QPointF(0, -(rect.height() - width) / 2), width * 0.62, fill, rim)
        painter.restore()

    def _paint_numeral(self, painter: QPainter, theme: Theme, rect: QRectF) -> None:
        alarm = self._face.mood is Mood.ALARM
        size = next(size for least, size in _NUMERALS.items() if self._diameter >= least)
        font = theme.sized_font("timerHero", size)
        ink = theme.colour("onAlarm" if alarm else "ink3" if self._face.mood is Mood.PAUSED else "ink")
        draw_digits(painter, theme, rect.translated(0, -size * 0.06), self._face.digits, font, ink)
        line = QRectF(rect.left(), rect.center().y() + size * 0.42, rect.width(), theme.line("body"))
        role = theme.sized_font("body", (17 if self._diameter >= 300 else 13) * theme.scale)
        second = theme.colour("onAlarm" if alarm else "ink2")
        draw_text(painter, line, self._caption, role, second, Qt.AlignmentFlag.AlignHCenter)
