"""What was there before and what happens elsewhere: last visit, red flags, other windows, other visits."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from acuchart.charting.findings import Findings
from acuchart.clinic.findings import FindingState, Observation
from acuchart.clinic.visit import Examination
from acuchart.screens.parts.cells import Cells
from tests.helpers.clinic import StaffedClinic
from tests.helpers.findings_hand import child, chip, field, state_of, visit_of, words
from tests.helpers.knee_visit import KneeVisit, knee_visit
from tests.helpers.visible_texts import visible_texts
from tests.helpers.visit_screens import FindingsDesk

PRESENT, ABSENT, NOT_ASKED = FindingState.PRESENT, FindingState.ABSENT, FindingState.NOT_ASKED
CAUDA = "rf_saddle_or_genital_numbness"


def test_last_visits_findings_wait_for_a_person(
    qtbot: QtBot, clinic: StaffedClinic, screen: FindingsDesk, knee: KneeVisit
) -> None:
    last = Examination(
        (
            Observation("pain_heavy", PRESENT),
            Observation("fatigue", ABSENT),
            Observation("tongue_pale", PRESENT),
            Observation("pulse_wiry", PRESENT, position="left_guan"),
        )
    )
    sitting = clinic.practitioner
    with sitting.records.work() as work:
        before = next(v for v in work.visits.of_course(knee.course_id) if v.number == 2)
        own = work.visits.get(knee.visit_id)
    Findings(sitting).record(before.id, last, before.examination)
    Findings(sitting).record(own.id, Examination(), own.examination)
    desk = screen
    desk.turn_to(knee.visit_id)
    desk.pause()
    assert desk.kept().examination == Examination()
    child(desk, "findings.open_earlier").click()
    holds = {b.objectName() for b in desk.page.findChildren(QPushButton) if ".holds." in b.objectName()}
    assert holds == {"findings.holds.pain_heavy", "findings.holds.fatigue"}
    assert child(desk, "findings.holds.pain_heavy").hasFocus()
    qtbot.keyClick(child(desk, "findings.holds.pain_heavy"), Qt.Key.Key_Return)
    desk.pause()
    assert desk.kept().examination.observations == (Observation("pain_heavy", PRESENT),)
    assert child(desk, "findings.holds.fatigue").hasFocus()


def test_a_red_flag_stands_above_everything_until_it_is_decided(desk: FindingsDesk, qtbot: QtBot) -> None:
    cells = desk.page.findChild(Cells, f"findings.red_flag.{CAUDA}")
    assert cells is not None
    cells.tap("yes")
    alert = desk.page.findChild(QWidget, f"findings.alert.{CAUDA}")
    assert alert is not None
    assert alert.isVisibleTo(desk.page)
    assert desk.kept().red_flags[0].present
    child(desk, f"findings.decide.{CAUDA}").click()
    decision = field(desk, f"findings.decision.{CAUDA}")
    assert decision.hasFocus()
    qtbot.keyClicks(decision, "Sent to the emergency department, GP told")
    desk.pause()
    assert desk.kept().red_flags[0].decision == "Sent to the emergency department, GP told"
    assert not alert.isVisibleTo(desk.page)
    cells.tap("yes")
    assert desk.kept().red_flags == ()


def test_all_red_flags_are_questions(desk: FindingsDesk) -> None:
    assert len(desk.knowledge.red_flags) == 55
    for flag_id in desk.knowledge.red_flags:
        assert desk.page.findChild(Cells, f"findings.red_flag.{flag_id}") is not None


def test_an_ordinary_finding_raises_the_question_and_no_alarm(desk: FindingsDesk) -> None:
    chip(desk, "numbness").click()
    assert "to ask" in child(desk, "findings.open_red_flags").text()
    alert = desk.page.findChild(QWidget, f"findings.alert.{CAUDA}")
    assert alert is None or not alert.isVisibleTo(desk.page)
    assert desk.kept().red_flags == ()


def test_a_change_from_another_window_is_told_and_nothing_is_lost(desk: FindingsDesk) -> None:
    theirs = Examination((Observation("pain_dull", PRESENT),))
    Findings(desk.sitting).record(desk.visit_id, theirs, desk.kept().examination)
    chip(desk, "pain_heavy").click()
    desk.pause()
    assert desk.kept().examination == theirs
    assert any("Dull pain" in text and "Heavy pain" in text for text in visible_texts(desk.page))
    chip(desk, "pain_cold").click()
    desk.pause()
    child(desk, "findings.keep_mine").click()
    desk.pause()
    kept = {seen.finding_id for seen in desk.kept().examination.observations}
    assert kept == {"pain_heavy", "pain_cold"}


def test_the_other_version_can_be_taken(desk: FindingsDesk) -> None:
    theirs = Examination((Observation("pain_dull", PRESENT),))
    Findings(desk.sitting).record(desk.visit_id, theirs, desk.kept().examination)
    chip(desk, "pain_heavy").click()
    desk.pause()
    child(desk, "findings.take_theirs").click()
    assert chip(desk, "pain_dull").state is PRESENT
    assert chip(desk, "pain_heavy").state is NOT_ASKED


def test_leaving_writes_what_is_typed(desk: FindingsDesk) -> None:
    chip(desk, "pain_heavy").click()
    words(desk, "findings.check_in_words").setPlainText("half a sent")
    desk.presenter.leave()
    assert state_of(desk, "pain_heavy") is PRESENT
    assert desk.kept().check_in.words == "half a sent"


def test_opening_another_visit_writes_into_the_one_before(
    desk: FindingsDesk, clinic: StaffedClinic, knee: KneeVisit
) -> None:
    other = knee_visit(clinic.practitioner)
    before = {seen.finding_id for seen in visit_of(desk, other).examination.observations}
    chip(desk, "pain_heavy").click()
    desk.background.hold = True
    desk.presenter.leave()
    desk.presenter.open(other.visit_id)
    desk.background.release()
    desk.background.hold = False
    desk.pause()
    assert state_of(desk, "pain_heavy") is PRESENT
    assert {seen.finding_id for seen in visit_of(desk, other).examination.observations} == before


def test_nothing_of_the_visit_before_stays_on_the_screen(
    desk: FindingsDesk, clinic: StaffedClinic, qtbot: QtBot
) -> None:
    said = words(desk, "findings.words.pain_quality")
    arrived = words(desk, "findings.check_in_words")
    said.show()
    said.setFocus()
    said.setPlainText("words of one patient")
    child(desk, "findings.pulse.left_guan").click()
    arrived.setFocus()
    arrived.setPlainText("also hers")
    before = desk.visit_id
    other = knee_visit(clinic.practitioner)
    desk.turn_to(other.visit_id)
    assert said.toPlainText() == ""
    assert arrived.toPlainText() == desk.kept().check_in.words
    chip(desk, "pulse_wiry").click()
    desk.pause()
    assert state_of(desk, "pulse_wiry") is PRESENT
    assert dict(desk.kept().examination.words) == {"palpation": "Mild cool swelling."}
    desk.visit_id = before
    assert dict(desk.kept().examination.words) == {"pain_quality": "words of one patient"}
