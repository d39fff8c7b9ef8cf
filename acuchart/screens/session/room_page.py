"""What the step of a visit and the board have in common: cards, questions and the keys of a room."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from acuchart.clinic.session import Spot
from acuchart.screens.parts.paper_dialog import PaperDialog
from acuchart.screens.session.card import RoomCardWidget
from acuchart.screens.session.questions import (
    Correction,
    Mismatch,
    MissingNeedle,
    RoomQuestion,
    UnusualMinutes,
    WhyNone,
)
from acuchart.screens.session.reaction_question import ReactionQuestion
from acuchart.screens.session.spot_sheet import SpotSheet
from acuchart.screens.session.table_questions import LayOn, Remind
from acuchart.screens.session.wishes import Do, Wish
from acuchart.screens.shell.background import Background
from acuchart.screens.shell.page import Hint, Page
from acuchart.words import _

_KEYS: dict[Qt.Key, tuple[Do, int]] = {
    Qt.Key.Key_Space: (Do.PAUSE_OR_GO_ON, 0),
    Qt.Key.Key_Plus: (Do.ONE_IN, 1),
    Qt.Key.Key_Equal: (Do.ONE_IN, 1),
    Qt.Key.Key_Asterisk: (Do.ONE_IN, -1),
    Qt.Key.Key_Minus: (Do.ONE_OUT, 1),
    Qt.Key.Key_Underscore: (Do.ONE_OUT, -1),
    Qt.Key.Key_A: (Do.ADD, 5),
    Qt.Key.Key_D: (Do.DUE_DONE, 0),
    Qt.Key.Key_L: (Do.ASK_ZONE, 0),
    Qt.Key.Key_M: (Do.ASK_REMIND, 0),
    Qt.Key.Key_P: (Do.ASK_SPOTS, 0),
    Qt.Key.Key_X: (Do.ASK_REACTION, 0),
    Qt.Key.Key_Return: (Do.MAIN, 0),
    Qt.Key.Key_Enter: (Do.MAIN, 0),
    Qt.Key.Key_Escape: (Do.SILENCE, 0),
}
_WITH_CONTROL = {Qt.Key.Key_Z: Do.UNDO, Qt.Key.Key_P: Do.SLIP}


class RoomPage(Page):
    """A page with rooms on it.

    Signals:
        wished: a `Wish`.
        typing_in: a question somebody types into, and the `Form` it is.
    """

    wished = Signal(object)
    typing_in = Signal(object, object)

    def __init__(self, name: str, background: Background) -> None:
        super().__init__()
        self.setObjectName(name)
        self._background = background
        self._paper: PaperDialog | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._cards: dict[UUID, RoomCardWidget] = {}
        self._question: RoomQuestion | None = None

    @property
    def cards(self) -> tuple[RoomCardWidget, ...]:
        """The rooms as shown, in their order."""
        return tuple(self._cards.values())

    @property
    def chosen_card(self) -> RoomCardWidget | None:
        """The room the keys work in."""
        return next(iter(self._cards.values()), None)

    @property
    def hints(self) -> Sequence[Hint]:
        """Keys of a room, where there is one."""
        if not self.cards:
            return ()
        return (
            (("Space",), _("Pause")),
            (("+",), _("Count in")),
            (("-",), _("Count out")),
            (("Esc",), _("Silence")),
            (("D",), _("Stage done")),
            (("A",), _("Add 5 min")),
            (("X",), _("Reaction")),
            (("Enter",), _("Next")),
            (("Ctrl", "P"), _("Print slip")),
        )

    def focus_first(self) -> None:
        """The keys of the room work at once."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        card = self.chosen_card
        if card is None or not self._press(card, event):
            super().keyPressEvent(event)

    def _press(self, card: RoomCardWidget, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            do_with = _WITH_CONTROL.get(key)
            if do_with is not None:
                self._wish(card, do_with, 0)
            return do_with is not None
        if key not in _KEYS:
            return False
        do, number = _KEYS[key]
        if do is Do.ADD and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            number = 1
        if do is Do.MAIN:
            number = card.buttons.minutes.minutes
        if do is Do.SILENCE and not card.face.sounding:
            return False
        self._wish(card, do, number)
        return True

    def _wish(self, card: RoomCardWidget, do: Do, number: int) -> None:
        self.wished.emit(Wish(do, card.face.visit_id, number))

    # What a room may ask.

    def ask_correction(self, visit_id: UUID, inserted: int, proposed: int) -> None:
        """Asks for the number inserted, with the reason."""
        if card := self._cards.get(visit_id):
            card.show_face(card.face)
            self._ask(Correction(self, card.face, proposed))

    def ask_minutes(self, visit_id: UUID, minutes: int) -> None:
        """Asks whether an unusual time is meant."""
        if card := self._cards.get(visit_id):
            self._ask(UnusualMinutes(self, card.face, minutes))

    def ask_mismatch(self, visit_id: UUID) -> None:
        """Says that needles are missing."""
        if card := self._cards.get(visit_id):
            self._ask(Mismatch(self, card.face))

    def ask_missing(self, visit_id: UUID) -> None:
        """Asks what became of missing needles."""
        if card := self._cards.get(visit_id):
            self._ask(MissingNeedle(self, card.face))

    def ask_why_none(self, visit_id: UUID) -> None:
        """Asks why no needle went in."""
        if card := self._cards.get(visit_id):
            self._ask(WhyNone(self, card.face))

    def ask_zone(self, visit_id: UUID, skin_every: int) -> None:
        """Asks what is laid on the skin."""
        if card := self._cards.get(visit_id):
            self._ask(LayOn(self, card.face, skin_every))

    def ask_remind(self, visit_id: UUID) -> None:
        """Asks for a reminder more."""
        if card := self._cards.get(visit_id):
            self._ask(Remind(self, card.face))

    def ask_reaction(self, visit_id: UUID) -> None:
        """Asks what happened."""
        if card := self._cards.get(visit_id):
            self._ask(ReactionQuestion(self, card.face))

    def ask_spots(self, visit_id: UUID, spots: tuple[Spot, ...], out: bool) -> None:
        """Asks for the needles place by place."""
        if card := self._cards.get(visit_id):
            self._ask(SpotSheet(self, card.face, spots, out))

    def show_paper(self, pdf: bytes, name: str) -> None:
        """Shows the aftercare slip as it will be printed."""
        title = _("Aftercare slip")
        self._paper = PaperDialog(self, title, pdf, name, self._background, name="session.paper")
        self._paper.finished.connect(self._paper.deleteLater)
        self._paper.finished.connect(lambda _result: self.focus_first())
        self._paper.open()

    def show_done(self, visit_id: UUID) -> None:
        """What was wanted of a room is written; a question that waited for it goes."""
        if (question := self._handed_in(visit_id)) is not None:
            question.accept()

    def show_trouble(self, visit_id: UUID, sentence: str) -> None:
        """Says in the room, or in the question that was answered, what has to be put right."""
        if (question := self._handed_in(visit_id)) is not None:
            question.show_refused(sentence)
        elif card := self._cards.get(visit_id):
            card.show_trouble(sentence)

    def _handed_in(self, visit_id: UUID) -> RoomQuestion | None:
        question = self._question
        waits = question is not None and question.handed_in and question.form.about == visit_id
        return question if waits else None

    def _ask(self, question: RoomQuestion) -> None:
        if self._question is not None:
            # Its answer led to this one.
            self._question.accept()
        self._question = question
        question.answered.connect(self.wished)
        question.finished.connect(lambda _result: self._question_over(question))
        self.typing_in.emit(question, question.form)
        question.open()

    def _question_over(self, question: RoomQuestion) -> None:
        if self._question is question:
            self._question = None
        self.focus_first()
