"""What keeps the parts of one visit written while it is on the findings screen. Knows no Qt."""

from collections.abc import Callable
from typing import TypeVar
from uuid import UUID

from acuchart.charting.courses import Courses
from acuchart.charting.findings import Findings
from acuchart.charting.visits import Visits
from acuchart.clinic.chart import VisitChart
from acuchart.clinic.course import Complaint
from acuchart.clinic.visit import CheckIn, Examination, RedFlagAnswer
from acuchart.screens.shell.autosave import Autosave, Timer
from acuchart.screens.shell.background import Background
from acuchart.screens.shell.navigation import Navigator
from acuchart.screens.shell.saves import Saves

Part = TypeVar("Part")
Answers = tuple[RedFlagAnswer, ...]


class VisitSaves(Saves):
    """Findings, check-in, complaint and answers about red flags, the four parts of the findings screen."""

    def __init__(
        self,
        visits: Visits,
        findings: Findings,
        courses: Courses,
        background: Background,
        go: Navigator,
        timer: Callable[[], Timer],
        on_conflict: Callable[[UUID, str], None],
        chart: VisitChart,
    ) -> None:
        super().__init__(chart.visit.id, background, go, timer, on_conflict)
        self._visits, self._findings, self._courses = visits, findings, courses
        self._course_id = chart.course.id
        self.found = self.part(self._write_found, chart.visit.examination)
        self.check_in = self.part(self._write_check_in, chart.visit.check_in)
        self.complaint = self.part(self._write_complaint, Complaint.of(chart.course))
        self.answers = self.part(self._write_answers, chart.visit.red_flags)

    def settle(self, theirs: VisitChart) -> None:
        """A person chose what is here over what another window wrote."""
        self.found.settle(theirs.visit.examination)
        self.check_in.settle(theirs.visit.check_in)
        self.complaint.settle(Complaint.of(theirs.course))
        self.answers.settle(theirs.visit.red_flags)
        self.flush()

    def forget(self, theirs: VisitChart) -> None:
        """A person chose what another window wrote; parts nobody else changed go on."""
        _take(self.found, theirs.visit.examination)
        _take(self.check_in, theirs.visit.check_in)
        _take(self.complaint, Complaint.of(theirs.course))
        _take(self.answers, theirs.visit.red_flags)

    def _write_found(self, new: Examination, seen: Examination) -> Examination:
        return self._findings.record(self.visit_id, new, seen).examination

    def _write_check_in(self, new: CheckIn, seen: CheckIn) -> CheckIn:
        return self._visits.check_in(self.visit_id, new, seen).check_in

    def _write_complaint(self, new: Complaint, seen: Complaint) -> Complaint:
        return Complaint.of(self._courses.describe(self._course_id, new, seen))

    def _write_answers(self, new: Answers, seen: Answers) -> Answers:
        asked, before = {answer.flag_id for answer in new}, {answer.flag_id: answer for answer in seen}
        for flag_id, answer in before.items():
            if flag_id not in asked:
                self._findings.forget_red_flag(self.visit_id, flag_id, answer)
        for answer in new:
            if answer not in seen:
                self._findings.answer_red_flag(self.visit_id, answer, before.get(answer.flag_id))
        return new


def _take(part: Autosave[Part], theirs: Part) -> None:
    if part.in_conflict:
        part.start(theirs)
