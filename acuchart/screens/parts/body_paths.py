"""The lines and areas of the body chart as Qt draws them."""

from collections.abc import Iterator

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from acuchart.clinic.body import Body, Stroke, View
from acuchart.clinic.paths import Close, Curve, Line, Move, Path
from acuchart.screens.shell.theme import Theme

DETAIL, OUTLINE, CHANNEL = 1.0, 1.5, 1.0
"""Px a line is wide, however far the body is enlarged."""

FAINT, FAINT_DARK = 0.7, 1.0
"""How strongly the inner lines are drawn; on the dark body they would else be lost."""


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


_TINY = 2.0
"""A line shorter than twice its own width is a speck; it comes into sight when the body is enlarged."""


class _Drawn:
    """A path with the box around it, so that what is out of sight costs nothing."""

    __slots__ = ("box", "dash", "extent", "path", "pieces")

    def __init__(
        self, path: QPainterPath, dash: tuple[float, ...] = (), pieces: tuple["_Drawn", ...] = ()
    ) -> None:
        self.path = path
        self.dash = dash
        self.pieces = pieces
        size = path.controlPointRect()
        self.extent = max(size.width(), size.height())
        # A line may be straight up or down, and a box without width meets nothing.
        self.box = size.adjusted(-1, -1, 1, 1)


class ViewPaths:
    """One view of the chart, ready to be drawn, with the channels on it."""

    def __init__(self, view: View, body: Body | None = None) -> None:
        self.view = view
        self.silhouette = painter_path(view.silhouette)
        self._detail = [_drawn(stroke) for stroke in view.detail]
        self._outline = [_drawn(stroke) if stroke.dash else _long(stroke.path) for stroke in view.outline]
        lines = body.channel_lines(view.name, mirrored=view.mirrored) if body is not None else ()
        self._channels = [(line.channel, _long(line.path)) for line in lines]

    def draw(self, painter: QPainter, theme: Theme, scale: float, seen: QRectF | None = None) -> None:
        """Draw the body in units of the view, `scale` px each; lines stay thin however far it is enlarged.

        With `seen`, in units of the view, what lies outside it is left out.
        """
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("silhouette"))
        painter.drawPath(self.silhouette)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        faint = theme.colour("silhouetteLine")
        faint.setAlphaF(FAINT_DARK if theme.dark else FAINT)
        _draw_all(painter, self._detail, faint, DETAIL / scale, seen)
        _draw_all(painter, self._outline, theme.colour("silhouetteLine"), OUTLINE / scale, seen)

    def draw_channels(
        self,
        painter: QPainter,
        colour: QColor,
        width: float,
        which: frozenset[str],
        *,
        others: bool = False,
        seen: QRectF | None = None,
    ) -> None:
        """Draw the channels of these codes, or with `others` all but these, `width` units wide."""
        lines = [drawn for channel, drawn in self._channels if (channel in which) is not others]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        _draw_all(painter, lines, colour, width, seen)

    def everything(self) -> Iterator[tuple[QPainterPath, float, tuple[float, ...]]]:
        """Yield every line there is to draw, with its width in px and its dashes."""
        for drawn, width in (
            *((drawn, DETAIL) for drawn in self._detail),
            *((drawn, OUTLINE) for drawn in self._outline),
            *((drawn, CHANNEL) for _channel, drawn in self._channels),
        ):
            yield drawn.path, width, drawn.dash


_PIECE = 5
"""Curves in a piece of a long line."""


def _long(path: Path) -> _Drawn:
    """A line over much of the body, with the pieces of it that are drawn where only a part is in sight."""
    whole = painter_path(path)
    places = [segment for segment in path if not isinstance(segment, Close)]
    if len(places) < len(path) or len(path) <= 2 * _PIECE or any(isinstance(s, Move) for s in path[1:]):
        return _Drawn(whole)
    pieces = []
    for start in range(1, len(places), _PIECE):
        before = places[start - 1]
        piece = (Move(before.x, before.y), *places[start : start + _PIECE])
        pieces.append(_Drawn(painter_path(piece)))
    return _Drawn(whole, pieces=tuple(pieces))


def _drawn(stroke: Stroke) -> _Drawn:
    return _Drawn(painter_path(stroke.path), stroke.dash)


def _draw_all(
    painter: QPainter, lines: list[_Drawn], colour: QColor, width: float, seen: QRectF | None
) -> None:
    plain = round_pen(colour, width)
    painter.setPen(plain)
    least = width * _TINY
    for drawn in lines:
        if seen is not None and (drawn.extent < least or not seen.intersects(drawn.box)):
            continue
        if drawn.pieces and seen is not None and not seen.contains(drawn.box):
            for piece in drawn.pieces:
                if seen.intersects(piece.box):
                    painter.drawPath(piece.path)
        elif drawn.dash:
            painter.setPen(round_pen(colour, width, drawn.dash))
            painter.drawPath(drawn.path)
            painter.setPen(plain)
        else:
            painter.drawPath(drawn.path)


def round_pen(colour: QColor, width: float, dash: tuple[float, ...] = ()) -> QPen:
    """Return a pen with round ends; the dashes are in the same units as the width."""
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if dash:
        pen.setDashPattern([max(0.1, length / width) for length in dash])
    return pen


class PathShelf:
    """Keeps the paths of the views that were drawn."""

    def __init__(self, body: Body) -> None:
        self._body = body
        self._kept: dict[tuple[str, bool], ViewPaths] = {}

    def of(self, view: View) -> ViewPaths:
        """Return the paths of a view; made on first use."""
        key = (view.name, view.mirrored)
        if key not in self._kept:
            self._kept[key] = ViewPaths(view, self._body)
        return self._kept[key]
