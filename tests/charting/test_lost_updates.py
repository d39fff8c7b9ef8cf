"""Two windows on one record: what one wrote is never overwritten unseen; a pattern stands on its findings."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from acuchart.charting.courses import Courses
from acuchart.charting.findings import Findings
from acuchart.charting.flags import RiskFlags
from acuchart.charting.patients import Patients
from acuchart.charting.pattern import Patterns
from acuchart.charting.today import Today
from acuchart.charting.visits import Visits
from acuchart.clinic.course import Complaint
from acuchart.clinic.findings import FindingState, Observation
from acuchart.clinic.flags import Flag, FlagKind, FlagState
from acuchart.clinic.people import Name, Particulars
from acuchart.clinic.trouble import ChangedElsewhere
from acuchart.clinic.visit import Assessment, Examination, LedgerRow, RedFlagAnswer, Visit
from tests.helpers.clinic import StaffedClinic

SHOWN = (LedgerRow("cold_damp", ("agg_cold",), (), 3),)
STABBING = Examination((Observation("pain_stabbing", FindingState.PRESENT),))
COLD = Assessment("cold_damp")


@pytest.fixture
def visit_id(clinic: StaffedClinic) -> UUID:
    mara = Patients(clinic.desk).register(Particulars(Name("Mara", "Ellison"), date(1985, 4, 2)))
    return Today(clinic.desk).check_in(mara.id, clinic.practitioner.user.id)


@pytest.fixture
def red_flag(clinic: StaffedClinic) -> str:
    return next(iter(clinic.owner.knowledge.red_flags))


def kept(clinic: StaffedClinic, visit_id: UUID) -> Visit:
    with clinic.owner.records.work() as work:
        return work.visits.get(visit_id)


def acts(clinic: StaffedClinic, newest: int) -> list[str]:
    with clinic.owner.records.work() as work:
        return [event.act for event in work.audit.latest(newest)]


def test_a_complaint_changed_elsewhere_is_not_overwritten(clinic: StaffedClinic, visit_id: UUID) -> None:
    courses, course = Courses(clinic.practitioner), Visits(clinic.practitioner).open(visit_id).course
    theirs = courses.describe(course.id, Complaint("Knee"), Complaint.of(course))
    with pytest.raises(ChangedElsewhere):
        courses.describe(course.id, Complaint("Hip"), Complaint.of(course))
    mine = courses.describe(course.id, Complaint("Hip"), Complaint.of(theirs))
    assert mine.complaint == "Hip"


def test_goals_and_schedule_do_not_stand_in_the_way_of_the_complaint(
    clinic: StaffedClinic, visit_id: UUID
) -> None:
    courses, course = Courses(clinic.practitioner), Visits(clinic.practitioner).open(visit_id).course
    courses.set_schedule(course.id, replace(course.schedule, maintenance="Monthly"), course.schedule)
    assert courses.describe(course.id, Complaint("Knee"), Complaint.of(course)).complaint == "Knee"


def test_a_pattern_changed_elsewhere_is_not_confirmed_over(clinic: StaffedClinic, visit_id: UUID) -> None:
    patterns = Patterns(clinic.practitioner)
    patterns.write(visit_id, Assessment("damp_heat"), Assessment())
    with pytest.raises(ChangedElsewhere):
        patterns.confirm(visit_id, COLD, SHOWN, Assessment())
    assert kept(clinic, visit_id).assessment == Assessment("damp_heat")


def test_a_red_flag_answered_elsewhere_is_not_overwritten(
    clinic: StaffedClinic, visit_id: UUID, red_flag: str
) -> None:
    findings = Findings(clinic.practitioner)
    theirs = RedFlagAnswer(red_flag, present=True, decision="Sent to the GP")
    findings.answer_red_flag(visit_id, theirs, None)
    for seen in (None, replace(theirs, decision="")):
        with pytest.raises(ChangedElsewhere):
            findings.answer_red_flag(visit_id, RedFlagAnswer(red_flag, present=False), seen)
        with pytest.raises(ChangedElsewhere):
            findings.forget_red_flag(visit_id, red_flag, seen)
    assert kept(clinic, visit_id).red_flags == (theirs,)
    findings.forget_red_flag(visit_id, red_flag, theirs)
    assert kept(clinic, visit_id).red_flags == ()


def test_the_same_answer_may_be_given_again_after_a_try_cut_short(
    clinic: StaffedClinic, visit_id: UUID, red_flag: str
) -> None:
    findings, answer = Findings(clinic.practitioner), RedFlagAnswer(red_flag, present=False)
    findings.answer_red_flag(visit_id, answer, None)
    assert findings.answer_red_flag(visit_id, answer, None).red_flags == (answer,)
    findings.forget_red_flag(visit_id, red_flag, answer)
    assert findings.forget_red_flag(visit_id, red_flag, answer).red_flags == ()


def test_a_risk_answered_elsewhere_is_not_overwritten(clinic: StaffedClinic, visit_id: UUID) -> None:
    flags, patient = RiskFlags(clinic.practitioner), kept(clinic, visit_id).patient_id
    unasked = Flag(FlagKind.ANTICOAGULANT)
    theirs = flags.ask(patient, Flag(FlagKind.ANTICOAGULANT, FlagState.YES, "Warfarin"), unasked)
    none = Flag(FlagKind.ANTICOAGULANT, FlagState.ASKED_NONE)
    with pytest.raises(ChangedElsewhere):
        flags.ask(patient, none, unasked)
    assert flags.of(patient)[FlagKind.ANTICOAGULANT].detail == "Warfarin"
    after = flags.ask(patient, none, theirs[FlagKind.ANTICOAGULANT])
    assert after[FlagKind.ANTICOAGULANT].state is FlagState.ASKED_NONE


Change = Callable[[Findings, UUID, str], object]

CHANGES: dict[str, Change] = {
    "record": lambda findings, visit, _flag: findings.record(visit, STABBING, Examination()),
    "answer": lambda findings, visit, flag: findings.answer_red_flag(
        visit, RedFlagAnswer(flag, present=True), RedFlagAnswer(flag, present=False)
    ),
    "forget": lambda findings, visit, flag: findings.forget_red_flag(
        visit, flag, RedFlagAnswer(flag, present=False)
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_other_findings_take_a_confirmation_back(
    clinic: StaffedClinic, visit_id: UUID, red_flag: str, change: str
) -> None:
    findings = Findings(clinic.practitioner)
    findings.answer_red_flag(visit_id, RedFlagAnswer(red_flag, present=False), None)
    Patterns(clinic.practitioner).confirm(visit_id, COLD, SHOWN, Assessment())
    CHANGES[change](findings, visit_id, red_flag)
    assert kept(clinic, visit_id).assessment == COLD
    assert "pattern.reopened" in acts(clinic, 2)


def test_the_same_findings_written_again_leave_the_confirmation(
    clinic: StaffedClinic, visit_id: UUID, red_flag: str
) -> None:
    findings, no = Findings(clinic.practitioner), RedFlagAnswer(red_flag, present=False)
    findings.answer_red_flag(visit_id, no, None)
    Patterns(clinic.practitioner).confirm(visit_id, COLD, SHOWN, Assessment())
    findings.record(visit_id, Examination(), Examination())
    findings.answer_red_flag(visit_id, no, no)
    assert kept(clinic, visit_id).assessment.ledger_shown == SHOWN
    assert "pattern.reopened" not in acts(clinic, 3)
