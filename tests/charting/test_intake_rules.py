"""Forms: handed out, filled, settled and taken into the chart; the wrong ways first."""

from dataclasses import replace
from datetime import date
from itertools import permutations
from types import MappingProxyType
from uuid import UUID

import pytest

from acuchart.charting.findings import Findings
from acuchart.charting.flags import RiskFlags
from acuchart.charting.intake import Intakes
from acuchart.charting.patients import Patients
from acuchart.charting.sitting import Sitting
from acuchart.charting.today import Today
from acuchart.charting.visits import Visits
from acuchart.clinic.events import Event, FlagsChanged, VisitChanged
from acuchart.clinic.findings import FindingState, Observation
from acuchart.clinic.flags import FlagKind, FlagState
from acuchart.clinic.forms import Answers, Value
from acuchart.clinic.intake import IntakeState, Settled
from acuchart.clinic.intake_review import Concern, IntakeReview
from acuchart.clinic.people import Name, Particulars
from acuchart.clinic.trouble import ChartTrouble
from acuchart.clinic.visit import CheckIn, Examination, RedFlagAnswer, Signature, Visit
from acuchart.knowledge import Knowledge
from tests.helpers.clinic import DESK_PASSPHRASE, PRACTITIONER_PASSPHRASE, StaffedClinic
from tests.helpers.form_answers import FIRST_VISIT, PAINTED_KNEE, answers, form_called, option

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


# The wrong ways.


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


def to_read(clinic: StaffedClinic, patient_id: UUID) -> int | None:
    board = Today(clinic.practitioner).board(clinic.clock.today())
    return next(card.answers_to_read for card in board if card.patient_id == patient_id)


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


def test_a_form_is_accepted_once(clinic: StaffedClinic) -> None:
    intakes = Intakes(clinic.practitioner)
    intake_id = filled(clinic, new_patient(clinic), answers({}))
    assert intakes.accept(intake_id).around.accepted_by == "Eli Brandt"
    for act in (
        lambda: intakes.accept(intake_id),
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


# The right ways.


def test_a_risk_stands_in_the_chart_as_soon_as_it_is_decided(clinic: StaffedClinic) -> None:
    heard: list[Event] = []
    clinic.bus.subscribe(heard.append)
    patient_id = new_patient(clinic)
    given = answers({FAINTS: True, "history.faints.detail": "last spring", "medicines.thinner": True})
    intake_id = filled(clinic, patient_id, given)
    intakes = Intakes(clinic.practitioner)
    intakes.settle(intake_id, FAINTS, Settled.CAUTION_ADDED)
    flags = RiskFlags(clinic.practitioner).of(patient_id)
    assert (flags[FlagKind.FAINTS].state, flags[FlagKind.FAINTS].detail) == (FlagState.YES, "last spring")
    assert flags[FlagKind.ANTICOAGULANT].state is FlagState.NOT_ASKED
    assert FlagsChanged(patient_id) in heard
    review = intakes.settle(intake_id, "medicines.thinner", Settled.NOT_A_CONCERN, "stopped in May")
    assert review.open == ()
    flag = RiskFlags(clinic.practitioner).of(patient_id)[FlagKind.ANTICOAGULANT]
    assert (flag.state, flag.detail, flag.asked_by) == (
        FlagState.ASKED_NONE,
        "stopped in May",
        clinic.practitioner.user.id,
    )


def test_a_changed_mind_is_what_counts(clinic: StaffedClinic) -> None:
    patient_id = new_patient(clinic)
    intake_id = filled(clinic, patient_id, answers({FAINTS: True}))
    intakes = Intakes(clinic.practitioner)
    intakes.settle(intake_id, FAINTS, Settled.NOT_A_CONCERN, "a hot day")
    intakes.settle(intake_id, FAINTS, Settled.CAUTION_ADDED)
    intakes.accept(intake_id)
    assert RiskFlags(clinic.practitioner).of(patient_id)[FlagKind.FAINTS].state is FlagState.YES


def test_several_options_of_one_question_are_one_thing_to_settle(clinic: StaffedClinic) -> None:
    form = form_called(clinic.desk.knowledge)
    link_id = "history.lymph"
    arms = tuple(option(form, link_id, f"lymphoedema_{side}_arm") for side in ("left", "right"))
    patient_id = new_patient(clinic)
    intake_id = filled(clinic, patient_id, answers({link_id: arms}))
    intakes = Intakes(clinic.practitioner)
    (concern,) = intakes.review(intake_id).open
    assert concern.about == ("lymphoedema_left_arm", "lymphoedema_right_arm")
    assert concern.answer == "Left arm, Right arm"
    intakes.settle(intake_id, link_id, Settled.CAUTION_ADDED)
    present = {flag.kind for flag in RiskFlags(clinic.practitioner).of(patient_id).present}
    assert present == {FlagKind.LYMPHOEDEMA_LEFT_ARM, FlagKind.LYMPHOEDEMA_RIGHT_ARM}


def test_a_no_on_a_form_never_takes_a_risk_out_of_the_chart(clinic: StaffedClinic) -> None:
    patient_id = new_patient(clinic)
    intakes, flags = Intakes(clinic.practitioner), RiskFlags(clinic.practitioner)
    first = filled(clinic, patient_id, answers({"history.pacemaker": True}))
    intakes.settle(first, "history.pacemaker", Settled.CAUTION_ADDED)
    intakes.accept(first)
    second = filled(clinic, patient_id, answers({"history.pacemaker": False, "history.epilepsy": False}))
    intakes.accept(second)
    assert flags.of(patient_id)[FlagKind.PACEMAKER].state is FlagState.YES
    assert flags.of(patient_id)[FlagKind.EPILEPSY].state is FlagState.ASKED_NONE


def test_an_impossible_due_date_is_kept_as_words(clinic: StaffedClinic) -> None:
    patient_id = new_patient(clinic)
    given = answers({"pregnancy.now": True, "pregnancy.due": date(1999, 1, 2)})
    intake_id = filled(clinic, patient_id, given)
    Intakes(clinic.practitioner).settle(intake_id, "pregnancy.now", Settled.CAUTION_ADDED)
    flag = RiskFlags(clinic.practitioner).of(patient_id)[FlagKind.PREGNANCY]
    assert (flag.state, flag.due) == (FlagState.YES, None)
    assert "1999" in flag.detail


@pytest.mark.parametrize(("born", "open_ones"), [(date(1990, 8, 19), 0), (date(1960, 8, 19), 1)])
def test_a_red_flag_of_certain_ages_is_raised_at_those_only(
    clinic: StaffedClinic, born: date, open_ones: int
) -> None:
    form = form_called(clinic.desk.knowledge)
    given = answers({"pain.where": option(form, "pain.where", "back"), "history.back.7": True})
    patient_id = new_patient(clinic, born)
    visit_id = checked_in(clinic, patient_id)
    intake_id = filled(clinic, patient_id, given)
    intakes = Intakes(clinic.practitioner)
    review = intakes.review(intake_id)
    assert len(review.open) == open_ones == to_read(clinic, patient_id)
    settle_all(review, intakes)
    intakes.accept(intake_id, visit_id)
    assert len(visit_of(clinic, visit_id).red_flags) == open_ones


def test_an_accepted_form_goes_into_visit_and_course(clinic: StaffedClinic) -> None:
    heard: list[Event] = []
    patient_id = new_patient(clinic)
    visit_id = checked_in(clinic, patient_id)
    given = answers(
        {"pain.now": 4, "pain.worst": 8, "pain.chart": PAINTED_KNEE, LOST_WEIGHT: True,
         "history.general.1": False, "sleep.pain": True}
    )  # fmt: skip
    intake_id = filled(clinic, patient_id, given)
    intakes = Intakes(clinic.practitioner)
    assert intakes.review(intake_id).around.visit_id == visit_id
    intakes.settle(intake_id, LOST_WEIGHT, Settled.REFERRED, "letter to the doctor")
    clinic.bus.subscribe(heard.append)
    intakes.accept(intake_id, visit_id)
    chart = Visits(clinic.practitioner).open(visit_id)
    assert chart.visit.check_in == CheckIn(4, 8, None)
    assert chart.visit.examination.observations == (Observation("pain_worse_night", FindingState.PRESENT),)
    assert chart.visit.examination.from_form == ("pain_worse_night",)
    assert set(chart.visit.red_flags) == {
        RedFlagAnswer("rf_unexplained_weight_loss", True, "letter to the doctor"),
        RedFlagAnswer("rf_past_cancer", False, ""),
    }
    assert chart.course.complaint == "I wake at 3 and cannot get back to sleep."
    assert chart.course.regions == ("knee-front-right",)
    assert VisitChanged(visit_id) in heard


def test_what_the_practitioner_recorded_is_never_overruled(clinic: StaffedClinic) -> None:
    patient_id = new_patient(clinic)
    visit_id = checked_in(clinic, patient_id)
    own = Examination((Observation("pain_worse_night", FindingState.ABSENT),))
    Findings(clinic.practitioner).record(visit_id, own, Examination())
    Visits(clinic.practitioner).check_in(visit_id, CheckIn(pain_now=9), CheckIn())
    intake_id = filled(clinic, patient_id, answers({"sleep.pain": True, "pain.now": 2, "pain.worst": 5}))
    Intakes(clinic.practitioner).accept(intake_id, visit_id)
    visit = visit_of(clinic, visit_id)
    assert visit.examination == own
    assert (visit.check_in.pain_now, visit.check_in.pain_worst) == (9, 5)


def test_the_order_of_settling_does_not_matter(clinic: StaffedClinic) -> None:
    given: dict[str, Value | tuple[Value, ...]] = {
        FAINTS: True, "history.pacemaker": True, "medicines.thinner": True, LOST_WEIGHT: True
    }  # fmt: skip
    decisions = (
        (FAINTS, Settled.CAUTION_ADDED, ""),
        ("history.pacemaker", Settled.NOT_A_CONCERN, "taken out in 2020"),
        ("medicines.thinner", Settled.REFERRED, "ask the doctor first"),
        (LOST_WEIGHT, Settled.NOT_A_CONCERN, "on a diet"),
    )
    outcomes = {outcome(clinic, given, order) for order in permutations(decisions)}
    assert len(outcomes) == 1


def outcome(
    clinic: StaffedClinic,
    given: dict[str, Value | tuple[Value, ...]],
    order: tuple[tuple[str, Settled, str], ...],
) -> tuple[object, ...]:
    patient_id = new_patient(clinic)
    visit_id = checked_in(clinic, patient_id)
    intake_id = filled(clinic, patient_id, answers(given))
    intakes = Intakes(clinic.practitioner)
    for link_id, how, reason in order:
        intakes.settle(intake_id, link_id, how, reason)
    intakes.accept(intake_id, visit_id)
    flags = RiskFlags(clinic.practitioner).of(patient_id)
    visit = visit_of(clinic, visit_id)
    return (tuple(flags), frozenset(visit.red_flags), visit.examination.observations, visit.check_in)


def test_the_desk_lists_forms_of_the_day_without_their_answers(clinic: StaffedClinic) -> None:
    patient_id = new_patient(clinic)
    done = filled(clinic, patient_id, answers({FAINTS: True}))
    lying = Intakes(clinic.desk).hand_out(patient_id, "consent|1")
    listed = Intakes(clinic.desk).handed_out_on(clinic.clock.today())
    assert {(form.intake_id, form.state, form.title) for form in listed} == {
        (done, IntakeState.COMPLETED, "Before your first visit"),
        (lying.id, IntakeState.HANDED_OUT, "Consent to treatment"),
    }
    assert not {"answers", "settled"} & set(dir(listed[0]))
    assert Intakes(clinic.desk).handed_out_on(date(2026, 11, 19)) == ()


def test_a_form_beside_an_earlier_one_of_its_name(clinic: StaffedClinic) -> None:
    patient_id = new_patient(clinic)
    intakes = Intakes(clinic.practitioner)
    first = filled(clinic, patient_id, answers({"pain.now": 7}))
    assert intakes.review(first).around.before is None
    intakes.accept(first)
    second = filled(clinic, patient_id, answers({"pain.now": 4}))
    before = intakes.review(second).around.before
    assert before is not None
    assert before.one("pain.now") == 7
