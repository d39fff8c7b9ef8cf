"""A clinic appears whole or not at all."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from acuchart.charting.accounts import Accounts
from acuchart.charting.bus import Bus
from acuchart.charting.door import Door
from acuchart.charting.founding import Founding, check_free
from acuchart.clinic.clock import HandClock
from acuchart.clinic.details import ClinicDetails
from acuchart.clinic.people import Role
from acuchart.clinic.trouble import ChartTrouble
from acuchart.knowledge import load
from acuchart.records.attempts import TooManyTries, WrongPassphrase
from tests.helpers.clinic import StaffedClinic, clinic_with_staff
from tests.helpers.records import CHEAP, MORNING, OWNER_PASSPHRASE

GIVEN = Founding(ClinicDetails("Jade Court Clinic"), "Noor Halvorsen", "LIC-1", OWNER_PASSPHRASE)


def a_door(folder: Path) -> Door:
    return Door(folder, load(), HandClock(MORNING), Bus(), CHEAP)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (Founding(ClinicDetails(" "), "Noor", "", OWNER_PASSPHRASE), "name of the clinic"),
        (Founding(ClinicDetails("Jade"), "  ", "", OWNER_PASSPHRASE), "owner's name"),
        (Founding(ClinicDetails("Jade"), "Noor", "", "short"), "passphrase"),
        (Founding(ClinicDetails("Jade", rooms=()), "Noor", "", OWNER_PASSPHRASE), "room"),
    ],
)
def test_what_wont_do_is_said_and_leaves_nothing(tmp_path: Path, given: Founding, words: str) -> None:
    with pytest.raises(ChartTrouble, match=words):
        a_door(tmp_path / "clinic").stage(given)
    assert names(tmp_path) == []


def test_until_it_is_settled_there_is_no_clinic(tmp_path: Path) -> None:
    door = a_door(tmp_path / "clinic")
    staged = door.stage(GIVEN)
    assert not (tmp_path / "clinic").exists()
    assert not door.founded
    staged.discard()
    assert names(tmp_path) == []


def test_what_a_crash_left_is_cleared_away_by_the_next_try(tmp_path: Path) -> None:
    a_door(tmp_path / "clinic").stage(GIVEN)
    assert len(names(tmp_path)) == 1
    sitting = a_door(tmp_path / "clinic").found(GIVEN).sitting
    sitting.records.close()
    assert names(tmp_path) == ["clinic"]


def test_a_settled_clinic_opens_again_with_its_passphrase_and_its_recovery_key(tmp_path: Path) -> None:
    founded = a_door(tmp_path / "clinic").found(GIVEN)
    founded.sitting.records.close()
    owner = founded.sitting.user
    again = a_door(tmp_path / "clinic").unlock(owner.id, OWNER_PASSPHRASE)
    assert again.user == owner
    again.records.close()
    recovered = a_door(tmp_path / "clinic").recover(
        " ".join(founded.recovery_groups).lower(), owner.id, "another long passphrase"
    )
    recovered.records.close()
    with pytest.raises(WrongPassphrase):
        a_door(tmp_path / "clinic").unlock(owner.id, OWNER_PASSPHRASE)


def _a_file(folder: Path) -> None:
    folder.write_text("x")


def _somebody_elses(folder: Path) -> None:
    folder.mkdir()
    (folder / "letter.txt").write_text("x")


def _a_clinic(folder: Path) -> None:
    a_door(folder).found(GIVEN).sitting.records.close()


def _a_link_to_nowhere(folder: Path) -> None:
    folder.symlink_to(folder.parent / "nowhere")


@pytest.mark.parametrize("occupy", [_a_file, _somebody_elses, _a_clinic, _a_link_to_nowhere])
def test_a_folder_that_is_taken_is_refused(tmp_path: Path, occupy: Callable[[Path], None]) -> None:
    occupy(tmp_path / "clinic")
    with pytest.raises(ChartTrouble):
        check_free(tmp_path / "clinic")
    with pytest.raises(ChartTrouble):
        a_door(tmp_path / "clinic").stage(GIVEN)
    assert names(tmp_path) == ["clinic"]


def test_a_folder_that_could_not_be_made_is_refused_where_it_is_typed(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("x")
    with pytest.raises(ChartTrouble, match="Nothing can be written there"):
        check_free(tmp_path / "letter.txt" / "deep" / "clinic")
    with pytest.raises(ChartTrouble, match="disk or a link"):
        check_free(Path(tmp_path.anchor))


def test_a_folder_that_fills_up_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    door = a_door(tmp_path / "clinic")
    staged = door.stage(GIVEN)
    _somebody_elses(tmp_path / "clinic")
    with pytest.raises(ChartTrouble, match="other files"):
        door.enter(staged)
    assert names(tmp_path / "clinic") == ["letter.txt"]


def test_space_too_much_in_the_owners_name_is_not_kept(tmp_path: Path) -> None:
    staged = a_door(tmp_path / "clinic").stage(replace(GIVEN, owner="  Noor   Halvorsen "))
    assert staged.owner.name == "Noor Halvorsen"


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "clinic").mkdir()
    a_door(tmp_path / "clinic").found(GIVEN).sitting.records.close()
    assert a_door(tmp_path / "clinic").founded


@pytest.fixture
def clinic(tmp_path: Path) -> StaffedClinic:
    staffed = clinic_with_staff(tmp_path)
    staffed.close()
    return staffed


def test_the_recovery_key_opens_owners_accounts_only(clinic: StaffedClinic) -> None:
    key = " ".join(clinic.recovery_groups)
    with pytest.raises(ChartTrouble, match="owner"):
        clinic.door.recover(key, clinic.desk.user.id, "another long passphrase")


def test_a_weak_new_passphrase_is_refused_before_the_key_is_tried(clinic: StaffedClinic) -> None:
    with pytest.raises(ChartTrouble, match="12 characters"):
        clinic.door.recover("WRONG", clinic.owner.user.id, "short")
    assert not clinic.door.wait()


def test_a_closed_account_opens_nothing(tmp_path: Path) -> None:
    staffed = clinic_with_staff(tmp_path)
    Accounts(staffed.owner).close(staffed.desk.user.id)
    staffed.close()
    with pytest.raises(ChartTrouble):
        staffed.door.unlock(staffed.desk.user.id, staffed.passphrases[staffed.desk.user.id])
    assert Role.FRONT_DESK not in {person.role for person in staffed.door.people()}


def test_wrong_ones_make_one_person_wait_and_nobody_else(clinic: StaffedClinic) -> None:
    desk, owner = clinic.desk.user.id, clinic.owner.user.id
    for _try in range(5):
        with pytest.raises(WrongPassphrase):
            clinic.door.unlock(desk, "not the passphrase")
    with pytest.raises(TooManyTries):
        clinic.door.unlock(desk, clinic.passphrases[desk])
    clinic.door.unlock(owner, clinic.passphrases[owner]).records.close()
