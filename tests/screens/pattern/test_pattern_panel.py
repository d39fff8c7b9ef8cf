"""Ledger, next question and assessment beside the real findings screen: the wrong ways first."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from acuchart.charting.findings import Findings
from acuchart.charting.flags import RiskFlags
from acuchart.charting.pattern import Patterns
from acuchart.clinic.findings import FindingState, Observation
from acuchart.clinic.flags import FlagKind, FlagState
from acuchart.clinic.visit import Assessment, Examination
from acuchart.screens.pattern.assessment_card import PatternCombo
from tests.helpers.clinic import StaffedClinic, clinic_with_staff
from tests.helpers.knee_visit import knee_visit
from tests.helpers.visible_texts import visible_texts
from tests.helpers.visit_screens import FindingsDesk

PRESENT, ABSENT = FindingState.PRESENT, FindingState.ABSENT
COLD_DAMP = ("agg_cold", "agg_damp", "rel_warmth", "pain_heavy", "pain_fixed", "coat_greasy")


@pytest.fixture(scope="module")
def clinic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StaffedClinic]:
    staffed = clinic_with_staff(tmp_path_factory.mktemp("pattern"))
    yield staffed
    staffed.close()


@pytest.fixture(scope="module")
def screen(clinic: StaffedClinic, qapp: QApplication) -> Iterator[FindingsDesk]:
    made = FindingsDesk(clinic.practitioner)
    yield made
    made.page.close()
    made.page.deleteLater()


@pytest.fixture
def desk(screen: FindingsDesk, clinic: StaffedClinic) -> FindingsDesk:
    """A visit in which nothing has been found or assessed."""
    knee = knee_visit(clinic.practitioner)
    sitting = clinic.practitioner
    with sitting.records.work() as work:
        visit = work.visits.get(knee.visit_id)
    recorded = Findings(sitting).record(knee.visit_id, Examination(), visit.examination)
    Patterns(sitting).write(knee.visit_id, Assessment(), recorded.assessment)
    screen.turn_to(knee.visit_id)
    return screen


def find(desk: FindingsDesk, *finding_ids: str) -> None:
    for finding_id in finding_ids:
        desk.presenter.answer(finding_id, PRESENT)


def button(desk: FindingsDesk, name: str) -> QPushButton:
    found = desk.panel.findChild(QPushButton, name)
    assert found is not None, name
    return found


def combo(desk: FindingsDesk, name: str) -> PatternCombo:
    found = desk.panel.findChild(PatternCombo, name)
    assert found is not None, name
    return found


def text(desk: FindingsDesk) -> str:
    return " | ".join(visible_texts(desk.panel))


def test_nothing_is_guessed_below_three_findings(desk: FindingsDesk) -> None:
    shown = []
    for finding_id in COLD_DAMP[:3]:
        find(desk, finding_id)
        shown.append((len(desk.panel.ledger.order), desk.panel.ask.isVisibleTo(desk.panel)))
        assert ("Patterns appear after three findings" in text(desk)) is (not desk.panel.ledger.order)
    assert shown[:2] == [(0, False), (0, False)]
    assert shown[2][0] >= 4
    assert shown[2][1]


def test_no_percentage_is_shown(desk: FindingsDesk) -> None:
    find(desk, *COLD_DAMP)
    assert "%" not in text(desk)
    assert "Weight of evidence, not a diagnosis" in text(desk)


def test_all_patterns_are_within_reach(desk: FindingsDesk) -> None:
    find(desk, *COLD_DAMP, "site_knee", "pain_radiates_leg")
    button(desk, "pattern.more").click()
    assert set(desk.panel.ledger.order) == set(desk.knowledge.patterns)
    primary = combo(desk, "pattern.primary")
    assert {primary.itemData(row) for row in range(primary.count())} == set(desk.knowledge.patterns)


def test_channels_stand_in_a_list_of_their_own(desk: FindingsDesk) -> None:
    find(desk, *COLD_DAMP)
    channels = [slug for slug, pattern in desk.knowledge.patterns.items() if pattern.where]
    assert not set(desk.panel.ledger.order) & set(channels)
    button(desk, "pattern.more").click()
    assert set(channels) <= set(desk.panel.ledger.order)


def test_a_place_on_the_pulse_counts_as_the_finding_that_names_it(desk: FindingsDesk) -> None:
    find(desk, "mood_irritable", "flank_pain")
    place = Observation("pulse_wiry", PRESENT, position="left_guan")
    desk.pattern.examined(
        Examination((*(Observation(f, PRESENT) for f in ("mood_irritable", "flank_pain")), place))
    )
    evidence = {b.objectName() for b in desk.panel.findChildren(QPushButton) if "evidence" in b.objectName()}
    assert any(name.endswith(".pulse_left_guan_wiry") for name in evidence)


def test_evidence_leads_to_its_finding(desk: FindingsDesk) -> None:
    find(desk, *COLD_DAMP)
    chip = next(
        b
        for b in desk.panel.findChildren(QPushButton)
        if b.objectName().endswith(".agg_damp") and b.isVisible()
    )
    chip.click()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "findings.worse.agg_damp"


def test_rows_keep_their_places_under_the_pointer(desk: FindingsDesk) -> None:
    find(desk, *COLD_DAMP)
    before = desk.panel.ledger.order
    centre = desk.panel.ledger.rect().center().toPointF()
    desk.panel.ledger.enterEvent(QEnterEvent(centre, centre, centre))
    find(desk, "pain_stabbing", "tongue_purple", "tongue_stasis_spots", "pulse_choppy", "pain_worse_night")
    assert desk.panel.ledger.order[0] == before[0]
    desk.panel.ledger.leaveEvent(QEvent(QEvent.Type.Leave))
    assert desk.panel.ledger.order[0] != before[0]
    assert "stasis" in desk.panel.ledger.order[0]


@pytest.mark.parametrize(("key", "state"), [(Qt.Key.Key_Y, PRESENT), (Qt.Key.Key_N, ABSENT)])
def test_one_key_answers_the_question(
    desk: FindingsDesk, qtbot: QtBot, key: Qt.Key, state: FindingState
) -> None:
    find(desk, *COLD_DAMP)
    asked = desk.pattern.question
    assert asked is not None
    qtbot.keyClick(desk.page, key)
    desk.pause()
    seen = {o.finding_id: o.state for o in desk.kept().examination.observations}
    assert seen[asked.finding_id] is state
    assert desk.page.search.text() == ""


def test_unclear_passes_to_another_question_and_writes_nothing(desk: FindingsDesk, qtbot: QtBot) -> None:
    find(desk, *COLD_DAMP)
    desk.pause()
    kept, asked = desk.kept().examination, []
    for _ in range(300):
        if desk.pattern.question is None:
            break
        asked.append(desk.pattern.question.finding_id)
        qtbot.keyClick(desk.page, Qt.Key.Key_U)
    assert len(asked) == len(set(asked)) > 1
    assert "No question would change the order" in text(desk)
    desk.pause()
    assert desk.kept().examination == kept


def test_an_answer_typed_into_a_field_is_a_letter(desk: FindingsDesk, qtbot: QtBot) -> None:
    find(desk, *COLD_DAMP)
    words = desk.panel.findChild(QPlainTextEdit, "pattern.words")
    assert words is not None
    words.setFocus()
    before = desk.pattern.question
    qtbot.keyClicks(words, "yny")
    assert words.toPlainText() == "yny"
    assert desk.pattern.question == before


def test_nobody_pregnant_is_asked_about_her_period(desk: FindingsDesk) -> None:
    seen = ("pain_stabbing", "pain_fixed", "pain_severe", "agg_cold", "rel_warmth", "local_cold_feeling")
    find(desk, *seen)
    assert desk.pattern.question is not None
    assert desk.pattern.question.finding_id == "menses_clots"
    with desk.sitting.records.work() as work:
        patient_id = work.courses.get(work.visits.get(desk.visit_id).course_id).patient_id
    before = RiskFlags(desk.sitting).of(patient_id)[FlagKind.PREGNANCY]
    due = desk.sitting.clock.today() + timedelta(weeks=20)
    RiskFlags(desk.sitting).ask(patient_id, replace(before, state=FlagState.YES, due=due), before)
    desk.presenter.leave()
    desk.turn_to(desk.visit_id)
    assert desk.pattern.question is not None
    assert desk.pattern.question.finding_id != "menses_clots"


def test_confirming_without_a_pattern_is_refused_in_a_sentence(desk: FindingsDesk) -> None:
    button(desk, "pattern.confirm").click()
    assert "Choose a primary pattern" in text(desk)
    assert desk.kept().assessment.confirmed_at is None


def test_what_was_chosen_is_kept_with_what_the_ledger_showed(desk: FindingsDesk, qtbot: QtBot) -> None:
    find(desk, *COLD_DAMP)
    choose(desk, "pattern.primary", "blood_stasis")
    choose(desk, "pattern.secondary", "cold_damp")
    words = desk.panel.findChild(QPlainTextEdit, "pattern.words")
    assert words is not None
    words.setPlainText("Old injury.")
    qtbot.keyClick(desk.page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    kept = desk.kept().assessment
    assert (kept.primary, kept.secondary, kept.words) == ("blood_stasis", ("cold_damp",), "Old injury.")
    assert kept.confirmed_by == desk.sitting.user.id
    assert kept.ledger_shown[0].pattern == desk.panel.ledger.order[0]
    assert not combo(desk, "pattern.primary").isVisibleTo(desk.panel)
    assert desk.sitting.user.name in text(desk)


def test_a_confirmed_pattern_changes_only_after_change(desk: FindingsDesk) -> None:
    choose(desk, "pattern.primary", "cold_damp")
    button(desk, "pattern.confirm").click()
    choose(desk, "pattern.primary", "blood_stasis")
    desk.pause()
    assert desk.kept().assessment.primary == "cold_damp"
    button(desk, "pattern.change").click()
    assert desk.kept().assessment.confirmed_at is None
    choose(desk, "pattern.primary", "blood_stasis")
    desk.pause()
    assert desk.kept().assessment.primary == "blood_stasis"


def test_own_words_stand_as_written(desk: FindingsDesk, qtbot: QtBot) -> None:
    line = combo(desk, "pattern.primary").lineEdit()
    assert line is not None
    qtbot.keyClicks(line, "Wind in the knee")
    desk.pause()
    assert desk.kept().assessment.primary == "Wind in the knee"


def test_a_secondary_pattern_can_be_dropped(desk: FindingsDesk) -> None:
    for slug in ("cold_damp", "blood_stasis", "cold_damp"):
        choose(desk, "pattern.secondary", slug)
    desk.pause()
    assert desk.kept().assessment.secondary == ("cold_damp", "blood_stasis")
    button(desk, "pattern.drop_secondary.0").click()
    desk.pause()
    assert desk.kept().assessment.secondary == ("blood_stasis",)


def test_a_second_pattern_still_in_its_field_is_confirmed_by_the_key(
    desk: FindingsDesk, qtbot: QtBot
) -> None:
    choose(desk, "pattern.primary", "cold_damp")
    line = combo(desk, "pattern.secondary").lineEdit()
    assert line is not None
    line.setFocus()
    qtbot.keyClicks(line, "Worn by caring")
    qtbot.keyClick(line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    kept = desk.kept().assessment
    assert kept.confirmed_at is not None
    assert kept.secondary == ("Worn by caring",)
    assert "Worn by caring" in text(desk)


def test_a_choice_from_another_window_is_told_and_not_overwritten(desk: FindingsDesk) -> None:
    theirs = Assessment(primary="cold_damp")
    Patterns(desk.sitting).write(desk.visit_id, theirs, desk.kept().assessment)
    choose(desk, "pattern.primary", "blood_stasis")
    desk.pause()
    assert desk.kept().assessment.primary == "cold_damp"
    assert "Changed in another window" in text(desk)
    choose(desk, "pattern.secondary", "qi_stagnation")
    desk.pause()
    assert desk.kept().assessment.primary == "blood_stasis"


def choose(desk: FindingsDesk, name: str, slug: str) -> None:
    """Chooses a pattern from a list as a person does."""
    chooser = combo(desk, name)
    row = chooser.findData(slug)
    assert row >= 0, slug
    chooser.setCurrentIndex(row)
    chooser.activated.emit(row)


@pytest.mark.parametrize(
    "typed", ["Cold-damp obstruction", "cold-damp OBSTRUCTION", "寒湿", "Cold-damp obstruction 寒湿"]
)
def test_a_pattern_typed_by_its_name_is_that_pattern(desk: FindingsDesk, typed: str) -> None:
    primary = combo(desk, "pattern.primary")
    primary.setEditText(typed)
    assert primary.value == "cold_damp"
    primary.setEditText(f"{typed} of the knee")
    assert primary.value == f"{typed} of the knee"
