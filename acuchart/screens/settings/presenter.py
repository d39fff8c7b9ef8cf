"""Settings: from intentions to use cases. Knows no Qt."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol
from uuid import UUID

from acuchart.charting.accounts import Accounts, Rotated
from acuchart.charting.clinic import Clinic
from acuchart.charting.key_sheet import is_group, key_sheet, save_key_sheet
from acuchart.clinic.audit import AuditEvent
from acuchart.clinic.clock import Clock
from acuchart.clinic.details import ClinicDetails, WrongDetails, fitting, wrong_details
from acuchart.clinic.events import ClinicChanged, Event
from acuchart.clinic.people import ROLE_WORDS, Role, User
from acuchart.clinic.trouble import ChartTrouble
from acuchart.screens.parts.avatar import AvatarTone
from acuchart.screens.settings.audit_page import AuditLine
from acuchart.screens.settings.audit_words import act_words
from acuchart.screens.settings.parts import Part, parts_for
from acuchart.screens.settings.users_page import UserWords
from acuchart.screens.shell.autosave import Autosave, Timer
from acuchart.screens.shell.background import Background, Lane
from acuchart.screens.shell.navigation import Navigator
from acuchart.screens.shell.unlock.presenter import TONES
from acuchart.words import DateStyle, _, format_date, format_moment, format_number

LATEST = 500
"""Acts listed; the whole trail is checked, not listed."""


class SettingsView(Protocol):
    """What the presenter shows settings on."""

    def show_parts(self, parts: Sequence[Part]) -> None: ...
    def open_part(self, part: Part) -> None: ...
    def show_person(self, name: str, role: str, tone: AvatarTone) -> None: ...
    def show_passphrase_changed(self) -> None: ...
    def show_own_error(self, sentence: str) -> None: ...
    def show_details(self, details: ClinicDetails) -> None: ...
    def show_details_error(self, sentence: str) -> None: ...
    def show_details_wrong(self, wrong: WrongDetails) -> None: ...
    def show_users(self, users: Sequence[UserWords]) -> None: ...
    def show_database(self, path: str, facts: str) -> None: ...
    def show_audit(self, lines: Sequence[AuditLine]) -> None: ...
    def show_checking(self) -> None: ...
    def show_chain(self, broken: int | None) -> None: ...
    def show_trouble(self, sentence: str) -> None: ...
    def ask_new_user(self) -> None: ...
    def ask_passphrase(self, user_id: UUID, name: str) -> None: ...
    def ask_close(self, user_id: UUID, name: str) -> None: ...
    def offer_rotation(self, reason: str) -> None: ...
    def ask_rotation(self, people: Sequence[UserWords]) -> None: ...
    def show_key(self, groups: Sequence[str]) -> None: ...
    def show_key_kept(self, words: str) -> None: ...
    def show_dialog_error(self, sentence: str) -> None: ...
    def close_dialog(self) -> None: ...
    def print_paper(self, pdf: bytes) -> str: ...
    def open_folder(self, folder: Path) -> None: ...


@dataclass(frozen=True, slots=True)
class NewKey:
    """A recovery key that is on the screen: its groups, and whether it comes from encrypting anew."""

    groups: tuple[str, ...]
    rotated: bool
    kept: bool = False


class SettingsPresenter:
    """Own passphrase for everybody; the clinic, its people, its keys and its audit log for owners."""

    def __init__(
        self,
        view: SettingsView,
        accounts: Accounts,
        clinic: Clinic,
        user: User,
        folder: Path,
        background: Background,
        go: Navigator,
        clock: Clock,
        timer: Callable[[], Timer],
        lock: Callable[[], None],
    ) -> None:
        self._view = view
        self._accounts = accounts
        self._clinic = clinic
        self._user = user
        self._folder = folder
        self._background = background
        self._go = go
        self._clock = clock
        self._lock = lock
        self._users: tuple[User, ...] = ()
        self._details: ClinicDetails | None = None
        self._key: NewKey | None = None
        self._save = Autosave[ClinicDetails](background, go, self._write, self._not_written, timer(), timer())

    @property
    def owner(self) -> bool:
        """Whether the person signed in looks after the clinic."""
        return self._user.role is Role.OWNER

    def open(self) -> None:
        """Shows what the role of the person includes."""
        self._view.show_parts(parts_for(self._user.role))
        words = _(ROLE_WORDS[self._user.role])
        self._view.show_person(self._user.name, words, TONES[self._user.role])
        self._view.open_part(Part.OWN)

    def show(self, part: Part) -> None:
        """A part was turned to."""
        if not self.owner:
            return
        if part in (Part.USERS, Part.RECORDS, Part.AUDIT):
            self._read_users()
        if part is Part.CLINIC:
            self._background.run(self, self._clinic.details, self._show_details, self._refused)
        if part is Part.RECORDS:
            self._background.run(self, self._size, self._show_size, self._refused)
        if part is Part.AUDIT:
            self._background.run(
                self, lambda: self._clinic.audit_trail(LATEST), self._show_audit, self._refused
            )
            self.check_audit()

    def heard(self, event: Event) -> None:
        """Accounts or details changed."""
        if isinstance(event, ClinicChanged) and self.owner:
            self._read_users()

    def leave(self) -> None:
        """Writes what is unwritten."""
        self._save.flush()

    def change_passphrase(self, old: str, new: str) -> None:
        """Another passphrase for the person signed in."""
        self._background.run(
            self,
            lambda: self._accounts.change_own_passphrase(old, new),
            lambda _done: self._passphrase_changed(),
            lambda trouble: self._view.show_own_error(trouble.sentence),
        )

    def edit_details(self, details: ClinicDetails) -> None:
        """Something was typed on the clinic's page; what can't be is said, and the rest is saved."""
        kept = self._save.value
        if kept is None:
            return
        self._view.show_details_error("")
        self._view.show_details_wrong(wrong_details(details))
        if (fit := fitting(details, kept)) != kept:
            self._save.changed(fit)

    def add_user(self, name: str, role: Role, licence: str, passphrase: str) -> None:
        """A new account."""
        self._background.run(
            self,
            lambda: self._accounts.add(name, role, licence, passphrase),
            lambda user: self._dialog_done(_("{name} can sign in now").format(name=user.name)),
            self._refused_in_dialog,
        )

    def want_passphrase(self, user_id: UUID) -> None:
        """Asks for another person's new passphrase."""
        self._view.ask_passphrase(user_id, self._name(user_id))

    def set_passphrase(self, user_id: UUID, new: str) -> None:
        """Gives another person a new passphrase."""
        words = _("{name} has a new passphrase").format(name=self._name(user_id))
        self._background.run(
            self,
            lambda: self._accounts.set_passphrase(user_id, new),
            lambda _done: self._dialog_done(words),
            self._refused_in_dialog,
        )

    def want_close(self, user_id: UUID) -> None:
        """Asks before an account is closed."""
        self._view.ask_close(user_id, self._name(user_id))

    def close_user(self, user_id: UUID) -> None:
        """Closes an account, and offers to encrypt anew."""
        self._background.run(
            self, lambda: self._accounts.close(user_id), self._closed, self._refused_in_dialog
        )

    def replace_key(self) -> None:
        """A new recovery key."""
        self._background.run(
            self,
            self._accounts.replace_recovery_key,
            lambda groups: self._show_key(groups, rotated=False),
            self._refused,
        )

    def want_rotation(self) -> None:
        """Asks everybody's passphrase."""
        self._view.ask_rotation([words for words in map(self._words, self._users) if not words.since])

    def rotate(self, passphrases: Mapping[UUID, str]) -> None:
        """Encrypts the records anew."""
        self._background.run(
            self, lambda: self._accounts.rotate(passphrases), self._rotated, self._refused_in_dialog
        )

    def print_key(self) -> None:
        """Puts the new recovery key on paper."""
        self._with_sheet(self._print)

    def save_key(self, path: Path) -> None:
        """Writes the new recovery key to a place outside the clinic folder."""
        self._with_sheet(lambda pdf: self._save_sheet(pdf, path))

    def prove_key(self, place: int, typed: str) -> None:
        """One group was typed back: the key is kept."""
        key = self._key
        if key is None or not key.kept:
            return
        if not is_group(key.groups, place, typed):
            self._view.show_dialog_error(_("This is not group {n}. Look at the sheet.").format(n=place))
            return
        self._key = None
        self._view.close_dialog()
        if key.rotated:
            self._lock()
        else:
            self._view.offer_rotation(_("The old recovery key may still open an old copy of the vault."))

    def check_audit(self) -> None:
        """Checks the whole chain."""
        self._view.show_checking()
        self._background.run(
            self,
            self._clinic.check_audit_trail,
            lambda broken: self._view.show_chain(broken.place if broken else None),
            self._refused,
        )

    def open_folder(self) -> None:
        """Shows the clinic folder."""
        self._view.open_folder(self._folder)

    def _read_users(self) -> None:
        self._background.run(self, self._accounts.all, self._show_users, self._refused)

    def _show_users(self, users: tuple[User, ...]) -> None:
        self._users = users
        self._view.show_users([self._words(user) for user in users])

    def _words(self, user: User) -> UserWords:
        since = ""
        if user.closed_at is not None:
            since = _("closed on {date}").format(date=format_date(user.closed_at))
        return UserWords(
            user.id,
            user.name,
            _(ROLE_WORDS[user.role]),
            TONES[user.role],
            user.licence,
            since,
            user.id == self._user.id,
        )

    def _name(self, user_id: UUID | None) -> str:
        return next((user.name for user in self._users if user.id == user_id), "")

    def _show_details(self, details: ClinicDetails) -> None:
        self._details = details
        if self._save.clean:
            self._save.start(details)
            self._view.show_details(details)

    def _write(self, new: ClinicDetails, seen: ClinicDetails) -> ClinicDetails:
        return self._clinic.change(replace(new, version=seen.version))

    def _not_written(self, trouble: ChartTrouble) -> None:
        self._view.show_details_error(trouble.sentence)

    def _size(self) -> int:
        return sum(file.stat().st_size for file in self._folder.glob("records.db*"))

    def _show_size(self, size: int) -> None:
        megabytes = format_number(size / 1_000_000, 1)
        self._view.show_database(str(self._folder), _("Encrypted · {n} MB").format(n=megabytes))

    def _show_audit(self, events: tuple[AuditEvent, ...]) -> None:
        self._view.show_audit([self._line(event) for event in events])

    def _line(self, event: AuditEvent) -> AuditLine:
        who = self._name(event.user_id) or ("AcuChart" if event.user_id is None else str(event.user_id))
        return AuditLine(
            format_moment(event.at, DateStyle.SHORT),
            who,
            act_words(event.act),
            event.record_number,
            event.detail,
        )

    def _passphrase_changed(self) -> None:
        self._view.show_passphrase_changed()
        self._go.toast(_("Passphrase changed"))

    def _dialog_done(self, words: str) -> None:
        self._view.close_dialog()
        self._go.toast(words)

    def _closed(self, user: User) -> None:
        self._view.close_dialog()
        self._view.offer_rotation(_("{name} may have kept a copy of the key.").format(name=user.name))

    def _rotated(self, rotated: Rotated) -> None:
        self._show_key(rotated.recovery_groups, rotated=True)

    def _show_key(self, groups: tuple[str, ...], rotated: bool) -> None:
        self._key = NewKey(groups, rotated)
        self._view.show_key(groups)

    def _with_sheet(self, then: Callable[[bytes], None]) -> None:
        key = self._key
        if key is None:
            return
        today = self._clock.today()
        self._background.run(
            self,
            self._clinic.details,
            lambda details: self._background.run(
                self, lambda: key_sheet(details, key.groups, today), then, self._refused_in_dialog, Lane.ASIDE
            ),
            self._refused_in_dialog,
        )

    def _print(self, pdf: bytes) -> None:
        try:
            printer = self._view.print_paper(pdf)
        except ChartTrouble as trouble:
            self._view.show_dialog_error(trouble.sentence)
            return
        if printer:
            self._kept(_("Sent to {printer}").format(printer=printer))

    def _save_sheet(self, pdf: bytes, path: Path) -> None:
        self._background.run(
            self,
            lambda: save_key_sheet(pdf, path, self._folder),
            lambda kept: self._kept(_("Saved as {file}").format(file=kept.name)),
            self._refused_in_dialog,
        )

    def _kept(self, words: str) -> None:
        if self._key is not None:
            self._key = replace(self._key, kept=True)
        self._view.show_key_kept(words)

    def _refused(self, trouble: ChartTrouble) -> None:
        self._view.show_trouble(trouble.sentence)

    def _refused_in_dialog(self, trouble: ChartTrouble) -> None:
        self._view.show_dialog_error(trouble.sentence)
