"""Rules as the clinic changes them: what is refused, what holds, and when a rule of its own speaks."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from acuchart.clinic.caution_check import check
from acuchart.clinic.caution_rules import RuleChange, check_rule, rules_in_force
from acuchart.clinic.cautions import (
    BEYOND_LIMIT,
    OWN_KIND,
    RISK_FLAGS,
    WHOLE_PATIENT,
    CautionRule,
    Done,
    Level,
    Needle,
    Risks,
    Treatment,
    When,
)
from acuchart.clinic.ids import new_id
from acuchart.clinic.points import Side
from acuchart.clinic.trouble import ChartTrouble
from acuchart.knowledge import load

KNOWLEDGE = load()
POINTS, RULES = KNOWLEDGE.points, KNOWLEDGE.cautions
LI4 = next(rule for rule in RULES if rule.key == "LI4 pregnancy")
OWN = CautionRule("ST36", OWN_KIND, "", "Old scar", "caution", None, (), "clinic meeting, May 2026")
HEALTHY = Risks(asked_none=RISK_FLAGS, age=40)
NEEDLED = Treatment((Needle("ST36", Side.BOTH, 20.0), Needle("LI4", Side.BOTH)))


def change(rule: CautionRule, replaces: str = "", *, active: bool = True) -> RuleChange:
    return RuleChange(new_id(), replaces, rule, active, new_id(), datetime(2026, 5, 1, tzinfo=UTC))


def told(rule: CautionRule, risks: Risks = HEALTHY, treatment: Treatment = NEEDLED) -> set[str | None]:
    return {caution.point for caution in check(treatment, risks, (rule,), POINTS)}


@pytest.mark.parametrize(
    "rule",
    [
        replace(OWN, statement=" "),
        replace(OWN, source=""),
        replace(OWN, code="ST99"),
        replace(OWN, level="loud"),
        replace(OWN, level=BEYOND_LIMIT),
        replace(OWN, weeks=(20, 10)),
        replace(OWN, weeks=(0, 60)),
        replace(OWN, when=When(ages=(9, 3))),
        replace(OWN, when=When(ages=(0, 200))),
        replace(OWN, when=When(deeper_than_mm=0)),
        replace(OWN, when=When(flags=("pregnancy",))),
        replace(LI4, source="  "),
    ],
)
def test_a_rule_that_cannot_stand(rule: CautionRule) -> None:
    with pytest.raises(ChartTrouble):
        check_rule(rule, POINTS)


def test_a_changed_rule_takes_the_place_of_the_one_delivered() -> None:
    softer = replace(LI4, level="note", source="own reading of a review")
    held = rules_in_force(RULES, (change(softer, LI4.key), change(OWN)))
    assert len(held) == len(RULES) + 1
    assert held[RULES.index(LI4)] == softer
    assert held[-1] == OWN


def test_a_rule_switched_off_is_silent_and_one_given_back_speaks() -> None:
    off = change(LI4, LI4.key, active=False)
    assert LI4 not in rules_in_force(RULES, (off, change(OWN, active=False)))
    assert len(rules_in_force(RULES, (off, change(OWN, active=False)))) == len(RULES) - 1
    assert rules_in_force(RULES, ()) == RULES
    pregnant = replace(HEALTHY, pregnancy_week=20)
    assert "LI4" in {
        caution.point for caution in check(NEEDLED, pregnant, RULES, POINTS) if caution.level is Level.DANGER
    }
    quiet = rules_in_force(RULES, (off,))
    dangers = [c for c in check(NEEDLED, pregnant, quiet, POINTS) if c.level is Level.DANGER]
    assert "LI4" not in {caution.point for caution in dangers}


def test_every_rule_delivered_has_a_key_of_its_own() -> None:
    assert len({rule.key for rule in RULES}) == len(RULES)


@pytest.mark.parametrize(
    ("when", "risks", "speaks"),
    [
        (When(), HEALTHY, True),
        (When(flags=("faints",)), HEALTHY, False),
        (When(flags=("faints", "diabetes")), replace(HEALTHY, flags=frozenset({"diabetes"})), True),
        (When(ages=(0, 17)), HEALTHY, False),
        (When(ages=(0, 17)), replace(HEALTHY, age=17), True),
        (When(ages=(0, 17)), replace(HEALTHY, age=None), True),
        (When(deeper_than_mm=20), HEALTHY, False),
        (When(deeper_than_mm=19), HEALTHY, True),
        (When(done=Done.CURRENT), HEALTHY, False),
        (When(done=Done.MOXA), HEALTHY, False),
        (When(region="leg"), HEALTHY, True),
        (When(region="hand"), HEALTHY, False),
    ],
)
def test_when_a_rule_of_the_clinic_speaks(when: When, risks: Risks, speaks: bool) -> None:
    assert told(replace(OWN, when=when), risks) == ({"ST36"} if speaks else set())


def test_a_rule_of_the_clinic_about_current_heat_and_weeks() -> None:
    st36 = Needle("ST36", Side.RIGHT)
    current = Treatment(electrical=((st36, Needle("GB34", Side.RIGHT)),))
    assert told(replace(OWN, when=When(done=Done.CURRENT)), treatment=current) == {"ST36"}
    assert told(replace(OWN, when=When(done=Done.MOXA)), treatment=Treatment(moxa=(st36,))) == {"ST36"}
    early = replace(OWN, weeks=(0, 12))
    assert told(early) == set()
    assert told(early, replace(HEALTHY, pregnancy_week=12)) == {"ST36"}
    assert told(early, replace(HEALTHY, pregnancy_week=13)) == set()


def test_a_rule_of_the_clinic_for_the_whole_patient_or_for_a_region() -> None:
    whole = replace(OWN, code=WHOLE_PATIENT)
    assert told(whole) == {None}
    assert told(whole, treatment=Treatment()) == {None}
    assert told(replace(whole, when=When(region="hand"))) == {"LI4"}
    assert told(replace(whole, when=When(deeper_than_mm=10))) == {"ST36"}


def test_a_rule_of_the_clinic_for_a_state_of_today() -> None:
    frail = replace(OWN, when=When(flags=("weak_patient",)))
    assert check_rule(frail, POINTS) == frail
    assert told(frail) == set()
    assert told(frail, replace(HEALTHY, states=frozenset({"weak_patient"}))) == {"ST36"}
