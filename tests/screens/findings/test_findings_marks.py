"""The usual first, the patient's own words marked, the keyboard within a card, and red flags above all."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from acuchart.charting.findings import Findings
from acuchart.clinic.findings import FindingState, Observation
from acuchart.clinic.visit import Examination, RedFlagAnswer
from acuchart.screens.findings.cards import CARDS, Kind
from acuchart.screens.findings.changes_card import Answer
from acuchart.screens.findings.usual import MOVED, SHORT, USUAL
from acuchart.screens.parts.cells import Cells
from acuchart.screens.parts.pain_scale import PainScale
from tests.helpers.findings_hand import child, chip
from tests.helpers.visible_texts import visible_texts
from tests.helpers.visit_screens import FindingsDesk

PRESENT, ABSENT, NOT_ASKED = FindingState.PRESENT, FindingState.ABSENT, FindingState.NOT_ASKED
MOST_CHIPS = 18


def test_usual_findings_exist_and_belong_to_their_card(desk: FindingsDesk) -> None:
    cards = {card.key: card for card in CARDS}
    known = desk.knowledge.findings
    for key, usual in USUAL.items():
        assert len(set(usual)) == len(usual)
        for finding_id in usual:
            assert cards[key].holds(known[finding_id]), finding_id
    assert set(MOVED) | set(SHORT) <= set(known)


def test_no_card_begins_as_a_wall_of_chips(desk: FindingsDesk) -> None:
    for spec in CARDS:
        if spec.kind in (Kind.PULSE, Kind.CHANGES):
            continue
        own = [f.id for f in desk.knowledge.findings.values() if spec.holds(f)]
        shown = [key for key in own if not chip(desk, key).isHidden()]
        assert len(shown) <= MOST_CHIPS, spec.key
        more = child(desk, f"findings.more.{spec.key}")
        assert more.isHidden() is (len(shown) == len(own))
        assert more.isHidden() or str(len(own) - len(shown)) in more.text()


def test_more_shows_the_rest_and_what_was_recorded_stays(desk: FindingsDesk) -> None:
    assert chip(desk, "pain_boring").isHidden()
    child(desk, "findings.more.pain_quality").click()
    chip(desk, "pain_boring").click()
    child(desk, "findings.more.pain_quality").click()
    assert not chip(desk, "pain_boring").isHidden()
    assert chip(desk, "pain_shooting").isHidden()


def test_the_patients_answers_are_marked_on_chips_and_in_rows(desk: FindingsDesk) -> None:
    told = (
        Observation("pain_heavy", PRESENT),
        Observation("agg_damp", PRESENT),
        Observation("fatigue", ABSENT),
    )
    found = Examination(told, from_form=("pain_heavy", "agg_damp", "fatigue"))
    Findings(desk.sitting).record(desk.visit_id, found, desk.kept().examination)
    desk.turn_to(desk.visit_id)
    marked = [chip(desk, "pain_heavy"), chip(desk, "fatigue"), child(desk, "findings.worse.agg_damp")]
    assert all("from the patient's form" in button.accessibleName() for button in marked)
    assert "from the patient's form" not in chip(desk, "pain_cold").accessibleName()
    before = marked[2].grab().toImage()
    marked[2].click()
    marked[2].click()
    assert "from the patient's form" not in marked[2].accessibleName()
    assert marked[2].grab().toImage() != before


def test_tab_comes_to_a_card_once(desk: FindingsDesk) -> None:
    def stops() -> list[str]:
        card = desk.page.findChild(QWidget, "findings.card.pain_quality")
        assert card is not None
        chips = [c for c in card.findChildren(QPushButton) if c.objectName().startswith("findings.chip.")]
        return [c.objectName() for c in chips if c.focusPolicy() & Qt.FocusPolicy.TabFocus]

    assert stops() == ["findings.chip.pain_dull"]
    chip(desk, "pain_cold").setFocus()
    assert stops() == ["findings.chip.pain_cold"]


def test_a_follow_up_is_walked_through_with_tab(desk: FindingsDesk, qtbot: QtBot) -> None:
    desk.page.focus_first()
    walked = []
    for _stop in range(14):
        focused = QApplication.focusWidget()
        assert focused is not None
        walked.append(focused.objectName())
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    wanted = ["pain.now", "worse.agg_cold", "pain.worst", "pain.average", "check_in_words"]
    places = [walked.index(f"findings.{name}") for name in wanted]
    assert places == sorted(places)
    assert len([name for name in walked if name.startswith(("findings.worse", "findings.better"))]) == 1


def test_arrows_go_from_row_to_row_and_keys_answer(desk: FindingsDesk, qtbot: QtBot) -> None:
    worse = child(desk, "findings.worse.agg_cold")
    worse.setFocus()
    qtbot.keyClick(worse, Qt.Key.Key_Down)
    below = child(desk, "findings.worse.agg_heat")
    assert below.hasFocus()
    qtbot.keyClick(below, Qt.Key.Key_B)
    better = child(desk, "findings.better.agg_heat")
    assert isinstance(better, Answer)
    assert better.state is PRESENT
    qtbot.keyClick(below, Qt.Key.Key_Up)
    qtbot.keyClick(worse, Qt.Key.Key_Up)
    assert worse.hasFocus()


def test_pain_now_stands_with_the_quality_of_the_pain(desk: FindingsDesk) -> None:
    card = desk.page.findChild(QWidget, "findings.card.pain_quality")
    assert card is not None
    assert card.findChild(PainScale, "findings.pain.now") is not None
    assert card.findChild(PainScale, "findings.pain.worst") is None


def flagged(desk: FindingsDesk, *flag_ids: str) -> None:
    for flag_id in flag_ids:
        Findings(desk.sitting).answer_red_flag(desk.visit_id, RedFlagAnswer(flag_id, present=True), None)
    desk.turn_to(desk.visit_id)


def test_alerts_stand_above_findings_and_ledger(desk: FindingsDesk) -> None:
    flagged(desk, "rf_saddle_or_genital_numbness")
    alert = desk.page.findChild(QWidget, "findings.alert.rf_saddle_or_genital_numbness")
    assert alert is not None
    foot = alert.mapTo(desk.page, QPoint(0, alert.height())).y()
    for below in (desk.panel, desk.page.search):
        assert below.mapTo(desk.page, QPoint(0, 0)).y() >= foot
    assert any("Emergency today" in text for text in visible_texts(desk.page))
    assert "1 present" in child(desk, "findings.open_red_flags").text()


def test_many_alerts_leave_room_and_none_is_lost(desk: FindingsDesk, qtbot: QtBot) -> None:
    flags = [flag.id for flag in desk.knowledge.red_flags.values()][:5]
    flagged(desk, *flags)
    shown = [w for w in desk.page.findChildren(QWidget) if w.objectName().startswith("findings.alert.")]
    assert len([w for w in shown if w.isVisibleTo(desk.page)]) == 3
    assert any("2 more red flags are present" in text for text in visible_texts(desk.page))
    child(desk, "findings.show_alerts").click()
    for flag_id in flags:
        cells = desk.page.findChild(Cells, f"findings.red_flag.{flag_id}")
        assert cells is not None
        assert cells.isVisibleTo(desk.page)


def test_a_risk_of_the_patient_adds_weight_to_a_red_flag(desk: FindingsDesk) -> None:
    flagged(desk, "rf_after_head_injury_on_anticoagulant")
    assert any("Adds weight: Anticoagulant" in text for text in visible_texts(desk.page))


@pytest.mark.parametrize("name", ["pain_heavy", "tongue_dusky", "pulse_deep"])
def test_a_signed_visit_takes_no_finding(desk: FindingsDesk, name: str) -> None:
    desk.page.show_visit(3, 2, read_only=True)
    assert not chip(desk, name).isEnabled()
    for hidden in ("findings.open_earlier", "findings.clear_tongue", "findings.add_words.pain_quality"):
        assert child(desk, hidden).isHidden()
    assert not child(desk, "findings.add_site.pain_quality").isEnabled()
    assert not desk.page.search.isEnabled()
