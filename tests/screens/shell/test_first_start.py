"""The wizard of the first start: every wrong way, and the right one."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from acuchart.app import Application, build
from acuchart.charting.unfinished import Unfinished
from acuchart.clinic.clock import HandClock
from acuchart.clinic.people import Role
from acuchart.clinic.trouble import ChartTrouble
from acuchart.clinic.unfinished import Form
from acuchart.records.single import Hold
from acuchart.screens.shell.bell import SilentBell
from acuchart.screens.shell.first_start.view import FirstStartView
from acuchart.screens.shell.main_window import Front
from acuchart.screens.shell.preferences import Preferences
from tests.helpers.clinic import clinic_with_staff
from tests.helpers.inline_background import InlineBackground
from tests.helpers.records import CHEAP, MORNING, OWNER_PASSPHRASE


class Wizard:
    """The wizard in the real application, worked by name."""

    def __init__(self, folder: Path, qapp: QApplication, preferences: Preferences | None = None) -> None:
        self.folder = folder
        self.preferences = preferences or Preferences()
        self.app: Application = build(
            folder,
            clock=HandClock(MORNING),
            background=InlineBackground(),
            application=qapp,
            preferences=self.preferences,
            bell=SilentBell(),
            cost=CHEAP,
        )
        found = self.app.window.findChild(FirstStartView, "first_start")
        assert found is not None
        self.view = found

    def write(self, name: str, text: str) -> None:
        field = self.view.findChild(QLineEdit, f"first_start.{name}")
        assert field is not None, name
        field.setText(text)

    def go_on(self) -> None:
        self.view.next.click()

    def error(self) -> str:
        return self.view.pages[self.view.number].error

    def to_owner(self) -> None:
        self.write("name", "Jade Court Clinic")
        self.go_on()

    def to_folder(self) -> None:
        self.to_owner()
        self.write("owner_name", "Noor Halvorsen")
        self.write("licence", "LIC-1")
        self.write("passphrase", OWNER_PASSPHRASE)
        self.write("passphrase_again", OWNER_PASSPHRASE)
        self.go_on()

    def to_key(self) -> None:
        self.to_folder()
        self.go_on()
        self.go_on()

    def groups(self) -> list[str]:
        labels = [self.view.findChild(QLabel, f"recovery_key.group.{n}") for n in range(1, 9)]
        return [label.text() for label in labels if label is not None]

    def to_proof(self) -> str:
        """Keeps the key outside; returns the group that is asked for."""
        self.to_key()
        groups = self.groups()
        self.view.save_chosen.emit(self.folder.parent / "key.pdf")
        self.go_on()
        asked = self.view.proof.group.label.text()
        return groups[int(asked.split()[1]) - 1]

    def to_people(self) -> None:
        group = self.to_proof()
        self.write("key_group", group.lower())
        self.go_on()


@pytest.fixture
def wizard(tmp_path: Path, qapp: QApplication) -> Iterator[Wizard]:
    made = Wizard(tmp_path / "clinic", qapp)
    yield made
    made.app.stop()


def left_behind(wizard: Wizard) -> list[str]:
    return sorted(path.name for path in wizard.folder.parent.iterdir())


def test_it_comes_where_there_is_no_clinic(wizard: Wizard) -> None:
    assert wizard.app.window.front is Front.WIZARD
    assert wizard.view.number == 0
    assert left_behind(wizard) == []


def test_a_first_start_that_was_cut_off_is_gone_on_with(
    wizard: Wizard, tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    wizard.to_folder()
    kept = wizard.preferences
    qtbot.waitUntil(lambda: kept.first_start.get("first_start.licence") == "LIC-1")
    assert OWNER_PASSPHRASE not in kept.first_start.values()
    again = Wizard(tmp_path / "clinic", qapp, kept)
    answers = again.view.answers()
    assert (answers.details.name, answers.owner) == ("Jade Court Clinic", "Noor Halvorsen")
    assert answers.passphrase == ""
    assert again.view.number == 0
    again.app.stop()


def test_a_clinic_is_found_again_as_soon_as_it_is_made(wizard: Wizard) -> None:
    wizard.to_people()
    assert wizard.preferences.clinic == wizard.folder
    assert wizard.preferences.first_start == {}
    with pytest.raises(ChartTrouble):
        Hold(wizard.folder).take()


def test_a_clinic_needs_a_name(wizard: Wizard) -> None:
    wizard.go_on()
    assert wizard.view.number == 0
    assert wizard.error() == "Type the name of the clinic."


@pytest.mark.parametrize(
    ("name", "passphrase", "again", "words"),
    [
        ("", OWNER_PASSPHRASE, OWNER_PASSPHRASE, "owner's name"),
        ("Noor", OWNER_PASSPHRASE, "something else", "differ"),
        ("Noor", "short", "short", "12 characters"),
        ("Noor Halvorsen", "noor halvorsen", "noor halvorsen", "your name"),
        ("Noor", "aaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaa", "different characters"),
    ],
)
def test_an_owner_needs_name_and_a_good_passphrase(
    wizard: Wizard, name: str, passphrase: str, again: str, words: str
) -> None:
    wizard.to_owner()
    wizard.write("owner_name", name)
    wizard.write("passphrase", passphrase)
    wizard.write("passphrase_again", again)
    wizard.go_on()
    assert wizard.view.number == 1
    assert words in wizard.error()


def test_a_folder_with_other_files_is_refused(wizard: Wizard) -> None:
    wizard.to_folder()
    (wizard.folder.parent / "letters").mkdir()
    (wizard.folder.parent / "letters" / "a.txt").write_text("x")
    wizard.write("folder_path", str(wizard.folder.parent / "letters"))
    wizard.go_on()
    assert wizard.view.number == 2
    assert "other files" in wizard.error()


def test_a_clinic_that_lies_there_already_can_be_opened_instead(wizard: Wizard) -> None:
    a_clinic = clinic_with_staff(wizard.folder.parent / "from the old PC")
    a_clinic.close()
    wizard.to_folder()
    wizard.write("folder_path", str(a_clinic.folder))
    assert wizard.view.folder.open.isHidden()
    wizard.go_on()
    assert wizard.view.number == 2
    assert "a clinic in this folder already" in wizard.error()
    wizard.view.folder.open.click()
    assert wizard.app.window.front is Front.LOCK
    assert wizard.preferences.clinic == a_clinic.folder
    assert wizard.app.first_start is None
    assert not wizard.folder.exists()


def test_half_a_path_is_refused(wizard: Wizard) -> None:
    wizard.to_folder()
    wizard.write("folder_path", "clinic")
    wizard.go_on()
    assert wizard.view.number == 2
    assert "whole path" in wizard.error()


def test_what_it_protects_against_and_what_not_is_said(wizard: Wizard) -> None:
    wizard.to_folder()
    wizard.go_on()
    words = " ".join(label.text() for label in wizard.view.protection.findChildren(QLabel))
    assert "lost or stolen PC" in words
    assert "programming tools" in words


def test_one_cant_go_on_before_the_key_is_kept(wizard: Wizard) -> None:
    wizard.to_key()
    assert len(wizard.groups()) == 8
    wizard.go_on()
    assert wizard.view.number == 4
    assert wizard.view.next.missing


def test_the_key_is_not_saved_inside_the_clinic_folder(wizard: Wizard) -> None:
    wizard.to_key()
    wizard.view.save_chosen.emit(wizard.folder / "key.pdf")
    assert "outside the clinic folder" in wizard.error()
    assert wizard.view.next.missing
    assert not wizard.folder.exists()


def test_the_key_is_not_saved_where_there_is_no_folder(wizard: Wizard) -> None:
    wizard.to_key()
    wizard.view.save_chosen.emit(wizard.folder.parent / "nowhere" / "key.pdf")
    assert "no such folder" in wizard.error()


def test_the_sheet_is_a_pdf(wizard: Wizard) -> None:
    wizard.to_proof()
    assert (wizard.folder.parent / "key.pdf").read_bytes().startswith(b"%PDF")


def test_a_wrong_group_makes_no_clinic(wizard: Wizard) -> None:
    wizard.to_proof()
    wizard.write("key_group", "WRONG")
    wizard.go_on()
    assert wizard.view.number == 5
    assert "This is not group" in wizard.error()
    assert not wizard.folder.exists()


def test_one_may_look_at_the_key_again_and_then_prove_it(wizard: Wizard) -> None:
    group = wizard.to_proof()
    wizard.view.back.click()
    assert group in wizard.groups()
    wizard.go_on()
    wizard.write("key_group", group)
    wizard.go_on()
    assert wizard.view.number == 6


def test_going_back_to_the_answers_makes_another_key(wizard: Wizard) -> None:
    wizard.to_key()
    before = wizard.groups()
    wizard.view.back.click()
    assert wizard.view.number == 3
    assert left_behind(wizard) == []
    wizard.go_on()
    assert wizard.groups() != before


def test_a_sheet_of_the_key_before_does_not_stand_for_the_next(wizard: Wizard) -> None:
    wizard.to_key()
    background = wizard.app.background
    assert isinstance(background, InlineBackground)
    background.hold = True
    wizard.view.save_chosen.emit(wizard.folder.parent / "key.pdf")
    wizard.view.back.click()
    wizard.go_on()
    background.release()
    background.hold = False
    wizard.go_on()
    assert wizard.error() == "Print the key or save it first."
    assert "key.pdf" not in left_behind(wizard)


def test_leaving_with_the_key_on_the_screen_leaves_nothing(wizard: Wizard, qtbot: QtBot) -> None:
    wizard.app.window.show()
    wizard.to_key()
    assert len(left_behind(wizard)) == 1
    wizard.app.window.close()
    qtbot.waitUntil(lambda: not wizard.app.window.isVisible())
    assert left_behind(wizard) == []


def test_a_folder_filled_meanwhile_is_said_and_not_touched(wizard: Wizard) -> None:
    group = wizard.to_proof()
    wizard.folder.mkdir()
    (wizard.folder / "letter.txt").write_text("x")
    wizard.write("key_group", group)
    wizard.go_on()
    assert wizard.view.number == 5
    assert "other files" in wizard.error()
    assert [path.name for path in wizard.folder.iterdir()] == ["letter.txt"]


def test_the_key_is_gone_from_the_screen_once_it_is_proved(wizard: Wizard) -> None:
    wizard.to_people()
    assert wizard.view.number == 6
    assert wizard.view.back.isHidden()
    assert wizard.folder.is_dir()


def test_people_are_added_and_a_weak_passphrase_is_said(wizard: Wizard) -> None:
    wizard.to_people()
    wizard.view.person_wanted.emit("Eli Brandt", Role.PRACTITIONER, "LIC-2", "short")
    assert "12 characters" in wizard.error()
    wizard.view.person_wanted.emit("Eli Brandt", Role.PRACTITIONER, "LIC-2", "seven quiet needles rest")
    wizard.view.person_wanted.emit("eli brandt", Role.FRONT_DESK, "", "seven quiet needles rest")
    assert "already" in wizard.error()
    assert wizard.view.people.names == ["Eli Brandt"]


def test_a_colleague_typed_and_not_added_stands_in_the_settings_after_a_power_cut(
    wizard: Wizard, qtbot: QtBot
) -> None:
    def kept() -> Mapping[str, str]:
        owner = wizard.app.first_start
        assert owner is not None
        assert owner.sitting is not None
        return Unfinished(owner.sitting).all().get(Form("account"), {})

    wizard.to_people()
    people = wizard.view.people
    qtbot.keyClicks(people.name.editor, "Eli Brandt")
    qtbot.keyClicks(people.licence.editor, "LIC-2")
    whole = {"add_user.name": "Eli Brandt", "add_user.licence": "LIC-2"}
    qtbot.waitUntil(lambda: kept() == whole)
    wizard.write("person_passphrase", "four words of Eli")
    people.add.click()
    assert kept() == {}


def test_what_was_wrong_is_not_said_any_more_once_it_is_typed(wizard: Wizard, qtbot: QtBot) -> None:
    wizard.go_on()
    assert wizard.error()
    qtbot.keyClicks(wizard.view.clinic.name.editor, "J")
    assert wizard.error() == ""


def test_nobody_typed_and_not_added_is_left_behind(wizard: Wizard) -> None:
    wizard.to_people()
    wizard.write("person_name", "Eli Brandt")
    wizard.go_on()
    assert "Eli Brandt is not added yet" in wizard.error()
    wizard.write("person_name", "")
    wizard.go_on()
    assert wizard.app.window.front is Front.FRAME


def test_it_can_be_filled_with_the_keyboard_alone(wizard: Wizard, qtbot: QtBot) -> None:
    window = wizard.app.window
    window.show()

    def press(key: Qt.Key) -> None:
        assert window.focusWidget() is not None, "nothing has the focus"
        qtbot.keyClick(window.focusWidget(), key)

    def type_here(*words: str) -> None:
        for number, word in enumerate(words):
            if number:
                press(Qt.Key.Key_Tab)
            qtbot.keyClicks(window.focusWidget(), word)
        press(Qt.Key.Key_Return)

    type_here("Jade Court Clinic", "12 Example Lane")
    assert wizard.view.answers().details.address == "12 Example Lane"
    type_here("Noor Halvorsen", "LIC-1", OWNER_PASSPHRASE, OWNER_PASSPHRASE)
    assert (wizard.error(), wizard.view.number) == ("", 2)


def test_work_starts_signed_in_as_the_owner(wizard: Wizard) -> None:
    wizard.to_people()
    wizard.go_on()
    sitting = wizard.app.shell.sitting
    assert wizard.app.window.front is Front.FRAME
    assert sitting is not None
    assert sitting.user.name == "Noor Halvorsen"
    assert wizard.preferences.clinic == wizard.folder
    assert wizard.app.window.findChild(QPushButton, "rail.today") is not None


def test_a_clinic_that_was_here_and_is_gone_is_not_made_anew(tmp_path: Path, qapp: QApplication) -> None:
    preferences = Preferences()
    preferences.set_clinic(tmp_path / "gone")
    app = build(
        tmp_path / "gone",
        background=InlineBackground(),
        application=qapp,
        preferences=preferences,
        cost=CHEAP,
    )
    assert app.window.front is Front.LOCK
    assert "Connect its disk" in app.window.unlock.sign_in.trouble.title.text()
    app.stop()
