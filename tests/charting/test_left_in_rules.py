"""What was planned to stay in comes back until somebody says it is out, whoever asks, however often."""

from dataclasses import replace
from datetime import timedelta

import pytest

from acuchart.charting.note import Notes
from acuchart.charting.points import Points
from acuchart.charting.session import Sessions
from acuchart.clinic.clock import HandClock
from acuchart.clinic.events import Event, RemindersChanged
from acuchart.clinic.left_in import ALL_OUT
from acuchart.clinic.needling import LeftInPlan, Needling, Stays
from acuchart.clinic.points import Side
from acuchart.clinic.trouble import ChartTrouble
from acuchart.clinic.visit import Reactions
from tests.helpers.clinic import StaffedClinic
from tests.helpers.knee_visit import KneeVisit, knee_visit
from tests.helpers.records import OWNER_PASSPHRASE


@pytest.fixture
def knee(clinic: StaffedClinic) -> KneeVisit:
    """A visit that ends with a press needle and an ear seed in."""
    made = knee_visit(clinic.owner)
    day = clinic.clock.today() + timedelta(days=3)
    press = Needling("SP6", Side.LEFT, 1, 5, stays=LeftInPlan(Stays.PRESS_NEEDLE, "left calf", day))
    seed = Needling(
        "EX-HN1", Side.MIDLINE, 0, stays=LeftInPlan(Stays.EAR_SEED, "left ear", day + timedelta(days=1))
    )
    with clinic.owner.records.work() as work:
        visit = work.visits.get(made.visit_id)
        work.visits.change(replace(visit, prescription=(*visit.prescription, press, seed)))
    return made


def gone_home(clinic: StaffedClinic, knee: KneeVisit, signed: bool = True) -> Sessions:
    sessions = Sessions(clinic.owner)
    sessions.prepare(knee.visit_id, "Room 1")
    sessions.begin(knee.visit_id)
    sessions.count_in(knee.visit_id, 8, 0)
    sessions.remove(knee.visit_id)
    sessions.count_out(knee.visit_id, 8, 0)
    assert sessions.left_in() == ()
    sessions.close(knee.visit_id)
    if signed:
        Notes(clinic.owner).record_reactions(knee.visit_id, Reactions(answered=True), Reactions())
        Notes(clinic.owner).sign(knee.visit_id, OWNER_PASSPHRASE)
    return sessions


def days_pass(clinic: StaffedClinic, days: int) -> None:
    assert isinstance(clinic.clock, HandClock)
    clinic.clock.forward(timedelta(days=days))


def test_both_come_back_in_the_order_of_their_days(clinic: StaffedClinic, knee: KneeVisit) -> None:
    press, seed = gone_home(clinic, knee).left_in()
    assert press.stay is not None
    assert seed.stay is not None
    assert (press.stay.kind, press.stay.place, press.stay.needles) == (Stays.PRESS_NEEDLE, "left calf", 1)
    assert (seed.stay.kind, seed.stay.place, seed.stay.needles) == (Stays.EAR_SEED, "left ear", 0)
    days_pass(clinic, 4)
    assert [left.overdue for left in Sessions(clinic.owner).left_in()] == [True, False]


def test_each_stays_until_it_is_out_and_goes_for_good(clinic: StaffedClinic, knee: KneeVisit) -> None:
    heard: list[Event] = []
    clinic.bus.subscribe(heard.append)
    sessions = gone_home(clinic, knee)
    press, seed = sessions.left_in()
    heard.clear()
    Sessions(clinic.practitioner).taken_out(press.session_id, press.number)
    assert any(isinstance(event, RemindersChanged) for event in heard)
    assert sessions.left_in() == (seed,)
    for number in (press.number, 0, -1, 99, ALL_OUT):
        with pytest.raises(ChartTrouble, match="isn't left in any more"):
            sessions.taken_out(press.session_id, number)
    assert sessions.left_in() == (seed,)
    days_pass(clinic, 400)
    assert [left.number for left in sessions.left_in()] == [seed.number]
    sessions.taken_out(seed.session_id, seed.number)
    assert sessions.left_in() == ()
    with clinic.owner.records.work() as work:
        assert work.sessions.left_in() == ()
        assert [out.settlement for out in work.needles_taken_out.of_session(seed.session_id)] == [
            press.number,
            seed.number,
            ALL_OUT,
        ]


def test_the_desk_sees_whom_to_ask_about_on_the_day_and_not_why(
    clinic: StaffedClinic, knee: KneeVisit
) -> None:
    gone_home(clinic, knee)
    desk = Sessions(clinic.desk)
    assert desk.left_in() == ()
    days_pass(clinic, 3)
    (due,) = desk.left_in()
    assert (due.patient_name, due.stay) == ("Mara E.", None)
    days_pass(clinic, 1)
    assert [left.overdue for left in desk.left_in()] == [True, False]


def test_no_day_written_at_the_table_is_due_at_once(clinic: StaffedClinic, knee: KneeVisit) -> None:
    sessions = Sessions(clinic.owner)
    sessions.prepare(knee.visit_id, "Room 1")
    sessions.begin(knee.visit_id)
    with clinic.owner.records.work() as work:
        rows = work.visits.get(knee.visit_id).prescription
    seed = replace(rows[-1], stays=LeftInPlan(Stays.EAR_SEED, "right ear"))
    Points(clinic.owner).prescribe(knee.visit_id, (*rows[:-1], seed), rows)
    sessions.count_in(knee.visit_id, 8, 0)
    sessions.remove(knee.visit_id)
    sessions.count_out(knee.visit_id, 8, 0)
    sessions.close(knee.visit_id)
    first, _press = sessions.left_in()
    assert (first.day, first.overdue) == (None, True)
    assert len(Sessions(clinic.desk).left_in()) == 1


def test_a_visit_whose_seeds_were_taken_out_is_not_planned_again(
    clinic: StaffedClinic, knee: KneeVisit
) -> None:
    """Its rows could change then, and with them what was said to be out."""
    sessions = Sessions(clinic.owner)
    sessions.prepare(knee.visit_id, "Room 1")
    sessions.call_off(knee.visit_id, "Seeds only today, no needle.")
    (seed,) = sessions.left_in()
    sessions.taken_out(seed.session_id, seed.number)
    with pytest.raises(ChartTrouble, match="was taken out"):
        sessions.prepare(knee.visit_id, "Room 1")


def test_the_search_reads_no_record_from_end_to_end(clinic: StaffedClinic) -> None:
    """Each half of it goes by its index; a clinic of many years has a hundred thousand visits."""
    with clinic.owner.records.work() as work:
        asked: list[str] = []
        session = work.sessions.session
        connection = session.connection().connection.driver_connection
        assert connection is not None
        connection.set_trace_callback(asked.append)
        work.sessions.left_in()
        connection.set_trace_callback(None)
        halves = [statement for statement in asked if statement.startswith("SELECT sessions")]
        plans = [
            " ".join(str(row) for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}"))
            for statement in halves
        ]
    assert len(plans) == 2
    assert "ix_sessions_left_in" in plans[0]
    assert "ix_visits_stays" in plans[1]
    assert not any(word in plan for plan in plans for word in ("SCAN sessions'", "SCAN visits'"))
