"""Every rule that came with the program: told where it holds, silent where it does not."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from acuchart.clinic.body_parts import BREAST
from acuchart.clinic.caution_check import check
from acuchart.clinic.cautions import (
    BEYOND_LIMIT,
    RISK_FLAGS,
    STATES,
    WHOLE_PATIENT,
    Caution,
    CautionRule,
    Level,
    Needle,
    Risks,
    Treatment,
)
from acuchart.clinic.points import Side
from acuchart.knowledge import load

KNOWLEDGE = load()
POINTS = KNOWLEDGE.points
RULES = KNOWLEDGE.cautions
HEALTHY = Risks(asked_none=RISK_FLAGS, age=40)
Case = tuple[Treatment, Risks]


def needle(code: str, depth: float | None = None, side: Side | None = None, angle: str = "") -> Needle:
    point = POINTS[code]
    return Needle(code, side or point.lies, depth, angle)


def needled(code: str, depth: float | None = None) -> Treatment:
    return Treatment((needle(code, depth),))


def flagged(*flags: str) -> Risks:
    return replace(HEALTHY, flags=frozenset(flags), asked_none=RISK_FLAGS - set(flags))


FAR_PAIR = Treatment(electrical=((needle("ST36", side=Side.RIGHT), needle("GB34", side=Side.RIGHT)),))
WARMED = Treatment(moxa=(needle("ST36"),))
NOTHING = (Treatment(), HEALTHY)
PREGNANT = replace(HEALTHY, pregnancy_week=20)

WHOLE: Mapping[str, Case] = {
    "pregnancy": (Treatment(), PREGNANT),
    "pregnancy_evidence": (Treatment(), PREGNANT),
    "abdominal_lumbar_pregnancy": (needled("BL25"), PREGNANT),
    "bleeding_disorder": (Treatment(), flagged("bleeding_disorder")),
    "anticoagulant": (Treatment(), flagged("anticoagulant")),
    "pacemaker_electro": (FAR_PAIR, flagged("pacemaker")),
    "epilepsy_electro": (FAR_PAIR, flagged("epilepsy")),
    "lymphoedema": (needled("ST36"), flagged("lymphoedema_right_leg")),
    "breast_implant_or_breast_tissue": (needled(sorted(BREAST)[0]), flagged("breast_implants")),
    "areas_not_punctured": (needled("GV22"), replace(HEALTHY, age=0)),
    "diabetes_periphery": (WARMED, flagged("numbness")),
    "immunosuppressed_or_valve": (Treatment(), flagged("valve_disease")),
    "infant": (Treatment(), replace(HEALTHY, age=1)),
    "consent": (Treatment(), replace(HEALTHY, age=17)),
    "faints": (Treatment(), flagged("faints")),
    "allergy_metal": (Treatment(), flagged("allergy_metal")),
    "allergy_latex": (Treatment(), flagged("allergy_latex")),
    "allergy_adhesive": (Treatment(), flagged("allergy_adhesive")),
    **{state: (Treatment(), replace(HEALTHY, states=frozenset({state}))) for state in STATES},
}
SILENT: Mapping[str, Case] = {
    "abdominal_lumbar_pregnancy": (needled("ST36"), PREGNANT),
    "pacemaker_electro": (FAR_PAIR, HEALTHY),
    "epilepsy_electro": (Treatment(), flagged("epilepsy")),
    "lymphoedema": (needled("LI4"), flagged("lymphoedema_right_leg")),
    "breast_implant_or_breast_tissue": (needled("ST36"), flagged("breast_implants")),
    "areas_not_punctured": (needled("GV22"), HEALTHY),
    "diabetes_periphery": (WARMED, HEALTHY),
    "infant": (Treatment(), replace(HEALTHY, age=2)),
    "consent": (Treatment(), replace(HEALTHY, age=18)),
}
"""Where being healthy and needling nothing would prove little."""


def telling(rule: CautionRule) -> Case:
    """A patient and a treatment in which the rule holds."""
    if rule.code == WHOLE_PATIENT:
        return WHOLE[rule.kind]
    match rule.kind:
        case "moxa_contraindicated":
            return Treatment(moxa=(needle(rule.code),)), HEALTHY
        case "infant_fontanelle":
            return needled(rule.code), replace(HEALTHY, age=1)
        case "pregnancy":
            assert rule.weeks is not None
            return needled(rule.code), replace(HEALTHY, pregnancy_week=rule.weeks[0])
    return needled(rule.code), HEALTHY


def silent(rule: CautionRule) -> Case:
    """The nearest case in which it does not."""
    if rule.code == WHOLE_PATIENT:
        return SILENT.get(rule.kind, NOTHING)
    match rule.kind:
        case "moxa_contraindicated":
            return needled(rule.code), HEALTHY
        case "infant_fontanelle" | "pregnancy":
            return needled(rule.code), HEALTHY
    other = "ST36" if rule.code != "ST36" else "GB34"
    return needled(other), HEALTHY


def said(rule: CautionRule, case: Case) -> tuple[Caution, ...]:
    return check(case[0], case[1], (rule,), POINTS)


def named(rule: CautionRule) -> str:
    return rule.key.replace(" ", "-")


@pytest.mark.parametrize("rule", RULES, ids=named)
def test_a_rule_is_told_where_it_holds(rule: CautionRule) -> None:
    told = said(rule, telling(rule))
    assert told
    assert all(caution.source == rule.source for caution in told)
    if rule.level != BEYOND_LIMIT:
        assert {caution.level for caution in told} == {Level(rule.level)}


@pytest.mark.parametrize("rule", RULES, ids=named)
def test_a_rule_is_silent_where_it_does_not_hold(rule: CautionRule) -> None:
    assert said(rule, silent(rule)) == ()


LIMITED = [rule for rule in RULES if rule.level == BEYOND_LIMIT]


@pytest.mark.parametrize("rule", LIMITED, ids=named)
def test_past_the_limit_or_straight_in_is_a_danger_and_within_it_is_not(rule: CautionRule) -> None:
    point = POINTS[rule.code]
    limit = point.depth_limit_mm()
    if limit is not None:
        assert {c.level for c in said(rule, (needled(rule.code, limit + 0.5), HEALTHY))} == {Level.DANGER}
        assert {c.level for c in said(rule, (needled(rule.code, limit), HEALTHY))} == {Level.NOTE}
    straight = Treatment((needle(rule.code, angle="90°"),))
    level = Level.NOTE if "perpendicular" in point.angle else Level.DANGER
    assert {c.level for c in said(rule, (straight, HEALTHY))} == {level}
    assert {c.level for c in said(rule, (needled(rule.code), flagged("anticoagulant")))} == {Level.CAUTION}


def test_the_tables_of_cases_name_every_rule_of_the_whole_patient_and_no_other() -> None:
    assert set(WHOLE) == {rule.kind for rule in RULES if rule.code == WHOLE_PATIENT}


BY_CURRENT: Mapping[str, Callable[[], Treatment]] = {
    "over the chest": lambda: pair("KI24", Side.LEFT, "KI24", Side.RIGHT),
    "arm to arm": lambda: pair("LI4", Side.LEFT, "LI4", Side.RIGHT),
    "front to back": lambda: pair("KI24", Side.RIGHT, "BL15", Side.RIGHT),
    "over the head": lambda: pair("GB8", Side.LEFT, "GB8", Side.RIGHT),
}


def pair(one: str, side: Side, other: str, other_side: Side) -> Treatment:
    return Treatment(electrical=((needle(one, side=side), needle(other, side=other_side)),))


@pytest.mark.parametrize("way", BY_CURRENT)
def test_current_over_heart_or_brain_is_a_danger_without_any_flag(way: str) -> None:
    (rule,) = [rule for rule in RULES if rule.kind == "pacemaker_electro"]
    assert {c.level for c in said(rule, (BY_CURRENT[way](), HEALTHY))} == {Level.DANGER}


def test_a_deep_needle_is_warned_of_where_somebody_bleeds() -> None:
    for kind in ("anticoagulant", "bleeding_disorder"):
        (rule,) = [rule for rule in RULES if rule.kind == kind]
        assert {c.point for c in said(rule, (needled("GB30", 40), flagged(kind)))} == {None, "GB30"}
        assert {c.point for c in said(rule, (needled("GB30", 20), flagged(kind)))} == {None}
        assert said(rule, (needled("GB30", 40), HEALTHY)) == ()
