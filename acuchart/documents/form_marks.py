"""What a printed form is made of: boxes to tick, scales, lines to write on, and the body to shade."""

from collections.abc import Sequence

from reportlab.platypus import Flowable, Paragraph

from acuchart.clinic.body import Body
from acuchart.clinic.plan import Figure
from acuchart.documents.body_figure import WholeFigure
from acuchart.documents.columns import Columns
from acuchart.documents.form_fields import BoxField, TextField
from acuchart.documents.ink import ink, px, styles
from acuchart.documents.panel import Frame, Panel
from acuchart.documents.typesetter import Typesetter
from acuchart.words import _

BOX = px(28)
"""Side of a box to tick, in points."""

BOX_GAP = px(12)
LINE_ROOM = px(48)
"""Height of a line to write on, in points."""


class Boxed(Flowable):
    """A box to tick and the words beside it.

    Args:
        words: May run over several lines; the box stands at the first.
        field: To click where the form is filled on a screen.
        room: Empty height below, in points.
    """

    def __init__(self, words: Paragraph, field: BoxField | None = None, room: float = px(12)) -> None:
        super().__init__()
        self.words = words
        self.field = field
        self.room = room

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        tall = self.words.wrap(available_width - BOX - BOX_GAP, available_height)[1]
        self._tall = max(float(tall), BOX + px(4))
        return available_width, self._tall + self.room

    def draw(self) -> None:
        line = self.words.style.leading
        bottom = self.room + self._tall - (line + BOX) / 2
        draw_box(self, 0, bottom)
        self.words.drawOn(self.canv, BOX + BOX_GAP, self.room + self._tall - self.words.height)
        if self.field is not None:
            self.field.draw(self.canv, 0, bottom, BOX)


def draw_box(flowable: Flowable, x: float, y: float, width: float = BOX, height: float = BOX) -> None:
    """An empty box with rounded corners; (x, y) is its lower left corner, in points."""
    canvas = flowable.canv
    canvas.setStrokeColor(ink().box_line)
    canvas.setFillColor(ink().page)
    canvas.setLineWidth(px(2))
    canvas.roundRect(x, y, width, height, px(6), stroke=1, fill=1)


class Scale(Flowable):
    """Numbered boxes in a row, such as pain from 0 to 10."""

    GAP = px(7)
    HEIGHT = px(44)

    def __init__(self, numbers: Sequence[int], fields: Sequence[BoxField], setter: Typesetter) -> None:
        super().__init__()
        self.fields = fields
        self.numbers = [setter.paragraph(str(number), styles().visit_date) for number in numbers]

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        count = len(self.numbers)
        self._each = min((available_width - self.GAP * (count - 1)) / count, px(64))
        return available_width, self.HEIGHT + px(6)

    def draw(self) -> None:
        for place, number in enumerate(self.numbers):
            x = place * (self._each + self.GAP)
            draw_box(self, x, px(6), self._each, self.HEIGHT)
            high = number.wrap(self._each, self.HEIGHT)[1]
            number.drawOn(self.canv, x, px(6) + (self.HEIGHT - high) / 2)
        for place, field in enumerate(self.fields):
            middle = (self._each - BOX) / 2
            field.draw(self.canv, place * (self._each + self.GAP) + middle, px(6) + px(8), BOX)

    @property
    def across(self) -> float:
        """How far the row reaches once it was wrapped, in points."""
        return len(self.numbers) * (self._each + self.GAP) - self.GAP


class Lines(Flowable):
    """Lines to write on, with a field over all of them where the form is filled on a screen."""

    def __init__(self, lines: int, field: TextField | None = None, room: float = LINE_ROOM) -> None:
        super().__init__()
        self.lines = lines
        self.field = field
        self.room = room

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        self._wide = available_width
        return available_width, self.lines * self.room + px(6)

    def draw(self) -> None:
        canvas = self.canv
        canvas.setStrokeColor(ink().writing_line)
        canvas.setLineWidth(px(1.5))
        for line in range(self.lines):
            y = px(6) + line * self.room
            canvas.line(0, y, self._wide, y)
        if self.field is not None:
            canvas.saveState()
            canvas.translate(0, px(6))
            self.field.draw(canvas, self._wide, self.lines * self.room - px(6))
            canvas.restoreState()


def body_to_shade(body: Body, width: float, height: float, setter: Typesetter) -> Panel:
    """Front and back of the body in a box, with their names."""
    frame = Frame(ink().page, ink().line, across=px(18), down=px(22))
    each = (width - 2 * frame.across) / 2
    named = (("front", _("Front")), ("back", _("Back")))
    columns = [
        [WholeFigure(body, Figure(view, ()), height), setter.paragraph(name, styles().small_centred)]
        for view, name in named
    ]
    return Panel([Columns(columns, [each, each], 0.0)], frame, whole=True)
