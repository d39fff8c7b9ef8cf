"""The keys always go somewhere, and one person at a time signs in."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from acuchart.charting.sitting import Sitting
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Variant
from acuchart.screens.parts.dialog import Dialog
from acuchart.screens.parts.field import Field
from acuchart.screens.shell.navigation import Place
from tests.helpers.clinic import clinic_with_staff
from tests.helpers.opened_app import OpenedApp, opened


@pytest.fixture
def day(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[OpenedApp]:
    """The day of a practitioner, in the active window."""
    made = opened(clinic_with_staff(tmp_path), qapp)
    made.unlock(made.clinic.practitioner)
    made.app.window.show()
    made.app.window.activateWindow()
    assert QTest.qWaitForWindowActive(made.app.window)
    yield made
    made.app.stop()


def place_for_the_focus(window: QWidget) -> QLineEdit:
    field = QLineEdit(window)
    field.show()
    field.setFocus()
    assert QApplication.focusWidget() is field
    return field


def destroy(widget: QWidget) -> None:
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(widget, QEvent.Type.DeferredDelete)


def in_the_page(day: OpenedApp) -> bool:
    page, focused = day.app.window.frame.page, QApplication.focusWidget()
    return page is not None and focused is not None and (page is focused or page.isAncestorOf(focused))


def test_the_screen_takes_the_focus_of_what_is_gone(day: OpenedApp, qtbot: QtBot) -> None:
    destroy(place_for_the_focus(day.app.window))
    qtbot.waitUntil(lambda: in_the_page(day))


def test_the_question_on_top_takes_it_before_the_screen(day: OpenedApp, qtbot: QtBot) -> None:
    dialog = Dialog(day.app.window, "Needles are in")
    back = Button("Go back", Variant.PRIMARY)
    dialog.add_button(back)
    dialog.open()
    destroy(place_for_the_focus(dialog))
    qtbot.waitUntil(lambda: QApplication.focusWidget() is back)


def test_what_is_shown_late_does_not_take_the_focus_from_a_question(day: OpenedApp, qtbot: QtBot) -> None:
    window = day.app.window
    field = QLineEdit(window)
    field.show()
    dialog = Dialog(window, "Take the PC back")
    passphrase = Field(name="passphrase", label="Passphrase")
    dialog.body.addWidget(passphrase)
    dialog.open()
    field.setFocus()
    assert QApplication.focusWidget() is passphrase
    dialog.accept()
    field.setFocus()
    assert QApplication.focusWidget() is field


def test_after_a_dialog_the_keys_of_the_screen_work_though_what_had_them_is_gone(
    day: OpenedApp, qtbot: QtBot
) -> None:
    window = day.app.window
    before = place_for_the_focus(window)
    dialog = Dialog(window, "Needles are in")
    dialog.add_button(Button("Go back", Variant.PRIMARY))
    dialog.open()
    destroy(before)
    dialog.accept()
    qtbot.waitUntil(lambda: in_the_page(day))
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert day.place() is Place.ROOMS


def test_nobody_signs_in_while_the_day_of_another_is_being_opened(
    tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = opened(clinic_with_staff(tmp_path), qapp)
    opening = list[Sitting]()
    monkeypatch.setattr(made.app.shell, "_change_over", opening.append)
    made.unlock(made.clinic.practitioner)
    made.unlock(made.clinic.owner)
    assert [sitting.user.name for sitting in opening] == ["Eli Brandt"]
    made.app.stop()
