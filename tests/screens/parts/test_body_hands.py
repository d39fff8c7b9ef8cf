"""Going over the body chart with keys and fingers, and what assistive technology is told of it."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QImage, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from acuchart.clinic.body import Body
from acuchart.clinic.points import Side
from acuchart.knowledge.body import read_body
from acuchart.screens.parts.body_chart import BodyChart
from acuchart.screens.parts.body_marks import BodyMark, MarkKind
from acuchart.screens.parts.body_walk import Here, Way, nearest_to, next_along

SHIFT = Qt.KeyboardModifier.ShiftModifier
CHOSEN = [BodyMark("ST36", MarkKind.SELECTED), BodyMark("SP6", MarkKind.AVOID, Side.RIGHT)]


@pytest.fixture(scope="module")
def body() -> Body:
    return read_body()


@pytest.fixture
def chart(body: Body, qtbot: QtBot) -> Iterator[BodyChart]:
    made = BodyChart(body, name="points.body")
    qtbot.addWidget(made)
    made.resize(400, 800)
    made.show_names(lambda code: f"{code} by name")
    made.show_view("front")
    made.show()
    yield made
    for menu in made.findChildren(QMenu):
        menu.close()


def handles(chart: BodyChart) -> list[QPushButton]:
    return [h for h in chart.findChildren(QPushButton) if h.isVisibleTo(chart)]


def test_an_arrow_goes_from_point_to_point_and_enter_taps(chart: BodyChart, qtbot: QtBot) -> None:
    chart.show_marks([BodyMark(code, MarkKind.SELECTED, Side.RIGHT) for code in ("ST34", "ST36", "ST40")])
    qtbot.keyClick(chart, Qt.Key.Key_Down)
    first = chart.current
    assert first is not None
    qtbot.keyClick(chart, Qt.Key.Key_Down)
    second = chart.current
    assert second is not None
    assert second.y > first.y
    with qtbot.waitSignal(chart.point_clicked) as clicked:
        qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert clicked.args == [second.spot.code, Side.RIGHT]
    qtbot.keyClick(chart, Qt.Key.Key_Up)
    assert chart.current == first


def test_where_no_point_lies_ahead_an_arrow_stays(chart: BodyChart, qtbot: QtBot) -> None:
    chart.show_marks([BodyMark("GV20", MarkKind.SELECTED), BodyMark("CV4", MarkKind.SELECTED)])
    qtbot.keyClick(chart, Qt.Key.Key_Up)
    assert chart.current is not None
    assert chart.current.spot.code == "CV4"
    qtbot.keyClick(chart, Qt.Key.Key_Down)
    assert chart.current.spot.code == "CV4"


def test_every_point_of_a_view_is_reached_by_arrows(chart: BodyChart, qtbot: QtBot) -> None:
    chart.show_view("hand-dorsal")
    chart.show_marks([], others=True)
    places = chart.placed_marks()
    seen, waiting = set(), [places[0]]
    while waiting:
        here = waiting.pop()
        if here.spot not in seen:
            seen.add(here.spot)
            ahead = (next_along((p for p in places if p is not here), here, way) for way in Way)
            waiting += [place for place in ahead if place is not None]
    # The tip of the middle finger has two codes; Enter offers both, as below.
    assert {(mark.spot.x, mark.spot.y) for mark in places} == {(spot.x, spot.y) for spot in seen}


def test_enter_offers_both_where_two_codes_share_a_place(chart: BodyChart, qtbot: QtBot) -> None:
    chart.show_view("hand-palmar")
    chart.show_marks([BodyMark("PC9", MarkKind.SELECTED)], others=True, among={"EX-UE11"})
    for _press in range(3):
        qtbot.keyClick(chart, Qt.Key.Key_Up)
    with qtbot.assertNotEmitted(chart.point_clicked):
        qtbot.keyClick(chart, Qt.Key.Key_Return)
    menu = next(m for m in chart.findChildren(QMenu) if m.isVisible())
    assert {action.text().split()[0] for action in menu.actions()} == {"PC9", "EX-UE11"}


def test_a_point_out_of_sight_is_brought_into_it(chart: BodyChart, qtbot: QtBot) -> None:
    chart.show_marks([BodyMark("ST36", MarkKind.SELECTED, Side.RIGHT), BodyMark("GV24", MarkKind.SELECTED)])
    chart.zoom_to_region("forehead")
    qtbot.keyClick(chart, Qt.Key.Key_Up)
    qtbot.keyClick(chart, Qt.Key.Key_Down)
    mark = chart.current
    assert mark is not None
    assert mark.spot.code == "ST36"
    assert 0 <= mark.x <= chart.width()
    assert 0 <= mark.y <= chart.height()


def test_shift_and_an_arrow_move_the_body(chart: BodyChart, qtbot: QtBot) -> None:
    chart.show_marks(CHOSEN)
    chart.zoom_by(4)
    before = chart.camera
    qtbot.keyClick(chart, Qt.Key.Key_Down, SHIFT)
    assert chart.camera.y > before.y
    assert chart.current is None


def test_marked_points_are_buttons_with_names(chart: BodyChart, qtbot: QtBot) -> None:
    chart.show_marks(CHOSEN)
    names = {handle.accessibleName() for handle in handles(chart)}
    assert names == {
        "ST36 by name, left, Selected",
        "ST36 by name, right, Selected",
        "SP6 by name, right, Avoid",
    }
    handle = next(h for h in handles(chart) if "SP6" in h.accessibleName())
    told = QAccessible.queryAccessibleInterface(handle)
    assert told.role() is QAccessible.Role.Button
    with qtbot.waitSignal(chart.point_clicked) as clicked:
        told.actionInterface().doAction("Press")
    assert clicked.args == ["SP6", Side.RIGHT]
    chart.show_marks([])
    assert handles(chart) == []


def test_the_point_the_keys_are_on_is_told_by_name(chart: BodyChart, qtbot: QtBot) -> None:
    chart.show_marks([], others=True)
    qtbot.keyClick(chart, Qt.Key.Key_Up)
    mark = chart.current
    assert mark is not None
    assert chart.accessibleDescription().startswith(f"{mark.spot.code} by name, ")
    assert [h.accessibleName() for h in handles(chart)] == [chart.accessibleDescription()]


def test_a_handle_is_never_in_the_way_of_a_finger(chart: BodyChart, qtbot: QtBot) -> None:
    chart.show_marks(CHOSEN)
    handle = handles(chart)[0]
    with qtbot.waitSignal(chart.point_clicked):
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=handle.geometry().center())
    assert handle.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_two_points_close_together_are_offered_by_name(chart: BodyChart, qtbot: QtBot) -> None:
    chart.show_marks([BodyMark("ST35", MarkKind.SELECTED), BodyMark("EX-LE5", MarkKind.SUGGESTED)])
    mark = next(m for m in chart.placed_marks() if m.spot.code == "ST35" and m.spot.side is Side.RIGHT)
    chart.tap(mark.at)
    menu = next(m for m in chart.findChildren(QMenu) if m.isVisible())
    words = [action.text() for action in menu.actions()]
    assert sorted(words) == ["EX-LE5 by name · Suggested", "ST35 by name · Selected"]
    with qtbot.waitSignal(chart.point_clicked) as clicked:
        menu.actions()[words.index("EX-LE5 by name · Suggested")].trigger()
    assert clicked.args == ["EX-LE5", Side.RIGHT]


def test_asking_where_two_are_close_offers_both_and_taps_none(chart: BodyChart, qtbot: QtBot) -> None:
    chart.show_marks([BodyMark("ST35", MarkKind.SELECTED), BodyMark("EX-LE5", MarkKind.SUGGESTED)])
    mark = next(m for m in chart.placed_marks() if m.spot.code == "ST35" and m.spot.side is Side.RIGHT)
    chart.ask(mark.at)
    menu = next(m for m in chart.findChildren(QMenu) if m.isVisible())
    with qtbot.waitSignal(chart.point_asked) as asked, qtbot.assertNotEmitted(chart.point_clicked):
        next(action for action in menu.actions() if "EX-LE5" in action.text()).trigger()
    assert asked.args == ["EX-LE5", Side.RIGHT]


def test_a_finger_that_stays_asks_and_taps_nothing(chart: BodyChart, qtbot: QtBot) -> None:
    chart.show_marks([BodyMark("SP6", MarkKind.SUGGESTED, Side.RIGHT)])
    at = chart.placed_marks()[0].at.toPoint()
    with (
        qtbot.waitSignal(chart.point_asked, timeout=3000) as asked,
        qtbot.assertNotEmitted(chart.point_clicked),
    ):
        qtbot.mousePress(chart, Qt.MouseButton.LeftButton, pos=at)
    with qtbot.assertNotEmitted(chart.point_clicked):
        qtbot.mouseRelease(chart, Qt.MouseButton.LeftButton, pos=at)
    assert asked.args == ["SP6", Side.RIGHT]


def _wheel(chart: BodyChart, steps: int, at: QPointF) -> None:
    event = QWheelEvent(
        at,
        chart.mapToGlobal(at),
        QPoint(),
        QPoint(0, 120 * steps),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(chart, event)


def test_enlarging_a_hand_asks_for_its_own_view_once(chart: BodyChart) -> None:
    asked: list[str] = []
    chart.closer_wanted.connect(asked.append)
    (left, top, right, bottom), _shape = chart.view.areas["palm-right"]
    for _step in range(12):
        _wheel(chart, 1, QPointF(*chart.camera.to_window((left + right) / 2, (top + bottom) / 2)))
    assert asked == ["palm-right"]


def test_making_a_whole_view_smaller_still_asks_for_a_wider_one(chart: BodyChart, qtbot: QtBot) -> None:
    with qtbot.waitSignal(chart.wider_wanted):
        _wheel(chart, -1, QPointF(200, 400))
    chart.zoom_by(1.5)
    with qtbot.assertNotEmitted(chart.wider_wanted):
        _wheel(chart, -1, QPointF(200, 400))


def test_two_fingers_on_a_touchpad_enlarge(chart: BodyChart) -> None:
    at = QPointF(200, 400)
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture,
        QPointingDevice.primaryPointingDevice(),
        2,
        at,
        at,
        chart.mapToGlobal(at),
        0.5,
        QPointF(),
    )
    QApplication.sendEvent(chart, event)
    assert chart.camera.zoom == pytest.approx(1.5)


def test_a_hand_that_moves_draws_the_body_only_now_and_then(chart: BodyChart) -> None:
    chart.show_marks(CHOSEN, others=True)
    chart.zoom_by(3)
    chart.grab()
    before = chart.drawings
    for _step in range(20):
        chart.pan_by(5, 3)
        chart.grab()
    assert chart.drawings - before <= 2


def test_what_a_moving_hand_sees_is_what_a_resting_one_sees(chart: BodyChart) -> None:
    chart.show_marks([], others=True)
    chart.zoom_by(3)
    chart.grab()
    chart.pan_by(30, -20)
    chart.grab()
    chart.pan_by(-8, 17)
    moved = _greys(chart)
    chart.restyle()
    assert max(abs(one - other) for one, other in zip(_greys(chart), moved, strict=True)) < 40


def _greys(chart: BodyChart) -> bytes:
    image = chart.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    return bytes(image.constBits())


@given(
    places=st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), min_size=1, max_size=12),
    way=st.sampled_from(list(Way)),
)
def test_an_arrow_leads_only_ahead(places: list[tuple[int, int]], way: Way) -> None:
    here = Here(25, 25)
    found = next_along([Here(x, y) for x, y in places], here, way)
    dx, dy = way.value
    if found is None:
        assert all((x - 25) * dx + (y - 25) * dy <= 2 * abs((x - 25) * dy + (y - 25) * dx) for x, y in places)
    else:
        assert (found.x - 25) * dx + (found.y - 25) * dy > 0


def test_the_nearest_of_none_is_none() -> None:
    assert nearest_to([], 1, 1) is None
    assert nearest_to([Here(5, 5), Here(1, 2)], 1, 1) == Here(1, 2)
