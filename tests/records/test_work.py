"""One piece of work is one transaction, and every shelf answers as it says."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy.exc import IntegrityError, StatementError

from acuchart.clinic.details import ClinicDetails
from acuchart.clinic.flags import Flag, FlagKind, FlagState
from acuchart.clinic.ids import new_id
from acuchart.clinic.intake import Intake
from acuchart.clinic.people import Name, Patient, Role, User
from acuchart.clinic.printing import PrintJob, PrintState
from acuchart.clinic.session import Session, SessionState
from acuchart.clinic.trouble import ChangedElsewhere, ChartTrouble
from acuchart.clinic.visit import Signature
from acuchart.records.work import Records
from tests.helpers.records import MORNING, FreshClinic, issue, open_chart, tried


def test_work_is_undone_as_a_whole_when_anything_in_it_fails(clinic: FreshClinic, records: Records) -> None:
    with tried(records) as work:
        open_chart(work, clinic.owner)
        work.audit.append(clinic.owner.id, "patient.registered", "A-0001")
    with records.work() as work:
        assert work.patients.born_on(date(1985, 4, 2)) == ()
        assert work.audit.latest(1) == ()


def test_work_lasts_over_a_new_start(clinic: FreshClinic, records: Records) -> None:
    with records.work() as work:
        chart = open_chart(work, clinic.owner)
    records.close()
    again = clinic.open()
    with again.work() as work:
        assert work.visits.get(chart.visit.id) == chart.visit
    again.close()


def test_each_change_has_the_next_version_and_no_change_keeps_it(
    clinic: FreshClinic, records: Records
) -> None:
    with records.work() as work:
        course = open_chart(work, clinic.owner).course
        changed = work.courses.change(replace(course, complaint="shoulder pain"))
        assert changed == replace(course, complaint="shoulder pain", version=1)
        assert work.courses.change(changed) == changed


def test_a_lost_update_is_refused(clinic: FreshClinic, records: Records) -> None:
    with records.work() as work:
        read_here = open_chart(work, clinic.owner).course
    with records.work() as work:
        work.courses.change(replace(read_here, complaint="changed in another window"))
    with pytest.raises(ChangedElsewhere), records.work() as work:
        work.courses.change(replace(read_here, complaint="typed here"))
    with records.work() as work:
        assert work.courses.get(read_here.id).complaint == "changed in another window"


def test_a_lost_update_of_the_letterhead_is_refused(records: Records) -> None:
    with records.work() as work:
        first = work.clinic.put(ClinicDetails("Three Pines"))
        second = work.clinic.put(replace(first, phone="030 1234"))
    assert second.version == 1
    with pytest.raises(ChangedElsewhere), records.work() as work:
        work.clinic.put(replace(first, name="Four Pines"))


def test_what_is_not_there_is_trouble(records: Records) -> None:
    with records.work() as work:
        shelves = (work.patients, work.users, work.intakes, work.courses, work.visits, work.notes)
        for shelf in (*shelves, work.sessions, work.plans, work.print_jobs):
            with pytest.raises(ChartTrouble):
                shelf.get(new_id())
        with pytest.raises(ChartTrouble):
            work.clinic.get()
        with pytest.raises(ChartTrouble):
            work.users.change(User(new_id(), "Nobody", Role.FRONT_DESK))
        assert work.sessions.of_visit(new_id()) is None
        assert work.plan_drafts.get(new_id()) is None


def test_record_numbers_are_gapless_and_never_come_twice(records: Records) -> None:
    with records.work() as work:
        assert [work.patients.next_number(), work.patients.next_number()] == ["A-0001", "A-0002"]
    with tried(records) as work:
        assert work.patients.next_number() == "A-0003"
    with records.work() as work:
        assert work.patients.next_number() == "A-0003"


def test_a_record_number_taken_by_an_import_is_skipped(records: Records) -> None:
    with records.work() as work:
        work.patients.add(Patient(new_id(), "A-0002", Name("Ilse"), date(1950, 1, 1)))
        assert [work.patients.next_number(), work.patients.next_number()] == ["A-0001", "A-0003"]


def test_every_answer_about_a_risk_is_kept_and_the_newest_counts(
    clinic: FreshClinic, records: Records
) -> None:
    none = Flag(
        FlagKind.ANTICOAGULANT, FlagState.ASKED_NONE, asked_on=date(2026, 1, 1), asked_by=clinic.owner.id
    )
    yes = replace(none, state=FlagState.YES, detail="apixaban", asked_on=date(2026, 11, 20))
    with records.work() as work:
        chart = open_chart(work, clinic.owner)
        work.flags.put(chart.patient.id, none)
        work.flags.put(chart.patient.id, yes)
        flags = work.flags.of(chart.patient.id)
        assert flags[FlagKind.ANTICOAGULANT] == yes
        assert flags[FlagKind.PACEMAKER].state is FlagState.NOT_ASKED
        assert work.flags.history(chart.patient.id, FlagKind.ANTICOAGULANT) == (yes, none)
        assert work.flags.history(chart.patient.id, FlagKind.PACEMAKER) == ()
        assert work.flags.of(open_chart(work, clinic.owner).patient.id).present == ()


def test_visits_of_a_day_are_those_that_arrived_in_it(clinic: FreshClinic, records: Records) -> None:
    midnight = datetime(2026, 11, 20, tzinfo=UTC)
    with records.work() as work:
        chart = open_chart(work, clinic.owner)
        arrivals = [midnight - timedelta(microseconds=1), midnight, midnight + timedelta(days=1)]
        visits = [
            work.visits.add(replace(chart.visit, id=new_id(), number=2 + place, arrived_at=at))
            for place, at in enumerate(arrivals)
        ]
        assert work.visits.between(midnight, midnight + timedelta(days=1)) == (visits[1], chart.visit)
        assert work.visits.of_course(chart.course.id) == (chart.visit, *visits)
        assert work.visits.of_patient(chart.patient.id) == (visits[0], visits[1], chart.visit, visits[2])


def test_unsigned_visits_of_one_practitioner_and_of_all(clinic: FreshClinic, records: Records) -> None:
    other = User(new_id(), "Tom Okafor", Role.PRACTITIONER)
    with records.work() as work:
        work.users.add(other)
        chart = open_chart(work, clinic.owner)
        theirs = work.visits.add(replace(chart.visit, id=new_id(), number=2, practitioner_id=other.id))
        signed = work.visits.add(replace(chart.visit, id=new_id(), number=3))
        work.visits.change(replace(signed, signature=Signature(clinic.owner.id, MORNING, "digest")))
        assert work.visits.unsigned(other.id) == (theirs,)
        assert work.visits.unsigned() == (chart.visit, theirs)


def test_open_courses_are_those_not_closed(clinic: FreshClinic, records: Records) -> None:
    with records.work() as work:
        chart = open_chart(work, clinic.owner)
        later = work.courses.add(replace(chart.course, id=new_id(), opened_at=MORNING + timedelta(days=1)))
        closed = work.courses.change(replace(chart.course, closed_at=MORNING))
        assert work.courses.of_patient(chart.patient.id) == (closed, later)
        assert work.courses.open_of_patient(chart.patient.id) == (later,)


def test_forms_of_a_patient_come_in_the_order_they_were_handed_out(
    clinic: FreshClinic, records: Records
) -> None:
    with records.work() as work:
        patient = open_chart(work, clinic.owner).patient
        late = work.intakes.add(Intake(new_id(), patient.id, "first-visit|1", MORNING + timedelta(days=1)))
        early = work.intakes.add(Intake(new_id(), patient.id, "first-visit|1", MORNING))
        assert work.intakes.of_patient(patient.id) == (early, late)
        assert work.intakes.of_patient(new_id()) == ()


def test_a_visit_has_one_session_and_a_closed_one_is_not_open(clinic: FreshClinic, records: Records) -> None:
    with records.work() as work:
        chart = open_chart(work, clinic.owner)
        session = work.sessions.add(Session(new_id(), chart.visit.id, "Room 1", 4))
        assert work.sessions.open() == (session,)
        closed = work.sessions.change(replace(session, state=SessionState.CLOSED))
        assert work.sessions.open() == ()
        assert work.sessions.of_visit(chart.visit.id) == closed


def test_plans_are_numbered_within_their_course(clinic: FreshClinic, records: Records) -> None:
    with records.work() as work:
        chart, other = open_chart(work, clinic.owner), open_chart(work, clinic.owner)
        assert work.plans.next_number(chart.course.id) == 1
        issue(work, chart, 1)
        issue(work, chart, 2)
        assert work.plans.next_number(chart.course.id) == 3
        assert work.plans.next_number(other.course.id) == 1
        assert [plan.number for plan in work.plans.of_course(chart.course.id)] == [1, 2]
        assert [plan.pdf for plan in work.plans.of_course(chart.course.id)] == [b"", b""]


def test_the_print_queue_shows_what_waits_and_then_what_was_printed_lately(
    clinic: FreshClinic, records: Records
) -> None:
    with records.work() as work:
        chart = open_chart(work, clinic.owner)
        first = PrintJob(
            new_id(), chart.patient.id, "Aiko Brandt", "A-0001", issue(work, chart).id, "Plan", 2, MORNING
        )

        def job(minutes: int, state: PrintState, printed: timedelta | None = None) -> PrintJob:
            return work.print_jobs.add(
                replace(
                    first,
                    id=new_id(),
                    queued_at=MORNING + timedelta(minutes=minutes),
                    state=state,
                    printed_at=None if printed is None else MORNING - printed,
                )
            )

        job(0, PrintState.WITHDRAWN)
        job(1, PrintState.PRINTED, timedelta(hours=24))
        earlier = job(2, PrintState.PRINTED, timedelta(hours=23, minutes=59))
        just_now = job(3, PrintState.PRINTED, timedelta(minutes=1))
        fault = job(4, PrintState.FAULT)
        ready = job(5, PrintState.READY)
        assert work.print_jobs.queue() == (fault, ready, just_now, earlier)


def test_everybody_with_an_account_is_listed_closed_ones_too(clinic: FreshClinic, records: Records) -> None:
    with records.work() as work:
        gone = work.users.add(User(new_id(), "Ada Berg", Role.FRONT_DESK, closed_at=MORNING))
        assert work.users.all() == (gone, clinic.owner)


def test_a_naive_instant_is_refused(clinic: FreshClinic, records: Records) -> None:
    with records.work() as work:
        visit = open_chart(work, clinic.owner).visit
    naive = replace(visit, arrived_at=visit.arrived_at.replace(tzinfo=None))
    with pytest.raises(StatementError, match="naive"), records.work() as work:
        work.visits.change(naive)


def test_a_visit_of_nobody_is_refused(clinic: FreshClinic, records: Records) -> None:
    with records.work() as work:
        visit = open_chart(work, clinic.owner).visit
    with pytest.raises(IntegrityError, match="FOREIGN KEY"), records.work() as work:
        work.visits.add(replace(visit, id=new_id(), number=2, patient_id=new_id()))


def test_no_word_about_a_patient_stands_in_an_error(clinic: FreshClinic, records: Records) -> None:
    with records.work() as work:
        patient = open_chart(work, clinic.owner).patient
    with pytest.raises(IntegrityError, match="UNIQUE") as caught, records.work() as work:
        work.patients.add(replace(patient, id=new_id()))
    assert "Brandt" not in str(caught.value)
    assert "Aiko" not in repr(caught.value.__cause__)
