"""The patient bar above a visit or a form."""

from types import MappingProxyType
from uuid import UUID

from acuchart.charting.sitting import Duty, Transaction, use_case
from acuchart.charting.visits import VisitStep
from acuchart.clinic.header import Header, VisitDone
from acuchart.clinic.safety import open_dangers, open_dangers_of_patient
from acuchart.clinic.visit import Visit


class Headers(VisitStep):
    """Who the patient is, which risks were asked, and how far the visit is."""

    @use_case(Duty.CLINICAL)
    def of_visit(self, tx: Transaction, visit_id: UUID) -> Header:
        """The bar above a visit."""
        visit = tx.work.visits.get(visit_id)
        bare = self._of_patient(tx, visit.patient_id)
        tx.audit("header.shown", bare.patient.number)
        return Header(
            bare.patient, bare.flags, bare.asked_by, visit.number, visit.arrived_at, self._done(tx, visit)
        )

    @use_case(Duty.CLINICAL)
    def of_intake(self, tx: Transaction, intake_id: UUID) -> Header:
        """The bar above a form under review."""
        header = self._of_patient(tx, tx.work.intakes.get(intake_id).patient_id)
        tx.audit("header.shown", header.patient.number)
        return header

    def _of_patient(self, tx: Transaction, patient_id: UUID) -> Header:
        names = MappingProxyType({user.id: user.name for user in tx.work.users.all()})
        return Header(tx.work.patients.get(patient_id), tx.work.flags.of(patient_id), names)

    def _done(self, tx: Transaction, visit: Visit) -> VisitDone:
        session = tx.work.sessions.of_visit(visit.id)
        cautions, kept = self.cautions(tx, visit), tx.work.kept_dangers.of(visit.id)
        dangers = open_dangers(visit.prescription, cautions) + open_dangers_of_patient(cautions, kept)
        return VisitDone(
            findings=visit.assessment.confirmed_at is not None,
            points=bool(visit.points) and visit.points == visit.prescription and not dangers,
            needling=session is not None and session.closed_at is not None,
            plan=any(plan.visit_id == visit.id for plan in tx.work.plans.of_course(visit.course_id)),
            sign=visit.signed,
        )
