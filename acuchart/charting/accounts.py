"""Who may sign in, passphrases, the recovery key and the data key."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from uuid import UUID

from acuchart.charting.sitting import Duty, Sitting, Transaction, UseCases, use_case
from acuchart.clinic.events import ClinicChanged
from acuchart.clinic.ids import new_id
from acuchart.clinic.people import Role, User
from acuchart.clinic.trouble import ChartTrouble
from acuchart.records.vault import check_passphrase
from acuchart.words import _


@dataclass(frozen=True, slots=True)
class Rotated:
    """The outcome of a rotation: the sitting goes on under the new data key."""

    sitting: Sitting
    recovery_groups: tuple[str, ...] = field(repr=False)


class Accounts(UseCases):
    """One account per person, the desk included.

    The vault cannot be part of a transaction. So each change of it is announced in the database first, then
    made, then told; a failure is told too, and what a crash leaves is put right at the next unlock.
    """

    @use_case(Duty.DESK)
    def all(self, tx: Transaction) -> tuple[User, ...]:
        """Everyone who ever had an account."""
        tx.audit("staff.listed")
        return tuple(tx.work.users.all())

    def add(self, name: str, role: Role, licence: str, passphrase: str) -> User:
        """A new account with its first passphrase."""
        user = self._begin_adding(name, role, licence, passphrase)
        with self._otherwise(lambda: self._not_added(user.id)):
            self.sitting.vault.add_user(self.sitting.key, user, passphrase)
        self._changed("account.added", f"{role} {user.id}")
        return user

    def change(self, user_id: UUID, name: str, role: Role, licence: str) -> User:
        """Another name, role or licence number; the text of what is signed keeps the former name."""
        before, user = self._begin_changing(user_id, name, role, licence)
        with self._otherwise(lambda: self._not_changed(before)):
            self.sitting.vault.change_person(self.sitting.key, user.id, user.name, user.role)
        self._changed("account.changed", f"{user.role} {user.id}, formerly {before.role} {before.name}")
        return user

    def close(self, user_id: UUID) -> User:
        """Closes an account; its name stays in the records. Rotate the data key afterwards."""
        closed = self._begin_closing(user_id)
        with self._otherwise(lambda: self._not_closed(user_id)):
            self.sitting.vault.close_user(self.sitting.key, user_id)
        self._changed("account.closed", str(user_id))
        return closed

    def change_own_passphrase(self, old: str, new: str) -> None:
        """Wraps the data key anew under another passphrase; nothing is encrypted again."""
        self._tell_own("passphrase.changing")
        with self._otherwise(lambda: self._tell_own("passphrase.not_changed")):
            self.sitting.vault.unlock(self.user_id, old)
            self.sitting.vault.set_passphrase(self.sitting.key, self.user_id, new)
        self._tell_own("passphrase.changed")

    def set_passphrase(self, user_id: UUID, new: str) -> None:
        """Gives another person a new passphrase."""
        self._tell("passphrase.setting", str(user_id))
        with self._otherwise(lambda: self._tell("passphrase.not_set", str(user_id))):
            self.sitting.vault.set_passphrase(self.sitting.key, user_id, new)
        self._tell("passphrase.set_by_owner", str(user_id))

    def replace_recovery_key(self) -> tuple[str, ...]:
        """A new recovery key, shown once; the old one opens nothing any more."""
        self._tell("recovery_key.replacing")
        with self._otherwise(lambda: self._tell("recovery_key.not_replaced")):
            key = self.sitting.vault.replace_recovery_key(self.sitting.key)
        # The old key opens nothing now: the new one must be shown even when the outcome can't be written.
        with suppress(ChartTrouble):
            self._tell("recovery_key.replaced")
        return key.groups

    def rotate(self, passphrases: Mapping[UUID, str]) -> Rotated:
        """Encrypts the database under a new data key; every open account needs a passphrase."""
        self._tell("data_key.rotation_begun")
        sitting = self.sitting
        with self._otherwise(lambda: self._tell("data_key.not_rotated")):
            rotation = sitting.vault.rotate(sitting.key, passphrases, sitting.records.rekey)
        with suppress(ChartTrouble):
            self._tell("data_key.rotated")
        return Rotated(replace(sitting, key=rotation.new_key), rotation.recovery_key.groups)

    @use_case(Duty.OWNING)
    def _begin_adding(self, tx: Transaction, name: str, role: Role, licence: str, passphrase: str) -> User:
        named = _free_name(name, tx.work.users.all())
        check_passphrase(passphrase, named)
        user = tx.work.users.add(User(new_id(), named, role, licence.strip()))
        tx.audit("account.adding", detail=f"{role} {user.id}")
        return user

    @use_case(Duty.OWNING)
    def _not_added(self, tx: Transaction, user_id: UUID) -> None:
        """The account stays as a closed one: a row of the records is never taken away."""
        user = tx.work.users.get(user_id)
        tx.work.users.change(replace(user, closed_at=self.clock.now()))
        tx.audit("account.not_added", detail=str(user_id))
        tx.publish(ClinicChanged())

    @use_case(Duty.OWNING)
    def _begin_changing(
        self, tx: Transaction, user_id: UUID, name: str, role: Role, licence: str
    ) -> tuple[User, User]:
        before = tx.work.users.get(user_id)
        if before.closed_at is not None:
            raise ChartTrouble(_("This account is closed."))
        if user_id == self.user_id and role is not before.role:
            raise ChartTrouble(_("Another owner has to change your role."))
        named = _free_name(name, (user for user in tx.work.users.all() if user.id != user_id))
        tx.audit("account.changing", detail=f"{role} {user_id}")
        return before, tx.work.users.change(replace(before, name=named, role=role, licence=licence.strip()))

    @use_case(Duty.OWNING)
    def _not_changed(self, tx: Transaction, before: User) -> None:
        """The unlock screen still shows the account as it was, so the records do too."""
        now = tx.work.users.get(before.id)
        tx.work.users.change(replace(before, version=now.version))
        tx.audit("account.not_changed", detail=str(before.id))

    @use_case(Duty.OWNING)
    def _begin_closing(self, tx: Transaction, user_id: UUID) -> User:
        user = tx.work.users.get(user_id)
        owners = [u for u in tx.work.users.all() if u.role is Role.OWNER and u.closed_at is None]
        if owners == [user]:
            raise ChartTrouble(_("The last owner's account can't be closed."))
        if user.closed_at is not None:
            raise ChartTrouble(_("This account is closed."))
        tx.audit("account.closing", detail=str(user_id))
        return tx.work.users.change(replace(user, closed_at=self.clock.now()))

    def _not_closed(self, user_id: UUID) -> None:
        """The person may still unlock, so the records say so. Whoever closes may have closed themselves."""
        with self.sitting.records.work() as work:
            work.users.change(replace(work.users.get(user_id), closed_at=None))
            work.audit.append(self.user_id, "account.not_closed", detail=str(user_id))

    def _changed(self, act: str, detail: str) -> None:
        """Tells of an account as it is now. Whoever closed their own has no duty left to check."""
        with self.sitting.records.work() as work:
            work.audit.append(self.user_id, act, detail=detail)
        self.sitting.bus.publish(ClinicChanged())

    @use_case(Duty.OWNING)
    def _tell(self, tx: Transaction, act: str, detail: str = "") -> None:
        tx.audit(act, detail=detail)

    @use_case(Duty.DESK)
    def _tell_own(self, tx: Transaction, act: str) -> None:
        tx.audit(act)

    @contextmanager
    def _otherwise(self, tell: Callable[[], None]) -> Iterator[None]:
        """Takes the intention back when the vault could not be changed."""
        try:
            yield
        except BaseException:
            with suppress(ChartTrouble):
                tell()
            raise


def _free_name(name: str, others: Iterable[User]) -> str:
    """A name no open account has."""
    named = " ".join(name.split())
    if not named:
        raise ChartTrouble(_("Type the person's name."))
    if any(other.closed_at is None and other.name.casefold() == named.casefold() for other in others):
        raise ChartTrouble(_("There is an account called {name} already.").format(name=named))
    return named
