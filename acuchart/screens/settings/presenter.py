"""Settings: from intentions to use cases. Knows no Qt."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol
from uuid import UUID

from acuchart.charting.accounts import Accounts
from acuchart.charting.clinic import Clinic
from acuchart.clinic.audit import AuditEvent
from acuchart.clinic.details import ClinicDetails, WrongDetails, fitting, wrong_details
from acuchart.clinic.events import Event
from acuchart.clinic.people import ROLE_WORDS, Role, User
from acuchart.clinic.trouble import ChartTrouble
from acuchart.screens.parts.avatar import AvatarTone
from acuchart.screens.settings.audit_page import AuditLine
from acuchart.screens.settings.audit_words import act_words
from acuchart.screens.settings.parts import Part, parts_for
from acuchart.screens.shell.autosave import Autosave, Timer
from acuchart.screens.shell.background import Background
from acuchart.screens.shell.navigation import Navigator
from acuchart.screens.shell.unlock.presenter import TONES
from acuchart.words import DateStyle, _, format_moment, format_number

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
    def show_database(self, path: str, facts: str) -> None: ...
    def show_audit(self, lines: Sequence[AuditLine]) -> None: ...
    def show_checking(self) -> None: ...
    def show_chain(self, broken: int | None) -> None: ...
    def show_trouble(self, sentence: str) -> None: ...
    def open_folder(self, folder: Path) -> None: ...


class SettingsPresenter:
    """Own passphrase for everybody; the clinic, where its records lie and its audit log for owners."""

    def __init__(
        self,
        view: SettingsView,
        accounts: Accounts,
        clinic: Clinic,
        user: User,
        folder: Path,
        background: Background,
        go: Navigator,
        timer: Callable[[], Timer],
    ) -> None:
        self._view = view
        self._accounts = accounts
        self._clinic = clinic
        self._user = user
        self._folder = folder
        self._background = background
        self._go = go
        self._details: ClinicDetails | None = None
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
        if part is Part.CLINIC:
            self._background.run(self, self._clinic.details, self._show_details, self._refused)
        if part is Part.RECORDS:
            self._background.run(self, self._size, self._show_size, self._refused)
        if part is Part.AUDIT:
            self._background.run(self, self._trail, self._view.show_audit, self._refused)
            self.check_audit()

    def heard(self, event: Event) -> None:
        """What is shown here is changed here only."""

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

    def _trail(self) -> tuple[AuditLine, ...]:
        names = {user.id: user.name for user in self._accounts.all()}
        return tuple(_line(event, names) for event in self._clinic.audit_trail(LATEST))

    def _passphrase_changed(self) -> None:
        self._view.show_passphrase_changed()
        self._go.toast(_("Passphrase changed"))

    def _refused(self, trouble: ChartTrouble) -> None:
        self._view.show_trouble(trouble.sentence)


def _line(event: AuditEvent, names: Mapping[UUID, str]) -> AuditLine:
    who = "AcuChart" if event.user_id is None else names.get(event.user_id, str(event.user_id))
    at = format_moment(event.at, DateStyle.SHORT)
    return AuditLine(at, who, act_words(event.act), event.record_number, event.detail)
