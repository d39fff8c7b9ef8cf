"""Forms, the right ways: what is decided and accepted stands in the chart."""

from datetime import date
from itertools import permutations

import pytest

from acuchart.charting.findings import Findings
from acuchart.charting.flags import RiskFlags
from acuchart.charting.intake import Intakes
from acuchart.charting.visits import Visits
from acuchart.clinic.events import Event, FlagsChanged, VisitChanged
from acuchart.clinic.findings import FindingState, Observation
from acuchart.clinic.flags import Flag, FlagKind, FlagState
from acuchart.clinic.forms import Value
from acuchart.clinic.intake import IntakeState, Settled
from acuchart.clinic.visit import CheckIn, Examination, RedFlagAnswer
from tests.helpers.clinic import StaffedClinic
from tests.helpers.filled_forms import (
    FAINTS,
    LOST_WEIGHT,
    checked_in,
    filled,
    new_patient,
    settle_all,
    to_read,
    visit_of,
)
from tests.helpers.form_answers import PAINTED_KNEE, answers, form_called, option


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
        FlagState.YES,
        "stopped in May",
        clinic.practitioner.user.id,
    )


def test_no_concern_today_never_takes_a_known_risk_or_its_words_away(clinic: StaffedClinic) -> None:
    patient_id = new_patient(clinic)
    risks = RiskFlags(clinic.practitioner)
    known = Flag(FlagKind.ANTICOAGULANT, FlagState.YES, "Apixaban 5 mg twice a day")
    risks.ask(patient_id, known, risks.of(patient_id)[FlagKind.ANTICOAGULANT])
    intake_id = filled(clinic, patient_id, answers({"medicines.thinner": True}))
    Intakes(clinic.practitioner).settle(
        intake_id, "medicines.thinner", Settled.NOT_A_CONCERN, "needling shallow"
    )
    flag = risks.of(patient_id)[FlagKind.ANTICOAGULANT]
    assert (flag.state, flag.detail) == (FlagState.YES, "Apixaban 5 mg twice a day. needling shallow")


def test_a_changed_mind_is_what_counts(clinic: StaffedClinic) -> None:
    patient_id = new_patient(clinic)
    intake_id = filled(clinic, patient_id, answers({FAINTS: True}))
    intakes = Intakes(clinic.practitioner)
    intakes.settle(intake_id, FAINTS, Settled.NOT_A_CONCERN, "a hot day")
    intakes.settle(intake_id, FAINTS, Settled.CAUTION_ADDED)
    intakes.accept(intake_id, checked_in(clinic, patient_id))
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
    visit_id = checked_in(clinic, patient_id)
    intakes.accept(first, visit_id)
    second = filled(clinic, patient_id, answers({"history.pacemaker": False, "history.epilepsy": False}))
    intakes.accept(second, visit_id)
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
    intakes.accept(first, checked_in(clinic, patient_id))
    second = filled(clinic, patient_id, answers({"pain.now": 4}))
    before = intakes.review(second).around.before
    assert before is not None
    assert before.one("pain.now") == 7
