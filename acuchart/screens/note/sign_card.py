"""Signing: the passphrase of the person signed in, and nothing that could be tapped by mistake."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from acuchart.screens.note.seen import NoteFace
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.screens.parts.card import Card, Tint
from acuchart.screens.parts.passphrase import PassphraseField
from acuchart.screens.parts.text import Text
from acuchart.words import _


class SignCard(Card):
    """The panel at the foot of a draft.

    Signals:
        sign_wanted: the passphrase.
        later_wanted: leave the draft as it is.
        take_over_wanted: become the practitioner of the visit.
    """

    sign_wanted = Signal(str)
    later_wanted = Signal()
    take_over_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(" ", tint=Tint.JADE, padding=(16, 20), name="note.sign_card")
        self.hint = Text("", "small", "ink", wrap=True)
        self.body.addWidget(self.hint)
        self.passphrase = PassphraseField(_("Your passphrase"), large=False, name="note.passphrase")
        self.passphrase.entered.connect(self.ask)
        self.body.addWidget(self.passphrase)
        self.body.addSpacing(4)
        self.later = Button(_("Leave for later"), size=Size.LARGE, name="note.later")
        self.later.clicked.connect(self.later_wanted)
        self.take_over = Button(_("Take over"), Variant.PRIMARY, size=Size.LARGE, name="note.take_over")
        self.take_over.clicked.connect(self.take_over_wanted)
        self.sign = Button(
            _("Sign"),
            Variant.PRIMARY,
            icon="signature",
            keys=("Ctrl", "Enter"),
            size=Size.LARGE,
            name="note.sign",
        )
        self.sign.clicked.connect(self.ask)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.later)
        row.addWidget(self.take_over, 1)
        row.addWidget(self.sign, 1)
        self.body.addLayout(row)
        self._busy = False

    def show_draft(self, face: NoteFace) -> None:
        """Shows whether the draft can be signed, and by whom."""
        self.set_title(_("Sign visit {n}").format(n=face.number))
        words = _("After signing the note can't be changed. You can add to it.")
        if not face.mine:
            whose = face.practitioner or _("somebody else")
            words = _("This is a visit of {name}. Take it over to sign it under your name.").format(
                name=whose
            )
        self.hint.setText(words)
        self.passphrase.setVisible(face.mine)
        self.sign.setVisible(face.mine)
        self.take_over.setVisible(not face.mine)
        first_open = next((check.words for check in face.checks if not check.done), "")
        self.sign.set_missing(_("Settle first: {check}.").format(check=first_open) if first_open else "")

    def show_busy(self, busy: bool) -> None:
        """While the passphrase is checked nothing can be asked again."""
        self._busy = busy
        self.sign.setEnabled(not busy)
        self.passphrase.editor.setEnabled(not busy)

    def show_wrong(self, sentence: str) -> None:
        """Says why it was not signed, and waits for another try."""
        self.passphrase.clear()
        self.passphrase.set_error(sentence)
        self.passphrase.editor.setFocus()

    def clear(self) -> None:
        """Forgets what was typed."""
        self.passphrase.clear()
        self.passphrase.set_error("")

    def ask(self) -> None:
        """Asks for the signature, if there is a passphrase to sign with."""
        if self._busy or self.sign.isHidden():
            return
        if self.sign.missing:
            self.passphrase.set_error(self.sign.missing)
        elif not self.passphrase.text:
            self.passphrase.set_error(_("Type your passphrase."))
        else:
            self.passphrase.set_error("")
            self.sign_wanted.emit(self.passphrase.text)
