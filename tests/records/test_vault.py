"""One data key, wrapped for each person and for the recovery key."""

import json
import stat
import sys
from pathlib import Path

import pytest

from acuchart.clinic.ids import new_id
from acuchart.clinic.people import Role, User
from acuchart.clinic.trouble import ChartTrouble
from acuchart.records.header import RECOMMENDED, Cost
from acuchart.records.opening import FILE
from acuchart.records.vault import Vault, WrongPassphrase
from tests.helpers.records import CHEAP, OWNER_PASSPHRASE, FreshClinic, assert_no_words_in_clear

TOM = User(new_id(), "Tom Okafor", Role.PRACTITIONER)
TOMS = "seven quiet rivers run"


@pytest.fixture
def staffed(clinic: FreshClinic) -> FreshClinic:
    clinic.vault.add_user(clinic.key, TOM, TOMS)
    return clinic


def test_everybody_and_the_recovery_key_open_the_same_key(staffed: FreshClinic) -> None:
    again = staffed.vault_again()
    assert again.unlock(staffed.owner.id, OWNER_PASSPHRASE) == staffed.key
    assert again.unlock(TOM.id, TOMS) == staffed.key
    assert again.unlock_with_recovery(staffed.recovery_key.text) == staffed.key
    assert len(staffed.key) == 32


def test_every_clinic_has_its_own_key(clinic: FreshClinic, tmp_path: Path) -> None:
    other = Vault.create(tmp_path / "other", clinic.owner, OWNER_PASSPHRASE, clinic.clock, CHEAP)
    assert other.key != clinic.key
    assert other.recovery_key != clinic.recovery_key


def test_nobody_opens_with_the_passphrase_of_another(staffed: FreshClinic) -> None:
    with pytest.raises(WrongPassphrase):
        staffed.vault.unlock(staffed.owner.id, TOMS)
    with pytest.raises(WrongPassphrase):
        staffed.vault.unlock(TOM.id, OWNER_PASSPHRASE)


def test_a_wrong_passphrase_and_an_unknown_person_sound_the_same(clinic: FreshClinic) -> None:
    with pytest.raises(WrongPassphrase) as wrong:
        clinic.vault.unlock(clinic.owner.id, "wrong horse battery staple")
    with pytest.raises(WrongPassphrase) as unknown:
        clinic.vault.unlock(new_id(), OWNER_PASSPHRASE)
    assert (
        wrong.value.sentence == unknown.value.sentence == "That's not it. 4 tries left, then 1 minute wait."
    )


def test_accents_may_be_typed_composed_or_not(clinic: FreshClinic) -> None:
    clinic.vault.set_passphrase(clinic.key, clinic.owner.id, "caf\u00e9 au lait dans la rue")
    assert clinic.vault.unlock(clinic.owner.id, "cafe\u0301 au lait dans la rue") == clinic.key


def test_the_unlock_screen_learns_names_and_roles(staffed: FreshClinic) -> None:
    people = staffed.vault_again().people
    assert [(person.name, person.role, person.closed) for person in people] == [
        ("Mira Lindqvist", Role.OWNER, False),
        ("Tom Okafor", Role.PRACTITIONER, False),
    ]


def test_a_changed_passphrase_opens_the_same_key_and_the_old_one_nothing(clinic: FreshClinic) -> None:
    clinic.vault.set_passphrase(clinic.key, clinic.owner.id, "a brand new passphrase")
    again = clinic.vault_again()
    assert again.unlock(clinic.owner.id, "a brand new passphrase") == clinic.key
    with pytest.raises(WrongPassphrase):
        again.unlock(clinic.owner.id, OWNER_PASSPHRASE)


def test_a_closed_account_opens_nothing_and_keeps_its_name(staffed: FreshClinic) -> None:
    staffed.vault.close_user(staffed.key, TOM.id)
    again = staffed.vault_again()
    assert [person.closed for person in again.people] == [False, True]
    with pytest.raises(WrongPassphrase):
        again.unlock(TOM.id, TOMS)
    with pytest.raises(ChartTrouble, match="closed"):
        again.set_passphrase(staffed.key, TOM.id, "a brand new passphrase")


def test_the_last_owner_stays(staffed: FreshClinic) -> None:
    with pytest.raises(ChartTrouble, match="last owner"):
        staffed.vault.close_user(staffed.key, staffed.owner.id)
    with pytest.raises(ChartTrouble, match="last owner"):
        staffed.vault.change_person(staffed.key, staffed.owner.id, "Owner", Role.PRACTITIONER)
    staffed.vault.change_person(staffed.key, TOM.id, TOM.name, Role.OWNER)
    staffed.vault.close_user(staffed.key, staffed.owner.id)
    assert staffed.vault_again().unlock(TOM.id, TOMS) == staffed.key


def test_a_person_has_one_account_and_may_be_renamed(staffed: FreshClinic) -> None:
    with pytest.raises(ChartTrouble, match="account already"):
        staffed.vault.add_user(staffed.key, TOM, TOMS)
    staffed.vault.change_person(staffed.key, TOM.id, "Thomas Okafor", TOM.role)
    assert staffed.vault_again().people[1].name == "Thomas Okafor"
    with pytest.raises(ChartTrouble, match="no such account"):
        staffed.vault.change_person(staffed.key, new_id(), "Nobody", TOM.role)


def test_a_new_recovery_key_takes_the_place_of_the_old_one(clinic: FreshClinic) -> None:
    new = clinic.vault.replace_recovery_key(clinic.key)
    again = clinic.vault_again()
    assert again.unlock_with_recovery(new.text) == clinic.key
    with pytest.raises(WrongPassphrase):
        again.unlock_with_recovery(clinic.recovery_key.text)


def test_another_data_key_may_change_nothing(staffed: FreshClinic) -> None:
    before = (staffed.folder / FILE).read_bytes()
    another = bytes(32)
    for change in (
        lambda: staffed.vault.set_passphrase(another, TOM.id, "a brand new passphrase"),
        lambda: staffed.vault.add_user(another, User(new_id(), "Eve", Role.OWNER), "a brand new passphrase"),
        lambda: staffed.vault.close_user(another, TOM.id),
        lambda: staffed.vault.replace_recovery_key(another),
        lambda: staffed.vault.rotate(another, {}),
    ):
        with pytest.raises(ChartTrouble, match="changed outside"):
            change()
    assert (staffed.folder / FILE).read_bytes() == before


def test_an_easy_passphrase_changes_nothing(staffed: FreshClinic) -> None:
    before = (staffed.folder / FILE).read_bytes()
    with pytest.raises(ChartTrouble):
        staffed.vault.set_passphrase(staffed.key, TOM.id, "short")
    with pytest.raises(ChartTrouble):
        staffed.vault.add_user(staffed.key, User(new_id(), "Eve", Role.OWNER), "short")
    assert (staffed.folder / FILE).read_bytes() == before


def test_a_clinic_is_never_made_over_another(clinic: FreshClinic) -> None:
    before = {path.name: path.read_bytes() for path in clinic.folder.iterdir()}
    with pytest.raises(ChartTrouble, match="already holds records"):
        Vault.create(clinic.folder, clinic.owner, OWNER_PASSPHRASE, clinic.clock, CHEAP)
    (clinic.folder / FILE).rename(clinic.folder / "vault.lost")
    with pytest.raises(ChartTrouble, match="already holds records"):
        Vault.create(clinic.folder, clinic.owner, OWNER_PASSPHRASE, clinic.clock, CHEAP)
    (clinic.folder / "vault.lost").rename(clinic.folder / FILE)
    assert {path.name: path.read_bytes() for path in clinic.folder.iterdir()} == before


def test_an_easy_passphrase_makes_no_clinic(clinic: FreshClinic, tmp_path: Path) -> None:
    with pytest.raises(ChartTrouble):
        Vault.create(tmp_path / "other", clinic.owner, "short", clinic.clock, CHEAP)
    assert not (tmp_path / "other").exists()


def test_a_folder_without_a_clinic_is_trouble(tmp_path: Path) -> None:
    assert not Vault.exists(tmp_path)
    with pytest.raises(ChartTrouble, match="no clinic"):
        Vault.read(tmp_path)


def test_the_parameters_are_those_recommended_by_rfc_9106(tmp_path: Path, clinic: FreshClinic) -> None:
    assert Cost(time=3, memory_kib=65536, lanes=4) == RECOMMENDED
    opened = Vault.create(tmp_path / "real", clinic.owner, OWNER_PASSPHRASE, clinic.clock)
    header = json.loads((tmp_path / "real" / FILE).read_text())
    wanted = {"time": 3, "memory_kib": 65536, "lanes": 4}
    assert header["accounts"][0]["wrap"]["cost"] == header["recovery"]["cost"] == wanted
    assert Vault.read(tmp_path / "real").unlock(clinic.owner.id, OWNER_PASSPHRASE) == opened.key


def test_cheap_wraps_are_refused_by_the_program_itself(clinic: FreshClinic) -> None:
    with pytest.raises(ChartTrouble, match="damaged or foreign"):
        Vault.read(clinic.folder)


def test_no_key_and_no_passphrase_lies_in_the_clear_or_in_a_repr(staffed: FreshClinic) -> None:
    secrets = (OWNER_PASSPHRASE, TOMS, staffed.key.hex(), *staffed.recovery_key.groups)
    assert_no_words_in_clear(staffed.folder, *secrets)
    for path in staffed.folder.iterdir():
        assert staffed.key not in path.read_bytes()
    opened = Vault.create(staffed.folder / "other", staffed.owner, OWNER_PASSPHRASE, staffed.clock, CHEAP)
    said = repr(opened) + repr(opened.vault) + str(opened.recovery_key)
    assert opened.key.hex() not in said
    assert repr(opened.key) not in said
    assert opened.recovery_key.groups[0] not in said


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps files private by the folder's rights")
def test_the_files_belong_to_their_owner_alone(clinic: FreshClinic) -> None:
    records = clinic.open()
    with records.work() as work:
        work.audit.append(None, "program.started")
    for path in (clinic.folder, *clinic.folder.iterdir()):
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path.name
    records.close()
