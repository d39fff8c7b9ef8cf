"""Reactions somebody has to ask about again today, or should have asked about already."""

from functools import partial

from PySide6.QtCore import Signal

from acuchart.clinic.adverse import FollowUp
from acuchart.clinic.visit import REACTION_WORDS
from acuchart.screens.parts.reminder_card import ReminderCard, ReminderRow
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


class FollowUpCard(ReminderCard):
    """The list, hidden while there is nothing in it.

    Signals:
        asked: a `FollowUp` about which somebody asked.
    """

    asked = Signal(object)

    def __init__(self, page: str) -> None:
        super().__init__(_("Ask again after a reaction"), name=f"{page}.follow_ups")
        self._page = page

    def show_follow_ups(self, due: tuple[FollowUp, ...]) -> None:
        """Shows whom to ask, the earliest day first."""
        self.show_rows([self._row(number, item) for number, item in enumerate(due, start=1)])

    def _row(self, number: int, due: FollowUp) -> ReminderRow:
        name = f"{self._page}.follow_up.{number}"
        row = ReminderRow(follow_up_words(due), overdue=due.overdue, name=name)
        row.offer(_("Asked"), name=f"{self._page}.asked.{number}")
        row.settled.connect(partial(self.asked.emit, due))
        return row
