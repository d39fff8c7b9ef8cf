"""Makes the clinic step by step. Knows no Qt.

Nothing is in the clinic folder before the group of the recovery key was typed back: until then the clinic
stands ready beside its folder, and is thrown away when the wizard is left.
"""

import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from acuchart.charting.accounts import Accounts
from acuchart.charting.door import Door
from acuchart.charting.founding import Founding, Staged, check_free, is_clinic
from acuchart.charting.key_sheet import is_group, key_sheet, save_key_sheet
from acuchart.charting.sitting import Sitting
from acuchart.charting.unfinished import Unfinished
from acuchart.clinic.clock import Clock
from acuchart.clinic.details import ClinicDetails, check_details
from acuchart.clinic.people import Role, User
from acuchart.clinic.trouble import ChartTrouble
from acuchart.clinic.unfinished import Form, Typed
from acuchart.screens.shell.background import Background, Lane
from acuchart.screens.shell.first_start.answers import Answers
from acuchart.words import Formats, _, use_formats

ACCOUNT = Form("account")
"""The dialog of the settings that asks the same as the last page."""
CLINIC, OWNER, FOLDER, PROTECTION, KEY, PROOF, PEOPLE = range(7)


class WizardView(Protocol):
    """What the presenter asks of the view."""

    @property
    def number(self) -> int: ...
    @property
    def not_added(self) -> str: ...
    def show_page(self, number: int) -> None: ...
    def offer_clinic_there(self, there: bool) -> None: ...
    def show_folder(self, folder: Path) -> None: ...
    def show_error(self, sentence: str) -> None: ...
    def show_making(self) -> None: ...
    def show_key(self, groups: tuple[str, ...]) -> None: ...
    def show_key_wanted(self) -> None: ...
    def show_key_kept(self, words: str) -> None: ...
    def ask_group(self, place: int) -> None: ...
    def show_added(self, name: str, role: Role) -> None: ...
    def print_paper(self, pdf: bytes) -> str: ...
    def answers(self) -> Answers: ...


class FirstStart:
    """Checks each page before the next, makes the clinic, proves that the recovery key is kept.

    Attributes:
        sitting: The owner's, once the clinic is made.
    """

    def __init__(
        self,
        view: WizardView,
        door_at: Callable[[Path], Door],
        background: Background,
        clock: Clock,
        made: Callable[[Door], None],
        done: Callable[[Door, Sitting], None],
        open_there: Callable[[Path], None],
    ) -> None:
        self._view = view
        self._door_at = door_at
        self._background = background
        self._clock = clock
        self._clinic_made = made
        self._done = done
        self._open_there = open_there
        self._door: Door | None = None
        self._staged: Staged | None = None
        self._details: ClinicDetails | None = None
        self.sitting: Sitting | None = None
        self._place = 0
        self._kept = False
        self._busy = False

    def open(self, folder: Path) -> None:
        """Begins, with a folder to propose."""
        self._view.show_folder(folder)
        self._view.show_page(CLINIC)

    def go_on(self) -> None:
        """Next was tapped."""
        if self._busy:
            return
        steps: dict[int, Callable[[Answers], None]] = {
            CLINIC: self._check_clinic,
            OWNER: self._check_owner,
            FOLDER: self._check_folder,
            PROTECTION: self._make,
            KEY: self._ask_group,
            PROOF: self._check_group,
            PEOPLE: self._finish,
        }
        try:
            steps[self._view.number](self._view.answers())
        except ChartTrouble as trouble:
            self._view.show_error(trouble.sentence)

    def go_back(self) -> None:
        """Back was tapped; a clinic that stands ready is thrown away, since its answers may change."""
        if self._busy or self._view.number in (CLINIC, PEOPLE):
            return
        if self._view.number == PROOF:
            self._show_key_page()
            return
        self.cancel()
        self._view.show_page(self._view.number - 1)

    def cancel(self) -> None:
        """Leaves nothing half-made behind."""
        staged, self._staged = self._staged, None
        self._view.show_key(())
        if staged is not None:
            self._background.run(self, staged.discard)

    def print_key(self) -> None:
        """Puts the recovery key on paper."""
        self._with_sheet(self._print)

    def save_key(self, path: Path) -> None:
        """Writes the recovery key to a place outside the clinic folder."""
        self._with_sheet(lambda pdf: self._save(pdf, path))

    def add_person(self, name: str, role: Role, licence: str, passphrase: str) -> None:
        """One more account."""
        sitting = self.sitting
        if sitting is None:
            return
        accounts = Accounts(sitting)
        self._background.run(
            self,
            lambda: accounts.add(name, role, licence, passphrase),
            self._added,
            lambda trouble: self._view.show_error(trouble.sentence),
        )

    def keep_person(self, typed: Typed) -> None:
        """Keeps who is typed and not added yet; what can't be kept here is asked again in the settings."""
        if self.sitting is not None:
            forms = Unfinished(self.sitting)
            self._background.run(
                self,
                lambda: forms.keep(ACCOUNT, typed),
                otherwise=lambda trouble: self._view.show_error(trouble.sentence),
            )

    def _check_clinic(self, given: Answers) -> None:
        check_details(given.details)
        use_formats(Formats(given.details.date_order.value, given.details.clock.value), self._clock.today)
        self._view.show_page(OWNER)

    def _check_owner(self, given: Answers) -> None:
        if not given.owner:
            raise ChartTrouble(_("Type the owner's name."))
        if given.passphrase != given.passphrase_again:
            raise ChartTrouble(_("The two passphrases differ. Type them again."))
        self._door_at(given.folder).check_passphrase(given.passphrase, given.owner)
        self._view.show_page(FOLDER)

    def _check_folder(self, given: Answers) -> None:
        if not given.folder.is_absolute():
            raise ChartTrouble(_("Type the whole path of a folder, or choose one."))
        self._view.offer_clinic_there(is_clinic(given.folder))
        check_free(given.folder)
        self._view.show_page(PROTECTION)

    def open_there(self) -> None:
        """The clinic in the folder is to be opened: none is made."""
        folder = self._view.answers().folder
        if not self._busy and is_clinic(folder):
            self.cancel()
            self._open_there(folder)

    def _make(self, given: Answers) -> None:
        door = self._door_at(given.folder)
        founding = Founding(given.details, given.owner, given.licence, given.passphrase)
        self._door, self._details, self._busy = door, given.details, True
        self._view.show_making()
        self._background.run(self, lambda: door.stage(founding), self._made, self._refused)

    def _made(self, staged: Staged) -> None:
        self._busy, self._staged, self._kept = False, staged, False
        self._place = 1 + secrets.randbelow(len(staged.recovery_groups))
        self._view.show_key(staged.recovery_groups)
        self._show_key_page()

    def _show_key_page(self) -> None:
        self._view.show_page(KEY)
        if not self._kept:
            self._view.show_key_wanted()

    def _ask_group(self, given: Answers) -> None:
        if not self._kept:
            raise ChartTrouble(_("Print the key or save it first."))
        self._view.show_page(PROOF)
        self._view.ask_group(self._place)

    def _check_group(self, given: Answers) -> None:
        staged, door = self._staged, self._door
        if staged is None or door is None:
            raise AssertionError("a group is asked for before there is a key")
        if not is_group(staged.recovery_groups, self._place, given.group):
            raise ChartTrouble(
                _("This is not group {n}. Look at the sheet, or go back to the key.").format(n=self._place)
            )
        self._busy = True
        self._view.show_making()
        self._background.run(
            self, lambda: door.enter(staged), lambda sitting: self._entered(door, sitting), self._refused
        )

    def _entered(self, door: Door, sitting: Sitting) -> None:
        self._busy, self._staged, self.sitting = False, None, sitting
        self._clinic_made(door)
        self._view.show_key(())
        self._view.show_page(PEOPLE)

    def _added(self, user: User) -> None:
        self._view.show_added(user.name, user.role)
        self.keep_person({})

    def _finish(self, given: Answers) -> None:
        if name := self._view.not_added:
            raise ChartTrouble(_("{name} is not added yet. Add them, or empty the name.").format(name=name))
        if self._door is not None and self.sitting is not None:
            self._done(self._door, self.sitting)

    def _with_sheet(self, then: Callable[[bytes], None]) -> None:
        staged, details = self._staged, self._details
        if staged is None or details is None:
            return
        self._background.run(
            self,
            lambda: key_sheet(details, staged.recovery_groups, self._clock.today()),
            lambda pdf: then(pdf) if staged is self._staged else None,
            self._refused,
            Lane.ASIDE,
        )

    def _print(self, pdf: bytes) -> None:
        printer = self._view.print_paper(pdf)
        if printer:
            self._key_kept(
                _("Sent to {printer}. Check that the page came out whole.").format(printer=printer),
                self._staged,
            )

    def _save(self, pdf: bytes, path: Path) -> None:
        folder, staged = self._door.folder if self._door is not None else path, self._staged
        self._background.run(
            self,
            lambda: save_key_sheet(pdf, path, folder),
            lambda kept: self._key_kept(_("Saved as {file}.").format(file=kept.name), staged),
            self._refused,
        )

    def _key_kept(self, words: str, staged: Staged | None) -> None:
        """The key is on paper or in a file, unless another one was made in its place since."""
        if staged is not self._staged:
            return
        self._kept = True
        self._view.show_key_kept(words)

    def _refused(self, trouble: ChartTrouble) -> None:
        self._busy = False
        number = self._view.number
        if number in (PROTECTION, PROOF):
            self._view.show_page(number)
        self._view.show_error(trouble.sentence)
