"""What every step of a visit needs: reading it, and writing a part that still is what the writer saw."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar
from uuid import UUID

from acuchart.charting.sitting import Duty, Transaction, UseCases, use_case
from acuchart.clinic.cautions import Caution, Risks
from acuchart.clinic.chart import VisitChart
from acuchart.clinic.course import check_score
from acuchart.clinic.events import PrintQueueChanged, VisitChanged
from acuchart.clinic.risks import risks_at
from acuchart.clinic.trouble import ChangedElsewhere, ChartTrouble
from acuchart.clinic.visit import CheckIn, Visit
from acuchart.words import _

Part = TypeVar("Part")


class VisitStep(UseCases):
    """The ground of the rooms that write into a visit."""

    def draft(self, tx: Transaction, visit_id: UUID) -> Visit:
        """A visit that may still be written."""
        visit = tx.work.visits.get(visit_id)
        if visit.signed:
            raise ChartTrouble(_("This visit is signed. Add an addendum instead."))
        return visit

    def keep(self, tx: Transaction, visit: Visit, act: str, detail: str = "") -> Visit:
        """Writes a changed visit and leaves its trace."""
        kept = tx.work.visits.change(visit)
        tx.audit(act, tx.work.patients.get(visit.patient_id).number, detail)
        tx.publish(VisitChanged(visit.id))
        return kept

    def points_may_differ(self, tx: Transaction, visit_id: UUID) -> None:
        """Tells the print queue where a plan of the visit is in it."""
        if any(tx.work.plans.get(job.plan_id).visit_id == visit_id for job in tx.work.print_jobs.queue()):
            tx.publish(PrintQueueChanged())

    def cautions(self, tx: Transaction, visit: Visit) -> tuple[Caution, ...]:
        """What the caution rules say to the prescription as it stands."""
        risks, changes = self.risks(tx, visit), tx.work.rule_changes.all()
        return self.sitting.knowledge.cautions_for(visit.prescription, risks, changes)

    def risks(self, tx: Transaction, visit: Visit) -> Risks:
        """What the caution rules ask about the patient of a visit."""
        work = tx.work
        return risks_at(
            visit,
            _before(visit, work.visits.of_course(visit.course_id)),
            work.patients.get(visit.patient_id),
            work.flags.of(visit.patient_id),
            self.sitting.knowledge.raisers,
            self.clock.today(),
        )

    def whole(self, tx: Transaction, visit: Visit) -> VisitChart:
        """A visit with all it stands on."""
        work = tx.work
        return VisitChart(
            visit=visit,
            patient=work.patients.get(visit.patient_id),
            flags=work.flags.of(visit.patient_id),
            course=work.courses.get(visit.course_id),
            earlier=_before(visit, work.visits.of_course(visit.course_id)),
            intakes=tuple(work.intakes.of_patient(visit.patient_id)),
            cautions=self.cautions(tx, visit),
            session=work.sessions.of_visit(visit.id),
            plans=tuple(work.plans.of_course(visit.course_id)),
            addenda=tuple(work.notes.addenda(visit.id)),
            rule_changes=work.rule_changes.all(),
            kept_dangers=work.kept_dangers.of(visit.id),
        )


def _before(visit: Visit, course: Iterable[Visit]) -> tuple[Visit, ...]:
    """The visits of a course before one of them, newest first."""
    return tuple(sorted((v for v in course if v.number < visit.number), key=lambda v: -v.number))


def unchanged(now: Part, seen: Part) -> None:
    """Refuses to overwrite a part that is no longer what the writer saw."""
    if now != seen:
        raise ChangedElsewhere(_("This part was changed in another window. Compare both before going on."))


class Visits(VisitStep):
    """Opening a visit and its check-in."""

    @use_case(Duty.CLINICAL)
    def open(self, tx: Transaction, visit_id: UUID) -> VisitChart:
        """A visit with all it stands on."""
        visit = tx.work.visits.get(visit_id)
        chart = self.whole(tx, visit)
        tx.audit("visit.opened", chart.patient.number)
        return chart

    @use_case(Duty.CLINICAL)
    def check_in(self, tx: Transaction, visit_id: UUID, answers: CheckIn, seen: CheckIn) -> Visit:
        """Pain scores and words on arrival."""
        visit = self.draft(tx, visit_id)
        unchanged(visit.check_in, seen)
        for score in (answers.pain_now, answers.pain_worst, answers.pain_average):
            check_score(score)
        return self.keep(tx, replace(visit, check_in=answers), "visit.check_in_written")
