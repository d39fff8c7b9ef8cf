"""Likely duplicates, shown before a second record of one person is made."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from acuchart.clinic.people import Particulars, Patient
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Variant
from acuchart.screens.parts.dialog import Dialog
from acuchart.screens.parts.row import Row
from acuchart.screens.parts.text import Text
from acuchart.words import DateStyle, _, format_date


class DuplicatesDialog(Dialog):
    """Who is in the records already, side by side with what was typed.

    Signals:
        same: A patient of the records is the person meant.
        somebody_else: The particulars are another person's; register them.
    """

    same = Signal(object)
    somebody_else = Signal(object)

    def __init__(self, window: QWidget, given: Particulars, alike: Sequence[Patient]) -> None:
        born = format_date(given.born, DateStyle.FULL)
        super().__init__(
            window,
            _("Is this person registered already?"),
            _("You typed {name}, born {date}. These records are alike.").format(
                name=given.name.full, date=born
            ),
            width=560,
            name="patient.duplicates",
        )
        for place, patient in enumerate(alike):
            self.body.addWidget(self._row(place, patient))
        back = Button(_("Back to the form"), Variant.GHOST, name="patient.duplicates.back")
        back.clicked.connect(self.reject)
        new = Button(_("Somebody else, register"), Variant.PLAIN, name="patient.duplicates.register")
        new.clicked.connect(lambda: self._leave(lambda: self.somebody_else.emit(given)))
        self.add_button(back)
        self.add_button(new)

    def _row(self, place: int, patient: Patient) -> Row:
        born = format_date(patient.born, DateStyle.FULL)
        facts = _("born {date} · {number} · {phone}").format(
            date=born, number=patient.number, phone=patient.contact.phone or _("no phone")
        )
        open_ = Button(_("This is the person"), Variant.TINT, name=f"patient.duplicates.same.{place}")
        open_.clicked.connect(lambda: self._leave(lambda: self.same.emit(patient)))
        row = Row()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Text(patient.name.full, "bodyStrong", wrap=True))
        words.addWidget(Text(facts, "small", "ink2", wrap=True))
        row.cells.addLayout(words, 1)
        row.cells.addWidget(open_)
        return row

    def _leave(self, tell: Callable[[], None]) -> None:
        self.accept()
        tell()
