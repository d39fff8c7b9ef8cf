"""Two patients as a practitioner left them: one signed and sent to the desk, one under needles."""

from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from uuid import UUID

from acuchart.charting.courses import Courses
from acuchart.charting.findings import Findings
from acuchart.charting.flags import RiskFlags
from acuchart.charting.intake import Intakes
from acuchart.charting.note import Notes
from acuchart.charting.patients import Patients
from acuchart.charting.pattern import Patterns
from acuchart.charting.plan import Plans
from acuchart.charting.points import Points
from acuchart.charting.session import Sessions
from acuchart.charting.today import Today
from acuchart.clinic.course import Complaint, Goal, Mechanism
from acuchart.clinic.findings import FindingState, Observation
from acuchart.clinic.flags import Flag, FlagKind, FlagState
from acuchart.clinic.forms import Answers, Value
from acuchart.clinic.ids import new_id
from acuchart.clinic.needling import Needling
from acuchart.clinic.people import Name, Particulars
from acuchart.clinic.plan import Plan
from acuchart.clinic.points import Side
from acuchart.clinic.visit import Assessment, Examination, NoteWords, Reaction, Reactions
from tests.helpers.clinic import PRACTITIONER_PASSPHRASE, StaffedClinic

FIRST_VISIT = "first-visit|1"


@dataclass(frozen=True)
class Charted:
    """What was charted.

    Attributes:
        signed: A signed visit whose plan waits at the desk.
        lying: A visit with needles in, in Room 2.
        intake: A filled form that waits to be read.
        told_words: Words of these patients that the desk must not see, printed plan aside.
        clinical_words: The same, and words of the vocabulary that no screen of the desk shows either.
    """

    patient: UUID
    signed: UUID
    lying: UUID
    intake: UUID
    plan: Plan
    told_words: tuple[str, ...]
    clinical_words: tuple[str, ...]


def charted(clinic: StaffedClinic) -> Charted:
    """Charts both patients."""
    patient, signed = _arrived(clinic, Name("Mara", "Ellison"))
    other, lying = _arrived(clinic, Name("Wen", "陈"))
    _treat(clinic, patient, signed)
    _finish(clinic, signed)
    intake = _answered(clinic, other)
    _treat(clinic, other, lying)
    told = ("kestrel", "warfarin", "2 needles")
    words = (*told, "Anticoagulant", "Stabbing", "ST36", "Cold-damp", "Bruise")
    return Charted(patient, signed, lying, intake, _plan(clinic, signed), told, words)


def _arrived(clinic: StaffedClinic, name: Name) -> tuple[UUID, UUID]:
    patient = Patients(clinic.desk).register(Particulars(name, date(1985, 4, 2)))
    return patient.id, Today(clinic.desk).check_in(patient.id, clinic.practitioner.user.id)


def _treat(clinic: StaffedClinic, patient: UUID, visit: UUID) -> None:
    eli = clinic.practitioner
    RiskFlags(eli).ask(
        patient, Flag(FlagKind.ANTICOAGULANT, FlagState.YES, "warfarin"), Flag(FlagKind.ANTICOAGULANT)
    )
    told = Complaint("Knee kestrelpain", mechanism=Mechanism.NOCICEPTIVE)
    course = Courses(eli).describe(_course(clinic, visit), told, Complaint(""))
    Courses(eli).set_goals(course.id, (Goal(new_id(), "Walk kestrelwise", "0 to 10"),), ())
    seen = Examination(
        (Observation("pain_stabbing", FindingState.PRESENT),), {"pain_quality": "kestrelsharp"}
    )
    Findings(eli).record(visit, seen, Examination())
    Patterns(eli).confirm(visit, Assessment("cold_damp", words="kestrelcold"), (), Assessment())
    Points(eli).prescribe(visit, (Needling("ST36", Side.BOTH, 2, 25),), ())
    sessions = Sessions(eli)
    sessions.prepare(visit, "Room 2")
    sessions.begin(visit)
    sessions.count_in(visit, 2, 0)
    sessions.retain(visit, 20)


def _finish(clinic: StaffedClinic, visit: UUID) -> None:
    eli = clinic.practitioner
    sessions, notes = Sessions(eli), Notes(eli)
    sessions.remove(visit)
    sessions.count_out(visit, 2, 0)
    sessions.close(visit)
    notes.record_reactions(visit, Reactions(True, (Reaction.BRUISE,), "kestrelblue"), Reactions())
    notes.write(visit, NoteWords(plan="kestrelnote"), NoteWords())
    Plans(eli).issue(visit)
    notes.sign(visit, PRACTITIONER_PASSPHRASE)
    notes.add(visit, "kestreladded", PRACTITIONER_PASSPHRASE)


def _answered(clinic: StaffedClinic, patient: UUID) -> UUID:
    given: dict[str, tuple[Value, ...]] = {
        "about.name": ("Wen",),
        "about.born": (date(1985, 4, 2),),
        "about.reason": ("kestrelwaking",),
        "consent.treatment": (True,),
        "consent.record": (True,),
    }
    intake = Intakes(clinic.desk).hand_out(patient, FIRST_VISIT)
    Intakes(clinic.desk).complete(intake.id, Answers(MappingProxyType(given)))
    return intake.id


def _course(clinic: StaffedClinic, visit: UUID) -> UUID:
    with clinic.practitioner.records.work() as work:
        return work.visits.get(visit).course_id


def _plan(clinic: StaffedClinic, visit: UUID) -> Plan:
    with clinic.practitioner.records.work() as work:
        (plan,) = work.plans.of_course(work.visits.get(visit).course_id)
        return work.plans.get(plan.id)
