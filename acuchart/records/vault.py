"""The vault of a clinic: one random data key, wrapped for each person and for the recovery key.

A passphrase never encrypts the records themselves: changing one wraps the same data key anew. `rotate` is
the only thing that takes another data key.
"""

from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

from acuchart.clinic.clock import Clock, SystemClock
from acuchart.clinic.people import Role, User
from acuchart.clinic.trouble import ChartTrouble
from acuchart.records.attempts import FREE, Attempts, TooManyTries, WrongPassphrase, wait_after
from acuchart.records.cipher import connect, database_path, make_database, opens, rekey_database
from acuchart.records.files import make_folder, move, remove, write_whole
from acuchart.records.header import RECOMMENDED, RECOVERY, VERSION, Account, Cost, Header, Person
from acuchart.records.opening import (
    FILE,
    NEXT,
    account_of,
    check_vouched,
    open_folder,
    person_of,
    read_file,
    renewed_header,
)
from acuchart.records.passphrases import check_passphrase, typed_secret
from acuchart.records.recovery import RecoveryKey, fresh_key, read_key
from acuchart.records.wraps import fresh_data_key, vouched, wrap
from acuchart.words import _

__all__ = [
    "Opened",
    "Person",
    "RecoveryKey",
    "Rotation",
    "TooManyTries",
    "Vault",
    "WrongPassphrase",
    "check_passphrase",
]


@dataclass(frozen=True)
class Opened:
    """A new vault, its data key, and the recovery key to be shown once."""

    vault: "Vault"
    key: bytes = field(repr=False)
    recovery_key: RecoveryKey


@dataclass(frozen=True)
class Rotation:
    """The data key that holds from now on, and the recovery key to be shown once."""

    new_key: bytes = field(repr=False)
    recovery_key: RecoveryKey


class Vault:
    """The vault of one clinic folder."""

    def __init__(
        self, folder: Path, header: Header, clock: Clock | None = None, cost: Cost = RECOMMENDED
    ) -> None:
        self.folder = folder
        self._header = header
        self._clock = clock or SystemClock()
        self._cost = cost
        self._attempts = Attempts(folder)

    @staticmethod
    def exists(folder: Path) -> bool:
        """Whether there is a clinic in a folder."""
        return (folder / FILE).exists()

    @classmethod
    def create(
        cls, folder: Path, owner: User, passphrase: str, clock: Clock, cost: Cost = RECOMMENDED
    ) -> Opened:
        """Makes a clinic in a folder: an empty encrypted database and, last, the vault.

        Raises:
            ChartTrouble: The folder holds records already or can't be written, or the passphrase is too easy.
        """
        check_passphrase(passphrase, owner.name)
        make_folder(folder)
        if cls.exists(folder):
            raise ChartTrouble(_("This folder already holds records. Choose another folder."))
        key, recovery = fresh_data_key(), fresh_key()
        make_database(folder, key)
        header = Header(
            VERSION,
            (account_of(key, person_of(owner), passphrase, cost),),
            wrap(key, recovery.text, RECOVERY, cost),
        )
        try:
            vault = cls(folder, header, clock, cost)
            vault._keep(header, key)
        except ChartTrouble:
            remove(database_path(folder))
            raise
        return Opened(vault, key, recovery)

    @classmethod
    def read(cls, folder: Path, clock: Clock | None = None, cost: Cost = RECOMMENDED) -> "Vault":
        """The vault in a folder.

        `cost` is what new wraps take, and the least that is believed of those in the file.

        Raises:
            ChartTrouble: There is none, or it is damaged, foreign or newer than this program.
        """
        return cls(folder, read_file(folder / FILE, cost), clock, cost)

    @property
    def people(self) -> tuple[Person, ...]:
        """Everybody with an account, closed ones included."""
        return tuple(account.person for account in self._header.accounts)

    def wait(self, now: datetime, user_id: UUID | None = None) -> timedelta:
        """How long the next try has to wait: of one person, or the longest wait of all."""
        return self._attempts.wait(now, None if user_id is None else str(user_id))

    def untold_tries(self) -> Mapping[str, int]:
        """Wrong tries, by user id or `RECOVERY`, that no audit trail could be told of at the time."""
        return self._attempts.untold()

    def tries_told(self, tries: Mapping[str, int]) -> None:
        """The audit trail knows of these tries now."""
        self._attempts.told(tries)

    def unlock(self, user_id: UUID, passphrase: str) -> bytes:
        """The data key.

        Raises:
            WrongPassphrase: It is another passphrase, or nobody by that id may unlock.
            TooManyTries: There were too many wrong ones just now.
            ChartTrouble: The header was changed by somebody without the data key.
        """
        return self._unlock(str(user_id), typed_secret(passphrase))

    def unlock_with_recovery(self, text: str) -> bytes:
        """The data key, by the recovery key as typed from its sheet.

        Raises:
            ChartTrouble: A group is mistyped; otherwise as `unlock`.
        """
        return self._unlock(RECOVERY, read_key(text).text)

    def add_user(self, key: bytes, user: User, passphrase: str) -> None:
        """Wraps the data key for one more person.

        Raises:
            ChartTrouble: The passphrase is too easy, or there is an account already.
        """
        check_passphrase(passphrase, user.name)
        header = self._verified(key)
        if any(account.person.id == user.id for account in header.accounts):
            raise ChartTrouble(_("This person has an account already."))
        account = account_of(key, person_of(user), passphrase, self._cost)
        self._keep(replace(header, accounts=(*header.accounts, account)), key)

    def change_person(self, key: bytes, user_id: UUID, name: str, role: Role) -> None:
        """Changes the name and the role on the unlock screen.

        Raises:
            ChartTrouble: No open owner's account would be left.
        """
        self._change(
            key,
            user_id,
            lambda account: replace(account, person=replace(account.person, name=name, role=role)),
        )

    def close_user(self, key: bytes, user_id: UUID) -> None:
        """Takes away a person's wrap; the name stays. A data key they kept is shut out by `rotate`.

        Raises:
            ChartTrouble: No open owner's account would be left.
        """
        self._change(key, user_id, lambda account: Account(replace(account.person, closed=True), wrap=None))

    def set_passphrase(self, key: bytes, user_id: UUID, new: str) -> None:
        """Wraps the data key anew for a person; nothing is encrypted again. Forgives their wrong tries.

        Raises:
            ChartTrouble: The passphrase is too easy, or the account is closed.
        """

        def wrapped(account: Account) -> Account:
            if account.person.closed:
                raise ChartTrouble(_("This account is closed."))
            check_passphrase(new, account.person.name)
            return account_of(key, account.person, new, self._cost)

        self._change(key, user_id, wrapped)
        self._attempts.forgive(str(user_id))

    def replace_recovery_key(self, key: bytes) -> RecoveryKey:
        """Makes a new recovery key; the old one opens nothing any more."""
        header, recovery = self._verified(key), fresh_key()
        self._keep(replace(header, recovery=wrap(key, recovery.text, RECOVERY, self._cost)), key)
        return recovery

    def rotate(
        self, key: bytes, passphrases: Mapping[UUID, str], rekey: Callable[[bytes], None] | None = None
    ) -> Rotation:
        """Encrypts the records under a new data key; the old one and the old recovery key open nothing.

        The new header is written beside the old one, the database is given the new key, and the new header
        takes the old one's place. A crash between any of these is put right at the next unlock.

        Args:
            key: The data key that holds.
            passphrases: A passphrase for everybody with an open account, the present one or a new one.
            rekey: Gives the database its new key (`Records.rekey` while records are open). Without it the
            vault
                opens the database itself, and nothing else may have it open.

        Raises:
            ChartTrouble: A passphrase is missing or too easy, or the disk is full; the old key still holds.
        """
        header = self._verified(key)
        new_key, recovery = fresh_data_key(), fresh_key()
        renewed = renewed_header(header, new_key, recovery, passphrases, self._cost)
        write_whole(self.folder / NEXT, renewed.to_bytes())
        try:
            (rekey or self._rekey_with(key))(new_key)
        except ChartTrouble:
            if opens(self.folder, key):
                remove(self.folder / NEXT)
            raise
        move(self.folder / NEXT, self.folder / FILE)
        self._header = renewed
        return Rotation(new_key, recovery)

    def _rekey_with(self, key: bytes) -> Callable[[bytes], None]:
        def give(new_key: bytes) -> None:
            with closing(connect(self.folder, key)) as connection:
                rekey_database(connection, new_key)

        return give

    def _unlock(self, who: str, secret: str) -> bytes:
        now = self._clock.now()
        if wait := self._attempts.wait(now, who):
            raise TooManyTries(wait)
        failures = self._attempts.count(who, now)
        opening = open_folder(self.folder, who, secret, self._cost)
        if opening is None:
            raise WrongPassphrase(max(0, FREE - failures.count), wait_after(failures.count))
        self._attempts.right(who)
        self._header = opening.header
        return opening.key

    def _verified(self, key: bytes) -> Header:
        """The header as it lies on the disk now, vouched for by the data key."""
        header = read_file(self.folder / FILE, self._cost)
        check_vouched(header, key)
        self._header = header
        return header

    def _change(self, key: bytes, user_id: UUID, change: Callable[[Account], Account]) -> None:
        header = self._verified(key)
        if all(account.person.id != user_id for account in header.accounts):
            raise ChartTrouble(_("There is no such account."))
        accounts = tuple(
            change(account) if account.person.id == user_id else account for account in header.accounts
        )
        if not any(a.person.role is Role.OWNER and not a.person.closed for a in accounts):
            raise ChartTrouble(_("The last owner's account can't be closed."))
        self._keep(replace(header, accounts=accounts), key)

    def _keep(self, header: Header, key: bytes) -> None:
        signed = vouched(header, key)
        write_whole(self.folder / FILE, signed.to_bytes())
        self._header = signed
