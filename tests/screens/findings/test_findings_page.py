"""Charting findings on the real screen and real records: the wrong ways first."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from acuchart.clinic.course import Mechanism
from acuchart.clinic.findings import FindingState
from acuchart.clinic.visit import CheckIn
from acuchart.screens.findings.cards import FACTORS, card_of
from acuchart.screens.findings.changes_card import Answer
from acuchart.screens.findings.search import found
from acuchart.screens.parts.pain_scale import PainScale
from acuchart.screens.parts.tongue_look import Zone
from acuchart.screens.parts.tongue_picture import TonguePicture
from tests.helpers.clinic import StaffedClinic
from tests.helpers.findings_hand import child, chip, field, kept_course, state_of, words
from tests.helpers.knee_visit import knee_visit
from tests.helpers.visible_texts import visible_texts
from tests.helpers.visit_screens import FindingsDesk

PRESENT, ABSENT, NOT_ASKED = FindingState.PRESENT, FindingState.ABSENT, FindingState.NOT_ASKED


def test_every_finding_of_the_vocabulary_can_be_entered(desk: FindingsDesk) -> None:
    rows = {key for factor in FACTORS for key in factor.findings}
    assert len(desk.knowledge.findings) >= 398
    for finding in desk.knowledge.findings.values():
        assert card_of(finding).holds(finding)
        shown = desk.page.findChild(QPushButton, f"findings.chip.{finding.id}")
        assert shown is not None or finding.id in rows, finding.id


def test_a_tab_shows_its_examination_whole(desk: FindingsDesk, qtbot: QtBot) -> None:
    for examination in ("ask", "look", "listen", "palpate"):
        child(desk, f"findings.examination.{examination}").click()
        for finding in desk.knowledge.findings.values():
            shown = desk.page.findChild(QPushButton, f"findings.chip.{finding.id}")
            in_the_sheet = finding.group.startswith("pulse")
            if shown is not None and not in_the_sheet:
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
    assert chip(desk, "pain_distending").hasFocus()


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
    qtbot.keyClicks(words, ", worse on stairs")
    desk.pause()
    assert kept_course(desk).complaint == "Right knee pain, worse on stairs"
    assert onset.text() == "01/01/1900"
    words.clear()
    qtbot.keyClick(words, Qt.Key.Key_Space)
    assert words.accessibleDescription()
    desk.pause()
    course = kept_course(desk)
    assert (course.complaint, course.onset) == ("Right knee pain, worse on stairs", None)
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


def test_slash_begins_a_search_from_wherever_the_hand_is(desk: FindingsDesk, qtbot: QtBot) -> None:
    search = desk.page.search
    for place in (desk.page, chip(desk, "pain_dull")):
        place.setFocus()
        qtbot.keyClick(place, "/")
        assert search.hasFocus()
        assert search.text() == ""
    qtbot.keyClicks(search, "taste/sticky")
    assert search.text() == "taste/sticky"


def test_every_finding_is_found_by_its_label(desk: FindingsDesk) -> None:
    for finding in desk.knowledge.findings.values():
        assert finding.id in [hit.id for hit in found(finding.label, desk.knowledge.findings)], finding.id


def test_contradictions_are_told_and_block_nothing(desk: FindingsDesk) -> None:
    chip(desk, "pain_stabbing").click()
    chip(desk, "pain_dull").click()
    assert any("contradict" in text for text in visible_texts(desk.page))
    desk.pause()
    assert state_of(desk, "pain_stabbing") is state_of(desk, "pain_dull") is PRESENT


def test_what_changes_the_pain_has_one_row_for_each_finding() -> None:
    entered = [key for factor in FACTORS for key in factor.findings]
    assert len(set(entered)) == len(entered)


def test_another_visit_begins_where_every_visit_begins(desk: FindingsDesk, clinic: StaffedClinic) -> None:
    desk.page.search.setFocus()
    desk.open_visit(knee_visit(clinic.practitioner).visit_id)
    focused = desk.page.window().focusWidget()
    assert focused is not None
    assert focused.objectName() == "findings.pain.now"


def test_escape_leaves_the_search_for_the_keys_of_the_page(desk: FindingsDesk, qtbot: QtBot) -> None:
    desk.page.search.setFocus()
    qtbot.keyClick(desk.page.search, Qt.Key.Key_Escape)
    assert desk.page.window().focusWidget() is desk.page


@pytest.mark.parametrize("name", ["pattern.primary", "pattern.secondary", "pattern.words"])
def test_escape_leaves_a_field_of_the_assessment_too(desk: FindingsDesk, qtbot: QtBot, name: str) -> None:
    field = desk.page.findChild(QWidget, name)
    assert field is not None
    if not field.isVisible():
        child(desk, "pattern.change").click()
    field.setFocus()
    typing = QApplication.focusWidget()
    assert typing is not None
    assert field is typing or field.isAncestorOf(typing)
    qtbot.keyClick(typing, Qt.Key.Key_Escape)
    assert desk.page.window().focusWidget() is desk.page
