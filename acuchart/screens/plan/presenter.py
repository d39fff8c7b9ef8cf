"""Turns what a person does on the plan into use cases."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol, TypeVar
from uuid import UUID

from acuchart.charting.courses import Courses
from acuchart.charting.plan import Plans
from acuchart.charting.visits import Visits
from acuchart.clinic.chart import VisitChart
from acuchart.clinic.course import Goal, Schedule
from acuchart.clinic.events import Event, PatientChanged, SessionChanged, VisitChanged
from acuchart.clinic.plan import Plan, PlanDraft
from acuchart.clinic.plan_points import PointsChanged, changed_words
from acuchart.clinic.trouble import ChartTrouble
from acuchart.clinic.unfinished import Form
from acuchart.documents.handing_over import write_paper
from acuchart.screens.plan.drawing import Preview, PreviewShown
from acuchart.screens.plan.saving import Goals, PlanSaves
from acuchart.screens.plan.seen import PlanFace, sum_words, versions_of, visits_done
from acuchart.screens.shell.autosave import Timer, once_written
from acuchart.screens.shell.background import Background, Lane
from acuchart.screens.shell.navigation import Navigator
from acuchart.screens.shell.saves import SavesInHand
from acuchart.words import _

Told = TypeVar("Told")


class Heard(Protocol):
    """A signal of the view."""

    def connect(self, slot: Callable[..., object], /) -> object: ...


class PlanView(PreviewShown, Protocol):
    """What the presenter asks of the screen."""

    @property
    def goals_changed(self) -> Heard: ...
    @property
    def schedule_changed(self) -> Heard: ...
    @property
    def draft_changed(self) -> Heard: ...
    @property
    def send_wanted(self) -> Heard: ...
    @property
    def print_wanted(self) -> Heard: ...
    @property
    def save_wanted(self) -> Heard: ...
    @property
    def version_wanted(self) -> Heard: ...
    @property
    def draft_wanted(self) -> Heard: ...
    @property
    def theirs_wanted(self) -> Heard: ...
    @property
    def mine_wanted(self) -> Heard: ...

    def show_plan(self, face: PlanFace) -> None: ...
    def show_sum(self, words: str) -> None: ...
    def show_missing(self, sentence: str) -> None: ...
    def show_changed(self, sentence: str) -> None: ...
    def show_version(self, words: str, pdf: bytes) -> None: ...
    def show_conflict(self, sentence: str) -> None: ...
    def show_refused(self, sentence: str) -> None: ...
    def print_paper(self, pdf: bytes) -> str: ...
    def choose_file(self, name: str) -> Path | None: ...


Edited = tuple[Goals, Schedule, PlanDraft]


class PlanPresenter:
    """The plan of one visit."""

    def __init__(
        self,
        view: PlanView,
        plans: Plans,
        visits: Visits,
        courses: Courses,
        background: Background,
        go: Navigator,
        timer: Callable[[], Timer],
    ) -> None:
        self._view = view
        self._plans = plans
        self._visits = visits
        self._background = background
        self._go = go
        self._make_saves = partial(PlanSaves, plans, courses, background, go, timer, self._conflict)
        self._saves = SavesInHand[PlanSaves]()
        self._preview = Preview(plans, view, background, timer(), self._when_written)
        self._visit_id: UUID | None = None
        self._chart: VisitChart | None = None
        self._edited: Edited = ((), Schedule(), PlanDraft())
        self._issued: tuple[Edited, Plan] | None = None
        self._connect()

    def _connect(self) -> None:
        view = self._view
        view.goals_changed.connect(self._change_goals)
        view.schedule_changed.connect(self._change_schedule)
        view.draft_changed.connect(self._change_draft)
        view.send_wanted.connect(self._send)
        view.print_wanted.connect(self._print)
        view.save_wanted.connect(self._save)
        view.version_wanted.connect(self._show_version)
        view.draft_wanted.connect(self._preview.make)
        view.theirs_wanted.connect(self._take_theirs)
        view.mine_wanted.connect(self._keep_mine)

    def open(self, visit_id: UUID) -> None:
        """Shows the plan of a visit."""
        self._saves.turn_to(visit_id)
        self._visit_id, self._chart, self._issued = visit_id, None, None
        self._preview.stop()
        self._read(self._show)
        self._preview.open(visit_id)

    @property
    def form(self) -> Form | None:
        """What is typed and can't be kept as it is; None while nothing is shown."""
        return Form("plan", self._chart.visit.id) if self._chart is not None else None

    def heard(self, event: Event) -> None:
        """Something the plan is made from has changed elsewhere."""
        chart = self._chart
        if chart is None or not self._saves.clean:
            return
        of_visit = isinstance(event, VisitChanged | SessionChanged) and event.visit_id == chart.visit.id
        if of_visit or (isinstance(event, PatientChanged) and event.patient_id == chart.patient.id):
            self._issued = None
            self._read(self._show)
            self._preview.soon()

    def leave(self) -> None:
        """Writes at once what is still unwritten."""
        self._saves.flush()

    def _when_written(self, then: Callable[[], None]) -> None:
        """Goes on when what was typed is written, or as far as it can be."""
        once_written(self, self._background, self._saves.flush, lambda: self._saves.clean, then, then)

    def _read(self, then: Callable[[tuple[VisitChart, PlanDraft]], None]) -> None:
        visit_id = self._visit_id
        if visit_id is not None:
            self._background.run(
                self,
                lambda: (self._visits.open(visit_id), self._plans.draft_of(visit_id)),
                partial(self._if_in_sight, visit_id, then),
                partial(self._if_in_sight, visit_id, self._refused),
            )

    def _if_in_sight(self, visit_id: UUID, then: Callable[[Told], object], told: Told) -> None:
        """What comes late is told to nobody: another visit may have been opened since."""
        if visit_id == self._visit_id:
            then(told)

    def _show(self, read: tuple[VisitChart, PlanDraft]) -> None:
        chart, draft = read
        saves = self._saves.now or self._make_saves(chart, draft)
        if saves.clean:
            saves.start(chart, draft)
        elif self._chart is not None:
            # What is typed is never overwritten.
            return
        self._saves.now, self._chart = saves, chart
        # What was typed before another visit was opened, and could not be written, is here again.
        goals, schedule, draft = self._edited = saves.upon(chart, draft)
        self._view.show_plan(
            PlanFace(
                number=chart.visit.number,
                goals=goals,
                schedule=schedule,
                draft=draft,
                sum=self._sum(schedule),
                versions=versions_of(chart.plans),
            )
        )
        self._show_missing()
        self._compare(chart.visit.id)
        if saves.conflict:
            self._view.show_conflict(saves.conflict)

    def _compare(self, visit_id: UUID) -> None:
        """Whether the plan last issued still tells what was done."""

        def told(changed: PointsChanged | None) -> None:
            self._view.show_changed(changed_words(changed) if changed is not None else "")

        self._background.run(
            self,
            lambda: self._plans.points_changed(visit_id),
            partial(self._if_in_sight, visit_id, told),
            partial(self._if_in_sight, visit_id, self._refused),
        )

    def _sum(self, schedule: Schedule) -> str:
        if self._chart is None:
            return ""
        return sum_words(schedule, visits_done(self._chart), self._plans.clock.today())

    def _show_missing(self) -> None:
        """What keeps the plan from being sent, if anything."""
        goals = self._edited[0]
        missing = "" if any(goal.named for goal in goals) else _("Add at least one goal.")
        if not missing and self._chart is not None and not self._chart.course.complaint:
            missing = _("Say in Findings what the course of care is for.")
        self._view.show_missing(missing)

    # What a person changed.

    def _change_goals(self, goals: tuple[Goal, ...]) -> None:
        if self._saves.now is not None and self._chart is not None and goals != self._edited[0]:
            self._edited = (goals, *self._edited[1:])
            self._saves.now.goals.changed(goals)
            self._show_missing()
            self._preview.soon()

    def _change_schedule(self, schedule: Schedule) -> None:
        if self._saves.now is not None and self._chart is not None and schedule != self._edited[1]:
            self._edited = (self._edited[0], schedule, self._edited[2])
            self._saves.now.schedule.changed(schedule)
            self._view.show_sum(self._sum(schedule))
            self._preview.soon()

    def _change_draft(self, draft: PlanDraft) -> None:
        if self._saves.now is not None and self._chart is not None:
            self._edited = (*self._edited[:2], draft)
            self._saves.now.draft.changed(draft)
            self._preview.soon()

    def _conflict(self, visit_id: UUID, sentence: str) -> None:
        if visit_id == self._visit_id:
            self._view.show_conflict(sentence)
        else:
            self._go.toast(sentence)

    def _take_theirs(self) -> None:
        self._saves.stop()
        self._read(self._show)
        self._preview.soon()

    def _keep_mine(self) -> None:
        """What stands on the screen goes over what is in the records now."""
        goals, schedule, draft = self._edited

        def write_over(read: tuple[VisitChart, PlanDraft]) -> None:
            self._saves.stop()
            self._saves.now = saves = self._make_saves(*read)
            saves.goals.changed(goals)
            saves.schedule.changed(schedule)
            saves.draft.changed(draft)
            self._preview.make()

        self._read(write_over)

    # Handing it out.

    def _send(self) -> None:
        self._issue(self._sent, to_desk=True)

    def _sent(self, plan: Plan) -> None:
        self._go.toast(_("Plan sent to the front desk"), lambda: self._withdraw(plan.id))

    def _withdraw(self, plan_id: UUID) -> None:
        self._background.run(
            self,
            lambda: self._plans.withdraw(plan_id),
            lambda _none: self._go.toast(_("Taken back from the front desk")),
            self._refused,
        )

    def _print(self) -> None:
        self._issue(self._print_issued, to_desk=False)

    def _print_issued(self, plan: Plan) -> None:
        try:
            where = self._view.print_paper(plan.pdf)
        except ChartTrouble as trouble:
            self._refused(trouble)
            return
        if where:
            self._handed_out(plan, where)

    def _save(self) -> None:
        self._issue(self._save_issued, to_desk=False)

    def _save_issued(self, plan: Plan) -> None:
        path = self._view.choose_file(_("Treatment plan {n}.pdf").format(n=plan.number))
        if path is not None:
            self._background.run(
                self,
                lambda: write_paper(plan.pdf, path),
                lambda _none: self._handed_out(plan, "PDF"),
                self._refused,
                lane=Lane.ASIDE,
            )

    def _handed_out(self, plan: Plan, where: str) -> None:
        self._background.run(
            self,
            lambda: self._plans.handed_out(plan.id, where),
            lambda _none: self._go.toast(_("Plan handed out: {where}").format(where=where)),
            self._refused,
        )

    def _issue(self, then: Callable[[Plan], None], *, to_desk: bool) -> None:
        """Issues what stands on the screen, once: printing after saving hands out the same version."""
        visit_id = self._visit_id
        if visit_id is None or self._chart is None:
            return
        if not to_desk and self._issued is not None and self._issued[0] == self._edited:
            then(self._issued[1])
            return
        self._when_written(lambda: self._issue_written(visit_id, then, to_desk))

    def _issue_written(self, visit_id: UUID, then: Callable[[Plan], None], to_desk: bool) -> None:
        if visit_id != self._visit_id:
            # Somebody has left the plan before it was issued.
            return
        if not self._saves.clean:
            self._view.show_refused(_("What you typed is not saved yet. Try again in a moment."))
            return
        edited, seen = self._edited, self._preview.sheet

        def issued(plan: Plan) -> None:
            if visit_id == self._visit_id:
                self._issued = (edited, plan)
                self._read(self._show)
            if to_desk or visit_id == self._visit_id:
                then(plan)

        self._background.run(
            self,
            lambda: self._plans.issue(visit_id, to_desk, seen),
            issued,
            lambda trouble: self._not_issued(visit_id, trouble),
        )

    def _show_version(self, plan_id: UUID) -> None:
        visit_id = self._visit_id
        if visit_id is None:
            return
        self._preview.stop()
        self._background.run(
            self,
            lambda: self._plans.issued(plan_id),
            partial(self._if_in_sight, visit_id, self._version_read),
            partial(self._if_in_sight, visit_id, self._refused),
        )

    def _version_read(self, plan: Plan) -> None:
        self._view.show_version(_("Version {n}").format(n=plan.number), plan.pdf)

    def _not_issued(self, visit_id: UUID, trouble: ChartTrouble) -> None:
        if visit_id == self._visit_id:
            self._refused(trouble)
            self._preview.make()
        else:
            self._go.toast(trouble.sentence)

    def _refused(self, trouble: ChartTrouble) -> None:
        self._view.show_refused(trouble.sentence)
