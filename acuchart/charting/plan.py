"""The treatment plan: writing it, looking at it as paper, issuing it to the front desk."""

from dataclasses import replace
from uuid import UUID

from acuchart.charting.needled import needled_at, points_at
from acuchart.charting.sitting import Duty, Transaction, use_case
from acuchart.charting.visits import VisitStep
from acuchart.clinic.events import PlanIssued, PrintQueueChanged
from acuchart.clinic.ids import new_id
from acuchart.clinic.plan import Plan, PlanDraft, PlanSheet
from acuchart.clinic.plan_phrases import carried, first_draft, gives_way
from acuchart.clinic.plan_points import PointsChanged, points_changed
from acuchart.clinic.plan_sheet import plan_sheet
from acuchart.clinic.plan_warnings import with_warnings
from acuchart.clinic.printing import PrintJob, PrintState
from acuchart.clinic.trouble import ChangedElsewhere, ChartTrouble
from acuchart.clinic.visit import Visit
from acuchart.documents.paper import Paper
from acuchart.documents.plan import draw_plan
from acuchart.words import _


class Plans(VisitStep):
    """What the patient takes home."""

    @use_case(Duty.CLINICAL)
    def draft_of(self, tx: Transaction, visit_id: UUID) -> PlanDraft:
        """The draft of a visit: as left, else from the last plan of the course, else from the phrase bank."""
        visit = tx.work.visits.get(visit_id)
        tx.audit("plan.opened", tx.work.patients.get(visit.patient_id).number)
        return self._draft(tx, visit)

    @use_case(Duty.CLINICAL)
    def write(self, tx: Transaction, visit_id: UUID, draft: PlanDraft, seen: PlanDraft) -> PlanDraft:
        """Keeps the draft."""
        visit = tx.work.visits.get(visit_id)
        before = tx.work.plan_drafts.get(visit_id)
        if before is not None and self._warned(tx, visit, before) != seen:
            raise ChangedElsewhere(
                _("This plan was changed in another window. Compare both before going on.")
            )
        tx.work.plan_drafts.put(visit_id, draft)
        tx.audit("plan.written", tx.work.patients.get(visit.patient_id).number)
        return draft

    @use_case(Duty.CLINICAL)
    def sheet(self, tx: Transaction, visit_id: UUID) -> PlanSheet:
        """The paper as it would be issued now, marked as a draft."""
        visit = tx.work.visits.get(visit_id)
        tx.audit("plan.previewed", tx.work.patients.get(visit.patient_id).number)
        return replace(self._sheet(tx, visit), draft=True)

    @use_case(Duty.CLINICAL)
    def issue(
        self, tx: Transaction, visit_id: UUID, to_desk: bool = True, seen: PlanSheet | None = None
    ) -> Plan:
        """Issues the plan under the name of who is signed in, with the next version.

        Args:
            tx: The open records.
            visit_id: The visit the plan is made at.
            to_desk: Whether it goes to the front desk, or is printed or saved where it was made.
            seen: The sheet as last previewed; a paper that reads otherwise by now is not issued.
        """
        visit = tx.work.visits.get(visit_id)
        course = tx.work.courses.get(visit.course_id)
        sheet = self._sheet(tx, visit)
        if seen is not None and replace(seen, draft=False) != sheet:
            raise ChangedElsewhere(
                _("The plan has changed since its preview. Look at the new one, then send.")
            )
        if not any(goal.named for goal in course.goals):
            raise ChartTrouble(_("Add at least one goal."))
        if not course.complaint:
            raise ChartTrouble(_("Say what the course of care is for."))
        paper = draw_plan(sheet, self.sitting.knowledge.body)
        plan = tx.work.plans.add(self._plan(tx, visit, paper))
        tx.work.issued_points.put(plan.id, points_at(tx, self.sitting.knowledge, visit))
        number = tx.work.patients.get(visit.patient_id).number
        tx.audit("plan.issued", number, f"version {plan.number}, {paper.pages} pages")
        tx.publish(PlanIssued(plan.id))
        self._supersede(tx, course.id)
        if to_desk:
            self._queue(tx, plan)
        return plan

    def _plan(self, tx: Transaction, visit: Visit, paper: Paper) -> Plan:
        return Plan(
            id=new_id(),
            patient_id=visit.patient_id,
            course_id=visit.course_id,
            visit_id=visit.id,
            number=tx.work.plans.next_number(visit.course_id),
            issued_at=self.clock.now(),
            issued_by=self.user_id,
            pages=paper.pages,
            pdf=paper.pdf,
        )

    @use_case(Duty.CLINICAL)
    def points_changed(self, tx: Transaction, visit_id: UUID) -> PointsChanged | None:
        """Whether other points were needled than the last plan of the visit tells of."""
        visit = tx.work.visits.get(visit_id)
        tx.audit("plan.compared", tx.work.patients.get(visit.patient_id).number)
        issued = [plan for plan in tx.work.plans.of_course(visit.course_id) if plan.visit_id == visit_id]
        told = tx.work.issued_points.get(issued[-1].id) if issued else None
        if told is None:
            return None
        return points_changed(issued[-1].number, told, points_at(tx, self.sitting.knowledge, visit))

    @use_case(Duty.CLINICAL)
    def handed_out(self, tx: Transaction, plan_id: UUID, where: str) -> None:
        """Writes down that an issued plan was printed or saved where it was made."""
        plan = tx.work.plans.get(plan_id)
        number = tx.work.patients.get(plan.patient_id).number
        tx.audit("plan.printed", number, f"version {plan.number}, {plan.pages} pages, {where}")

    def _queue(self, tx: Transaction, plan: Plan) -> None:
        """Puts a plan into the print queue."""
        patient = tx.work.patients.get(plan.patient_id)
        tx.work.print_jobs.add(
            PrintJob(
                id=new_id(),
                patient_id=patient.id,
                patient_name=patient.name.full,
                record_number=patient.number,
                plan_id=plan.id,
                title=_("Treatment plan"),
                pages=plan.pages,
                queued_at=self.clock.now(),
            )
        )
        tx.audit("plan.queued", patient.number, f"version {plan.number}")
        tx.publish(PrintQueueChanged())

    @use_case(Duty.CLINICAL)
    def withdraw(self, tx: Transaction, plan_id: UUID) -> None:
        """Takes an issued plan back from the front desk as long as it is not printed."""
        for job in tx.work.print_jobs.queue():
            if job.plan_id == plan_id and job.state is not PrintState.PRINTED:
                tx.work.print_jobs.change(replace(job, state=PrintState.WITHDRAWN))
                tx.audit("plan.withdrawn", job.record_number)
                tx.publish(PrintQueueChanged())
                return
        raise ChartTrouble(_("The plan is printed already."))

    @use_case(Duty.CLINICAL)
    def issued(self, tx: Transaction, plan_id: UUID) -> Plan:
        """A plan as it was issued, with its PDF."""
        plan = tx.work.plans.get(plan_id)
        tx.audit("plan.opened", tx.work.patients.get(plan.patient_id).number, f"version {plan.number}")
        return plan

    def _supersede(self, tx: Transaction, course_id: UUID) -> None:
        """Takes earlier versions out of the queue, so that the desk hands out the newest one only."""
        versions = {plan.id for plan in tx.work.plans.of_course(course_id)}
        for job in tx.work.print_jobs.queue():
            if job.plan_id in versions and job.state in (PrintState.READY, PrintState.FAULT):
                tx.work.print_jobs.change(replace(job, state=PrintState.WITHDRAWN))
                tx.audit("plan.superseded", job.record_number)
                tx.publish(PrintQueueChanged())

    def _draft(self, tx: Transaction, visit: Visit) -> PlanDraft:
        kept = tx.work.plan_drafts.get(visit.id)
        if kept is not None:
            return self._warned(tx, visit, kept)
        work = tx.work
        for plan in sorted(work.plans.of_course(visit.course_id), key=lambda plan: -plan.number):
            last = work.plan_drafts.get(plan.visit_id)
            if last is not None:
                return carried(last, self._fresh(tx, visit))
        return self._fresh(tx, visit)

    def _warned(self, tx: Transaction, visit: Visit, kept: PlanDraft) -> PlanDraft:
        """The kept draft, with the warning signs that a needle has called for since."""
        return with_warnings(kept, self._fresh(tx, visit), gives_way(self.sitting.knowledge.phrases))

    def _fresh(self, tx: Transaction, visit: Visit) -> PlanDraft:
        """What the phrase bank offers for the needles and the risks of today."""
        work = tx.work
        return first_draft(
            self.sitting.knowledge.phrases,
            work.flags.of(visit.patient_id),
            needled_at(tx, self.sitting.knowledge, visit),
            self._minutes(tx, visit),
            work.courses.get(visit.course_id).complaint,
            self.clock.today(),
        )

    def _minutes(self, tx: Transaction, visit: Visit) -> int:
        session = tx.work.sessions.of_visit(visit.id)
        return session.minutes if session else 20

    def _sheet(self, tx: Transaction, visit: Visit) -> PlanSheet:
        work = tx.work
        return plan_sheet(
            details=work.clinic.get(),
            patient=work.patients.get(visit.patient_id),
            course=work.courses.get(visit.course_id),
            visits=tuple(work.visits.of_course(visit.course_id)),
            visit=visit,
            draft=self._draft(tx, visit),
            needled=needled_at(tx, self.sitting.knowledge, visit),
            number=work.plans.next_number(visit.course_id),
            practitioner=tx.user.name,
            today=self.clock.today(),
            body=self.sitting.knowledge.body,
            spares_pregnancy=self._spares_pregnancy(tx, visit),
        )

    def _spares_pregnancy(self, tx: Transaction, visit: Visit) -> bool:
        """Whether the patient is pregnant and no rule about pregnancy speaks against a point."""
        risks = self.risks(tx, visit)
        if not risks.pregnant:
            return False
        look_up, changes = self.sitting.knowledge.cautions_for, tx.work.rule_changes.all()
        needles = needled_at(tx, self.sitting.knowledge, visit)
        otherwise = look_up(needles, replace(risks, pregnancy_week=None), changes)
        because = set(look_up(needles, risks, changes)) - set(otherwise)
        return not any(caution.point for caution in because)
