"""Whatever is answered or left open on a form: only what was answered becomes a fact."""

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acuchart.charting.flags import RiskFlags
from acuchart.charting.intake import Intakes
from acuchart.charting.patients import Patients
from acuchart.charting.today import Today
from acuchart.charting.visits import Visits
from acuchart.clinic.findings import FindingState
from acuchart.clinic.flags import FlagState
from acuchart.clinic.forms import Answers, Coding, Questionnaire
from acuchart.clinic.intake import Settled
from acuchart.clinic.intake_meaning import FINDING, FLAG, RED_FLAG
from acuchart.clinic.intake_review import Concern
from acuchart.clinic.people import Name, Particulars
from tests.helpers.clinic import StaffedClinic, clinic_with_staff
from tests.helpers.form_answers import FIRST_VISIT, asked_and_answered, form_called, some_answers


@pytest.fixture(scope="module")
def one_clinic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StaffedClinic]:
    """One clinic for all examples; each registers a patient of its own."""
    staffed = clinic_with_staff(tmp_path_factory.mktemp("facts"))
    yield staffed
    staffed.close()


def codes(form: Questionnaire, links: frozenset[str], system: str) -> set[str]:
    """Every code of a system that questions of these link ids could speak of."""
    items = [form.item(link_id) for link_id in links]
    every: list[Coding] = [c for item in items for c in (*item.codes, *(o.coding for o in item.options))]
    return {code.code for code in every if code.system == system}


@given(data=st.data())
def test_only_what_was_answered_becomes_a_fact(one_clinic: StaffedClinic, data: st.DataObject) -> None:
    clinic = one_clinic
    form = form_called(clinic.desk.knowledge)
    answers: Answers = data.draw(some_answers(form))
    desk, intakes = Intakes(clinic.desk), Intakes(clinic.practitioner)
    patient_id = Patients(clinic.desk).register(Particulars(Name("Wen", "Calder"), date(1958, 1, 2))).id
    visit_id = Today(clinic.desk).check_in(patient_id, clinic.practitioner.user.id)
    intake = desk.hand_out(patient_id, FIRST_VISIT)
    desk.complete(intake.id, answers)
    review = intakes.review(intake.id)
    assert review.answers == answers
    for concern in data.draw(st.permutations(review.concerns)):
        how = Settled.CAUTION_ADDED if concern.concern is Concern.RISK else Settled.REFERRED
        intakes.settle(intake.id, concern.link_id, how, "decided")
    intakes.accept(intake.id, visit_id)
    told = asked_and_answered(form, answers)
    visit = Visits(clinic.practitioner).open(visit_id).visit
    asked_flags = {flag.kind.value for flag in RiskFlags(clinic.practitioner).of(patient_id)
                   if flag.state is not FlagState.NOT_ASKED}  # fmt: skip
    assert asked_flags <= codes(form, told, FLAG)
    assert {o.finding_id for o in visit.examination.observations} <= codes(form, told, FINDING)
    assert all(o.state is not FindingState.NOT_ASKED for o in visit.examination.observations)
    assert {answer.flag_id for answer in visit.red_flags} <= codes(form, told, RED_FLAG)
    assert all(answer.decision for answer in visit.red_flags if answer.present)
    scores = (visit.check_in.pain_now, visit.check_in.pain_worst, visit.check_in.pain_average)
    assert scores == tuple(answers.one(f"pain.{which}") for which in ("now", "worst", "average"))
