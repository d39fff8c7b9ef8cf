"""What lies below and beside the marks of a body chart: body, channels, painted pain, the other points."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap, QRegion

from acuchart.clinic.body import Body, Spot, View
from acuchart.clinic.painting import Painting
from acuchart.clinic.points import Side
from acuchart.screens.parts.body_labels import Label, Room, place_labels
from acuchart.screens.parts.body_layer import Layer, LayerKey, Sheets
from acuchart.screens.parts.body_marks import MarkKind, PlacedMark, mark_picture
from acuchart.screens.parts.body_painting import draw_painting
from acuchart.screens.parts.body_paths import CHANNEL, PathShelf
from acuchart.screens.parts.camera import Camera
from acuchart.screens.parts.painted import draw_panel, draw_text, text_width
from acuchart.screens.shell.theme import Theme
from acuchart.words import _

CLOSE_UP = 1.2
"""From this zoom on points have labels, and R and L are left out."""

_CHOSEN, _CHOSEN_NEAR = 1.5, 2.0
_BRIM = 8.0
"""Px around what is drawn within which a line or a dot still reaches into it."""
_PLATE = 4.0
"""Px around the words of a label, and the rounding of what lies behind them."""
_LETTERS = 8.0
"""Px between the edge and the letters for the sides."""
_INKS = {MarkKind.SELECTED: "jadeText", MarkKind.DECIDE_NOW: "cinnabarText", MarkKind.AVOID: "ochreText"}


@dataclass(frozen=True, slots=True)
class Lines:
    """Which channels are drawn: these in jade, and the others at rest or not at all."""

    chosen: frozenset[str] = frozenset()
    others: bool = True


class BodyGround:
    """Keeps one picture of all that lies below the marks; a hand that moves the body takes it along."""

    def __init__(self, body: Body) -> None:
        self._shelf = PathShelf(body)
        self._sheets = Sheets()
        self._layer: Layer | None = None
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
        key = LayerKey(view.name, view.mirrored, camera.scale, size, ratio, theme)
        layer = self._layer
        wanted = layer.follow(camera) if layer is not None and layer.key == key else None
        if layer is None or wanted is None:
            layer = self._layer = Layer(self._sheets, key, camera)
            wanted = (layer.window,)
            self.drawn += 1
        if wanted:
            self._draw(layer, view, theme, wanted)
        painter.drawPixmap(QPointF(-layer.window.topLeft()) / ratio, layer.pixmap)

    def _draw(self, layer: Layer, view: View, theme: Theme, strips: Sequence[QRect]) -> None:
        """Draw parts of the picture, given in its own pixels, all at once."""
        camera, ratio = layer.camera, layer.key.ratio
        around = QPointF(layer.around) / ratio
        painter = QPainter(layer.pixmap)
        clip = QRegion()
        for strip in strips:
            clip += QRectF(QPointF(strip.topLeft()) / ratio, QSizeF(strip.size()) / ratio).toAlignedRect()
        painter.setClipRegion(clip)
        painter.translate(around)
        part = QRectF(clip.boundingRect()).translated(-around)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.fillRect(part, Qt.GlobalColor.transparent)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, top = camera.to_sheet(part.x() - _BRIM, part.y() - _BRIM)
        wide, high = part.width() + 2 * _BRIM, part.height() + 2 * _BRIM
        seen = QRectF(left, top, wide / camera.scale, high / camera.scale)
        self._draw_body(painter, view, camera, theme, seen)
        self._draw_others(painter, camera, theme, seen, ratio)
        painter.end()

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
        left, top = left - half, top - half
        x1, y1, x2, y2 = seen.left(), seen.top(), seen.right(), seen.bottom()
        # Hundreds of dots in a frame: whole pixels, and no call that can be spared.
        for spot in self.others:
            if x1 <= spot.x <= x2 and y1 <= spot.y <= y2:
                x, y, picture = left + spot.x * scale, top + spot.y * scale, pictures[spot.inside]
                if ratio == 1:
                    painter.drawPixmap(round(x), round(y), picture)
                else:
                    painter.drawPixmap(QPointF(round(x * ratio) / ratio, round(y * ratio) / ratio), picture)


def paint_labels(
    painter: QPainter,
    theme: Theme,
    marks: Sequence[PlacedMark],
    dots: Sequence[tuple[float, float]],
    size: QSize,
) -> None:
    """Write the codes of the marks where they cover no point, with a line to each that stands apart."""
    seen = [m for m in marks if 0 <= m.x <= size.width() and 0 <= m.y <= size.height()]
    named = [mark for mark in seen if mark.kind is not MarkKind.OTHER]
    if not named:
        return
    line, ratio = theme.line("caption") + 2.0, painter.device().devicePixelRatioF()
    words = [_label_picture(theme, m.spot.code, _INKS.get(m.kind, "ink2"), line, ratio) for m in named]
    places = [(mark.x, mark.y) for mark in named]
    widths = [picture.width() / ratio for picture in words]
    room = Room(places, widths, dots, size.width(), size.height(), line)
    painter.setPen(QPen(theme.colour("control"), 1))
    labels = place_labels(room)
    for label in labels:
        if label.leads:
            _lead(painter, named[label.mark], label)
    for label in labels:
        painter.drawPixmap(round(label.x), round(label.y - line / 2), words[label.mark])


def _lead(painter: QPainter, mark: PlacedMark, label: Label) -> None:
    """A line from a label to its mark."""
    to_right = label.x < mark.x
    start = label.x + label.width + 2 if to_right else label.x - 2
    end = mark.x - 7 if to_right else mark.x + 7
    if (end > start) is to_right:
        painter.drawLine(QPointF(start, label.y), QPointF(end, mark.y))


@lru_cache(maxsize=512)
def _label_picture(theme: Theme, words: str, ink: str, line: float, ratio: float) -> QPixmap:
    """A code as a picture: text is slow to lay out, and a moving hand asks for it in every frame."""
    # What is chosen stands out from what may be.
    font = theme.sized_font("bodyStrong" if ink in _INKS.values() else "key", 12 * theme.scale)
    size = QSizeF(ceil(text_width(font, words)) + 2 * _PLATE, ceil(line))
    picture = QPixmap((size * ratio).toSize())
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    rect, plate = QRectF(QPointF(0, 0), size), theme.colour("surface")
    plate.setAlphaF(0.8)
    draw_panel(painter, rect.adjusted(0, 1, 0, -1), plate, None, _PLATE)
    draw_text(painter, rect.adjusted(_PLATE, 0, 0, 0), words, font, theme.colour(ink))
    painter.end()
    return picture


def paint_side_letters(painter: QPainter, theme: Theme, view: View, width: float) -> None:
    """Write R and L, the patient's, above a view that shows both sides."""
    if not view.sided:
        return
    facing = not view.name.endswith(("back", "top"))
    sides = (Side.RIGHT, Side.LEFT) if facing else (Side.LEFT, Side.RIGHT)
    letters = {Side.RIGHT: _("R"), Side.LEFT: _("L")}
    font, ink = theme.font("small"), theme.colour("ink2")
    rect = QRectF(_LETTERS, _LETTERS / 2, width - 2 * _LETTERS, theme.line("small"))
    draw_text(painter, rect, letters[sides[0]], font, ink)
    draw_text(painter, rect, letters[sides[1]], font, ink, Qt.AlignmentFlag.AlignRight)
