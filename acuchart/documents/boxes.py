"""The boxes of the papers: visits, cards, and the two that say when to seek help."""

from collections.abc import Sequence

from reportlab.lib.colors import Color
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from acuchart.clinic.plan import SelfCare, VisitBox
from acuchart.documents.columns import Columns, rows_of
from acuchart.documents.fonts import width
from acuchart.documents.ink import ink, px, styles
from acuchart.documents.panel import Frame, Panel, narrow
from acuchart.documents.typesetter import Typesetter
from acuchart.words import _

VISITS_A_ROW = 5
CARDS_A_ROW = 3
TICK = px(24)
"""Room for the tick and the gap after it."""


def quiet_frame() -> Frame:
    """A card: hardly coloured, with a light border."""
    return Frame(ink().panel, ink().line)


def draw_tick(canvas: Canvas, x: float, y: float, size: float, colour: Color) -> None:
    """A tick in a square of that size; (x, y) is its lower left corner, in points."""
    canvas.saveState()
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(size * 0.14)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    tick = canvas.beginPath()
    tick.moveTo(x + size * 0.1, y + size * 0.45)
    tick.lineTo(x + size * 0.38, y + size * 0.15)
    tick.lineTo(x + size * 0.92, y + size * 0.82)
    canvas.drawPath(tick, stroke=1, fill=0)
    canvas.restoreState()


class Ticked(Flowable):
    """A centred line with a tick before it."""

    def __init__(self, words: str, style: ParagraphStyle, setter: Typesetter) -> None:
        super().__init__()
        self._run = width(words, style.fontName, style.fontSize)
        self._style = style
        self._words = setter.paragraph(words, style.clone("ticked", leftIndent=TICK))

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        self._wide = available_width
        self._high = float(self._words.wrap(available_width, available_height)[1])
        return available_width, self._high

    def draw(self) -> None:
        self._words.drawOn(self.canv, 0, 0)
        start = max(TICK, TICK + (self._wide - TICK - self._run) / 2)
        base = self._high - self._style.leading + px(6)
        draw_tick(self.canv, start - TICK, base, px(17), ink().ink)


def visit_rows(visits: Sequence[VisitBox], width: float, setter: Typesetter) -> list[Flowable]:
    """A box for each visit, five in a row; what is done has a tick and a ground."""
    return rows_of([_visit(visit, setter) for visit in visits], VISITS_A_ROW, width, px(10), px(10))


def _visit(visit: VisitBox, setter: Typesetter) -> Panel:
    dated = styles().visit_date
    date = Ticked(visit.date, dated, setter) if visit.done else setter.paragraph(visit.date, dated)
    frame = Frame(ink().jade_tint, ink().jade_line) if visit.done else Frame(ink().page, ink().line)
    return Panel([date, setter.paragraph(visit.words, styles().visit_words)], narrow(frame))


def cards(shown: Sequence[SelfCare], width: float, setter: Typesetter) -> list[Flowable]:
    """The cards of "Between visits", three in a row."""
    boxes: list[Flowable] = [
        Panel(
            [
                setter.paragraph(card.title, styles().card_heading),
                setter.paragraph(card.words, styles().card),
            ],
            quiet_frame(),
        )
        for card in shown
    ]
    return rows_of(boxes, min(CARDS_A_ROW, max(2, len(boxes))), width, px(20), px(20))


def help_boxes(
    straight_away: Sequence[str], same_day: Sequence[str], by: str, width: float, setter: Typesetter
) -> list[Flowable]:
    """When to seek help: two boxes, or one over the whole width where the other has nothing to say."""
    heading = _("Same day: {who}").format(who=by or _("your doctor"))
    boxes = []
    if straight_away:
        boxes.append(_straight_away(straight_away, setter))
    if same_day:
        frame = Frame(ink().ochre_tint, ink().ochre_line, px(2.5), across=px(32), down=px(30))
        boxes.append(_help(heading, same_day, frame, (ink().ochre_text, ink().ochre), setter))
    if len(boxes) < 2:
        return boxes
    each = (width - px(20)) / 2
    return [Columns([[box] for box in boxes], [each, each], px(20))]


def _straight_away(texts: Sequence[str], setter: Typesetter) -> Flowable:
    frame = Frame(ink().cinnabar_tint, ink().cinnabar, px(2.5), across=px(32), down=px(30))
    return _help(
        _("Straight away: emergency services"), texts, frame, (ink().cinnabar, ink().cinnabar), setter
    )


def _help(
    heading: str, texts: Sequence[str], frame: Frame, colours: tuple[Color, Color], setter: Typesetter
) -> Flowable:
    words, dots = colours
    style = styles().card_heading.clone("help heading", textColor=words)
    return Panel([setter.paragraph(heading, style), *setter.bullets(texts, dots)], frame)
