"""The lines and areas of the body chart as Qt draws them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from acuchart.clinic.body import Stroke, View
from acuchart.clinic.paths import Close, Curve, Line, Move, Path
from acuchart.screens.shell.theme import Theme


def painter_path(path: Path) -> QPainterPath:
    """Return a path of the chart as one of Qt's, in the same units."""
    made = QPainterPath()
    for segment in path:
        match segment:
            case Move(x, y):
                made.moveTo(x, y)
            case Line(x, y):
                made.lineTo(x, y)
            case Curve(x1, y1, x2, y2, x, y):
                made.cubicTo(x1, y1, x2, y2, x, y)
            case Close():
                made.closeSubpath()
    return made


class ViewPaths:
    """One view of the chart, ready to be drawn."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.silhouette = painter_path(view.silhouette)
        self._detail = [(stroke, painter_path(stroke.path)) for stroke in view.detail]
        self._outline = [(stroke, painter_path(stroke.path)) for stroke in view.outline]

    def draw(self, painter: QPainter, theme: Theme, scale: float) -> None:
        """Draw the body in units of the view, `scale` px each; lines stay thin however far it is enlarged."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("silhouette"))
        painter.drawPath(self.silhouette)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        line = theme.colour("silhouetteLine")
        for stroke, path in self._detail:
            faint = theme.colour("silhouetteLine")
            faint.setAlphaF(0.7)
            painter.setPen(_pen(QPen(faint), stroke, 1.0 / scale))
            painter.drawPath(path)
        for stroke, path in self._outline:
            painter.setPen(_pen(QPen(line), stroke, 1.5 / scale))
            painter.drawPath(path)


def _pen(pen: QPen, stroke: Stroke, width: float) -> QPen:
    pen.setWidthF(width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if stroke.dash:
        pen.setDashPattern([max(0.1, length / width) for length in stroke.dash])
    return pen


class PathShelf:
    """Keeps the paths of the views that were drawn."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, bool], ViewPaths] = {}

    def of(self, view: View) -> ViewPaths:
        """Return the paths of a view; made on first use."""
        key = (view.name, view.mirrored)
        if key not in self._kept:
            self._kept[key] = ViewPaths(view)
        return self._kept[key]
