"""Forms, the wrong ways: handed out, filled, settled and taken into the chart."""

from dataclasses import replace
from types import MappingProxyType
from uuid import UUID

import pytest

from acuchart.charting.flags import RiskFlags
from acuchart.charting.intake import Intakes
from acuchart.clinic.flags import FlagKind, FlagState
from acuchart.clinic.intake import IntakeState, Settled
from acuchart.clinic.trouble import ChartTrouble
from acuchart.clinic.visit import Signature
from acuchart.knowledge import Knowledge
from tests.helpers.clinic import DESK_PASSPHRASE, PRACTITIONER_PASSPHRASE, StaffedClinic
from tests.helpers.filled_forms import (
    FAINTS,
    LOST_WEIGHT,
    checked_in,
    filled,
    new_patient,
    spoil,
    to_read,
)
from tests.helpers.form_answers import FIRST_VISIT, answers, form_called


def test_an_unknown_form_is_not_handed_out(clinic: StaffedClinic) -> None:
    with pytest.raises(ChartTrouble, match="no such form"):
        Intakes(clinic.desk).hand_out(new_patient(clinic), "first-visit|99")


def test_an_answer_that_does_not_fit_is_not_kept(clinic: StaffedClinic) -> None:
    desk = Intakes(clinic.desk)
    intake = desk.hand_out(new_patient(clinic), FIRST_VISIT)
    for link_id, value in (("pain.now", 11), ("pain.now", "seven"), ("nobody.asked", True)):
        with pytest.raises(ChartTrouble):
            desk.keep_answers(intake.id, answers({link_id: value}))
    assert desk.fill(intake.id).answers.given == {}


def test_a_form_is_not_finished_without_what_it_requires(clinic: StaffedClinic) -> None:
    desk = Intakes(clinic.desk)
    intake = desk.hand_out(new_patient(clinic), FIRST_VISIT)
    with pytest.raises(ChartTrouble, match="What is your full name"):
        desk.complete(intake.id, answers({}, required=False))
    assert desk.fill(intake.id).intake.state is IntakeState.HANDED_OUT


def test_a_finished_form_takes_no_more_answers(clinic: StaffedClinic) -> None:
    intake_id = filled(clinic, new_patient(clinic), answers({}))
    desk = Intakes(clinic.desk)
    for act in (
        lambda: desk.keep_answers(intake_id, answers({})),
        lambda: desk.complete(intake_id, answers({})),
        lambda: desk.fill(intake_id),
    ):
        with pytest.raises(ChartTrouble, match="finished"):
            act()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no json",
        "[]",
        '{"item": 3}',
        '{"item": [{"linkId": "who.knows", "answer": []}]}',
        '{"item": [{"linkId": "pain.now", "answer": [{"valueInteger": 15}]}]}',
        '{"item": [{"linkId": "pain.now", "answer": [{"valueString": "much"}]}]}',
    ],
)
def test_damaged_answers_stand_before_needling_until_they_are_put_aside(
    clinic: StaffedClinic, text: str
) -> None:
    patient_id = new_patient(clinic)
    checked_in(clinic, patient_id)
    intake_id = filled(clinic, patient_id, answers({}))
    spoil(clinic.owner, intake_id, answers=text)
    intakes = Intakes(clinic.practitioner)
    for act in (intakes.review, intakes.accept):
        with pytest.raises(ChartTrouble, match="can't be read"):
            act(intake_id)
    assert to_read(clinic, patient_id) == 1
    with pytest.raises(ChartTrouble, match="why"):
        intakes.set_aside(intake_id, "  ")
    intakes.set_aside(intake_id, "asked in the room")
    assert to_read(clinic, patient_id) == 0


def test_a_form_that_can_be_read_is_not_put_aside(clinic: StaffedClinic) -> None:
    intake_id = filled(clinic, new_patient(clinic), answers({FAINTS: True}))
    with pytest.raises(ChartTrouble, match="can be read"):
        Intakes(clinic.practitioner).set_aside(intake_id, "no time")


def test_an_unreadable_unfinished_form_is_kept_and_another_one_is_handed_out(clinic: StaffedClinic) -> None:
    desk, patient_id = Intakes(clinic.desk), new_patient(clinic)
    lying = desk.hand_out(patient_id, FIRST_VISIT)
    assert desk.hand_out(patient_id, FIRST_VISIT).id == lying.id
    spoil(clinic.owner, lying.id, answers="scratched")
    with pytest.raises(ChartTrouble, match="can't be read"):
        desk.fill(lying.id)
    assert desk.hand_out(patient_id, FIRST_VISIT).id != lying.id


def test_a_form_of_a_version_the_program_does_not_hold_is_said_to_be_so(clinic: StaffedClinic) -> None:
    intake_id = filled(clinic, new_patient(clinic), answers({}))
    spoil(clinic.owner, intake_id, form="first-visit|0")
    with pytest.raises(ChartTrouble, match=r"first-visit\|0"):
        Intakes(clinic.practitioner).review(intake_id)


def test_an_old_answer_is_read_with_the_version_it_was_given_to(clinic: StaffedClinic) -> None:
    intake_id = filled(clinic, new_patient(clinic), answers({FAINTS: True}))
    first = form_called(clinic.desk.knowledge)
    later = replace(first, version="2", items=first.items[:1])
    knowledge = Knowledge()
    knowledge.__dict__["forms"] = MappingProxyType({first.key: first, later.key: later})
    with_both = replace(clinic.practitioner, knowledge=knowledge)
    review = Intakes(with_both).review(intake_id)
    assert review.questionnaire.version == "1"
    assert [concern.link_id for concern in review.open] == [FAINTS]
    assert knowledge.forms_to_hand_out["first-visit"] is later


def test_nothing_is_accepted_while_an_answer_is_open(clinic: StaffedClinic) -> None:
    intakes = Intakes(clinic.practitioner)
    intake_id = filled(clinic, new_patient(clinic), answers({FAINTS: True}))
    with pytest.raises(ChartTrouble, match="Settle every answer"):
        intakes.accept(intake_id)
    intakes.settle(intake_id, FAINTS, Settled.LATER)
    with pytest.raises(ChartTrouble, match="Settle every answer"):
        intakes.accept(intake_id)


def test_nothing_that_a_visit_should_take_is_accepted_without_one(clinic: StaffedClinic) -> None:
    intakes = Intakes(clinic.practitioner)
    patient_id = new_patient(clinic)
    intake_id = filled(clinic, patient_id, answers({"history.pacemaker": False}))
    with pytest.raises(ChartTrouble, match="Check the patient in"):
        intakes.accept(intake_id)
    assert intakes.review(intake_id).intake.state is IntakeState.COMPLETED
    assert RiskFlags(clinic.practitioner).of(patient_id)[FlagKind.PACEMAKER].state is FlagState.NOT_ASKED


def test_a_form_is_accepted_once(clinic: StaffedClinic) -> None:
    intakes = Intakes(clinic.practitioner)
    patient_id = new_patient(clinic)
    visit_id = checked_in(clinic, patient_id)
    intake_id = filled(clinic, patient_id, answers({}))
    assert intakes.accept(intake_id, visit_id).around.accepted_by == "Eli Brandt"
    for act in (
        lambda: intakes.accept(intake_id, visit_id),
        lambda: intakes.settle(intake_id, FAINTS, Settled.LATER),
        lambda: intakes.set_aside(intake_id, "why not"),
    ):
        with pytest.raises(ChartTrouble):
            act()


def test_an_unfinished_form_is_not_accepted(clinic: StaffedClinic) -> None:
    intake = Intakes(clinic.desk).hand_out(new_patient(clinic), FIRST_VISIT)
    with pytest.raises(ChartTrouble, match="not finished"):
        Intakes(clinic.practitioner).accept(intake.id)


def test_another_patients_visit_takes_nothing_and_nothing_is_half_done(clinic: StaffedClinic) -> None:
    stranger = checked_in(clinic, new_patient(clinic))
    patient_id = new_patient(clinic)
    intake_id = filled(clinic, patient_id, answers({"history.pacemaker": False}))
    with pytest.raises(ChartTrouble, match="somebody else"):
        Intakes(clinic.practitioner).accept(intake_id, stranger)
    assert RiskFlags(clinic.practitioner).of(patient_id)[FlagKind.PACEMAKER].state is FlagState.NOT_ASKED
    assert Intakes(clinic.practitioner).review(intake_id).intake.state is IntakeState.COMPLETED


def test_a_signed_visit_takes_nothing(clinic: StaffedClinic) -> None:
    patient_id = new_patient(clinic)
    visit_id = checked_in(clinic, patient_id)
    intake_id = filled(clinic, patient_id, answers({"pain.now": 4}))
    sign(clinic, visit_id)
    with pytest.raises(ChartTrouble, match="signed"):
        Intakes(clinic.practitioner).accept(intake_id, visit_id)
    assert Intakes(clinic.practitioner).review(intake_id).around.visit_id is None


def sign(clinic: StaffedClinic, visit_id: UUID) -> None:
    """Locks a visit as the records see it."""
    with clinic.owner.records.work() as work:
        by = Signature(clinic.practitioner.user.id, clinic.clock.now(), "0" * 64)
        work.visits.change(replace(work.visits.get(visit_id), signature=by))


def test_what_nobody_asked_about_is_not_settled(clinic: StaffedClinic) -> None:
    intake_id = filled(clinic, new_patient(clinic), answers({FAINTS: False}))
    for link_id in (FAINTS, LOST_WEIGHT, "about.name", "no.such.question"):
        with pytest.raises(ChartTrouble, match="no decision"):
            Intakes(clinic.practitioner).settle(intake_id, link_id, Settled.CAUTION_ADDED)


@pytest.mark.parametrize(
    ("link_id", "how"),
    [
        (FAINTS, Settled.NOT_A_CONCERN),
        (LOST_WEIGHT, Settled.NOT_A_CONCERN),
        (LOST_WEIGHT, Settled.REFERRED),
        (LOST_WEIGHT, Settled.CAUTION_ADDED),
    ],
)
def test_a_decision_without_its_words_is_refused(clinic: StaffedClinic, link_id: str, how: Settled) -> None:
    intake_id = filled(clinic, new_patient(clinic), answers({FAINTS: True, LOST_WEIGHT: True}))
    with pytest.raises(ChartTrouble, match="word"):
        Intakes(clinic.practitioner).settle(intake_id, link_id, how, "   ")
    assert Intakes(clinic.practitioner).review(intake_id).intake.settled == ()


def test_only_the_one_who_handed_it_out_takes_the_pc_back(clinic: StaffedClinic) -> None:
    desk = Intakes(clinic.desk)
    intake = desk.hand_out(new_patient(clinic), FIRST_VISIT)
    for wrong in ("", "let me out", PRACTITIONER_PASSPHRASE):
        with pytest.raises(ChartTrouble):
            desk.take_back(intake.id, wrong)
    desk.take_back(intake.id, DESK_PASSPHRASE)
    with clinic.owner.records.work() as work:
        assert [event.act for event in work.audit.latest(1)] == ["intake.taken_back"]
