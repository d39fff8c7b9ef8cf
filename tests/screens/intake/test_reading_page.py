"""Reading a filled form on real records: what needs eyes, settling it, accepting it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from acuchart.charting.courses import Courses
from acuchart.charting.flags import RiskFlags
from acuchart.charting.form_papers import FormPapers
from acuchart.charting.intake import Intakes
from acuchart.charting.patients import Patients
from acuchart.charting.today import Today
from acuchart.charting.visits import Visits
from acuchart.clinic.clock import HandClock
from acuchart.clinic.flags import Flag, FlagKind, FlagState
from acuchart.clinic.forms import Value
from acuchart.clinic.intake import IntakeState, Settled
from acuchart.clinic.people import Name, Particulars
from acuchart.screens.intake.reading_presenter import IntakeReadingPresenter
from acuchart.screens.intake.reading_view import ReadingPage
from acuchart.screens.parts.tag import Tag
from tests.helpers.clinic import StaffedClinic, clinic_with_staff
from tests.helpers.form_answers import FIRST_VISIT, PAINTED_KNEE, answers
from tests.helpers.inline_background import InlineBackground
from tests.helpers.navigator import RecordingNavigator
from tests.helpers.shown_words import shown_words

FAINTS, LOST_WEIGHT = "history.faints", "history.general.2"
WORRYING: dict[str, Value | tuple[Value, ...]] = {
    FAINTS: True,
    "history.faints.detail": "last spring",
    LOST_WEIGHT: True,
    "daily.goal": "Five nights of proper sleep.",
}


class Desk:
    """The page with one filled form of a patient who has arrived."""

    def __init__(self, qtbot: QtBot, clinic: StaffedClinic) -> None:
        self.qtbot, self.clinic = qtbot, clinic
        me = clinic.practitioner
        self.intakes = Intakes(me)
        person = Particulars(Name("Wen", "Calder"), date(1990, 8, 19))
        self.patient_id = Patients(clinic.desk).register(person).id
        self.visit_id = Today(clinic.desk).check_in(self.patient_id, me.user.id)
        self.go = RecordingNavigator()
        background = InlineBackground()
        self.page = ReadingPage(me.knowledge.body, background)
        qtbot.addWidget(self.page)
        self.page.resize(1304, 780)
        self.page.show()
        self.presenter = IntakeReadingPresenter(
            self.page,
            self.intakes,
            Courses(me),
            FormPapers(me),
            Today(me),
            me.knowledge,
            background,
            self.go,
            clinic.clock,
        )
        clinic.bus.subscribe(self.presenter.heard)

    def open(self, given: dict[str, Value | tuple[Value, ...]]) -> None:
        desk = Intakes(self.clinic.desk)
        self.intake_id = desk.hand_out(self.patient_id, FIRST_VISIT).id
        desk.complete(self.intake_id, answers(given))
        self.presenter.open(self.intake_id)

    def says(self, words: str) -> bool:
        return words in shown_words(self.page)

    def button(self, name: str) -> QPushButton:
        found = self.page.window().findChild(QPushButton, f"intake_review.{name}")
        assert isinstance(found, QPushButton), name
        return found

    def tap(self, name: str) -> None:
        self.qtbot.mouseClick(self.button(name), Qt.MouseButton.LeftButton)

    def reason(self, link_id: str, words: str) -> None:
        line = self.page.findChild(QLineEdit, f"intake_review.reason.{link_id.replace('.', '_')}")
        assert isinstance(line, QLineEdit)
        self.qtbot.keyClicks(line, words)
        self.qtbot.keyClick(line, Qt.Key.Key_Return)

    def flag(self, kind: FlagKind) -> Flag:
        return RiskFlags(self.clinic.practitioner).of(self.patient_id)[kind]

    @property
    def state(self) -> IntakeState:
        return self.intakes.review(self.intake_id).intake.state


@pytest.fixture
def clinic(tmp_path: Path) -> Iterator[StaffedClinic]:
    staffed = clinic_with_staff(tmp_path)
    yield staffed
    staffed.close()


@pytest.fixture
def desk(qtbot: QtBot, clinic: StaffedClinic) -> Desk:
    return Desk(qtbot, clinic)


def test_what_needs_eyes_stands_first_with_what_it_may_mean(desk: Desk) -> None:
    desk.open(WORRYING)
    assert desk.says("2 answers to settle before needling")
    assert [row.row.link_id for row in desk.page.concerns.rows] == [FAINTS, LOST_WEIGHT]
    faints, weight = (row.row for row in desk.page.concerns.rows)
    assert faints.answer == "Yes, last spring"
    assert "lay the patient down" in faints.means
    assert weight.means.startswith("Refer before treating.")
    assert not desk.says("Start referral letter")


def test_without_anything_worrying_the_panel_is_gone(desk: Desk) -> None:
    desk.open({FAINTS: False})
    assert not desk.page.concerns.isVisible()
    assert not desk.says("Needs your eyes")
    desk.tap("accept")
    assert desk.state is IntakeState.ACCEPTED


def test_it_can_not_be_accepted_before_everything_is_settled(desk: Desk) -> None:
    desk.open(WORRYING)
    assert desk.says("8 sections. 2 answers still open.")
    desk.tap("accept")
    assert desk.state is IntakeState.COMPLETED
    assert desk.page.concerns.rows[0].hasFocus()
    desk.tap("take.history_faints")
    desk.tap("accept")
    assert desk.state is IntakeState.COMPLETED


def test_a_caution_is_in_the_chart_at_once(desk: Desk) -> None:
    desk.open(WORRYING)
    desk.tap("take.history_faints")
    flag = desk.flag(FlagKind.FAINTS)
    assert (flag.state, flag.detail) == (FlagState.YES, "last spring")
    assert desk.says("Caution in the chart")
    assert desk.says("1 answer to settle before needling")


def test_no_concern_needs_a_word_of_reason(desk: Desk) -> None:
    desk.open(WORRYING)
    desk.tap("no_concern.history_faints")
    desk.reason(FAINTS, "   ")
    assert desk.intakes.review(desk.intake_id).intake.settled == ()
    desk.reason(FAINTS, "a hot day in May")
    assert desk.says("No concern: a hot day in May")
    flag = desk.flag(FlagKind.FAINTS)
    assert (flag.state, flag.detail) == (FlagState.YES, "last spring. a hot day in May")


def test_a_red_flag_is_referred_with_what_was_decided(desk: Desk) -> None:
    desk.open(WORRYING)
    desk.tap("take.history_general_2")
    assert desk.intakes.review(desk.intake_id).intake.settled == ()
    desk.reason(LOST_WEIGHT, "letter to the doctor today")
    (decision,) = desk.intakes.review(desk.intake_id).intake.settled
    assert (decision.how, decision.reason) == (Settled.REFERRED, "letter to the doctor today")


def test_words_being_typed_survive_a_decision_about_another_answer(desk: Desk) -> None:
    desk.open(WORRYING)
    desk.tap("no_concern.history_general_2")
    line = desk.page.findChild(QLineEdit, "intake_review.reason.history_general_2")
    assert isinstance(line, QLineEdit)
    desk.qtbot.keyClicks(line, "on a di")
    desk.tap("take.history_faints")
    assert line.text() == "on a di"
    assert line.isVisible()


def test_later_keeps_it_open_and_a_decision_can_be_changed(desk: Desk) -> None:
    desk.open(WORRYING)
    desk.tap("later.history_faints")
    assert desk.says("2 answers to settle before needling")
    desk.tap("take.history_faints")
    desk.tap("change.history_faints")
    assert desk.says("2 answers to settle before needling")


def test_accepting_brings_the_answers_into_visit_and_chart_and_closes_the_form(desk: Desk) -> None:
    desk.open({**WORRYING, "pain.now": 6, "history.pacemaker": False, "pain.chart": PAINTED_KNEE})
    desk.tap("take.history_faints")
    desk.tap("take.history_general_2")
    desk.reason(LOST_WEIGHT, "letter")
    desk.tap("accept")
    visit = Visits(desk.clinic.practitioner).open(desk.visit_id).visit
    assert visit.check_in.pain_now == 6
    assert [(flag.flag_id, flag.decision) for flag in visit.red_flags] == [
        ("rf_unexplained_weight_loss", "letter")
    ]
    assert desk.flag(FlagKind.PACEMAKER).state is FlagState.ASKED_NONE
    assert desk.says("by Eli Brandt")
    assert desk.go.toasts == ["Form accepted into the chart"]
    assert not desk.button("accept").isVisible()
    assert not desk.says("Change")
    assert desk.says("Knee, front, right")


def test_before_check_in_it_waits_and_checks_in_from_here(desk: Desk) -> None:
    Today(desk.clinic.desk).take_back(desk.visit_id)
    desk.open({"pain.now": 6, "history.pacemaker": False})
    assert desk.says("Check the patient in first")
    desk.tap("accept")
    assert not desk.go.toasts
    desk.tap("check_in")
    assert not desk.button("check_in").isVisible()
    desk.tap("accept")
    assert desk.state is IntakeState.ACCEPTED
    assert desk.flag(FlagKind.PACEMAKER).state is FlagState.ASKED_NONE
    (card,) = Today(desk.clinic.practitioner).board(desk.clinic.clock.today())
    assert card.practitioner_id == desk.clinic.practitioner.user.id
    assert Visits(desk.clinic.practitioner).open(card.visit_id).visit.check_in.pain_now == 6


def test_a_patient_checked_in_at_the_desk_lets_the_form_be_accepted(desk: Desk) -> None:
    Today(desk.clinic.desk).take_back(desk.visit_id)
    desk.open({LOST_WEIGHT: True})
    desk.tap("take.history_general_2")
    desk.reason(LOST_WEIGHT, "letter")
    assert desk.says("Check the patient in first")
    Today(desk.clinic.desk).check_in(desk.patient_id, desk.clinic.practitioner.user.id)
    assert not desk.says("Check the patient in first")
    desk.tap("accept")
    assert desk.state is IntakeState.ACCEPTED


def test_an_unfinished_form_is_shown_but_not_accepted(desk: Desk) -> None:
    intake = Intakes(desk.clinic.desk).hand_out(desk.patient_id, FIRST_VISIT)
    Intakes(desk.clinic.desk).keep_answers(intake.id, answers({FAINTS: True}, required=False))
    desk.intake_id = intake.id
    desk.presenter.open(intake.id)
    assert desk.says("Not finished. Ask in the room?")
    desk.qtbot.keyClick(desk.page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert desk.state is IntakeState.HANDED_OUT
    assert desk.page.window().findChild(QPushButton, "intake_review.take.history_faints") is None


def test_own_words_are_quoted_and_what_was_not_answered_is_not_no(desk: Desk) -> None:
    desk.open({**WORRYING, "history.pacemaker": False})
    assert desk.says("“Five nights of proper sleep.”")
    labels = [row.accessibleName() for row in desk.page.answers.answers]
    assert "Do you have a pacemaker or another implant with a battery? No" in labels
    assert "Do you have diabetes? Not answered" in labels


def test_a_no_beside_a_risk_of_the_chart_is_pointed_out(desk: Desk) -> None:
    unasked = Flag(FlagKind.PACEMAKER)
    yes = replace(unasked, state=FlagState.YES)
    RiskFlags(desk.clinic.practitioner).ask(desk.patient_id, yes, unasked)
    desk.open({"history.pacemaker": False})
    row = next(row for row in desk.page.answers.answers if "pacemaker" in row.objectName())
    assert tags_of(row) == {"Chart: Pacemaker or implant"}


def tags_of(*rows: QWidget) -> set[str]:
    return {tag.text for row in rows for tag in row.findChildren(Tag)}


def test_what_matters_most_becomes_a_goal_once(desk: Desk) -> None:
    desk.open(WORRYING)
    desk.tap("goal.daily_goal")
    course = Visits(desk.clinic.practitioner).open(desk.visit_id).course
    assert [goal.words for goal in course.goals] == ["Five nights of proper sleep."]
    assert not desk.says("Use as goal")


def test_changes_since_the_last_form_are_marked(desk: Desk) -> None:
    desk.open({"pain.now": 7, "medicines.list": "none"})
    desk.tap("accept")
    clock = desk.clinic.clock
    assert isinstance(clock, HandClock)
    clock.forward(timedelta(days=7))
    desk.open({"pain.now": 4, "medicines.list": "Sertraline", "sleep.pain": True})
    assert {"Changed, was 7", "Changed", "New"} <= tags_of(*desk.page.answers.answers)


def test_keys(desk: Desk) -> None:
    desk.open(WORRYING)
    page, qtbot = desk.page, desk.qtbot
    page.activateWindow()
    page.concerns.rows[0].setFocus()
    qtbot.keyClick(page, Qt.Key.Key_A)
    assert desk.flag(FlagKind.FAINTS).state is FlagState.YES
    page.concerns.rows[1].setFocus()
    qtbot.keyClick(page, Qt.Key.Key_N)
    desk.reason(LOST_WEIGHT, "on a diet")
    qtbot.keyClick(page, Qt.Key.Key_J)
    qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert desk.state is IntakeState.ACCEPTED


def test_a_form_that_can_not_be_read_is_put_aside_with_a_reason(desk: Desk) -> None:
    desk.open(WORRYING)
    with desk.clinic.owner.records.work() as work:
        work.intakes.change(replace(work.intakes.get(desk.intake_id), answers="torn"))
    desk.presenter.open(desk.intake_id)
    assert desk.says("This form can't be read")
    desk.tap("set_aside")
    assert desk.go.went == []
    line = desk.page.findChild(QLineEdit, "intake_review.why")
    assert isinstance(line, QLineEdit)
    desk.qtbot.keyClicks(line, "asked again")
    desk.tap("set_aside")
    assert desk.go.went == [("back",)]


def test_the_filled_form_as_a_paper(desk: Desk) -> None:
    desk.open(WORRYING)
    desk.tap("print")
    dialog = desk.page.window().findChild(QPushButton, "intake_review.paper.save")
    assert isinstance(dialog, QPushButton)
    assert dialog.isVisible()
