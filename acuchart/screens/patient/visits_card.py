"""The visits of a patient, newest first."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acuchart.clinic.chart import PatientChart
from acuchart.clinic.intake import Intake, IntakeState
from acuchart.clinic.visit import REACTION_WORDS, Visit
from acuchart.screens.parts.card import Card
from acuchart.screens.parts.flow import FlowLayout
from acuchart.screens.parts.row import Row
from acuchart.screens.parts.scroll import Scroll
from acuchart.screens.parts.segmented import Option, Segmented
from acuchart.screens.parts.states import EmptyState
from acuchart.screens.parts.tag import Tag, TagTone
from acuchart.screens.parts.text import Text
from acuchart.words import _, format_date, local, ngettext

ALL, NOTES, FORMS = "all", "notes", "forms"
MOST_CODES = 6


class VisitsCard(Card):
    """A row for each visit and each form.

    Signals:
        visit_opened: A visit; intake_opened: a form.
    """

    visit_opened = Signal(object)
    intake_opened = Signal(object)

    def __init__(self, pattern_words: Callable[[str], str], form_words: Callable[[str], str]) -> None:
        super().__init__(padding=(12, 20), name="chart.visits")
        self._pattern_words = pattern_words
        self._form_words = form_words
        self._chart: PatientChart | None = None
        self._rows: list[QWidget] = []
        options = (Option(ALL, _("All")), Option(NOTES, _("Notes")), Option(FORMS, _("Forms")))
        self._filter = Segmented(options, name="chart.filter", label=_("Show"))
        self._filter.chosen.connect(lambda _key: self._fill())
        head = QHBoxLayout()
        head.addWidget(Text(_("Visits"), "h3"))
        head.addStretch(1)
        head.addWidget(self._filter)
        self.body.addLayout(head)
        self._empty = EmptyState(
            "calendar-days", _("No visits yet"), _("Start the first visit to begin the chart.")
        )
        self.body.addWidget(self._empty, 1)
        self.body.addWidget(self._make_list(), 1)

    def _make_list(self) -> Scroll:
        holder = QWidget()
        self._list = QVBoxLayout(holder)
        self._list.setContentsMargins(0, 0, 8, 0)
        self._list.setSpacing(0)
        self._list.addStretch(1)
        self._area = Scroll(holder)
        return self._area

    def show_chart(self, chart: PatientChart) -> None:
        """Lists visits and forms."""
        self._chart = chart
        self._fill()

    def _fill(self) -> None:
        for row in self._rows:
            self._list.removeWidget(row)
            row.deleteLater()
        self._rows = self._make_rows(self._chart) if self._chart else []
        for place, row in enumerate(self._rows):
            self._list.insertWidget(place, row)
        self._empty.setVisible(not self._rows)
        self._area.setVisible(bool(self._rows))

    def _make_rows(self, chart: PatientChart) -> list[QWidget]:
        complaints = {course.id: course.complaint for course in chart.courses}
        dated: list[tuple[float, QWidget]] = []
        if self._filter.key in (ALL, FORMS):
            dated += [(form.handed_out_at.timestamp(), self._form_row(form)) for form in chart.intakes]
        if self._filter.key in (ALL, NOTES):
            dated += [
                (visit.arrived_at.timestamp(), self._visit_row(visit, complaints.get(visit.course_id, "")))
                for visit in chart.visits
            ]
        return [row for _when, row in sorted(dated, key=lambda pair: -pair[0])]

    def _visit_row(self, visit: Visit, complaint: str) -> Row:
        title = ", ".join(filter(None, (self._pattern_words(visit.assessment.primary), complaint)))
        title = title or _("Visit {n}").format(n=visit.number)
        row = self._row(f"chart.visit.{visit.id}", str(visit.number), title, gist(visit), _tags(visit))
        row.cells.addWidget(Text(format_date(local(visit.arrived_at).date()), "small", "ink2"))
        if visit.check_in.pain_now is not None:
            score = QVBoxLayout()
            score.setSpacing(0)
            score.addStretch(1)
            score.addWidget(Text(str(visit.check_in.pain_now), "h2"), 0, Qt.AlignmentFlag.AlignRight)
            score.addWidget(Text(_("pain"), "caption", "ink2"), 0, Qt.AlignmentFlag.AlignRight)
            score.addStretch(1)
            row.cells.addLayout(score)
        row.tapped.connect(lambda: self.visit_opened.emit(visit))
        return row

    def _form_row(self, form: Intake) -> Row:
        state = {
            IntakeState.HANDED_OUT: Tag(_("Not finished"), TagTone.NEUTRAL),
            IntakeState.COMPLETED: Tag(_("Form to read"), TagTone.INFO, icon="clipboard-list"),
            IntakeState.ACCEPTED: Tag(_("Accepted"), TagTone.JADE, icon="check"),
        }[form.state]
        row = self._row(f"chart.form.{form.id}", "", self._form_words(form.form), "", [state])
        row.cells.addWidget(Text(format_date(local(form.handed_out_at).date()), "small", "ink2"))
        row.tapped.connect(lambda: self.intake_opened.emit(form))
        return row

    def _row(self, name: str, number: str, title: str, line: str, tags: Sequence[Tag]) -> Row:
        mark = Text(number, "bodyStrong", "jadeText")
        mark.setFixedWidth(32)
        mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.setContentsMargins(0, 6, 0, 8)
        words.addWidget(Text(title, "bodyStrong", wrap=True))
        if line:
            words.addWidget(Text(line, "small", "ink2", wrap=True))
        words.addWidget(_flow(tags))
        row = Row([mark], label=f"{number} {title}. {line}".strip(), tappable=True, name=name)
        row.cells.addLayout(words, 1)
        return row


def gist(visit: Visit) -> str:
    """One line of what was done."""
    codes = [needling.code for needling in visit.points]
    more = len(codes) - MOST_CODES
    shown = ", ".join(codes[:MOST_CODES]) + (f" +{more}" if more > 0 else "")
    return " · ".join(filter(None, (shown, visit.check_in.words.strip())))


def _tags(visit: Visit) -> list[Tag]:
    tags = [Tag(_("Signed"), TagTone.JADE, icon="lock") if visit.signed else Tag(_("Draft"), TagTone.CAUTION)]
    points = len(visit.points)
    if points:
        tags.append(Tag(ngettext("{n} point", "{n} points", points).format(n=points)))
    tags += [Tag(_(REACTION_WORDS[kind]), TagTone.CAUTION) for kind in visit.reactions.kinds]
    return tags


def _flow(tags: Sequence[Tag]) -> QWidget:
    holder = QWidget()
    flow = FlowLayout(holder)
    for tag in tags:
        flow.addWidget(tag)
    return holder
