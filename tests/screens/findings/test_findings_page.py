"""Charting findings on the real screen and real records: the wrong ways first."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from acuchart.charting.findings import Findings
from acuchart.clinic.course import Course, Mechanism
from acuchart.clinic.findings import FindingState, Observation
from acuchart.clinic.visit import CheckIn, Examination, Visit
from acuchart.screens.findings.cards import CARD_OF_GROUP, FACTORS
from acuchart.screens.findings.changes_card import Answer
from acuchart.screens.findings.finding_chip import FindingChip
from acuchart.screens.findings.search import found
from acuchart.screens.parts.cells import Cells
from acuchart.screens.parts.pain_scale import PainScale
from acuchart.screens.parts.tongue_look import Zone
from acuchart.screens.parts.tongue_picture import TonguePicture
from tests.helpers.clinic import StaffedClinic, clinic_with_staff
from tests.helpers.knee_visit import KneeVisit, knee_visit
from tests.helpers.visible_texts import visible_texts
from tests.helpers.visit_screens import FindingsDesk

PRESENT, ABSENT, NOT_ASKED = FindingState.PRESENT, FindingState.ABSENT, FindingState.NOT_ASKED
CAUDA = "rf_saddle_or_genital_numbness"


@pytest.fixture(scope="module")
def clinic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StaffedClinic]:
    staffed = clinic_with_staff(Path(tmp_path_factory.mktemp("findings")))
    yield staffed
    staffed.close()


@pytest.fixture
def knee(clinic: StaffedClinic) -> KneeVisit:
    return knee_visit(clinic.practitioner)


@pytest.fixture(scope="module")
def screen(clinic: StaffedClinic, qapp: QApplication) -> Iterator[FindingsDesk]:
    made = FindingsDesk(clinic.practitioner)
    yield made
    made.page.close()
    made.page.deleteLater()


@pytest.fixture
def desk(screen: FindingsDesk, knee: KneeVisit) -> FindingsDesk:
    """The screen turned to a visit in which nothing has been found."""
    with screen.sitting.records.work() as work:
        visit = work.visits.get(knee.visit_id)
    Findings(screen.sitting).record(knee.visit_id, Examination(), visit.examination)
    screen.turn_to(knee.visit_id)
    return screen


def child(desk: FindingsDesk, name: str) -> QPushButton:
    found = desk.page.findChild(QPushButton, name)
    assert found is not None, name
    return found


def chip(desk: FindingsDesk, finding_id: str) -> FindingChip:
    found = child(desk, f"findings.chip.{finding_id}")
    assert isinstance(found, FindingChip)
    return found


def state_of(desk: FindingsDesk, finding_id: str, position: str = "") -> FindingState:
    for seen in desk.kept().examination.observations:
        if (seen.finding_id, seen.position) == (finding_id, position):
            return seen.state
    return NOT_ASKED


def test_every_finding_of_the_vocabulary_can_be_entered(desk: FindingsDesk) -> None:
    rows = {key for factor in FACTORS for key in factor.findings}
    assert len(desk.knowledge.findings) == 398
    for finding in desk.knowledge.findings.values():
        assert finding.group in CARD_OF_GROUP
        shown = desk.page.findChild(QPushButton, f"findings.chip.{finding.id}")
        assert shown is not None or finding.id in rows, finding.id


def test_a_tab_shows_its_examination_whole(desk: FindingsDesk, qtbot: QtBot) -> None:
    for examination in ("ask", "look", "listen", "palpate"):
        child(desk, f"findings.examination.{examination}").click()
        for finding in desk.knowledge.findings.values():
            shown = desk.page.findChild(QPushButton, f"findings.chip.{finding.id}")
            tail = finding.group in ("tongue_area", "pulse_position")
            if shown is not None and not tail:
                assert shown.isVisibleTo(desk.page) is (finding.examination.value == examination)


def test_a_tap_goes_round_three_states_and_each_is_kept(desk: FindingsDesk) -> None:
    for state in (PRESENT, ABSENT, NOT_ASKED):
        chip(desk, "pain_heavy").click()
        assert chip(desk, "pain_heavy").state is state
        desk.pause()
        assert state_of(desk, "pain_heavy") is state
    assert desk.kept().examination.observations == ()


def test_states_differ_without_colour(desk: FindingsDesk) -> None:
    said, pictures = set(), set()
    for _ in range(3):
        chip(desk, "fatigue").click()
        said.add(chip(desk, "fatigue").accessibleName())
        grey = (
            chip(desk, "fatigue")
            .grab()
            .toImage()
            .convertToFormat(chip(desk, "fatigue").grab().toImage().Format.Format_Mono)
        )
        pictures.add(bytes(grey.constBits()))
    assert len(said) == len(pictures) == 3


def test_keys_enter_without_the_mouse(desk: FindingsDesk, qtbot: QtBot) -> None:
    target = chip(desk, "pain_stabbing")
    target.setFocus()
    qtbot.keyClick(target, Qt.Key.Key_Space)
    assert target.state is PRESENT
    qtbot.keyClick(target, Qt.Key.Key_Minus)
    assert target.state is ABSENT
    qtbot.keyClick(target, Qt.Key.Key_Delete)
    assert target.state is NOT_ASKED
    qtbot.keyClick(target, Qt.Key.Key_Right)
    assert chip(desk, "pain_dull").hasFocus()


def test_worse_better_and_neither(desk: FindingsDesk) -> None:
    child(desk, "findings.worse.agg_cold").click()
    child(desk, "findings.better.agg_heat").click()
    child(desk, "findings.neither.agg_pressure").click()
    desk.pause()
    assert [state_of(desk, key) for key in ("agg_cold", "rel_cool")] == [PRESENT, NOT_ASKED]
    assert [state_of(desk, key) for key in ("agg_heat", "rel_warmth")] == [NOT_ASKED, PRESENT]
    assert [state_of(desk, key) for key in ("agg_pressure", "rel_pressure")] == [ABSENT, ABSENT]
    child(desk, "findings.worse.agg_cold").click()
    child(desk, "findings.neither.agg_pressure").click()
    desk.pause()
    assert [state_of(desk, key) for key in ("agg_cold", "agg_pressure")] == [NOT_ASKED, NOT_ASKED]


def test_letters_in_a_row_answer_the_row_and_nothing_else(desk: FindingsDesk, qtbot: QtBot) -> None:
    worse = child(desk, "findings.worse.agg_damp")
    worse.setFocus()
    qtbot.keyClick(worse, Qt.Key.Key_W)
    qtbot.keyClick(worse, Qt.Key.Key_B)
    assert isinstance(worse, Answer)
    assert worse.state is PRESENT
    assert desk.page.search.text() == ""


def test_a_pulse_quality_belongs_to_the_chosen_place(desk: FindingsDesk) -> None:
    child(desk, "findings.pulse.left_guan").click()
    chip(desk, "pulse_wiry").click()
    child(desk, "findings.whole_pulse").click()
    assert chip(desk, "pulse_wiry").state is NOT_ASKED
    chip(desk, "pulse_slippery").click()
    desk.pause()
    assert state_of(desk, "pulse_wiry", "left_guan") is PRESENT
    assert state_of(desk, "pulse_wiry") is NOT_ASKED
    assert state_of(desk, "pulse_slippery") is PRESENT


def test_a_colour_of_the_tongue_belongs_to_the_chosen_zone(desk: FindingsDesk) -> None:
    picture = desk.page.findChild(TonguePicture)
    assert picture is not None
    picture.zone_tapped.emit(Zone.TIP)
    chip(desk, "tongue_red").click()
    picture.zone_tapped.emit(Zone.TIP)
    assert chip(desk, "tongue_red").state is NOT_ASKED
    desk.pause()
    assert state_of(desk, "tongue_red", "tip") is PRESENT


def test_what_cannot_be_of_the_complaint_stays_in_the_fields_and_is_not_kept(
    desk: FindingsDesk, qtbot: QtBot
) -> None:
    child(desk, "findings.complaint_edit").click()
    words, onset = field(desk, "findings.complaint"), field(desk, "findings.onset")
    for wrong in ("31/02/2024", "tomorrow", "01/01/2031", "01/01/1900"):
        onset.clear()
        qtbot.keyClicks(onset, wrong)
        desk.pause()
        assert onset.text() == wrong
        assert onset.accessibleDescription()
    words.clear()
    qtbot.keyClick(words, Qt.Key.Key_Space)
    assert words.accessibleDescription()
    desk.pause()
    course = kept_course(desk)
    assert (course.complaint, course.onset) == ("Right knee pain", None)
    onset.clear()
    qtbot.keyClicks(onset, "03/03/2024")
    qtbot.keyClicks(words, "Old meniscus injury")
    desk.pause()
    assert kept_course(desk).complaint == "Old meniscus injury"
    assert not onset.accessibleDescription()


def test_regions_and_mechanism_are_kept_with_the_course(desk: FindingsDesk) -> None:
    child(desk, "findings.complaint_edit").click()
    child(desk, "findings.region.knee-front").click()
    child(desk, "findings.region.sacrum").click()
    desk.pause()
    assert kept_course(desk).regions == ("knee-front-right", "sacrum")
    child(desk, "findings.region.sacrum").click()
    desk.pause()
    assert kept_course(desk).regions == ("knee-front-right",)
    assert kept_course(desk).mechanism is Mechanism.NOT_ASSESSED


def test_pain_and_words_on_arrival(desk: FindingsDesk, qtbot: QtBot) -> None:
    scale = desk.page.findChild(PainScale, "findings.pain.now")
    assert scale is not None
    desk.page.setFocus()
    qtbot.keyClick(desk.page, "6")
    assert scale.answer == 6
    scale.setFocus()
    qtbot.keyClick(scale, Qt.Key.Key_T)
    words(desk, "findings.check_in_words").setPlainText("Stairs are hard again.")
    desk.pause()
    assert desk.kept().check_in == CheckIn(
        10, desk.kept().check_in.pain_worst, None, "Stairs are hard again."
    )


def test_free_words_beside_a_group(desk: FindingsDesk) -> None:
    words(desk, "findings.words.pain_quality").setPlainText("like a tight band")
    desk.pause()
    assert dict(desk.kept().examination.words) == {"pain_quality": "like a tight band"}
    words(desk, "findings.words.pain_quality").setPlainText("  ")
    desk.pause()
    assert dict(desk.kept().examination.words) == {}


def test_typing_begins_a_search_and_enter_writes(desk: FindingsDesk, qtbot: QtBot) -> None:
    desk.page.setFocus()
    qtbot.keyClick(desk.page, "s")
    search = desk.page.search
    assert search.hasFocus()
    qtbot.keyClicks(search, "tabb")
    assert "pain_stabbing" in search.hits
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert chip(desk, "pain_stabbing").state is PRESENT
    search.begin("隐痛")
    qtbot.keyClick(search, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert chip(desk, "pain_dull").state is ABSENT
    qtbot.keyClicks(search, "xyzzy")
    assert search.hits == []
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert search.text() == "xyzzy"


def test_every_finding_is_found_by_its_label(desk: FindingsDesk) -> None:
    for finding in desk.knowledge.findings.values():
        assert finding.id in [hit.id for hit in found(finding.label, desk.knowledge.findings)], finding.id


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


def test_contradictions_are_told_and_block_nothing(desk: FindingsDesk) -> None:
    chip(desk, "pain_stabbing").click()
    chip(desk, "pain_dull").click()
    assert any("contradict" in text for text in visible_texts(desk.page))
    desk.pause()
    assert state_of(desk, "pain_stabbing") is state_of(desk, "pain_dull") is PRESENT


def field(desk: FindingsDesk, name: str) -> QLineEdit:
    found = desk.page.findChild(QLineEdit, name)
    assert found is not None, name
    return found


def words(desk: FindingsDesk, name: str) -> QPlainTextEdit:
    found = desk.page.findChild(QPlainTextEdit, name)
    assert found is not None, name
    return found


def kept_course(desk: FindingsDesk) -> Course:
    with desk.sitting.records.work() as work:
        return work.courses.get(desk.kept().course_id)


def visit_of(desk: FindingsDesk, knee: KneeVisit) -> Visit:
    with desk.sitting.records.work() as work:
        return work.visits.get(knee.visit_id)


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
