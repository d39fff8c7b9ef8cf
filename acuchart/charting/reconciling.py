"""What is put right at an unlock: accounts cut short half-way, and wrong tries nobody could write down.

Accounts live in the vault header and in the database. Every change of one writes its intention into the
database first, so that a crash in between leaves one of the differences mended here.
"""

from contextlib import suppress
from dataclasses import replace
from uuid import UUID

from acuchart.clinic.clock import Clock
from acuchart.clinic.people import User
from acuchart.clinic.trouble import ChartTrouble
from acuchart.records.vault import Vault
from acuchart.records.work import Records, Work


def tell_of_tries(vault: Vault, records: Records) -> None:
    """Appends how many wrong passphrases were typed for whom; when and which ones is not known."""
    tries = vault.untold_tries()
    if tries:
        with records.work() as work:
            for who, n in tries.items():
                work.audit.append(None, "passphrase.wrong_tries", detail=f"{n} wrong tries for {who}")
        vault.tries_told(tries)


def put_right(vault: Vault, key: bytes, records: Records, clock: Clock) -> None:
    """Closes what is open on one side only, and shows everybody at the unlock as the records know them.

    A closed account opens nothing, so closing is the safe side.
    """
    with records.work() as work:
        _close_without_wrap(vault, work, clock)
        surplus = _surplus_wraps(vault, work)
        for user_id in surplus:
            work.audit.append(None, "account.put_right", detail=f"{user_id} could still unlock")
        otherwise = _known_otherwise(vault, work)
        for user in otherwise:
            work.audit.append(None, "account.put_right", detail=f"{user.id} had another name or role")
    # A disk that can't be written must keep nobody out; the next unlock tries again.
    with suppress(ChartTrouble):
        for user_id in surplus:
            vault.close_user(key, user_id)
        for user in otherwise:
            vault.change_person(key, user.id, user.name, user.role)


def _close_without_wrap(vault: Vault, work: Work, clock: Clock) -> None:
    """An account that was being added, or whose wrap is gone already."""
    may_unlock = {person.id for person in vault.people if not person.closed}
    for user in work.users.all():
        if user.closed_at is None and user.id not in may_unlock:
            work.users.change(replace(user, closed_at=clock.now()))
            work.audit.append(None, "account.put_right", detail=f"{user.id} had no passphrase")


def _surplus_wraps(vault: Vault, work: Work) -> tuple[UUID, ...]:
    """Who may unlock though the database knows them as closed, or not at all."""
    working = {user.id for user in work.users.all() if user.closed_at is None}
    return tuple(person.id for person in vault.people if not person.closed and person.id not in working)


def _known_otherwise(vault: Vault, work: Work) -> tuple[User, ...]:
    """Whose account was being changed: the records know the new name and role already."""
    shown = {person.id: (person.name, person.role) for person in vault.people if not person.closed}
    return tuple(
        user
        for user in work.users.all()
        if user.closed_at is None and user.id in shown and shown[user.id] != (user.name, user.role)
    )
