"""An issued plan stands as it is; that other points were needled since is said to whoever hands it out."""

from dataclasses import replace

import pytest

from acuchart.charting.plan import Plans
from acuchart.charting.points import Points
from acuchart.charting.printing import PrintQueue
from acuchart.charting.session import Sessions
from acuchart.clinic.events import Event, PrintQueueChanged
from acuchart.clinic.session import Spot
from tests.helpers.clinic import StaffedClinic
from tests.helpers.knee_visit import KneeVisit, knee_visit

CHEST = Spot("LU2 R", 1, "front")


@pytest.fixture
def knee(clinic: StaffedClinic) -> KneeVisit:
    return knee_visit(clinic.owner)


def begun(clinic: StaffedClinic, knee: KneeVisit) -> Sessions:
    sessions = Sessions(clinic.owner)
    sessions.prepare(knee.visit_id, "Room 2")
    sessions.begin(knee.visit_id)
    return sessions


def outdated(clinic: StaffedClinic) -> int:
    return len(PrintQueue(clinic.desk).outdated())


def test_before_a_plan_is_issued_nothing_is_compared(clinic: StaffedClinic, knee: KneeVisit) -> None:
    assert Plans(clinic.owner).points_changed(knee.visit_id) is None
    assert outdated(clinic) == 0


def test_a_chest_point_added_at_the_table_is_told_and_the_desk_asked_to_ask(
    clinic: StaffedClinic, knee: KneeVisit
) -> None:
    plans = Plans(clinic.owner)
    plan = plans.issue(knee.visit_id)
    sessions = begun(clinic, knee)
    assert plans.points_changed(knee.visit_id) is None
    heard: list[Event] = []
    clinic.bus.subscribe(heard.append)
    sessions.count_in_at(knee.visit_id, (*sessions.spots(knee.visit_id), CHEST), 0)
    assert any(isinstance(event, PrintQueueChanged) for event in heard)
    changed = plans.points_changed(knee.visit_id)
    assert changed is not None
    assert (changed.version, changed.added, changed.left_out) == (1, ("LU2 R",), ())
    (job,) = PrintQueue(clinic.desk).queue()
    assert PrintQueue(clinic.desk).outdated() == {job.id}
    assert plans.issued(plan.id).pdf == plan.pdf


def test_a_point_left_out_is_told_once_all_are_in(clinic: StaffedClinic, knee: KneeVisit) -> None:
    plans = Plans(clinic.owner)
    plans.issue(knee.visit_id)
    sessions = begun(clinic, knee)
    sessions.count_in_at(knee.visit_id, (Spot("ST36 R", 1, "leg"), Spot("ST36 L", 1, "leg")), 0)
    assert plans.points_changed(knee.visit_id) is None
    heard: list[Event] = []
    clinic.bus.subscribe(heard.append)
    sessions.retain(knee.visit_id, 20)
    assert any(isinstance(event, PrintQueueChanged) for event in heard)
    changed = plans.points_changed(knee.visit_id)
    assert changed is not None
    assert set(changed.left_out) == {"SP9 R", "GB34 R", "ST35 R", "EX-LE4 R", "SP10 R"}
    assert outdated(clinic) == 1


def test_a_prescription_changed_after_the_plan_is_told(clinic: StaffedClinic, knee: KneeVisit) -> None:
    plans = Plans(clinic.owner)
    plans.issue(knee.visit_id)
    with clinic.owner.records.work() as work:
        rows = work.visits.get(knee.visit_id).prescription
    deeper = (replace(rows[0], depth_mm=20.0), *rows[1:])
    Points(clinic.owner).prescribe(knee.visit_id, deeper, rows)
    assert outdated(clinic) == 0
    Points(clinic.owner).prescribe(knee.visit_id, deeper[1:], deeper)
    assert outdated(clinic) == 1


def test_issued_again_it_holds(clinic: StaffedClinic, knee: KneeVisit) -> None:
    plans = Plans(clinic.owner)
    plans.issue(knee.visit_id)
    sessions = begun(clinic, knee)
    sessions.count_in_at(knee.visit_id, (*sessions.spots(knee.visit_id), CHEST), 0)
    again = plans.issue(knee.visit_id)
    assert again.number == 2
    assert plans.points_changed(knee.visit_id) is None
    assert outdated(clinic) == 0


def test_a_plan_of_an_earlier_version_says_nothing(clinic: StaffedClinic, knee: KneeVisit) -> None:
    """Nobody wrote down what it was made for."""
    plan = Plans(clinic.owner).issue(knee.visit_id)
    with clinic.owner.records.work() as work:
        connection = work.plans.session.connection()
        connection.exec_driver_sql("DROP TRIGGER issued_points_kept_delete")
        connection.exec_driver_sql("DELETE FROM issued_points")
    sessions = begun(clinic, knee)
    sessions.count_in_at(knee.visit_id, (CHEST,), 0)
    sessions.retain(knee.visit_id, 20)
    assert Plans(clinic.owner).points_changed(knee.visit_id) is None
    assert outdated(clinic) == 0
    assert plan.number == 1


def test_a_plan_of_an_earlier_visit_is_not_compared_with_todays_needles(
    clinic: StaffedClinic, knee: KneeVisit
) -> None:
    with clinic.owner.records.work() as work:
        first = work.visits.of_course(knee.course_id)[0]
    Plans(clinic.owner).issue(first.id)
    assert Plans(clinic.owner).points_changed(knee.visit_id) is None
