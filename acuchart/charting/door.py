"""The way in: founding a clinic, and unlocking one."""

from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from acuchart.charting.bus import Bus
from acuchart.charting.sitting import Sitting
from acuchart.clinic.clock import Clock
from acuchart.clinic.details import ClinicDetails, check_details
from acuchart.clinic.ids import new_id
from acuchart.clinic.people import Role, User
from acuchart.clinic.trouble import ChartTrouble
from acuchart.knowledge import Knowledge
from acuchart.records.vault import Person, Vault
from acuchart.records.work import Records
from acuchart.words import _


@dataclass(frozen=True, slots=True)
class Founding:
    """What the wizard asks."""

    details: ClinicDetails
    owner: str
    licence: str
    passphrase: str = field(repr=False)


@dataclass(frozen=True)
class Founded:
    """A new clinic: its owner signed in, and the recovery key to be shown once."""

    sitting: Sitting
    recovery_groups: tuple[str, ...] = field(repr=False)


class Door:
    """One clinic folder, before anybody is signed in."""

    def __init__(self, folder: Path, knowledge: Knowledge, clock: Clock, bus: Bus) -> None:
        self.folder = folder
        self._knowledge = knowledge
        self._clock = clock
        self._bus = bus

    @property
    def founded(self) -> bool:
        """Whether there is a clinic in the folder."""
        return Vault.exists(self.folder)

    def people(self) -> tuple[Person, ...]:
        """Who has an account: names and roles only."""
        return tuple(person for person in Vault.read(self.folder).people if not person.closed)

    def wait(self) -> timedelta:
        """How long the next try has to wait after wrong ones."""
        return Vault.read(self.folder).wait(self._clock.now())

    def found(self, given: Founding) -> Founded:
        """Makes the clinic: vault, database, owner."""
        check_details(given.details)
        if not given.owner.strip():
            raise ChartTrouble(_("Type the owner's name."))
        owner = User(new_id(), given.owner.strip(), Role.OWNER, given.licence.strip())
        opened = Vault.create(self.folder, owner, given.passphrase, self._clock)
        sitting = self._sit(opened.vault, owner, opened.key)
        with sitting.records.work() as work:
            work.users.add(owner)
            work.clinic.put(given.details)
            work.audit.append(owner.id, "clinic.founded")
        return Founded(sitting, opened.recovery_key.groups)

    def unlock(self, user_id: UUID, passphrase: str) -> Sitting:
        """Signs a person in; a wrong passphrase is counted and slowed down."""
        vault = Vault.read(self.folder)
        return self._enter(vault, user_id, vault.unlock(user_id, passphrase), "account.unlocked")

    def recover(self, recovery_key: str, user_id: UUID, new_passphrase: str) -> Sitting:
        """Gives an owner a new passphrase with the recovery key, and signs them in."""
        vault = Vault.read(self.folder)
        key = vault.unlock_with_recovery(recovery_key)
        vault.set_passphrase(key, user_id, new_passphrase)
        return self._enter(vault, user_id, key, "account.recovered")

    def _enter(self, vault: Vault, user_id: UUID, key: bytes, act: str) -> Sitting:
        records = Records.open(self.folder, key, self._clock)
        with records.work() as work:
            user = work.users.get(user_id)
            work.audit.append(user_id, act)
        if user.closed_at is not None:
            records.close()
            raise ChartTrouble(_("This account is closed. Ask the owner of the clinic."))
        return Sitting(user, vault, key, records, self._knowledge, self._clock, self._bus)

    def _sit(self, vault: Vault, user: User, key: bytes) -> Sitting:
        records = Records.open(self.folder, key, self._clock)
        return Sitting(user, vault, key, records, self._knowledge, self._clock, self._bus)
