"""A patient with a painful knee at her third visit, charted as far as the points, ready to be needled."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from types import MappingProxyType
from uuid import UUID

from acuchart.charting.session import Sessions
from acuchart.charting.sitting import Sitting
from acuchart.clinic.course import Course, Goal
from acuchart.clinic.findings import FindingState, Observation
from acuchart.clinic.flags import Flag, FlagKind, FlagState
from acuchart.clinic.ids import new_id
from acuchart.clinic.needling import Needling, Stimulation
from acuchart.clinic.people import Name, Patient, Sex
from acuchart.clinic.points import Side
from acuchart.clinic.visit import Assessment, CheckIn, Examination, Visit

ROWS = (
    Needling("ST36", Side.BOTH, 2, 30.0),
    Needling("SP9", Side.RIGHT, 1, 25.0),
    Needling("GB34", Side.RIGHT, 1, 25.0),
    Needling("ST35", Side.RIGHT, 1, 20.0, stimulation=Stimulation.ELECTRICAL),
    Needling("EX-LE4", Side.RIGHT, 1, 20.0, stimulation=Stimulation.ELECTRICAL),
    Needling("SP10", Side.RIGHT, 1, 25.0),
)
NEEDLES = 7


@dataclass(frozen=True)
class KneeVisit:
    """Ids of what was made."""

    patient_id: UUID
    course_id: UUID
    visit_id: UUID


def knee_visit(sitting: Sitting, name: Name | None = None, complaint: str = "Right knee pain") -> KneeVisit:
    """Keeps patient, course and three visits; the third is a draft, with its points."""
    now, today = sitting.clock.now(), sitting.clock.today()
    with sitting.records.work() as work:
        patient = work.patients.add(
            Patient(
                new_id(),
                work.patients.next_number(),
                name or Name("Mara", "Ellison"),
                date(1985, 4, 2),
                sex=Sex.FEMALE,
            )
        )
        work.flags.put(
            patient.id,
            Flag(FlagKind.ANTICOAGULANT, FlagState.YES, "enoxaparin", None, today, sitting.user.id),
        )
        course = work.courses.add(
            Course(new_id(), patient.id, complaint, now - timedelta(days=7), goals=goals())
        )
        visits = [work.visits.add(_visit(sitting, course, number)) for number in (1, 2, 3)]
    return KneeVisit(patient.id, course.id, visits[-1].id)


def called_off(sitting: Sitting, name: Name | None = None) -> KneeVisit:
    """The same, but no needle went in and somebody wrote why: what is left is the note."""
    knee = knee_visit(sitting, name)
    sessions = Sessions(sitting)
    sessions.prepare(knee.visit_id, "Room 1")
    sessions.call_off(knee.visit_id, "Had to leave for the train.")
    return knee


def goals() -> tuple[Goal, ...]:
    """Two goals, one of them not asked about yet."""
    return (
        Goal(new_id(), "Climb two flights without stopping", "how well, 0 to 10", 3, 6, 9),
        Goal(new_id(), "Sleep through the night", "nights a week", None, None, 5),
    )


def _visit(sitting: Sitting, course: Course, number: int) -> Visit:
    arrived = sitting.clock.now() - timedelta(days=(0, 7, 4, 0)[number])
    visit = Visit(
        id=new_id(),
        patient_id=course.patient_id,
        course_id=course.id,
        number=number,
        practitioner_id=sitting.user.id,
        arrived_at=arrived,
        check_in=CheckIn(pain_now=7 - number, pain_worst=8 - number, words="Stairs are easier."),
    )
    if number < 3:
        return visit
    observed = (
        Observation("pain_heavy", FindingState.PRESENT, side="right"),
        Observation("pain_burning", FindingState.ABSENT),
        Observation("tongue_dusky", FindingState.PRESENT),
        Observation("tongue_swollen", FindingState.PRESENT),
        Observation("pulse_deep", FindingState.PRESENT, position="left_chi"),
    )
    return replace(
        visit,
        examination=Examination(observed, MappingProxyType({"palpation": "Mild cool swelling."})),
        assessment=Assessment(
            "cold_damp", ("blood_stasis",), confirmed_at=arrived, confirmed_by=sitting.user.id
        ),
        prescription=ROWS,
    )
