"""Handing a form out: whose hands the PC goes into."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from acuchart.clinic.people import Patient
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Variant
from acuchart.screens.parts.dialog import Dialog
from acuchart.screens.parts.field import ErrorLine
from acuchart.screens.parts.search_field import SearchField
from acuchart.screens.shell.theme import ThemeHolder
from acuchart.words import DateStyle, _, format_date

_HEIGHT = 240


class HandOutDialog(Dialog):
    """A search and the people found. Signals:

    searched: what was typed.
    chosen: the patient's key.
    """

    searched = Signal(str)
    chosen = Signal(object)

    def __init__(self, window: QWidget, title: str) -> None:
        super().__init__(
            window,
            _("Hand out: {form}").format(form=title),
            _("The screen goes to the patient until you take it back with your passphrase."),
            width=560,
            name="forms.hand_out_dialog",
        )
        self._search = SearchField(_("Name, birth date, phone or record number"), name="forms.search")
        self._search.searched.connect(self.searched)
        self._search.returnPressed.connect(self._to_list)
        self._found = QListWidget()
        self._found.setObjectName("forms.found")
        self._found.setAccessibleName(_("People found"))
        self._found.setFixedHeight(_HEIGHT)
        self._found.itemActivated.connect(self._choose)
        self._found.itemSelectionChanged.connect(self._selection_changed)
        self._error = ErrorLine()
        for widget in (self._search, self._found, self._error):
            self.body.addWidget(widget)
        cancel = Button(_("Cancel"), Variant.GHOST, name="forms.cancel")
        cancel.clicked.connect(self.reject)
        self._go = Button(_("Hand out"), Variant.PRIMARY, name="forms.go")
        self._go.clicked.connect(self._choose)
        self.add_button(cancel)
        self.add_button(self._go)
        self._selection_changed()

    def show_found(self, patients: Sequence[Patient]) -> None:
        """List the people who fit what was typed."""
        self._found.clear()
        for patient in patients:
            born = format_date(patient.born, DateStyle.FULL)
            words = _("{name} · born {date} · {number}")
            item = QListWidgetItem(words.format(name=patient.name.full, date=born, number=patient.number))
            item.setSizeHint(QSize(0, ThemeHolder.of_app().theme.size("listRow")))
            item.setData(Qt.ItemDataRole.UserRole, patient.id)
            self._found.addItem(item)
        if patients:
            self._found.setCurrentRow(0)
        self._selection_changed()
        nobody = not patients and bool(self._search.text().strip())
        self.show_trouble(_("Nobody fits this. Register the patient first.") if nobody else "")

    def show_trouble(self, sentence: str) -> None:
        """Say what is wrong below the list; an empty sentence takes it away."""
        self._error.say(sentence)

    def _to_list(self) -> None:
        if self._found.count():
            self._found.setFocus()

    def _selection_changed(self) -> None:
        self._go.set_missing("" if self._found.selectedItems() else _("Find the patient first."))

    def _choose(self) -> None:
        chosen = self._found.selectedItems()
        if chosen:
            self.chosen.emit(chosen[0].data(Qt.ItemDataRole.UserRole))
