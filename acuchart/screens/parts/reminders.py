"""What comes back on a board: things left in on purpose, and reactions to ask about again."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from acuchart.clinic.adverse import FollowUp
from acuchart.clinic.left_in import LeftIn
from acuchart.screens.parts.card import Card
from acuchart.screens.parts.follow_up_card import FollowUpCard
from acuchart.screens.parts.left_in_card import LeftInCard
from acuchart.screens.parts.reminder_card import ReminderRow
from acuchart.words import _


class RemindersPanel(QWidget):
    """Takes no room while there is nothing to remind of. `page` is the first word of its names.

    Signals:
        taken_out: a `LeftIn` that somebody says is out.
        asked: a `FollowUp` about which somebody asked.
    """

    taken_out = Signal(object)
    asked = Signal(object)

    def __init__(self, page: str) -> None:
        super().__init__()
        self._short = self._opened = False
        self._left: tuple[LeftIn, ...] = ()
        self._due: tuple[FollowUp, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._line = self._make_line(page)
        self._left_in = LeftInCard(page)
        self._left_in.taken_out.connect(self.taken_out)
        self._follow_ups = FollowUpCard(page)
        self._follow_ups.asked.connect(self.asked)
        for card in (self._line, self._left_in, self._follow_ups):
            column.addWidget(card)
        self._come_and_go()

    def _make_line(self, page: str) -> Card:
        line = Card(padding=(6, 16), name=f"{page}.reminders")
        self._all = ReminderRow("", overdue=False, name=f"{page}.reminders.words")
        self._show = self._all.offer("", name=f"{page}.reminders.show")
        self._all.settled.connect(self._turn)
        line.body.addWidget(self._all)
        return line

    def keep_short(self, short: bool) -> None:
        """One line for all of them until somebody opens it: something else needs the room more."""
        if short is not self._short:
            self._short, self._opened = short, False
            self._come_and_go()

    def _turn(self) -> None:
        self._opened = not self._opened
        self._come_and_go()

    def show_left_in(self, left_in: tuple[LeftIn, ...]) -> None:
        """Shows what patients went home with."""
        self._left = left_in
        self._left_in.show_left_in(left_in)
        self._come_and_go()

    def show_follow_ups(self, due: tuple[FollowUp, ...]) -> None:
        """Shows the reactions somebody has to ask about again."""
        self._due = due
        self._follow_ups.show_follow_ups(due)
        self._come_and_go()

    def _come_and_go(self) -> None:
        told = [(self._left_in, len(self._left)), (self._follow_ups, len(self._due))]
        self.setVisible(any(n for _card, n in told))
        self._line.setVisible(self._short)
        self._show.setText(_("Hide") if self._opened else _("Show"))
        words = " · ".join(f"{card.title_label.text()}: {n}" for card, n in told if n)
        late = any(left.overdue for left in self._left) or any(due.overdue for due in self._due)
        self._all.say(words, overdue=late)
        for card, n in told:
            card.setVisible(bool(n) and (self._opened or not self._short))
