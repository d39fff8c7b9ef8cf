"""Painted pain on paper: the strokes on the body, and the same in words for a printer without colours."""

from collections.abc import Mapping
from types import MappingProxyType

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from acuchart.clinic.body import Body
from acuchart.clinic.painting import PainStrength, PainStroke, Painting, painted_regions
from acuchart.clinic.plan import Figure
from acuchart.clinic.regions import region_words
from acuchart.documents.body_figure import WholeFigure, path_on
from acuchart.documents.columns import Columns
from acuchart.documents.ink import ink, pain_paint, px, styles
from acuchart.documents.panel import Frame, Panel
from acuchart.documents.typesetter import Typesetter
from acuchart.words import N_, _

STRENGTH_WORDS: Mapping[PainStrength, str] = MappingProxyType(
    {
        PainStrength.LITTLE: N_("a little"),
        PainStrength.MEDIUM: N_("medium"),
        PainStrength.STRONG: N_("strong"),
    }
)
MOST_FIGURES = 4
HEIGHT = px(430)


class PaintedFigure(WholeFigure):
    """A view with the strokes painted on it, kept inside the body."""

    def __init__(self, body: Body, figure: Figure, height: float, strokes: tuple[PainStroke, ...]) -> None:
        super().__init__(body, figure, height)
        self.strokes = strokes

    def draw_more(self, canvas: Canvas) -> None:
        canvas.saveState()
        canvas.clipPath(path_on(canvas, self.view.silhouette), stroke=0, fill=0, fillMode=1)
        canvas.setLineCap(1)
        canvas.setLineJoin(1)
        for stroke in self.strokes:
            canvas.setStrokeColor(pain_paint()[stroke.strength - 1])
            canvas.setLineWidth(stroke.width)
            path = canvas.beginPath()
            path.moveTo(*stroke.places[0])
            for place in stroke.places[1:] or stroke.places:
                path.lineTo(*place)
            canvas.drawPath(path, stroke=1, fill=0)
        canvas.restoreState()


def painted_body(painting: Painting, body: Body, width: float, setter: Typesetter) -> list[Flowable]:
    """The figures painted on, front and back at least, and the places in words, the strongest first."""
    sheets = list(dict.fromkeys([("front", False), ("back", False), *_sheets(painting, body)]))[:MOST_FIGURES]
    frame = Frame(ink().page, ink().line, across=px(18), down=px(22))
    each = (width - 2 * frame.across) / len(sheets)
    columns = [[_figure(painting, body, view, mirrored)] for view, mirrored in sheets]
    picture = Panel([Columns(columns, [each] * len(sheets), 0.0)], frame, whole=True)
    return [picture, setter.paragraph(painted_words(painting, body), styles().answer)]


def _sheets(painting: Painting, body: Body) -> list[tuple[str, bool]]:
    return [(stroke.view, stroke.mirrored) for stroke in painting.strokes if stroke.view in body.views]


def _figure(painting: Painting, body: Body, view: str, mirrored: bool) -> PaintedFigure:
    strokes = tuple(s for s in painting.strokes if (s.view, s.mirrored) == (view, mirrored))
    return PaintedFigure(body, Figure(view, (), mirrored), HEIGHT, strokes)


def painted_words(painting: Painting, body: Body) -> str:
    """The places painted on with their strength, such as "Knee, front, right: strong"."""
    places = [
        _("{place}: {strength}").format(place=region_words(region), strength=_(STRENGTH_WORDS[strength]))
        for region, strength in painted_regions(painting, body)
    ]
    return "; ".join(places) if places else _("Nothing painted")
