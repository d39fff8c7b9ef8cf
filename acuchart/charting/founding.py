"""Making a clinic: everything is built beside the folder, and the folder appears whole in one step.

A crash or a Cancel before that step leaves no clinic; what is left over is sealed under a key nobody has, and
is cleared away when the wizard runs again.
"""

import os
import secrets
import shutil
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from acuchart.clinic.clock import Clock
from acuchart.clinic.details import ClinicDetails, check_details
from acuchart.clinic.ids import new_id
from acuchart.clinic.people import Role, User
from acuchart.clinic.trouble import ChartTrouble
from acuchart.records.files import disk_troubles
from acuchart.records.header import RECOMMENDED, Cost
from acuchart.records.vault import Vault
from acuchart.records.work import Records
from acuchart.words import _

_BUILDING = ".founding-"


@dataclass(frozen=True, slots=True)
class Founding:
    """What the wizard asks."""

    details: ClinicDetails
    owner: str
    licence: str
    passphrase: str = field(repr=False)


@dataclass(frozen=True)
class Staged:
    """A clinic that is complete but not yet in its place.

    Attributes:
        recovery_groups: The recovery key, to be shown once.
    """

    folder: Path
    owner: User
    key: bytes = field(repr=False)
    recovery_groups: tuple[str, ...] = field(repr=False)
    building: Path

    def settle(self) -> None:
        """Puts the clinic in its place.

        Raises:
            ChartTrouble: Something appeared in the folder meanwhile, or the disk can't be written.
        """
        check_free(self.folder)
        with disk_troubles():
            if self.folder.exists():
                self.folder.rmdir()
            self.building.rename(self.folder)

    def discard(self) -> None:
        """Leaves nothing behind."""
        shutil.rmtree(self.building, ignore_errors=True)


def is_clinic(folder: Path) -> bool:
    """Whether there is a clinic in the folder already."""
    with disk_troubles():
        return Vault.exists(folder)


def check_free(folder: Path) -> Path:
    """The folder, or trouble when a clinic can't be made there."""
    with disk_troubles():
        if folder.exists() and not folder.is_dir():
            raise ChartTrouble(_("This is a file. Choose a folder."))
        if folder.is_symlink() or folder.is_mount():
            raise ChartTrouble(_("This is a disk or a link to another place. Choose a folder inside it."))
        if Vault.exists(folder):
            raise ChartTrouble(
                _("There is a clinic in this folder already. Open it, or choose another folder.")
            )
        if folder.is_dir() and any(folder.iterdir()):
            raise ChartTrouble(_("This folder holds other files. Choose an empty or a new folder."))
        if not _may_write_above(folder):
            raise ChartTrouble(_("Nothing can be written there. Choose another place."))
    return folder


def _may_write_above(folder: Path) -> bool:
    """Whether the folder could be made where it is to lie; a clinic is built beside it."""
    above = next(parent for parent in folder.parents if parent.exists())
    return above.is_dir() and os.access(above, os.W_OK)


def stage(folder: Path, given: Founding, clock: Clock, cost: Cost = RECOMMENDED) -> Staged:
    """Makes a clinic beside its folder: vault, database, owner and details.

    Raises:
        ChartTrouble: The details, the name or the passphrase won't do, or the place can't be written.
    """
    check_details(given.details)
    if not given.owner.strip():
        raise ChartTrouble(_("Type the owner's name."))
    check_free(folder)
    _clear_leftovers(folder)
    owner = User(new_id(), " ".join(given.owner.split()), Role.OWNER, given.licence.strip())
    building = folder.with_name(f".{folder.name}{_BUILDING}{secrets.token_hex(4)}")
    try:
        opened = Vault.create(building, owner, given.passphrase, clock, cost)
        _first_entries(building, opened.key, owner, given.details, clock)
    except BaseException:
        shutil.rmtree(building, ignore_errors=True)
        raise
    return Staged(folder, owner, opened.key, opened.recovery_key.groups, building)


def _first_entries(folder: Path, key: bytes, owner: User, details: ClinicDetails, clock: Clock) -> None:
    records = Records.open(folder, key, clock)
    try:
        with records.work() as work:
            work.users.add(owner)
            work.clinic.put(details)
            work.audit.append(owner.id, "clinic.founded")
    finally:
        records.close()


def _clear_leftovers(folder: Path) -> None:
    with suppress(OSError):
        for left in folder.parent.glob(f".{folder.name}{_BUILDING}*"):
            shutil.rmtree(left, ignore_errors=True)
