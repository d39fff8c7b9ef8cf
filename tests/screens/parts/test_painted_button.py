"""What every button that paints itself does alike."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from acuchart.screens.parts.painted_button import PaintedButton


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_presses_it_as_space_does(qtbot: QtBot, key: Qt.Key) -> None:
    button = PaintedButton("Today", name="rail.today")
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked, timeout=1000):
        qtbot.keyClick(button, key)
    assert button.objectName() == "rail.today"


def test_another_key_does_not(qtbot: QtBot) -> None:
    button = PaintedButton("Today")
    qtbot.addWidget(button)
    with qtbot.assertNotEmitted(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_A)
