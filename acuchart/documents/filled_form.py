"""A form as it was answered, printed with the form it was given to."""

from collections.abc import Iterable

from reportlab.platypus import Flowable

from acuchart.clinic.body import Body
from acuchart.clinic.details import Paper as Size
from acuchart.clinic.forms import Answers, Control, Item, ItemType, Questionnaire, enabled
from acuchart.clinic.painting import read_painting
from acuchart.clinic.plan import Letterhead
from acuchart.documents.columns import Columns, Together
from acuchart.documents.furniture import Furniture, Heading
from acuchart.documents.goals import Rule
from acuchart.documents.ink import px, styles
from acuchart.documents.layout import lay_out
from acuchart.documents.painted_body import painted_body
from acuchart.documents.paper import Paper
from acuchart.documents.typesetter import Typesetter
from acuchart.words import _

QUESTION_PART = 0.52
"""How much of the width the question takes."""


def draw_filled_form(
    questionnaire: Questionnaire,
    answers: Answers,
    letterhead: Letterhead,
    size: Size,
    body: Body,
    *,
    foot: str,
    answered_on: str,
) -> Paper:
    """The questions that were asked, each with its answer; what was left open says so.

    Args:
        questionnaire: The version the answers were given to.
        answers: As given.
        letterhead: The head of the page.
        size: Of the paper.
        body: For painted pain.
        foot: Name, birth date and record number.
        answered_on: Below the title, such as the date of the answers.

    Raises:
        ChartTrouble: The logo, or the painted body, cannot be read.
    """
    setter = Typesetter()
    furniture = Furniture(letterhead, size, Heading(_(questionnaire.title), answered_on, foot), setter)
    form = _Filled(answers, body, furniture.frame.width, setter)

    def story() -> list[Flowable]:
        return [part for item in questionnaire.items for part in form.section(item)]

    return lay_out(story, furniture, setter, questionnaire.title, "en")


class _Filled:
    """Questions with their answers."""

    def __init__(self, answers: Answers, body: Body, width: float, setter: Typesetter) -> None:
        self.answers = answers
        self.body = body
        self.width = width
        self.set = setter

    def section(self, item: Item) -> list[Flowable]:
        """A section with what was asked in it; nothing where it was not asked at all."""
        rows = self._rows(item.items) if enabled(item, self.answers) else []
        heading = styles().heading.clone("section", spaceBefore=px(30))
        return [self.set.paragraph(_(item.text), heading), *rows] if rows else []

    def _rows(self, items: Iterable[Item]) -> list[Flowable]:
        asked = (item for item in items if enabled(item, self.answers))
        return [row for item in asked for row in self._row(item)]

    def _row(self, item: Item) -> list[Flowable]:
        if item.type is ItemType.GROUP:
            heading = styles().card_heading.clone("group", spaceBefore=px(16))
            return [self.set.paragraph(_(item.text), heading), *self._rows(item.items)]
        if item.type is ItemType.DISPLAY:
            return [self.set.paragraph(_(item.text), styles().small)]
        if item.control is Control.BODY_CHART and self.answers.answered(item.link_id):
            return [Together([self.set.paragraph(_(item.text), styles().question), *self._painted(item)])]
        return [self._answered(item)]

    def _painted(self, item: Item) -> list[Flowable]:
        painting = read_painting(str(self.answers.one(item.link_id)))
        return [*painted_body(painting, self.body, self.width, self.set), Rule(px(8), px(8))]

    def _answered(self, item: Item) -> Flowable:
        gap = px(24)
        question = (self.width - gap) * QUESTION_PART
        words = self.answers.words(item.link_id)
        answer = (words, styles().given) if words else (_("not answered"), styles().open)
        columns: list[list[Flowable]] = [
            [self.set.paragraph(_(item.text), styles().answer)],
            [self.set.paragraph(*answer)],
        ]
        row = Columns(columns, [question, self.width - gap - question], gap)
        return Together([row, Rule(px(7), px(7))])
