"""A new recovery key, and encrypting the records anew. Knows no Qt."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol
from uuid import UUID

from acuchart.charting.accounts import Accounts, Rotated
from acuchart.charting.clinic import Clinic
from acuchart.charting.key_sheet import is_group, key_sheet, save_key_sheet
from acuchart.clinic.clock import Clock
from acuchart.clinic.events import Event
from acuchart.clinic.people import User
from acuchart.clinic.trouble import ChartTrouble
from acuchart.screens.shell.background import Background, Lane
from acuchart.words import _


class KeysView(Protocol):
    """What the presenter shows keys on."""

    def show_trouble(self, sentence: str) -> None: ...
    def offer_rotation(self, reason: str) -> None: ...
    def ask_rotation(self, people: Sequence[tuple[UUID, str]]) -> None: ...
    def show_key(self, groups: Sequence[str]) -> None: ...
    def show_key_kept(self, words: str) -> None: ...
    def show_dialog_error(self, sentence: str) -> None: ...
    def close_dialog(self) -> None: ...
    def print_paper(self, pdf: bytes) -> str: ...


@dataclass(frozen=True, slots=True)
class NewKey:
    """A recovery key that is on the screen: its groups, and whether it comes from encrypting anew."""

    groups: tuple[str, ...]
    rotated: bool
    kept: bool = False


class KeysPresenter:
    """The keys of a clinic, for its owners."""

    def __init__(
        self,
        view: KeysView,
        accounts: Accounts,
        clinic: Clinic,
        folder: Path,
        background: Background,
        clock: Clock,
        lock: Callable[[], None],
    ) -> None:
        self._view = view
        self._accounts = accounts
        self._clinic = clinic
        self._folder = folder
        self._background = background
        self._clock = clock
        self._lock = lock
        self._key: NewKey | None = None

    def heard(self, event: Event) -> None:
        """Nothing is listed here that could change."""

    def leave(self) -> None:
        """Nothing waits to be written."""

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
        self._background.run(self, self._accounts.all, self._ask_rotation, self._refused)

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

    def _ask_rotation(self, users: tuple[User, ...]) -> None:
        self._view.ask_rotation([(user.id, user.name) for user in users if user.closed_at is None])

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
