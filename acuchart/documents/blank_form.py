"""A form on paper, to be filled with a pen, or on a screen as a PDF with fields."""

from collections import deque
from collections.abc import Sequence
from itertools import chain

from reportlab.platypus import Flowable

from acuchart.clinic.body import Body
from acuchart.clinic.details import Paper as Size
from acuchart.clinic.forms import Control, Item, ItemType, Questionnaire
from acuchart.clinic.plan import Letterhead
from acuchart.documents.columns import Columns, Together
from acuchart.documents.form_conditions import only_if
from acuchart.documents.form_fields import LONGEST, NO, YES, BoxField, TextField, box_name, field_name
from acuchart.documents.form_marks import Boxed, Lines, Scale, body_to_shade
from acuchart.documents.furniture import Furniture, Heading
from acuchart.documents.goals import Rule
from acuchart.documents.ink import px, styles
from acuchart.documents.layout import lay_out
from acuchart.documents.paper import Paper
from acuchart.documents.signatures import signature_lines
from acuchart.documents.typesetter import Typesetter
from acuchart.words import _

ANSWERS_A_ROW = 3
ANSWER_WIDTH = px(130)
"""Of Yes and of No, in points."""

CHANGE_WIDTH = px(210)
TEXT_LINES = 2
BODY_HEIGHT = px(470)
SCALE = range(11)


def draw_form(
    questionnaire: Questionnaire, letterhead: Letterhead, size: Size, body: Body, *, fillable: bool = False
) -> Paper:
    """The form with everything to be answered, in the order of the screen.

    Args:
        questionnaire: The form; questions that depend on others are all there, with a word on when.
        letterhead: The head of the page.
        size: Of the paper.
        body: For the picture to shade.
        fillable: Whether the boxes and lines are fields of the PDF; the body can only be shaded by hand.

    Raises:
        ChartTrouble: The logo of the letterhead cannot be read.
    """
    setter = Typesetter()
    foot = _("Name: {line}  Kept at the clinic, not sent anywhere.").format(line="_" * 28)
    numbered = _("Form {form} · page {page} of {pages}").format(
        form=questionnaire.key.replace("|", " "), page="{page}", pages="{pages}"
    )
    heading = Heading(_(questionnaire.title), _("Please bring these pages"), foot, numbered)
    furniture = Furniture(letterhead, size, heading, setter)
    form = _Form(questionnaire, body, furniture.frame.width, setter, fillable)
    return lay_out(form.story, furniture, setter, questionnaire.title, "en")


class _Form:
    """The story of a form, made afresh each time it is asked for."""

    def __init__(
        self, questionnaire: Questionnaire, body: Body, width: float, setter: Typesetter, fillable: bool
    ) -> None:
        self.questionnaire = questionnaire
        self.body = body
        self.width = width
        self.set = setter
        self.fillable = fillable

    def story(self) -> list[Flowable]:
        """Name and date, then the sections."""
        who = (_("Name"), _("Date of birth"), _("Today"))
        head = signature_lines(who, (2, 1, 1), self.width, px(44), self.set)
        return [head, *chain.from_iterable(self._section(item) for item in self.questionnaire.items)]

    def _section(self, item: Item) -> list[Flowable]:
        heading = self.set.paragraph(_(item.text), styles().heading.clone("section", spaceBefore=px(30)))
        return [heading, *self._hints(item), *self._all(item.items)]

    def _all(self, items: Sequence[Item]) -> list[Flowable]:
        """The questions in order; two short ones share a line, and a question on a yes stands behind it."""
        parts: list[Flowable] = []
        left = deque(items)
        while left:
            item = left.popleft()
            if left and short(item) and short(left[0]):
                parts.append(self._pair(item, left.popleft()))
                continue
            parts += self._item(item)
            while left and asks_about(left[0], item):
                parts.append(self._detail(left.popleft()))
        return parts

    def _pair(self, *items: Item) -> Flowable:
        gap = px(40)
        each = (self.width - gap) / 2
        columns = [[self._question(item), *self._hints(item), *self._answer(item)] for item in items]
        return Together([Columns(columns, [each, each], gap)])

    def _detail(self, item: Item) -> Flowable:
        words = _("If yes: {question}").format(question=_(item.text))
        field = TextField(field_name(item.link_id), _(item.text), longest=item.longest or LONGEST)
        columns: list[list[Flowable]] = [
            [self.set.paragraph(words, styles().detail)],
            [Lines(1, field if self.fillable else None, px(36))],
        ]
        label, gap = self.width * 0.35, px(14)
        return Columns(columns, [label, self.width - label - gap], gap, (0.0, px(14)))

    def _item(self, item: Item) -> list[Flowable]:
        if item.type is ItemType.GROUP:
            return self._group(item)
        if item.type is ItemType.DISPLAY:
            return [self.set.paragraph(_(item.text), styles().answer)]
        if item.type is ItemType.BOOLEAN:
            return [Together([*self._hints(item), self._yes_no(item)])]
        return [Together([self._question(item), *self._hints(item), *self._answer(item)])]

    def _group(self, item: Item) -> list[Flowable]:
        heading = self.set.paragraph(_(item.text), styles().card_heading.clone("group", spaceBefore=px(22)))
        parts = [heading, *self._hints(item)]
        if item.control is Control.CHANGE_ROWS:
            return [*parts, *(self._change(row) for row in item.items)]
        return [*parts, *self._all(item.items)]

    def _question(self, item: Item) -> Flowable:
        return self.set.paragraph(_(item.text), styles().question)

    def _hints(self, item: Item) -> list[Flowable]:
        """When the question is to be answered at all, and the line that helps to answer it."""
        hint = "" if item.control is Control.BODY_CHART else _(item.hint)
        words = (only_if(item, self.questionnaire), hint)
        return [self.set.paragraph(word, styles().hint) for word in words if word]

    def _answer(self, item: Item) -> list[Flowable]:
        if item.control is Control.BODY_CHART:
            return [self._shade()]
        if item.control is Control.PAIN_SCALE:
            return self._scale(item)
        if item.type is ItemType.CHOICE:
            return self._choice(item)
        several = item.type is ItemType.TEXT
        field = TextField(field_name(item.link_id), _(item.text), several, item.longest or LONGEST)
        lines = TEXT_LINES if several else 1
        return [Lines(lines, field if self.fillable else None)]

    def _shade(self) -> Flowable:
        return body_to_shade(self.body, self.width, BODY_HEIGHT, self.set)

    def _scale(self, item: Item) -> list[Flowable]:
        numbers = range(SCALE.start if item.least is None else item.least, (item.most or SCALE[-1]) + 1)
        fields = [
            BoxField(field_name(item.link_id), str(number), f"{_(item.text)} {number}") for number in numbers
        ]
        scale = Scale(numbers, fields if self.fillable else [], self.set)
        scale.wrap(self.width, 0)
        ends = [
            [self.set.paragraph(_(item.low), styles().small)],
            [self.set.paragraph(_(item.high), styles().small_right)],
        ]
        return [scale, Columns(ends, [scale.across / 2] * 2, 0.0, (0.0, px(10)))]

    def _choice(self, item: Item) -> list[Flowable]:
        boxes: list[Flowable] = [
            self._box(item, option.coding.code, _(option.coding.display)) for option in item.options
        ]
        each = (self.width - px(20) * (ANSWERS_A_ROW - 1)) / ANSWERS_A_ROW
        rows = -(-len(boxes) // ANSWERS_A_ROW)
        columns = [boxes[start : start + rows] for start in range(0, rows * ANSWERS_A_ROW, rows)]
        return [Columns(columns, [each] * ANSWERS_A_ROW, px(20), (0.0, px(4)))]

    def _box(self, item: Item, code: str, words: str, room: float = px(12)) -> Boxed:
        """A box of one answer; boxes of which several may be ticked have names of their own."""
        spoken = f"{_(item.text)} {words}"
        if item.repeats:
            field = BoxField(box_name(item.link_id, code), "", spoken)
        else:
            field = BoxField(field_name(item.link_id), code, spoken)
        return Boxed(self.set.paragraph(words, styles().answer), field if self.fillable else None, room)

    def _yes_no(self, item: Item) -> Flowable:
        boxes = [[self._box(item, code, words, 0.0)] for code, words in ((YES, _("Yes")), (NO, _("No")))]
        return self._row(item, boxes, ANSWER_WIDTH)

    def _change(self, item: Item) -> Flowable:
        boxes = [
            [self._box(item, option.coding.code, _(option.coding.display), 0.0)] for option in item.options
        ]
        return self._row(item, boxes, min(CHANGE_WIDTH, self.width * 0.6 / max(1, len(boxes))))

    def _row(self, item: Item, boxes: list[list[Boxed]], each: float) -> Flowable:
        """The question at the left, its answers at the right, and a light rule below."""
        gap = px(14)
        question = self.width - len(boxes) * (each + gap)
        columns: list[list[Flowable]] = [[self.set.paragraph(_(item.text), styles().answer)]]
        columns += [[*column] for column in boxes]
        row = Columns(columns, [question, *([each] * len(boxes))], gap)
        return Together([row, Rule(px(9), px(9))])


def short(item: Item) -> bool:
    """Whether half a line is enough for question and answer."""
    one_line = item.type in (ItemType.STRING, ItemType.DATE, ItemType.INTEGER)
    return one_line and item.control is Control.PLAIN and not item.enable_when


def asks_about(item: Item, before: Item) -> bool:
    """Whether a question is asked only after a yes to the one before it."""
    words = item.type in (ItemType.STRING, ItemType.TEXT)
    if not words or before.type is not ItemType.BOOLEAN or len(item.enable_when) != 1:
        return False
    (condition,) = item.enable_when
    return condition.link_id == before.link_id and condition.operator == "=" and condition.value is True
