"""While the next visit is still being read, nothing is done to the one before, and typed words stay."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from acuchart.charting.session import Sessions
from acuchart.clinic.findings import FindingState
from acuchart.clinic.points import Side
from acuchart.clinic.session import SessionState
from acuchart.clinic.visit import Visit
from acuchart.screens.findings.entry import WHOLE
from acuchart.screens.session.presenter import SessionPresenter
from acuchart.screens.session.view import SessionView
from tests.helpers.clinic import StaffedClinic
from tests.helpers.inline_background import InlineBackground
from tests.helpers.knee_visit import KneeVisit, knee_visit
from tests.helpers.navigator import RecordingNavigator
from tests.helpers.visit_screens import FindingsDesk, PointsDesk


@pytest.fixture
def two(clinic: StaffedClinic) -> tuple[KneeVisit, KneeVisit]:
    return knee_visit(clinic.practitioner), knee_visit(clinic.practitioner)


def kept(clinic: StaffedClinic, visit: KneeVisit) -> Visit:
    with clinic.practitioner.records.work() as work:
        return work.visits.get(visit.visit_id)


def test_a_tap_on_the_body_is_for_nobody_and_a_typed_line_stays(
    qtbot: QtBot, clinic: StaffedClinic, two: tuple[KneeVisit, KneeVisit]
) -> None:
    desk = PointsDesk(clinic.practitioner)
    qtbot.addWidget(desk.page)
    before = [kept(clinic, visit).prescription for visit in two]
    desk.turn_to(two[0].visit_id)
    desk.background.hold = True
    desk.open_visit(two[1].visit_id)
    desk.page.point_tapped.emit("LU7", Side.BOTH)
    qtbot.keyClicks(desk.page.entry.field, "li4 r")
    qtbot.keyClick(desk.page.entry.field, Qt.Key.Key_Return)
    desk.background.release()
    desk.pause()
    desk.background.release()
    assert [kept(clinic, visit).prescription for visit in two] == before
    assert desk.page.entry.field.text() == "li4 r"


def test_what_could_not_be_read_goes_with_its_visit(
    qtbot: QtBot, clinic: StaffedClinic, two: tuple[KneeVisit, KneeVisit]
) -> None:
    desk = PointsDesk(clinic.practitioner)
    qtbot.addWidget(desk.page)
    desk.turn_to(two[0].visit_id)
    desk.page.entered.emit("st99", "", False)
    assert desk.page.entry.field.property("error")
    desk.open_visit(two[1].visit_id)
    assert not desk.page.entry.field.property("error")
    assert desk.page.entry.field.text() == ""


def test_an_answer_to_the_question_before_is_for_nobody(
    qtbot: QtBot, clinic: StaffedClinic, two: tuple[KneeVisit, KneeVisit]
) -> None:
    desk = FindingsDesk(clinic.practitioner)
    qtbot.addWidget(desk.page)
    before = [kept(clinic, visit) for visit in two]
    desk.turn_to(two[0].visit_id)
    assert desk.pattern.question is not None
    desk.background.hold = True
    desk.open_visit(two[1].visit_id)
    desk.panel.answered.emit(FindingState.PRESENT)
    desk.page.stated.emit("fatigue", WHOLE, FindingState.PRESENT)
    desk.panel.confirmed.emit()
    desk.background.release()
    desk.pause()
    desk.background.release()
    assert [kept(clinic, visit) for visit in two] == before


def test_the_needles_of_the_room_before_are_not_begun(
    qtbot: QtBot, clinic: StaffedClinic, two: tuple[KneeVisit, KneeVisit]
) -> None:
    sessions, background = Sessions(clinic.practitioner), InlineBackground()
    sessions.prepare(two[0].visit_id, "Room 1")
    view = SessionView(InlineBackground())
    qtbot.addWidget(view)
    view.show()
    presenter = SessionPresenter(view, sessions, background, RecordingNavigator())
    presenter.open(two[0].visit_id)
    begin = view.findChild(QPushButton, "session.begin.1")
    assert begin is not None
    background.hold = True
    presenter.open(two[1].visit_id)
    begin.click()
    background.release()
    with clinic.practitioner.records.work() as work:
        session = work.sessions.of_visit(two[0].visit_id)
    assert session is not None
    assert session.state is SessionState.PLANNED
    assert view.shown == "before"


def test_a_room_prepared_late_does_not_come_in_front_of_the_next_visit(
    qtbot: QtBot, clinic: StaffedClinic, two: tuple[KneeVisit, KneeVisit]
) -> None:
    sessions, background = Sessions(clinic.practitioner), InlineBackground()
    view = SessionView(InlineBackground())
    qtbot.addWidget(view)
    presenter = SessionPresenter(view, sessions, background, RecordingNavigator())
    presenter.open(two[0].visit_id)
    background.hold = True
    view.prepare_wanted.emit("Room 1")
    presenter.open(two[1].visit_id)
    background.release()
    assert view.shown == "before"
