"""What patients went home with on purpose: who, where, and when it comes out."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from acuchart.clinic.left_in import LeftIn, Stay, stay_words
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.screens.parts.dialog import Dialog
from acuchart.screens.parts.reminder_card import ReminderCard, ReminderRow
from acuchart.words import _, format_date, ngettext


def left_in_words(left: LeftIn) -> str:
    """One line, such as "Mara E.: 1 needle at ST36, out on Tue 24 Nov 2026"; the desk reads a name only."""
    if left.stay is None:
        return _desk_words(left)
    if left.day is None:
        sentence = _("{name}: {what}, nobody said when it comes out")
        return sentence.format(name=left.patient_name, what=_what(left.stay))
    late, later = _("{name}: {what}, was to come out on {day}"), _("{name}: {what}, out on {day}")
    sentence = late if left.overdue else later
    return sentence.format(name=left.patient_name, what=_what(left.stay), day=format_date(left.day))


def _what(stay: Stay) -> str:
    words = stay_words(stay)
    if stay.kind is None or not stay.needles:
        return words
    counted = ngettext("{n} needle", "{n} needles", stay.needles).format(n=stay.needles)
    return f"{words}, {counted}"


def _desk_words(left: LeftIn) -> str:
    if left.day is None or not left.overdue:
        return _("{name}: ask the practitioner today").format(name=left.patient_name)
    return _("{name}: ask the practitioner, since {day}").format(
        name=left.patient_name, day=format_date(left.day)
    )


class AskTakenOut(Dialog):
    """What was said to be out leaves every list, so it is asked about once.

    Signals:
        sure: the `LeftIn`.
    """

    sure = Signal(object)

    def __init__(self, window: QWidget, left: LeftIn, page: str) -> None:
        super().__init__(window, _("Is it out?"), left_in_words(left), name=f"{page}.ask_taken_out")
        self._left = left
        self.finished.connect(self.deleteLater)
        cancel = Button(_("Cancel"), size=Size.LARGE, name=f"{page}.ask_taken_out.cancel")
        cancel.clicked.connect(self.reject)
        self.add_button(cancel)
        out = Button(_("It is out"), Variant.PRIMARY, size=Size.LARGE, name=f"{page}.ask_taken_out.out")
        out.clicked.connect(self._out)
        self.add_button(out)

    def _out(self) -> None:
        self.accept()
        self.sure.emit(self._left)


class LeftInCard(ReminderCard):
    """The list, hidden while there is nothing in it.

    Signals:
        taken_out: a `LeftIn` that somebody says is out.
    """

    taken_out = Signal(object)

    def __init__(self, page: str) -> None:
        super().__init__(_("Left in on purpose"), name=f"{page}.left_in")
        self._page = page

    def show_left_in(self, left_in: tuple[LeftIn, ...]) -> None:
        """Shows what is still in, the earliest removal first."""
        told = any(left.stay is not None for left in left_in)
        self.set_title(_("Left in on purpose") if told else _("For the practitioner"))
        self.show_rows([self._row(number, left) for number, left in enumerate(left_in, start=1)])

    def _row(self, number: int, left: LeftIn) -> ReminderRow:
        row = ReminderRow(left_in_words(left), overdue=left.overdue, name=f"{self._page}.left_in.{number}")
        if left.stay is not None:
            row.offer(_("Taken out"), name=f"{self._page}.taken_out.{number}")
            row.settled.connect(partial(self._ask, left))
        return row

    def _ask(self, left: LeftIn) -> None:
        question = AskTakenOut(self, left, self._page)
        question.sure.connect(self.taken_out)
        question.open()
