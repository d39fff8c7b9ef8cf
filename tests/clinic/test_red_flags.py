"""Red flags speak by their own answers only."""

import pytest

from acuchart.clinic.findings import FindingState
from acuchart.clinic.red_flags import Action, alerts, raised
from acuchart.knowledge import load

RED_FLAGS = load().red_flags
PRESENT, ABSENT = FindingState.PRESENT, FindingState.ABSENT


def test_there_are_55_with_a_plain_question_each() -> None:
    assert len(RED_FLAGS) == 55
    questions = [flag.question for flag in RED_FLAGS.values()]
    assert len(set(questions)) == 55
    assert all(question.endswith("?") and len(question) < 170 for question in questions)


@pytest.mark.parametrize("flag_id", list(RED_FLAGS))
def test_each_speaks_when_present_and_is_silent_otherwise(flag_id: str) -> None:
    (alert,) = alerts(RED_FLAGS, {flag_id: PRESENT})
    assert alert.flag.id == flag_id
    assert alert.because == (flag_id,)
    assert alert.flag.source
    assert alerts(RED_FLAGS, {flag_id: ABSENT}) == ()
    assert alerts(RED_FLAGS, {flag_id: FindingState.NOT_ASKED}) == ()


def test_the_most_urgent_comes_first() -> None:
    present = {
        "rf_painkiller_over_use": PRESENT,
        "rf_past_cancer": PRESENT,
        "rf_fever_with_stiff_neck_rash": PRESENT,
    }
    found = alerts(RED_FLAGS, present)
    assert [alert.flag.action for alert in found] == [Action.EMERGENCY, Action.REFER, Action.CAUTION]


@pytest.mark.parametrize(
    ("flag_id", "age", "counts"),
    [
        ("rf_first_onset_under_20_or_over_50_55", 19, True),
        ("rf_first_onset_under_20_or_over_50_55", 20, False),
        ("rf_first_onset_under_20_or_over_50_55", 50, False),
        ("rf_first_onset_under_20_or_over_50_55", 51, True),
        ("rf_first_onset_under_20_or_over_50_55", None, True),
        ("rf_new_symptoms_under_20_or_over_55", 55, False),
        ("rf_new_symptoms_under_20_or_over_55", 56, True),
        ("rf_past_cancer", 35, True),
    ],
)
def test_age_silences_an_item_of_other_ages(flag_id: str, age: int | None, counts: bool) -> None:
    assert bool(alerts(RED_FLAGS, {flag_id: PRESENT}, age)) is counts


def test_flags_add_weight_and_never_speak_alone() -> None:
    flag_id = next(f for f in RED_FLAGS if f.startswith("rf_after_head_injury"))
    (alert,) = alerts(RED_FLAGS, {flag_id: PRESENT}, flags=("anticoagulant", "epilepsy"))
    assert alert.because == (flag_id, "anticoagulant")
    assert alerts(RED_FLAGS, {}, flags=("anticoagulant", "pregnancy")) == ()


def test_an_ordinary_finding_only_raises_the_question() -> None:
    assert alerts(RED_FLAGS, {"urine_dribbling": PRESENT}) == ()
    worth = raised(RED_FLAGS, ["urine_dribbling"], {})
    assert "rf_new_trouble_passing_urine_retention_or_leakage_r" in [flag.id for flag in worth]
    answered = {flag.id: ABSENT for flag in worth}
    assert raised(RED_FLAGS, ["urine_dribbling"], answered) == ()
