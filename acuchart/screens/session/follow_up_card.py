"""Reactions somebody has to ask about again today, or should have asked about already."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from acuchart.clinic.adverse import FollowUp
from acuchart.clinic.visit import REACTION_WORDS
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size
from acuchart.screens.parts.card import Card
from acuchart.screens.parts.text import ElidedText
from acuchart.words import _, format_date


def follow_up_words(due: FollowUp) -> str:
    """One line, such as "Mara E., burn of Fri 20 Nov: cooled it, dressed it"."""
    event = due.event
    return _("{name}, {kind} of {day}: {done}").format(
        name=due.patient_name,
        kind=_(REACTION_WORDS[event.kind]).lower(),
        day=format_date(event.at.astimezone().date()),
        done=event.done,
    )


class FollowUpCard(Card):
    """The list, hidden while there is nothing in it.

    Signals:
        asked: a `FollowUp` about which somebody asked.
    """

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__(_("Ask again after a reaction"), padding=(6, 16), name="rooms.follow_ups")
        self._rows: list[QWidget] = []
        self.hide()

    def show_follow_ups(self, due: tuple[FollowUp, ...]) -> None:
        """Shows whom to ask, the earliest day first."""
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [self._row(number, item) for number, item in enumerate(due, start=1)]
        for row in self._rows:
            self.body.addWidget(row)
        self.setVisible(bool(due))

    def _row(self, number: int, due: FollowUp) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        ink = "cinnabarText" if due.overdue else "ink"
        line.addWidget(ElidedText(follow_up_words(due), "body", ink, name=f"rooms.follow_up.{number}"), 1)
        asked = Button(_("Asked"), size=Size.NORMAL, name=f"rooms.asked.{number}")
        asked.clicked.connect(partial(self._tell, due))
        line.addWidget(asked)
        return row

    def _tell(self, due: FollowUp, _on: bool = False) -> None:
        self.asked.emit(due)
