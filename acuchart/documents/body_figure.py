"""The body on paper: whole figures with the points on them, and the close-up of a part."""

from collections.abc import Iterable

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject
from reportlab.platypus import Flowable

from acuchart.clinic.body import Body, View
from acuchart.clinic.paths import Close, Curve, Line, Move, Path
from acuchart.clinic.plan import Figure
from acuchart.clinic.points import Side
from acuchart.documents.ink import ink, px
from acuchart.documents.typesetter import Typesetter
from acuchart.words import _

Area = tuple[float, float, float, float]
"""x, y, width and height on a view's sheet, in its units, y downward."""


def path_on(canvas: Canvas, path: Path) -> PDFPathObject:
    """The path as reportlab draws it."""
    drawn = canvas.beginPath()
    for segment in path:
        match segment:
            case Move(x, y):
                drawn.moveTo(x, y)
            case Line(x, y):
                drawn.lineTo(x, y)
            case Curve(x1, y1, x2, y2, x, y):
                drawn.curveTo(x1, y1, x2, y2, x, y)
            case Close():
                drawn.close()
    return drawn


def draw_view(canvas: Canvas, view: View, scale: float) -> None:
    """Draws a view on a canvas that is already moved, scaled and turned to its units.

    Args:
        canvas: Whose unit is that of the view, y downward.
        view: What to draw.
        scale: Points to a unit, for lines of the same thickness at every size.
    """
    canvas.setFillColor(ink().body)
    canvas.drawPath(path_on(canvas, view.silhouette), stroke=0, fill=1, fillMode=1)
    for strokes, width in ((view.detail, px(1)), (view.outline, px(1.8))):
        canvas.setStrokeColor(ink().body_line)
        canvas.setLineCap(1)
        canvas.setLineJoin(1)
        canvas.setLineWidth(width / scale)
        for stroke in strokes:
            canvas.setDash(*stroke.dash) if stroke.dash else canvas.setDash()
            canvas.drawPath(path_on(canvas, stroke.path), stroke=1, fill=0)
    canvas.setDash()


def draw_spots(canvas: Canvas, spots: Iterable[tuple[float, float]], radius: float, colour: Color) -> None:
    """Dots with a light rim, so that neighbours stay apart; in the canvas's units."""
    for x, y in spots:
        canvas.setFillColor(ink().page)
        canvas.circle(x, y, radius * 1.3, stroke=0, fill=1)
        canvas.setFillColor(colour)
        canvas.circle(x, y, radius, stroke=0, fill=1)


class WholeFigure(Flowable):
    """A view as a whole, centred in the width, with dots and the dashed frame of a close-up.

    Args:
        body: The body chart.
        figure: Which view, and where the dots are.
        height: Greatest height, in points; a wide view is lower.
        frame: Where the close-up is taken from, None for none.
    """

    def __init__(self, body: Body, figure: Figure, height: float, frame: Area | None = None) -> None:
        super().__init__()
        self.view = body.view(figure.view, mirrored=figure.mirrored)
        self.spots = figure.spots
        self.frame = frame
        self._most = height
        self._scale = 1.0

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        self._scale = min(available_width / self.view.width, self._most / self.view.height)
        self._left = (available_width - self.view.width * self._scale) / 2
        return available_width, self.view.height * self._scale

    def draw(self) -> None:
        canvas, scale = self.canv, self._scale
        canvas.saveState()
        canvas.translate(self._left, self.view.height * scale)
        canvas.scale(scale, -scale)
        draw_view(canvas, self.view, scale)
        draw_spots(canvas, self.spots, px(3.5) / scale, ink().jade)
        if self.frame is not None:
            canvas.setStrokeColor(ink().jade)
            canvas.setLineWidth(px(2) / scale)
            canvas.setDash([px(5) / scale, px(4) / scale])
            canvas.roundRect(*self.frame, px(8) / scale, stroke=1, fill=0)
        self.draw_more(canvas)
        canvas.restoreState()

    def draw_more(self, canvas: Canvas) -> None:
        """For figures that show something else too; the canvas is in the units of the view."""


class CloseUp(Flowable):
    """A part of a view, enlarged, in a box; the words for right and left stand below it."""

    LABELS = px(34)

    def __init__(
        self, body: Body, figure: Figure, frame: Area, most_height: float, setter: Typesetter
    ) -> None:
        super().__init__()
        self.view = body.view(figure.view, mirrored=figure.mirrored)
        self.spots = figure.spots
        self.frame = frame
        self.labels = side_labels(body, self.view, frame)
        self._most = most_height
        self._setter = setter

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        _x, _y, wide, high = self.frame
        self._scale = min(available_width / wide, self._most / high)
        self._wide, self._high = wide * self._scale, high * self._scale
        self._left = (available_width - self._wide) / 2
        return available_width, self._high + self.LABELS

    def draw(self) -> None:
        canvas = self.canv
        canvas.saveState()
        canvas.translate(self._left, self.LABELS)
        self._draw_part(canvas)
        canvas.setStrokeColor(ink().jade_line)
        canvas.setLineWidth(px(2))
        canvas.roundRect(0, 0, self._wide, self._high, px(16), stroke=1, fill=0)
        canvas.restoreState()
        self._draw_labels(canvas)

    def _draw_part(self, canvas: Canvas) -> None:
        x, y, _wide, _high = self.frame
        canvas.saveState()
        inside = canvas.beginPath()
        inside.roundRect(0, 0, self._wide, self._high, px(16))
        canvas.clipPath(inside, stroke=0, fill=0)
        canvas.setFillColor(ink().page)
        canvas.rect(0, 0, self._wide, self._high, stroke=0, fill=1)
        canvas.translate(0, self._high)
        canvas.scale(self._scale, -self._scale)
        canvas.translate(-x, -y)
        draw_view(canvas, self.view, self._scale)
        draw_spots(canvas, self.spots, px(8) / self._scale, ink().jade)
        canvas.restoreState()

    def _draw_labels(self, canvas: Canvas) -> None:
        for words, at in self.labels:
            draw_centred(canvas, words, self._left + at * self._wide, px(8), self._setter)


def draw_centred(canvas: Canvas, words: str, x: float, y: float, setter: Typesetter) -> None:
    """One short line of small text around x, on the base line y, in points."""
    label = setter.small_label(words)
    label.wrap(px(200), px(60))
    label.drawOn(canvas, x - px(100), y - px(7))


def side_labels(body: Body, view: View, frame: Area) -> tuple[tuple[str, float], ...]:
    """The words "right" and "left" of a close-up, each with its place as a fraction of the width."""
    if not view.sided:
        return ((_("left side") if view.mirrored else _("right side"), 0.5),)
    x, _y, wide, _high = frame
    middle = max(0.0, min(1.0, (view.width / 2 - x) / wide))
    names = (_("right"), _("left")) if _right_is_at_the_left(body, view) else (_("left"), _("right"))
    halves = ((names[0], middle / 2, middle), (names[1], (1 + middle) / 2, 1 - middle))
    return tuple((name, place) for name, place, share in halves if share > 0.15)


def _right_is_at_the_left(body: Body, view: View) -> bool:
    """Whether the patient's right is at the left of the drawing, as where the patient faces the reader."""
    spots = (spot for places in body.places.values() for spot in places)
    rights = (spot for spot in spots if spot.view == view.name and spot.side is Side.RIGHT)
    return any(spot.x < view.width / 2 for spot in rights)
