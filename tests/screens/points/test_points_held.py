"""A point that is in the list already is told in the row that holds it, and nothing changes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from acuchart.charting.points import Points
from acuchart.clinic.needling import Needling
from acuchart.clinic.points import Side
from tests.helpers.clinic import StaffedClinic
from tests.helpers.knee_visit import KneeVisit
from tests.helpers.points_hand import chosen, enter, pregnant, row, text
from tests.helpers.shown_words import shown_words
from tests.helpers.visit_screens import PointsDesk

BOTH, LEFT, RIGHT = Side.BOTH, Side.LEFT, Side.RIGHT
ALREADY = "{code} is in the list already on that side."


def told(desk: PointsDesk, code: str) -> str:
    """What stands in the row of a point as wrong; empty where nothing is."""
    shown = row(desk, code).wrong
    return shown.words.text() if shown.isVisibleTo(desk.page) else ""


@pytest.mark.parametrize(
    ("first", "again", "code"),
    [
        ("st36 b", "st36 r", "ST36"),
        ("st36 r", "Zusanli right", "ST36"),
        ("gv20", "百会", "GV20"),
        ("st36 r", "st36r 40mm reduce", "ST36"),
        ("li4 l", "li4-li11 threading l", "LI4"),
        ("ex-b2 l3 b", "ex-b2 l3-l5 l", "EX-B2"),
        ("li4", "four gates", "LI4"),
    ],
)
def test_typed_again(desk: PointsDesk, qtbot: QtBot, first: str, again: str, code: str) -> None:
    enter(desk, qtbot, first)
    before = desk.kept().prescription
    enter(desk, qtbot, again)
    assert desk.kept().prescription[: len(before)] == before
    assert told(desk, code) == ALREADY.format(code=code)
    field = desk.page.entry.field
    assert field.text() == again
    assert field.hasFocus()
    assert told(desk, code) in field.accessibleDescription()


def test_the_rest_of_the_line_is_added(desk: PointsDesk, qtbot: QtBot) -> None:
    enter(desk, qtbot, "st36 b")
    enter(desk, qtbot, "st36 r, sp6, xyz, sp6")
    assert chosen(desk) == [("ST36", BOTH, 2), ("SP6", BOTH, 2)]
    assert desk.page.entry.field.text() == "st36 r, xyz, sp6"
    assert (told(desk, "ST36"), told(desk, "SP6")) == (
        ALREADY.format(code="ST36"),
        ALREADY.format(code="SP6"),
    )
    assert "There is no point called xyz." in text(desk)


def test_a_group_that_is_there_is_told_once_and_what_misses_of_it_is_added(
    desk: PointsDesk, qtbot: QtBot
) -> None:
    enter(desk, qtbot, "li4")
    for _turn in range(2):
        enter(desk, qtbot, "four gates")
        assert chosen(desk) == [("LI4", BOTH, 2), ("LR3", BOTH, 2)]
        assert desk.page.entry.field.text() == "four gates"
        assert told(desk, "LI4")
    assert told(desk, "LR3")


def test_a_hit_of_the_list_keeps_what_was_typed_for_it(desk: PointsDesk, qtbot: QtBot) -> None:
    enter(desk, qtbot, "zusan")
    enter(desk, qtbot, "gb34 r, zusan")
    assert chosen(desk) == [("ST36", BOTH, 2), ("GB34", RIGHT, 1)]
    assert desk.page.entry.field.text() == "zusan"
    assert told(desk, "ST36")


def test_the_sentence_goes_when_another_line_is_typed(desk: PointsDesk, qtbot: QtBot) -> None:
    enter(desk, qtbot, "st36 b")
    enter(desk, qtbot, "st36")
    assert told(desk, "ST36")
    qtbot.keyClick(desk.page.entry.field, Qt.Key.Key_Backspace)
    assert told(desk, "ST36") == ""


def test_what_is_wrong_with_a_row_itself_stays(desk: PointsDesk, qtbot: QtBot) -> None:
    lone = Needling("ST36", BOTH, 2, 80.0)
    Points(desk.sitting).prescribe(desk.visit_id, (lone,), ())
    desk.presenter.open(desk.visit_id)
    own = told(desk, "ST36")
    enter(desk, qtbot, "st36")
    assert told(desk, "ST36") == ALREADY.format(code="ST36")
    qtbot.keyClick(desk.page.entry.field, Qt.Key.Key_Backspace)
    assert told(desk, "ST36") == own


def test_the_row_comes_into_sight_and_typing_goes_on(desk: PointsDesk, qtbot: QtBot) -> None:
    enter(desk, qtbot, "st36, sp9, gb34, st35, ex-le4, sp10, gb31, sp6, ki3, lr3, st40, ki7")
    enter(desk, qtbot, "st36")
    QApplication.processEvents()
    table, first = desk.page.table, row(desk, "ST36")
    assert first.mapTo(table, first.rect().topLeft()).y() >= 0
    enter(desk, qtbot, "ki7")
    QApplication.processEvents()
    last = row(desk, "KI7")
    assert last.wrong.isVisibleTo(desk.page)
    assert last.mapTo(table, last.rect().bottomLeft()).y() <= table.height()
    assert desk.page.entry.field.hasFocus()


def test_a_danger_that_waits_keeps_its_row_and_the_sentence_stands_there(
    qtbot: QtBot, clinic: StaffedClinic, desk: PointsDesk, knee: KneeVisit
) -> None:
    pregnant(clinic, knee)
    enter(desk, qtbot, "li4 b")
    enter(desk, qtbot, "li4")
    assert ALREADY.format(code="LI4") in text(desk)
    assert row(desk, "LI4").danger.reason.isVisibleTo(desk.page)


def test_clicked_again(desk: PointsDesk, qtbot: QtBot) -> None:
    for side in (RIGHT, LEFT):
        desk.page.chart.close_up.point_clicked.emit("ST36", side)
    assert (chosen(desk), told(desk, "ST36")) == ([("ST36", BOTH, 2)], "")
    desk.page.chart.close_up.point_clicked.emit("ST36", LEFT)
    assert (chosen(desk), told(desk, "ST36")) == ([("ST36", BOTH, 2)], ALREADY.format(code="ST36"))
    assert row(desk, "ST36").hasFocus()


def test_a_side_that_another_row_has(desk: PointsDesk, qtbot: QtBot) -> None:
    enter(desk, qtbot, "st36 r 25mm, st36 l 30mm")
    assert chosen(desk) == [("ST36", RIGHT, 1), ("ST36", LEFT, 1)]
    for key in (Qt.Key.Key_L, Qt.Key.Key_B):
        first = row(desk, "ST36")
        first.setFocus()
        qtbot.keyClick(first, key)
        assert chosen(desk) == [("ST36", RIGHT, 1), ("ST36", LEFT, 1)]
        assert told(desk, "ST36") == ALREADY.format(code="ST36")
        assert first.side.key == "right"


def test_what_was_told_of_a_word_goes_with_the_word(desk: PointsDesk, qtbot: QtBot) -> None:
    enter(desk, qtbot, "xyz, sp99")
    field = desk.page.entry.field
    assert "There is no point called xyz." in text(desk)
    field.setText("sp9")
    field.textEdited.emit("sp9")
    assert "xyz" not in shown_words(desk.page)
    assert "SP99" not in shown_words(desk.page)
    assert not field.property("error")
    assert field.accessibleDescription() == ""


def test_the_arrows_lead_from_the_field_to_the_rows_and_back(desk: PointsDesk, qtbot: QtBot) -> None:
    enter(desk, qtbot, "st36 r, sp6 r, gv20")
    field = desk.page.entry.field
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert row(desk, "ST36").hasFocus()
    qtbot.keyClick(row(desk, "ST36"), Qt.Key.Key_L)
    assert chosen(desk)[0] == ("ST36", LEFT, 1)
    qtbot.keyClick(row(desk, "ST36"), Qt.Key.Key_Up)
    assert field.hasFocus()
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert row(desk, "GV20").hasFocus()
    desk.page.setFocus()
    qtbot.keyClick(desk.page, Qt.Key.Key_Down)
    assert row(desk, "ST36").hasFocus()


def test_a_tapped_point_is_not_taken_for_the_row_that_is_threaded_to_it(
    desk: PointsDesk, qtbot: QtBot
) -> None:
    enter(desk, qtbot, "li4-li11 threading r")
    desk.page.point_tapped.emit("LI11", RIGHT)
    assert chosen(desk) == [("LI4", RIGHT, 1), ("LI11", RIGHT, 1)]
    assert row(desk, "LI11").hasFocus()
