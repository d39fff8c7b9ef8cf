"""A panel that is open takes the room of what comes into it, and stays on the screen."""

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from acuchart.screens.parts.popover import Popover
from acuchart.screens.parts.text import Text


@pytest.fixture
def control(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def opened(control: QWidget, far_down: int) -> tuple[Popover, Text]:
    """A panel below a control so far down the screen, with words that come later."""
    control.resize(200, 40)
    control.show()
    control.move(40, far_down)
    panel = Popover(width=300, parent=control)
    panel.body.addWidget(Text("Depth in mm"))
    words = Text("", "small", wrap=True)
    words.hide()
    panel.body.addWidget(words)
    panel.show_under(control)
    return panel, words


def say(words: Text, sentence: str) -> None:
    words.setText(sentence)
    words.show()
    for _turn in range(4):
        QCoreApplication.processEvents()


def test_words_that_come_later_have_room(control: QWidget) -> None:
    panel, words = opened(control, 20)
    before = panel.height()
    say(words, "Type a depth from 1 to 150 mm, such as 25, or leave it empty where none is meant.")
    assert panel.height() > before
    assert words.height() >= words.heightForWidth(words.width())
    panel.close()


def test_what_grows_stays_on_the_screen(control: QWidget) -> None:
    area = QGuiApplication.primaryScreen().availableGeometry()
    panel, words = opened(control, area.bottom() - 160)
    say(words, "\n".join(str(line) for line in range(12)))
    assert panel.geometry().bottom() <= area.bottom()
    assert panel.geometry().top() >= area.top()
    panel.close()
