"""The second page of the treatment plan: what to do between visits, what to expect, when to seek help."""

from dataclasses import dataclass

from reportlab.platypus import Flowable

from acuchart.clinic.details import Paper as Size
from acuchart.clinic.plan import PlanSheet
from acuchart.documents.boxes import cards, help_boxes
from acuchart.documents.columns import Columns, Together
from acuchart.documents.ink import px, styles
from acuchart.documents.signatures import signature_lines
from acuchart.documents.smaller import Smaller
from acuchart.documents.typesetter import Typesetter
from acuchart.words import _

ROOM = {Size.A4: px(38), Size.LETTER: px(26)}
"""Empty height before a heading; the shorter sheet has less to give."""

GAP = px(44)
"""Empty width between the two lists."""


@dataclass(frozen=True, slots=True)
class Step:
    """How closely the page is set.

    Attributes:
        room: Part of the usual empty height before a heading, and above the lines for signatures.
        size: Part of the usual size of everything.
    """

    room: float = 1.0
    size: float = 1.0


STEPS = (Step(), Step(0.7), Step(0.65, 0.96), Step(0.6, 0.92), Step(0.55, 0.88))
"""From the usual to the closest that reads comfortably: body text is then still larger than 9 points."""


def second_page(sheet: PlanSheet, width: float, height: float, setter: Typesetter) -> list[Flowable]:
    """All of it, set no closer than needed to stay on one page; as usual where it runs over all the same."""
    for step in STEPS:
        page = _SecondPage(sheet, width / step.size, setter, step.room).story()
        whole = Smaller(page, step.size)
        if whole.wrap(width, height)[1] <= height:
            return page if step.size == 1.0 else [whole]
    return _SecondPage(sheet, width, setter, 1.0).story()


class _SecondPage:
    """What stands on it at one step."""

    def __init__(self, sheet: PlanSheet, width: float, setter: Typesetter, room: float) -> None:
        self.sheet = sheet
        self.width = width
        self.set = setter
        self.room = room * ROOM[sheet.paper]
        self.signing = room * px(84)

    def story(self) -> list[Flowable]:
        return [*self._between_visits(), *self._two_lists(), *self._help(), *self._consent()]

    def _heading(self, words: str) -> Flowable:
        return self.set.paragraph(words, styles().heading.clone("heading in story", spaceBefore=self.room))

    def _between_visits(self) -> list[Flowable]:
        shown = [card for card in self.sheet.self_care if card.shown]
        if not shown:
            return []
        return [self._heading(_("Between visits")), *cards(shown, self.width, self.set)]

    def _two_lists(self) -> list[Flowable]:
        named = ((_("What to expect"), self.sheet.expect), (_("Please tell us if"), self.sheet.tell_us))
        columns = [[self._heading(heading), *self.set.bullets(texts)] for heading, texts in named if texts]
        if len(columns) < 2:
            return columns[0] if columns else []
        return [Columns(columns, [(self.width - GAP) / 2] * 2, GAP, (self.room, 0.0))]

    def _help(self) -> list[Flowable]:
        sheet = self.sheet
        boxes = help_boxes(sheet.straight_away, sheet.same_day, sheet.same_day_by, self.width, self.set)
        return [self._heading(_("When to seek help")), *boxes] if boxes else []

    def _consent(self) -> list[Flowable]:
        if not self.sheet.consent:
            return []
        practitioner = _("Practitioner: {name}").format(name=self.sheet.practitioner)
        lines = signature_lines(
            (_("Patient"), practitioner, _("Date")), (2, 2, 1), self.width, self.signing, self.set
        )
        words = self.set.paragraph(self.sheet.consent, styles().body)
        return [Together([self._heading(_("Your consent")), words, lines])]
