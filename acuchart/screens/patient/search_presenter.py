"""Finding and registering patients: from intentions to use cases."""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar
from uuid import UUID

from acuchart.charting.patients import Patients
from acuchart.clinic.events import Event
from acuchart.clinic.people import Name, Particulars, Patient, User, name_in
from acuchart.clinic.trouble import ChartTrouble
from acuchart.clinic.unfinished import Form, Typed
from acuchart.screens.shell.background import Background
from acuchart.screens.shell.navigation import Navigator
from acuchart.screens.shell.unfinished import FormInHand, UnfinishedForms
from acuchart.words import _

NOBODY = Name()
Told = TypeVar("Told")


class PatientsView(Protocol):
    """What the presenter shows patients on."""

    def show_found(self, text: str, patients: Sequence[Patient]) -> None: ...
    def show_duplicates(self, given: Particulars, patients: Sequence[Patient]) -> None: ...
    def show_kept(self) -> None: ...
    def show_form(self, patient: Patient | None, called: Name) -> None: ...
    def show_typed(self, typed: Typed) -> None: ...
    def show_trouble(self, sentence: str) -> None: ...


class PatientsPresenter:
    """Search as you type, registration with a look at likely duplicates, change of particulars."""

    def __init__(
        self,
        view: PatientsView,
        patients: Patients,
        user: User,
        background: Background,
        go: Navigator,
        forms: UnfinishedForms,
    ) -> None:
        self._view = view
        self._patients = patients
        self._user = user
        self._background = background
        self._go = go
        self._forms = forms
        self._form: FormInHand | None = None
        self._text = ""
        self._nobody = False
        """Whether nobody fits the text."""
        self._editing: Patient | None = None
        self._asked = 0
        """Counts what was asked for; what comes after something else was asked for is for nobody."""

    def open(self) -> None:
        """Shows the search as it was left."""
        self.find(self._text)

    def heard(self, event: Event) -> None:
        """A search is asked for, not kept up."""

    def leave(self) -> None:
        """An unfinished registration stays on its form; nothing that comes late leads anywhere."""
        self._asked += 1

    def find(self, text: str) -> None:
        """Looks for patients; an answer to an older text is dropped."""
        self._text = text
        self._background.run(
            self, lambda: self._patients.find(text), lambda found: self._found(text, found), self._refused
        )

    def open_patient(self, patient: Patient) -> None:
        """The chart for those who treat, the particulars for the desk."""
        if self._user.treats:
            self._go.to_chart(patient.id)
        else:
            self.edit(patient.id)

    def edit(self, patient_id: UUID) -> None:
        """Opens the particulars of a patient."""
        self._background.run(
            self,
            lambda: self._patients.particulars(patient_id),
            self._if_still_asked(self._show_particulars),
            self._refused,
        )

    def start_registration(self) -> None:
        """Opens a form with the name looked for in vain, or one that was begun and not handed in."""
        self.begin(self._text if self._nobody else "")

    def begin(self, searched: str) -> None:
        """Opens a form for somebody who was searched for, here or elsewhere, and is not in the records."""
        self._show_form(None, name_in(searched))

    def type(self, typed: Typed) -> None:
        """Keeps what stands in the form."""
        if self._form is not None:
            self._form.change(typed)

    def give_up(self) -> None:
        """Leaves the form; what was typed can be brought back."""
        patient, typed = self._editing, self._form.typed if self._form is not None else {}
        self._close_form()
        self._view.show_kept()
        if typed:
            self._go.toast(_("The form was cleared"), lambda: self._bring_back(patient, typed))

    def is_registered(self, patient: Patient) -> None:
        """The form was about somebody who is in the records already."""
        self._close_form()
        self._view.show_kept()
        self.open_patient(patient)

    def submit(self, given: Particulars) -> None:
        """Registers after a look at likely duplicates, or keeps changed particulars."""
        if self._editing is not None:
            self._change(self._editing, given)
            return
        self._background.run(
            self,
            lambda: self._patients.likely_duplicates(given.name, given.born),
            self._if_still_asked(lambda alike: self._compared(given, alike)),
            self._refused,
        )

    def register(self, given: Particulars) -> None:
        """Registers although somebody alike is in the records."""
        form, lead_on = self._form, self._if_still_asked(self._to_registered)

        def registered(patient: Patient) -> None:
            self._handed_in(form)
            words = _("{name} registered as {number}").format(name=patient.name.full, number=patient.number)
            self._go.toast(words)
            lead_on(patient)

        self._background.run(self, lambda: self._patients.register(given), registered, self._refused)

    def _found(self, text: str, patients: tuple[Patient, ...]) -> None:
        if text == self._text:
            self._nobody = not patients
            self._view.show_found(text, patients)

    def _show_particulars(self, patient: Patient) -> None:
        self._show_form(patient)

    def _show_form(self, patient: Patient | None, called: Name = NOBODY) -> None:
        self._asked += 1
        # What the view now fills in was typed by nobody.
        self._editing, self._form = patient, None
        self._view.show_form(patient, called)
        form = Form("registration") if patient is None else Form("particulars", patient.id)
        self._form = self._forms.take_up(form, self._show_left)

    def _show_left(self, typed: Typed) -> None:
        """What was begun earlier is perhaps about somebody else: no name looked for now stands beside it."""
        form, self._form = self._form, None
        self._view.show_form(self._editing, NOBODY)
        self._view.show_typed(typed)
        self._form = form

    def _bring_back(self, patient: Patient | None, typed: Typed) -> None:
        self._show_form(patient)
        self._view.show_typed(typed)
        self.type(typed)

    def _close_form(self) -> None:
        form, self._form, self._editing = self._form, None, None
        if form is not None:
            form.close()

    def _compared(self, given: Particulars, alike: tuple[Patient, ...]) -> None:
        if alike:
            self._view.show_duplicates(given, alike)
        else:
            self.register(given)

    def _if_still_asked(self, then: Callable[[Told], None]) -> Callable[[Told], None]:
        """Has an answer heard only while nothing else was asked for and the screen was not left."""
        self._asked += 1
        mine = self._asked
        return lambda told: then(told) if mine == self._asked else None

    def _handed_in(self, form: FormInHand | None) -> None:
        """The form goes; another one that was opened since stays."""
        if form is self._form:
            self._close_form()
            self._view.show_kept()
        elif form is not None:
            form.close()

    def _to_registered(self, patient: Patient) -> None:
        if self._user.treats:
            self._go.to_chart(patient.id)
        else:
            self.find(patient.number)

    def _change(self, patient: Patient, given: Particulars) -> None:
        changed = given.upon(patient)
        form = self._form

        def kept(patient: Patient) -> None:
            self._handed_in(form)
            self._go.toast(_("Particulars of {name} kept").format(name=patient.name.full))
            self.find(self._text)

        self._background.run(self, lambda: self._patients.change(changed), kept, self._refused)

    def _refused(self, trouble: ChartTrouble) -> None:
        self._view.show_trouble(trouble.sentence)
