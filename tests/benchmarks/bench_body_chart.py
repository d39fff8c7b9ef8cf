"""How fast the body chart is: opening it, and a frame while a hand moves or enlarges it.

Every point and channel is shown. A frame is measured against drawing the same lines bare, one after the
other, onto a picture of the same size in the same run; bare means without points, marks, labels, layers or
anything kept.
"""

import sys
from collections.abc import Callable, Iterator
from statistics import median
from time import perf_counter

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from acuchart.clinic.body import Body
from acuchart.knowledge.body import read_body
from acuchart.screens.parts.body_chart import BodyChart
from acuchart.screens.parts.body_marks import BodyMark, MarkKind
from acuchart.screens.parts.body_paths import ViewPaths, round_pen
from acuchart.screens.parts.camera import Camera
from acuchart.screens.shell.theme import ThemeHolder

SIZE = QSize(472, 700)
FRAMES = 40
ROUNDS, MOST_ROUNDS = 7, 40
"""How often the same way is gone, on a machine at rest and on one that has much else to do."""
MOST_TO_OPEN = 100.0
MOST_OF_BARE = 1.5

CHOSEN = ("ST36", "SP6", "LI4", "LR3", "GB34", "CV4")

Moving = Callable[[BodyChart], Iterator[None]]


@pytest.fixture(scope="module")
def body() -> Body:
    return read_body()


def _opened(body: Body, view: str) -> BodyChart:
    chart = BodyChart(body)
    chart.resize(SIZE)
    chart.show_view(view)
    chart.show_channels({"ST"})
    chart.show_marks([BodyMark(code, MarkKind.SELECTED) for code in CHOSEN], others=True)
    chart.show()
    return chart


def _ms(act: Callable[[], object]) -> float:
    start = perf_counter()
    act()
    return (perf_counter() - start) * 1000


def _bare(paths: ViewPaths, camera: Camera, sheet: QPixmap) -> None:
    theme = ThemeHolder.of_app().theme
    sheet.fill(Qt.GlobalColor.transparent)
    painter = QPainter(sheet)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(*camera.corner)
    painter.scale(camera.scale, camera.scale)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("silhouette"))
    painter.drawPath(paths.silhouette)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    line = theme.colour("silhouetteLine")
    for path, width, dash in paths.everything():
        painter.setPen(round_pen(line, width / camera.scale, dash))
        painter.drawPath(path)
    painter.end()


def _pan(chart: BodyChart) -> Iterator[None]:
    """A hand that goes round in a wide circle, far enough to leave what is kept again and again."""
    for number in range(FRAMES):
        dx, dy = ((19, 7), (-7, 19), (-19, -7), (7, -19))[number // 10 % 4]
        chart.pan_by(dx, dy)
        yield


def _zoom(chart: BodyChart) -> Iterator[None]:
    for number in range(FRAMES):
        chart.zoom_by(1.06 if number % 20 < 10 else 1 / 1.06)
        yield


@pytest.mark.parametrize("view", ["front", "back", "lateral", "head-lateral", "hand-dorsal"])
def test_opening(qapp: QApplication, body: Body, view: str) -> None:
    _opened(body, "front").grab()
    took = median(_ms(lambda: _opened(body, view).grab()) for _round in range(5))
    sys.stdout.write(f"\nopening {view}: {took:.1f} ms\n")
    assert took < MOST_TO_OPEN


def _round(body: Body, view: str, zoom: float, moving: Moving) -> tuple[list[float], list[float]]:
    """The same way once: what each frame took, and the bare lines seen from the same place."""
    chart = _opened(body, view)
    chart.zoom_by(zoom)
    paths = ViewPaths(body.view(view), body)
    window, sheet = QPixmap(SIZE), QPixmap(SIZE)
    chart.render(window)
    frames, bare = [], []
    for _moved in moving(chart):
        frames.append(_ms(lambda: chart.render(window)))
        bare.append(_ms(lambda: _bare(paths, chart.camera, sheet)))
    return frames, bare


@pytest.mark.parametrize("view", ["front", "lateral"])
@pytest.mark.parametrize("zoom", [1.0, 1.5, 3.0, 8.0])
@pytest.mark.parametrize("moving", [_pan, _zoom])
def test_a_frame(qapp: QApplication, body: Body, view: str, zoom: float, moving: Moving) -> None:
    frames, bare = _round(body, view, zoom, moving)
    for number in range(1, MOST_ROUNDS):
        if number >= ROUNDS and _worst(frames, bare) <= MOST_OF_BARE:
            break
        # Other programs disturb a frame now and then, never the same one in every round.
        again, bare_again = _round(body, view, zoom, moving)
        frames = [min(times) for times in zip(frames, again, strict=True)]
        bare = [min(times) for times in zip(bare, bare_again, strict=True)]
    share, worst = sum(frames) / sum(bare), _worst(frames, bare)
    words = f"{moving.__name__.strip('_')} {view} at {zoom:g}: {sum(frames) / FRAMES:.2f} ms a frame, "
    sys.stdout.write(f"\n{words}{share:.2f} of bare ({sum(bare) / FRAMES:.2f} ms), ")
    sys.stdout.write(f"the worst {max(frames):.1f} ms, {worst:.2f} of bare\n")
    assert worst <= MOST_OF_BARE


def _worst(frames: list[float], bare: list[float]) -> float:
    """The slowest single frame, as a share of drawing the lines bare there."""
    return max(frame / lines for frame, lines in zip(frames, bare, strict=True))
