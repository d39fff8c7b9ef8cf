"""What keeps goals, schedule and words of one visit's plan written. Knows no Qt."""

from collections.abc import Callable
from uuid import UUID

from acuchart.charting.courses import Courses
from acuchart.charting.plan import Plans
from acuchart.clinic.chart import VisitChart
from acuchart.clinic.course import Goal, Schedule
from acuchart.clinic.plan import PlanDraft
from acuchart.clinic.trouble import ChangedElsewhere, ChartTrouble
from acuchart.screens.shell.autosave import Autosave, Timer
from acuchart.screens.shell.background import Background
from acuchart.screens.shell.navigation import Navigator

Goals = tuple[Goal, ...]


class PlanSaves:
    """Three parts of one plan, each saved by itself. It stays bound to its visit, whatever is opened next.

    `on_conflict` is called with the id of the visit and a sentence when a part was changed elsewhere; that
    part is kept unwritten until a person chooses, and `conflict` says why.
    """

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
        self._plans, self._courses = plans, courses
        self._on_conflict = on_conflict
        self.conflict = ""
        self.visit_id, self._course_id = chart.visit.id, chart.course.id
        self.goals = Autosave(background, go, self._write_goals, self._failed, timer(), timer())
        self.schedule = Autosave(background, go, self._write_schedule, self._failed, timer(), timer())
        self.draft = Autosave(background, go, self._write_draft, self._failed, timer(), timer())
        self.start(chart, draft)

    def start(self, chart: VisitChart, draft: PlanDraft) -> None:
        """Begins with the parts as they stand in the records."""
        self.goals.start(chart.course.goals)
        self.schedule.start(chart.course.schedule)
        self.draft.start(draft)

    @property
    def clean(self) -> bool:
        """Whether everything typed is written."""
        return self.goals.clean and self.schedule.clean and self.draft.clean

    def flush(self) -> None:
        """Writes at once what waits."""
        for part in (self.goals, self.schedule, self.draft):
            part.flush()

    def upon(self, chart: VisitChart, draft: PlanDraft) -> tuple[Goals, Schedule, PlanDraft]:
        """The parts with what was typed and is not written yet."""
        goals, schedule = self.goals.value, self.schedule.value
        return (
            chart.course.goals if goals is None else goals,
            schedule or chart.course.schedule,
            self.draft.value or draft,
        )

    def stop(self) -> None:
        """Forgets what waits."""
        self.conflict = ""
        for part in (self.goals, self.schedule, self.draft):
            part.stop()

    def _write_goals(self, new: Goals, seen: Goals) -> Goals:
        return self._courses.set_goals(self._course_id, new, seen).goals

    def _write_schedule(self, new: Schedule, seen: Schedule) -> Schedule:
        return self._courses.set_schedule(self._course_id, new, seen).schedule

    def _write_draft(self, new: PlanDraft, seen: PlanDraft) -> PlanDraft:
        return self._plans.write(self.visit_id, new, seen)

    def _failed(self, trouble: ChartTrouble) -> None:
        """A failure is tried again by itself; a change from elsewhere waits for a person."""
        if isinstance(trouble, ChangedElsewhere):
            self.conflict = trouble.sentence
            self._on_conflict(self.visit_id, trouble.sentence)
