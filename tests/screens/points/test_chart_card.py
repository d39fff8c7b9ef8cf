"""The body beside the prescription: layers, close views, and the card of a point that was tapped."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from acuchart.charting.courses import Courses
from acuchart.charting.points import Points
from acuchart.clinic.course import Complaint
from acuchart.clinic.needling import Needling
from acuchart.clinic.painting import PainStrength, PainStroke, Painting
from acuchart.clinic.points import Side
from acuchart.screens.parts.body_marks import MarkKind, PlacedMark
from acuchart.screens.parts.switch import Switch
from acuchart.screens.points.chart_card import ChartCard
from acuchart.screens.points.chart_lines import PAINFUL, ChartState, Layers, Treated, channel_of
from acuchart.screens.points.point_row import PointRow
from tests.helpers.clinic import StaffedClinic, clinic_with_staff
from tests.helpers.knee_visit import KneeVisit, knee_visit
from tests.helpers.visible_texts import visible_texts
from tests.helpers.visit_screens import PointsDesk

BOTH, LEFT, RIGHT = Side.BOTH, Side.LEFT, Side.RIGHT
KNEE = Painting((PainStroke("front", PainStrength.STRONG, ((150.0, 560.0), (156.0, 575.0)), 10.0),))


@pytest.fixture(scope="module")
def clinic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StaffedClinic]:
    staffed = clinic_with_staff(tmp_path_factory.mktemp("chart"))
    yield staffed
    staffed.close()


@pytest.fixture
def knee(clinic: StaffedClinic) -> KneeVisit:
    made = knee_visit(clinic.practitioner)
    with clinic.practitioner.records.work() as work:
        visit = work.visits.get(made.visit_id)
        course = work.courses.get(visit.course_id)
    Points(clinic.practitioner).prescribe(made.visit_id, (Needling("ST36", RIGHT, 1),), visit.prescription)
    before = Complaint.of(course)
    Courses(clinic.practitioner).describe(course.id, replace(before, regions=("knee-front-right",)), before)
    return made


@pytest.fixture(scope="module")
def screen(clinic: StaffedClinic, qapp: QApplication) -> Iterator[PointsDesk]:
    made = PointsDesk(clinic.practitioner)
    yield made
    made.page.close()
    made.page.deleteLater()


@pytest.fixture
def desk(screen: PointsDesk, knee: KneeVisit) -> Iterator[PointsDesk]:
    screen.turn_to(knee.visit_id)
    yield screen
    screen.page.chart.card.close()
    screen.page.chart.layers.close()


@pytest.fixture
def chart(desk: PointsDesk) -> Iterator[ChartCard]:
    card = desk.page.chart
    yield card
    card.layers.chosen.emit(Layers())
    card.show_painting(Painting())


def found(chart: ChartCard, code: str, side: Side) -> PlacedMark:
    """Brings a point into the close picture."""
    chart.show_point(code)
    chart.close_up.zoom_by(1.5)
    return next(m for m in chart.close_up.placed_marks() if m.spot.code == code and m.spot.side is side)


def tap(chart: ChartCard, code: str, side: Side) -> None:
    """Taps a point of the close picture."""
    chart.close_up._say(found(chart, code, side))  # noqa: SLF001 - a finger that means this point - where others lie as near


def ask(chart: ChartCard, code: str, side: Side) -> str:
    """Asks about a point of the close picture and returns the words of its card."""
    chart.close_up._ask(found(chart, code, side))  # noqa: SLF001 - a finger that means this point - where others lie as near
    return " | ".join(visible_texts(chart.card))


def chosen(desk: PointsDesk) -> list[tuple[str, Side]]:
    return [(row.code, row.side) for row in desk.kept().prescription]


def kinds(chart: ChartCard) -> dict[str, MarkKind]:
    return {mark.spot.code: mark.kind for mark in chart.close_up.placed_marks()}


def test_one_click_adds_a_point_and_undo_takes_it_back(
    desk: PointsDesk, chart: ChartCard, qtbot: QtBot
) -> None:
    chart.show_view("front")
    chart.close_up.zoom_to_region("knee-front-left")
    at = found(chart, "SP10", LEFT).at.toPoint()
    qtbot.mouseClick(chart.close_up, Qt.MouseButton.LeftButton, pos=at)
    assert chosen(desk) == [("ST36", RIGHT), ("SP10", LEFT)]
    assert not chart.card.isVisible()
    row = desk.page.focusWidget()
    assert isinstance(row, PointRow)
    assert row.line.code == "SP10"
    assert kinds(chart)["SP10"] is MarkKind.SELECTED
    desk.page.undone.emit()
    assert chosen(desk) == [("ST36", RIGHT)]


def test_a_click_on_what_is_chosen_leads_to_its_row(desk: PointsDesk, chart: ChartCard) -> None:
    tap(chart, "SP10", LEFT)
    tap(chart, "ST36", RIGHT)
    assert chosen(desk) == [("ST36", RIGHT), ("SP10", LEFT)]
    row = desk.page.focusWidget()
    assert isinstance(row, PointRow)
    assert row.line.code == "ST36"


def test_a_click_on_the_other_side_widens_the_row(desk: PointsDesk, chart: ChartCard) -> None:
    tap(chart, "ST36", LEFT)
    assert chosen(desk) == [("ST36", BOTH)]


def test_a_danger_stands_in_the_row_after_one_click(desk: PointsDesk, chart: ChartCard) -> None:
    code = chart._state.avoided[0]  # noqa: SLF001 - whichever it is - the patient decides
    tap(chart, code, next(s.side for s in desk.knowledge.body.spots(code)))
    row = next(r for r in desk.page.findChildren(PointRow) if r.line.code == code and not r.isHidden())
    assert row.line.open
    assert row.danger.isVisible()
    assert desk.page.focusWidget() is row.danger.reason


def test_enter_adds_the_point_the_keys_are_on(desk: PointsDesk, chart: ChartCard, qtbot: QtBot) -> None:
    mark = found(chart, "SP10", LEFT)
    chart.close_up._go_to(mark)  # noqa: SLF001 - the arrows lead here - by a way that others test
    qtbot.keyClick(chart.close_up, Qt.Key.Key_Return)
    assert ("SP10", LEFT) in chosen(desk)


def test_the_menu_key_and_a_right_click_open_the_card(desk: PointsDesk, chart: ChartCard) -> None:
    chart.show_view("front")
    chart.close_up.zoom_to_region("knee-front-left")
    mark = found(chart, "SP10", LEFT)
    near = chart.close_up.mapToGlobal(QPoint(2, 2))
    chart.close_up._go_to(mark)  # noqa: SLF001 - the arrows lead here - by a way that others test
    for event in (
        QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(2, 2), near),
        QContextMenuEvent(QContextMenuEvent.Reason.Mouse, mark.at.toPoint(), near),
    ):
        QApplication.sendEvent(chart.close_up, event)
        assert "Xuèhǎi 血海" in " | ".join(visible_texts(chart.card))
        chart.card.close()
    assert chosen(desk) == [("ST36", RIGHT)]


def test_the_card_tells_of_a_point_and_adds_nothing(desk: PointsDesk, chart: ChartCard) -> None:
    words = ask(chart, "SP10", LEFT)
    assert "SP10" in words
    assert "Xuèhǎi 血海" in words
    assert desk.knowledge.points["SP10"].location in words
    assert "mm" in words
    assert chosen(desk) == [("ST36", RIGHT)]


def test_the_card_adds_one_side_or_both(desk: PointsDesk, chart: ChartCard) -> None:
    ask(chart, "SP10", LEFT)
    assert chart.card.one.text() == "Add on the left"
    chart.card.one.click()
    assert not chart.card.isVisible()
    assert ("SP10", LEFT) in chosen(desk)
    ask(chart, "SP9", RIGHT)
    assert chart.card.add.text() == "Add both sides"
    chart.card.add.click()
    assert ("SP9", BOTH) in chosen(desk)


def test_what_is_chosen_is_said_and_offered_no_second_time(desk: PointsDesk, chart: ChartCard) -> None:
    assert "Chosen on the right" in ask(chart, "ST36", RIGHT)
    assert not chart.card.one.isVisibleTo(chart.card)
    assert "Chosen on the right" in ask(chart, "ST36", LEFT)
    chart.card.one.click()
    assert chosen(desk) == [("ST36", BOTH)]
    assert "Chosen on both sides" in ask(chart, "ST36", LEFT)
    assert not chart.card.add.isVisibleTo(chart.card)
    assert not chart.card.one.isVisibleTo(chart.card)


def test_a_midline_point_has_no_side(desk: PointsDesk, chart: ChartCard) -> None:
    ask(chart, "CV12", Side.MIDLINE)
    assert chart.card.add.text() == "Add"
    assert not chart.card.one.isVisibleTo(chart.card)
    chart.card.add.click()
    assert ("CV12", Side.MIDLINE) in chosen(desk)
    assert "Chosen" in ask(chart, "CV12", Side.MIDLINE)


def test_the_card_says_what_stands_against_the_point(desk: PointsDesk, chart: ChartCard) -> None:
    code, told = next((c, t) for c, t in chart._state.against.items())  # noqa: SLF001 - whichever it is - the patient decides
    words = ask(chart, code, next(s.side for s in desk.knowledge.body.spots(code)))
    assert told.reason in words


def test_the_card_says_what_is_minded_with_every_patient(chart: ChartCard) -> None:
    assert "In pregnancy: Traditional labour-inducing point" in ask(chart, "LI4", LEFT)
    assert "lung" in ask(chart, "GB21", RIGHT).casefold()
    assert "pregnancy" not in ask(chart, "ST40", RIGHT)


def test_the_card_says_where_the_depth_is_to_be_confirmed(desk: PointsDesk, chart: ChartCard) -> None:
    doubted = {code for code, point in desk.knowledge.points.items() if point.depth_doubted}
    assert len(doubted) == 12
    assert "KI22" in doubted
    assert "reference to be confirmed" in ask(chart, "KI22", RIGHT)
    assert "to be confirmed" not in ask(chart, "ST36", RIGHT)


def test_a_signed_visit_shows_the_card_without_buttons(desk: PointsDesk, chart: ChartCard) -> None:
    chart.set_read_only(True)
    tap(chart, "SP10", LEFT)
    assert chosen(desk) == [("ST36", RIGHT)]
    assert "SP10" in " | ".join(visible_texts(chart.card))
    assert not chart.card.add.isVisibleTo(chart.card)
    assert not chart.card.one.isVisibleTo(chart.card)
    chart.set_read_only(False)


def test_another_visit_closes_the_card(desk: PointsDesk, chart: ChartCard, knee: KneeVisit) -> None:
    ask(chart, "SP10", LEFT)
    assert chart.card.isVisible()
    desk.open_visit(knee.visit_id)
    assert not chart.card.isVisible()


def test_points_are_named_on_the_chart(chart: ChartCard) -> None:
    handles = [b.accessibleName() for b in chart.close_up.findChildren(QPushButton)]
    assert any(name.startswith("ST36 Zusanli 足三里, right") for name in handles)


def test_tapping_a_part_of_the_whole_shows_its_close_view(chart: ChartCard) -> None:
    chart.show_view("front")
    chart.pictures.come_to("palm-left")
    assert chart.view == "hand-palmar"
    assert chart.close_up.view.mirrored
    assert chart.overview.view.name == "front"
    chart.close_up.zoom_by(1 / 2)
    assert chart.view == "front"
    left, _top, width, _height = chart.close_up.camera.seen
    assert left + width / 2 > chart.close_up.view.width / 2


def test_a_tab_leads_back_from_a_close_view(chart: ChartCard) -> None:
    chart.show_view("front")
    chart.pictures.come_to("forehead")
    assert chart.view == "head-front"
    tab = chart.findChild(QPushButton, "points.view.front")
    assert tab is not None
    assert tab.isChecked()
    tab.click()
    assert chart.view == "front"


def test_enlarging_the_face_goes_to_the_head(chart: ChartCard) -> None:
    chart.show_view("front")
    chart.close_up.zoom_to_region("forehead")
    chart.close_up.closer_wanted.emit("forehead")
    assert chart.view == "head-front"
    chart.close_up.closer_wanted.emit("throat")
    assert chart.view == "head-front"


def test_carrying_the_frame_leaves_a_close_view(chart: ChartCard, qtbot: QtBot) -> None:
    chart.show_view("front")
    chart.pictures.come_to("palm-left")
    chart.overview.setFocus()
    qtbot.keyClick(chart.overview, Qt.Key.Key_Up)
    assert chart.view == "front"
    assert chart.close_up.camera.zoom > 1


def test_layers_are_switched_by_name(chart: ChartCard) -> None:
    chart.show_view("hand-dorsal")
    assert kinds(chart)["LI4"] is MarkKind.OTHER
    for layer in ("points", "channels", "pain", "suggested_only"):
        switch = chart.layers.findChild(Switch, f"points.layer.{layer}")
        assert switch is not None
        assert switch.accessibleName()
        before = chart.close_up.grab().toImage()
        if layer == "points":
            switch.click()
            assert "LI4" not in kinds(chart)
            assert chart.close_up.grab().toImage() != before
            switch.click()
        if layer == "channels":
            switch.click()
            assert chart.close_up.grab().toImage() != before
            switch.click()


def test_painted_pain_can_be_seen_and_hidden(chart: ChartCard) -> None:
    chart.show_view("front")
    chart.pictures.come_to("knee-front-right")
    for picture in (chart.overview, chart.close_up):
        chart.show_painting(Painting())
        without = picture.grab().toImage()
        chart.show_painting(KNEE)
        painted = picture.grab().toImage()
        assert painted != without
        chart.layers.chosen.emit(Layers(pain=False))
        assert picture.grab().toImage() == without
        chart.layers.chosen.emit(Layers())


def test_points_of_one_channel(chart: ChartCard) -> None:
    chart.show_view("front")
    assert MarkKind.OTHER not in kinds(chart).values()
    chart.layers.only.chosen.emit("LR")
    others = {code for code, kind in kinds(chart).items() if kind is MarkKind.OTHER}
    assert others
    assert {channel_of(code) for code in others} == {"LR"}
    chart.layers.only.chosen.emit("all")
    assert MarkKind.OTHER not in kinds(chart).values()


def test_points_of_one_part_of_the_body(desk: PointsDesk, chart: ChartCard) -> None:
    chart.show_view("front")
    place = chart.layers.only.findText("Knee")
    chart.layers.only.setCurrentIndex(place)
    chart.layers.only.activated.emit(place)
    others = {code for code, kind in kinds(chart).items() if kind is MarkKind.OTHER}
    assert "EX-LE5" in others
    assert {desk.knowledge.points[code].region for code in others} == {"knee"}


def test_points_where_it_hurts_and_their_channels(desk: PointsDesk, chart: ChartCard) -> None:
    used = desk.knowledge.channels.points_for("knee-front-right")
    passing = desk.knowledge.channels.of_chart_region("knee-front-right")
    assert chart._state.treated == Treated(frozenset(passing), used)  # noqa: SLF001 - what the presenter told - no picture says it
    state = replace(chart._state, layers=Layers(only=PAINFUL))  # noqa: SLF001 - the same state - one layer on
    assert state.channels == frozenset(passing)
    assert state.others(desk.knowledge.points) == frozenset(used)


def test_suggested_only_keeps_what_must_be_decided() -> None:
    state = ChartState(layers=Layers(suggested_only=True))
    assert state.others(["ST36"]) == frozenset()
