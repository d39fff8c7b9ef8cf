"""Patients with a first-visit form handed out, filled or spoilt."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from acuchart.charting.intake import Intakes
from acuchart.charting.patients import Patients
from acuchart.charting.sitting import Sitting
from acuchart.charting.today import Today
from acuchart.charting.visits import Visits
from acuchart.clinic.forms import Answers
from acuchart.clinic.intake import Settled
from acuchart.clinic.intake_review import Concern, IntakeReview
from acuchart.clinic.people import Name, Particulars
from acuchart.clinic.visit import Visit
from tests.helpers.clinic import StaffedClinic
from tests.helpers.form_answers import FIRST_VISIT

LOST_WEIGHT = "history.general.2"
FAINTS = "history.faints"
BORN = date(1990, 8, 19)


def new_patient(clinic: StaffedClinic, born: date = BORN) -> UUID:
    return Patients(clinic.desk).register(Particulars(Name("Wen", "Calder"), born)).id


def checked_in(clinic: StaffedClinic, patient_id: UUID) -> UUID:
    return Today(clinic.desk).check_in(patient_id, clinic.practitioner.user.id)


def visit_of(clinic: StaffedClinic, visit_id: UUID) -> Visit:
    return Visits(clinic.practitioner).open(visit_id).visit


def filled(clinic: StaffedClinic, patient_id: UUID, given: Answers) -> UUID:
    desk = Intakes(clinic.desk)
    intake = desk.hand_out(patient_id, FIRST_VISIT)
    desk.keep_answers(intake.id, given)
    return desk.complete(intake.id, given).id


def spoil(sitting: Sitting, intake_id: UUID, answers: str | None = None, form: str | None = None) -> None:
    """Changes a form behind the back of the use cases, as damage would."""
    with sitting.records.work() as work:
        intake = work.intakes.get(intake_id)
        answers = intake.answers if answers is None else answers
        work.intakes.change(replace(intake, answers=answers, form=form or intake.form))


def settle_all(review: IntakeReview, intakes: Intakes) -> IntakeReview:
    for concern in review.open:
        how = Settled.CAUTION_ADDED if concern.concern is Concern.RISK else Settled.REFERRED
        review = intakes.settle(review.intake.id, concern.link_id, how, "to the doctor this week")
    return review


def to_read(clinic: StaffedClinic, patient_id: UUID) -> int | None:
    board = Today(clinic.practitioner).board(clinic.clock.today())
    return next(card.answers_to_read for card in board if card.patient_id == patient_id)
