"""Last visit's findings: copied on request, marked until a person confirms them, and nothing before that."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from acuchart.charting.findings import Findings
from acuchart.charting.note import Notes
from acuchart.charting.pattern import Patterns
from acuchart.clinic.findings import FindingState, Observation
from acuchart.clinic.trouble import ChartTrouble
from acuchart.clinic.visit import Assessment, Carried, Examination
from acuchart.screens.parts.button import Button
from acuchart.screens.shell.focus_ring import FocusRing
from tests.helpers.findings_hand import child, chip, state_of
from tests.helpers.knee_visit import KneeVisit
from tests.helpers.visit_screens import FindingsDesk

PRESENT, ABSENT, NOT_ASKED = FindingState.PRESENT, FindingState.ABSENT, FindingState.NOT_ASKED
LAST = Examination(
    (
        Observation("pain_heavy", PRESENT),
        Observation("agg_cold", PRESENT),
        Observation("fatigue", ABSENT),
        Observation("tongue_pale", PRESENT),
        Observation("pulse_wiry", PRESENT, position="left_guan"),
    ),
    {"energy": "words of last time"},
    pulse_rate=88,
)


@pytest.fixture
def follow_up(desk: FindingsDesk, knee: KneeVisit) -> FindingsDesk:
    """The screen turned to a visit in which nothing was found, after one in which something was."""
    with desk.sitting.records.work() as work:
        before = next(v for v in work.visits.of_course(knee.course_id) if v.number == 2)
    Findings(desk.sitting).record(before.id, LAST, before.examination)
    desk.turn_to(knee.visit_id)
    # Rows of the test before are gone only once Qt has had its turn.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return desk


def copy(desk: FindingsDesk) -> None:
    child(desk, "findings.open_earlier").click()
    desk.pause()


def test_a_copy_is_marked_and_counts_in_no_ledger_and_no_note(follow_up: FindingsDesk) -> None:
    desk = follow_up
    assert child(desk, "findings.open_earlier").text() == "Copy from visit 2"
    copy(desk)
    kept = desk.kept().examination
    assert kept.observations == ()
    assert {(one.observation.finding_id, one.visit) for one in kept.carried} == {
        ("pain_heavy", 2),
        ("agg_cold", 2),
        ("fatigue", 2),
    }
    assert (dict(kept.words), kept.pulse_rate) == ({}, None)
    assert chip(desk, "pain_heavy").state is NOT_ASKED
    assert "from visit 2: present, to be confirmed" in chip(desk, "pain_heavy").accessibleName()
    assert "to be confirmed" in child(desk, "findings.worse.agg_cold").accessibleName()
    assert desk.panel.ledger.order == ()
    note = Notes(desk.sitting).read(desk.visit_id).note
    assert "eavy" not in str(note)
    assert child(desk, "findings.open_earlier").text() == "3 to confirm"


def test_a_copy_is_there_again_after_the_visit_was_left(follow_up: FindingsDesk, knee: KneeVisit) -> None:
    copy(follow_up)
    follow_up.presenter.leave()
    follow_up.turn_to(knee.visit_id)
    assert chip(follow_up, "fatigue").carried == Carried(Observation("fatigue", ABSENT), 2)


def test_one_key_each_confirms_what_still_holds(follow_up: FindingsDesk, qtbot: QtBot) -> None:
    desk = follow_up
    copy(desk)
    for finding in ("pain_heavy", "agg_cold"):
        button = child(desk, f"findings.holds.{finding}")
        assert button.hasFocus()
        qtbot.keyClick(button, Qt.Key.Key_Return)
    button = child(desk, "findings.holds.fatigue")
    assert button.hasFocus()
    qtbot.keyClick(button, Qt.Key.Key_Minus)
    desk.pause()
    kept = desk.kept().examination
    assert [(o.finding_id, o.state) for o in kept.observations] == [
        ("pain_heavy", PRESENT),
        ("agg_cold", PRESENT),
        ("fatigue", PRESENT),
    ]
    assert kept.carried == ()


def test_the_ring_shows_which_one_a_key_confirms(
    follow_up: FindingsDesk, qtbot: QtBot, qapp: QApplication
) -> None:
    desk, ring = follow_up, FocusRing(qapp, follow_up.page)
    desk.page.focus_first()
    qtbot.keyClick(desk.page, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    button = child(desk, "findings.holds.pain_heavy")
    assert ring.target is button
    qtbot.keyClick(button, Qt.Key.Key_Return)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert ring.target is child(desk, "findings.holds.agg_cold")
    ring.deleteLater()


def test_arrows_go_through_the_list_without_saying_anything(follow_up: FindingsDesk, qtbot: QtBot) -> None:
    desk = follow_up
    copy(desk)
    first, second = (child(desk, f"findings.holds.{key}") for key in ("pain_heavy", "agg_cold"))
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    qtbot.keyClick(second, Qt.Key.Key_Up)
    assert first.hasFocus()
    qtbot.keyClick(first, Qt.Key.Key_Up)
    assert first.hasFocus()
    desk.pause()
    assert desk.kept().examination.observations == ()


def test_a_tap_confirms_and_delete_drops(follow_up: FindingsDesk, qtbot: QtBot) -> None:
    desk = follow_up
    copy(desk)
    chip(desk, "fatigue").click()
    assert chip(desk, "fatigue").state is ABSENT
    qtbot.keyClick(chip(desk, "pain_heavy"), Qt.Key.Key_Delete)
    child(desk, "findings.worse.agg_cold").click()
    desk.pause()
    assert desk.kept().examination.carried == ()
    assert [state_of(desk, key) for key in ("fatigue", "pain_heavy", "agg_cold")] == [
        ABSENT,
        NOT_ASKED,
        PRESENT,
    ]


def test_what_was_dropped_is_not_copied_again_by_folding_the_list(
    follow_up: FindingsDesk, qtbot: QtBot
) -> None:
    desk = follow_up
    copy(desk)
    qtbot.keyClick(chip(desk, "pain_heavy"), Qt.Key.Key_Delete)
    child(desk, "findings.open_earlier").click()
    child(desk, "findings.open_earlier").click()
    assert chip(desk, "pain_heavy").carried is None
    assert child(desk, "findings.open_earlier").text() == "2 to confirm"


def test_only_what_is_empty_is_filled(follow_up: FindingsDesk) -> None:
    desk = follow_up
    chip(desk, "pain_heavy").click()
    chip(desk, "pain_heavy").click()
    copy(desk)
    assert chip(desk, "pain_heavy").state is ABSENT
    assert chip(desk, "pain_heavy").carried is None


def test_copying_can_be_taken_back(follow_up: FindingsDesk) -> None:
    desk = follow_up
    copy(desk)
    undo = desk.go.undos[-1]
    assert undo is not None
    undo()
    desk.pause()
    assert desk.kept().examination == Examination()
    copy(desk)
    chip(desk, "fatigue").click()
    undo = desk.go.undos[-1]
    assert undo is not None
    undo()
    assert chip(desk, "fatigue").state is ABSENT


def test_copying_leaves_a_confirmed_pattern_and_confirming_a_finding_does_not(
    follow_up: FindingsDesk,
) -> None:
    desk = follow_up
    Patterns(desk.sitting).confirm(desk.visit_id, Assessment("cold_damp"), (), desk.kept().assessment)
    copy(desk)
    assert desk.kept().assessment.confirmed_at is not None
    chip(desk, "fatigue").click()
    desk.pause()
    assert desk.kept().assessment.confirmed_at is None


def test_records_refuse_to_carry_tongue_and_pulse_whoever_asks(follow_up: FindingsDesk) -> None:
    desk = follow_up
    wrong = tuple(Carried(observation, 2) for observation in LAST.observations)
    recorded = Findings(desk.sitting).record(desk.visit_id, Examination(carried=wrong), Examination())
    ids = {one.observation.finding_id for one in recorded.examination.carried}
    assert ids == {"pain_heavy", "agg_cold", "fatigue"}


@pytest.mark.parametrize("rate", [0, 19, 251, -3])
def test_a_pulse_that_nobody_can_have_is_refused(follow_up: FindingsDesk, rate: int) -> None:
    with pytest.raises(ChartTrouble, match="20 to 250"):
        Findings(follow_up.sitting).record(follow_up.visit_id, Examination(pulse_rate=rate), Examination())


def test_without_an_earlier_visit_nothing_is_offered(screen: FindingsDesk, knee: KneeVisit) -> None:
    with screen.sitting.records.work() as work:
        first = next(v for v in work.visits.of_course(knee.course_id) if v.number == 1)
    screen.turn_to(first.id)
    button = screen.page.findChild(Button, "findings.open_earlier")
    assert button is not None
    assert not button.isVisibleTo(screen.page)
