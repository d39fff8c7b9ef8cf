"""Needles patients went home with: who, where, and when they come out."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from acuchart.clinic.left_in import LeftIn
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.screens.parts.card import Card
from acuchart.screens.parts.dialog import Dialog
from acuchart.screens.parts.text import ElidedText
from acuchart.words import _, format_date, ngettext


def left_in_words(left: LeftIn) -> str:
    """One line, such as "Mara E., ST36, out on Tue 24 Nov 2026"."""
    counted = ngettext("{n} needle", "{n} needles", left.needles).format(n=left.needles)
    sentence = (
        _("{name}, {point}, {needles}, was to come out on {day}")
        if left.overdue
        else _("{name}, {point}, {needles}, out on {day}")
    )
    return sentence.format(
        name=left.patient_name, point=left.point, needles=counted, day=format_date(left.remove_on)
    )


class AskTakenOut(Dialog):
    """What was said to be out leaves every list, so it is asked about once.

    Signals:
        sure: the `LeftIn`.
    """

    sure = Signal(object)

    def __init__(self, window: QWidget, left: LeftIn) -> None:
        super().__init__(window, _("Is it out?"), left_in_words(left), name="rooms.ask_taken_out")
        self._left = left
        self.finished.connect(self.deleteLater)
        cancel = Button(_("Cancel"), size=Size.LARGE, name="rooms.ask_taken_out.cancel")
        cancel.clicked.connect(self.reject)
        self.add_button(cancel)
        out = Button(_("It is out"), Variant.PRIMARY, size=Size.LARGE, name="rooms.ask_taken_out.out")
        out.clicked.connect(self._out)
        self.add_button(out)

    def _out(self) -> None:
        self.accept()
        self.sure.emit(self._left)


class LeftInCard(Card):
    """The list, hidden while there is nothing in it.

    Signals:
        taken_out: a `LeftIn` whose needles somebody says are out.
    """

    taken_out = Signal(object)

    def __init__(self) -> None:
        super().__init__(_("Left in on purpose"), padding=(12, 16), name="rooms.left_in")
        self._rows: list[QWidget] = []
        self.hide()

    def show_left_in(self, needles: tuple[LeftIn, ...]) -> None:
        """Shows what is still in, the earliest removal first."""
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [self._row(number, left) for number, left in enumerate(needles, start=1)]
        for row in self._rows:
            self.body.addWidget(row)
        self.setVisible(bool(needles))

    def _row(self, number: int, left: LeftIn) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        ink = "cinnabarText" if left.overdue else "ink"
        line.addWidget(ElidedText(left_in_words(left), "body", ink, name=f"rooms.left_in.{number}"), 1)
        out = Button(_("Taken out"), size=Size.LARGE, name=f"rooms.taken_out.{number}")
        out.clicked.connect(partial(self._ask, left))
        line.addWidget(out)
        return row

    def _ask(self, left: LeftIn, _on: bool = False) -> None:
        question = AskTakenOut(self, left)
        question.sure.connect(self.taken_out)
        question.open()
