"""The way back in with the recovery key."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.screens.parts.field import ErrorLine, LabelledField
from acuchart.screens.parts.passphrase import PassphraseField
from acuchart.screens.parts.text import Paragraph, Text
from acuchart.screens.shell.unlock.sign_in import PersonWords
from acuchart.words import _


class Recovery(QWidget):
    """An owner types the recovery key and takes a new passphrase.

    Signals:
        wanted: owner's id, recovery key, new passphrase.
        cancelled: back to the people.
    """

    wanted = Signal(object, str, str)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._owners: Sequence[PersonWords] = ()
        self.owner = QComboBox()
        self.owner.setObjectName("unlock.recovery_owner")
        self.owner.setAccessibleName(_("Owner"))
        self.key = LabelledField(_("Recovery key"), name="unlock.recovery_key")
        self.new = PassphraseField(_("New passphrase"), large=False, name="unlock.recovery_new")
        self.again = PassphraseField(_("New passphrase again"), large=False, name="unlock.recovery_again")
        self.again.entered.connect(self._send)
        self._error = ErrorLine()
        self.go = Button(
            _("Set passphrase and unlock"), Variant.PRIMARY, size=Size.LARGE, name="unlock.recovery_go"
        )
        self.go.clicked.connect(self._send)
        back = Button(_("Back"), Variant.GHOST, icon="chevron-left", name="unlock.recovery_back")
        back.clicked.connect(self.cancelled)
        self._lay_out(back)

    def _lay_out(self, back: Button) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        row = QHBoxLayout()
        row.addWidget(back)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(Text(_("Forgot passphrase?"), "title"))
        sentence = _(
            "An owner can set a new one in Settings, Users and roles. Without an owner, use the recovery key."
        )
        column.addWidget(Paragraph(sentence, "body", "ink2"))
        column.addSpacing(6)
        column.addWidget(LabelledField(_("Owner"), self.owner))
        for field in (self.key, self.new, self.again):
            column.addWidget(field)
        column.addWidget(self._error)
        column.addWidget(self.go)
        column.addStretch(1)

    @property
    def error(self) -> str:
        """What is wrong."""
        return self._error.words.text()

    def show_owners(self, owners: Sequence[PersonWords]) -> None:
        """Offer the owners' accounts, and begin afresh."""
        self._owners = tuple(owners)
        self.owner.clear()
        for owner in owners:
            self.owner.addItem(owner.name)
        self.key.set_text("")
        for field in (self.new, self.again):
            field.clear()
        self.show_error("")
        self.key.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_error(self, sentence: str) -> None:
        """Say what is wrong, and let it be tried again."""
        self._error.say(sentence)
        self.go.setEnabled(True)

    def show_busy(self) -> None:
        """The key is being tried."""
        self._error.say("")
        self.go.setEnabled(False)

    def _send(self) -> None:
        if self.new.text != self.again.text:
            self.show_error(_("The two passphrases differ. Type them again."))
            return
        at = self.owner.currentIndex()
        if at < 0:
            self.show_error(
                _("The accounts of this clinic can't be read. Go back and choose another folder.")
            )
            return
        owner: UUID = self._owners[at].id
        self.wanted.emit(owner, self.key.text, self.new.text)
