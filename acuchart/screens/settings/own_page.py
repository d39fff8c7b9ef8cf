"""The account of the person signed in."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acuchart.screens.parts.avatar import Avatar, AvatarTone
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Variant
from acuchart.screens.parts.card import Card
from acuchart.screens.parts.field import ErrorLine
from acuchart.screens.parts.passphrase import PassphraseField
from acuchart.screens.parts.tag import Tag
from acuchart.screens.parts.text import Paragraph, Text
from acuchart.screens.shell.first_start.asking_pages import passphrase_rule
from acuchart.words import _

_FIELD = 420


class OwnPage(QWidget):
    """Name, role, and another passphrase.

    Signals:
        passphrase_wanted: the old one and the new one.
    """

    passphrase_wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._avatar = Avatar("", 48)
        self._name = Text("", "h2", name="settings.own_name")
        self._role = Tag("", name="settings.own_role")
        self.old = PassphraseField(_("Present passphrase"), large=False, name="settings.own_old")
        self.new = PassphraseField(_("New passphrase"), large=False, name="settings.own_new")
        self.again = PassphraseField(_("New passphrase again"), large=False, name="settings.own_again")
        self._error = ErrorLine()
        self.change = Button(_("Change passphrase"), Variant.PRIMARY, name="settings.own_change")
        self.change.clicked.connect(self._send)
        self.again.entered.connect(self._send)
        self._lay_out()

    def _lay_out(self) -> None:
        who = Card()
        row = QHBoxLayout()
        row.setSpacing(14)
        for widget in (self._avatar, self._name, self._role):
            row.addWidget(widget)
        row.addStretch(1)
        who.body.addLayout(row)
        card = Card(_("Your passphrase"))
        for field in (self.old, self.new, self.again):
            field.setMaximumWidth(_FIELD)
            card.body.addWidget(field)
        card.body.addWidget(Paragraph(passphrase_rule(), "small", "ink2"))
        card.body.addWidget(self._error)
        foot = QHBoxLayout()
        foot.addWidget(self.change)
        foot.addStretch(1)
        card.body.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(who)
        column.addWidget(card)
        column.addStretch(1)

    @property
    def error(self) -> str:
        """What is wrong."""
        return self._error.words.text()

    def show_person(self, name: str, role: str, tone: AvatarTone) -> None:
        """Show who is signed in."""
        self._avatar.show_person(name, tone)
        self._name.setText(name)
        self._role.show_tag(role)
        self.show_changed()

    def show_changed(self) -> None:
        """Forget what was typed."""
        for field in (self.old, self.new, self.again):
            field.clear()
        self.show_error("")

    def show_error(self, sentence: str) -> None:
        """Say what is wrong."""
        self._error.say(sentence)
        self.change.setEnabled(True)

    def _send(self) -> None:
        if self.new.text != self.again.text:
            self.show_error(_("The two passphrases differ. Type them again."))
            return
        self.change.setEnabled(False)
        self.passphrase_wanted.emit(self.old.text, self.new.text)
