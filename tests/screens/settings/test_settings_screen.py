"""Settings in the real application: what each role sees, and what goes wrong."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from acuchart.charting.clinic import Clinic
from acuchart.clinic.people import Role
from acuchart.knowledge import Knowledge
from acuchart.records.attempts import WrongPassphrase
from acuchart.screens.parts.button import Button
from acuchart.screens.settings.audit_words import ACTS
from acuchart.screens.settings.key_dialog import KeyDialog
from acuchart.screens.settings.parts import Part
from acuchart.screens.settings.user_dialogs import (
    AskingDialog,
    ChangeUserDialog,
    OfferRotationDialog,
    RotationDialog,
)
from acuchart.screens.settings.view import SettingsPage
from acuchart.screens.shell.navigation import Place
from acuchart.screens.shell.theme import TextSize, ThemeHolder, Tone
from tests.helpers.clinic import DESK_PASSPHRASE, PRACTITIONER_PASSPHRASE, clinic_with_staff
from tests.helpers.opened_app import OpenedApp, opened

NEW = "a wholly new passphrase"


@pytest.fixture
def app(tmp_path: Path, qapp: QApplication) -> Iterator[OpenedApp]:
    made = opened(clinic_with_staff(tmp_path), qapp)
    yield made
    made.app.stop()
    ThemeHolder.of_app().use(Tone.LIGHT, TextSize.STANDARD)


def settings(app: OpenedApp, part: Part = Part.OWN) -> SettingsPage:
    """Opens a part of the settings."""
    app.app.shell.go_to(Place.SETTINGS)
    page = app.app.window.frame.page
    assert isinstance(page, SettingsPage)
    page.open_part(part)
    return page


def as_owner(app: OpenedApp, part: Part) -> SettingsPage:
    app.unlock(app.clinic.owner)
    return settings(app, part)


def dialog_error(page: SettingsPage) -> str:
    assert isinstance(page.dialog, AskingDialog)
    return page.dialog.error


@pytest.mark.parametrize("who", ["practitioner", "desk"])
def test_only_an_owner_sees_more_than_the_own_account_and_the_look(app: OpenedApp, who: str) -> None:
    app.unlock(getattr(app.clinic, who))
    page = settings(app)
    seen = {part for part in Part if not page.item(part).isHidden()}
    assert seen == {Part.OWN, Part.LOOK}
    assert app.background.troubles == []


def test_a_part_that_is_not_offered_reads_nothing(app: OpenedApp) -> None:
    app.unlock(app.clinic.desk)
    page = settings(app, Part.AUDIT)
    assert page.audit.shown == 0


def test_the_old_passphrase_must_be_right(app: OpenedApp) -> None:
    app.unlock(app.clinic.desk)
    page = settings(app)
    page.own.passphrase_wanted.emit("not the passphrase", NEW)
    assert "That's not it" in page.own.error
    page.own.passphrase_wanted.emit(DESK_PASSPHRASE, "short")
    assert "12 characters" in page.own.error


def test_two_different_new_ones_are_not_sent(app: OpenedApp, qtbot: QtBot) -> None:
    app.unlock(app.clinic.desk)
    page = settings(app)
    page.own.new.editor.setProperty("text", NEW)
    page.own.again.editor.setProperty("text", "another")
    with qtbot.assertNotEmitted(page.own.passphrase_wanted):
        page.own.change.click()
    assert "differ" in page.own.error


def test_a_changed_passphrase_holds_at_the_next_unlock(app: OpenedApp) -> None:
    app.unlock(app.clinic.desk)
    settings(app).own.passphrase_wanted.emit(DESK_PASSPHRASE, NEW)
    app.app.shell.lock()
    app.unlock(app.clinic.desk, NEW)
    assert not app.app.shell.locked


def test_details_are_saved_as_they_are_typed_and_impossible_ones_are_not(app: OpenedApp) -> None:
    page = as_owner(app, Part.CLINIC)
    page.clinic.name.editor.setProperty("text", "")
    page.clinic.name.edited.emit("")
    assert "name of the clinic" in page.clinic.name.error
    page.clinic.name.editor.setProperty("text", "New Name")
    page.clinic.name.edited.emit("New Name")
    assert page.clinic.name.error == ""
    app.app.shell.go_to(Place.TODAY)
    sitting = app.app.shell.sitting
    assert sitting is not None
    assert Clinic(sitting).details().name == "New Name"


def test_a_room_twice_is_said_and_keeps_nothing_else_from_being_saved(app: OpenedApp) -> None:
    page = as_owner(app, Part.CLINIC)
    sitting = app.app.shell.sitting
    assert sitting is not None
    before = Clinic(sitting).details()
    page.clinic.rooms.setPlainText("Room 1\nroom 1")
    page.clinic.name.editor.setProperty("text", " ")
    page.clinic.address.editor.setProperty("text", "2 New Road")
    page.clinic.address.edited.emit("2 New Road")
    assert "name of the clinic" in page.clinic.name.error
    page.clinic.name.editor.setProperty("text", "New Name")
    page.clinic.name.edited.emit("New Name")
    assert "a name of its own" in page.clinic.room_list.error
    app.app.shell.go_to(Place.TODAY)
    after = Clinic(sitting).details()
    assert (after.name, after.address, after.rooms) == ("New Name", "2 New Road", before.rooms)


def test_the_lock_follows_at_once(app: OpenedApp) -> None:
    page = as_owner(app, Part.CLINIC)
    page.clinic.lock.less.click()
    app.app.shell.go_to(Place.TODAY)
    details = app.app.shell.details
    assert details is not None
    assert details.lock_minutes == 4


def test_a_person_is_added_and_can_sign_in(app: OpenedApp) -> None:
    page = as_owner(app, Part.USERS)
    app.find(QPushButton, "settings.user_add").click()
    page.user_given.emit("Ana", Role.FRONT_DESK, "", "short")
    assert "12 characters" in dialog_error(page)
    page.user_given.emit("eli brandt", Role.FRONT_DESK, "", NEW)
    assert "already" in dialog_error(page)
    page.user_given.emit("Ana", Role.FRONT_DESK, "", NEW)
    assert page.dialog is None
    assert "Ana" in [user.name for user in page.users.users]
    app.app.shell.lock()
    assert "Ana" in [person.name for person in app.app.window.unlock.sign_in.people]


def test_an_account_is_changed_in_its_dialog(app: OpenedApp) -> None:
    page = as_owner(app, Part.USERS)
    eli = next(number for number, user in enumerate(page.users.users, 1) if user.name == "Eli Brandt")
    app.find(QPushButton, f"settings.user_change.{eli}").click()
    dialog = page.dialog
    assert isinstance(dialog, ChangeUserDialog)
    assert dialog.account.given[0] == "Eli Brandt"
    dialog.account.name.set_text("")
    dialog.go.click()
    assert "Type the person's name" in dialog_error(page)
    dialog.account.name.set_text("Eli Stone")
    dialog.account.role.choose(Role.OWNER.value)
    dialog.go.click()
    assert page.dialog is None
    assert [(user.name, user.role) for user in page.users.users if user.name == "Eli Stone"] == [
        ("Eli Stone", "Owner")
    ]
    app.app.shell.lock()
    assert "Eli Stone" in [person.name for person in app.app.window.unlock.sign_in.people]


def test_whoever_changes_the_own_account_signs_in_again_and_is_who_they_are_now(app: OpenedApp) -> None:
    page = as_owner(app, Part.USERS)
    page.users.change_wanted.emit(app.clinic.owner.user.id)
    dialog = page.dialog
    assert isinstance(dialog, ChangeUserDialog)
    assert dialog.account.role.isHidden()
    dialog.account.licence.set_text("")
    dialog.go.click()
    assert app.app.shell.locked
    app.unlock(app.clinic.owner)
    assert app.app.shell.sitting is not None
    assert not app.app.shell.sitting.user.treats


def test_what_is_typed_into_the_change_of_an_account_outlives_a_lock(app: OpenedApp, qtbot: QtBot) -> None:
    page = as_owner(app, Part.USERS)
    page.users.change_wanted.emit(app.clinic.desk.user.id)
    assert isinstance(page.dialog, ChangeUserDialog)
    qtbot.keyClicks(page.dialog.account.licence.editor, "LIC-9")
    app.app.shell.lock()
    page = as_owner(app, Part.USERS)
    page.users.change_wanted.emit(app.clinic.desk.user.id)
    assert isinstance(page.dialog, ChangeUserDialog)
    assert page.dialog.account.given == ("Front desk", Role.FRONT_DESK, "LIC-9")
    assert app.background.troubles == []


def test_the_own_account_has_no_close_button(app: OpenedApp) -> None:
    page = as_owner(app, Part.USERS)
    mine = next(number for number, user in enumerate(page.users.users, 1) if user.me)
    assert app.app.window.findChild(QPushButton, f"settings.user_close.{mine}") is None


def test_the_last_owner_cant_be_closed(app: OpenedApp) -> None:
    page = as_owner(app, Part.USERS)
    page.users.close_wanted.emit(app.clinic.owner.user.id)
    page.close_confirmed.emit(app.clinic.owner.user.id)
    assert "last owner" in dialog_error(page)


def test_closing_an_account_offers_to_encrypt_anew(app: OpenedApp) -> None:
    page = as_owner(app, Part.USERS)
    page.users.close_wanted.emit(app.clinic.desk.user.id)
    page.close_confirmed.emit(app.clinic.desk.user.id)
    assert isinstance(page.dialog, OfferRotationDialog)
    page.dialog.go.click()
    assert isinstance(page.dialog, RotationDialog)
    assert set(page.dialog.fields) == {app.clinic.owner.user.id, app.clinic.practitioner.user.id}


def test_rotation_needs_a_good_passphrase_of_everybody(app: OpenedApp) -> None:
    page = as_owner(app, Part.RECORDS)
    app.find(QPushButton, "settings.key_rotate").click()
    page.rotation_given.emit(dict.fromkeys(app.clinic.passphrases, ""))
    assert "12 characters" in dialog_error(page)
    app.app.shell.lock()
    app.unlock(app.clinic.owner)
    assert not app.app.shell.locked


def test_after_a_rotation_everybody_signs_in_under_the_new_key(app: OpenedApp, tmp_path: Path) -> None:
    page = as_owner(app, Part.RECORDS)
    app.find(QPushButton, "settings.key_rotate").click()
    page.rotation_given.emit({**app.clinic.passphrases, app.clinic.desk.user.id: NEW})
    dialog = page.dialog
    assert isinstance(dialog, KeyDialog)
    page.key_save_chosen.emit(tmp_path / "new-key.pdf")
    page.key_group_typed.emit(dialog.place, "WRONG")
    assert "This is not group" in dialog.group.error
    page.key_group_typed.emit(dialog.place, dialog.groups[dialog.place - 1])
    assert app.place() is None
    app.unlock(app.clinic.desk, NEW)
    assert app.place() == Place.TODAY
    app.app.shell.lock()
    app.unlock(app.clinic.practitioner, PRACTITIONER_PASSPHRASE)
    assert app.place() == Place.TODAY


def test_a_new_recovery_key_must_be_kept_outside_before_it_is_done(app: OpenedApp, tmp_path: Path) -> None:
    page = as_owner(app, Part.RECORDS)
    app.find(QPushButton, "settings.key_replace").click()
    dialog = page.dialog
    assert isinstance(dialog, KeyDialog)
    right = dialog.groups[dialog.place - 1]
    page.key_group_typed.emit(dialog.place, right)
    assert page.dialog is dialog
    page.key_save_chosen.emit(app.clinic.folder / "key.pdf")
    assert "outside the clinic folder" in dialog.group.error
    page.key_save_chosen.emit(tmp_path / "new-key.pdf")
    page.key_group_typed.emit(dialog.place, right)
    assert isinstance(page.dialog, OfferRotationDialog)


def test_the_old_recovery_key_opens_nothing_any_more(app: OpenedApp) -> None:
    as_owner(app, Part.RECORDS)
    app.find(QPushButton, "settings.key_replace").click()
    app.app.shell.lock()
    with pytest.raises(WrongPassphrase):
        app.clinic.door.recover(" ".join(app.clinic.recovery_groups), app.clinic.owner.user.id, NEW)


def test_another_persons_passphrase_is_set_and_in_the_trail(app: OpenedApp) -> None:
    page = as_owner(app, Part.USERS)
    page.users.passphrase_wanted.emit(app.clinic.desk.user.id)
    page.passphrase_given.emit(app.clinic.desk.user.id, NEW)
    page.open_part(Part.AUDIT)
    assert "Set another person's passphrase" in [page.audit.text(row, 2) for row in range(page.audit.shown)]
    app.app.shell.lock()
    app.unlock(app.clinic.desk, NEW)
    assert not app.app.shell.locked


def test_the_audit_log_is_newest_first_with_numbers_and_no_name_of_a_patient(app: OpenedApp) -> None:
    page = as_owner(app, Part.AUDIT)
    words = [page.audit.text(row, 2) for row in range(page.audit.shown)]
    assert words[-1] == "Made the clinic"
    assert page.audit.chain.text == "Chain intact"


def test_every_act_of_the_program_has_its_words() -> None:
    charting = Path(__file__).parents[3] / "acuchart" / "charting"
    acts = {
        act
        for file in charting.glob("*.py")
        for act in re.findall(r'"([a-z_]+\.[a-z_]+)"', file.read_text(encoding="utf-8"))
    }
    assert len(acts) > 50
    assert acts - set(ACTS) == set()


def test_theme_and_text_change_at_once_and_stay(app: OpenedApp) -> None:
    app.unlock(app.clinic.desk)
    page = settings(app, Part.LOOK)
    page.look.tone.segment("dark").click()
    page.look.size_choice.segment("larger").click()
    theme = ThemeHolder.of_app().theme
    assert theme.dark
    assert theme.text_size is TextSize.LARGER
    assert (app.app.preferences.tone, app.app.preferences.text_size) == (Tone.DARK, TextSize.LARGER)


def test_the_buttons_of_the_accounts_are_whole_when_the_text_grows(app: OpenedApp) -> None:
    app.unlock(app.clinic.owner)
    page = settings(app, Part.USERS)
    ThemeHolder.of_app().use(Tone.LIGHT, TextSize.LARGER)
    QApplication.processEvents()
    buttons = [button for button in page.users.findChildren(Button) if button.isVisibleTo(page)]
    assert len(buttons) > 3
    assert [button.text() for button in buttons if button.width() < button.sizeHint().width()] == []


def test_romance_letters_are_read_as_soon_as_they_are_chosen(
    app: OpenedApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Knowledge] = []
    read_romance = Knowledge.read_romance

    def tell(knowledge: Knowledge, on: bool) -> None:
        told.append(knowledge)
        read_romance(knowledge, on)

    monkeypatch.setattr(Knowledge, "read_romance", tell)
    app.unlock(app.clinic.practitioner)
    page = settings(app, Part.LOOK)
    page.look.letters.segment("romance").click()
    assert told[-1].points.meant("E36") == ("ST36",)
    assert app.app.preferences.romance
    page.look.letters.segment("who").click()
    assert told[-1].points.meant("E36") == ()
    assert not app.app.preferences.romance
