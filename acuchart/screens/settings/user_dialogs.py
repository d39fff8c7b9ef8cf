"""The dialogs about accounts."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from acuchart.clinic.people import ROLE_WORDS, Role, User
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Variant
from acuchart.screens.parts.dialog import Dialog
from acuchart.screens.parts.field import ErrorLine, LabelledField
from acuchart.screens.parts.passphrase import PassphraseField
from acuchart.screens.parts.segmented import Option, Segmented
from acuchart.screens.parts.text import Paragraph
from acuchart.screens.shell.first_start.asking_pages import passphrase_rule
from acuchart.words import _

_WIDTH = 560


class AskingDialog(Dialog):
    """A dialog with a line for what is wrong, Cancel and one thing to do."""

    def __init__(self, window: QWidget, title: str, sentence: str, action: str, name: str) -> None:
        super().__init__(window, title, sentence, width=_WIDTH, name=name)
        self._error = ErrorLine()
        cancel = Button(_("Cancel"), Variant.GHOST, name=f"{name}.cancel")
        cancel.clicked.connect(self.reject)
        self.go = Button(action, Variant.PRIMARY, name=f"{name}.go")
        self.go.clicked.connect(self.send)
        self.add_button(cancel)
        self.add_button(self.go)

    @property
    def error(self) -> str:
        """What is wrong."""
        return self._error.words.text()

    def close_with(self) -> None:
        """Put the line for what is wrong at the end of what is asked."""
        self.body.addWidget(self._error)

    def show_error(self, sentence: str) -> None:
        """Say what is wrong, and let it be tried again."""
        self._error.say(sentence)
        self.go.setEnabled(True)

    def send(self) -> None:
        """Hand on what was typed."""
        raise NotImplementedError


class AccountFields(QWidget):
    """Name, role and licence number of an account."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = LabelledField(_("Name"), name=f"{name}.name")
        options = [Option(role.value, _(ROLE_WORDS[role])) for role in reversed(Role)]
        self.role = Segmented(options, name=f"{name}.role", label=_("Role"))
        self.role.choose(Role.PRACTITIONER.value)
        self.licence = LabelledField(_("Licence number"), name=f"{name}.licence")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.name, self.role, self.licence):
            column.addWidget(widget)

    @property
    def given(self) -> tuple[str, Role, str]:
        """Name, role and licence number as they stand."""
        return self.name.text, Role(self.role.key), self.licence.text

    def show_account(self, user: User) -> None:
        """Put an account into the fields."""
        self.name.set_text(user.name)
        self.role.choose(user.role.value)
        self.licence.set_text(user.licence)


class AddUserDialog(AskingDialog):
    """A new account.

    Signals:
        wanted: name, role, licence number, first passphrase.
    """

    wanted = Signal(str, object, str, str)

    def __init__(self, window: QWidget) -> None:
        sentence = _("One account per person. They can change their passphrase in Settings.")
        super().__init__(window, _("Add a person"), sentence, _("Add"), "add_user")
        self.account = AccountFields("add_user")
        self.passphrase = PassphraseField(_("First passphrase"), large=False, name="add_user.passphrase")
        self.body.addWidget(self.account)
        self.body.addWidget(self.passphrase)
        self.body.addWidget(Paragraph(passphrase_rule(), "small", "ink2"))
        self.close_with()

    def send(self) -> None:
        """Hand on what was typed."""
        self.go.setEnabled(False)
        self.wanted.emit(*self.account.given, self.passphrase.text)


class ChangeUserDialog(AskingDialog):
    """Another name, role or licence number. The own role stays as it is, so that an owner is left.

    Signals:
        wanted: name, role, licence number.
    """

    wanted = Signal(str, object, str)

    def __init__(self, window: QWidget, user: User, own: bool) -> None:
        title = _("Change the account of {name}").format(name=user.name)
        sentence = _(
            "The text of signed notes and issued plans keeps the former name. "
            "The audit log says when it changed."
        )
        if own:
            sentence = " ".join((sentence, _("AcuChart locks afterwards: sign in again.")))
        super().__init__(window, title, sentence, _("Change"), "change_user")
        self.account = AccountFields("change_user")
        self.account.show_account(user)
        self.account.role.setVisible(not own)
        self.body.addWidget(self.account)
        self.close_with()

    def send(self) -> None:
        """Hand on what was typed."""
        self.go.setEnabled(False)
        self.wanted.emit(*self.account.given)


class PassphraseDialog(AskingDialog):
    """Another person's passphrase.

    Signals:
        wanted: the new passphrase.
    """

    wanted = Signal(str)

    def __init__(self, window: QWidget, name: str) -> None:
        title = _("New passphrase for {name}").format(name=name)
        sentence = _("This is written to the audit log.")
        super().__init__(window, title, sentence, _("Set passphrase"), "set_passphrase")
        self.new = PassphraseField(_("New passphrase"), large=False, name="set_passphrase.new")
        self.body.addWidget(self.new)
        self.body.addWidget(Paragraph(passphrase_rule(), "small", "ink2"))
        self.close_with()

    def send(self) -> None:
        """Hand on what was typed."""
        self.go.setEnabled(False)
        self.wanted.emit(self.new.text)


class CloseUserDialog(AskingDialog):
    """Closing an account can't be undone.

    Signals:
        wanted: the account is to be closed.
    """

    wanted = Signal()

    def __init__(self, window: QWidget, name: str) -> None:
        title = _("Close the account of {name}?").format(name=name)
        sentence = _("The name stays in the records. Signing in with this account ends for good.")
        super().__init__(window, title, sentence, _("Close account"), "close_user")
        self.go.set_variant(Variant.DANGER)
        self.close_with()

    def send(self) -> None:
        """Close it."""
        self.go.setEnabled(False)
        self.wanted.emit()


class OfferRotationDialog(AskingDialog):
    """Offers to encrypt the records anew.

    Signals:
        wanted: do so now.
    """

    wanted = Signal()

    def __init__(self, window: QWidget, reason: str) -> None:
        sentence = _(
            "{reason} Encrypting the records anew shuts out every old copy of the key. "
            "It needs the passphrases of all who have an account, or new ones."
        ).format(reason=reason)
        super().__init__(window, _("Encrypt the records anew?"), sentence, _("Go on"), "offer_rotation")
        self.close_with()

    def send(self) -> None:
        """Go on to it."""
        self.accept()
        self.wanted.emit()


class RotationDialog(AskingDialog):
    """A passphrase for everybody.

    Signals:
        wanted: passphrases by account.
    """

    wanted = Signal(object)

    def __init__(self, window: QWidget, people: Sequence[tuple[UUID, str]]) -> None:
        sentence = _("Each person types a passphrase: the present one, or a new one.")
        super().__init__(window, _("Encrypt the records anew"), sentence, _("Encrypt"), "rotation")
        self.fields: dict[UUID, PassphraseField] = {}
        for number, (user_id, name) in enumerate(people, 1):
            field = PassphraseField(name, large=False, name=f"rotation.passphrase.{number}")
            self.fields[user_id] = field
            self.body.addWidget(field)
        self.close_with()

    def send(self) -> None:
        """Hand on what was typed."""
        self.go.setEnabled(False)
        self.go.set_words(_("Encrypting…"))
        self.wanted.emit({user_id: field.text for user_id, field in self.fields.items()})

    def show_error(self, sentence: str) -> None:
        """Say what is wrong, and let it be tried again."""
        self.go.set_words(_("Encrypt"))
        super().show_error(sentence)
