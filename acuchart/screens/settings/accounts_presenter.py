"""Users and roles: from intentions to use cases. Knows no Qt."""

from collections.abc import Callable, Sequence
from typing import Protocol
from uuid import UUID

from acuchart.charting.accounts import Accounts
from acuchart.clinic.events import ClinicChanged, Event
from acuchart.clinic.people import ROLE_WORDS, Role, User
from acuchart.clinic.trouble import ChartTrouble
from acuchart.screens.settings.parts import Part
from acuchart.screens.settings.users_page import UserWords
from acuchart.screens.shell.background import Background
from acuchart.screens.shell.navigation import Navigator
from acuchart.screens.shell.unlock.presenter import TONES
from acuchart.words import _, format_date


class AccountsView(Protocol):
    """What the presenter shows accounts on."""

    def show_users(self, users: Sequence[UserWords]) -> None: ...
    def show_trouble(self, sentence: str) -> None: ...
    def ask_change(self, user: User, own: bool) -> None: ...
    def ask_passphrase(self, user_id: UUID, name: str) -> None: ...
    def ask_close(self, user_id: UUID, name: str) -> None: ...
    def offer_rotation(self, reason: str) -> None: ...
    def show_dialog_error(self, sentence: str) -> None: ...
    def close_dialog(self) -> None: ...


def user_words(user: User, me: UUID) -> UserWords:
    """An account as it is listed for the person signed in."""
    since = ""
    if user.closed_at is not None:
        since = _("closed on {date}").format(date=format_date(user.closed_at))
    role, tone = _(ROLE_WORDS[user.role]), TONES[user.role]
    return UserWords(user.id, user.name, role, tone, user.licence, since, user.id == me)


class AccountsPresenter:
    """The accounts of a clinic, for its owners."""

    def __init__(
        self,
        view: AccountsView,
        accounts: Accounts,
        background: Background,
        go: Navigator,
        lock: Callable[[], None],
    ) -> None:
        self._view = view
        self._accounts = accounts
        self._me = accounts.user_id
        self._background = background
        self._go = go
        self._lock = lock
        self._users: dict[UUID, User] = {}

    def show(self, part: Part) -> None:
        """A part of the settings was turned to."""
        if part is Part.USERS:
            self._read()

    def heard(self, event: Event) -> None:
        """Accounts changed while they are listed."""
        if isinstance(event, ClinicChanged) and self._users:
            self._read()

    def leave(self) -> None:
        """Nothing waits to be written: each change is kept when it is given."""

    def add(self, name: str, role: Role, licence: str, passphrase: str) -> None:
        """A new account."""
        self._background.run(
            self,
            lambda: self._accounts.add(name, role, licence, passphrase),
            lambda user: self._done(_("{name} can sign in now").format(name=user.name)),
            self._refused,
        )

    def want_change(self, user_id: UUID) -> None:
        """Asks for another name, role or licence number."""
        self._view.ask_change(self._users[user_id], own=user_id == self._me)

    def change(self, user_id: UUID, name: str, role: Role, licence: str) -> None:
        """Another name, role or licence number."""
        self._background.run(
            self,
            lambda: self._accounts.change(user_id, name, role, licence),
            self._changed,
            self._refused,
        )

    def want_passphrase(self, user_id: UUID) -> None:
        """Asks for another person's new passphrase."""
        self._view.ask_passphrase(user_id, self._users[user_id].name)

    def set_passphrase(self, user_id: UUID, new: str) -> None:
        """Gives another person a new passphrase."""
        words = _("{name} has a new passphrase").format(name=self._users[user_id].name)
        self._background.run(
            self,
            lambda: self._accounts.set_passphrase(user_id, new),
            lambda _done: self._done(words),
            self._refused,
        )

    def want_close(self, user_id: UUID) -> None:
        """Asks before an account is closed."""
        self._view.ask_close(user_id, self._users[user_id].name)

    def close(self, user_id: UUID) -> None:
        """Closes an account, and offers to encrypt anew."""
        self._background.run(self, lambda: self._accounts.close(user_id), self._closed, self._refused)

    def _read(self) -> None:
        self._background.run(self, self._accounts.all, self._show, self._not_read)

    def _show(self, users: tuple[User, ...]) -> None:
        self._users = {user.id: user for user in users}
        self._view.show_users([user_words(user, self._me) for user in users])

    def _changed(self, user: User) -> None:
        self._done(_("The account of {name} is changed").format(name=user.name))
        if user.id == self._me:
            self._lock()

    def _closed(self, user: User) -> None:
        self._view.close_dialog()
        self._view.offer_rotation(_("{name} may have kept a copy of the key.").format(name=user.name))

    def _done(self, words: str) -> None:
        self._view.close_dialog()
        self._go.toast(words)

    def _not_read(self, trouble: ChartTrouble) -> None:
        self._view.show_trouble(trouble.sentence)

    def _refused(self, trouble: ChartTrouble) -> None:
        self._view.show_dialog_error(trouble.sentence)
