"""The print queue: issued plans only."""

from dataclasses import replace
from uuid import UUID

from acuchart.charting.needled import points_at
from acuchart.charting.sitting import Duty, Transaction, UseCases, use_case
from acuchart.clinic.events import PrintQueueChanged
from acuchart.clinic.plan_points import points_changed
from acuchart.clinic.printing import PrintJob, PrintState
from acuchart.clinic.trouble import ChartTrouble
from acuchart.words import _


class PrintQueue(UseCases):
    """What waits at the front desk. A withdrawn plan is neither shown, printed nor queued again."""

    @use_case(Duty.DESK)
    def queue(self, tx: Transaction) -> tuple[PrintJob, ...]:
        """Jobs that wait or met a fault, oldest first, then those printed lately."""
        tx.audit("print_queue.opened")
        return tuple(job for job in tx.work.print_jobs.queue() if job.state is not PrintState.WITHDRAWN)

    @use_case(Duty.DESK)
    def outdated(self, tx: Transaction) -> frozenset[UUID]:
        """Jobs whose plan tells of other points than were needled since; which ones is not for the desk."""
        tx.audit("print_queue.compared")
        jobs = (job for job in tx.work.print_jobs.queue() if job.state is not PrintState.WITHDRAWN)
        return frozenset(job.id for job in jobs if self._outdated(tx, job))

    def _outdated(self, tx: Transaction, job: PrintJob) -> bool:
        plan, told = tx.work.plans.get(job.plan_id), tx.work.issued_points.get(job.plan_id)
        now = points_at(tx, self.sitting.knowledge, tx.work.visits.get(plan.visit_id))
        return told is not None and points_changed(plan.number, told, now) is not None

    @use_case(Duty.DESK)
    def paper(self, tx: Transaction, job_id: UUID) -> bytes:
        """The issued PDF of a job."""
        job = _standing(tx, job_id)
        tx.audit("plan.previewed_at_desk", job.record_number, f"{job.pages} pages")
        return tx.work.plans.get(job.plan_id).pdf

    @use_case(Duty.DESK)
    def printed(self, tx: Transaction, job_id: UUID, where: str) -> PrintJob:
        """A job went to a printer or into a file."""
        job = _standing(tx, job_id)
        done = replace(job, state=PrintState.PRINTED, printed_at=self.clock.now(), fault="")
        return self._keep(tx, done, "plan.printed", f"{job.pages} pages, {where}")

    @use_case(Duty.DESK)
    def fault(self, tx: Transaction, job_id: UUID, sentence: str) -> PrintJob:
        """The printer failed; the job waits with the reason."""
        job = _standing(tx, job_id)
        return self._keep(tx, replace(job, state=PrintState.FAULT, fault=sentence), "plan.print_failed", "")

    @use_case(Duty.DESK)
    def print_again(self, tx: Transaction, job_id: UUID) -> PrintJob:
        """Puts a printed or failed job back into the queue."""
        job = _standing(tx, job_id)
        return self._keep(tx, replace(job, state=PrintState.READY, fault=""), "plan.queued_again", "")

    def _keep(self, tx: Transaction, job: PrintJob, act: str, detail: str) -> PrintJob:
        kept = tx.work.print_jobs.change(job)
        tx.audit(act, job.record_number, detail)
        tx.publish(PrintQueueChanged())
        return kept


def _standing(tx: Transaction, job_id: UUID) -> PrintJob:
    """A job whose plan still holds.

    Raises:
        ChartTrouble: The plan was withdrawn; the desk may still have it on the screen.
    """
    job = tx.work.print_jobs.get(job_id)
    if job.state is PrintState.WITHDRAWN:
        raise ChartTrouble(_("This plan was withdrawn. Ask the practitioner for the plan that holds."))
    return job
