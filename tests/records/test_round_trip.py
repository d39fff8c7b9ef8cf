"""Every field of every value that is kept comes back as it was."""

from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from acuchart.clinic.caution_rules import RuleChange
from acuchart.clinic.course import Course
from acuchart.clinic.details import ClinicDetails
from acuchart.clinic.flags import Flag
from acuchart.clinic.intake import Intake
from acuchart.clinic.people import Name, Patient, User
from acuchart.clinic.plan import Plan, PlanDraft
from acuchart.clinic.printing import PrintJob
from acuchart.clinic.saved_prescriptions import SavedPrescription
from acuchart.clinic.session import Session, Settlement
from acuchart.clinic.visit import Addendum, Assessment, CheckIn, KeptDanger, Signature, Visit
from acuchart.records.work import Records, Work
from tests.helpers.records import Chart, fresh_clinic, issue, open_chart, tried

WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)
INSTANTS = st.datetimes(timezones=st.just(UTC))
FIGURES = st.floats(-1e6, 1e6, allow_nan=False)
SCORES = st.none() | st.integers(0, 10)
COUNTS = st.integers(0, 10_000)
SEVERAL = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Records, Chart]]:
    clinic = fresh_clinic(tmp_path_factory.mktemp("round") / "clinic")
    records = clinic.open()
    with records.work() as work:
        chart = open_chart(work, clinic.owner)
    yield records, chart
    records.close()


def any_value(kind: type, **given: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Values of a dataclass with every field filled at random."""
    with_types = {
        str: WORDS,
        int: COUNTS,
        float: FIGURES,
        datetime: INSTANTS,
    }
    for plain, strategy in with_types.items():
        st.register_type_strategy(plain, strategy)
    hints = {field.name for field in fields(kind)} - given.keys()
    return st.builds(kind, **given, **dict.fromkeys(hints, ...))


def undone(records: Records, check: Callable[[Work], None]) -> None:
    with tried(records) as work:
        check(work)


def visits(chart: Chart) -> st.SearchStrategy[Visit]:
    """Visits of the chart's course, a signature included or not."""
    me = st.just(chart.user.id)
    return any_value(
        Visit,
        patient_id=st.just(chart.patient.id),
        course_id=st.just(chart.course.id),
        number=st.integers(2, 500),
        practitioner_id=me,
        check_in=any_value(CheckIn, pain_now=SCORES, pain_worst=SCORES, pain_average=SCORES),
        assessment=any_value(Assessment),
        signature=st.none() | any_value(Signature, by=me),
        version=st.just(0),
    )


def sessions(chart: Chart) -> st.SearchStrategy[Session]:
    me = st.none() | st.just(chart.user.id)
    return any_value(
        Session,
        visit_id=st.just(chart.visit.id),
        inserted_by=me,
        removed_by=me,
        settlements=st.lists(any_value(Settlement), max_size=3).map(tuple),
        version=st.just(0),
    )


@SEVERAL
@given(st.data())
def test_patients(kept: tuple[Records, Chart], data: st.DataObject) -> None:
    named = any_value(Name).filter(lambda name: name.given or name.family)
    patient: Patient = data.draw(any_value(Patient, name=named, version=st.just(0)))

    def check(work: Work) -> None:
        assert work.patients.add(patient) == patient
        work.patients.session.expire_all()
        assert work.patients.get(patient.id) == patient

    undone(kept[0], check)


@SEVERAL
@given(st.data())
def test_users(kept: tuple[Records, Chart], data: st.DataObject) -> None:
    user: User = data.draw(any_value(User, version=st.just(0)))

    def check(work: Work) -> None:
        assert work.users.add(user) == user
        work.users.session.expire_all()
        assert work.users.get(user.id) == user
        assert user in work.users.all()

    undone(kept[0], check)


@SEVERAL
@given(st.data())
def test_flags(kept: tuple[Records, Chart], data: st.DataObject) -> None:
    records, chart = kept
    flag: Flag = data.draw(any_value(Flag, asked_by=st.none() | st.just(chart.user.id)))

    def check(work: Work) -> None:
        work.flags.put(chart.patient.id, flag)
        work.flags.session.expire_all()
        assert work.flags.of(chart.patient.id)[flag.kind] == flag
        assert work.flags.history(chart.patient.id, flag.kind) == (flag,)

    undone(records, check)


@SEVERAL
@given(st.data())
def test_details(kept: tuple[Records, Chart], data: st.DataObject) -> None:
    details: ClinicDetails = data.draw(
        any_value(ClinicDetails, lock_minutes=st.integers(1, 30), version=st.just(0))
    )

    def check(work: Work) -> None:
        assert work.clinic.put(details) == details
        work.clinic.session.expire_all()
        assert work.clinic.get() == details

    undone(kept[0], check)


@SEVERAL
@given(st.data())
def test_intakes(kept: tuple[Records, Chart], data: st.DataObject) -> None:
    records, chart = kept
    intake: Intake = data.draw(
        any_value(
            Intake,
            patient_id=st.just(chart.patient.id),
            accepted_by=st.none() | st.just(chart.user.id),
            version=st.just(0),
        )
    )

    def check(work: Work) -> None:
        assert work.intakes.add(intake) == intake
        work.intakes.session.expire_all()
        assert work.intakes.of_patient(chart.patient.id) == (intake,)

    undone(records, check)


@SEVERAL
@given(st.data())
def test_courses(kept: tuple[Records, Chart], data: st.DataObject) -> None:
    records, chart = kept
    course: Course = data.draw(any_value(Course, patient_id=st.just(chart.patient.id), version=st.just(0)))

    def check(work: Work) -> None:
        assert work.courses.add(course) == course
        work.courses.session.expire_all()
        assert work.courses.get(course.id) == course

    undone(records, check)


@SEVERAL
@given(st.data())
def test_visits(kept: tuple[Records, Chart], data: st.DataObject) -> None:
    records, chart = kept
    visit: Visit = data.draw(visits(chart))

    def check(work: Work) -> None:
        assert work.visits.add(visit) == visit
        work.visits.session.expire_all()
        assert work.visits.get(visit.id) == visit

    undone(records, check)


@SEVERAL
@given(st.data())
def test_a_changed_visit(kept: tuple[Records, Chart], data: st.DataObject) -> None:
    records, chart = kept
    visit: Visit = replace(data.draw(visits(chart)), id=chart.visit.id)

    def check(work: Work) -> None:
        changed = work.visits.change(visit)
        assert changed == replace(visit, version=changed.version)
        work.visits.session.expire_all()
        assert work.visits.get(visit.id) == changed

    undone(records, check)


@SEVERAL
@given(st.data())
def test_addenda(kept: tuple[Records, Chart], data: st.DataObject) -> None:
    records, chart = kept
    addendum: Addendum = data.draw(
        any_value(Addendum, visit_id=st.just(chart.visit.id), by=st.just(chart.user.id))
    )

    def check(work: Work) -> None:
        assert work.notes.add_addendum(addendum) == addendum
        work.notes.session.expire_all()
        assert work.notes.addenda(chart.visit.id) == (addendum,)

    undone(records, check)


@SEVERAL
@given(st.data())
def test_kept_dangers(kept: tuple[Records, Chart], data: st.DataObject) -> None:
    records, chart = kept
    written = data.draw(st.lists(any_value(KeptDanger), max_size=3).map(tuple))

    def check(work: Work) -> None:
        assert work.kept_dangers.of(chart.visit.id) == ()
        for now in (written, written[:1]):
            work.kept_dangers.put(chart.visit.id, now)
            work.visits.session.expire_all()
            assert work.kept_dangers.of(chart.visit.id) == now

    undone(records, check)


@SEVERAL
@given(st.data())
def test_sessions(kept: tuple[Records, Chart], data: st.DataObject) -> None:
    records, chart = kept
    session: Session = data.draw(sessions(chart))

    def check(work: Work) -> None:
        assert work.sessions.add(session) == session
        work.sessions.session.expire_all()
        assert work.sessions.of_visit(chart.visit.id) == session

    undone(records, check)


@SEVERAL
@given(st.data())
def test_plans_and_print_jobs(kept: tuple[Records, Chart], data: st.DataObject) -> None:
    records, chart = kept
    ours = {
        "patient_id": st.just(chart.patient.id),
        "course_id": st.just(chart.course.id),
        "visit_id": st.just(chart.visit.id),
        "issued_by": st.just(chart.user.id),
    }
    pages = st.integers(1, 9)
    plan: Plan = data.draw(any_value(Plan, number=pages, pages=pages, **ours))
    job: PrintJob = data.draw(
        any_value(
            PrintJob, patient_id=ours["patient_id"], plan_id=st.just(plan.id), pages=pages, version=st.just(0)
        )
    )

    def check(work: Work) -> None:
        assert work.plans.add(plan) == plan
        assert work.print_jobs.add(job) == job
        work.plans.session.expire_all()
        assert work.plans.get(plan.id) == plan
        assert work.issued_points.get(plan.id) is None
        work.issued_points.put(plan.id, (plan.pdf.hex(), ""))
        work.plans.session.expire_all()
        assert work.issued_points.get(plan.id) == (plan.pdf.hex(), "")
        assert work.plans.of_course(chart.course.id) == (replace(plan, pdf=b""),)
        assert work.print_jobs.get(job.id) == job

    undone(records, check)


@SEVERAL
@given(st.data())
def test_plan_drafts_and_notes(kept: tuple[Records, Chart], data: st.DataObject) -> None:
    records, chart = kept
    draft: PlanDraft = data.draw(any_value(PlanDraft))
    later: PlanDraft = data.draw(any_value(PlanDraft))
    text = data.draw(WORDS)

    def check(work: Work) -> None:
        assert work.plan_drafts.get(chart.visit.id) is None
        work.plan_drafts.put(chart.visit.id, draft)
        work.plan_drafts.put(chart.visit.id, later)
        work.notes.put(chart.visit.id, text)
        work.notes.session.expire_all()
        assert work.plan_drafts.get(chart.visit.id) == later
        assert work.notes.get(chart.visit.id) == text

    undone(records, check)


@SEVERAL
@given(st.data())
def test_rule_changes_and_saved_prescriptions(kept: tuple[Records, Chart], data: st.DataObject) -> None:
    records, chart = kept
    ours = {"by": st.just(chart.user.id), "version": st.just(0)}
    change: RuleChange = data.draw(any_value(RuleChange, **ours))
    saved: SavedPrescription = data.draw(any_value(SavedPrescription, name=WORDS.filter(bool), **ours))

    def check(work: Work) -> None:
        assert work.rule_changes.add(change) == change
        assert work.prescriptions.add(saved) == saved
        work.prescriptions.session.expire_all()
        assert work.rule_changes.all() == (change,)
        assert work.prescriptions.seen_by(chart.user.id) == (saved,)
        assert work.prescriptions.seen_by(chart.patient.id) == ((saved,) if saved.shared else ())

    undone(records, check)


def test_the_helper_issues_a_whole_plan(tmp_path: Path) -> None:
    clinic = fresh_clinic(tmp_path / "clinic")
    records = clinic.open()
    with records.work() as work:
        plan = issue(work, open_chart(work, clinic.owner))
    with records.work() as work:
        assert work.plans.get(plan.id) == plan
    records.close()
