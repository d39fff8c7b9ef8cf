"""Every kind of caution, told when it holds and silent when it does not."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acuchart.clinic.caution_check import check, straight
from acuchart.clinic.cautions import (
    RISK_FLAGS,
    STATES,
    Caution,
    Level,
    Needle,
    Risks,
    Treatment,
    check_risks,
)
from acuchart.clinic.needling import Needling, Stimulation
from acuchart.clinic.points import Side
from acuchart.clinic.prescription import Entry, read_line
from acuchart.clinic.trouble import ChartTrouble
from acuchart.knowledge import load

KNOWLEDGE = load()
POINTS = KNOWLEDGE.points
RULES = KNOWLEDGE.cautions
HEALTHY = Risks(asked_none=RISK_FLAGS, age=40)


def needles(line: str, angle: str = "") -> tuple[Needle, ...]:
    found = read_line(line, POINTS)
    assert all(isinstance(entry, Entry) for entry in found), found
    return tuple(Needle(e.code, e.side, e.depth_mm, angle, e.levels) for e in found if isinstance(e, Entry))


def told(
    line: str = "",
    risks: Risks = HEALTHY,
    *,
    angle: str = "",
    electrical: tuple[tuple[str, str], ...] = (),
    moxa: str = "",
) -> tuple[Caution, ...]:
    pairs = tuple((needles(one)[0], needles(other)[0]) for one, other in electrical)
    return check(Treatment(needles(line, angle), pairs, needles(moxa)), risks, RULES, POINTS)


def levels(cautions: tuple[Caution, ...], point: str | None) -> set[Level]:
    return {caution.level for caution in cautions if caution.point == point}


def with_flags(*flags: str, **more: int) -> Risks:
    return Risks(flags=frozenset(flags), asked_none=RISK_FLAGS - set(flags), age=more.get("age", 40))


PREGNANT = replace(HEALTHY, pregnancy_week=22)


def test_an_ordinary_prescription_of_a_healthy_person_raises_no_danger() -> None:
    assert {c.level for c in told("st36 b, li4 r, sp6, gb34, lr3")} <= {Level.NOTE}
    assert told("st36 b, gb34, sp9") == ()


@pytest.mark.parametrize("code", ["LI4", "SP6", "BL60", "BL67", "GB21", "CV4", "BL32"])
def test_points_avoided_in_pregnancy(code: str) -> None:
    assert Level.DANGER in levels(told(code, PREGNANT), code)
    assert Level.DANGER not in levels(told(code), code)


@pytest.mark.parametrize("week", [0, 12, 42, 43])
def test_every_week_of_pregnancy_counts(week: int) -> None:
    assert Level.DANGER in levels(told("li4", replace(HEALTHY, pregnancy_week=week)), "LI4")


def test_pregnancy_speaks_of_the_whole_patient_and_of_belly_and_low_back() -> None:
    cautions = told("st36, kI17, bl25", PREGNANT)
    assert levels(cautions, None) == {Level.CAUTION, Level.NOTE}
    assert Level.CAUTION in levels(cautions, "KI17")
    assert Level.CAUTION in levels(cautions, "BL25")
    assert levels(cautions, "ST36") == set()
    assert levels(told("st36"), None) == set()


def test_warming_alone_is_warned_of_in_pregnancy_too() -> None:
    assert Level.DANGER in levels(told(moxa="cv4", risks=PREGNANT), "CV4")
    assert Level.DANGER not in levels(told(moxa="cv4"), "CV4")


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("gb21 r 20mm", Level.DANGER),
        ("gb21 r 10.5mm", Level.DANGER),
        ("gb21 r 10mm", Level.NOTE),
        ("gb21 r", Level.NOTE),
        ("bl13 b 11mm", Level.DANGER),
        ("st9 25mm", Level.DANGER),
        ("gv15 30mm", Level.DANGER),
        ("ex-b2 t5 11mm", Level.DANGER),
    ],
)
def test_hazards_are_dangers_beyond_the_limit_and_notes_within(line: str, level: Level) -> None:
    (needle,) = needles(line)
    assert max(levels(told(line), needle.code), key=list(Level)[::-1].index) is level


def test_the_lumbar_levels_of_the_spine_point_have_no_lung_beneath() -> None:
    assert levels(told("ex-b2 l3-l5 18mm"), "EX-B2") == set()
    assert Level.DANGER in levels(told("ex-b2 18mm"), "EX-B2")


def test_straight_in_is_a_danger_over_the_lung_and_not_where_it_is_usual() -> None:
    assert Level.DANGER in levels(told("gb21 8mm", angle="90°"), "GB21")
    assert Level.DANGER in levels(told("gb21", angle="perpendicular"), "GB21")
    assert levels(told("gb21 8mm", angle="oblique"), "GB21") == {Level.NOTE}
    assert Level.DANGER not in levels(told("st25", angle="perpendicular"), "ST25")


@pytest.mark.parametrize(
    ("angle", "goes_in"), [("90", True), ("45°", False), ("15-30", False), ("straight", True), ("", False)]
)
def test_angles_in_degrees_and_words(angle: str, goes_in: bool) -> None:
    assert straight(angle) is goes_in


def test_bleeding_turns_a_hazard_within_the_limit_into_a_caution() -> None:
    for flag in ("anticoagulant", "bleeding_disorder"):
        cautions = told("st42 5mm, gb21 8mm", with_flags(flag))
        assert levels(cautions, "ST42") == {Level.CAUTION}
        assert levels(cautions, "GB21") == {Level.CAUTION}
        assert Level.CAUTION in levels(cautions, None)
    assert levels(told("st42 5mm"), "ST42") == {Level.NOTE}


def test_forbidden_points() -> None:
    assert Level.DANGER in levels(told("cv8"), "CV8")
    assert Level.DANGER in levels(told("st17"), "ST17")
    assert Level.DANGER not in levels(told("cv9 5mm"), "CV9")


def test_current_with_a_pacemaker() -> None:
    pair = (("st36 r", "gb34 r"),)
    cautions = told("st36 r, gb34 r", with_flags("pacemaker"), electrical=pair)
    assert levels(cautions, "ST36") == {Level.DANGER}
    assert levels(cautions, "GB34") == {Level.DANGER}
    assert told("st36 r, gb34 r", electrical=pair) == ()
    assert told("st36 r", with_flags("pacemaker")) == ()


def test_current_before_anybody_asked_about_a_pacemaker() -> None:
    pair = (("st36 r", "gb34 r"),)
    assert levels(told("st36 r", Risks(), electrical=pair), None) == {Level.CAUTION}


@pytest.mark.parametrize(
    ("one", "other", "crosses"),
    [
        ("li4 l", "li4 r", True),
        ("li4 b", "li4 b", True),
        ("li4 b", "li11 b", False),
        ("li4 r", "li11 r", False),
        ("cv17", "pc6 l", True),
        ("st14 l", "bl15 l", True),
        ("li4 l", "st36 r", False),
        ("st36 l", "st36 r", False),
        ("gb8 l", "gb8 r", True),
        ("gv20", "ex-hn3", False),
        ("gb8 l", "gb20 l", False),
    ],
)
def test_current_across_chest_or_brain(one: str, other: str, crosses: bool) -> None:
    cautions = told("", electrical=((one, other),))
    electrical = [c for c in cautions if "electro" in c.reason]
    assert bool(electrical) is crosses
    assert all(c.level is Level.DANGER for c in electrical)


def test_current_in_epilepsy() -> None:
    pair = (("st36 r", "gb34 r"),)
    assert levels(told("", with_flags("epilepsy"), electrical=pair), None) == {Level.CAUTION}
    assert told("st36", with_flags("epilepsy")) == ()


@pytest.mark.parametrize(
    ("flag", "danger", "safe"),
    [
        ("lymphoedema_left_arm", "li4 l", "li4 r"),
        ("lymphoedema_right_arm", "pc6 b", "pc6 l"),
        ("lymphoedema_left_leg", "st36 b", "st36 r"),
        ("lymphoedema_right_leg", "sp6 r", "li4 r"),
    ],
)
def test_a_swollen_limb_is_not_needled(flag: str, danger: str, safe: str) -> None:
    assert Level.DANGER in {c.level for c in told(danger, with_flags(flag))}
    assert Level.DANGER not in {c.level for c in told(safe, with_flags(flag))}
    assert Level.DANGER not in {c.level for c in told(danger)}


def test_breast_implants() -> None:
    assert Level.DANGER in levels(told("st16 b", with_flags("breast_implants")), "ST16")
    assert Level.DANGER not in levels(told("st16 b"), "ST16")
    assert Level.DANGER not in levels(told("st36", with_flags("breast_implants")), "ST36")


@pytest.mark.parametrize("flag", ["diabetes", "numbness"])
def test_feet_and_heat_where_feeling_is_poor(flag: str) -> None:
    cautions = told("lr3 5mm, cv12", with_flags(flag), moxa="st36")
    assert Level.CAUTION in levels(cautions, "LR3")
    assert levels(cautions, "ST36") == {Level.CAUTION}
    assert Level.CAUTION not in levels(cautions, "CV12")
    assert Level.CAUTION not in levels(told("lr3 5mm", moxa="st36"), "LR3")


@pytest.mark.parametrize(
    ("flag", "level"),
    [
        ("immune_suppression", Level.CAUTION),
        ("valve_disease", Level.CAUTION),
        ("faints", Level.CAUTION),
        ("allergy_metal", Level.NOTE),
        ("allergy_latex", Level.NOTE),
        ("allergy_adhesive", Level.NOTE),
    ],
)
def test_facts_that_concern_the_whole_patient(flag: str, level: Level) -> None:
    assert levels(told("st36", with_flags(flag)), None) == {level}


def test_infants() -> None:
    cautions = told("gv22", with_flags(age=1))
    assert Level.CAUTION in levels(cautions, "GV22")
    assert Level.DANGER in levels(cautions, "GV22")
    assert Level.CAUTION in levels(cautions, None)
    assert not levels(told("gv22"), "GV22") & {Level.CAUTION, Level.DANGER}


def test_consent_of_the_young() -> None:
    assert levels(told("st36", with_flags(age=15)), None) == {Level.NOTE}
    assert levels(told("st36", with_flags(age=18)), None) == set()


@pytest.mark.parametrize("state", sorted(STATES))
def test_states_of_today(state: str) -> None:
    assert len(told("st36", replace(HEALTHY, states=frozenset({state})))) == 1


def test_moxa_where_it_is_contraindicated() -> None:
    assert levels(told("lu9 5mm", moxa="lu9"), "LU9") == {Level.NOTE}
    assert any("Moxa" in c.reason for c in told("lu9 5mm", moxa="lu9"))
    assert not any("Moxa" in c.reason for c in told("lu9 5mm"))


def test_a_nerve_beneath() -> None:
    assert levels(told("pc6"), "PC6") == {Level.CAUTION}
    assert levels(told("te5"), "TE5") == set()


def test_every_kind_of_rule_can_speak() -> None:
    everything = Risks(flags=RISK_FLAGS, pregnancy_week=20, age=1, states=STATES)
    line = ", ".join(code for code in POINTS if code != "EX-B2") + ", ex-b2 t5"
    said = told(line, everything, electrical=(("li4 l", "li4 r"),), moxa=line)
    reasons = {caution.reason for caution in said}
    silent = {rule.kind for rule in RULES if not any(rule.statement in reason for reason in reasons)}
    assert silent == set()


def test_a_point_named_only_for_current_is_checked_as_needled() -> None:
    assert Level.DANGER in levels(told("", PREGNANT, electrical=(("sp6 r", "gb34 r"),)), "SP6")


CODES = st.sampled_from([code for code in POINTS if code != "EX-B2"])
MIXED = st.builds(
    Risks,
    flags=st.sets(st.sampled_from(sorted(RISK_FLAGS))).map(frozenset),
    pregnancy_week=st.none() | st.integers(0, 44),
    age=st.none() | st.integers(0, 100),
)


@given(
    st.lists(CODES, unique=True, max_size=8).flatmap(lambda c: st.tuples(st.just(c), st.permutations(c))),
    MIXED,
)
def test_no_order_lets_a_danger_pass(orders: tuple[list[str], list[str]], risks: Risks) -> None:
    one, other = (told(", ".join(order), risks) for order in orders)
    assert set(one) == set(other)
    assert len(one) == len(set(one))
    ranks = [list(Level).index(caution.level) for caution in one]
    assert ranks == sorted(ranks)


@given(st.lists(CODES, unique=True, min_size=1, max_size=6), MIXED, st.sampled_from(sorted(RISK_FLAGS)))
def test_one_more_risk_never_hides_a_danger(codes: list[str], risks: Risks, flag: str) -> None:
    line = ", ".join(codes)
    more = replace(risks, flags=risks.flags | {flag})
    dangers = {c for c in told(line, risks) if c.level is Level.DANGER}
    assert dangers <= set(told(line, more))


@pytest.mark.parametrize(
    "risks",
    [
        Risks(flags=frozenset({"pregnancy"})),
        Risks(asked_none=frozenset({"unknown"})),
        Risks(flags=frozenset({"faints"}), asked_none=frozenset({"faints"})),
        Risks(pregnancy_week=-1),
        Risks(pregnancy_week=60),
        Risks(age=-1),
        Risks(age=200),
        Risks(states=frozenset({"hungry"})),
    ],
)
def test_risks_that_cannot_be(risks: Risks) -> None:
    with pytest.raises(ChartTrouble):
        check_risks(risks)


def test_rows_of_a_visit_are_checked_with_current_and_warmth() -> None:
    rows = (
        Needling("LI4", Side.LEFT, 1, stimulation=Stimulation.ELECTRICAL),
        Needling("LI4", Side.RIGHT, 1, stimulation=Stimulation.ELECTRICAL),
        Needling("LU9", Side.BOTH, 2, 5.0, stimulation=Stimulation.WARM_NEEDLE),
        Needling("GB21", Side.RIGHT, 1, 8.0, angle="90"),
    )
    cautions = KNOWLEDGE.cautions_for(rows, HEALTHY)
    assert Level.DANGER in levels(cautions, "LI4")
    assert any("Moxa" in c.reason for c in cautions)
    assert Level.DANGER in levels(cautions, "GB21")
    alone = KNOWLEDGE.cautions_for(
        (Needling("ST36", Side.BOTH, 2, stimulation=Stimulation.ELECTRICAL),), Risks()
    )
    assert levels(alone, None) == {Level.CAUTION}
