"""The queue at the front desk: a plan taken back is nowhere to be had any more."""

from collections.abc import Callable
from uuid import UUID

import pytest

from acuchart.charting.plan import Plans
from acuchart.charting.printing import PrintQueue
from acuchart.clinic.audit import AuditEvent
from acuchart.clinic.printing import PrintJob, PrintState
from acuchart.clinic.trouble import ChartTrouble
from tests.helpers.clinic import StaffedClinic
from tests.helpers.knee_visit import KneeVisit, knee_visit

Act = Callable[[PrintQueue, UUID], object]

ACTS: dict[str, Act] = {
    "paper": lambda queue, job: queue.paper(job),
    "printed": lambda queue, job: queue.printed(job, "Printer 1"),
    "fault": lambda queue, job: queue.fault(job, "Out of paper."),
    "print_again": lambda queue, job: queue.print_again(job),
}


@pytest.fixture
def knee(clinic: StaffedClinic) -> KneeVisit:
    return knee_visit(clinic.owner)


def kept(clinic: StaffedClinic, job_id: UUID) -> PrintJob:
    with clinic.owner.records.work() as work:
        return work.print_jobs.get(job_id)


def last_act(clinic: StaffedClinic) -> AuditEvent:
    with clinic.owner.records.work() as work:
        return work.audit.latest(1)[0]


@pytest.mark.parametrize("act", ACTS)
def test_a_job_on_the_screen_is_refused_once_its_plan_is_withdrawn(
    clinic: StaffedClinic, knee: KneeVisit, act: str
) -> None:
    queue = PrintQueue(clinic.desk)
    plan = Plans(clinic.owner).issue(knee.visit_id)
    (shown,) = queue.queue()
    Plans(clinic.owner).withdraw(plan.id)
    with pytest.raises(ChartTrouble, match="withdrawn"):
        ACTS[act](queue, shown.id)
    assert kept(clinic, shown.id).state is PrintState.WITHDRAWN
    assert last_act(clinic).act == "plan.withdrawn"
    assert queue.queue() == ()


@pytest.mark.parametrize("act", ACTS)
def test_a_job_whose_plan_holds_is_not_refused_and_leaves_a_trace(
    clinic: StaffedClinic, knee: KneeVisit, act: str
) -> None:
    queue = PrintQueue(clinic.desk)
    Plans(clinic.owner).issue(knee.visit_id)
    (shown,) = queue.queue()
    ACTS[act](queue, shown.id)
    assert last_act(clinic).user_id == clinic.desk.user.id
    assert last_act(clinic).record_number == shown.record_number


def test_a_fault_waits_with_its_reason_until_it_is_printed(clinic: StaffedClinic, knee: KneeVisit) -> None:
    queue = PrintQueue(clinic.desk)
    Plans(clinic.owner).issue(knee.visit_id)
    (shown,) = queue.queue()
    assert queue.fault(shown.id, "Out of paper.").fault == "Out of paper."
    assert queue.queue()[0].state is PrintState.FAULT
    assert queue.print_again(shown.id).fault == ""
    assert queue.printed(shown.id, "Printer 1").printed_at == clinic.clock.now()
