"""Opening a clinic folder with a secret, and ending a rotation of the data key that was cut short."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from uuid import UUID

from acuchart.clinic.people import User
from acuchart.clinic.trouble import ChartTrouble
from acuchart.records.cipher import opens
from acuchart.records.files import move, read_whole, remove
from acuchart.records.header import RECOVERY, Account, Cost, Header, Person, read_header
from acuchart.records.passphrases import check_passphrase, typed_secret
from acuchart.records.recovery import RecoveryKey
from acuchart.records.trouble import CANNOT_OPEN
from acuchart.records.wraps import guess_in_vain, unwrap, vouched, vouches, wrap
from acuchart.words import _

FILE = "vault.json"

NEXT = "vault.next"
"""The header of a rotation that is not finished; which of the two holds is told by the database."""


@dataclass(frozen=True)
class Opening:
    """A header that holds, and the data key in it."""

    header: Header
    key: bytes = field(repr=False)


def open_folder(folder: Path, who: str, secret: str, cost: Cost) -> Opening | None:
    """Opens the header of a folder for a user's id or `RECOVERY`; None when the secret opens nothing.

    Raises:
        ChartTrouble: The header is damaged or was changed, or the key in it does not open the database.
    """
    current = _opening(read_file(folder / FILE, cost), who, secret, cost)
    if not (folder / NEXT).exists():
        return current
    return _settled(folder, current, who, secret, cost)


def read_file(path: Path, least: Cost) -> Header:
    """The header in a file.

    Raises:
        ChartTrouble: It is missing, damaged, foreign or newer than this program.
    """
    content = read_whole(path)
    if content is None:
        raise ChartTrouble(_("There is no clinic in this folder."))
    return read_header(content, least)


def check_vouched(header: Header, key: bytes) -> None:
    """Trouble when somebody without the data key changed the header."""
    if not vouches(header, key):
        raise ChartTrouble(_("The vault file was changed outside AcuChart. Restore it from a backup."))


def person_of(user: User) -> Person:
    """What the unlock screen shows of a user."""
    return Person(user.id, user.name, user.role)


def account_of(key: bytes, person: Person, passphrase: str, cost: Cost) -> Account:
    """A person with the data key wrapped under their passphrase."""
    return Account(person, wrap(key, typed_secret(passphrase), str(person.id), cost))


def renewed_header(
    header: Header, key: bytes, recovery: RecoveryKey, passphrases: Mapping[UUID, str], cost: Cost
) -> Header:
    """The header for another data key: the same people, every wrap new.

    Raises:
        ChartTrouble: Somebody with an open account has no passphrase, or too easy a one.
    """
    people = [account.person for account in header.accounts]
    if set(passphrases) != {person.id for person in people if not person.closed}:
        raise ChartTrouble(_("Everybody with an open account needs a passphrase for the new key."))
    for person in people:
        if not person.closed:
            check_passphrase(passphrases[person.id], person.name)
    accounts = tuple(
        Account(person, None) if person.closed else account_of(key, person, passphrases[person.id], cost)
        for person in people
    )
    sealed = wrap(key, recovery.text, RECOVERY, cost)
    return vouched(replace(header, accounts=accounts, recovery=sealed), key)


def _opening(header: Header, who: str, secret: str, cost: Cost) -> Opening | None:
    kept = header.wrap_of(who)
    if kept is None:
        guess_in_vain(secret, cost)
        return None
    key = unwrap(kept, secret, who)
    if key is None:
        return None
    check_vouched(header, key)
    return Opening(header, key)


def _settled(folder: Path, current: Opening | None, who: str, secret: str, cost: Cost) -> Opening | None:
    """Lets the header hold whose key opens the database, and removes the other."""
    if current is not None and opens(folder, current.key):
        remove(folder / NEXT)
        return current
    renewed = _opening(read_file(folder / NEXT, cost), who, secret, cost)
    if renewed is None:
        return None
    if not opens(folder, renewed.key):
        if current is None:
            # The present header may still hold, under a passphrase that was not typed.
            return None
        raise ChartTrouble(_(CANNOT_OPEN))
    move(folder / NEXT, folder / FILE)
    return renewed
