"""What lies below and beside the points of a body chart: body, channels, painted pain, labels and letters."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from acuchart.clinic.body import Body, View
from acuchart.clinic.painting import Painting
from acuchart.clinic.points import Side
from acuchart.screens.parts.body_labels import Label, place_labels
from acuchart.screens.parts.body_marks import MarkKind, PlacedMark
from acuchart.screens.parts.body_painting import draw_painting
from acuchart.screens.parts.body_paths import PathShelf, painter_path
from acuchart.screens.parts.camera import Camera
from acuchart.screens.parts.painted import draw_text, text_width
from acuchart.screens.shell.theme import Theme
from acuchart.words import _

CLOSE_UP = 1.2
"""From this zoom on points have labels, and R and L are left out."""

_PAD = 10.0
_INKS = {MarkKind.SELECTED: "jadeText", MarkKind.DECIDE_NOW: "cinnabarText", MarkKind.AVOID: "ochreText"}


class BodyGround:
    """Body, channels and painted pain as one pixmap, drawn anew only after `forget`."""

    def __init__(self, body: Body) -> None:
        self._body = body
        self._shelf = PathShelf()
        self._pixmap: QPixmap | None = None
        self.channels: frozenset[str] = frozenset()
        self.all_lines = True
        self.painting: Painting | None = None

    def forget(self) -> None:
        self._pixmap = None

    def pixmap(self, view: View, camera: Camera, theme: Theme, size: QSize, ratio: float) -> QPixmap:
        """Return the layers below the points, as large as the widget."""
        kept = self._pixmap
        if kept is None or kept.devicePixelRatio() != ratio or kept.size() != size * ratio:
            kept = QPixmap(size * ratio)
            kept.setDevicePixelRatio(ratio)
            kept.fill(Qt.GlobalColor.transparent)
            painter = QPainter(kept)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw(painter, view, camera, theme)
            painter.end()
            self._pixmap = kept
        return kept

    def _draw(self, painter: QPainter, view: View, camera: Camera, theme: Theme) -> None:
        paths = self._shelf.of(view)
        painter.translate(*camera.corner)
        painter.scale(camera.scale, camera.scale)
        paths.draw(painter, theme, camera.scale)
        if self.painting is not None:
            draw_painting(painter, theme, paths, self.painting)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.all_lines:
            self._draw_lines(painter, view, QPen(theme.colour("channel"), 1 / camera.scale), chosen=False)
        width = 2.0 if camera.zoom > CLOSE_UP else 1.5
        self._draw_lines(painter, view, QPen(theme.colour("jade"), width / camera.scale), chosen=True)

    def _draw_lines(self, painter: QPainter, view: View, pen: QPen, chosen: bool) -> None:
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        for line in self._body.channel_lines(view.name, mirrored=view.mirrored):
            if (line.channel in self.channels) is chosen:
                painter.drawPath(painter_path(line.path))


def paint_labels(painter: QPainter, theme: Theme, marks: Sequence[PlacedMark], size: QSize) -> None:
    """Write the codes of the marks in two columns, with a line to each."""
    seen = [m for m in marks if 0 <= m.x <= size.width() and 0 <= m.y <= size.height()]
    named = [mark for mark in seen if mark.kind is not MarkKind.OTHER]
    line = theme.line("caption") + 2
    places = [(mark.x, mark.y) for mark in named]
    for label in place_labels(places, size.width(), size.height(), line):
        _paint_label(painter, theme, named[label.mark], label, size.width(), line)


def _paint_label(
    painter: QPainter, theme: Theme, mark: PlacedMark, label: Label, room: float, line: float
) -> None:
    font, words = theme.font("key"), mark.spot.code
    width = text_width(font, words) + 2
    left = _PAD if label.at_left else room - _PAD - width
    rect = QRectF(left, label.y - line / 2, width, line)
    start = QPointF(rect.right() + 4 if label.at_left else rect.left() - 4, label.y)
    if abs(start.x() - mark.x) > 8:
        painter.setPen(QPen(theme.colour("control"), 1))
        painter.drawLine(start, QPointF(mark.x + (-7 if label.at_left else 7), mark.y))
    draw_text(painter, rect, words, font, theme.colour(_INKS.get(mark.kind, "ink2")))


def paint_side_letters(painter: QPainter, theme: Theme, view: View, width: float) -> None:
    """Write R and L, the patient's, above a view that shows both sides."""
    if not view.sided:
        return
    facing = not view.name.endswith(("back", "top"))
    sides = (Side.RIGHT, Side.LEFT) if facing else (Side.LEFT, Side.RIGHT)
    letters = {Side.RIGHT: _("R"), Side.LEFT: _("L")}
    font, ink = theme.font("small"), theme.colour("ink2")
    rect = QRectF(2, 2, width - 4, theme.line("small"))
    draw_text(painter, rect, letters[sides[0]], font, ink)
    draw_text(painter, rect, letters[sides[1]], font, ink, Qt.AlignmentFlag.AlignRight)
