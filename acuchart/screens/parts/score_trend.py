"""Scores over the visits of a course, on their whole scale."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from acuchart.screens.parts.painted import Picture, begin, draw_dot, draw_text
from acuchart.screens.parts.sparkline import draw_scores
from acuchart.words import _

_LEFT, _RIGHT, _TOP, _BOTTOM = 32.0, 64.0, 8.0, 26.0


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """One visit on the axis: its date in words, its score if there is one, and what is said about it."""

    label: str
    score: float | None = None
    detail: str = ""
    current: bool = False


@dataclass(frozen=True, slots=True)
class Trend:
    """A measure over a course.

    Attributes:
        name: Of the measure.
        low: Least possible score.
        high: Most possible score.
        points: Every visit of the course, also those to come.
        clear_change: The score from which on the change from the first score counts; None without one.
        more_is_better: On which side of that line the change counts.
        events: A change in treatment or medicine: the number of the visit and its words.
        ink: "jade" or "slate".
    """

    name: str
    low: float
    high: float
    points: tuple[TrendPoint, ...] = ()
    clear_change: float | None = None
    more_is_better: bool = False
    events: tuple[tuple[int, str], ...] = ()
    ink: str = "jade"


class ScoreTrend(Picture):
    """A chart whose scale is never cut. Left and Right go from visit to visit; hover or tap tells the score.

    Signals:
        point_chosen: the number of the visit.
    """

    point_chosen = Signal(int)

    def __init__(self, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent, name)
        self._trend = Trend("", 0, 10)
        self._chosen: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def chosen(self) -> int | None:
        return self._chosen

    def show_trend(self, trend: Trend) -> None:
        self._trend, self._chosen = trend, None
        said = "; ".join(f"{p.label}: {p.score:g}" for p in trend.points if p.score is not None)
        value = said or _("no scores yet")
        self.setAccessibleName(_("{label}: {value}").format(label=trend.name, value=value))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(600, 210)

    def minimumSizeHint(self) -> QSize:
        return QSize(260, 140)

    def _area(self) -> QRectF:
        return QRectF(self.rect()).adjusted(_LEFT, _TOP, -_RIGHT, -_BOTTOM)

    def _x(self, number: int) -> float:
        area, steps = self._area(), max(1, len(self._trend.points) - 1)
        return area.left() + area.width() * number / steps

    def _y(self, score: float) -> float:
        area, trend = self._area(), self._trend
        return area.bottom() - area.height() * (score - trend.low) / (trend.high - trend.low)

    def choose(self, number: int) -> None:
        """Choose a visit and tell its score in a tool tip."""
        point = self._trend.points[number]
        if number != self._chosen:
            self._chosen = number
            self.point_chosen.emit(number)
            self.update()
        score = _("no score") if point.score is None else f"{point.score:g}"
        lines = [f"{point.label}: {score}", point.detail]
        place = QPoint(round(self._x(number)), round(self._y(point.score or self._trend.low)))
        QToolTip.showText(self.mapToGlobal(place), "\n".join(line for line in lines if line), self)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._choose_near(event.position().x())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._choose_near(event.position().x())

    def _choose_near(self, x: float) -> None:
        near = [(abs(self._x(n) - x), n) for n, p in enumerate(self._trend.points) if p.score is not None]
        if near and min(near)[0] <= 22:
            self.choose(min(near)[1])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if not step or not self._trend.points:
            event.ignore()
            return
        last = len(self._trend.points) - 1
        start = (last + 1 if step < 0 else -1) if self._chosen is None else self._chosen
        self.choose(max(0, min(last, start + step)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        self._paint_clear_change(painter)
        self._paint_axes(painter)
        self._paint_events(painter)
        theme = self.theme
        places = [
            None if point.score is None else QPointF(self._x(number), self._y(point.score))
            for number, point in enumerate(self._trend.points)
        ]
        draw_scores(painter, places, theme.colour(self._trend.ink), theme.colour("surface"), 5, 3)
        chosen = None if self._chosen is None else places[self._chosen]
        if chosen is not None:
            draw_dot(painter, chosen, 10, None, QPen(theme.colour("focus"), 2))
        painter.end()

    def _paint_clear_change(self, painter: QPainter) -> None:
        change, area, theme = self._trend.clear_change, self._area(), self.theme
        if change is None:
            return
        y = self._y(change)
        edge = area.top() if self._trend.more_is_better else area.bottom()
        painter.fillRect(
            QRectF(area.left(), min(y, edge), area.width(), abs(edge - y)), theme.colour("jadeTint")
        )
        pen = QPen(theme.colour("jade"), 1.5)
        pen.setDashPattern([4, 2.7])
        painter.setPen(pen)
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        words = QRectF(area.right() + 8, y - 16, _RIGHT - 8, 2 * theme.line("caption"))
        painter.setFont(theme.font("key"))
        painter.setPen(theme.colour("jadeText"))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(words, int(flags), _("Clear change"))

    def _paint_axes(self, painter: QPainter) -> None:
        area, trend, theme = self._area(), self._trend, self.theme
        font, ink, end = theme.font("caption"), theme.colour("ink2"), Qt.AlignmentFlag.AlignRight
        for score in (trend.low, (trend.low + trend.high) / 2, trend.high):
            y = self._y(score)
            painter.fillRect(QRectF(area.left(), round(y), area.width(), 1), theme.colour("line"))
            draw_text(painter, QRectF(0, y - 8, _LEFT - 10, 16), f"{score:g}", font, ink, end)
        room = area.width() / max(1, len(trend.points) - 1)
        for number, point in enumerate(trend.points):
            rect = QRectF(self._x(number) - room / 2, area.bottom() + 6, room, theme.line("caption"))
            strong = theme.font("key") if point.current else font
            colour = theme.colour("ink") if point.current else ink
            draw_text(
                painter,
                rect.adjusted(-8, 0, 8, 0),
                point.label,
                strong,
                colour,
                Qt.AlignmentFlag.AlignHCenter,
            )

    def _paint_events(self, painter: QPainter) -> None:
        area, theme = self._area(), self.theme
        for number, words in self._trend.events:
            pen = QPen(theme.colour("ochre"), 1.5)
            pen.setDashPattern([1, 2.5])
            painter.setPen(pen)
            x = self._x(number)
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
            rect = QRectF(x + 6, area.top(), area.right() - x, theme.line("caption"))
            draw_text(painter, rect, words, theme.font("key"), theme.colour("ochreText"))
