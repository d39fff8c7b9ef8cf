"""The owner at the real application: first start, people, recovery key, and a folder in bad order."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from acuchart.charting.clinic import Clinic
from acuchart.clinic.clock import HandClock
from acuchart.clinic.people import Role
from acuchart.demo.founding import KEY_SHEET, found_clinic
from acuchart.demo.people import CLINIC, STAFF
from acuchart.records.cipher import DATABASE, connect
from acuchart.records.opening import FILE as HEADER
from acuchart.records.vault import Vault
from acuchart.screens.shell.main_window import Front
from tests.helpers.clinic import PRACTITIONER_PASSPHRASE, StaffedClinic
from tests.helpers.records import CHEAP, OWNER_PASSPHRASE
from tests.stories.practice.real_app import OWNER, PRACTITIONER, RealApp, running

NEW_PASSPHRASE = "a lantern above the door"


def test_a_clinic_is_founded_and_everybody_signs_in(qtbot: QtBot, clock: HandClock, tmp_path: Path) -> None:
    folder, papers = tmp_path / "clinic", tmp_path / "papers"
    with running(folder, clock, tmp_path / "pictures") as real:
        real.hand.wait(lambda: real.front is Front.WIZARD, "the wizard")
        found_clinic(real.hand, real.app, papers)
        assert real.front is Front.FRAME
    assert (papers / KEY_SHEET).read_bytes().startswith(b"%PDF")
    assert not list(folder.parent.glob(".clinic*")), "something was left beside the clinic"
    with running(folder, clock, tmp_path / "pictures") as real:
        for number, person in enumerate(STAFF, start=1):
            real.unlock(number, person.passphrase)
            real.lock()
    vault = Vault.read(folder, clock, CHEAP)
    assert [(person.name, person.role) for person in vault.people] == [(p.name, p.role) for p in STAFF]


def test_a_clinic_is_founded_in_a_folder_named_from_where_one_stands(
    qtbot: QtBot, clock: HandClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with running(Path("clinic"), clock, tmp_path / "pictures") as real:
        real.hand.wait(lambda: real.front is Front.WIZARD, "the wizard")
        found_clinic(real.hand, real.app, tmp_path / "papers")
        assert real.app.preferences.clinic == tmp_path / "clinic"
    assert Vault.exists(tmp_path / "clinic")


def test_a_first_start_given_up_leaves_no_clinic(qtbot: QtBot, clock: HandClock, tmp_path: Path) -> None:
    with running(tmp_path / "clinic", clock, tmp_path / "pictures") as real:
        real.hand.wait(lambda: real.front is Front.WIZARD, "the wizard")
        real.hand.type("first_start.name", CLINIC)
        real.hand.press("first_start.next")
        real.hand.settle()
    assert not (tmp_path / "clinic").exists()


def test_the_recovery_key_opens_what_a_forgotten_passphrase_keeps_shut(
    qtbot: QtBot, clinic: StaffedClinic, clock: HandClock, tmp_path: Path
) -> None:
    clinic.close()
    with running(clinic.folder, clock, tmp_path / "pictures") as real:
        recover(real, ("AAAAA", *clinic.recovery_groups[1:]))
        assert real.front is Front.LOCK
        recover(real, clinic.recovery_groups)
        real.hand.wait(lambda: real.front is Front.FRAME, "the day to open")
        real.lock()
        real.try_passphrase(OWNER, OWNER_PASSPHRASE)
        assert real.front is Front.LOCK
        real.unlock(OWNER, NEW_PASSPHRASE)
    owner = clinic.door.unlock(clinic.owner.user.id, NEW_PASSPHRASE)
    assert "account.recovered" in [event.act for event in Clinic(owner).audit_trail()]
    owner.records.close()


def recover(real: RealApp, groups: tuple[str, ...]) -> None:
    """Types a recovery key and a new passphrase."""
    hand = real.hand
    if not hand.shows("unlock.recovery_key"):
        hand.find("unlock.person.1")
        hand.press("unlock.forgot")
    hand.type("unlock.recovery_key", "-".join(groups))
    hand.type("unlock.recovery_new", NEW_PASSPHRASE)
    hand.type("unlock.recovery_again", NEW_PASSPHRASE)
    hand.press("unlock.recovery_go")
    hand.settle()


def test_a_new_person_signs_in_and_a_closed_account_does_not(
    qtbot: QtBot, clinic: StaffedClinic, clock: HandClock, tmp_path: Path
) -> None:
    clinic.close()
    with running(clinic.folder, clock, tmp_path / "pictures") as real:
        real.unlock(OWNER, OWNER_PASSPHRASE)
        hand = real.hand
        hand.press("rail.settings")
        hand.press("settings.users")
        hand.press("settings.user_add")
        hand.type("add_user.name", "Ada Moreau")
        hand.press(f"add_user.role.{Role.PRACTITIONER}")
        hand.type("add_user.licence", "LIC-3")
        hand.type("add_user.passphrase", NEW_PASSPHRASE)
        hand.press("add_user.go")
        hand.settle()
        real.lock()
        real.unlock(4, NEW_PASSPHRASE)
        real.lock()
    assert "Ada Moreau" in [person.name for person in clinic.door.people()]


def no_header(clinic: StaffedClinic) -> None:
    (clinic.folder / HEADER).write_bytes(b"")


def header_cut_short(clinic: StaffedClinic) -> None:
    path = clinic.folder / HEADER
    path.write_bytes(path.read_bytes()[:-40])


def foreign_database(clinic: StaffedClinic) -> None:
    (clinic.folder / DATABASE).unlink()
    with closing(sqlite3.connect(clinic.folder / DATABASE)) as other:
        other.execute("CREATE TABLE songs (title TEXT)")
        other.commit()


def database_is_a_letter(clinic: StaffedClinic) -> None:
    (clinic.folder / DATABASE).write_text("Dear colleague,\n" * 1000)


def newer_database(clinic: StaffedClinic) -> None:
    with closing(connect(clinic.folder, clinic.owner.key)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()


def no_database(clinic: StaffedClinic) -> None:
    (clinic.folder / DATABASE).unlink()


DAMAGES: dict[Callable[[StaffedClinic], None], str] = {
    foreign_database: "Can't open the database. Your records are not changed.",
    database_is_a_letter: "Can't open the database. Your records are not changed.",
    no_database: "Can't open the database. Your records are not changed.",
    newer_database: "These records were made by a newer AcuChart. Install that version to open them.",
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_database_that_can_not_be_opened_is_said_and_left_alone(
    qtbot: QtBot,
    clinic: StaffedClinic,
    clock: HandClock,
    tmp_path: Path,
    damage: Callable[[StaffedClinic], None],
) -> None:
    clinic.close()
    damage(clinic)
    before = kept(clinic.folder)
    with running(clinic.folder, clock, tmp_path / "pictures") as real:
        real.try_passphrase(PRACTITIONER, PRACTITIONER_PASSPHRASE)
        real.hand.wait(lambda: DAMAGES[damage] in real.texts, "the sentence on the lock screen")
        assert real.front is Front.LOCK
    assert kept(clinic.folder) == before


@pytest.mark.parametrize("damage", [no_header, header_cut_short])
def test_a_damaged_header_is_said_before_anybody_types(
    qtbot: QtBot,
    clinic: StaffedClinic,
    clock: HandClock,
    tmp_path: Path,
    damage: Callable[[StaffedClinic], None],
) -> None:
    clinic.close()
    damage(clinic)
    before = kept(clinic.folder)
    with running(clinic.folder, clock, tmp_path / "pictures") as real:
        real.hand.find("unlock.trouble")
        assert real.front is Front.LOCK
        assert not real.hand.shows("unlock.person.1")
        real.hand.window.close()
        real.hand.wait(lambda: not real.hand.window.isVisible(), "the window to close")
    assert kept(clinic.folder) == before


def kept(folder: Path) -> dict[str, bytes]:
    """The files that hold the records."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name in (HEADER, DATABASE)}


def test_a_header_changed_by_one_letter_opens_for_nobody(
    qtbot: QtBot, clinic: StaffedClinic, clock: HandClock, tmp_path: Path
) -> None:
    clinic.close()
    path = clinic.folder / HEADER
    path.write_text(path.read_text().replace("Eli Brandt", "Eli Branda"))
    with running(clinic.folder, clock, tmp_path / "pictures") as real:
        real.try_passphrase(PRACTITIONER, PRACTITIONER_PASSPHRASE)
        real.hand.settle()
        assert real.front is Front.LOCK
        assert "Eli Branda" in real.texts


@pytest.mark.parametrize("name", ["rooms.json", "attempts.json"])
def test_a_damaged_small_file_keeps_nobody_out(
    qtbot: QtBot, clinic: StaffedClinic, clock: HandClock, tmp_path: Path, name: str
) -> None:
    clinic.close()
    (clinic.folder / name).write_bytes(b"\x00{[")
    with running(clinic.folder, clock, tmp_path / "pictures") as real:
        real.unlock(OWNER, OWNER_PASSPHRASE)


def test_a_second_application_on_the_same_clinic_stays_outside(
    qtbot: QtBot, clinic: StaffedClinic, clock: HandClock, tmp_path: Path
) -> None:
    clinic.close()
    with running(clinic.folder, clock, tmp_path / "pictures") as first:
        first.hand.find("unlock.person.1")
        with running(clinic.folder, clock, tmp_path / "pictures") as second:
            second.hand.wait(lambda: "AcuChart already has this clinic open." in second.texts, "the sentence")
            assert second.front is Front.LOCK
        first.unlock(OWNER, OWNER_PASSPHRASE)
    with running(clinic.folder, clock, tmp_path / "pictures") as again:
        again.unlock(OWNER, OWNER_PASSPHRASE)


def test_a_read_only_folder_is_said_in_a_sentence(
    qtbot: QtBot, clinic: StaffedClinic, clock: HandClock, tmp_path: Path
) -> None:
    """A folder stands where the program wants to write: as good as read-only, for a superuser too."""
    clinic.close()
    (clinic.folder / "acuchart.lock").unlink(missing_ok=True)
    (clinic.folder / "acuchart.lock").mkdir()
    before = kept(clinic.folder)
    with running(clinic.folder, clock, tmp_path / "pictures") as real:
        real.hand.find("unlock.trouble")
        assert real.front is Front.LOCK
    assert kept(clinic.folder) == before


def test_keys_alone_unlock(qtbot: QtBot, clinic: StaffedClinic, clock: HandClock, tmp_path: Path) -> None:
    clinic.close()
    with running(clinic.folder, clock, tmp_path / "pictures") as real:
        real.hand.find("unlock.person.1")
        real.hand.type("unlock.passphrase", OWNER_PASSPHRASE)
        real.hand.key("unlock.passphrase", Qt.Key.Key_Return)
        real.hand.wait(lambda: real.front is Front.FRAME, "the day to open")
