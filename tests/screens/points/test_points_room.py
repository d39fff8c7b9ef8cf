"""In a low window and in large letters: the danger with its buttons and the row after it are in sight."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from acuchart.clinic.cautions import Level
from acuchart.screens.parts.painted import text_width
from acuchart.screens.parts.tag import TagTone
from acuchart.screens.points.cell import PointName
from acuchart.screens.points.lines import Summary, Told
from acuchart.screens.points.row_parts import ToldTag
from acuchart.screens.points.suggestion_bar import SuggestionTile
from acuchart.screens.points.summary_bar import SummaryBar
from acuchart.screens.shell.fonts import register_fonts
from acuchart.screens.shell.theme import TextSize, ThemeHolder, Tone
from tests.helpers.clinic import StaffedClinic
from tests.helpers.knee_visit import KneeVisit
from tests.helpers.points_hand import button, enter, pregnant, row
from tests.helpers.visit_screens import PointsDesk

LOW = 1144, 604
"""What a window of 1280 x 800 leaves to the page."""

LINE = "st36, sp9, gb34, li4, st35, ex-le4, sp10"


@pytest.fixture
def sized() -> Iterator[ThemeHolder]:
    holder = ThemeHolder.of_app()
    yield holder
    holder.use(Tone.LIGHT, TextSize.STANDARD)


def in_sight(desk: PointsDesk, widget: QWidget) -> bool:
    """Whether all of a widget is within the table."""
    table = desk.page.table
    top = widget.mapTo(table, widget.rect().topLeft()).y()
    return widget.isVisibleTo(desk.page) and top >= 0 and top + widget.height() <= table.height()


def show(desk: PointsDesk, width: int, height: int) -> None:
    desk.page.resize(width, height)
    for _turn in range(4):
        QApplication.processEvents()


@pytest.mark.parametrize("size", list(TextSize))
def test_a_danger_and_the_row_after_it_are_in_sight(
    qtbot: QtBot,
    clinic: StaffedClinic,
    desk: PointsDesk,
    knee: KneeVisit,
    sized: ThemeHolder,
    size: TextSize,
) -> None:
    pregnant(clinic, knee)
    sized.use(Tone.LIGHT, size)
    show(desk, *LOW)
    enter(desk, qtbot, LINE)
    show(desk, *LOW)
    danger = row(desk, "LI4")
    assert danger.danger.reason.hasFocus()
    assert in_sight(desk, danger)
    assert in_sight(desk, button(desk, f"points.remove_danger.{danger.line.key}"))
    assert in_sight(desk, row(desk, "ST35"))


def test_suggestions_are_low_in_a_low_window_and_one_less_in_a_narrow_one(
    desk: PointsDesk, qtbot: QtBot, sized: ThemeHolder
) -> None:
    def tiles() -> list[SuggestionTile]:
        found = desk.page.suggestions.findChildren(SuggestionTile)
        return [tile for tile in found if tile.isVisibleTo(desk.page)]

    enter(desk, qtbot, "st36")
    show(desk, 1304, 708)
    tall = tiles()[0].height()
    assert len(tiles()) == 4
    show(desk, *LOW)
    assert len(tiles()) == 4
    assert tiles()[0].height() < tall
    sized.use(Tone.LIGHT, list(TextSize)[-1])
    show(desk, 1145, LOW[1])
    assert len(tiles()) == 3
    taken = tiles()[0].card.code
    button(desk, f"points.suggestion_add.{taken.lower()}").click()
    assert taken in [needling.code for needling in desk.kept().prescription]


def test_what_concerns_the_whole_patient_takes_one_line_and_nothing_is_lost(qtbot: QtBot) -> None:
    bar = SummaryBar()
    qtbot.addWidget(bar)
    told = [Told("", Level.DANGER, "Tumour", "WHO")]
    told += [Told("", Level.CAUTION, f"Caution {n}", f"Source {n}") for n in range(5)]
    told += [Told("", Level.NOTE, "Note", "Source")]
    bar.show_summary(Summary(1, 1, tuple(told), 0, ""), may_undo=False, may_redo=False)
    bar.resize(756, 90)
    bar.show()
    tags = [tag for tag in bar.findChildren(ToldTag) if tag.isVisibleTo(bar)]
    assert [tag.text for tag in tags] == ["Tumour", "Caution 0", "Caution 1", "3 more", "1 note"]
    assert len({tag.y() for tag in tags}) == 1
    assert all(words in tags[3].toolTip() for words in ("Caution 2", "Caution 3", "Caution 4", "Source 4"))
    assert [tag.tone for tag in tags] == [TagTone.DANGER, *[TagTone.CAUTION] * 3, TagTone.NEUTRAL]


def test_the_name_of_a_point_is_whole_in_the_smallest_window_with_the_largest_words(
    desk: PointsDesk, qtbot: QtBot, sized: ThemeHolder
) -> None:
    register_fonts()
    enter(desk, qtbot, "gb34 r, ex-le4 r, ex-b2 l3-l5 b, st35 r")
    show(desk, 1304, 708)
    names = desk.page.table.findChildren(PointName)
    assert [name.stacked for name in names] == [False] * len(names)
    sized.use(Tone.LIGHT, TextSize.LARGER)
    show(desk, *LOW)
    assert {name.stacked for name in names} == {False, True}
    for name in (name for name in names if name.stacked):
        words = name.toolTip().partition(" ")[2]
        assert text_width(sized.theme.font("small"), words) + 5 <= name.width()
