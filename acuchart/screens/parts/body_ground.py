"""What lies below and beside the marks of a body chart: body, channels, painted pain, the other points."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from acuchart.clinic.body import Body, Spot, View
from acuchart.clinic.painting import Painting
from acuchart.clinic.points import Side
from acuchart.screens.parts.body_labels import Label, place_labels
from acuchart.screens.parts.body_marks import MarkKind, PlacedMark, mark_picture
from acuchart.screens.parts.body_painting import draw_painting
from acuchart.screens.parts.body_paths import CHANNEL, PathShelf
from acuchart.screens.parts.camera import Camera
from acuchart.screens.parts.painted import draw_text, text_width
from acuchart.screens.shell.theme import Theme
from acuchart.words import _

CLOSE_UP = 1.2
"""From this zoom on points have labels, and R and L are left out."""

_CHOSEN, _CHOSEN_NEAR = 1.5, 2.0
_AROUND = 0.15
"""How much more than the window is drawn on every side while a hand moves the body, as a share."""
_PAD = 10.0
_INKS = {MarkKind.SELECTED: "jadeText", MarkKind.DECIDE_NOW: "cinnabarText", MarkKind.AVOID: "ochreText"}


@dataclass(frozen=True, slots=True)
class Lines:
    """Which channels are drawn: these in jade, and the others at rest or not at all."""

    chosen: frozenset[str] = frozenset()
    others: bool = True


@dataclass(frozen=True, slots=True)
class _Key:
    """What a picture was drawn for; another one is drawn as soon as any of it changes."""

    view: str
    mirrored: bool
    scale: float
    size: QSize
    ratio: float
    theme: Theme


class _Layer:
    """The picture below the marks, the camera it was drawn for, and how far it reaches beyond the window."""

    def __init__(self, pixmap: QPixmap, key: _Key, camera: Camera, around: QPointF) -> None:
        self.pixmap = pixmap
        self.key = key
        self.camera = camera
        self.around = around

    def shift(self, camera: Camera) -> QPointF | None:
        """How far the body has moved since, in whole px; None when it has left the picture."""
        dx, dy = (now - then for now, then in zip(camera.corner, self.camera.corner, strict=True))
        if abs(dx) > self.around.x() or abs(dy) > self.around.y():
            return None
        return QPointF(round(dx), round(dy))


class BodyGround:
    """Keeps one picture of all that lies below the marks; it is drawn anew only when a hand has left it."""

    def __init__(self, body: Body) -> None:
        self._shelf = PathShelf(body)
        self._layer: _Layer | None = None
        self.lines = Lines()
        self.painting: Painting | None = None
        self.others: Sequence[Spot] = ()
        self.drawn = 0
        """How often it was drawn anew."""

    def forget(self) -> None:
        self._layer = None

    def paint(
        self, painter: QPainter, view: View, camera: Camera, theme: Theme, size: QSize, ratio: float
    ) -> None:
        """Paint the layers below the marks on a widget of that size."""
        key = _Key(view.name, view.mirrored, camera.scale, size, ratio, theme)
        layer = self._layer
        shift = layer.shift(camera) if layer is not None and layer.key == key else None
        if layer is None or shift is None:
            # Only a hand that moves what is enlarged needs more than the window.
            moving = layer is not None and layer.key == key and camera.zoom > 1
            layer, shift = self._draw(key, view, camera, theme, _AROUND if moving else 0.0), QPointF(0, 0)
            self._layer = layer
        painter.drawPixmap(shift - layer.around, layer.pixmap)

    def _draw(self, key: _Key, view: View, camera: Camera, theme: Theme, share: float) -> _Layer:
        size, ratio = key.size, key.ratio
        around = QPointF(round(size.width() * share), round(size.height() * share))
        whole = QSize(round(size.width() + 2 * around.x()), round(size.height() + 2 * around.y()))
        pixmap = self._sheet(whole, ratio)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(around)
        left, top = camera.to_sheet(-around.x(), -around.y())
        seen = QRectF(left, top, whole.width() / camera.scale, whole.height() / camera.scale)
        self._draw_body(painter, view, camera, theme, seen)
        self._draw_others(painter, camera, theme, seen, ratio)
        painter.end()
        self.drawn += 1
        return _Layer(pixmap, key, camera, around)

    def _sheet(self, size: QSize, ratio: float) -> QPixmap:
        """An empty picture of that size: the one that was drawn on before where it fits."""
        kept = self._layer.pixmap if self._layer is not None else None
        self._layer = None
        if kept is None or kept.size() != size * ratio or kept.devicePixelRatio() != ratio:
            kept = QPixmap(size * ratio)
            kept.setDevicePixelRatio(ratio)
        kept.fill(Qt.GlobalColor.transparent)
        return kept

    def _draw_body(self, painter: QPainter, view: View, camera: Camera, theme: Theme, seen: QRectF) -> None:
        paths, scale = self._shelf.of(view), camera.scale
        painter.save()
        painter.translate(*camera.corner)
        painter.scale(scale, scale)
        paths.draw(painter, theme, scale, seen)
        if self.painting is not None:
            draw_painting(painter, theme, paths, self.painting)
        if self.lines.others:
            rest = theme.colour("channel")
            paths.draw_channels(painter, rest, CHANNEL / scale, self.lines.chosen, others=True, seen=seen)
        width = _CHOSEN_NEAR if camera.zoom > CLOSE_UP else _CHOSEN
        paths.draw_channels(painter, theme.colour("jade"), width / scale, self.lines.chosen, seen=seen)
        painter.restore()

    def _draw_others(
        self, painter: QPainter, camera: Camera, theme: Theme, seen: QRectF, ratio: float
    ) -> None:
        """Draw the points that are only there to be tapped, each as the same little picture."""
        if not self.others:
            return
        pictures = {hollow: mark_picture(theme, MarkKind.OTHER, hollow, ratio) for hollow in (False, True)}
        half = pictures[False].width() / ratio / 2
        (left, top), scale = camera.corner, camera.scale
        for spot in self.others:
            if seen.contains(spot.x, spot.y):
                x, y = left + spot.x * scale - half, top + spot.y * scale - half
                painter.drawPixmap(QPointF(x, y), pictures[spot.inside])


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
