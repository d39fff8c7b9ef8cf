"""Who may sign in, passphrases, the recovery key and the data key."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from uuid import UUID

from acuchart.charting.sitting import Duty, Sitting, Transaction, UseCases, use_case
from acuchart.clinic.events import ClinicChanged
from acuchart.clinic.ids import new_id
from acuchart.clinic.people import Role, User
from acuchart.clinic.trouble import ChartTrouble
from acuchart.words import _


@dataclass(frozen=True, slots=True)
class Rotated:
    """The outcome of a rotation: the sitting goes on under the new data key."""

    sitting: Sitting
    recovery_groups: tuple[str, ...] = field(repr=False)


class Accounts(UseCases):
    """One account per person, the desk included."""

    @use_case(Duty.DESK)
    def all(self, tx: Transaction) -> tuple[User, ...]:
        """Everyone who ever had an account."""
        tx.audit("staff.listed")
        return tuple(tx.work.users.all())

    @use_case(Duty.OWNING)
    def add(self, tx: Transaction, name: str, role: Role, licence: str, passphrase: str) -> User:
        """A new account with its first passphrase."""
        if not name.strip():
            raise ChartTrouble(_("Type the person's name."))
        if any(
            u.closed_at is None and u.name.casefold() == name.strip().casefold() for u in tx.work.users.all()
        ):
            raise ChartTrouble(_("There is an account called {name} already.").format(name=name.strip()))
        user = tx.work.users.add(User(new_id(), name.strip(), role, licence.strip()))
        self.sitting.vault.add_user(self.sitting.key, user, passphrase)
        tx.audit("account.added", detail=f"{role} {user.id}")
        tx.publish(ClinicChanged())
        return user

    @use_case(Duty.OWNING)
    def close(self, tx: Transaction, user_id: UUID) -> User:
        """Closes an account; its name stays in the records. Rotate the data key afterwards."""
        user = tx.work.users.get(user_id)
        owners = [u for u in tx.work.users.all() if u.role is Role.OWNER and u.closed_at is None]
        if owners == [user]:
            raise ChartTrouble(_("The last owner's account can't be closed."))
        closed = tx.work.users.change(replace(user, closed_at=self.clock.now()))
        self.sitting.vault.close_user(self.sitting.key, user_id)
        tx.audit("account.closed", detail=str(user_id))
        tx.publish(ClinicChanged())
        return closed

    @use_case(Duty.DESK)
    def change_own_passphrase(self, tx: Transaction, old: str, new: str) -> None:
        """Wraps the data key anew under another passphrase; nothing is encrypted again."""
        self.sitting.vault.unlock(self.user_id, old)
        self.sitting.vault.set_passphrase(self.sitting.key, self.user_id, new)
        tx.audit("passphrase.changed")

    @use_case(Duty.OWNING)
    def set_passphrase(self, tx: Transaction, user_id: UUID, new: str) -> None:
        """Gives another person a new passphrase."""
        self.sitting.vault.set_passphrase(self.sitting.key, user_id, new)
        tx.audit("passphrase.set_by_owner", detail=str(user_id))

    @use_case(Duty.OWNING)
    def replace_recovery_key(self, tx: Transaction) -> tuple[str, ...]:
        """A new recovery key, shown once; the old one opens nothing any more."""
        key = self.sitting.vault.replace_recovery_key(self.sitting.key)
        tx.audit("recovery_key.replaced")
        return key.groups

    def rotate(self, passphrases: Mapping[UUID, str]) -> Rotated:
        """Encrypts the database under a new data key; every open account needs a passphrase."""
        self._announce_rotation()
        sitting = self.sitting
        rotation = sitting.vault.rotate(sitting.key, passphrases, sitting.records.rekey)
        return Rotated(replace(sitting, key=rotation.new_key), rotation.recovery_key.groups)

    @use_case(Duty.OWNING)
    def _announce_rotation(self, tx: Transaction) -> None:
        tx.audit("data_key.rotated")
