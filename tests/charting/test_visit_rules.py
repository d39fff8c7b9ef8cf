"""From check-in to the prescription: every step is refused where it must be."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from time import tzset
from uuid import UUID

import pytest

from acuchart.charting.courses import Courses
from acuchart.charting.findings import Findings
from acuchart.charting.flags import RiskFlags
from acuchart.charting.patients import Patients
from acuchart.charting.pattern import Patterns
from acuchart.charting.points import Points
from acuchart.charting.session import Sessions
from acuchart.charting.today import Today
from acuchart.charting.visits import Visits
from acuchart.clinic.chart import Column
from acuchart.clinic.course import Complaint, Goal, Phase, Schedule
from acuchart.clinic.findings import FindingState, Observation
from acuchart.clinic.flags import Flag, FlagKind, FlagState
from acuchart.clinic.ids import new_id
from acuchart.clinic.needling import Needling
from acuchart.clinic.people import Name, Particulars, Patient
from acuchart.clinic.points import Side
from acuchart.clinic.trouble import ChangedElsewhere, ChartTrouble
from acuchart.clinic.visit import Assessment, CheckIn, Examination, LedgerRow, RedFlagAnswer
from tests.helpers.clinic import StaffedClinic
from tests.helpers.records import Chart, issue

ST36 = Needling("ST36", Side.BOTH, 2, 25)
LI4 = Needling("LI4", Side.BOTH, 2, 15)


@pytest.fixture
def mara(clinic: StaffedClinic) -> Patient:
    return Patients(clinic.desk).register(Particulars(Name("Mara", "Ellison"), date(1985, 4, 2)))


@pytest.fixture
def visit(clinic: StaffedClinic, mara: Patient) -> UUID:
    return Today(clinic.desk).check_in(mara.id, clinic.practitioner.user.id)


def test_a_second_visit_is_refused_while_one_is_open(
    clinic: StaffedClinic, mara: Patient, visit: UUID
) -> None:
    with pytest.raises(ChartTrouble):
        Today(clinic.desk).check_in(mara.id, clinic.practitioner.user.id)


def test_the_desk_can_not_be_the_acupuncturist(clinic: StaffedClinic, mara: Patient) -> None:
    with pytest.raises(ChartTrouble):
        Today(clinic.desk).check_in(mara.id, clinic.desk.user.id)


def test_a_check_in_with_an_issued_plan_is_not_taken_back(
    clinic: StaffedClinic, mara: Patient, visit: UUID
) -> None:
    chart = Visits(clinic.practitioner).open(visit)
    with clinic.owner.records.work() as work:
        issue(work, Chart(clinic.practitioner.user, mara, chart.course, chart.visit))
    with pytest.raises(ChartTrouble, match="can't be taken back"):
        Today(clinic.desk).take_back(visit)


@pytest.mark.parametrize(("day", "hours"), [(date(2026, 10, 25), 25), (date(2026, 3, 29), 23)])
def test_the_board_of_a_day_of_other_length_has_no_hole(
    clinic: StaffedClinic, visit: UUID, day: date, hours: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    tzset()
    midnight = datetime.combine(day, time()).astimezone(UTC)
    board, seen = Today(clinic.practitioner), []
    for minutes in (0, hours * 60 - 1, hours * 60):
        with clinic.owner.records.work() as work:
            kept = work.visits.get(visit)
            work.visits.change(replace(kept, arrived_at=midnight + timedelta(minutes=minutes)))
        seen.append(len(board.board(day)))
    monkeypatch.undo()
    tzset()
    assert seen == [1, 1, 0]


def test_a_mistaken_check_in_is_taken_back_only_while_it_is_empty(
    clinic: StaffedClinic, mara: Patient, visit: UUID
) -> None:
    today = Today(clinic.desk)
    today.give_room(visit, "Room 2")
    today.take_back(visit)
    again = today.check_in(mara.id, clinic.practitioner.user.id)
    Visits(clinic.practitioner).check_in(again, CheckIn(pain_now=7), CheckIn())
    with pytest.raises(ChartTrouble):
        today.take_back(again)


def test_the_desk_sees_no_reason_no_risk_and_no_number_of_answers(
    clinic: StaffedClinic, mara: Patient, visit: UUID
) -> None:
    RiskFlags(clinic.practitioner).ask(
        mara.id, Flag(FlagKind.PACEMAKER, FlagState.YES), Flag(FlagKind.PACEMAKER)
    )
    day = clinic.clock.today()
    seen = Today(clinic.practitioner).board(day)[0]
    hidden = Today(clinic.desk).board(day)[0]
    assert seen.flags
    assert seen.reason
    assert (hidden.flags, hidden.reason, hidden.answers_to_read) == ((), "", None)
    assert hidden.patient_name == "Mara Ellison"


def test_an_unknown_room_and_a_room_in_use_are_refused(
    clinic: StaffedClinic, mara: Patient, visit: UUID
) -> None:
    with pytest.raises(ChartTrouble):
        Today(clinic.desk).give_room(visit, "Room 99")


@pytest.mark.parametrize("score", [-1, 11])
def test_impossible_scores_change_nothing(clinic: StaffedClinic, visit: UUID, score: int) -> None:
    visits = Visits(clinic.practitioner)
    with pytest.raises(ChartTrouble):
        visits.check_in(visit, CheckIn(pain_now=score), CheckIn())
    assert visits.open(visit).visit.check_in == CheckIn()


def test_a_part_changed_meanwhile_is_not_overwritten(clinic: StaffedClinic, visit: UUID) -> None:
    visits = Visits(clinic.practitioner)
    visits.check_in(visit, CheckIn(pain_now=4), CheckIn())
    with pytest.raises(ChangedElsewhere):
        visits.check_in(visit, CheckIn(pain_now=6), CheckIn())
    assert visits.open(visit).visit.check_in.pain_now == 4


def test_parts_of_a_visit_do_not_stand_in_each_others_way(clinic: StaffedClinic, visit: UUID) -> None:
    Visits(clinic.practitioner).check_in(visit, CheckIn(pain_now=4), CheckIn())
    Points(clinic.practitioner).prescribe(visit, (ST36,), ())
    kept = Findings(clinic.practitioner).record(
        visit, Examination((Observation("pain_stabbing", FindingState.ABSENT),)), Examination()
    )
    assert (kept.check_in.pain_now, kept.prescription) == (4, (ST36,))


def test_a_finding_outside_the_vocabulary_is_refused(clinic: StaffedClinic, visit: UUID) -> None:
    with pytest.raises(ChartTrouble):
        Findings(clinic.practitioner).record(
            visit, Examination((Observation("made_up", FindingState.PRESENT),)), Examination()
        )


def test_not_asked_is_kept_as_nothing_at_all(clinic: StaffedClinic, visit: UUID) -> None:
    found = Examination((Observation("pain_stabbing", FindingState.NOT_ASKED),), {"pain_quality": "  "})
    kept = Findings(clinic.practitioner).record(visit, found, Examination())
    assert kept.examination == Examination()


def test_the_pattern_is_kept_with_the_ledger_as_shown(clinic: StaffedClinic, visit: UUID) -> None:
    patterns = Patterns(clinic.practitioner)
    with pytest.raises(ChartTrouble):
        patterns.confirm(visit, Assessment(), (), Assessment())
    shown = (LedgerRow("cold_damp", ("agg_cold",), (), 3),)
    kept = patterns.confirm(visit, Assessment(primary="my own words"), shown, Assessment())
    assert kept.assessment.ledger_shown == shown
    assert kept.assessment.confirmed_by == clinic.practitioner.user.id
    assert patterns.reopen(visit).assessment.confirmed_at is None


@pytest.mark.parametrize(
    "rows",
    [
        (Needling("ST99", Side.BOTH, 2),),
        (ST36, ST36),
        (replace(ST36, depth_mm=500),),
        (replace(ST36, depth_mm=-1),),
        (replace(ST36, needles=0),),
        (replace(LI4, kept_because="too short"),),
    ],
)
def test_a_prescription_that_can_not_be_changes_nothing(
    clinic: StaffedClinic, visit: UUID, rows: tuple[Needling, ...]
) -> None:
    points = Points(clinic.practitioner)
    with pytest.raises(ChartTrouble):
        points.prescribe(visit, rows, ())
    assert Visits(clinic.practitioner).open(visit).visit.prescription == ()


def test_a_flag_asked_later_turns_a_chosen_point_into_a_danger(
    clinic: StaffedClinic, mara: Patient, visit: UUID
) -> None:
    points = Points(clinic.practitioner)
    assert not [c for c in points.prescribe(visit, (LI4,), ()).cautions if c.level == "danger"]
    due = clinic.clock.today() + timedelta(weeks=18)
    RiskFlags(clinic.practitioner).ask(
        mara.id, Flag(FlagKind.PREGNANCY, FlagState.YES, due=due), Flag(FlagKind.PREGNANCY)
    )
    chart = Visits(clinic.practitioner).open(visit)
    assert [c.point for c in chart.cautions if c.level == "danger" and c.point] == ["LI4"]
    with pytest.raises(ChartTrouble, match="LI4"):
        Sessions(clinic.practitioner).prepare(visit, "Room 1")
    points.prescribe(visit, (replace(LI4, kept_because="Agreed with the midwife"),), (LI4,))
    assert Sessions(clinic.practitioner).prepare(visit, "Room 1").room == "Room 1"


def pregnant(clinic: StaffedClinic, mara: Patient) -> None:
    due = clinic.clock.today() + timedelta(weeks=18)
    RiskFlags(clinic.practitioner).ask(
        mara.id, Flag(FlagKind.PREGNANCY, FlagState.YES, due=due), Flag(FlagKind.PREGNANCY)
    )


def swollen(clinic: StaffedClinic, mara: Patient) -> None:
    flag = Flag(FlagKind.LYMPHOEDEMA_LEFT_ARM, FlagState.YES)
    RiskFlags(clinic.practitioner).ask(mara.id, flag, Flag(FlagKind.LYMPHOEDEMA_LEFT_ARM))


def test_a_reason_does_not_settle_a_danger_that_came_later(
    clinic: StaffedClinic, mara: Patient, visit: UUID
) -> None:
    pregnant(clinic, mara)
    points, sessions = Points(clinic.practitioner), Sessions(clinic.practitioner)
    kept = points.prescribe(visit, (replace(LI4, kept_because="Agreed with the midwife"),), ()).visit
    sessions.prepare(visit, "Room 1")
    swollen(clinic, mara)
    with pytest.raises(ChartTrouble, match="LI4"):
        sessions.begin(visit)
    bare = tuple(replace(row, kept_for=(), kept_to_mm=None) for row in kept.prescription)
    points.prescribe(visit, bare, kept.prescription)
    with pytest.raises(ChartTrouble, match="LI4"):
        sessions.begin(visit)
    anew = (replace(LI4, kept_because="The left arm is left alone"),)
    points.prescribe(visit, anew, kept.prescription)
    assert sessions.begin(visit).begun_at == clinic.clock.now()


def test_no_needle_more_is_counted_in_while_a_danger_is_open(
    clinic: StaffedClinic, mara: Patient, visit: UUID
) -> None:
    points, sessions = Points(clinic.practitioner), Sessions(clinic.practitioner)
    points.prescribe(visit, (LI4,), ())
    sessions.prepare(visit, "Room 1")
    sessions.begin(visit)
    sessions.one_more_in(visit, 1)
    pregnant(clinic, mara)
    with pytest.raises(ChartTrouble, match="Settle LI4"):
        sessions.one_more_in(visit, 1)
    with pytest.raises(ChartTrouble, match="Settle LI4"):
        sessions.count_in(visit, 2, 1)
    assert sessions.one_more_in(visit, -1).count_in == 0


def test_a_pregnancy_without_a_due_date_meets_every_pregnancy_rule(
    clinic: StaffedClinic, mara: Patient, visit: UUID
) -> None:
    RiskFlags(clinic.practitioner).ask(
        mara.id, Flag(FlagKind.PREGNANCY, FlagState.YES), Flag(FlagKind.PREGNANCY)
    )
    warned = {rule.code for rule in clinic.owner.knowledge.cautions if rule.kind == "pregnancy"} - {"ALL"}
    rows = tuple(Needling(code, Side.BOTH, 2) for code in sorted(warned))
    chart = Points(clinic.practitioner).prescribe(visit, rows, ())
    assert warned <= {caution.point for caution in chart.cautions}


def test_a_red_flag_without_a_decision_stops_the_needling(
    clinic: StaffedClinic, mara: Patient, visit: UUID
) -> None:
    Points(clinic.practitioner).prescribe(visit, (ST36,), ())
    findings = Findings(clinic.practitioner)
    flag = next(iter(clinic.owner.knowledge.red_flags))
    findings.answer_red_flag(visit, RedFlagAnswer(flag, present=True), None)
    with pytest.raises(ChartTrouble):
        Sessions(clinic.practitioner).prepare(visit, "Room 1")
    decided = RedFlagAnswer(flag, present=True, decision="Seen by the GP today")
    findings.answer_red_flag(visit, decided, RedFlagAnswer(flag, present=True))
    Sessions(clinic.practitioner).prepare(visit, "Room 1")
    assert Today(clinic.desk).board(clinic.clock.today())[0].column is Column.IN_ROOM


def test_a_visit_needs_a_point_before_a_room_is_prepared(clinic: StaffedClinic, visit: UUID) -> None:
    with pytest.raises(ChartTrouble):
        Sessions(clinic.practitioner).prepare(visit, "Room 1")


def test_a_course_keeps_its_rules(clinic: StaffedClinic, mara: Patient, visit: UUID) -> None:
    courses = Courses(clinic.practitioner)
    course = Visits(clinic.practitioner).open(visit).course
    with pytest.raises(ChartTrouble):
        courses.describe(course.id, Complaint(" "), Complaint.of(course))
    tomorrow = clinic.clock.today() + timedelta(days=1)
    with pytest.raises(ChartTrouble):
        courses.describe(course.id, Complaint("Knee", onset=tomorrow), Complaint.of(course))
    with pytest.raises(ChartTrouble):
        courses.set_schedule(course.id, Schedule((Phase(9, 1),)), course.schedule)
    six = tuple(Goal(new_id(), f"goal {n}", "0 to 10") for n in range(6))
    with pytest.raises(ChartTrouble):
        courses.set_goals(course.id, six, ())
    with pytest.raises(ChartTrouble):
        courses.close(course.id)
