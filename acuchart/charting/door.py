"""The way in: founding a clinic, and unlocking one."""

from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from acuchart.charting.bus import Bus
from acuchart.charting.founding import Founding, Staged, stage
from acuchart.charting.reconciling import put_right, tell_of_tries
from acuchart.charting.sitting import Sitting
from acuchart.clinic.clock import Clock
from acuchart.clinic.people import Role
from acuchart.clinic.trouble import ChartTrouble
from acuchart.knowledge import Knowledge
from acuchart.records.header import RECOMMENDED, Cost
from acuchart.records.vault import Person, Vault, check_passphrase
from acuchart.records.work import Records
from acuchart.words import _


@dataclass(frozen=True)
class Founded:
    """A new clinic: its owner signed in, and the recovery key to be shown once."""

    sitting: Sitting
    recovery_groups: tuple[str, ...] = field(repr=False)


class Door:
    """One clinic folder, before anybody is signed in.

    `cost` is what a guess of a passphrase costs; tests take a cheap one.
    """

    def __init__(
        self, folder: Path, knowledge: Knowledge, clock: Clock, bus: Bus, cost: Cost = RECOMMENDED
    ) -> None:
        self.folder = folder
        self._knowledge = knowledge
        self._clock = clock
        self._bus = bus
        self._cost = cost

    @property
    def founded(self) -> bool:
        """Whether there is a clinic in the folder."""
        return Vault.exists(self.folder)

    def people(self) -> tuple[Person, ...]:
        """Who has an account: names and roles only."""
        return tuple(person for person in self._vault().people if not person.closed)

    def wait(self, user_id: UUID | None = None) -> timedelta:
        """How long a person's next try has to wait; without a person the longest wait of all."""
        return self._vault().wait(self._clock.now(), user_id)

    def check_passphrase(self, text: str, name: str) -> None:
        """Trouble when a new passphrase is easily guessed."""
        check_passphrase(text, name)

    def stage(self, given: Founding) -> Staged:
        """Makes a clinic beside its folder, to be settled once the recovery key is kept."""
        return stage(self.folder, given, self._clock, self._cost)

    def enter(self, staged: Staged) -> Sitting:
        """Puts a new clinic in its place and signs its owner in."""
        staged.settle()
        vault = self._vault()
        records = Records.open(self.folder, staged.key, self._clock)
        return Sitting(staged.owner, vault, staged.key, records, self._knowledge, self._clock, self._bus)

    def found(self, given: Founding) -> Founded:
        """Makes the clinic in one go and signs its owner in."""
        staged = self.stage(given)
        return Founded(self.enter(staged), staged.recovery_groups)

    def unlock(self, user_id: UUID, passphrase: str) -> Sitting:
        """Signs a person in; a wrong passphrase is counted and slowed down."""
        vault = self._vault()
        return self._enter(vault, user_id, vault.unlock(user_id, passphrase), "account.unlocked")

    def recover(self, recovery_key: str, user_id: UUID, new_passphrase: str) -> Sitting:
        """Gives an owner a new passphrase with the recovery key, and signs them in.

        Raises:
            ChartTrouble: The account is no open owner's: owners set the passphrases of the others.
        """
        vault = self._vault()
        person = next((person for person in vault.people if person.id == user_id), None)
        if person is None or person.closed or person.role is not Role.OWNER:
            raise ChartTrouble(_("The recovery key opens an owner's account. Choose an owner."))
        check_passphrase(new_passphrase, person.name)
        key = vault.unlock_with_recovery(recovery_key)
        vault.set_passphrase(key, user_id, new_passphrase)
        return self._enter(vault, user_id, key, "account.recovered")

    def _vault(self) -> Vault:
        return Vault.read(self.folder, self._clock, self._cost)

    def _enter(self, vault: Vault, user_id: UUID, key: bytes, act: str) -> Sitting:
        records = Records.open(self.folder, key, self._clock)
        try:
            tell_of_tries(vault, records)
            put_right(vault, key, records, self._clock)
            with records.work() as work:
                user = work.users.get(user_id)
                work.audit.append(user_id, act)
            if user.closed_at is not None:
                raise ChartTrouble(_("This account is closed. Ask the owner of the clinic."))
        except BaseException:
            records.close()
            raise
        return Sitting(user, vault, key, records, self._knowledge, self._clock, self._bus)
