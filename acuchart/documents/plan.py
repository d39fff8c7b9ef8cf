"""The treatment plan on paper, as the patient takes it home."""

from dataclasses import replace

from reportlab.platypus import Flowable, Spacer

from acuchart.clinic.body import Body
from acuchart.clinic.details import Paper as Size
from acuchart.clinic.plan import BodyPicture, PlanSheet
from acuchart.documents.body_figure import CloseUp, WholeFigure
from acuchart.documents.boxes import quiet_frame, visit_rows
from acuchart.documents.columns import UNBOUNDED, Columns, Together, fill
from acuchart.documents.furniture import Furniture, Heading, Rectangle
from acuchart.documents.goals import goal_rows
from acuchart.documents.ink import px, styles
from acuchart.documents.layout import NewPageAfterFirst, lay_out
from acuchart.documents.panel import Frame, Panel
from acuchart.documents.paper import Paper
from acuchart.documents.plan_second import ROOM, second_page
from acuchart.documents.typesetter import Typesetter
from acuchart.words import _

PICTURE_WIDTH = px(388)
PICTURE_GAP = px(44)
HEIGHTS = {Size.A4: px(458), Size.LETTER: px(345)}
"""Height of the whole figure on each size of paper."""


def draw_plan(sheet: PlanSheet, body: Body) -> Paper:
    """The plan, page by page; the same sheet always gives the same bytes.

    Args:
        sheet: Every word and figure of it. Lists may be empty: their headings are left out with them.
        body: The body chart that the sheet's picture names views of.

    Raises:
        ChartTrouble: The logo of the letterhead cannot be read.
    """
    setter = Typesetter()
    heading = Heading(sheet.title, sheet.issue_line, sheet.foot, draft=sheet.draft)
    furniture = Furniture(sheet.letterhead, sheet.paper, heading, setter)
    pages = _Pages(sheet, body, furniture.frame, setter)
    return lay_out(pages.story, furniture, setter, _("Treatment plan"), sheet.language)


class _Pages:
    """The story of a plan, made afresh each time it is asked for."""

    def __init__(self, sheet: PlanSheet, body: Body, frame: Rectangle, setter: Typesetter) -> None:
        self.sheet = sheet
        self.body = body
        self.frame = frame
        self.width = frame.width
        self.set = setter
        self.room = ROOM[sheet.paper]

    def story(self) -> list[Flowable]:
        """Both pages; the second begins afresh unless the first has run over."""
        first = [*self._greeting(), *self._treatment(), *self._visits()]
        alone = fill(first, self.width).height <= self.frame.height
        # What goes on below the first page is set as usual: it has no page of its own to keep to.
        height = self.frame.height if alone else UNBOUNDED
        later = second_page(self.sheet, self.width, height, self.set)
        return [*first, *([NewPageAfterFirst()] if later else []), *later]

    def _heading(self, words: str) -> Flowable:
        return self.set.paragraph(words, styles().heading.clone("heading in story", spaceBefore=self.room))

    def _greeting(self) -> list[Flowable]:
        words: list[Flowable] = [self.set.paragraph(self.sheet.patient_name, styles().name)]
        if self.sheet.intro:
            words.append(self.set.paragraph(self.sheet.intro, styles().intro))
        return words

    def _treatment(self) -> list[Flowable]:
        """Goals and what is done, and beside them where the needles go."""
        if self.sheet.picture is None:
            return self._words(self.width)
        left = self.width - PICTURE_WIDTH - PICTURE_GAP
        columns: list[list[Flowable]] = [self._words(left), [self._picture(self.sheet.picture)]]
        return [Columns(columns, [left, PICTURE_WIDTH], PICTURE_GAP, (px(36), 0.0))]

    def _words(self, width: float) -> list[Flowable]:
        words: list[Flowable] = []
        if self.sheet.goals:
            words.append(self._heading(_("Your goals")))
            words += goal_rows(self.sheet.goals, width, self.set)
        if self.sheet.what_we_do:
            words += [self._heading(_("What we will do"))]
            words += self.set.bullets(self.sheet.what_we_do)
        return words

    def _picture(self, picture: BodyPicture) -> Panel:
        parts: list[Flowable] = [self._figures(picture)]
        if picture.frame is not None:
            closeup = CloseUp(self.body, picture.figure, picture.frame, px(240), self.set)
            parts += [Spacer(1, px(24)), closeup]
        if picture.caption:
            parts.append(self.set.paragraph(picture.caption, styles().small_centred))
        return Panel(parts, _picture_frame(), whole=True)

    def _figures(self, picture: BodyPicture) -> Flowable:
        figures = (picture.figure, *picture.beside)
        height = HEIGHTS[self.sheet.paper]
        each = (PICTURE_WIDTH - 2 * _picture_frame().across) / len(figures)
        frames = (picture.frame, *(None for _other in picture.beside))
        drawn = [
            [WholeFigure(self.body, figure, height, frame)]
            for figure, frame in zip(figures, frames, strict=True)
        ]
        return Columns(drawn, [each] * len(figures), 0.0)

    def _visits(self) -> list[Flowable]:
        sheet = self.sheet
        if not sheet.visits and not sheet.schedule:
            return []
        words = [self._heading(_("Your visits"))]
        if sheet.schedule:
            words.append(self.set.paragraph(sheet.schedule, styles().schedule))
        *rows, last = visit_rows(sheet.visits, self.width, self.set) or [Spacer(1, 0)]
        if sheet.visits_foot:
            return [
                *words,
                *rows,
                Together([last, self.set.paragraph(sheet.visits_foot, styles().after)]),
            ]
        return [*words, *rows, last]


def _picture_frame() -> Frame:
    """A card with a little more room inside, so that the caption keeps to two lines."""
    return replace(quiet_frame(), across=px(24))
