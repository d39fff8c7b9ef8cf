"""Course of care, scores and goals of a patient, at the side of the chart."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from acuchart.clinic.chart import PatientChart
from acuchart.clinic.course import Course, Goal
from acuchart.clinic.schedule import schedule_words
from acuchart.clinic.visit import Visit
from acuchart.screens.parts.card import Card
from acuchart.screens.parts.painted import Painted, begin, draw_panel
from acuchart.screens.parts.sparkline import Sparkline
from acuchart.screens.parts.tag import Tag, TagTone
from acuchart.screens.parts.text import Text
from acuchart.words import _, format_number

BAR = 10
LAST = 10


class VisitBars(Painted):
    """A bar for each visit of the schedule: done filled, now outlined."""

    def __init__(self) -> None:
        super().__init__(name="chart.bars")
        self._done = self._all = 0
        self._now = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_visits(self, done: int, now: bool, planned: int) -> None:
        """Shows how many visits are signed, whether one is open, and how many were agreed."""
        self._done, self._now, self._all = done, now, max(planned, done + now)
        words = _("{done} of {total} visits done").format(done=done, total=self._all)
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, BAR)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = begin(self), self.theme
        gap = 6.0
        width = (self.width() - gap * (self._all - 1)) / max(1, self._all)
        for place in range(self._all):
            rect = QRectF(place * (width + gap), 0, width, BAR)
            if place < self._done:
                draw_panel(painter, rect, theme.colour("jade"), None, BAR / 2)
            elif self._now and place == self._done:
                draw_panel(painter, rect, theme.colour("surface"), theme.colour("jade"), BAR / 2, 2)
            else:
                draw_panel(painter, rect, theme.colour("sunken"), None, BAR / 2)
        painter.end()


class GoalBar(Painted):
    """How far a goal has come from its first figure to its aim."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self._share = share
        self.setFixedHeight(6)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        whole = QRectF(self.rect())
        draw_panel(painter, whole, self.theme.colour("sunken"), None, 3)
        if self._share > 0:
            done = QRectF(0, 0, whole.width() * self._share, whole.height())
            draw_panel(painter, done, self.theme.colour("jade"), None, 3)
        painter.end()


class CourseCards(QWidget):
    """Three cards: the course, pain over the visits, the goals."""

    def __init__(self) -> None:
        super().__init__()
        self._course = Card(_("Course of care"), name="chart.course")
        self._review = Tag(_("Review due"), TagTone.CAUTION, icon="calendar-days")
        self._course.head.addWidget(self._review)
        self._complaint = Text("", "small", "ink2", wrap=True)
        self._place = Text("", "h2")
        self._bars = VisitBars()
        self._schedule = Text("", "small", "ink2", wrap=True)
        for widget in (self._complaint, self._place, self._bars, self._schedule):
            self._course.body.addWidget(widget)
        self._scores = Card(_("Outcomes"), name="chart.outcomes")
        self._no_scores = Text("", "small", "ink2", wrap=True)
        self._spark = Sparkline(_("Pain, 0 to 10"), name="chart.pain")
        self._change = Text("", "small", "ink2", wrap=True)
        for part in (self._no_scores, self._spark, self._change):
            self._scores.body.addWidget(part)
        self._goals = Card(_("Goals"), name="chart.goals")
        self._goal_list = QVBoxLayout()
        self._goals.body.addLayout(self._goal_list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for card in (self._course, self._scores, self._goals):
            column.addWidget(card)
        column.addStretch(1)

    def show_chart(self, chart: PatientChart, today: date) -> None:
        """Shows the course opened last, and what its visits recorded."""
        course = max(chart.courses, key=lambda c: c.opened_at) if chart.courses else None
        visits = sorted(
            (v for v in chart.visits if course and v.course_id == course.id), key=lambda v: v.number
        )
        self._show_course(course, visits, today)
        self._show_scores([visit.check_in.pain_now for visit in visits])
        self._show_goals([goal for goal in course.goals if goal.named] if course else ())

    def _show_course(self, course: Course | None, visits: Sequence[Visit], today: date) -> None:
        self._bars.setVisible(course is not None)
        self._complaint.setVisible(bool(course and course.complaint))
        if course is None:
            self._review.hide()
            self._place.setText(_("No course yet"))
            self._schedule.setText(_("The first visit opens one."))
            return
        chronic = _(" · chronic") if course.chronic(today) else ""
        self._complaint.setText(course.complaint + chronic)
        now = any(not visit.signed for visit in visits)
        done = sum(visit.signed for visit in visits)
        total = course.schedule.visits
        self._place.setText(_("Visit {n} of {total}").format(n=max(1, done + now), total=total))
        self._bars.show_visits(done, now, total)
        self._schedule.setText(schedule_words(course.schedule))
        self._review.setVisible(done + now == course.schedule.review_visit)

    def _show_scores(self, scores: list[int | None]) -> None:
        known = [score for score in scores if score is not None]
        self._spark.setVisible(len(known) > 1)
        self._spark.show_scores(scores[-LAST:], 0, 10)
        self._no_scores.setVisible(len(known) < 2)
        self._change.setVisible(len(known) > 1)
        if not known:
            self._no_scores.setText(_("No scores yet"))
        elif len(known) == 1:
            self._no_scores.setText(_("One score so far: {n}. A trend needs two visits.").format(n=known[0]))
        else:
            self._change.setText(
                _("Pain at check-in: {first} at first, {last} now").format(first=known[0], last=known[-1])
            )

    def _show_goals(self, goals: Sequence[Goal]) -> None:
        while (item := self._goal_list.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for goal in goals:
            self._goal_list.addWidget(_goal_row(goal))
        if not goals:
            self._goal_list.addWidget(
                Text(_("No goals yet. They are set in the plan."), "small", "ink2", wrap=True)
            )


def share_of(goal: Goal) -> float:
    """How far from the first figure to the aim, 0 to 1; 0 where a figure was not asked."""
    if goal.first is None or goal.now is None or goal.aim is None or goal.aim == goal.first:
        return 0.0
    return max(0.0, min(1.0, (goal.now - goal.first) / (goal.aim - goal.first)))


def _goal_row(goal: Goal) -> QWidget:
    row = QWidget()
    column = QVBoxLayout(row)
    column.setContentsMargins(0, 0, 0, 4)
    column.setSpacing(6)
    words = QHBoxLayout()
    words.addWidget(Text(goal.words, "body", wrap=True), 1)
    now = "–" if goal.now is None else format_number(goal.now)
    aim = "–" if goal.aim is None else format_number(goal.aim)
    words.addWidget(Text(_("{now}, aim {aim}").format(now=now, aim=aim), "small", "ink2"))
    column.addLayout(words)
    column.addWidget(GoalBar(share_of(goal)))
    return row
