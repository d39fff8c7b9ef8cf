"""Opening and changing a course of care."""

from dataclasses import replace
from uuid import UUID

from acuchart.charting.sitting import Duty, Transaction, UseCases, use_case
from acuchart.charting.visits import unchanged
from acuchart.clinic.course import (
    Complaint,
    Course,
    Goal,
    Schedule,
    check_complaint,
    check_onset,
    check_schedule,
)
from acuchart.clinic.events import PatientChanged
from acuchart.clinic.ids import new_id
from acuchart.clinic.trouble import ChartTrouble
from acuchart.words import _

MOST_GOALS = 5


class Courses(UseCases):
    """Complaint, goals and schedule."""

    @use_case(Duty.CLINICAL)
    def open(self, tx: Transaction, patient_id: UUID, complaint: str) -> Course:
        """A new course of care."""
        patient = tx.work.patients.get(patient_id)
        course = tx.work.courses.add(
            Course(new_id(), patient_id, check_complaint(complaint), opened_at=self.clock.now())
        )
        tx.audit("course.opened", patient.number)
        tx.publish(PatientChanged(patient_id))
        return course

    @use_case(Duty.CLINICAL)
    def describe(self, tx: Transaction, course_id: UUID, told: Complaint, seen: Complaint) -> Course:
        """What hurts, where, since when and how it is kept up."""
        course = tx.work.courses.get(course_id)
        unchanged(Complaint.of(course), seen)
        born = tx.work.patients.get(course.patient_id).born
        check_onset(told.onset, born, self.clock.today())
        described = replace(
            course,
            complaint=check_complaint(told.words),
            regions=told.regions,
            onset=told.onset,
            mechanism=told.mechanism,
        )
        return self._keep(tx, described, "course.described")

    @use_case(Duty.CLINICAL)
    def set_goals(
        self, tx: Transaction, course_id: UUID, goals: tuple[Goal, ...], seen: tuple[Goal, ...]
    ) -> Course:
        """At most five goals with their measures."""
        course = tx.work.courses.get(course_id)
        unchanged(course.goals, seen)
        if len(goals) > MOST_GOALS:
            raise ChartTrouble(_("Keep to {n} goals.").format(n=MOST_GOALS))
        return self._keep(tx, replace(course, goals=goals), "course.goals_set")

    @use_case(Duty.CLINICAL)
    def set_schedule(self, tx: Transaction, course_id: UUID, schedule: Schedule, seen: Schedule) -> Course:
        """How many visits, how often."""
        course = tx.work.courses.get(course_id)
        unchanged(course.schedule, seen)
        return self._keep(tx, replace(course, schedule=check_schedule(schedule)), "course.schedule_set")

    @use_case(Duty.CLINICAL)
    def close(self, tx: Transaction, course_id: UUID) -> Course:
        """Ends a course whose visits are all signed."""
        if any(not visit.signed for visit in tx.work.visits.of_course(course_id)):
            raise ChartTrouble(_("Sign the open visit before you close the course."))
        course = tx.work.courses.get(course_id)
        return self._keep(tx, replace(course, closed_at=self.clock.now()), "course.closed")

    def _keep(self, tx: Transaction, course: Course, act: str) -> Course:
        kept = tx.work.courses.change(course)
        tx.audit(act, tx.work.patients.get(course.patient_id).number)
        tx.publish(PatientChanged(course.patient_id))
        return kept
