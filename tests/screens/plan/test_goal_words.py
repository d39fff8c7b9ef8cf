"""A goal in a patient's own words is read whole, however long it is."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from acuchart.clinic.course import Goal
from acuchart.clinic.ids import new_id
from acuchart.screens.plan.goals_card import GoalRow

LONG = "Climb two flights of stairs with the shopping, and not hold on to the rail"


@pytest.fixture
def row(qtbot: QtBot) -> GoalRow:
    made = GoalRow(Goal(new_id(), LONG, "how well, 0 to 10"), 1)
    qtbot.addWidget(made)
    made.resize(460, 200)
    made.show()
    return made


def test_a_long_goal_is_read_whole(row: GoalRow) -> None:
    words = row.words
    lines = round(words.document().size().height())
    assert lines > 1
    assert lines * words.fontMetrics().lineSpacing() <= words.height() <= row.height()
    high = words.height()
    words.setPlainText("Walk")
    assert words.height() < high


def test_a_goal_stays_one_sentence(row: GoalRow, qtbot: QtBot) -> None:
    heard: list[str] = []
    row.changed.connect(lambda: heard.append(row.goal().words))
    qtbot.keyClick(row.words, Qt.Key.Key_Return)
    assert (row.goal().words, heard) == (LONG, [])
    row.words.setPlainText(" Walk to\nthe shop ")
    assert heard == ["Walk to the shop"]
