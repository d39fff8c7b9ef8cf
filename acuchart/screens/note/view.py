"""The step "Sign": the note, what is still open, and the signature; afterwards the signed note."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acuchart.screens.note.checks_card import ChecksCard
from acuchart.screens.note.parts_card import NoteText
from acuchart.screens.note.reactions_card import ReactionsCard
from acuchart.screens.note.seen import NoteFace
from acuchart.screens.note.sign_card import SignCard
from acuchart.screens.note.signed_cards import AddCard, AddendumView, SealCard
from acuchart.screens.parts.alert import Alert, AlertKind
from acuchart.screens.parts.conflict_alert import ConflictAlert
from acuchart.screens.parts.painted import follow_theme
from acuchart.screens.parts.scroll import Scroll
from acuchart.screens.shell.page import Hint, Page
from acuchart.words import _

_SIDE = 436
_MOST = 0.43
"""Share of the width the side may take."""


class NoteView(Page):
    """The note of one visit.

    Signals:
        words_typed: letter of a part and its free words.
        reactions_changed: the `Reactions`.
        sign_wanted: the passphrase.
        later_wanted, take_over_wanted: leave the draft; become the practitioner of the visit.
        check_wanted: the key of a check to be settled.
        source_wanted: the letter of a part whose source is wanted.
        addendum_typed: words of an addition so far.
        add_wanted: words and passphrase of an addition.
        theirs_wanted, mine_wanted: which of two versions holds after a change elsewhere.
    """

    words_typed = Signal(str, str)
    reactions_changed = Signal(object)
    sign_wanted = Signal(str)
    later_wanted = Signal()
    take_over_wanted = Signal()
    check_wanted = Signal(str)
    source_wanted = Signal(str)
    addendum_typed = Signal(str)
    add_wanted = Signal(str, str)
    theirs_wanted = Signal()
    mine_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("note")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._signed = False
        self.text = NoteText()
        self.checks = ChecksCard()
        self.reactions = ReactionsCard()
        self.sign_card = SignCard()
        self.seal = SealCard()
        self.add_card = AddCard()
        self._addenda: list[AddendumView] = []
        self.old = Alert(AlertKind.CAUTION, "", name="note.old")
        self.refused = Alert(AlertKind.DANGER, "", name="note.refused")
        self.conflict = ConflictAlert("note")
        self.conflict.theirs_taken.connect(self.theirs_wanted)
        self.conflict.mine_kept.connect(self.mine_wanted)
        self._lay_out()
        self._look = follow_theme(self._fit)
        self._connect()

    def _lay_out(self) -> None:
        inner = QWidget()
        self._side = QVBoxLayout(inner)
        self._side.setContentsMargins(0, 0, 0, 0)
        self._side.setSpacing(12)
        for widget in (self.seal, self.checks, self.reactions, self.add_card):
            self._side.addWidget(widget)
        self._side.addStretch(1)
        self._beside = QWidget()
        beside = QVBoxLayout(self._beside)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(12)
        beside.addWidget(Scroll(inner), 1)
        beside.addWidget(self.sign_card)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.text, 1)
        row.addWidget(self._beside)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        for alert in (self.refused, self.conflict, self.old):
            alert.hide()
            column.addWidget(alert)
        column.addLayout(row, 1)

    def _connect(self) -> None:
        self.text.typed.connect(self.words_typed)
        self.text.source_wanted.connect(self.source_wanted)
        self.checks.wanted.connect(self.check_wanted)
        self.reactions.changed.connect(self.reactions_changed)
        self.sign_card.sign_wanted.connect(self.sign_wanted)
        self.sign_card.later_wanted.connect(self.later_wanted)
        self.sign_card.take_over_wanted.connect(self.take_over_wanted)
        self.add_card.typed.connect(self.addendum_typed)
        self.add_card.add_wanted.connect(self.add_wanted)

    @property
    def hints(self) -> Sequence[Hint]:
        if self._signed:
            return ((("A",), _("Addendum")),)
        return ((("E",), _("Edit a part")), (("Ctrl", "Enter"), _("Sign")))

    def show_note(self, face: NoteFace) -> None:
        """Shows a note, draft or signed."""
        self._signed = face.seal is not None
        self.hints_changed.emit()
        for alert in (self.refused, self.conflict):
            alert.hide()
        self.text.show_text(face.note, self._signed)
        for widget in (self.checks, self.reactions, self.sign_card):
            widget.setVisible(not self._signed)
        for other in (self.seal, self.add_card):
            other.setVisible(self._signed)
        self.old.say(face.old)
        self.old.setVisible(bool(face.old))
        if face.seal is not None:
            self.seal.show_seal(face.seal)
            self.sign_card.clear()
        self.show_checks(face)
        self._show_addenda(face)

    def show_checks(self, face: NoteFace) -> None:
        """Shows what is still open."""
        self.checks.show_checks(face.checks)
        self.reactions.show_reactions(face.reactions)
        self.sign_card.show_draft(face)

    def _show_addenda(self, face: NoteFace) -> None:
        for old in self._addenda:
            self._side.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._addenda = [AddendumView(addendum) for addendum in face.addenda]
        for number, card in enumerate(self._addenda):
            self._side.insertWidget(1 + number, card)

    def show_addendum_draft(self, words: str) -> None:
        """Shows an addition that was begun."""
        self.add_card.show_draft(words)
        if not words:
            self.add_card.clear()

    def show_signing(self, busy: bool) -> None:
        """The passphrase is being checked."""
        self.sign_card.show_busy(busy)
        self.add_card.show_busy(busy)

    def show_wrong_passphrase(self, sentence: str) -> None:
        """It was not signed."""
        (self.add_card if self._signed else self.sign_card).show_wrong(sentence)

    def show_conflict(self, sentence: str) -> None:
        """The same part was changed elsewhere."""
        self.conflict.say(sentence)
        self.conflict.show()

    def show_refused(self, sentence: str) -> None:
        """The note can't be shown or changed."""
        self.refused.say(sentence)
        self.refused.show()

    def point_at_reactions(self) -> None:
        """Puts the focus where reactions are answered."""
        self.reactions.none.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The side grows with the text, but never beyond what it may take of the width."""
        self._beside.setFixedWidth(min(self._look.theme.scaled(_SIDE), round(self.width() * _MOST)))

    def focus_first(self) -> None:
        """The keys of the screen work."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.add_card if self._signed else self.sign_card).ask()
        elif event.key() == Qt.Key.Key_E and not self._signed:
            self.text.next_box()
        elif event.key() == Qt.Key.Key_A and self._signed:
            self.add_card.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)
