"""Users and roles: one account per person."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acuchart.screens.parts.avatar import Avatar, AvatarTone
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.screens.parts.card import Card
from acuchart.screens.parts.field import ErrorLine
from acuchart.screens.parts.painted import follow_theme
from acuchart.screens.parts.row import Row, RowList
from acuchart.screens.parts.scroll import Scroll
from acuchart.screens.parts.tag import Tag
from acuchart.screens.parts.text import ElidedText, Text, TwoLineText
from acuchart.words import _


@dataclass(frozen=True, slots=True)
class UserWords:
    """An account as listed. `since` says when it was closed, and is empty while it is open."""

    id: UUID
    name: str
    role: str
    tone: AvatarTone
    licence: str
    since: str
    me: bool


class UsersPage(QWidget):
    """All accounts.

    Signals:
        add_wanted: a new account; change_wanted, passphrase_wanted, close_wanted: the key of an account.
    """

    add_wanted = Signal()
    change_wanted = Signal(object)
    passphrase_wanted = Signal(object)
    close_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        card = Card(_("Users and roles"))
        add = Button(_("Add"), icon="user-plus", name="settings.user_add")
        add.clicked.connect(self.add_wanted)
        card.head.addWidget(add)
        self._error = ErrorLine()
        self._rows = RowList(name="settings.users")
        inside = QWidget()
        list_column = QVBoxLayout(inside)
        list_column.setContentsMargins(0, 0, 0, 0)
        list_column.addWidget(self._rows)
        list_column.addStretch(1)
        card.body.addWidget(self._error)
        card.body.addWidget(Scroll(inside), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self.users: Sequence[UserWords] = ()
        self._look = follow_theme(self._measure_again)

    @property
    def error(self) -> str:
        """What is wrong."""
        return self._error.words.text()

    def show_users(self, users: Sequence[UserWords]) -> None:
        """List the accounts."""
        self.users = tuple(users)
        roles = _columns([(Tag(user.role),) for user in users])
        actions = _columns([self._actions(number, user) for number, user in enumerate(users, 1)])
        rows = zip(users, roles, actions, strict=True)
        self._rows.show_rows([_row(number, *cells) for number, cells in enumerate(rows, 1)])

    def _measure_again(self) -> None:
        """The columns are as wide as their words, which have grown or shrunk."""
        if self.users:
            self.show_users(self.users)

    def show_error(self, sentence: str) -> None:
        """Say what is wrong."""
        self._error.say(sentence)

    def _actions(self, number: int, user: UserWords) -> tuple[QWidget, ...]:
        if user.since:
            return (Text(user.since, "small", "ink2"),)
        change = Button(_("Change"), size=Size.SMALL, name=f"settings.user_change.{number}")
        change.clicked.connect(lambda: self.change_wanted.emit(user.id))
        change.setAccessibleName(_("Change the account of {name}").format(name=user.name))
        if user.me:
            return change, Text(_("signed in now"), "small", "ink2")
        new = Button(_("Set passphrase"), size=Size.SMALL, name=f"settings.user_passphrase.{number}")
        new.clicked.connect(lambda: self.passphrase_wanted.emit(user.id))
        new.setAccessibleName(_("Set the passphrase of {name}").format(name=user.name))
        close = Button(
            _("Close account"), Variant.DANGER, size=Size.SMALL, name=f"settings.user_close.{number}"
        )
        close.clicked.connect(lambda: self.close_wanted.emit(user.id))
        close.setAccessibleName(_("Close the account of {name}").format(name=user.name))
        return change, new, close


def _row(number: int, user: UserWords, role: QWidget, actions: QWidget) -> Row:
    row = Row([Avatar(user.name, 36, user.tone), _who(user), role, actions], name=f"settings.user.{number}")
    row.cells.setStretch(1, 1)
    return row


def _who(user: UserWords) -> QWidget:
    """The name over the licence number."""
    cell = QWidget()
    column = QVBoxLayout(cell)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(TwoLineText(user.name, "body", "ink2" if user.since else "ink"))
    if user.licence:
        column.addWidget(ElidedText(user.licence, "small", "ink2"))
    return cell


def _columns(of_rows: Sequence[tuple[QWidget, ...]]) -> list[QWidget]:
    """A column of the list: its widgets at the right, and all as wide as the widest."""
    cells = [_cell(widgets) for widgets in of_rows]
    widest = max((cell.sizeHint().width() for cell in cells), default=0)
    for cell in cells:
        cell.setFixedWidth(widest)
    return cells


def _cell(widgets: tuple[QWidget, ...]) -> QWidget:
    cell = QWidget()
    row = QHBoxLayout(cell)
    row.setContentsMargins(0, 0, 0, 0)
    row.addStretch(1)
    for widget in widgets:
        row.addWidget(widget)
    return cell
