"""What comes back on a board: things left in on purpose, and reactions to ask about again."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from acuchart.clinic.adverse import FollowUp
from acuchart.clinic.left_in import LeftIn
from acuchart.screens.parts.follow_up_card import FollowUpCard
from acuchart.screens.parts.left_in_card import LeftInCard


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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._left_in = LeftInCard(page)
        self._left_in.taken_out.connect(self.taken_out)
        self._follow_ups = FollowUpCard(page)
        self._follow_ups.asked.connect(self.asked)
        for card in (self._left_in, self._follow_ups):
            column.addWidget(card)
        self.hide()

    def show_left_in(self, left_in: tuple[LeftIn, ...]) -> None:
        """Shows what patients went home with."""
        self._left_in.show_left_in(left_in)
        self._come_and_go()

    def show_follow_ups(self, due: tuple[FollowUp, ...]) -> None:
        """Shows the reactions somebody has to ask about again."""
        self._follow_ups.show_follow_ups(due)
        self._come_and_go()

    def _come_and_go(self) -> None:
        self.setHidden(self._left_in.isHidden() and self._follow_ups.isHidden())
