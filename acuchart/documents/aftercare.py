"""The aftercare slip on paper: one page, taken home after a treatment."""

from collections.abc import Sequence

from reportlab.platypus import Flowable, Spacer

from acuchart.clinic.aftercare_sheet import AftercareSheet
from acuchart.documents.boxes import help_boxes
from acuchart.documents.columns import Columns
from acuchart.documents.furniture import Furniture, Heading
from acuchart.documents.ink import ink, px, styles
from acuchart.documents.layout import Story, lay_out
from acuchart.documents.panel import Frame, Panel
from acuchart.documents.paper import Paper
from acuchart.documents.smaller import Smaller
from acuchart.documents.typesetter import Typesetter
from acuchart.words import _

GAP = px(44)
WIDE, NARROW = px(26), px(14)
"""Empty height before a heading; the narrower where not all goes on one page otherwise."""

SIZES = (1.0, 0.96, 0.92, 0.88, 0.84, 0.8, 0.76, 0.72)
"""How far everything may be made smaller to stay on one page; what needs more runs onto a second one."""


def draw_slip(sheet: AftercareSheet) -> Paper:
    """The slip; the same sheet always gives the same bytes.

    Raises:
        ChartTrouble: The logo of the letterhead cannot be read.
    """
    for size in SIZES:
        slip = _Slip(sheet, WIDE if size == 1.0 else NARROW, size)
        if slip.fits():
            return slip.draw()
    return _Slip(sheet, NARROW, 1.0).draw()


class _Slip:
    """The story of a slip, made afresh each time it is asked for."""

    def __init__(self, sheet: AftercareSheet, room: float, size: float) -> None:
        self.sheet = sheet
        self.room = room
        self.size = size
        self.set = Typesetter()
        heading = Heading(_("After your treatment"), sheet.date, sheet.foot, draft=sheet.draft)
        self.furniture = Furniture(sheet.letterhead, sheet.paper, heading, self.set)
        self.width = self.furniture.frame.width / size

    def fits(self) -> bool:
        """Whether all of it stands on one page."""
        frame = self.furniture.frame
        return Smaller(self.story(), self.size).wrap(frame.width, frame.height)[1] <= frame.height

    def draw(self) -> Paper:
        if self.size == 1.0:
            return self._lay_out(self.story)
        return self._lay_out(lambda: [Smaller(self.story(), self.size)])

    def _lay_out(self, story: Story) -> Paper:
        return lay_out(story, self.furniture, self.set, _("Aftercare slip"), self.sheet.language)

    def story(self) -> list[Flowable]:
        sheet = self.sheet
        return [
            self.set.paragraph(sheet.patient_name, styles().name),
            self.set.paragraph(sheet.born, styles().intro),
            *self._chest(),
            *self._beside((_("What was done today"), sheet.done), (_("Normal afterwards"), sheet.normal)),
            *self._stays(),
            *self._help(),
            *self._list(_("What comes next"), sheet.follow_up),
        ]

    def _heading(self, words: str) -> Flowable:
        return self.set.paragraph(words, styles().heading.clone("heading in slip", spaceBefore=self.room))

    def _list(self, heading: str, texts: Sequence[str]) -> list[Flowable]:
        return [self._heading(heading), *self.set.bullets(texts)] if texts else []

    def _beside(self, *named: tuple[str, Sequence[str]]) -> list[Flowable]:
        columns = [self._list(heading, texts) for heading, texts in named if texts]
        if len(columns) < 2:
            return columns[0] if columns else []
        return [Columns(columns, [(self.width - GAP) / 2] * 2, GAP, (self.room, 0.0))]

    def _chest(self) -> list[Flowable]:
        """What may not be missed stands first, in a frame of its own."""
        if not self.sheet.chest:
            return []
        style = styles().card_heading.clone("chest heading", textColor=ink().cinnabar)
        words: list[Flowable] = [self.set.paragraph(_("You had needles near the lung"), style)]
        frame = Frame(ink().cinnabar_tint, ink().cinnabar, px(2.5), across=px(32), down=px(30))
        told = self.set.bullets(self.sheet.chest, ink().cinnabar)
        return [Spacer(1, self.room), Panel([*words, *told], frame)]

    def _stays(self) -> list[Flowable]:
        sheet = self.sheet
        if not sheet.left_in:
            return []
        style = styles().card_heading.clone("stays heading", textColor=ink().ochre_text)
        words: list[Flowable] = [self.set.paragraph(_("What stays in, and until when"), style)]
        words += [self.set.paragraph(line, styles().strong) for line in sheet.left_in]
        frame = Frame(ink().ochre_tint, ink().ochre_line, px(2.5), across=px(32), down=px(30))
        cared = [self.set.paragraph(line, styles().card) for line in sheet.care]
        return [Spacer(1, self.room), Panel([*words, *cared], frame)]

    def _help(self) -> list[Flowable]:
        sheet = self.sheet
        boxes = help_boxes(sheet.straight_away, sheet.same_day, sheet.same_day_by, self.width, self.set)
        return [self._heading(_("When to seek help")), *boxes] if boxes else []
