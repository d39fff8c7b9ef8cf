"""The board of rooms, read from two metres."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QVBoxLayout, QWidget

from acuchart.clinic.session import HELD, SessionState
from acuchart.screens.parts.alert import Alert, AlertKind
from acuchart.screens.parts.reminders import RemindersPanel
from acuchart.screens.parts.scroll import Scroll
from acuchart.screens.parts.states import EmptyState
from acuchart.screens.session.card import Form, RoomCardWidget
from acuchart.screens.session.faces import RoomCardFace
from acuchart.screens.session.room_page import RoomPage
from acuchart.screens.session.timer_menu import TimerMenu
from acuchart.screens.session.wishes import Do, Wish
from acuchart.screens.shell.background import Background
from acuchart.screens.shell.page import Hint, show_or_leave
from acuchart.words import _, ngettext

_GAP = 16
_WIDEST_ALONE = 640
_NARROWEST = 280


def form_for(rooms: int) -> tuple[Form, int]:
    """The form of a card and how many stand side by side."""
    if rooms <= 1:
        return Form.SINGLE, 1
    if rooms <= 3:
        return Form.TALL, rooms
    return (Form.COMPACT, 3 if rooms > 4 else 2) if rooms <= 6 else (Form.DENSE, 4)


class RoomsView(RoomPage):
    """The screen "Rooms"; `reminders` is what comes back on it."""

    def __init__(self, background: Background) -> None:
        super().__init__("rooms", background)
        self._form = Form.SINGLE
        self._order: tuple[tuple[UUID, ...], int] = ((), 0)
        self._chosen: UUID | None = None
        self._typed = ""
        self._heading = (_("Rooms"), "")
        self._foot = ""
        self._timed = False
        self._empty = EmptyState(
            "timer",
            _("No timers running"),
            _("A room appears here when it is prepared for needling."),
            name="rooms.empty",
        )
        self._trouble = Alert(AlertKind.DANGER, "", name="rooms.trouble")
        self._trouble.hide()
        self.wished.connect(lambda _wish: self._trouble.hide())
        self._grid_holder = QWidget()
        self._grid = QGridLayout(self._grid_holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        self._area = Scroll(self._grid_holder)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._area)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 0, 24, 16)
        column.addWidget(self._trouble)
        column.addWidget(self._stack, 1)
        self.reminders = RemindersPanel("rooms")
        column.addWidget(self.reminders)

    @property
    def heading(self) -> tuple[str, str]:
        return self._heading

    @property
    def hints(self) -> Sequence[Hint]:
        if not self.cards:
            return ()
        rooms: tuple[Hint, ...] = tuple(((card.face.key,), card.face.room) for card in self.cards[:3])
        if not self.cards[0].face.clinical:
            return (*rooms, (("Esc",), _("Silence")))
        return (*rooms, *super().hints)

    @property
    def foot_words(self) -> str:
        return self._foot

    @property
    def takes_timer(self) -> bool:
        return self._timed

    def ask_timer(self, control: QWidget) -> None:
        """In the only room where needles are in at once; where there are several, asks which."""
        faces = [card.face for card in self.cards if card.face.clinical and card.face.state in HELD]
        if len(faces) == 1:
            self._time_in(faces[0].visit_id)
        elif faces:
            menu = TimerMenu(faces, self)
            menu.wanted.connect(self._time_in)
            menu.show_under(control)

    def _time_in(self, visit_id: UUID) -> None:
        self.choose(visit_id)
        self.wished.emit(Wish(Do.ASK_ZONE, visit_id))

    @property
    def chosen_card(self) -> RoomCardWidget | None:
        """The room the keys work in: the one chosen, else the only one."""
        if self._chosen in self._cards:
            return self._cards[self._chosen]
        return self.cards[0] if len(self._cards) == 1 else None

    def show_rooms(self, faces: tuple[RoomCardFace, ...], needing: int) -> None:
        """Shows every room with a session."""
        form, _across = form_for(len(faces))
        if form is not self._form or {face.visit_id for face in faces} != set(self._cards):
            self._rebuild(faces, form)
        self._arrange(tuple(face.visit_id for face in faces))
        for face in faces:
            self._cards[face.visit_id].show_face(face)
        self._stack.setCurrentWidget(self._area if faces else self._empty)
        self.reminders.keep_short(bool(faces))
        self._tell_heading(sum(face.state is not SessionState.PLANNED for face in faces), needing)
        held = [face for face in faces if face.clinical and face.state in HELD]
        self._tell_foot(held)
        if bool(held) is not self._timed:
            self._timed = bool(held)
            self.timer_possible.emit(self._timed)

    def choose(self, visit_id: UUID) -> None:
        """The keys work in this room from now on."""
        self._chosen = visit_id
        for key, card in self._cards.items():
            card.set_chosen(key == visit_id and len(self._cards) > 1)

    def show_refused(self, sentence: str) -> None:
        """Says what has to be done first."""
        self._trouble.say(sentence)
        self._trouble.show()

    def _rebuild(self, faces: tuple[RoomCardFace, ...], form: Form) -> None:
        for card in self._cards.values():
            self._grid.removeWidget(card)
            show_or_leave(card, on=False)
            card.deleteLater()
        self._form, self._order = form, ((), 0)
        self._cards.clear()
        for face in faces:
            self._cards[face.visit_id] = self._card(face, form)
        if self._chosen is not None:
            self.choose(self._chosen)

    def _card(self, face: RoomCardFace, form: Form) -> RoomCardWidget:
        card = RoomCardWidget(face, form, on_board=True)
        card.wished.connect(lambda wish: self.choose(wish.visit_id))
        card.wished.connect(self.wished)
        card.chosen.connect(self.choose)
        if form is Form.SINGLE:
            card.setMaximumWidth(card.theme.scaled(_WIDEST_ALONE))
        return card

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(tuple(self._cards))

    def _arrange(self, order: tuple[UUID, ...]) -> None:
        form, across = form_for(len(order))
        if form is Form.DENSE and self._stack.width() < across * self._trouble.theme.scaled(_NARROWEST):
            # Four of them would cut their own words.
            across -= 1
        if (order, across) == self._order:
            return
        self._order = (order, across)
        self.hints_changed.emit()
        self._cards = {visit_id: self._cards[visit_id] for visit_id in order}
        for place, card in enumerate(self._cards.values()):
            self._grid.addWidget(card, place // across, place % across)
        for column in range(4):
            self._grid.setColumnStretch(column, 1 if column < across else 0)
        rows = -(-len(order) // across)
        for row in range(max(rows, self._grid.rowCount())):
            self._grid.setRowStretch(row, 1 if row < rows else 0)

    def _tell_heading(self, running: int, needing: int) -> None:
        words = ngettext("{n} running", "{n} running", running).format(n=running) if running else ""
        if needing:
            now = ngettext("{n} needs you now", "{n} need you now", needing).format(n=needing)
            words = f"{words} · {now}"
        if (_("Rooms"), words) != self._heading:
            self._heading = (_("Rooms"), words)
            self.heading_changed.emit(*self._heading)

    def _tell_foot(self, held: Sequence[RoomCardFace]) -> None:
        """The needles of all rooms together."""
        inserted, removed = sum(face.inserted for face in held), sum(face.removed for face in held)
        words = ngettext("{n} needle in, {out} out", "{n} needles in, {out} out", inserted)
        foot = words.format(n=inserted, out=removed) if held else ""
        if foot != self._foot:
            self._foot = foot
            self.foot_changed.emit(foot)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.text().isdigit():
            self._digit(event.text())
        elif self._typed and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose_key(self._typed)
        elif event.key() == Qt.Key.Key_Escape and (ringing := self._ringing()) is not None:
            self.wished.emit(Wish(Do.SILENCE, ringing))
        else:
            super().keyPressEvent(event)

    def _ringing(self) -> UUID | None:
        """The room that is silenced: the chosen one, else the first whose bell rings."""
        chosen = self.chosen_card
        cards = (chosen, *self.cards) if chosen is not None else self.cards
        return next((card.face.visit_id for card in cards if card.face.sounding), None)

    def _digit(self, digit: str) -> None:
        """One figure chooses a room at once; where there are ten or more, Enter ends the number."""
        keys = {card.face.key for card in self.cards}
        self._typed = (self._typed + digit)[-2:]
        longer = any(key != self._typed and key.startswith(self._typed) for key in keys)
        if not longer:
            self._choose_key(self._typed if self._typed in keys else digit)

    def _choose_key(self, key: str) -> None:
        self._typed = ""
        for card in self.cards:
            if card.face.key == key:
                self.choose(card.face.visit_id)
