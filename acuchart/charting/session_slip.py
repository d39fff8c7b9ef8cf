"""The aftercare slip: the page a patient takes home from one treatment."""

from uuid import UUID

from acuchart.charting.session_step import SessionStep
from acuchart.charting.sitting import Duty, Transaction, use_case
from acuchart.clinic.aftercare_sheet import Treated, aftercare_sheet
from acuchart.clinic.left_in import stays
from acuchart.clinic.needled import something_done, treated_rows
from acuchart.clinic.schedule import coming_dates
from acuchart.clinic.session import Session
from acuchart.clinic.trouble import ChartTrouble
from acuchart.clinic.visit import Visit
from acuchart.documents.aftercare import draw_slip
from acuchart.documents.paper import Paper
from acuchart.words import _, local


class Slips(SessionStep):
    """Papers of a session."""

    @use_case(Duty.CLINICAL)
    def slip(self, tx: Transaction, visit_id: UUID) -> Paper:
        """The slip of a visit, from what was really done; a draft while a needle may still be in."""
        work, visit = tx.work, tx.work.visits.get(visit_id)
        session = self.session_of(tx, visit_id)
        patient, knowledge = work.patients.get(visit.patient_id), self.sitting.knowledge
        if not something_done(visit.prescription, session, knowledge.midline):
            raise ChartTrouble(_("Nothing was done yet that a slip could tell."))
        sheet = aftercare_sheet(
            details=work.clinic.get(),
            patient=patient,
            flags=work.flags.of(patient.id),
            treated=self._treated(tx, visit, session),
            bank=knowledge.phrases,
            slip_phrases=knowledge.aftercare,
            today=self.clock.today(),
        )
        paper = draw_slip(sheet)
        tx.audit("aftercare.printed", patient.number, "draft" if sheet.draft else session.room)
        return paper

    def _treated(self, tx: Transaction, visit: Visit, session: Session) -> Treated:
        work, today = tx.work, self.clock.today()
        course = work.courses.get(visit.course_id)
        visits = (other for other in work.visits.of_course(course.id) if other.number <= visit.number)
        done = sorted(local(other.arrived_at).date() for other in visits)
        coming = [day for day in coming_dates(course.schedule, done, today) if day > today]
        asked = {event.follow_up_on for event in work.adverse_events.of_visit(visit.id) if event.open}
        return Treated(
            session=session,
            rows=treated_rows(visit.points, session, self.sitting.knowledge.midline),
            complaint=course.complaint,
            stays=stays(visit.prescription, session, self.sitting.knowledge.midline),
            next_visit=coming[0] if coming else None,
            asked_again=tuple(sorted(day for day in asked if day is not None)),
        )
