"""The form for a patient's particulars."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from acuchart.clinic.people import (
    SEX_WORDS,
    Contact,
    Name,
    OtherPerson,
    Particulars,
    Patient,
    Sex,
    check_birth_date,
    check_name,
)
from acuchart.clinic.trouble import ChartTrouble
from acuchart.clinic.unfinished import Typed
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Variant
from acuchart.screens.parts.card import Card
from acuchart.screens.parts.combo import Combo
from acuchart.screens.parts.date_field import DateField
from acuchart.screens.parts.field import ErrorLine, LabelledField
from acuchart.screens.parts.scroll import Scroll
from acuchart.screens.parts.segmented import Option
from acuchart.screens.parts.text import Text
from acuchart.screens.parts.typed_text import TypedText
from acuchart.words import _

WIDTH = 880


class RegistrationForm(QWidget):
    """Who the person is, how to reach them, and whom to call.

    Signals:
        submitted: Particulars that can be.
        cancelled: The form was given up.
        typed: What stands in the fields that were changed.
    """

    submitted = Signal(object)
    cancelled = Signal()
    typed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("patient.form")
        self._today = date.max
        self._title = Text("", "h2")
        self._make_fields()
        self._error = ErrorLine()
        self._lay_out()
        self._typed = TypedText(self)
        self._typed.changed.connect(self.typed)

    def _make_fields(self) -> None:
        def field(label: str, key: str) -> LabelledField:
            return LabelledField(label, name=f"patient.{key}")

        self._given = field(_("Given names"), "given")
        self._family = field(_("Family name"), "family")
        self._preferred = field(_("Preferred name"), "preferred")
        self._pronouns = field(_("Pronouns"), "pronouns")
        self._born = DateField(_("Date of birth"), check=self._check_born, required=True, name="patient.born")
        sexes = [Option(sex, _(words).capitalize()) for sex, words in SEX_WORDS.items()]
        self._sex = Combo(sexes, label=_("Sex, where it matters clinically"), name="patient.sex")
        self._phone = field(_("Phone"), "phone")
        self._email = field(_("Email"), "email")
        self._address = field(_("Address"), "address")
        self._emergency = self._other("emergency")
        self._care = self._other("primary_care")

    def _other(self, key: str) -> tuple[LabelledField, LabelledField, LabelledField]:
        second = _("Relation") if key == "emergency" else _("Practice")
        return (
            LabelledField(_("Name"), name=f"patient.{key}_name"),
            LabelledField(second, name=f"patient.{key}_relation"),
            LabelledField(_("Phone"), name=f"patient.{key}_phone"),
        )

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setMaximumWidth(WIDTH)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(12)
        column.addWidget(self._title)
        person = (self._given, self._family, self._preferred, self._pronouns, self._born)
        sex = LabelledField(_("Sex, where it matters clinically"), self._sex)
        column.addWidget(_card(_("Person"), (*person, sex)))
        column.addWidget(_card(_("Contact"), (self._phone, self._email, self._address)))
        column.addWidget(_card(_("In an emergency"), self._emergency))
        column.addWidget(_card(_("Primary-care provider"), self._care))
        column.addStretch(1)
        foot = QWidget()
        foot.setMaximumWidth(WIDTH)
        below = QVBoxLayout(foot)
        below.setContentsMargins(0, 8, 12, 0)
        below.addWidget(self._error)
        below.addLayout(self._make_buttons())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroll(inner), 1)
        outer.addWidget(foot)

    def _make_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        cancel = Button(_("Cancel"), Variant.GHOST, name="patient.cancel")
        cancel.clicked.connect(self.cancelled)
        self._submit = Button(_("Register"), Variant.PRIMARY, keys=("Ctrl", "Enter"), name="patient.submit")
        self._submit.clicked.connect(self.submit)
        row.addWidget(cancel)
        row.addWidget(self._submit)
        return row

    def begin(self, patient: Patient | None, called: Name, today: date) -> None:
        """Shows the particulars of a patient, or a form with no more than a name, perhaps an empty one."""
        self._today = today
        self._title.setText(_("New patient") if patient is None else patient.name.full)
        self._submit.set_words(_("Register") if patient is None else _("Keep changes"))
        self._show_person(patient)
        contact = patient.contact if patient else Contact()
        for field, text in zip(
            (self._phone, self._email, self._address),
            (contact.phone, contact.email, contact.address),
            strict=True,
        ):
            field.set_text(text)
        self._show_other(self._emergency, patient.emergency if patient else OtherPerson())
        self._show_other(self._care, patient.primary_care if patient else OtherPerson())
        self._error.say("")
        self._typed.begin()
        if patient is None:
            # It was typed, in a search: it is kept with the rest.
            self._given.set_text(called.given)
            self._family.set_text(called.family)
        self._given.editor.setFocus()

    def show_typed(self, typed: Typed) -> None:
        """Brings back what was typed and not handed in."""
        self._typed.show(typed)
        self._error.say(_("What you typed earlier is here again. Check it, then go on."), caution=True)

    def _show_person(self, patient: Patient | None) -> None:
        name = patient.name if patient else Name()
        self._given.set_text(name.given)
        self._family.set_text(name.family)
        self._preferred.set_text(name.preferred)
        self._pronouns.set_text(patient.pronouns if patient else "")
        self._born.show_day(patient.born if patient else None)
        self._sex.choose(patient.sex if patient else Sex.NOT_ASKED)
        for field in (self._given, self._born):
            field.set_error("")

    def _show_other(
        self, fields: tuple[LabelledField, LabelledField, LabelledField], person: OtherPerson
    ) -> None:
        for field, text in zip(fields, (person.name, person.relation, person.phone), strict=True):
            field.set_text(text)

    def show_trouble(self, sentence: str) -> None:
        """Says what is wrong above the buttons; what was typed stays."""
        self._error.say(sentence)

    def submit(self) -> None:
        """Hands in what is typed, or says in the field what can't be."""
        name = Name(self._given.text, self._family.text, self._preferred.text)
        named = self._says(self._given, lambda: check_name(name))
        if not self._born.validate() or not named or self._born.day is None:
            return
        self._error.say("")
        self.submitted.emit(
            Particulars(
                name=name,
                born=self._born.day,
                sex=Sex(self._sex.key or Sex.NOT_ASKED),
                pronouns=self._pronouns.text,
                contact=Contact(self._phone.text, self._email.text, self._address.text),
                emergency=OtherPerson(*(field.text for field in self._emergency)),
                primary_care=OtherPerson(*(field.text for field in self._care)),
            )
        )

    def _says(self, field: LabelledField, check: Callable[[], object]) -> bool:
        try:
            check()
        except ChartTrouble as trouble:
            field.set_error(trouble.sentence)
            return False
        field.set_error("")
        return True

    def _check_born(self, born: date) -> str:
        try:
            check_birth_date(born, self._today)
        except ChartTrouble as trouble:
            return trouble.sentence
        return ""


def _card(title: str, fields: tuple[QWidget, ...]) -> Card:
    card = Card(title)
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(10)
    columns = 3 if len(fields) == 3 else 2
    for place, field in enumerate(fields):
        grid.addWidget(field, place // columns, place % columns, Qt.AlignmentFlag.AlignTop)
    for column in range(columns):
        grid.setColumnStretch(column, 1)
    card.body.addLayout(grid)
    return card
