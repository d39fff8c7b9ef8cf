"""The patients' screen: nobody is listed until something is typed."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from acuchart.clinic.people import Name, Particulars, Patient
from acuchart.clinic.unfinished import Typed
from acuchart.screens.parts.avatar import Avatar
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.screens.parts.card import Card
from acuchart.screens.parts.field import ErrorLine
from acuchart.screens.parts.row import Row
from acuchart.screens.parts.scroll import Scroll
from acuchart.screens.parts.search_field import SearchField
from acuchart.screens.parts.states import EmptyState
from acuchart.screens.parts.text import Text
from acuchart.screens.patient.duplicates import DuplicatesDialog
from acuchart.screens.patient.registration import RegistrationForm
from acuchart.screens.shell.focus_ring import focus_by_key
from acuchart.screens.shell.page import Hint, Page
from acuchart.words import DateStyle, _, format_age, format_date

SEARCH, FORM = 0, 1
_NEW = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier)
"""With Ctrl also while the search is being typed into; there a bare N is a letter."""


class PatientsPage(Page):
    """Search, and the registration form in its place.

    Signals:
        searched: What was typed.
        patient_opened: A patient of the list.
        particulars_wanted: The key of a patient whose particulars are to be changed.
        registration_wanted: An empty form is wanted.
        submitted: Particulars of the form.
        registered_anyway: Particulars of somebody who only looks like a person of the records.
        registered_already: The patient of the records the form was about.
        typed: What stands in the changed fields of the form.
        given_up: The form was cancelled.
    """

    searched = Signal(str)
    patient_opened = Signal(object)
    particulars_wanted = Signal(object)
    registration_wanted = Signal()
    submitted = Signal(object)
    registered_anyway = Signal(object)
    registered_already = Signal(object)
    typed = Signal(object)
    given_up = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self.setObjectName("patients")
        self._today = today
        self._dialog: DuplicatesDialog | None = None
        self._rows: list[Row] = []
        self._listed = ""
        self._form = RegistrationForm()
        self._form.submitted.connect(self.submitted)
        self._form.cancelled.connect(self.given_up)
        self._form.typed.connect(self.typed)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._make_search())
        self._stack.addWidget(self._form)
        self._stack.currentChanged.connect(lambda _page: self.hints_changed.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 0, 24, 16)
        column.addWidget(self._stack)

    def _make_search(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        row = QHBoxLayout()
        row.setSpacing(12)
        words = _("Name, birth date, phone or record number")
        self._search = SearchField(words, keys=("/",), large=True, name="patients.search")
        self._search.searched.connect(self.searched)
        self._search.returnPressed.connect(self._to_first)
        new = Button(_("New patient"), Variant.PRIMARY, icon="user-plus", name="patients.new")
        new.clicked.connect(self.registration_wanted)
        row.addWidget(self._search, 1)
        row.addWidget(new)
        self._error = ErrorLine()
        self._results = QStackedWidget()
        self._results.addWidget(self._make_list())
        self._results.addWidget(
            EmptyState(
                "search", _("Find a patient"), _("Type a name, a birth date, a phone or a record number.")
            )
        )
        self._results.addWidget(
            EmptyState("user-plus", _("Nobody fits this"), _("Check the spelling, or add a new patient."))
        )
        self._results.setCurrentIndex(1)
        column.addLayout(row)
        column.addWidget(self._error)
        column.addWidget(self._results, 1)
        return page

    def _make_list(self) -> QWidget:
        self._card = Card(padding=(4, 8))
        self._card.body.setSpacing(0)
        self._card.body.addStretch(1)
        return Scroll(self._card)

    @property
    def heading(self) -> tuple[str, str]:
        return _("Patients"), ""

    @property
    def hints(self) -> Sequence[Hint]:
        if self._stack.currentIndex() == FORM:
            return ((("Ctrl", "Enter"), _("Keep")), (("Esc",), _("Cancel")))
        return ((("/",), _("Find a patient")), (("Ctrl", "N"), _("New patient")), (("Enter",), _("Open")))

    def focus_first(self) -> None:
        (self._search if self._stack.currentIndex() == SEARCH else self._form).setFocus()

    def show_found(self, text: str, patients: Sequence[Patient]) -> None:
        """Lists the patients who fit the text, behind a form that is open; nobody for an empty text."""
        self._error.say("")
        self._listed = text
        for row in self._rows:
            self._card.body.removeWidget(row)
            row.deleteLater()
        self._rows = [
            self._row(place, patient, place == len(patients) - 1) for place, patient in enumerate(patients)
        ]
        for place, row in enumerate(self._rows):
            self._card.body.insertWidget(place, row)
        self._results.setCurrentIndex(0 if patients else 2 if text.strip() else 1)

    def _row(self, place: int, patient: Patient, last: bool) -> Row:
        born = _("{age} · born {date}").format(
            age=format_age(patient.born, self._today()), date=format_date(patient.born, DateStyle.FULL)
        )
        called = patient.name.preferred.strip()
        name = (
            _("{name} ({called})").format(name=patient.name.full, called=called)
            if called
            else patient.name.full
        )
        edit = Button("", Variant.GHOST, icon="pencil", size=Size.SMALL, name=f"patients.edit.{place}")
        edit.setAccessibleName(_("Change the particulars of {name}").format(name=patient.name.full))
        edit.clicked.connect(lambda: self.particulars_wanted.emit(patient.id))
        row = Row(
            [Avatar(patient.name.full, 36), Text(name, "bodyStrong"), Text(born, "small", "ink2")],
            label=f"{patient.name.full}, {born}, {patient.number}",
            tappable=True,
            last=last,
            padding=12,
            name=f"patients.row.{place}",
        )
        row.cells.addStretch(1)
        for text in (patient.contact.phone, patient.number):
            row.cells.addWidget(Text(text, "small", "ink2"))
        row.cells.addWidget(edit)
        row.tapped.connect(lambda: self.patient_opened.emit(patient))
        return row

    def show_form(self, patient: Patient | None, called: Name) -> None:
        """Opens the form with a patient's particulars, or with no more than a name."""
        self._stack.setCurrentIndex(FORM)
        self._form.begin(patient, called, self._today())

    def show_typed(self, typed: Typed) -> None:
        """Brings back what was typed into the form and not handed in."""
        self._form.show_typed(typed)

    def show_kept(self) -> None:
        """Back from the form to the search."""
        self._stack.setCurrentIndex(SEARCH)
        self._search.setFocus()

    def show_duplicates(self, given: Particulars, patients: Sequence[Patient]) -> None:
        """Asks whether the person is registered already."""
        self._dialog = DuplicatesDialog(self, given, patients)
        self._dialog.same.connect(self.registered_already)
        self._dialog.somebody_else.connect(self.registered_anyway)
        self._dialog.finished.connect(self._dialog.deleteLater)
        self._dialog.open()

    def show_trouble(self, sentence: str) -> None:
        """Says what is wrong where the person is looking."""
        if self._stack.currentIndex() == FORM:
            self._form.show_trouble(sentence)
        else:
            self._error.say(sentence)

    def _to_first(self) -> None:
        """Enter opens the only one there is, once the list is of what stands in the field."""
        if len(self._rows) == 1 and self._listed == self._search.text():
            self._rows[0].tapped.emit()
        elif self._rows:
            focus_by_key(self._rows[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        searching = self._stack.currentIndex() == SEARCH
        if searching and event.key() == Qt.Key.Key_Slash:
            self._search.setFocus()
        elif searching and event.key() == Qt.Key.Key_N and event.modifiers() in _NEW:
            self.registration_wanted.emit()
        elif not searching and event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif not searching and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._form.submit()
        else:
            super().keyPressEvent(event)
