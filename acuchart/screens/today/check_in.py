"""Checking somebody in: who arrived, and who treats them."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from acuchart.clinic.people import Patient, User
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Variant
from acuchart.screens.parts.combo import Combo
from acuchart.screens.parts.dialog import Dialog
from acuchart.screens.parts.field import ErrorLine, LabelledField
from acuchart.screens.parts.painted import draw_text, follow_theme
from acuchart.screens.parts.search_field import SearchField
from acuchart.screens.parts.segmented import Option
from acuchart.words import N_, DateStyle, _, format_date

ROW = 44
_WAITING = N_("Type a name: who fits is listed here.")


class _Found(QListWidget):
    """Says what comes here while nobody is listed."""

    def __init__(self) -> None:
        super().__init__()
        self.hint = _WAITING
        self._look = follow_theme(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.count() or not self.hint:
            return
        theme, painter = self._look.theme, QPainter(self.viewport())
        words, middle = _(self.hint), Qt.AlignmentFlag.AlignHCenter
        draw_text(
            painter, QRectF(self.viewport().rect()), words, theme.font("small"), theme.colour("ink2"), middle
        )
        painter.end()


class CheckInDialog(Dialog):
    """A search, the people found, and the practitioner.

    Signals:
        searched: What was typed to find the person.
        chosen: The patient's and the practitioner's keys.
        new_patient: The person is not in the records yet; what was typed to find them.
    """

    searched = Signal(str)
    chosen = Signal(object, object)
    new_patient = Signal(str)

    def __init__(self, window: QWidget, practitioners: Sequence[User], me: UUID) -> None:
        super().__init__(window, _("Check in"), width=560, name="today.check_in_dialog")
        self._search = SearchField(
            _("Name, birth date, phone or record number"), name="today.check_in.search"
        )
        self._search.searched.connect(self.searched)
        self._search.returnPressed.connect(self._to_list)
        self._found = _Found()
        self._found.setObjectName("today.check_in.found")
        self._found.setAccessibleName(_("People found"))
        self._found.setFixedHeight(220)
        self._found.itemActivated.connect(self._check_in)
        self._found.itemSelectionChanged.connect(self._chosen_changed)
        staff = [Option(str(person.id), person.name) for person in practitioners]
        self._who = Combo(staff, label=_("Practitioner"), name="today.check_in.practitioner")
        self._who.choose(str(me))
        self._error = ErrorLine()
        self._fill()

    def _fill(self) -> None:
        self.body.addWidget(self._search)
        self.body.addWidget(self._found)
        self.body.addWidget(LabelledField(_("Practitioner"), self._who))
        self.body.addWidget(self._error)
        new = Button(_("New patient"), Variant.PLAIN, icon="user-plus", name="today.check_in.new")
        new.clicked.connect(lambda: self.new_patient.emit(self._search.text().strip()))
        cancel = Button(_("Cancel"), Variant.GHOST, name="today.check_in.cancel")
        cancel.clicked.connect(self.reject)
        self._go = Button(_("Check in"), Variant.PRIMARY, name="today.check_in.go")
        self._go.clicked.connect(self._check_in)
        self._go.set_missing(_("Find the person who has arrived first."))
        for button in (new, cancel, self._go):
            self.add_button(button)

    def show_found(self, patients: Sequence[Patient]) -> None:
        """Lists the people who fit what was typed."""
        self._found.clear()
        for patient in patients:
            born = format_date(patient.born, DateStyle.FULL)
            words = _("{name} · born {date} · {number}").format(
                name=patient.name.full, date=born, number=patient.number
            )
            item = QListWidgetItem(words)
            item.setSizeHint(QSize(0, ROW))
            item.setData(Qt.ItemDataRole.UserRole, patient.id)
            self._found.addItem(item)
        if patients:
            self._found.setCurrentRow(0)
        self._chosen_changed()
        typed = bool(self._search.text().strip())
        self._found.hint = "" if typed else _WAITING
        nobody = not patients and typed
        self.show_trouble(_("Nobody fits this. Check the spelling, or add a new patient.") if nobody else "")

    def show_trouble(self, sentence: str) -> None:
        """Says what is wrong below the list; an empty sentence takes it away."""
        self._error.say(sentence)

    def _to_list(self) -> None:
        if self._found.count():
            self._found.setFocus()

    def _chosen_changed(self) -> None:
        chosen = bool(self._found.selectedItems())
        self._go.set_missing("" if chosen else _("Find the person who has arrived first."))

    def _check_in(self) -> None:
        chosen = self._found.selectedItems()
        if not self._who.key:
            self.show_trouble(_("Choose a practitioner for the visit."))
        elif chosen:
            self.chosen.emit(chosen[0].data(Qt.ItemDataRole.UserRole), UUID(self._who.key))
