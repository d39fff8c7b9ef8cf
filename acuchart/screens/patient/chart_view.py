"""The person in ten seconds: cautions, course, last visits, change."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acuchart.clinic.chart import PatientChart
from acuchart.clinic.flags import FlagKind, Flags
from acuchart.clinic.people import SEX_WORDS, Patient
from acuchart.clinic.unfinished import Form
from acuchart.screens.parts.avatar import Avatar
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.screens.parts.field import ErrorLine
from acuchart.screens.parts.menu import Menu
from acuchart.screens.parts.scroll import Scroll
from acuchart.screens.parts.tag import Tag
from acuchart.screens.parts.text import ElidedText, TwoLineText
from acuchart.screens.patient.caution_slots import CautionSlots
from acuchart.screens.patient.course_cards import CourseCards
from acuchart.screens.patient.flag_editor import FlagEditor
from acuchart.screens.patient.visits_card import VisitsCard
from acuchart.screens.shell.page import Hint, Page
from acuchart.words import DateStyle, _, format_age, format_date

SIDE = 400


class ChartPage(Page):
    """The chart of one patient.

    Signals:
        flag_answered: A flag as asked; form_wanted: the name of a form to hand out.
        visit_wanted: Start or go on; visit_opened, intake_opened: one of the list.
        particulars_wanted: The patient's key.
        typing_in: A dialog somebody types into, and the `Form` it is.
    """

    flag_answered = Signal(object)
    form_wanted = Signal(str)
    visit_wanted = Signal()
    visit_opened = Signal(object)
    intake_opened = Signal(object)
    particulars_wanted = Signal(object)
    typing_in = Signal(object, object)

    def __init__(self, pattern_words: Callable[[str], str], form_words: Callable[[str], str]) -> None:
        super().__init__()
        self.setObjectName("chart")
        self._chart: PatientChart | None = None
        self._flags: Flags | None = None
        self._today = date.min
        self._editor: FlagEditor | None = None
        self._forms: tuple[tuple[str, str], ...] = ()
        self._slots = CautionSlots()
        self._slots.edit_wanted.connect(self.edit_flags)
        self._visits = VisitsCard(pattern_words, form_words)
        self._visits.visit_opened.connect(self.visit_opened)
        self._visits.intake_opened.connect(self.intake_opened)
        self._side = CourseCards()
        self._error = ErrorLine()
        self._lay_out()

    def _lay_out(self) -> None:
        area = Scroll(self._side)
        area.setFixedWidth(SIDE)
        below = QHBoxLayout()
        below.setSpacing(16)
        below.addWidget(self._visits, 1)
        below.addWidget(area)
        self._whole = QWidget()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 0, 24, 16)
        outer.addWidget(self._whole)
        column = QVBoxLayout(self._whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addLayout(self._make_head())
        column.addWidget(self._error)
        column.addWidget(self._slots)
        column.addLayout(below, 1)

    def _make_head(self) -> QHBoxLayout:
        self._avatar = Avatar("", 64)
        self._name = ElidedText("", "title")
        self._number = Tag("")
        self._facts = TwoLineText("", "body", "ink2")
        words = QVBoxLayout()
        words.setSpacing(0)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self._name)
        line.addWidget(self._number)
        line.addStretch(1)
        words.addLayout(line)
        words.addWidget(self._facts)
        edit = Button(_("Particulars"), icon="pencil", name="chart.particulars")
        edit.clicked.connect(self._want_particulars)
        self._form = Button(_("Hand out a form"), icon="clipboard-list", name="chart.form")
        self._form.clicked.connect(self._choose_form)
        self._visit = Button(
            "", Variant.PRIMARY, keys=("Ctrl", "Enter"), size=Size.LARGE, name="chart.start_visit"
        )
        self._visit.clicked.connect(self.visit_wanted)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self._avatar)
        head.addLayout(words, 1)
        for button in (edit, self._form, self._visit):
            head.addWidget(button)
        return head

    @property
    def heading(self) -> tuple[str, str]:
        return _("Patients"), ""

    @property
    def hints(self) -> Sequence[Hint]:
        return ((("Ctrl", "Enter"), _("Start or continue the visit")), (("E",), _("Edit cautions")))

    def show_forms(self, forms: Sequence[tuple[str, str]]) -> None:
        """The forms that can be handed out: name and title."""
        self._forms = tuple(forms)

    def show_nobody(self) -> None:
        """Takes the last patient off the screen before the next one is read."""
        self._chart = self._flags = None
        self._whole.hide()

    def show_chart(self, chart: PatientChart, today: date) -> None:
        """Shows a chart from the top."""
        self._chart = chart
        patient = chart.patient
        self._avatar.show_person(patient.name.full)
        self._name.setText(patient.name.full)
        self._number.show_tag(patient.number)
        self._facts.setText(facts(patient, today))
        self._visit.set_words(_visit_words(chart))
        self._error.say("")
        self._whole.show()
        self.show_flags(chart.flags, today)
        self._visits.show_chart(chart)
        self._side.show_chart(chart, today)

    def show_flags(self, flags: Flags, today: date) -> None:
        """Shows the risk facts as kept."""
        self._flags = flags
        self._today = today
        self._slots.show_flags(flags, today)
        if self._editor is not None:
            self._editor.show_flags(flags)

    def show_trouble(self, sentence: str) -> None:
        """Says what is wrong where the person is looking."""
        if self._editor is not None:
            self._editor.show_trouble(sentence)
        else:
            self._error.say(sentence)

    def edit_flags(self, kind: FlagKind | None = None) -> None:
        """Opens all risk questions, at one of them."""
        if self._flags is None or self._chart is None or self._editor is not None:
            return
        self._editor = FlagEditor(self, self._flags, self._today)
        self._editor.answered.connect(self.flag_answered)
        self._editor.finished.connect(self._editor_gone)
        self.typing_in.emit(self._editor, Form("flags", self._chart.patient.id))
        self._editor.open()
        if kind is not None:
            self._editor.start_at(kind)

    def _editor_gone(self) -> None:
        if self._editor is not None:
            self._editor.deleteLater()
        self._editor = None

    def _want_particulars(self) -> None:
        if self._chart is not None:
            self.particulars_wanted.emit(self._chart.patient.id)

    def _choose_form(self) -> None:
        menu = Menu(self)
        menu.setObjectName("chart.forms")
        for name, title in self._forms:
            menu.addAction(title).triggered.connect(lambda _on=False, n=name: self.form_wanted.emit(n))
        menu.popup(self._form.mapToGlobal(self._form.rect().bottomLeft()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and control:
            self.visit_wanted.emit()
        elif event.key() == Qt.Key.Key_E and not event.modifiers():
            self.edit_flags()
        else:
            super().keyPressEvent(event)


def facts(patient: Patient, today: date) -> str:
    """Age, sex, pronouns, birth date and phone in a line."""
    parts = (
        format_age(patient.born, today),
        _(SEX_WORDS[patient.sex]),
        patient.pronouns,
        _("born {date}").format(date=format_date(patient.born, DateStyle.FULL)),
        patient.contact.phone,
    )
    return " · ".join(part for part in parts if part)


def _visit_words(chart: PatientChart) -> str:
    draft = next((visit for visit in chart.visits if not visit.signed), None)
    if draft is not None:
        return _("Continue visit {n}").format(n=draft.number)
    if not chart.visits:
        return _("Start first visit")
    running = [course for course in chart.courses if course.closed_at is None]
    if not running:
        return _("Start a new course")
    newest = max(running, key=lambda course: course.opened_at)
    return _("Start visit {n}").format(n=1 + sum(v.course_id == newest.id for v in chart.visits))
