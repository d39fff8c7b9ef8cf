"""A danger of the whole patient holds needle and signature back until somebody writes why."""

from datetime import date

import pytest

from acuchart.charting.findings import Findings
from acuchart.charting.header import Headers
from acuchart.charting.note import Notes
from acuchart.charting.points import Points
from acuchart.charting.rules import Rules
from acuchart.charting.session import Sessions
from acuchart.charting.today import Today
from acuchart.charting.visits import Visits
from acuchart.clinic.cautions import CautionRule, Level
from acuchart.clinic.ids import new_id
from acuchart.clinic.people import Name, Patient
from acuchart.clinic.safety import Check, checks_before_signing
from acuchart.clinic.trouble import ChartTrouble
from acuchart.clinic.visit import KeptDanger, RedFlagAnswer
from tests.helpers.clinic import StaffedClinic
from tests.helpers.knee_visit import NEEDLES, KneeVisit, knee_visit

WHY = "Talked over with her doctor"
OURS = CautionRule("ALL", "own", "", "No needle without the letter", "danger", None, (), "Team, May 2026")


@pytest.fixture
def knee(clinic: StaffedClinic) -> KneeVisit:
    return knee_visit(clinic.practitioner)


@pytest.fixture
def danger(clinic: StaffedClinic) -> str:
    """The owner makes a rule that speaks of every patient."""
    Rules(clinic.owner).add(OURS)
    return OURS.statement


def kept(clinic: StaffedClinic, knee: KneeVisit) -> tuple[KeptDanger, ...]:
    return Visits(clinic.practitioner).open(knee.visit_id).kept_dangers


def cautions_checked(clinic: StaffedClinic, knee: KneeVisit) -> bool:
    chart = Visits(clinic.practitioner).open(knee.visit_id)
    checks = checks_before_signing(
        chart.visit, chart.course.complaint, chart.session, chart.cautions, chart.kept_dangers
    )
    return next(check.done for check in checks if check.check is Check.CAUTIONS)


def test_no_needle_and_no_signature_without_a_reason(
    clinic: StaffedClinic, knee: KneeVisit, danger: str
) -> None:
    sessions, points = Sessions(clinic.practitioner), Points(clinic.practitioner)
    with pytest.raises(ChartTrouble, match="whole patient"):
        sessions.prepare(knee.visit_id, "Room 1")
    assert not cautions_checked(clinic, knee)
    assert not Headers(clinic.practitioner).of_visit(knee.visit_id).done.points
    points.needle_all_the_same(knee.visit_id, danger, f" {WHY} ")
    assert kept(clinic, knee) == (KeptDanger(danger, WHY),)
    assert cautions_checked(clinic, knee)
    assert Headers(clinic.practitioner).of_visit(knee.visit_id).done.points
    sessions.prepare(knee.visit_id, "Room 1")


def test_a_reason_that_is_taken_back_opens_it_again(
    clinic: StaffedClinic, knee: KneeVisit, danger: str
) -> None:
    points = Points(clinic.practitioner)
    points.needle_all_the_same(knee.visit_id, danger, WHY)
    points.needle_all_the_same(knee.visit_id, danger, "")
    assert kept(clinic, knee) == ()
    with pytest.raises(ChartTrouble, match="whole patient"):
        Sessions(clinic.practitioner).prepare(knee.visit_id, "Room 1")


@pytest.mark.parametrize("why", ["short", "   nine    "])
def test_a_reason_says_something(clinic: StaffedClinic, knee: KneeVisit, danger: str, why: str) -> None:
    with pytest.raises(ChartTrouble, match="10 letters"):
        Points(clinic.practitioner).needle_all_the_same(knee.visit_id, danger, why)
    assert kept(clinic, knee) == ()


def test_nobody_settles_what_does_not_stand(clinic: StaffedClinic, knee: KneeVisit) -> None:
    with pytest.raises(ChartTrouble, match="does not stand"):
        Points(clinic.practitioner).needle_all_the_same(knee.visit_id, "Something else", WHY)


def test_a_danger_reworded_is_another_danger(clinic: StaffedClinic, knee: KneeVisit, danger: str) -> None:
    Points(clinic.practitioner).needle_all_the_same(knee.visit_id, danger, WHY)
    (held,) = Rules(clinic.owner).changes()
    other = CautionRule("ALL", "own", "", "No needle at all today", "danger", None, (), "Team, June 2026")
    Rules(clinic.owner).change_own(held, other, active=True)
    with pytest.raises(ChartTrouble, match="whole patient"):
        Sessions(clinic.practitioner).prepare(knee.visit_id, "Room 1")


def test_one_that_comes_while_needles_go_in_stops_the_next_needle(
    clinic: StaffedClinic, knee: KneeVisit
) -> None:
    sessions = Sessions(clinic.practitioner)
    sessions.prepare(knee.visit_id, "Room 1")
    sessions.begin(knee.visit_id)
    sessions.count_in(knee.visit_id, 3, 0)
    Rules(clinic.owner).add(OURS)
    with pytest.raises(ChartTrouble, match="whole patient"):
        sessions.count_in(knee.visit_id, NEEDLES, 3)
    Points(clinic.practitioner).needle_all_the_same(knee.visit_id, OURS.statement, WHY)
    sessions.count_in(knee.visit_id, NEEDLES, 3)


def test_a_red_flag_without_a_decision_stops_the_next_needle(clinic: StaffedClinic, knee: KneeVisit) -> None:
    sessions = Sessions(clinic.practitioner)
    sessions.prepare(knee.visit_id, "Room 1")
    sessions.begin(knee.visit_id)
    sessions.count_in(knee.visit_id, 3, 0)
    open_, decided = (RedFlagAnswer("rf_past_cancer", True, words) for words in ("", "Letter seen"))
    Findings(clinic.practitioner).answer_red_flag(knee.visit_id, open_, None)
    with pytest.raises(ChartTrouble, match="red flag"):
        sessions.count_in(knee.visit_id, NEEDLES, 3)
    Findings(clinic.practitioner).answer_red_flag(knee.visit_id, decided, open_)
    sessions.count_in(knee.visit_id, NEEDLES, 3)


def test_a_decision_on_a_red_flag_of_today_is_asked_once(clinic: StaffedClinic, knee: KneeVisit) -> None:
    answer = RedFlagAnswer("rf_past_cancer", True, "Letter of the oncologist seen")
    Findings(clinic.practitioner).answer_red_flag(knee.visit_id, answer, None)
    told = Visits(clinic.practitioner).open(knee.visit_id).cautions
    assert any(c.level is Level.DANGER and c.point is None for c in told)
    Sessions(clinic.practitioner).prepare(knee.visit_id, "Room 1")


def test_one_answered_at_an_earlier_visit_asks_again_today(clinic: StaffedClinic, knee: KneeVisit) -> None:
    answer = RedFlagAnswer("rf_past_cancer", True, "Letter of the oncologist seen")
    with clinic.practitioner.records.work() as work:
        earlier = next(v for v in work.visits.of_course(knee.course_id) if v.number == 1)
    Findings(clinic.practitioner).answer_red_flag(earlier.id, answer, None)
    with pytest.raises(ChartTrouble, match="whole patient"):
        Sessions(clinic.practitioner).prepare(knee.visit_id, "Room 1")


def test_it_stands_in_the_note_and_a_signed_visit_keeps_it(
    clinic: StaffedClinic, knee: KneeVisit, danger: str
) -> None:
    points = Points(clinic.practitioner)
    points.needle_all_the_same(knee.visit_id, danger, WHY)
    note = Notes(clinic.practitioner).read(knee.visit_id).note
    assert f"({danger}): {WHY}" in note.to_json()


def test_a_check_in_with_a_reason_written_is_not_taken_back(clinic: StaffedClinic, danger: str) -> None:
    practitioner, today = clinic.practitioner, Today(clinic.practitioner)
    with practitioner.records.work() as work:
        patient = work.patients.add(
            Patient(new_id(), work.patients.next_number(), Name("Tomas", "Reyes"), date(1961, 9, 3))
        )
    visit_id = today.check_in(patient.id, practitioner.user.id)
    Points(practitioner).needle_all_the_same(visit_id, danger, WHY)
    with pytest.raises(ChartTrouble, match="Something was written"):
        today.take_back(visit_id)
    Points(practitioner).needle_all_the_same(visit_id, danger, "")
    today.take_back(visit_id)
