"""The needling step: the room of this visit, what comes before it and what remains after it."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from acuchart.clinic.bedside import Bedside
from acuchart.clinic.needling import needles_expected
from acuchart.screens.parts.alert import Alert, AlertKind
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Variant
from acuchart.screens.parts.states import EmptyState, Skeleton
from acuchart.screens.session.card import Form, RoomCardWidget
from acuchart.screens.session.faces import RoomCardFace
from acuchart.screens.session.prepare import PreparePanel
from acuchart.screens.session.room_page import RoomPage
from acuchart.screens.session.wishes import Do, Wish
from acuchart.screens.shell.background import Background
from acuchart.screens.shell.page import Hint
from acuchart.words import _, ngettext

_WIDEST = 1040


class SessionView(RoomPage):
    """The step "Needling".

    Signals:
        prepare_wanted: the room in which the session is to be.
        without_wanted: what is prescribed is done, and no needle belongs to it.
        points_wanted: go to the points of the visit.
        plan_wanted: go on to the plan.
    """

    prepare_wanted = Signal(str)
    without_wanted = Signal()
    points_wanted = Signal()
    plan_wanted = Signal()

    def __init__(self, background: Background) -> None:
        super().__init__("session", background)
        self._prepare = PreparePanel()
        self._prepare.prepare_wanted.connect(self.prepare_wanted)
        self._prepare.without_wanted.connect(self.without_wanted)
        self._prepare.points_wanted.connect(self.points_wanted)
        self._room = QWidget()
        self._room_row = QHBoxLayout(self._room)
        self._room_row.setContentsMargins(0, 0, 0, 0)
        self._over = QWidget()
        self._over_column = QVBoxLayout(self._over)
        self._trouble = Alert(AlertKind.DANGER, "", name="session.trouble")
        self._trouble.hide()
        self._stack = QStackedWidget()
        waiting = Skeleton(4)
        for page in (waiting, self._prepare, self._room, self._over):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.addWidget(self._trouble)
        column.addWidget(self._stack, 1)
        waiting.start()

    @property
    def prepare(self) -> PreparePanel:
        """What is shown before there is a session."""
        return self._prepare

    @property
    def shown(self) -> str:
        """Which face is on show: "waiting", "before", "room" or "over"."""
        return ("waiting", "before", "room", "over")[self._stack.currentIndex()]

    def show_before(self, bedside: Bedside) -> None:
        """No session yet: choose a room, or settle something first."""
        self._forget_room()
        self._trouble.hide()
        self._prepare.show_bedside(bedside)
        self._turn_to(self._prepare)

    def show_room(self, face: RoomCardFace) -> None:
        """The session in its room."""
        card = self._cards.get(face.visit_id)
        if card is None:
            self._forget_room()
            card = self._cards[face.visit_id] = RoomCardWidget(face, Form.WIDE)
            card.wished.connect(self.wished)
            card.setMaximumWidth(_WIDEST)
            self._room_row.addStretch(1)
            self._room_row.addWidget(card, 20)
            self._room_row.addStretch(1)
        self._trouble.hide()
        card.show_face(face)
        self._turn_to(self._room)

    def show_over(self, bedside: Bedside) -> None:
        """The session is closed."""
        self._forget_room()
        self._trouble.hide()
        while (item := self._over_column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.setParent(None)
                old.deleteLater()
        self._over_column.addWidget(self._summary(bedside))
        self._turn_to(self._over)

    def show_refused(self, sentence: str) -> None:
        """Says what has to be done first."""
        self._trouble.say(sentence)
        self._trouble.show()

    def show_trouble(self, visit_id: UUID, sentence: str) -> None:
        """Says what has to be put right: in the room, and above the summary once there is no room."""
        if visit_id in self._cards or self._handed_in(visit_id) is not None:
            super().show_trouble(visit_id, sentence)
        else:
            self.show_refused(sentence)

    def _summary(self, bedside: Bedside) -> EmptyState:
        session = bedside.session
        onward = Button(_("Plan"), Variant.PRIMARY, trailing="arrow-right", name="session.plan")
        onward.clicked.connect(self.plan_wanted)
        actions = [onward]
        if bedside.slip:
            slip = Button(_("Aftercare slip"), icon="printer", name="session.slip")
            slip.clicked.connect(lambda: self.wished.emit(Wish(Do.SLIP, bedside.visit_id)))
            actions.insert(0, slip)
        if session is None or not session.all_in:
            planned = needles_expected(bedside.prescription)
            why = _("The session was called off.") if planned else _("None was prescribed.")
            return EmptyState("circle-minus", _("No needles in this visit"), why, actions)
        counted = ngettext("{out} of {n} needle out.", "{out} of {n} needles out.", session.all_in)
        sentence = counted.format(out=session.all_out, n=session.all_in)
        if session.settlements:
            sentence = f"{sentence} {_('The others are explained in the note.')}"
        title = _("{room} is closed").format(room=session.room)
        return EmptyState("circle-check", title, sentence, actions)

    @property
    def hints(self) -> Sequence[Hint]:
        return ((("Ctrl", "P"), _("Print slip")),) if self._slip is not None else super().hints

    @property
    def _slip(self) -> Button | None:
        """What prints the slip once the room is closed."""
        return self._over.findChild(Button, "session.slip") if self.shown == "over" else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        slip, control = self._slip, bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if slip is not None and control and event.key() == Qt.Key.Key_P:
            slip.click()
        else:
            super().keyPressEvent(event)

    def _turn_to(self, face: QWidget) -> None:
        """Shows a face; the button that led here is gone, so the focus goes where work goes on."""
        if self._stack.currentWidget() is not face:
            self._stack.setCurrentWidget(face)
            if self.isVisible():
                self.focus_first()
        self.hints_changed.emit()

    def _forget_room(self) -> None:
        for card in self._cards.values():
            card.hide()
            card.deleteLater()
        self._cards.clear()
        while self._room_row.takeAt(0) is not None:
            pass

    def focus_first(self) -> None:
        """The keys of the room, or the first room to choose."""
        if self._stack.currentWidget() is self._prepare:
            self._prepare.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().focus_first()
