"""What is written around the two pictures of the body, and what is seen beside one that is not enlarged."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from acuchart.knowledge import Knowledge, load
from acuchart.screens.points.chart_card import ChartCard
from acuchart.screens.points.chart_lines import Layers
from acuchart.screens.points.chart_presenter import ChartPresenter
from acuchart.screens.points.chart_words import ChartLegend
from tests.helpers.visible_texts import visible_texts


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load()


@pytest.fixture
def chart(knowledge: Knowledge, qtbot: QtBot) -> Iterator[ChartCard]:
    card = ChartCard(knowledge.body)
    presenter = ChartPresenter(card, knowledge)
    qtbot.addWidget(card)
    card.setFixedSize(472, 708)
    card.show()
    yield card
    del presenter


def words(chart: ChartCard) -> list[str]:
    return visible_texts(chart)


def seen(chart: ChartCard) -> list[tuple[str, bool]]:
    return [(c.view.name, c.view.mirrored) for c in (chart.overview, chart.close_up)]


def framed(chart: ChartCard) -> QRectF | None:
    return chart.overview._frame  # noqa: SLF001 - the frame is only painted - nothing else tells of it


def test_beside_a_whole_figure_its_other_side_is_seen(chart: ChartCard) -> None:
    assert seen(chart) == [("back", False), ("front", False)]
    chart.show_view("back")
    assert seen(chart) == [("front", False), ("back", False)]
    chart.show_view("lateral")
    assert seen(chart) == [("lateral", True), ("lateral", False)]
    assert {"Left side", "Right side"} <= set(words(chart))


def test_beside_a_part_the_whole_with_its_frame_is_seen(chart: ChartCard) -> None:
    chart.close_up.zoom_to_region("knee-front-left")
    assert seen(chart) == [("front", False), ("front", False)]
    assert framed(chart) == QRectF(*chart.close_up.camera.seen)
    assert {"Front", "Left leg"} <= set(words(chart))
    assert f"×{chart.close_up.camera.zoom:.1f}" in words(chart)
    chart.close_up.show_whole()
    assert seen(chart) == [("back", False), ("front", False)]
    assert framed(chart) is None
    assert not [text for text in words(chart) if "×" in text]


def test_where_it_hurts_nowhere_all_of_the_front_is_seen(chart: ChartCard) -> None:
    """Another patient's visit does not begin at the knee of the one before."""
    chart.zoom_to_regions(["lumbar-spine"])
    assert chart.close_up.camera.zoom > 1
    chart.zoom_to_regions([])
    assert seen(chart) == [("back", False), ("front", False)]
    assert chart.close_up.camera.zoom == 1


def test_a_tap_on_the_other_side_goes_there(chart: ChartCard) -> None:
    chart.overview.region_clicked.emit("lumbar-spine")
    assert seen(chart) == [("back", False), ("back", False)]
    assert "Low back" in words(chart)


def test_a_close_view_is_called_by_the_side_that_is_seen(chart: ChartCard) -> None:
    chart.overview.region_clicked.emit("hand-dorsum-left")
    assert {"Back", "Left hand, back"} <= set(words(chart))
    assert "Left hand, back" in chart.others.accessibleName()
    assert chart.close_up.accessibleName().startswith("Body chart, Left hand, back,")


def test_the_legend_names_the_channels_in_jade(chart: ChartCard) -> None:
    chart.layers.chosen.emit(Layers(only="ST"))
    assert "ST 足阳明" in words(chart)
    chart.layers.chosen.emit(Layers())
    assert not [text for text in words(chart) if "足阳明" in text]


def test_several_channels_are_named_in_their_order(knowledge: Knowledge, qtbot: QtBot) -> None:
    legend = ChartLegend()
    qtbot.addWidget(legend)
    legend.show_hanzi({code: channel.hanzi for code, channel in knowledge.channels.by_code.items()})
    legend.show_channels({"ST", "GV", "LI", "EX"})
    legend.show()
    assert visible_texts(legend)[-1] == "LI 手阳明 · ST 足阳明 · GV 督脉"


def test_every_channel_is_named_by_limb_and_nature(knowledge: Knowledge, qapp: QApplication) -> None:
    hanzi = {code: channel.hanzi for code, channel in knowledge.channels.by_code.items()}
    assert len(set(hanzi.values())) == 14
    for code, channel in knowledge.channels.by_code.items():
        if channel.paired:
            pair = hanzi[channel.paired]
            assert hanzi[code][0] == pair[0]
            assert {hanzi[code][1:], pair[1:]} in (
                {"太阴", "阳明"},
                {"少阴", "太阳"},
                {"厥阴", "少阳"},
            )
            assert hanzi[code][0] == ("手" if "arm" in channel.limb_line else "足")
