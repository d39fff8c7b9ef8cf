"""The application as a whole: lock screen, bars, alarms, locking and closing."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from acuchart.charting.unfinished import Unfinished
from acuchart.clinic.trouble import ChartTrouble
from acuchart.clinic.unfinished import Form, Typed
from acuchart.records.work import Records
from acuchart.screens.patient.chart_view import ChartPage
from acuchart.screens.shell.main_window import Front
from acuchart.screens.shell.navigation import Place, Step
from acuchart.screens.shell.trouble_dialog import BugDialog
from tests.helpers.clinic import StaffedClinic, clinic_with_staff
from tests.helpers.knee_visit import knee_visit
from tests.helpers.lying import needles_in
from tests.helpers.opened_app import OpenedApp, opened

MINUTE = timedelta(minutes=1)


@pytest.fixture
def clinic(tmp_path: Path) -> StaffedClinic:
    return clinic_with_staff(tmp_path)


@pytest.fixture
def empty(clinic: StaffedClinic, qapp: QApplication) -> Iterator[OpenedApp]:
    """Nobody lies anywhere."""
    made = opened(clinic, qapp)
    yield made
    made.app.stop()


@pytest.fixture
def alarmed(clinic: StaffedClinic, qapp: QApplication) -> Iterator[OpenedApp]:
    """Room 1 runs for another five minutes, in Room 2 time is up since one."""
    needles_in(clinic, "Room 1", 5 * MINUTE)
    needles_in(clinic, "Room 2", -MINUTE)
    made = opened(clinic, qapp)
    yield made
    made.app.stop()


def acts(opened_app: OpenedApp) -> list[str]:
    """The audit trail, read with a key of its own."""
    owner = opened_app.clinic.owner
    records = Records.open(opened_app.clinic.folder, owner.key, owner.clock)
    try:
        with records.work() as work:
            return [event.act for event in work.audit.all()]
    finally:
        records.close()


def test_it_starts_locked_with_everybody_to_choose(empty: OpenedApp) -> None:
    assert empty.app.window.front is Front.LOCK
    people = empty.app.window.unlock.sign_in.people
    assert [person.name for person in people] == ["Noor Halvorsen", "Eli Brandt", "Front desk"]
    assert empty.app.shell.locked


def test_a_wrong_passphrase_says_how_many_tries_are_left_and_keeps_the_door_shut(empty: OpenedApp) -> None:
    empty.unlock(empty.clinic.owner, "not the passphrase")
    field = empty.app.window.unlock.sign_in.passphrase
    assert field.error == "That's not it. 4 tries left, then 1 minute wait."
    assert field.text == ""
    assert empty.app.shell.locked


def test_after_five_wrong_ones_that_person_waits_and_the_field_is_shut(empty: OpenedApp) -> None:
    for _try in range(5):
        empty.unlock(empty.clinic.desk, "not the passphrase")
    sign_in = empty.app.window.unlock.sign_in
    assert not sign_in.passphrase.editor.isEnabled()
    assert sign_in.passphrase.error == "Try again in 1:00"
    empty.forward(15 * timedelta(seconds=1))
    assert sign_in.passphrase.error == "Try again in 0:45"
    empty.forward(MINUTE)
    assert sign_in.passphrase.editor.isEnabled()
    empty.unlock(empty.clinic.desk)
    assert not empty.app.shell.locked


def test_another_person_need_not_wait(empty: OpenedApp) -> None:
    for _try in range(5):
        empty.unlock(empty.clinic.desk, "not the passphrase")
    empty.unlock(empty.clinic.owner)
    assert not empty.app.shell.locked


def test_unlocking_shows_the_day_and_who_is_here(empty: OpenedApp) -> None:
    empty.unlock(empty.clinic.practitioner)
    assert empty.app.window.front is Front.FRAME
    assert empty.app.window.frame.top_bar.heading[0] == "Today"
    assert "Eli Brandt" in empty.find(QPushButton, "top_bar.user").accessibleName()


def test_locking_destroys_every_screen_and_forgets_the_passphrase(empty: OpenedApp, qtbot: QtBot) -> None:
    empty.unlock(empty.clinic.owner)
    page = empty.app.window.frame.page
    assert page is not None
    empty.find(QPushButton, "rail.lock").click()
    assert empty.app.shell.navigator is None
    qtbot.waitUntil(lambda: not isValid(page))
    assert empty.app.window.front is Front.LOCK
    assert empty.app.shell.locked
    assert empty.app.shell.navigator is None
    assert empty.find(QLineEdit, "unlock.passphrase").text() == ""
    assert empty.app.window.frame.patient_bar.name == ""


def test_the_next_person_takes_the_place(empty: OpenedApp) -> None:
    empty.unlock(empty.clinic.owner)
    empty.app.shell.lock()
    empty.unlock(empty.clinic.desk)
    sitting = empty.app.shell.sitting
    assert sitting is not None
    assert sitting.user == empty.clinic.desk.user


def test_unused_it_locks_and_says_why(empty: OpenedApp) -> None:
    empty.unlock(empty.clinic.owner)
    empty.app.shell.lock_unused()
    assert empty.app.window.unlock.sign_in.line.text() == "Locked after 5 minutes without use"


def test_rooms_are_on_the_lock_screen_before_anybody_unlocks(alarmed: OpenedApp) -> None:
    cards = alarmed.app.window.unlock.clocks.cards
    assert [card.face.face.room for card in cards] == ["Room 1", "Room 2"]
    assert [card.face.alarm for card in cards] == [False, True]
    assert not any(card.silence.isHidden() for card in cards[1:])
    assert cards[0].silence.isHidden()
    assert alarmed.bell.rung == [0.85]


def test_the_lock_screen_names_no_patient(alarmed: OpenedApp) -> None:
    words = [label.text() for label in alarmed.app.window.unlock.findChildren(QPushButton)]
    words += [card.face.face.spoken for card in alarmed.app.window.unlock.clocks.cards]
    assert not any("Mara" in text for text in words)


def test_silence_before_unlocking_is_written_down_at_unlock(alarmed: OpenedApp) -> None:
    alarmed.find(QPushButton, "unlock.silence.2").click()
    assert "alarm.silenced_while_locked" not in acts(alarmed)
    assert alarmed.app.window.unlock.clocks.cards[1].face.silenced
    alarmed.unlock(alarmed.clinic.desk)
    assert acts(alarmed).count("alarm.silenced_while_locked") == 1
    assert alarmed.app.watch.faces[1].silenced


def test_silence_while_locked_again_is_written_down_at_once(alarmed: OpenedApp) -> None:
    alarmed.unlock(alarmed.clinic.desk)
    alarmed.app.shell.lock()
    alarmed.app.window.unlock.silence_wanted.emit("")
    assert acts(alarmed).count("alarm.silenced_while_locked") == 1


def test_keys_silence_on_the_lock_screen(alarmed: OpenedApp, qtbot: QtBot) -> None:
    field = alarmed.find(QLineEdit, "unlock.passphrase")
    with qtbot.waitExposed(alarmed.app.window):
        alarmed.app.window.show()
    alarmed.app.window.activateWindow()
    qtbot.keyClick(field, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert alarmed.app.watch.faces[1].silenced
    assert field.text() == ""


def test_esc_silences_the_newest_alarm(alarmed: OpenedApp, qtbot: QtBot) -> None:
    qtbot.keyClick(alarmed.find(QLineEdit, "unlock.passphrase"), Qt.Key.Key_Escape)
    assert alarmed.app.watch.faces[1].silenced


def test_up_and_down_choose_the_person(empty: OpenedApp, qtbot: QtBot) -> None:
    field, sign_in = empty.find(QLineEdit, "unlock.passphrase"), empty.app.window.unlock.sign_in
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert sign_in.chosen is not None
    assert sign_in.chosen.name == "Front desk"
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert sign_in.chosen is not None
    assert sign_in.chosen.name == "Noor Halvorsen"


def test_timers_are_in_the_bar_most_urgent_first_and_lead_to_their_room(alarmed: OpenedApp) -> None:
    alarmed.unlock(alarmed.clinic.practitioner)
    frame = alarmed.app.window.frame
    assert [chip.face.room for chip in frame.top_bar.timers.chips] == ["Room 2", "Room 1"]
    assert frame.rail.item(Place.ROOMS).badge == 2
    frame.top_bar.timers.chips[1].click()
    assert alarmed.place() == Place.ROOMS
    assert frame.top_bar.timers.isHidden()


def test_alt_and_a_figure_silences_first_and_opens_next(alarmed: OpenedApp) -> None:
    alarmed.unlock(alarmed.clinic.practitioner)
    alarmed.app.window.room_number_wanted.emit(2)
    assert alarmed.app.watch.faces[1].silenced
    assert "alarm.silenced" in acts(alarmed)
    assert alarmed.place() == Place.TODAY
    alarmed.app.window.room_number_wanted.emit(2)
    assert alarmed.place() == Place.ROOMS
    alarmed.app.window.room_number_wanted.emit(4)


def test_nobody_leaves_with_a_needle_in(alarmed: OpenedApp) -> None:
    alarmed.unlock(alarmed.clinic.owner)
    alarmed.app.window.show()
    assert not alarmed.app.window.close()
    assert alarmed.app.window.isVisible()
    stay = alarmed.find(QPushButton, "stay.back")
    assert stay is not None
    alarmed.app.shell.lock()
    assert not alarmed.app.window.close()


def test_without_needles_it_closes(empty: OpenedApp, qtbot: QtBot) -> None:
    empty.unlock(empty.clinic.owner)
    empty.app.window.show()
    empty.app.window.close()
    qtbot.waitUntil(lambda: not empty.app.window.isVisible())


def test_what_is_not_saved_keeps_the_window_open(empty: OpenedApp, qtbot: QtBot) -> None:
    empty.unlock(empty.clinic.owner)
    empty.app.window.show()
    empty.app.saving.not_saved("note", "The disk is full.")
    empty.app.window.close()
    assert empty.app.window.isVisible()
    empty.find(QPushButton, "stay.close_anyway").click()
    qtbot.waitUntil(lambda: not empty.app.window.isVisible())


def test_a_chart_goes_on_when_the_window_stays_after_all(clinic: StaffedClinic, qapp: QApplication) -> None:
    knee = knee_visit(clinic.practitioner)
    made = opened(clinic, qapp)
    made.unlock(clinic.practitioner)
    assert made.app.shell.navigator is not None
    made.app.shell.navigator.to_chart(knee.patient_id)
    made.app.saving.not_saved("note", "The disk is full.")
    made.app.window.close()
    made.find(QPushButton, "stay.back").click()
    made.find(ChartPage, "chart").visit_wanted.emit()
    assert made.step() is Step.FINDINGS
    made.app.stop()


def test_what_the_full_disk_kept_from_being_written_is_written_at_the_next_unlock(
    empty: OpenedApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    def keep(_self: Unfinished, _form: Form, _typed: Typed) -> Typed:
        raise ChartTrouble("The disk is full.")

    empty.unlock(empty.clinic.owner)
    empty.app.shell.go_to(Place.PATIENTS)
    empty.find(QPushButton, "patients.new").click()
    with monkeypatch.context() as full:
        full.setattr(Unfinished, "keep", keep)
        empty.find(QLineEdit, "patient.given").setText("Mara")
        empty.app.shell.lock()
        assert empty.app.saving.failed == "The disk is full."
    empty.unlock(empty.clinic.owner)
    assert empty.app.saving.failed == ""
    empty.app.shell.go_to(Place.PATIENTS)
    empty.find(QPushButton, "patients.new").click()
    assert empty.find(QLineEdit, "patient.given").text() == "Mara"


def test_what_could_not_be_written_before_the_lock_is_told_and_not_tried_for_ever(empty: OpenedApp) -> None:
    empty.unlock(empty.clinic.owner)
    empty.app.saving.not_saved("note", "Another window changed it.")
    empty.app.shell.lock()
    empty.unlock(empty.clinic.owner)
    told = empty.app.window.frame.trouble.sentence
    assert told == "Something typed before the lock is not in the records. Another window changed it."
    assert empty.app.saving.failed == ""


def test_a_difference_to_the_lock_screen_is_reported(clinic: StaffedClinic, qapp: QApplication) -> None:
    needles_in(clinic, "Room 1", MINUTE)
    (clinic.folder / "rooms.json").write_text("[]")
    made = opened(clinic, qapp)
    made.unlock(clinic.owner)
    assert "Room 1" in made.app.window.frame.trouble.sentence
    assert '"Room 1"' in (clinic.folder / "rooms.json").read_text()
    made.app.stop()


def test_a_mistake_is_said_once_with_its_number(empty: OpenedApp) -> None:
    empty.app.bug(ValueError("Mara"))
    empty.app.bug(ValueError("Mara"))
    dialogs = empty.app.window.findChildren(BugDialog)
    assert len(dialogs) == 1
    text = (empty.clinic.folder / "logs" / "acuchart.log").read_text()
    assert dialogs[0].number.text() in text
    assert "Mara" not in text


def test_a_damaged_vault_is_said_in_a_sentence(clinic: StaffedClinic, qapp: QApplication) -> None:
    clinic.close()
    (clinic.folder / "vault.json").write_text("{")
    made = opened(clinic, qapp)
    assert "damaged" in made.app.window.unlock.sign_in.trouble.title.text()
    made.app.stop()


def test_a_second_one_on_the_same_clinic_stays_outside(empty: OpenedApp, qapp: QApplication) -> None:
    second = opened(empty.clinic, qapp)
    assert "already has this clinic open" in second.app.window.unlock.sign_in.trouble.title.text()
    assert second.app.window.unlock.sign_in.people == ()
    second.app.stop()


def test_the_steps_lead_through_a_visit_and_the_bar_shows_the_patient(
    clinic: StaffedClinic, qapp: QApplication
) -> None:
    visit_id = needles_in(clinic, "Room 1", MINUTE)
    made = opened(clinic, qapp)
    made.unlock(clinic.practitioner)
    navigator, frame = made.app.shell.navigator, made.app.window.frame
    assert navigator is not None
    navigator.to_visit(visit_id, Step.NEEDLING)
    assert frame.patient_bar.name == "Mara Of Room 1"
    assert "18 risks not asked" in frame.patient_bar.asked
    assert frame.steps.which.startswith("Visit 1")
    assert made.step() == Step.NEEDLING
    frame.steps.go_back()
    frame.steps.go_back()
    assert made.step() == Step.FINDINGS
    frame.steps.go_back()
    assert made.step() == Step.FINDINGS
    made.find(QPushButton, "patient_bar.back").click()
    assert frame.top_bar.heading[0] == "Today"
    made.app.stop()


@pytest.mark.parametrize(
    "place", [Place.TODAY, Place.PATIENTS, Place.ROOMS, Place.PRINT, Place.FORMS, Place.SETTINGS]
)
def test_every_place_of_the_rail_opens_for_the_desk_too(empty: OpenedApp, place: Place) -> None:
    empty.unlock(empty.clinic.desk)
    empty.find(QPushButton, f"rail.{place.value}").click()
    assert empty.place() == place
    assert empty.background.troubles == []
