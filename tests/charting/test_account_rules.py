"""Accounts lie in vault and database: whatever fails in between, neither says more than the other."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

import pytest

from acuchart.charting.accounts import Accounts
from acuchart.charting.courses import Courses
from acuchart.charting.sitting import Sitting
from acuchart.clinic.audit import AuditEvent
from acuchart.clinic.ids import new_id
from acuchart.clinic.people import Role, User
from acuchart.clinic.trouble import ChartTrouble, NotAllowed
from acuchart.records.attempts import WrongPassphrase
from acuchart.records.vault import RecoveryKey, Vault
from tests.helpers.clinic import PRACTITIONER_PASSPHRASE, StaffedClinic
from tests.helpers.records import CHEAP, OWNER_PASSPHRASE

NEW = "nine slow herons wading home"
FULL = "The disk is full."


class FullVault(Vault):
    """A vault on a disk that is full."""

    def add_user(self, key: bytes, user: User, passphrase: str) -> None:
        raise ChartTrouble(FULL)

    def change_person(self, key: bytes, user_id: UUID, name: str, role: Role) -> None:
        raise ChartTrouble(FULL)

    def close_user(self, key: bytes, user_id: UUID) -> None:
        raise ChartTrouble(FULL)

    def set_passphrase(self, key: bytes, user_id: UUID, new: str) -> None:
        raise ChartTrouble(FULL)

    def replace_recovery_key(self, key: bytes) -> RecoveryKey:
        raise ChartTrouble(FULL)


class PulledPlugError(BaseException):
    """The end of the program between two steps."""


class PulledPlug(Vault):
    """A vault at whose change the power fails."""

    def add_user(self, key: bytes, user: User, passphrase: str) -> None:
        raise PulledPlugError

    def change_person(self, key: bytes, user_id: UUID, name: str, role: Role) -> None:
        raise PulledPlugError

    def close_user(self, key: bytes, user_id: UUID) -> None:
        raise PulledPlugError


class DeadAccounts(Accounts):
    """Accounts that do nothing more once the power failed."""

    def _not_added(self, user_id: UUID) -> None:
        """Nothing runs any more."""

    def _not_changed(self, before: User) -> None:
        """Nothing runs any more."""

    def _not_closed(self, user_id: UUID) -> None:
        """Nothing runs any more."""


def on(vault: type[Vault], clinic: StaffedClinic) -> Sitting:
    """The owner at work on another kind of vault in the same folder."""
    return replace(clinic.owner, vault=vault.read(clinic.folder, clinic.clock, CHEAP))


def acts(clinic: StaffedClinic) -> list[str]:
    return [event.act for event in trail(clinic)]


def trail(clinic: StaffedClinic) -> list[AuditEvent]:
    with clinic.owner.records.work() as work:
        return list(work.audit.all())


def users(clinic: StaffedClinic) -> dict[UUID, User]:
    with clinic.owner.records.work() as work:
        return {user.id: user for user in work.users.all()}


def may_unlock(clinic: StaffedClinic) -> set[UUID]:
    return {person.id for person in clinic.door.people()}


def unlock_again(clinic: StaffedClinic) -> None:
    clinic.door.unlock(clinic.owner.user.id, OWNER_PASSPHRASE).records.close()


def test_the_intention_stands_before_the_outcome(clinic: StaffedClinic) -> None:
    accounts = Accounts(clinic.owner)
    before = len(acts(clinic))
    added = accounts.add("Ida Moss", Role.PRACTITIONER, "LIC-3", NEW)
    accounts.set_passphrase(added.id, f"{NEW} again")
    accounts.change(added.id, "Ida Moss-Lind", Role.PRACTITIONER, "LIC-3")
    accounts.close(added.id)
    accounts.change_own_passphrase(OWNER_PASSPHRASE, NEW)
    accounts.replace_recovery_key()
    assert acts(clinic)[before:] == [
        "account.adding",
        "account.added",
        "passphrase.setting",
        "passphrase.set_by_owner",
        "account.changing",
        "account.changed",
        "account.closing",
        "account.closed",
        "passphrase.changing",
        "passphrase.changed",
        "recovery_key.replacing",
        "recovery_key.replaced",
    ]


def test_an_account_the_vault_refused_is_closed_again_and_its_name_is_free(clinic: StaffedClinic) -> None:
    with pytest.raises(ChartTrouble, match=FULL):
        Accounts(on(FullVault, clinic)).add("Ida Moss", Role.PRACTITIONER, "", NEW)
    assert acts(clinic)[-2:] == ["account.adding", "account.not_added"]
    assert not any(user.name == "Ida Moss" and user.closed_at is None for user in users(clinic).values())
    assert Accounts(clinic.owner).add("Ida Moss", Role.PRACTITIONER, "", NEW).id in may_unlock(clinic)


def test_an_account_the_vault_could_not_close_goes_on(clinic: StaffedClinic) -> None:
    eli = clinic.practitioner.user.id
    with pytest.raises(ChartTrouble, match=FULL):
        Accounts(on(FullVault, clinic)).close(eli)
    assert acts(clinic)[-2:] == ["account.closing", "account.not_closed"]
    assert users(clinic)[eli].closed_at is None
    assert Accounts(clinic.practitioner).all()


def test_an_account_the_vault_could_not_change_stays_as_it_was(clinic: StaffedClinic) -> None:
    eli = clinic.practitioner.user
    with pytest.raises(ChartTrouble, match=FULL):
        Accounts(on(FullVault, clinic)).change(eli.id, "Eli Stone", Role.FRONT_DESK, "")
    assert acts(clinic)[-2:] == ["account.changing", "account.not_changed"]
    left = users(clinic)[eli.id]
    assert (left.name, left.role, left.licence) == (eli.name, eli.role, eli.licence)


def test_an_account_cut_short_while_changed_is_shown_at_the_next_unlock_as_the_records_know_it(
    clinic: StaffedClinic,
) -> None:
    eli = clinic.practitioner.user.id
    with pytest.raises(PulledPlugError):
        DeadAccounts(on(PulledPlug, clinic)).change(eli, "Eli Stone", Role.OWNER, "LIC-9")
    unlock_again(clinic)
    shown = next(person for person in clinic.door.people() if person.id == eli)
    assert (shown.name, shown.role) == ("Eli Stone", Role.OWNER)
    assert "account.put_right" in acts(clinic)
    before = len(acts(clinic))
    unlock_again(clinic)
    assert "account.put_right" not in acts(clinic)[before:]


def test_an_owner_who_gives_a_licence_number_later_may_treat(clinic: StaffedClinic) -> None:
    accounts, me = Accounts(clinic.owner), clinic.owner.user
    accounts.change(me.id, me.name, me.role, " ")
    assert not users(clinic)[me.id].treats
    with pytest.raises(NotAllowed, match=r"licence number\. Give yours in Settings"):
        Courses(clinic.owner).close(new_id())
    accounts.change(me.id, me.name, me.role, " LIC-7 ")
    assert users(clinic)[me.id].treats
    assert users(clinic)[me.id].licence == "LIC-7"


def test_a_change_that_cannot_be_is_said_and_changes_nothing(clinic: StaffedClinic) -> None:
    accounts, owner, desk = Accounts(clinic.owner), clinic.owner.user, clinic.desk.user
    before = users(clinic)
    for user, name, role, sentence in (
        (desk, "  ", desk.role, "Type the person's name"),
        (desk, owner.name.upper(), desk.role, "already"),
        (owner, owner.name, Role.PRACTITIONER, "Another owner"),
    ):
        with pytest.raises(ChartTrouble, match=sentence):
            accounts.change(user.id, name, role, user.licence)
    assert users(clinic) == before
    accounts.close(desk.id)
    with pytest.raises(ChartTrouble, match="closed"):
        accounts.change(desk.id, "Somebody Else", Role.OWNER, "")


def test_a_role_holds_from_the_next_act_on(clinic: StaffedClinic) -> None:
    desk = clinic.desk.user
    Accounts(clinic.owner).change(desk.id, desk.name, Role.OWNER, "")
    assert Accounts(clinic.desk).replace_recovery_key()
    Accounts(clinic.owner).change(desk.id, desk.name, Role.FRONT_DESK, "")
    with pytest.raises(NotAllowed):
        Accounts(clinic.desk).replace_recovery_key()


Act = Callable[[Accounts, UUID], object]
CHANGES: dict[str, Act] = {
    "passphrase.not_set": lambda accounts, who: accounts.set_passphrase(who, NEW),
    "passphrase.not_changed": lambda accounts, _who: accounts.change_own_passphrase(OWNER_PASSPHRASE, NEW),
    "recovery_key.not_replaced": lambda accounts, _who: accounts.replace_recovery_key(),
}


@pytest.mark.parametrize("told", CHANGES)
def test_a_change_the_vault_refused_is_told(clinic: StaffedClinic, told: str) -> None:
    with pytest.raises(ChartTrouble, match=FULL):
        CHANGES[told](Accounts(on(FullVault, clinic)), clinic.desk.user.id)
    assert acts(clinic)[-1] == told
    unlock_again(clinic)


def test_an_easy_passphrase_adds_nobody(clinic: StaffedClinic) -> None:
    before = users(clinic)
    with pytest.raises(ChartTrouble):
        Accounts(clinic.owner).add("Ida Moss", Role.PRACTITIONER, "", "short")
    assert users(clinic) == before


def test_an_account_cut_short_while_added_is_closed_at_the_next_unlock(clinic: StaffedClinic) -> None:
    with pytest.raises(PulledPlugError):
        DeadAccounts(on(PulledPlug, clinic)).add("Ida Moss", Role.OWNER, "", NEW)
    assert any(user.name == "Ida Moss" and user.closed_at is None for user in users(clinic).values())
    unlock_again(clinic)
    assert not any(user.name == "Ida Moss" and user.closed_at is None for user in users(clinic).values())
    assert "account.put_right" in acts(clinic)


def test_a_closed_user_with_a_wrap_loses_it_at_the_next_unlock(clinic: StaffedClinic) -> None:
    eli = clinic.practitioner.user.id
    with pytest.raises(PulledPlugError):
        DeadAccounts(on(PulledPlug, clinic)).close(eli)
    assert eli in may_unlock(clinic)
    with pytest.raises(ChartTrouble):
        clinic.door.unlock(eli, PRACTITIONER_PASSPHRASE)
    assert eli not in may_unlock(clinic)
    event = next(event for event in trail(clinic) if event.act == "account.put_right")
    assert (event.user_id, str(eli) in event.detail) == (None, True)


def test_a_wrap_without_a_user_is_taken_away_at_the_next_unlock(clinic: StaffedClinic) -> None:
    stranger = User(new_id(), "Nobody Known", Role.OWNER)
    clinic.owner.vault.add_user(clinic.owner.key, stranger, NEW)
    unlock_again(clinic)
    assert stranger.id not in may_unlock(clinic)
    assert "account.put_right" in acts(clinic)


def test_where_nothing_was_cut_short_nothing_is_put_right(clinic: StaffedClinic) -> None:
    before = users(clinic), may_unlock(clinic)
    unlock_again(clinic)
    assert (users(clinic), may_unlock(clinic)) == before
    assert "account.put_right" not in acts(clinic)


def test_a_rotation_is_announced_and_told_under_the_new_key(clinic: StaffedClinic) -> None:
    clinic.practitioner.records.close()
    clinic.desk.records.close()
    rotated = Accounts(clinic.owner).rotate(clinic.passphrases)
    with rotated.sitting.records.work() as work:
        last = [event.act for event in work.audit.latest(2)]
    assert last == ["data_key.rotated", "data_key.rotation_begun"]


def test_a_rotation_that_failed_is_not_told_as_done(clinic: StaffedClinic) -> None:
    with pytest.raises(ChartTrouble):
        Accounts(clinic.owner).rotate({})
    assert acts(clinic)[-2:] == ["data_key.rotation_begun", "data_key.not_rotated"]


def test_wrong_passphrases_are_told_once_at_the_next_unlock_of_anybody(clinic: StaffedClinic) -> None:
    eli = clinic.practitioner.user.id
    for _try in range(3):
        with pytest.raises(WrongPassphrase):
            clinic.door.unlock(eli, "guessed, and wrong")
    unlock_again(clinic)
    unlock_again(clinic)
    told = [event for event in trail(clinic) if event.act == "passphrase.wrong_tries"]
    assert [(event.user_id, event.detail) for event in told] == [(None, f"3 wrong tries for {eli}")]


def test_a_right_passphrase_hides_no_wrong_one_and_telling_forgives_nothing(clinic: StaffedClinic) -> None:
    eli, owner = clinic.practitioner.user.id, clinic.owner.user.id
    for _try in range(2):
        with pytest.raises(WrongPassphrase):
            Accounts(clinic.owner).change_own_passphrase("not the old one", NEW)
    Accounts(clinic.owner).change_own_passphrase(OWNER_PASSPHRASE, NEW)
    for _try in range(5):
        with pytest.raises(WrongPassphrase):
            clinic.door.unlock(eli, "guessed, and wrong")
    clinic.door.unlock(owner, NEW).records.close()
    told = [event.detail for event in trail(clinic) if event.act == "passphrase.wrong_tries"]
    assert set(told) == {f"2 wrong tries for {owner}", f"5 wrong tries for {eli}"}
    assert clinic.door.wait(eli)


@pytest.mark.parametrize("who", ["practitioner", "desk"])
def test_accounts_are_changed_by_owners_only(clinic: StaffedClinic, who: str) -> None:
    sitting = clinic.practitioner if who == "practitioner" else clinic.desk
    accounts, before = Accounts(sitting), may_unlock(clinic)
    acts_of_owners: tuple[Callable[[], object], ...] = (
        lambda: accounts.add("Ida Moss", Role.OWNER, "", NEW),
        lambda: accounts.change(sitting.user.id, "Ida Moss", Role.OWNER, "LIC-3"),
        lambda: accounts.close(clinic.owner.user.id),
        lambda: accounts.set_passphrase(clinic.owner.user.id, NEW),
        accounts.replace_recovery_key,
        lambda: accounts.rotate(clinic.passphrases),
    )
    for act in acts_of_owners:
        with pytest.raises(NotAllowed):
            act()
    assert may_unlock(clinic) == before
    unlock_again(clinic)


def test_whoever_is_closed_changes_no_passphrase(clinic: StaffedClinic) -> None:
    Accounts(clinic.owner).close(clinic.desk.user.id)
    with pytest.raises(NotAllowed):
        Accounts(clinic.desk).change_own_passphrase(clinic.passphrases[clinic.desk.user.id], NEW)
