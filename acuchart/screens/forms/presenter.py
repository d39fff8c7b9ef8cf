"""The screen of the forms: from intentions to use cases."""

from collections.abc import Sequence
from typing import Protocol
from uuid import UUID

from acuchart.charting.form_papers import FormPapers
from acuchart.charting.intake import Intakes
from acuchart.charting.patients import Patients
from acuchart.clinic.clock import Clock
from acuchart.clinic.events import Event, IntakeChanged
from acuchart.clinic.form_sheets import Sheet, sheets_of
from acuchart.clinic.forms import Questionnaire
from acuchart.clinic.intake import IntakeState
from acuchart.clinic.intake_filling import HandedOut
from acuchart.clinic.people import Patient, User
from acuchart.clinic.trouble import ChartTrouble
from acuchart.screens.forms.lines import FormLine, HandedLine, Wish, form_line, handed_line
from acuchart.screens.shell.background import Background
from acuchart.screens.shell.navigation import Navigator


class FormsView(Protocol):
    """What the presenter asks of the page."""

    @property
    def form_chosen(self) -> Wish: ...
    @property
    def searched(self) -> Wish: ...
    @property
    def hand_out_wanted(self) -> Wish: ...
    @property
    def handed_opened(self) -> Wish: ...
    @property
    def paper_wanted(self) -> Wish: ...

    def show_forms(self, forms: Sequence[FormLine]) -> None: ...
    def show_form(self, form: FormLine, sheets: tuple[Sheet, ...]) -> None: ...
    def show_handed_out(self, forms: Sequence[HandedLine]) -> None: ...
    def show_found(self, patients: Sequence[Patient]) -> None: ...
    def show_given(self) -> None: ...
    def show_paper(self, pdf: bytes, name: str) -> None: ...
    def show_trouble(self, sentence: str) -> None: ...


class FormsPresenter:
    """Lists the newest version of each form, hands forms out, and follows those of today."""

    def __init__(
        self,
        view: FormsView,
        intakes: Intakes,
        patients: Patients,
        papers: FormPapers,
        forms: Sequence[Questionnaire],
        user: User,
        background: Background,
        go: Navigator,
        clock: Clock,
    ) -> None:
        self._view = view
        self._intakes = intakes
        self._patients = patients
        self._papers = papers
        longest_first = sorted(forms, key=lambda form: -sum(item.asks for item in form.walk()))
        self._forms = {form.key: form for form in longest_first}
        self._user = user
        self._background = background
        self._go = go
        self._clock = clock
        self._chosen = next(iter(self._forms), "")
        self._today: dict[UUID, HandedOut] = {}
        self._in_sight = False
        view.form_chosen.connect(self._choose)
        view.searched.connect(self._find)
        view.hand_out_wanted.connect(self._hand_out)
        view.handed_opened.connect(self._open_handed)
        view.paper_wanted.connect(self._print)

    def open(self) -> None:
        """Shows the forms, the chosen one's sheets, and those of today."""
        self._in_sight = True
        self._view.show_forms([form_line(form) for form in self._forms.values()])
        self._choose(self._chosen)
        self._refresh()

    def heard(self, event: Event) -> None:
        """A form was handed out, finished or accepted."""
        if isinstance(event, IntakeChanged):
            self._refresh()

    def leave(self) -> None:
        """Nothing is typed on this screen that could be lost; what comes late leads nowhere."""
        self._in_sight = False

    def _refresh(self) -> None:
        day = self._clock.today()
        self._background.run(self, lambda: self._intakes.handed_out_on(day), self._show_handed, self._refused)

    def _show_handed(self, forms: tuple[HandedOut, ...]) -> None:
        self._today = {form.intake_id: form for form in forms}
        self._view.show_handed_out([handed_line(form, self._user.treats) for form in forms])

    def _choose(self, key: str) -> None:
        form = self._forms.get(key)
        if form is not None:
            self._chosen = key
            self._view.show_form(form_line(form), sheets_of(form))

    def _find(self, text: str) -> None:
        self._background.run(self, lambda: self._patients.find(text), self._view.show_found, self._refused)

    def _hand_out(self, patient_id: UUID) -> None:
        form = self._chosen
        self._background.run(
            self,
            lambda: self._intakes.hand_out(patient_id, form),
            lambda intake: self._given(intake.id, patient_id),
            self._refused,
        )

    def _given(self, intake_id: UUID, patient_id: UUID) -> None:
        self._view.show_given()
        if self._in_sight:
            self._go.to_intake_fill(intake_id, patient_id)

    def _open_handed(self, intake_id: UUID) -> None:
        form = self._today.get(intake_id)
        if form is None:
            return
        if form.state is IntakeState.HANDED_OUT:
            self._go.to_intake_fill(intake_id, form.patient_id)
        elif self._user.treats:
            self._go.to_intake_review(intake_id)

    def _print(self) -> None:
        form = self._chosen
        name = f"{form.partition('|')[0]}.pdf"
        self._background.run(
            self,
            lambda: self._papers.blank(form).pdf,
            lambda pdf: self._view.show_paper(pdf, name),
            self._refused,
        )

    def _refused(self, trouble: ChartTrouble) -> None:
        self._view.show_trouble(trouble.sentence)
