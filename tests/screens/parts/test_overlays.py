"""What lies over a window: toast, dialog, popover and the focus ring."""

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Variant
from acuchart.screens.parts.dialog import Dialog
from acuchart.screens.parts.field import Field
from acuchart.screens.parts.popover import Popover
from acuchart.screens.parts.text import Text
from acuchart.screens.parts.toast import Toast
from acuchart.screens.shell.focus_ring import FocusRing, focus_by_key

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1280, 800)
    column = QVBoxLayout(made)
    for name in ("first", "second"):
        column.addWidget(Button(name, name=name))
    field = QLineEdit()
    field.setObjectName("field")
    column.addWidget(field)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def _child(window: QWidget, name: str) -> QWidget:
    found = window.findChild(QWidget, name)
    assert found is not None
    return found


def test_a_toast_stands_above_the_footer_and_goes_by_itself(window: QWidget, qtbot: QtBot) -> None:
    toast = Toast(window)
    toast.say("Plan sent to the front desk")
    assert toast.text == "Plan sent to the front desk"
    assert abs(toast.geometry().center().x() - 640) <= 1
    assert toast.geometry().bottom() == 800 - 32 - 48 - 1
    window.resize(1440, 900)
    assert abs(toast.geometry().center().x() - 720) <= 1
    timer = toast.findChild(QTimer)
    assert timer is not None
    assert (timer.isActive(), timer.interval()) == (True, 6000)
    with qtbot.waitSignal(toast.gone):
        timer.start(0)
    assert toast.text == ""


def test_undo_is_done_once_and_ends_the_toast(window: QWidget, qtbot: QtBot) -> None:
    toast, undone = Toast(window), list[str]()
    toast.say("GB34 removed", undo=lambda: undone.append("GB34"))
    qtbot.mouseClick(_child(window, "shell.toast.undo"), LEFT)
    assert undone == ["GB34"]
    assert not toast.isVisible()


def test_a_new_message_takes_the_undo_of_the_old_with_it(window: QWidget) -> None:
    toast, undone = Toast(window), list[str]()
    toast.say("GB34 removed", undo=lambda: undone.append("GB34"))
    toast.say("Plan sent to the front desk")
    assert not _child(window, "shell.toast.undo").isVisible()
    assert undone == []


@pytest.fixture
def dialog(window: QWidget) -> Dialog:
    made = Dialog(window, "Needles don't match", "11 in, 9 out. Look for 2 more before closing Room 3.")
    made.add_button(Button("Report missing needle", Variant.GHOST, name="report"))
    made.add_button(Button("Keep counting", Variant.PRIMARY, name="keep"))
    return made


def test_a_dialog_covers_its_window_and_keeps_covering_it(dialog: Dialog, window: QWidget) -> None:
    dialog.open()
    assert dialog.geometry() == window.rect()
    window.resize(1440, 900)
    assert dialog.geometry() == window.rect()
    assert dialog.accessibleName() == "Needles don't match"


def test_enter_does_what_a_dialog_proposes(window: QWidget) -> None:
    dialog = Dialog(window, "Needles don't match", "5 in, 4 out.")
    other, proposed = Button("Report missing needle", Variant.GHOST), Button("Keep", Variant.PRIMARY)
    dialog.add_button(other)
    dialog.add_button(proposed)
    dialog.open()
    assert window.focusWidget() is proposed


@pytest.mark.parametrize("variant", [Variant.DANGER, Variant.PLAIN])
def test_enter_never_does_what_can_not_be_undone(window: QWidget, variant: Variant) -> None:
    dialog = Dialog(window, "Close the account?")
    back, final = Button("Back", Variant.GHOST), Button("Close", variant)
    dialog.add_button(back)
    dialog.add_button(final)
    dialog.open()
    assert window.focusWidget() is back


def test_the_focus_goes_back_to_where_it_was(window: QWidget) -> None:
    before = _child(window, "second")
    before.setFocus()
    dialog = Dialog(window, "Cautions")
    dialog.add_button(Button("Done", Variant.PRIMARY))
    dialog.open()
    assert window.focusWidget() is not before
    dialog.accept()
    assert window.focusWidget() is before


def test_what_is_typed_into_a_dialog_that_an_answer_opened_goes_nowhere_else(window: QWidget) -> None:
    place = _child(window, "field")
    place.setFocus()
    asked, then = Dialog(window, "Encrypt the records anew?"), Dialog(window, "Passphrases")
    asked.add_button(Button("Go on", Variant.PRIMARY))
    passphrase = Field(name="passphrase", label="Passphrase")
    then.body.addWidget(passphrase)
    asked.accepted.connect(then.open)
    asked.open()
    asked.accept()
    assert window.focusWidget() is passphrase
    then.accept()
    assert window.focusWidget() is place


def test_a_dialog_with_something_to_type_begins_there(window: QWidget) -> None:
    dialog = Dialog(window, "Report missing needle")
    field = QLineEdit()
    dialog.body.addWidget(field)
    dialog.add_button(Button("Record", Variant.PRIMARY))
    dialog.open()
    assert window.focusWidget() is field


def test_escape_rejects_a_dialog(dialog: Dialog, qtbot: QtBot) -> None:
    dialog.open()
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_tab_stays_in_a_dialog(dialog: Dialog, qtbot: QtBot) -> None:
    dialog.open()
    seen = []
    for _press in range(4):
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.append(focused.objectName())
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert seen == ["keep", "report", "keep", "report"]


@pytest.mark.parametrize(
    ("keys", "reaches"), [("Ctrl+K", False), ("Ctrl+L", True), ("Alt+2", True), ("N", False)]
)
def test_only_locking_and_rooms_reach_the_window(
    dialog: Dialog, window: QWidget, qtbot: QtBot, keys: str, reaches: bool
) -> None:
    shortcut, heard = QShortcut(QKeySequence(keys), window), list[str]()
    shortcut.activated.connect(lambda: heard.append(keys))
    dialog.open()
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keySequence(focused, QKeySequence(keys))
    assert bool(heard) is reaches


def test_a_popover_opens_below_its_control_and_closes_on_escape(window: QWidget, qtbot: QtBot) -> None:
    popover = Popover(width=240)
    qtbot.addWidget(popover)
    popover.body.addWidget(Text("Asked 6 Nov by Noor"))
    popover.show_under(_child(window, "first"))
    assert popover.isVisible()
    assert popover.width() == 240
    qtbot.keyClick(popover, Qt.Key.Key_Escape)
    assert not popover.isVisible()


@pytest.fixture
def ring(qapp: QApplication, window: QWidget) -> FocusRing:
    return FocusRing(qapp, window)


def test_the_ring_follows_the_keyboard(ring: FocusRing, window: QWidget, qtbot: QtBot) -> None:
    first, second = _child(window, "first"), _child(window, "second")
    first.setFocus()
    assert ring.target is None
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert ring.target is second


def test_a_finger_takes_the_ring_away(ring: FocusRing, window: QWidget, qtbot: QtBot) -> None:
    first = _child(window, "first")
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    qtbot.mousePress(first, LEFT)
    first.setFocus(Qt.FocusReason.MouseFocusReason)
    qtbot.mouseRelease(first, LEFT)
    assert ring.target is not first


def test_a_field_has_its_own_border(ring: FocusRing, window: QWidget, qtbot: QtBot) -> None:
    second = _child(window, "second")
    second.setFocus()
    qtbot.keyClick(second, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is _child(window, "field")
    assert ring.target is None


def test_the_ring_keeps_its_gap_and_moves_along(ring: FocusRing, window: QWidget, qtbot: QtBot) -> None:
    first, second = _child(window, "first"), _child(window, "second")
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    overlay = next(child for child in window.children() if type(child).__name__ == "_Overlay")
    assert isinstance(overlay, QWidget)
    assert overlay.geometry() == second.geometry().adjusted(-4, -4, 4, 4)
    second.setGeometry(40, 60, 300, 44)
    assert overlay.geometry() == second.geometry().adjusted(-4, -4, 4, 4)
    second.move(0, 60)
    assert overlay.geometry() == second.geometry().adjusted(0, -4, 4, 4)


def test_the_ring_scrolls_with_what_it_surrounds(ring: FocusRing, qtbot: QtBot) -> None:
    area, inner = QScrollArea(), QWidget()
    qtbot.addWidget(area)
    column = QVBoxLayout(inner)
    buttons = [Button(str(number)) for number in range(30)]
    for button in buttons:
        column.addWidget(button)
    area.setWidget(inner)
    area.resize(200, 200)
    with qtbot.waitActive(area):
        area.show()
        area.activateWindow()
    buttons[0].setFocus()
    qtbot.keyClick(buttons[0], Qt.Key.Key_Tab)
    assert any(type(child).__name__ == "_Overlay" for child in inner.children())


def test_the_ring_survives_what_it_surrounds(ring: FocusRing, window: QWidget, qtbot: QtBot) -> None:
    first, second = _child(window, "first"), _child(window, "second")
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    second.deleteLater()
    QApplication.processEvents()
    first.setFocus()
    assert ring.target is not second


def test_what_had_the_ring_before_does_not_take_it_along(
    ring: FocusRing, window: QWidget, qtbot: QtBot
) -> None:
    first, second = _child(window, "first"), _child(window, "second")
    second.setFocus()
    qtbot.keyClick(second, Qt.Key.Key_Backtab)
    assert ring.target is first
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    first.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert ring.target is second


def test_a_shortcut_may_put_the_ring(ring: FocusRing, window: QWidget) -> None:
    first, second = _child(window, "first"), _child(window, "second")
    first.setFocus()
    focus_by_key(second)
    assert ring.target is second
