"""The five columns of the day."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acuchart.clinic.chart import BoardCard, Column
from acuchart.screens.parts.card import Card, Tint
from acuchart.screens.parts.scroll import Scroll
from acuchart.screens.parts.text import Text
from acuchart.screens.shell.focus_ring import focus_by_key
from acuchart.screens.today.card import VisitCard
from acuchart.words import N_, _

COLUMN_WORDS = {
    Column.ARRIVED: N_("Arrived"),
    Column.IN_ROOM: N_("In room"),
    Column.NEEDLES_IN: N_("Needles in"),
    Column.READY_TO_PRINT: N_("Ready to print"),
    Column.DONE: N_("Done"),
}


class ColumnView(Card):
    """One column: its name, how many, and its cards."""

    def __init__(self, column: Column) -> None:
        super().__init__(tint=Tint.SUNKEN, padding=(8, 8), name=f"today.column.{column}")
        self.column = column
        self.cards: list[VisitCard] = []
        self._count = Text("", "small", "ink2")
        head = QHBoxLayout()
        head.setContentsMargins(4, 4, 4, 0)
        head.addWidget(Text(_(COLUMN_WORDS[column]), "h3"))
        head.addWidget(self._count)
        head.addStretch(1)
        self.body.addLayout(head)
        self.body.addWidget(self._make_list(), 1)

    def _make_list(self) -> Scroll:
        self._holder = QWidget()
        self._list = QVBoxLayout(self._holder)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(8)
        self._list.addStretch(1)
        return Scroll(self._holder)

    def show_cards(self, cards: Iterable[VisitCard]) -> None:
        """Replaces the cards."""
        for old in self.cards:
            self._list.removeWidget(old)
            old.deleteLater()
        self.cards = list(cards)
        for place, card in enumerate(self.cards):
            self._list.insertWidget(place, card)
        self._count.setText(str(len(self.cards)) if self.cards else "")


class Board(QWidget):
    """Five columns; arrow keys walk over the cards.

    Signals:
        opened, room_wanted, reading_wanted, print_wanted: What a card asks for, with its value.
    """

    opened = Signal(object)
    room_wanted = Signal(object)
    reading_wanted = Signal(object)
    print_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        self.columns = {column: ColumnView(column) for column in Column}
        for view in self.columns.values():
            row.addWidget(view, 1)

    def show_cards(self, cards: Sequence[BoardCard], me: UUID | None, clinical: bool) -> None:
        """Puts every card into its column and keeps the one with the focus in focus."""
        focused = self._focused()
        for column, view in self.columns.items():
            view.show_cards(
                self._connected(VisitCard(card, card.practitioner_id == me, clinical))
                for card in cards
                if card.column is column
            )
        for card in self._all():
            if focused is not None and card.card.visit_id == focused.visit_id:
                card.setFocus()

    def tick(self, now: datetime) -> None:
        """Moves the clocks on the cards."""
        for card in self._all():
            card.tick(now)

    def place_of(self, visit_id: UUID) -> VisitCard | None:
        """The card of a visit."""
        return next((card for card in self._all() if card.card.visit_id == visit_id), None)

    def _connected(self, view: VisitCard) -> VisitCard:
        card = view.card
        view.opened.connect(lambda: self.opened.emit(card))
        view.room_wanted.connect(lambda: self.room_wanted.emit(card))
        view.reading_wanted.connect(lambda: self.reading_wanted.emit(card))
        view.print_wanted.connect(lambda: self.print_wanted.emit(card))
        return view

    def _all(self) -> list[VisitCard]:
        return [card for view in self.columns.values() for card in view.cards]

    def _focused(self) -> BoardCard | None:
        return next((card.card for card in self._all() if card.hasFocus()), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Down: (0, 1),
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None or event.modifiers():
            super().keyPressEvent(event)
            return
        self._walk(*step)

    def _walk(self, across: int, down: int) -> None:
        filled = [view for view in self.columns.values() if view.cards]
        at = _focused_place(filled)
        if not filled:
            return
        column, row = at or (0, -1)
        column = max(0, min(len(filled) - 1, column + across))
        row = max(0, min(len(filled[column].cards) - 1, row + (down if at else 1)))
        focus_by_key(filled[column].cards[row])


def _focused_place(columns: Sequence[ColumnView]) -> tuple[int, int] | None:
    """Column and row of the card in focus."""
    for column, view in enumerate(columns):
        for row, card in enumerate(view.cards):
            if card.hasFocus():
                return column, row
    return None
