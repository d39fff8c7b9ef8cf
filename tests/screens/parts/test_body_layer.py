"""The picture below the marks follows a hand: what it shows is what a new drawing would show."""

import random

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from acuchart.knowledge.body import read_body
from acuchart.screens.parts.body_chart import BodyChart
from acuchart.screens.parts.body_layer import Layer, LayerKey, Sheets
from acuchart.screens.parts.camera import Camera
from acuchart.screens.shell.theme import ThemeHolder

BODY = read_body()
SIZE = QSize(300, 400)


def _layer(ratio: float = 1.0) -> Layer:
    key = LayerKey("front", False, 4.0, SIZE, ratio, ThemeHolder.of_app().theme)
    return Layer(Sheets(), key, Camera((380.0, 776.0), (300.0, 400.0), zoom=5.0, x=190.0, y=388.0))


def _picture(chart: BodyChart) -> bytes:
    return bytes(chart.grab().toImage().constBits())


@pytest.mark.parametrize("seed", range(6))
def test_a_moved_picture_shows_what_a_new_one_shows(qtbot: QtBot, seed: int) -> None:
    chart = BodyChart(BODY)
    qtbot.addWidget(chart)
    chart.resize(SIZE)
    chart.show_channels({"ST", "GB"})
    chart.show_marks([], others=True)
    chart.zoom_by(8)
    chart.grab()
    chance = random.Random(seed)
    for _step in range(25):
        chart.pan_by(chance.randint(-60, 60), chance.randint(-60, 60))
        chart.grab()
    moved = _picture(chart)
    chart.restyle()
    fresh = _picture(chart)
    differing = sum(one != other for one, other in zip(moved, fresh, strict=True))
    assert differing <= 0.001 * len(fresh)


def test_a_still_hand_draws_nothing(qapp: object) -> None:
    layer = _layer()
    assert layer.follow(layer.camera) == ()


def test_what_the_window_shows_has_been_drawn(qapp: object) -> None:
    layer = _layer()
    camera = layer.camera
    for dx, dy in ((7, 3), (7, 3), (9, -2), (-30, -11), (12, 20), (50, 50), (-80, 4)):
        camera = camera.panned(dx, dy)
        assert layer.follow(camera) is not None
        assert layer.drawn.contains(layer.window)


def test_a_small_move_draws_at_most_one_strip_after_the_first(qapp: object) -> None:
    layer = _layer()
    camera = layer.camera
    counts = []
    for _step in range(40):
        camera = camera.panned(5, 3)
        strips = layer.follow(camera)
        assert strips is not None
        counts.append(len(strips))
    assert counts[0] == 2
    assert max(counts[1:]) <= 1
    assert sum(counts) <= 12


def test_a_leap_beyond_the_picture_asks_for_a_new_one(qapp: object) -> None:
    layer = _layer()
    assert layer.follow(layer.camera.panned(310, 0)) is None


@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
def test_the_window_never_leaves_the_picture(qapp: object, ratio: float) -> None:
    layer = _layer(ratio)
    camera = layer.camera
    for dx, dy in ((40, 0), (40, 60), (-90, 13), (0, -77), (33, 33)) * 3:
        camera = camera.panned(dx, dy)
        assert layer.follow(camera) is not None
        assert layer.pixmap.rect().contains(layer.window)
        assert layer.window.size() == QSize(round(300 * ratio), round(400 * ratio))


def test_kept_pictures_are_used_again(qapp: object) -> None:
    sheets = Sheets()
    assert sheets.of(SIZE, 1.0)[0] is sheets.of(SIZE, 1.0)[0]
    assert sheets.of(QSize(10, 20), 1.0)[0].size() == QSize(10, 20)
