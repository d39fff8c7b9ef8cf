"""Settings: a list at the side, a page for each part."""

from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from acuchart import __version__
from acuchart.clinic.details import ClinicDetails, WrongDetails
from acuchart.clinic.people import User
from acuchart.clinic.unfinished import Form
from acuchart.screens.parts.avatar import AvatarTone
from acuchart.screens.parts.dialog import Dialog
from acuchart.screens.parts.text import Text
from acuchart.screens.settings.audit_page import AuditLine, AuditPage
from acuchart.screens.settings.clinic_page import ClinicPage
from acuchart.screens.settings.key_dialog import KeyDialog
from acuchart.screens.settings.look_page import LookPage
from acuchart.screens.settings.own_page import OwnPage
from acuchart.screens.settings.parts import PART_WORDS, Part
from acuchart.screens.settings.records_page import RecordsPage
from acuchart.screens.settings.rules_page import RulesPage
from acuchart.screens.settings.side_item import SideItem
from acuchart.screens.settings.user_dialogs import (
    AddUserDialog,
    AskingDialog,
    ChangeUserDialog,
    CloseUserDialog,
    OfferRotationDialog,
    PassphraseDialog,
    RotationDialog,
)
from acuchart.screens.settings.users_page import UsersPage, UserWords
from acuchart.screens.shell.page import Hint, Page
from acuchart.screens.shell.paper_out import print_pdf
from acuchart.words import _


class SettingsPage(Page):
    """The parts a person may see.

    Signals:
        part_opened: a `Part`.
        user_given: name, role, licence number and first passphrase of a new account.
        account_given: the key of an account; its name, role and licence number from now on.
        passphrase_given: the key of an account, its new passphrase; close_confirmed: the key of one.
        rotation_given: passphrases by account.
        key_print_wanted, key_save_chosen, key_group_typed: from the dialog with a new recovery key.
        typing_in: a dialog somebody types into, and the `Form` it is.
    """

    part_opened = Signal(object)
    user_given = Signal(str, object, str, str)
    account_given = Signal(object, str, object, str)
    passphrase_given = Signal(object, str)
    close_confirmed = Signal(object)
    rotation_given = Signal(object)
    key_print_wanted = Signal()
    key_save_chosen = Signal(object)
    key_group_typed = Signal(int, str)
    typing_in = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("settings")
        self.own, self.clinic, self.users = OwnPage(), ClinicPage(), UsersPage()
        self.records, self.audit, self.look = RecordsPage(), AuditPage(), LookPage()
        self.rules = RulesPage()
        self._pages: dict[Part, QWidget] = {
            Part.OWN: self.own,
            Part.CLINIC: self.clinic,
            Part.USERS: self.users,
            Part.RECORDS: self.records,
            Part.RULES: self.rules,
            Part.AUDIT: self.audit,
            Part.LOOK: self.look,
        }
        self._items: dict[Part, SideItem] = {}
        self._dialog: Dialog | None = None
        self._group = QButtonGroup(self)
        self._stack = QStackedWidget()
        row = QHBoxLayout(self)
        row.setSpacing(24)
        row.addLayout(self._side())
        row.addWidget(self._stack, 1)

    def _side(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(2)
        for part, page in self._pages.items():
            words, icon = PART_WORDS[part]
            item = SideItem(_(words), icon, f"settings.{part.value}")
            item.clicked.connect(lambda _on=False, which=part: self.open_part(which))
            self._group.addButton(item)
            self._items[part] = item
            self._stack.addWidget(page)
            column.addWidget(item)
        column.addStretch(1)
        words = _("AcuChart {version} · works offline").format(version=__version__)
        column.addWidget(Text(words, "caption", "ink2"))
        return column

    @property
    def heading(self) -> tuple[str, str]:
        return _("Settings"), ""

    @property
    def hints(self) -> Sequence[Hint]:
        return ((("Ctrl", ","), _("Settings")), (("Ctrl", "L"), _("Lock")))

    @property
    def part(self) -> Part:
        """The part on show."""
        return next(part for part, page in self._pages.items() if page is self._stack.currentWidget())

    def item(self, part: Part) -> QPushButton:
        """The item of a part at the side."""
        return self._items[part]

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Offer what the role of the person includes."""
        for part, item in self._items.items():
            item.setVisible(part in parts)

    def open_part(self, part: Part) -> None:
        """Turn to a part."""
        self._items[part].setChecked(True)
        self._stack.setCurrentWidget(self._pages[part])
        self.part_opened.emit(part)

    def ask_new_user(self) -> None:
        """Open the dialog for a new account."""
        dialog = AddUserDialog(self)
        dialog.wanted.connect(self.user_given)
        self.typing_in.emit(dialog, Form("account"))
        self._open(dialog)

    def ask_change(self, user: User, own: bool) -> None:
        """Open the dialog that changes an account."""
        dialog = ChangeUserDialog(self, user, own)
        dialog.wanted.connect(lambda *given: self.account_given.emit(user.id, *given))
        self.typing_in.emit(dialog, Form(f"account {user.id}"))
        self._open(dialog)

    def ask_passphrase(self, user_id: UUID, name: str) -> None:
        """Open the dialog for another person's passphrase."""
        dialog = PassphraseDialog(self, name)
        dialog.wanted.connect(lambda new: self.passphrase_given.emit(user_id, new))
        self._open(dialog)

    def ask_close(self, user_id: UUID, name: str) -> None:
        """Open the dialog before an account is closed."""
        dialog = CloseUserDialog(self, name)
        dialog.wanted.connect(lambda: self.close_confirmed.emit(user_id))
        self._open(dialog)

    def offer_rotation(self, reason: str) -> None:
        """Offer to encrypt the records anew."""
        dialog = OfferRotationDialog(self, reason)
        dialog.wanted.connect(self.records.rotate_wanted)
        self._open(dialog)

    def ask_rotation(self, people: Sequence[tuple[UUID, str]]) -> None:
        """Open the dialog for everybody's passphrase."""
        dialog = RotationDialog(self, people)
        dialog.wanted.connect(self.rotation_given)
        self._open(dialog)

    def show_key(self, groups: Sequence[str]) -> None:
        """Show a new recovery key, over another screen as well: there is no second chance to see it."""
        dialog = KeyDialog(self.parentWidget() or self, groups)
        dialog.print_wanted.connect(self.key_print_wanted)
        dialog.save_chosen.connect(self.key_save_chosen)
        dialog.group_typed.connect(self.key_group_typed)
        self._open(dialog)

    def show_key_kept(self, words: str) -> None:
        """The new recovery key was put somewhere."""
        if isinstance(self._dialog, KeyDialog):
            self._dialog.show_kept(words)

    def show_dialog_error(self, sentence: str) -> None:
        """Say in the open dialog what is wrong."""
        if isinstance(self._dialog, AskingDialog | KeyDialog):
            self._dialog.show_error(sentence)

    def close_dialog(self) -> None:
        """The open dialog has done its work."""
        if self._dialog is not None:
            self._dialog.accept()

    @property
    def dialog(self) -> Dialog | None:
        """The dialog on show."""
        return self._dialog

    def _open(self, dialog: Dialog) -> None:
        self.close_dialog()
        self._dialog = dialog
        dialog.finished.connect(lambda _result: self._gone(dialog))
        dialog.open()

    def _gone(self, dialog: Dialog) -> None:
        dialog.deleteLater()
        if self._dialog is dialog:
            self._dialog = None

    def show_person(self, name: str, role: str, tone: AvatarTone) -> None:
        """Show who is signed in."""
        self.own.show_person(name, role, tone)

    def show_passphrase_changed(self) -> None:
        """The person has another passphrase now."""
        self.own.show_changed()

    def show_own_error(self, sentence: str) -> None:
        """Say why the passphrase was not changed."""
        self.own.show_error(sentence)

    def show_details(self, details: ClinicDetails) -> None:
        """Show what is kept about the clinic."""
        self.clinic.show_details(details)

    def show_details_error(self, sentence: str) -> None:
        """Say what is wrong on the clinic's page."""
        self.clinic.show_error(sentence)

    def show_details_wrong(self, wrong: WrongDetails) -> None:
        """Say what of the clinic's details can't be kept."""
        self.clinic.show_wrong(wrong)

    def show_users(self, users: Sequence[UserWords]) -> None:
        """List the accounts."""
        self.users.show_users(users)

    def show_database(self, path: str, facts: str) -> None:
        """Say where the records lie."""
        self.records.show_database(path, facts)

    def show_audit(self, lines: Sequence[AuditLine]) -> None:
        """List acts, the newest first."""
        self.audit.show_lines(lines)

    def show_checking(self) -> None:
        """The chain is being read."""
        self.audit.show_checking()

    def show_chain(self, broken: int | None) -> None:
        """Say whether the chain is whole."""
        self.audit.show_chain(broken)

    def show_trouble(self, sentence: str) -> None:
        """Say on the part on show what went wrong."""
        if self.part is Part.RECORDS:
            self.records.show_error(sentence)
        else:
            self.users.show_error(sentence)

    def print_paper(self, pdf: bytes) -> str:
        """Print; returns the printer's name.

        Raises:
            ChartTrouble: There is no printer, or it refused.
        """
        return print_pdf(self, pdf)

    def open_folder(self, folder: Path) -> None:
        """Show a folder in the file window of the desktop."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
