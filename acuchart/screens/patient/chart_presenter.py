"""A patient's chart: from intentions to use cases."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Protocol
from uuid import UUID

from acuchart.charting.flags import RiskFlags
from acuchart.charting.intake import Intakes
from acuchart.charting.patients import Patients
from acuchart.charting.today import Today
from acuchart.clinic.chart import PatientChart
from acuchart.clinic.clock import Clock
from acuchart.clinic.events import Event, IntakeChanged, PatientChanged, PlanIssued, VisitChanged
from acuchart.clinic.flags import Flag, Flags
from acuchart.clinic.intake import Intake, IntakeState
from acuchart.clinic.people import User
from acuchart.clinic.trouble import ChangedElsewhere, ChartTrouble
from acuchart.clinic.visit import Visit
from acuchart.screens.shell.background import Background
from acuchart.screens.shell.navigation import Navigator, Step


class ChartView(Protocol):
    """What the presenter shows the chart on."""

    def show_nobody(self) -> None: ...
    def show_chart(self, chart: PatientChart, today: date) -> None: ...
    def show_forms(self, forms: Sequence[tuple[str, str]]) -> None: ...
    def show_flags(self, flags: Flags, today: date) -> None: ...
    def show_trouble(self, sentence: str) -> None: ...


class ChartPresenter:
    """Reads the chart, keeps risk facts, hands out forms, opens visits."""

    def __init__(
        self,
        view: ChartView,
        patients: Patients,
        flags: RiskFlags,
        today: Today,
        intakes: Intakes,
        forms: Sequence[tuple[str, str]],
        user: User,
        background: Background,
        go: Navigator,
        clock: Clock,
    ) -> None:
        self._view = view
        self._patients = patients
        self._flags = flags
        self._today = today
        self._intakes = intakes
        self._forms = tuple(forms)
        self._user = user
        self._background = background
        self._go = go
        self._clock = clock
        self._patient_id: UUID | None = None
        self._chart: PatientChart | None = None
        self._known = Flags.of(())

    def open(self, patient_id: UUID) -> None:
        """Shows the chart of a patient."""
        if self._chart is None or self._chart.patient.id != patient_id:
            self._chart = None
            self._view.show_nobody()
        self._patient_id = patient_id
        self._view.show_forms(self._forms)
        self._background.run(
            self, lambda: self._patients.chart(patient_id), self._show, partial(self._refused, patient_id)
        )

    def heard(self, event: Event) -> None:
        """Something in this chart was written."""
        mine = isinstance(event, (PatientChanged, IntakeChanged)) and event.patient_id == self._patient_id
        if self._patient_id is not None and (mine or isinstance(event, (VisitChanged, PlanIssued))):
            self.open(self._patient_id)

    def leave(self) -> None:
        """Forgets the patient; every answer was written at once."""
        self._patient_id = self._chart = None

    def ask(self, flag: Flag) -> None:
        """Keeps the answer to one risk question."""
        patient_id = self._patient_id
        if patient_id is None:
            return

        def asked() -> Flags:
            # What is known changes with the jobs, in their order: two quick answers are no conflict.
            self._known = self._flags.ask(patient_id, flag, self._known[flag.kind])
            return self._known

        self._background.run(
            self,
            asked,
            partial(self._show_flags, patient_id),
            lambda trouble: self._not_asked(trouble, patient_id),
        )

    def start_visit(self) -> None:
        """Goes on with the open visit, or checks the patient in and opens the next one."""
        chart = self._chart
        if chart is None:
            return
        draft = next((visit for visit in chart.visits if not visit.signed), None)
        if draft is not None:
            self._go.to_visit(draft.id)
            return
        patient_id, me = chart.patient.id, self._user.id
        self._background.run(
            self,
            lambda: self._today.check_in(patient_id, me),
            lambda visit_id: self._if_in_sight(patient_id, lambda: self._go.to_visit(visit_id)),
            partial(self._refused, patient_id),
        )

    def open_visit(self, visit: Visit) -> None:
        """A signed visit is read, a draft is gone on with."""
        self._go.to_visit(visit.id, Step.SIGN if visit.signed else Step.FINDINGS)

    def hand_out(self, form: str) -> None:
        """Gives the screen to the patient with a form."""
        patient_id = self._patient_id
        if patient_id is not None:
            self._background.run(
                self,
                lambda: self._intakes.hand_out(patient_id, form),
                lambda intake: self._if_in_sight(
                    patient_id, lambda: self._go.to_intake_fill(intake.id, patient_id)
                ),
                partial(self._refused, patient_id),
            )

    def open_intake(self, intake: Intake) -> None:
        """A finished form is reviewed, an unfinished one is handed out again."""
        if intake.state is IntakeState.HANDED_OUT:
            self._go.to_intake_fill(intake.id, intake.patient_id)
        else:
            self._go.to_intake_review(intake.id)

    def _show(self, chart: PatientChart) -> None:
        if chart.patient.id == self._patient_id:
            self._chart, self._known = chart, chart.flags
            self._view.show_chart(chart, self._clock.today())

    def _if_in_sight(self, patient_id: UUID, then: Callable[[], None]) -> None:
        """What comes late is for nobody: another chart may be on the screen by now, or none."""
        if patient_id == self._patient_id:
            then()

    def _show_flags(self, patient_id: UUID, flags: Flags) -> None:
        self._if_in_sight(patient_id, lambda: self._view.show_flags(flags, self._clock.today()))

    def _not_asked(self, trouble: ChartTrouble, patient_id: UUID) -> None:
        """What another window answered meanwhile is shown before anything is written over it."""
        self._refused(patient_id, trouble)
        if isinstance(trouble, ChangedElsewhere) and patient_id == self._patient_id:
            self._background.run(
                self,
                lambda: self._flags.of(patient_id),
                lambda flags: self._if_in_sight(patient_id, lambda: self._take_theirs(trouble, flags)),
            )

    def _take_theirs(self, trouble: ChartTrouble, flags: Flags) -> None:
        self._known = flags
        self._view.show_flags(flags, self._clock.today())
        self._view.show_trouble(trouble.sentence)

    def _refused(self, patient_id: UUID, trouble: ChartTrouble) -> None:
        self._if_in_sight(patient_id, lambda: self._view.show_trouble(trouble.sentence))
