"""The body beside the prescription: layers, close views, and the card of a point that was tapped."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from acuchart.charting.courses import Courses
from acuchart.charting.points import Points
from acuchart.charting.visits import Visits
from acuchart.clinic.course import Complaint
from acuchart.clinic.forms import Answers, Control, write_answers
from acuchart.clinic.ids import new_id
from acuchart.clinic.intake import Intake, IntakeState
from acuchart.clinic.needling import Needling
from acuchart.clinic.painting import PainStrength, PainStroke, Painting, write_painting
from acuchart.clinic.points import Side
from acuchart.screens.parts.body_marks import MarkKind
from acuchart.screens.parts.switch import Switch
from acuchart.screens.points.chart_card import ChartCard
from acuchart.screens.points.chart_lines import PAINFUL, ChartState, Layers, PointCard, Treated, channel_of
from acuchart.screens.points.chart_presenter import ChartPresenter
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


def tap(chart: ChartCard, code: str, side: Side) -> str:
    """Taps a point of the close picture and returns the words of its card."""
    chart.show_point(code)
    chart.close_up.zoom_by(1.5)
    mark = next(m for m in chart.close_up.placed_marks() if m.spot.code == code and m.spot.side is side)
    chart.close_up._say(mark)  # noqa: SLF001 - a finger that means this point - where others lie as near
    return " | ".join(visible_texts(chart.card))


def chosen(desk: PointsDesk) -> list[tuple[str, Side]]:
    return [(row.code, row.side) for row in desk.kept().prescription]


def kinds(chart: ChartCard) -> dict[str, MarkKind]:
    return {mark.spot.code: mark.kind for mark in chart.close_up.placed_marks()}


def test_a_tap_opens_a_card_and_adds_nothing(desk: PointsDesk, chart: ChartCard) -> None:
    words = tap(chart, "SP10", LEFT)
    assert "SP10" in words
    assert "Xuèhǎi 血海" in words
    assert desk.knowledge.points["SP10"].location in words
    assert "mm" in words
    assert chosen(desk) == [("ST36", RIGHT)]


def test_the_card_adds_one_side_or_both(desk: PointsDesk, chart: ChartCard) -> None:
    tap(chart, "SP10", LEFT)
    assert chart.card.one.text() == "Add on the left"
    chart.card.one.click()
    assert not chart.card.isVisible()
    assert ("SP10", LEFT) in chosen(desk)
    tap(chart, "SP9", RIGHT)
    assert chart.card.add.text() == "Add both sides"
    chart.card.add.click()
    assert ("SP9", BOTH) in chosen(desk)


def test_what_is_chosen_is_said_and_offered_no_second_time(desk: PointsDesk, chart: ChartCard) -> None:
    assert "Chosen on the right" in tap(chart, "ST36", RIGHT)
    assert not chart.card.one.isVisibleTo(chart.card)
    assert "Chosen on the right" in tap(chart, "ST36", LEFT)
    chart.card.one.click()
    assert chosen(desk) == [("ST36", BOTH)]
    assert "Chosen on both sides" in tap(chart, "ST36", LEFT)
    assert not chart.card.add.isVisibleTo(chart.card)
    assert not chart.card.one.isVisibleTo(chart.card)


def test_a_midline_point_has_no_side(desk: PointsDesk, chart: ChartCard) -> None:
    tap(chart, "CV12", Side.MIDLINE)
    assert chart.card.add.text() == "Add"
    assert not chart.card.one.isVisibleTo(chart.card)
    chart.card.add.click()
    assert ("CV12", Side.MIDLINE) in chosen(desk)
    assert "Chosen" in tap(chart, "CV12", Side.MIDLINE)


def test_the_card_says_what_stands_against_the_point(desk: PointsDesk, chart: ChartCard) -> None:
    code, told = next((c, t) for c, t in chart._state.against.items())  # noqa: SLF001 - whichever it is - the patient decides
    words = tap(chart, code, next(s.side for s in desk.knowledge.body.spots(code)))
    assert told.reason in words


def test_the_card_says_what_is_minded_with_every_patient(chart: ChartCard) -> None:
    assert "In pregnancy: Traditional labour-inducing point" in tap(chart, "LI4", LEFT)
    assert "lung" in tap(chart, "GB21", RIGHT).casefold()
    assert "pregnancy" not in tap(chart, "ST40", RIGHT)


def test_the_card_says_where_the_depth_is_to_be_confirmed(desk: PointsDesk, chart: ChartCard) -> None:
    doubted = {code for code, point in desk.knowledge.points.items() if point.depth_doubted}
    assert len(doubted) == 12
    assert "KI22" in doubted
    assert "reference to be confirmed" in tap(chart, "KI22", RIGHT)
    assert "to be confirmed" not in tap(chart, "ST36", RIGHT)


def test_a_signed_visit_shows_the_card_without_buttons(chart: ChartCard) -> None:
    chart.set_read_only(True)
    assert "SP10" in tap(chart, "SP10", LEFT)
    assert not chart.card.add.isVisibleTo(chart.card)
    assert not chart.card.one.isVisibleTo(chart.card)
    chart.set_read_only(False)


def test_another_visit_closes_the_card(desk: PointsDesk, chart: ChartCard, knee: KneeVisit) -> None:
    tap(chart, "SP10", LEFT)
    assert chart.card.isVisible()
    desk.open_visit(knee.visit_id)
    assert not chart.card.isVisible()


def test_points_are_named_on_the_chart(chart: ChartCard) -> None:
    handles = [b.accessibleName() for b in chart.close_up.findChildren(QPushButton)]
    assert any(name.startswith("ST36 Zusanli 足三里, right") for name in handles)


def test_tapping_a_part_of_the_whole_shows_its_close_view(chart: ChartCard) -> None:
    chart.show_view("front")
    chart.come_to("palm-left")
    assert chart.view == "hand-palmar"
    assert chart.close_up.view.mirrored
    assert chart.overview.view.name == "front"
    chart.close_up.zoom_by(1 / 2)
    assert chart.view == "front"
    left, _top, width, _height = chart.close_up.camera.seen
    assert left + width / 2 > chart.close_up.view.width / 2


def test_a_tab_leads_back_from_a_close_view(chart: ChartCard) -> None:
    chart.show_view("front")
    chart.come_to("forehead")
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
    chart.come_to("palm-left")
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
    without = chart.overview.grab().toImage()
    chart.show_painting(KNEE)
    painted = chart.overview.grab().toImage()
    assert painted != without
    chart.layers.chosen.emit(Layers(pain=False))
    assert chart.overview.grab().toImage() == without


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


class Told:
    """A chart that keeps what it is told."""

    def __init__(self) -> None:
        self.painting = Painting()
        self.card_wanted = Wish()

    def show_names(
        self, names: Mapping[str, str], channels: Mapping[str, str], parts: Mapping[str, str]
    ) -> None:
        self.names = {**names, **channels}
        self.parts = parts

    def show_card(self, card: PointCard) -> None:
        self.card = card

    def show_treated(self, treated: Treated) -> None:
        self.treated = treated

    def show_suggested(self, codes: Sequence[str]) -> None:
        self.suggested = codes

    def show_painting(self, painting: Painting) -> None:
        self.painting = painting


class Wish:
    def connect(self, slot: Callable[..., object], /) -> object:
        return slot


def test_the_pain_of_the_latest_readable_form_is_shown(desk: PointsDesk) -> None:
    forms = desk.knowledge.forms.values()
    form = next(f for f in forms if any(item.control is Control.BODY_CHART for item in f.walk()))
    item = next(item for item in form.walk() if item.control is Control.BODY_CHART)
    text = write_answers(form, Answers().with_answer(item.link_id, write_painting(KNEE)), complete=False)
    whole = Visits(desk.sitting).open(desk.visit_id)
    at = whole.visit.arrived_at
    filled = Intake(new_id(), whole.patient.id, form.key, at, text, IntakeState.ACCEPTED, completed_at=at)
    later = at + timedelta(hours=1)
    unreadable = replace(filled, answers="{", handed_out_at=later)
    unknown = replace(filled, form="no-such-form|1", handed_out_at=later)
    chart = Told()
    presenter = ChartPresenter(chart, desk.knowledge)
    presenter.show(replace(whole, intakes=(filled, unreadable, unknown)))
    assert chart.painting == KNEE
    waiting = replace(filled, state=IntakeState.HANDED_OUT)
    presenter.show(replace(whole, intakes=(waiting,)))
    assert chart.painting == Painting()
    assert chart.names["LR"] == "Liver"
    assert chart.suggested == chart.treated.points
