"""The forms of the clinic ask what they must, and their answers reach the chart without anything invented."""

from datetime import date

import pytest

from acuchart.clinic.findings import FindingState
from acuchart.clinic.flags import FlagKind
from acuchart.clinic.form_check import still_required, wrong_answers
from acuchart.clinic.forms import Answers, Coding, Control, Item, ItemType, Questionnaire, asked
from acuchart.clinic.intake_meaning import ANSWER, FIELD, FINDING, FLAG, RED_FLAG, Meaning, meaning
from acuchart.knowledge import load

KNOWLEDGE = load()
FIRST = KNOWLEDGE.forms["first-visit|1"]
FOLLOW_UP = KNOWLEDGE.forms["follow-up|1"]
CONSENT = KNOWLEDGE.forms["consent|1"]


def chosen(form: Questionnaire, link_id: str, *codes: str) -> tuple[Coding, ...]:
    options = [form.item(link_id).option(code) for code in codes]
    return tuple(option.coding for option in options if option is not None)


def codes(form: Questionnaire, system: str) -> set[str]:
    found = set()
    for item in form.walk():
        codings = (*item.codes, *(option.coding for option in item.options))
        found |= {coding.code for coding in codings if coding.system == system}
    return found


def flags(found: Meaning) -> dict[str, bool]:
    return {answer.flag: answer.yes for answer in found.flags}


def test_sections_stand_in_the_order_of_the_kiosk() -> None:
    assert [section.text for section in FIRST.items] == [
        "About you",
        "Your sleep",
        "Your pain",
        "Health history",
        "Medicines",
        "Pregnancy",
        "Day to day",
        "Consent",
    ]


def test_the_first_visit_asks_for_every_risk_flag() -> None:
    assert codes(FIRST, FLAG) == {kind.value for kind in FlagKind}


def test_the_first_visit_asks_what_the_chart_needs() -> None:
    needed = (
        "name born complaint since pain_chart pain_now pain_worst pain_average better worse history medicines"
    )
    needed += " goal needles_before consent_treatment consent_record peg_enjoyment peg_activity sex"
    assert set(needed.split()) <= codes(FIRST, FIELD)
    assert len(codes(FIRST, RED_FLAG)) >= 45
    assert len(codes(FIRST, FINDING)) >= 80


def test_the_follow_up_asks_pain_peg_and_what_changed() -> None:
    needed = "pain_now pain_worst pain_average peg_enjoyment peg_activity changed reactions medicines sleep"
    assert set(needed.split()) <= codes(FOLLOW_UP, FIELD)


@pytest.mark.parametrize("form", [FIRST, FOLLOW_UP, CONSENT], ids=lambda form: form.key)
def test_pain_scales_go_from_0_to_10_and_choices_have_options(form: Questionnaire) -> None:
    for item in form.walk():
        if item.control is Control.PAIN_SCALE:
            assert (item.least, item.most) == (0, 10)
            assert item.low
            assert item.high
        assert (item.type is ItemType.CHOICE) == bool(item.options)
        assert item.text


def test_a_form_nobody_filled_says_nothing() -> None:
    for form in KNOWLEDGE.forms.values():
        assert meaning(form, Answers()) == Meaning()


def every_no(item: Item) -> bool:
    return item.type is ItemType.BOOLEAN


def test_yes_and_no_become_flags_and_red_flags_and_only_those_answered() -> None:
    answers = Answers(
        {
            "history.pacemaker": (True,),
            "history.pacemaker.detail": ("since 2019",),
            "history.diabetes": (False,),
            "history.general.1": (True,),
            "history.general.2": (False,),
        }
    )
    found = meaning(FIRST, answers)
    assert flags(found) == {"pacemaker": True, "diabetes": False}
    assert next(f for f in found.flags if f.yes).detail == "since 2019"
    assert [(r.flag_id, r.present) for r in found.red_flags] == [
        ("rf_past_cancer", True),
        ("rf_unexplained_weight_loss", False),
    ]
    assert found.observations == ()


def test_pregnancy_with_its_due_date() -> None:
    due = date(2027, 3, 26)
    found = meaning(FIRST, Answers({"pregnancy.now": (True,), "pregnancy.due": (due,)}))
    (flag,) = found.flags
    assert (flag.flag, flag.yes, flag.due) == ("pregnancy", True, due)


def test_an_answer_that_no_longer_applies_is_left_out() -> None:
    turned = Answers(
        {
            "about.sex": chosen(FIRST, "about.sex", "male"),
            "pregnancy.now": (True,),
            "pregnancy.due": (date(2027, 3, 26),),
        }
    )
    assert meaning(FIRST, turned).flags == ()
    assert "pregnancy" not in [item.link_id for item in asked(FIRST, turned)]
    unsaid = turned.with_answer("about.sex", *chosen(FIRST, "about.sex", "unsaid"))
    assert flags(meaning(FIRST, unsaid)) == {"pregnancy": True}


def test_of_many_to_choose_only_none_of_these_says_no() -> None:
    some = Answers({"history.allergies": chosen(FIRST, "history.allergies", "allergy_metal")})
    assert flags(meaning(FIRST, some)) == {"allergy_metal": True}
    none = Answers({"history.allergies": chosen(FIRST, "history.allergies", "none")})
    assert flags(meaning(FIRST, none)) == {
        "allergy_metal": False,
        "allergy_latex": False,
        "allergy_adhesive": False,
    }
    lymph = Answers({"history.lymph": chosen(FIRST, "history.lymph", "lymphoedema_left_arm")})
    assert flags(meaning(FIRST, lymph)) == {"lymphoedema_left_arm": True}


def test_of_one_to_choose_the_others_are_not_so() -> None:
    found = meaning(FIRST, Answers({"pain.change.cold": chosen(FIRST, "pain.change.cold", "agg_cold")}))
    states = {o.finding_id: o.state for o in found.observations}
    assert states == {"agg_cold": FindingState.PRESENT, "rel_cool": FindingState.ABSENT}
    same = meaning(FIRST, Answers({"pain.change.cold": (Coding(ANSWER, "same"),)}))
    assert {o.state for o in same.observations} == {FindingState.ABSENT}


def test_what_it_feels_like_becomes_findings_and_nothing_is_denied_for_the_patient() -> None:
    found = meaning(FIRST, Answers({"pain.feel": chosen(FIRST, "pain.feel", "pain_heavy", "pain_cold")}))
    assert {(o.finding_id, o.state) for o in found.observations} == {
        ("pain_heavy", FindingState.PRESENT),
        ("pain_cold", FindingState.PRESENT),
    }


def test_scores_and_words_become_fields() -> None:
    found = meaning(
        FIRST,
        Answers({"pain.now": (4,), "pain.worst": (8,), "daily.goal": ("Five nights of proper sleep",)}),
    )
    assert (found.pain_now, found.pain_worst, found.pain_average) == (4, 8, None)
    assert found.text("goal") == "Five nights of proper sleep"
    assert found.text("complaint") == ""


def test_questions_about_a_region_are_asked_where_it_hurts() -> None:
    back = Answers({"pain.where": chosen(FIRST, "pain.where", "back")})
    ids = [item.link_id for item in asked(FIRST, back)]
    assert "history.back" in ids
    assert "history.head" not in ids


def test_only_what_cannot_wait_asks_for_help_now() -> None:
    urgent = [item for item in FIRST.walk() if item.help_now]
    assert len(urgent) == 2
    assert all(code.system == RED_FLAG for item in urgent for code in item.codes)


def test_a_form_answered_with_no_all_through_fits_and_raises_nothing() -> None:
    answers = Answers(
        {item.link_id: (False,) for item in FIRST.walk() if every_no(item)}
        | {item.link_id: ("Wen",) for item in FIRST.walk() if item.required and item.type is ItemType.STRING}
    )
    assert wrong_answers(FIRST, answers) == ()
    found = meaning(FIRST, answers)
    assert not any(flags(found).values())
    assert not any(red.present for red in found.red_flags)
    assert {item.link_id for item in still_required(FIRST, answers)} == {"about.born", "about.reason"}


def test_the_newest_version_of_each_form_is_handed_out() -> None:
    assert set(KNOWLEDGE.forms_to_hand_out) == {"first-visit", "follow-up", "consent"}
