"""The day: who is here, where, and what waits."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from uuid import UUID

from acuchart.charting.intake_answers import open_answers
from acuchart.charting.sitting import Duty, Transaction, UseCases, may, use_case
from acuchart.clinic.chart import BoardCard, column_of
from acuchart.clinic.course import Course
from acuchart.clinic.events import VisitChanged
from acuchart.clinic.flags import flag_words
from acuchart.clinic.ids import new_id
from acuchart.clinic.intake import Intake, IntakeState
from acuchart.clinic.people import Patient, User
from acuchart.clinic.printing import PrintState
from acuchart.clinic.session import SessionState, at_the_desk
from acuchart.clinic.trouble import ChartTrouble
from acuchart.clinic.visit import Visit
from acuchart.words import _


class Today(UseCases):
    """The board shared by desk and practitioners; the desk sees names, rooms and clocks only."""

    @use_case(Duty.DESK)
    def board(self, tx: Transaction, day: date) -> tuple[BoardCard, ...]:
        """The visits of a day, and today also earlier ones that are not signed, in order of arrival."""
        start, end = _midnight(day), _midnight(day + timedelta(days=1))
        visits = {visit.id: visit for visit in tx.work.visits.between(start, end)}
        if day == self.clock.today():
            visits |= {visit.id: visit for visit in tx.work.visits.unsigned()}
        tx.audit("board.opened", detail=day.isoformat())
        cards = [self._card(tx, visit) for visit in visits.values()]
        return tuple(sorted(cards, key=lambda card: card.arrived_at))

    @use_case(Duty.DESK)
    def practitioners(self, tx: Transaction) -> tuple[User, ...]:
        """Those who treat patients."""
        tx.audit("staff.listed")
        return tuple(user for user in tx.work.users.all() if may(user, Duty.CLINICAL))

    @use_case(Duty.DESK)
    def check_in(
        self, tx: Transaction, patient_id: UUID, practitioner_id: UUID, course_id: UUID | None = None
    ) -> UUID:
        """Opens a visit for somebody who has arrived: the next of the open course, or a first one."""
        work = tx.work
        patient = work.patients.get(patient_id)
        if not may(work.users.get(practitioner_id), Duty.CLINICAL):
            raise ChartTrouble(_("Choose a practitioner for the visit."))
        if any(not visit.signed for visit in work.visits.of_patient(patient_id)):
            raise ChartTrouble(_("{name} has an open visit already.").format(name=patient.name.full))
        course = self._course(tx, patient_id, course_id)
        visit = work.visits.add(
            Visit(
                id=new_id(),
                patient_id=patient_id,
                course_id=course.id,
                number=len(work.visits.of_course(course.id)) + 1,
                practitioner_id=practitioner_id,
                arrived_at=self.clock.now(),
            )
        )
        tx.audit("patient.checked_in", patient.number)
        tx.publish(VisitChanged(visit.id))
        return visit.id

    @use_case(Duty.DESK)
    def give_room(self, tx: Transaction, visit_id: UUID, room: str) -> None:
        """Shows a patient into a free room; an empty label takes them back to the waiting room."""
        work = tx.work
        visit = work.visits.get(visit_id)
        session = work.sessions.of_visit(visit_id)
        planned = session is not None and session.state is SessionState.PLANNED
        if visit.signed or (session is not None and session.needles_in):
            raise ChartTrouble(_("The room can't be changed any more."))
        if planned and not room:
            raise ChartTrouble(_("The room is prepared for needling. Choose another room instead."))
        if room and room not in work.clinic.get().rooms:
            raise ChartTrouble(_("There is no room called {room}.").format(room=room))
        if room and any(other.room == room and other.visit_id != visit_id for other in work.sessions.open()):
            raise ChartTrouble(_("{room} is taken. Choose another room.").format(room=room))
        work.visits.change(replace(visit, room=room))
        if session is not None and planned:
            work.sessions.change(replace(session, room=room))
        tx.audit("room.given", work.patients.get(visit.patient_id).number, room)
        tx.publish(VisitChanged(visit_id))

    @use_case(Duty.DESK)
    def take_back(self, tx: Transaction, visit_id: UUID) -> None:
        """Undoes a check-in that was a mistake, as long as nothing was written into the visit."""
        work = tx.work
        visit = work.visits.get(visit_id)
        bare = Visit(
            id=visit.id,
            patient_id=visit.patient_id,
            course_id=visit.course_id,
            number=visit.number,
            practitioner_id=visit.practitioner_id,
            arrived_at=visit.arrived_at,
            room=visit.room,
            version=visit.version,
        )
        issued = any(plan.visit_id == visit_id for plan in work.plans.of_course(visit.course_id))
        written = work.plan_drafts.get(visit_id) or work.kept_dangers.of(visit_id)
        if visit != bare or work.sessions.of_visit(visit_id) or written or issued:
            raise ChartTrouble(_("Something was written into this visit already. It can't be taken back."))
        work.visits.remove(visit)
        tx.audit("check_in.taken_back", work.patients.get(visit.patient_id).number)
        tx.publish(VisitChanged(visit_id))

    def _course(self, tx: Transaction, patient_id: UUID, course_id: UUID | None) -> Course:
        if course_id is not None:
            return self._asked_for(tx, patient_id, course_id)
        running = tx.work.courses.open_of_patient(patient_id)
        if running:
            return max(running, key=lambda course: course.opened_at)
        return tx.work.courses.add(
            Course(id=new_id(), patient_id=patient_id, complaint="", opened_at=self.clock.now())
        )

    def _asked_for(self, tx: Transaction, patient_id: UUID, course_id: UUID) -> Course:
        course = tx.work.courses.get(course_id)
        if course.patient_id != patient_id or course.closed_at is not None:
            raise ChartTrouble(_("This course of care is closed, or it is somebody else's. Choose another."))
        return course

    def _card(self, tx: Transaction, visit: Visit) -> BoardCard:
        work, clinical = tx.work, may(tx.user, Duty.CLINICAL)
        patient = work.patients.get(visit.patient_id)
        session = work.sessions.of_visit(visit.id)
        waiting = [job for job in work.print_jobs.queue() if job.patient_id == patient.id]
        forms = [one for one in work.intakes.of_patient(patient.id) if one.state is IntakeState.COMPLETED]
        ready = sum(job.state in (PrintState.READY, PrintState.FAULT) for job in waiting)
        return BoardCard(
            visit_id=visit.id,
            patient_id=patient.id,
            patient_name=patient.name.full,
            practitioner_id=visit.practitioner_id,
            column=column_of(visit, session, ready),
            arrived_at=visit.arrived_at,
            room=visit.room,
            reason=self._reason(tx, visit) if clinical else "",
            flags=flag_words(tx.work.flags.of(patient.id), self.clock.today()) if clinical else (),
            answers_to_read=self._answers_to_read(forms, patient, clinical),
            form_to_read=forms[0].id if forms and clinical else None,
            session=session if session is None or clinical else at_the_desk(session),
            needs_signature=not visit.signed and session is not None and not session.needles_in,
            signed_at=visit.signature.at if visit.signature else None,
        )

    def _reason(self, tx: Transaction, visit: Visit) -> str:
        course = tx.work.courses.get(visit.course_id)
        return _("{complaint} · visit {n} of {total}").format(
            complaint=course.complaint or _("New complaint"), n=visit.number, total=course.schedule.visits
        )

    def _answers_to_read(self, forms: Sequence[Intake], patient: Patient, clinical: bool) -> int | None:
        if not forms:
            return None
        knowledge = self.sitting.knowledge
        return sum(open_answers(knowledge, form, patient.born) for form in forms) if clinical else 0


def _midnight(day: date) -> datetime:
    """The start of a day on the wall of the clinic; a day of 23 or 25 hours has its own."""
    return datetime.combine(day, time()).astimezone()
