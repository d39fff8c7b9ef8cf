"""Two windows on one visit: each part waits for a person by itself, and nothing typed is lost meanwhile."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from acuchart.charting.courses import Courses
from acuchart.charting.findings import Findings
from acuchart.charting.pattern import Patterns
from acuchart.charting.visits import Visits
from acuchart.clinic.course import Complaint, Mechanism
from acuchart.clinic.events import VisitChanged
from acuchart.clinic.findings import FindingState, Observation
from acuchart.clinic.visit import Assessment, CheckIn, Examination, RedFlagAnswer
from acuchart.screens.findings.complaint import Typed
from acuchart.screens.findings.finding_chip import FindingChip
from acuchart.screens.pattern.lines import Choice
from tests.helpers.clinic import StaffedClinic, clinic_with_staff
from tests.helpers.knee_visit import knee_visit
from tests.helpers.visible_texts import visible_texts
from tests.helpers.visit_screens import FindingsDesk

DULL = Examination((Observation("pain_dull", FindingState.PRESENT),))


@pytest.fixture(scope="module")
def clinic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StaffedClinic]:
    staffed = clinic_with_staff(Path(tmp_path_factory.mktemp("conflicts")))
    yield staffed
    staffed.close()


@pytest.fixture
def desk(clinic: StaffedClinic, qapp: QApplication) -> Iterator[FindingsDesk]:
    made = FindingsDesk(clinic.practitioner)
    made.turn_to(knee_visit(clinic.practitioner).visit_id)
    yield made
    made.page.close()
    made.page.deleteLater()


def tap(desk: FindingsDesk, name: str) -> None:
    found = desk.page.findChild(QPushButton, name)
    assert found is not None, name
    found.click()


def said(desk: FindingsDesk) -> str:
    return " | ".join(visible_texts(desk.page))


def kept_complaint(desk: FindingsDesk) -> Complaint:
    with desk.sitting.records.work() as work:
        return Complaint.of(work.courses.get(desk.kept().course_id))


def other_window_writes_findings(desk: FindingsDesk) -> None:
    Findings(desk.sitting).record(desk.visit_id, DULL, desk.kept().examination)


def ids(found: Examination) -> set[str]:
    return {seen.finding_id for seen in found.observations}


def test_a_conflict_in_one_part_does_not_stop_the_others(desk: FindingsDesk) -> None:
    other_window_writes_findings(desk)
    tap(desk, "findings.chip.pain_heavy")
    desk.pause()
    desk.page.checked_in.emit(CheckIn(pain_now=6))
    desk.pause()
    assert desk.kept().check_in == CheckIn(pain_now=6)
    assert desk.kept().examination == DULL


def test_complaint_and_red_flags_wait_for_a_person_too(desk: FindingsDesk) -> None:
    flag = next(iter(desk.knowledge.red_flags))
    theirs = RedFlagAnswer(flag, present=False)
    Findings(desk.sitting).answer_red_flag(desk.visit_id, theirs, None)
    before = kept_complaint(desk)
    Courses(desk.sitting).describe(desk.kept().course_id, Complaint("Hip"), before)
    desk.page.complaint_typed.emit(Typed("Knee, left", (), "", Mechanism.MIXED))
    desk.page.red_flag_answered.emit(flag, True)
    desk.pause()
    assert (kept_complaint(desk).words, desk.kept().red_flags) == ("Hip", (theirs,))
    assert "Complaint" in said(desk)
    tap(desk, "findings.keep_mine")
    desk.pause()
    assert kept_complaint(desk).words == "Knee, left"
    assert desk.kept().red_flags == (RedFlagAnswer(flag, present=True),)


def test_what_was_typed_is_there_again_after_another_visit(desk: FindingsDesk, clinic: StaffedClinic) -> None:
    other_window_writes_findings(desk)
    tap(desk, "findings.chip.pain_heavy")
    desk.pause()
    chip = desk.page.findChild(FindingChip, "findings.chip.pain_heavy")
    assert chip is not None
    typed = chip.state
    desk.presenter.leave()
    desk.presenter.open(knee_visit(clinic.practitioner).visit_id)
    desk.presenter.open(desk.visit_id)
    assert chip.state is typed
    assert typed is not FindingState.NOT_ASKED
    tap(desk, "findings.keep_mine")
    assert "pain_heavy" in ids(desk.kept().examination)
    assert desk.go.saves[-1] == "saved"


def test_taking_theirs_leaves_what_nobody_else_changed(desk: FindingsDesk) -> None:
    other_window_writes_findings(desk)
    tap(desk, "findings.chip.pain_heavy")
    desk.pause()
    desk.page.checked_in.emit(CheckIn(pain_now=3))
    tap(desk, "findings.take_theirs")
    desk.pause()
    assert (desk.kept().examination, desk.kept().check_in) == (DULL, CheckIn(pain_now=3))


def test_a_confirmed_pattern_is_to_be_confirmed_again_once_findings_change(desk: FindingsDesk) -> None:
    chosen = desk.kept().assessment
    Patterns(desk.sitting).confirm(desk.visit_id, Assessment("cold_damp"), (), chosen)
    desk.pattern.show(Visits(desk.sitting).open(desk.visit_id))
    tap(desk, "findings.chip.pain_heavy")
    desk.pause()
    desk.presenter.heard(VisitChanged(desk.visit_id))
    assert desk.kept().assessment == Assessment("cold_damp")
    assert "Confirm the pattern again" in said(desk)
    desk.panel.confirmed.emit()
    assert desk.kept().assessment.confirmed_at is not None


@pytest.mark.parametrize("typing", [True, False])
def test_a_pattern_written_elsewhere_is_told_before_it_is_confirmed_over(
    desk: FindingsDesk, typing: bool
) -> None:
    patterns = Patterns(desk.sitting)
    patterns.write(desk.visit_id, Assessment("cold_damp"), desk.kept().assessment)
    desk.pattern.show(Visits(desk.sitting).open(desk.visit_id))
    patterns.write(desk.visit_id, Assessment("damp_heat"), Assessment("cold_damp"))
    if typing:
        desk.panel.chosen.emit(Choice("cold_damp", (), "mine"))
    desk.panel.confirmed.emit()
    theirs = desk.kept().assessment
    assert "Changed in another window" in said(desk)
    desk.panel.confirmed.emit()
    mine = desk.kept().assessment
    assert theirs == Assessment("damp_heat")
    assert (mine.primary, mine.words) == ("cold_damp", "mine" if typing else "")
    assert mine.confirmed_at is not None


def test_a_pattern_in_conflict_is_there_again_after_another_visit(
    desk: FindingsDesk, clinic: StaffedClinic
) -> None:
    patterns, mine = Patterns(desk.sitting), Choice("cold_damp", (), "mine")
    patterns.reopen(desk.visit_id)
    desk.pattern.show(Visits(desk.sitting).open(desk.visit_id))
    patterns.write(desk.visit_id, Assessment("damp_heat"), desk.kept().assessment)
    desk.panel.chosen.emit(mine)
    desk.pause()
    desk.presenter.open(knee_visit(clinic.practitioner).visit_id)
    assert desk.go.saves[-1].startswith("not saved")
    desk.presenter.open(desk.visit_id)
    assert "Changed in another window" in said(desk)
    desk.panel.confirmed.emit()
    assert (desk.kept().assessment.primary, desk.kept().assessment.words) == ("cold_damp", "mine")
    assert desk.go.saves[-1] == "saved"


def test_a_choice_made_after_the_panel_was_left_once_is_written_too(desk: FindingsDesk) -> None:
    Patterns(desk.sitting).reopen(desk.visit_id)
    desk.pattern.show(Visits(desk.sitting).open(desk.visit_id))
    desk.pattern.leave()
    desk.panel.chosen.emit(Choice("damp_heat", (), "later"))
    desk.pattern.leave()
    assert desk.kept().assessment.words == "later"
