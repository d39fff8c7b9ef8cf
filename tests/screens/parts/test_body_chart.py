"""The body chart: what is seen, and which point a finger means."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from acuchart.clinic.body import Body, Spot
from acuchart.clinic.points import Side
from acuchart.knowledge.body import read_body
from acuchart.screens.parts.body_chart import BodyChart
from acuchart.screens.parts.body_marks import BodyLegend, BodyMark, MarkKind, PlacedMark, meant_by
from acuchart.screens.parts.camera import MOST, Camera
from acuchart.screens.shell.theme import TextSize, ThemeHolder, Tone

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(scope="module")
def body() -> Body:
    return read_body()


@pytest.fixture
def chart(body: Body, qtbot: QtBot) -> BodyChart:
    made = BodyChart(body, name="points.body")
    qtbot.addWidget(made)
    made.resize(400, 800)
    made.show_view("front")
    made.show()
    return made


def _at(chart: BodyChart, code: str, side: Side) -> QPoint:
    mark = next(m for m in chart.placed_marks() if m.spot.code == code and m.spot.side is side)
    return QPoint(round(mark.x), round(mark.y))


def test_a_tap_on_a_point_tells_code_and_side(chart: BodyChart, qtbot: QtBot) -> None:
    chart.show_marks([BodyMark("ST36", MarkKind.SELECTED)])
    with qtbot.waitSignal(chart.point_clicked) as clicked:
        qtbot.mouseClick(chart, LEFT, pos=_at(chart, "ST36", Side.LEFT))
    assert clicked.args == ["ST36", Side.LEFT]


def test_the_patients_left_is_on_the_right_of_a_front_view(chart: BodyChart) -> None:
    chart.show_marks([BodyMark("ST36", MarkKind.SELECTED)])
    assert _at(chart, "ST36", Side.LEFT).x() > _at(chart, "ST36", Side.RIGHT).x()
    chart.show_view("back")
    chart.show_marks([BodyMark("BL23", MarkKind.SELECTED)])
    assert _at(chart, "BL23", Side.LEFT).x() < _at(chart, "BL23", Side.RIGHT).x()


def test_a_mark_of_one_side_is_on_that_side_only(chart: BodyChart) -> None:
    chart.show_marks(
        [BodyMark("ST36", MarkKind.SELECTED, Side.RIGHT), BodyMark("CV4", MarkKind.SUGGESTED, Side.LEFT)]
    )
    sides = {(mark.spot.code, mark.spot.side) for mark in chart.placed_marks()}
    assert sides == {("ST36", Side.RIGHT), ("CV4", Side.MIDLINE)}


def test_other_points_can_be_tapped_when_they_are_shown(chart: BodyChart, qtbot: QtBot) -> None:
    chart.show_marks([])
    assert chart.placed_marks() == ()
    chart.show_marks([], others=True)
    chart.zoom_to_region("knee-front-right")
    with qtbot.waitSignal(chart.point_clicked) as clicked:
        qtbot.mouseClick(chart, LEFT, pos=_at(chart, "ST34", Side.RIGHT))
    assert clicked.args == ["ST34", Side.RIGHT]


def test_a_tap_beside_every_point_tells_the_region(chart: BodyChart, qtbot: QtBot) -> None:
    x, y = chart.camera.to_window(190, 60)
    with qtbot.waitSignal(chart.region_clicked) as clicked:
        qtbot.mouseClick(chart, LEFT, pos=QPoint(round(x), round(y)))
    assert clicked.args == [chart.view.region_at(190, 60)]


def _placed(code: str, x: float, y: float) -> PlacedMark:
    return PlacedMark(Spot(code, "front", Side.RIGHT, 0, 0), MarkKind.OTHER, x, y)


@pytest.mark.parametrize(
    ("x", "codes"),
    [
        (0, ["A"]),
        (21.9, ["A"]),
        (22.1, []),
        (96, ["B", "C"]),
        (108, ["C", "B"]),
        (125, ["C", "B"]),
        (140, []),
    ],
)
def test_which_point_a_finger_means(x: float, codes: list[str]) -> None:
    marks = [_placed("A", 0, 0), _placed("B", 100, 0), _placed("C", 108, 0)]
    assert [mark.spot.code for mark in meant_by(marks, x, 0)] == codes


def test_two_spots_of_one_point_are_not_two_points() -> None:
    marks = [_placed("EX-LE5", 0, 0), _placed("EX-LE5", 6, 0)]
    assert len(meant_by(marks, 1, 0)) == 1


def test_two_points_close_together_are_both_offered(chart: BodyChart, qtbot: QtBot) -> None:
    chart.show_marks(
        [BodyMark("ST35", MarkKind.SELECTED, Side.RIGHT), BodyMark("EX-LE5", MarkKind.AVOID, Side.RIGHT)]
    )
    with qtbot.assertNotEmitted(chart.point_clicked):
        chart.tap(QPointF(_at(chart, "ST35", Side.RIGHT)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    words = [action.text() for action in menu.actions()]
    assert sorted(words) == ["EX-LE5 · Avoid", "ST35 · Selected"]
    with qtbot.waitSignal(chart.point_clicked) as clicked:
        menu.actions()[words.index("EX-LE5 · Avoid")].trigger()
    assert clicked.args == ["EX-LE5", Side.RIGHT]
    menu.close()


def test_a_drag_moves_and_is_no_tap(chart: BodyChart, qtbot: QtBot) -> None:
    chart.show_marks([], others=True)
    chart.zoom_by(4)
    before = chart.camera
    with qtbot.assertNotEmitted(chart.point_clicked), qtbot.assertNotEmitted(chart.region_clicked):
        qtbot.mousePress(chart, LEFT, pos=QPoint(200, 400))
        qtbot.mouseMove(chart, QPoint(200, 420))
        qtbot.mouseRelease(chart, LEFT, pos=QPoint(200, 420))
    assert chart.camera.y < before.y


def test_keys_zoom_move_and_show_the_whole(chart: BodyChart, qtbot: QtBot) -> None:
    qtbot.keyClick(chart, Qt.Key.Key_Plus)
    assert chart.camera.zoom == pytest.approx(1.5)
    y = chart.camera.y
    qtbot.keyClick(chart, Qt.Key.Key_Down)
    assert chart.camera.y > y
    qtbot.keyClick(chart, Qt.Key.Key_0)
    assert chart.camera.zoom == 1
    qtbot.keyClick(chart, Qt.Key.Key_Minus)
    assert chart.camera.zoom == 1


def test_a_double_tap_zooms_to_the_region(chart: BodyChart, qtbot: QtBot) -> None:
    x, y = chart.camera.to_window(*_middle(chart, "knee-front-right"))
    qtbot.mouseDClick(chart, LEFT, pos=QPoint(round(x), round(y)))
    assert chart.camera.zoom > 2


def _middle(chart: BodyChart, region: str) -> tuple[float, float]:
    (left, top, right, bottom), _shape = chart.view.areas[region]
    return (left + right) / 2, (top + bottom) / 2


def test_a_region_asked_for_before_the_chart_has_its_size_is_shown(body: Body, qtbot: QtBot) -> None:
    chart = BodyChart(body)
    qtbot.addWidget(chart)
    chart.zoom_to_region("knee-front-right")
    chart.resize(208, 500)
    chart.show()
    left, top, width, height = chart.camera.seen
    x, y = _middle(chart, "knee-front-right")
    assert left < x < left + width
    assert top < y < top + height
    assert chart.camera.zoom > 2


def test_an_overview_carries_its_frame_and_never_zooms(body: Body, qtbot: QtBot) -> None:
    overview = BodyChart(body, overview=True)
    qtbot.addWidget(overview)
    overview.resize(216, 536)
    overview.show()
    overview.show_frame(QRectF(100, 500, 60, 120))
    with qtbot.waitSignal(overview.seen_changed) as moved:
        qtbot.mouseClick(overview, LEFT, pos=QPoint(108, 268))
    assert moved.args is not None
    assert moved.args[0].center().x() == pytest.approx(190, abs=2)
    assert overview.camera.zoom == 1


def test_every_view_of_both_sides_paints(chart: BodyChart, body: Body) -> None:
    chart.show_channels({"ST", "BL"})
    for name in body.views:
        for mirrored in (False, True):
            chart.show_view(name, mirrored=mirrored)
            chart.show_marks([], others=True)
            assert not chart.grab().isNull()


def test_every_one_of_the_points_is_somewhere(body: Body, chart: BodyChart) -> None:
    seen = set()
    for name in body.views:
        chart.show_view(name)
        chart.show_marks([], others=True)
        seen |= {mark.spot.code for mark in chart.placed_marks()}
    assert seen == set(body.places)
    assert len(seen) == 416


def test_a_new_theme_repaints_the_body(chart: BodyChart) -> None:
    light = chart.grab().toImage()
    ThemeHolder.of_app().use(Tone.DARK, TextSize.STANDARD)
    dark = chart.grab().toImage()
    ThemeHolder.of_app().use(Tone.LIGHT, TextSize.STANDARD)
    middle = chart.camera.to_window(190, 250)
    at = QPoint(round(middle[0]), round(middle[1]))
    assert light.pixelColor(at).lightness() > dark.pixelColor(at).lightness() + 60


def test_the_chart_says_what_it_shows(chart: BodyChart) -> None:
    chart.show_marks([BodyMark("ST36", MarkKind.SELECTED), BodyMark("SP6", MarkKind.AVOID)])
    assert chart.accessibleName().endswith("2 points marked")


def test_an_unknown_view_is_a_bug(chart: BodyChart) -> None:
    with pytest.raises(KeyError):
        chart.show_view("inside")


def test_the_legend_names_every_mark(qtbot: QtBot) -> None:
    legend = BodyLegend()
    qtbot.addWidget(legend)
    assert not legend.grab().isNull()


def test_zooming_keeps_the_place_under_the_finger() -> None:
    camera = Camera((380, 776), (400, 800)).whole().zoomed(4, 200, 400)
    place = camera.to_sheet(150, 300)
    nearer = camera.zoomed(1.5, 150, 300)
    assert nearer.to_sheet(150, 300) == pytest.approx(place)


def test_the_camera_stays_on_the_sheet_and_within_its_reach() -> None:
    camera = Camera((380, 776), (400, 800)).whole()
    assert camera.zoomed(100, 0, 0).zoom == MOST
    assert camera.zoomed(0.1, 0, 0).zoom == 1
    far = camera.zoomed(4, 200, 400).panned(1e6, -1e6)
    left, top, width, height = far.seen
    assert left == pytest.approx(0)
    assert top + height == pytest.approx(776)
    assert width < 380
