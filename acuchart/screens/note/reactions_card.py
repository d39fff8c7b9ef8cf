"""Adverse reactions: which, or none, and what was done. It must be answered."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from acuchart.clinic.visit import REACTION_WORDS, SERIOUS, Reaction, Reactions
from acuchart.screens.parts.card import Card
from acuchart.screens.parts.chip import Chip
from acuchart.screens.parts.field import ErrorLine
from acuchart.screens.parts.flow import FlowLayout
from acuchart.screens.parts.growing_text import GrowingText
from acuchart.screens.parts.text import Text
from acuchart.words import _


class ReactionsCard(Card):
    """Chips in order of how often each is seen; "None" clears the rest.

    Signals:
        changed: the `Reactions` as a person left them.
    """

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__(_("Adverse reactions"), name="note.reactions")
        self._reactions = Reactions()
        self._required = Text(_("Required"), "small", "ink2")
        self.head.addWidget(self._required)
        holder = QWidget()
        flow = FlowLayout(holder)
        self.none = Chip(_("None"), name="note.reaction.none")
        self.none.clicked.connect(self._none)
        flow.addWidget(self.none)
        self.chips = {kind: self._chip(kind) for kind in Reaction}
        for chip in self.chips.values():
            flow.addWidget(chip)
        self.body.addWidget(holder)
        self.words = GrowingText(
            placeholder=_("Where, size, what was done, was the patient told"),
            label=_("About the reaction"),
            name="note.reaction.words",
        )
        self.words.edited.connect(self._described)
        self.body.addWidget(self.words)
        self._mind = ErrorLine()
        self.body.addWidget(self._mind)

    def _chip(self, kind: Reaction) -> Chip:
        chip = Chip(_(REACTION_WORDS[kind]), name=f"note.reaction.{kind}")
        chip.clicked.connect(lambda: self._toggle(kind))
        return chip

    def show_reactions(self, reactions: Reactions) -> None:
        """Shows what was answered."""
        self._reactions = reactions
        self.none.setChecked(reactions.answered and not reactions.kinds)
        self.none.set_icon("check" if self.none.isChecked() else "")
        for kind, chip in self.chips.items():
            chip.setChecked(kind in reactions.kinds)
            chip.set_icon("check" if chip.isChecked() else "")
        self.words.setVisible(bool(reactions.kinds))
        self.words.show_text(reactions.words)
        self._required.setText("" if reactions.answered else _("Required"))
        self._show_mind(reactions)

    def _show_mind(self, reactions: Reactions) -> None:
        told = bool(reactions.words.strip())
        if SERIOUS & set(reactions.kinds):
            words = _("Serious. Write what was done, and when you look again.")
            self._mind.say("" if told else words)
        else:
            silent = Reaction.OTHER in reactions.kinds and not told
            self._mind.say(_("Write which reaction it was.") if silent else "", caution=True)

    def _none(self) -> None:
        self._change(Reactions(answered=True))

    def _toggle(self, kind: Reaction) -> None:
        now = set(self._reactions.kinds) ^ {kind}
        kinds = tuple(k for k in Reaction if k in now)
        words = self._reactions.words if kinds else ""
        # Taking the last one away is no answer yet: "None" has to be said.
        self._change(Reactions(answered=bool(kinds), kinds=kinds, words=words))
        if kinds:
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _described(self, words: str) -> None:
        self._change(Reactions(self._reactions.answered, self._reactions.kinds, words))

    def _change(self, reactions: Reactions) -> None:
        self.show_reactions(reactions)
        self.changed.emit(reactions)
