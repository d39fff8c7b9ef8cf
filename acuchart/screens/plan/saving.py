"""What keeps goals, schedule and words of one visit's plan written. Knows no Qt."""

from collections.abc import Callable
from uuid import UUID

from acuchart.charting.courses import Courses
from acuchart.charting.plan import Plans
from acuchart.clinic.chart import VisitChart
from acuchart.clinic.course import Goal, Schedule
from acuchart.clinic.plan import PlanDraft
from acuchart.screens.shell.autosave import Timer
from acuchart.screens.shell.background import Background
from acuchart.screens.shell.navigation import Navigator
from acuchart.screens.shell.saves import Saves

Goals = tuple[Goal, ...]


class PlanSaves(Saves):
    """Goals, schedule and words, the three parts of a plan that are typed."""

    def __init__(
        self,
        plans: Plans,
        courses: Courses,
        background: Background,
        go: Navigator,
        timer: Callable[[], Timer],
        on_conflict: Callable[[UUID, str], None],
        chart: VisitChart,
        draft: PlanDraft,
    ) -> None:
        super().__init__(chart.visit.id, background, go, timer, on_conflict)
        self._plans, self._courses, self._course_id = plans, courses, chart.course.id
        self.goals = self.part(self._write_goals, chart.course.goals)
        self.schedule = self.part(self._write_schedule, chart.course.schedule)
        self.draft = self.part(self._write_draft, draft)

    def start(self, chart: VisitChart, draft: PlanDraft) -> None:
        """Begins anew with the parts as they stand in the records."""
        self.goals.start(chart.course.goals)
        self.schedule.start(chart.course.schedule)
        self.draft.start(draft)

    def upon(self, chart: VisitChart, draft: PlanDraft) -> tuple[Goals, Schedule, PlanDraft]:
        """The parts with what was typed and is not written yet."""
        goals, schedule = self.goals.value, self.schedule.value
        return (
            chart.course.goals if goals is None else goals,
            schedule or chart.course.schedule,
            self.draft.value or draft,
        )

    def _write_goals(self, new: Goals, seen: Goals) -> Goals:
        return self._courses.set_goals(self._course_id, new, seen).goals

    def _write_schedule(self, new: Schedule, seen: Schedule) -> Schedule:
        return self._courses.set_schedule(self._course_id, new, seen).schedule

    def _write_draft(self, new: PlanDraft, seen: PlanDraft) -> PlanDraft:
        return self._plans.write(self.visit_id, new, seen)
