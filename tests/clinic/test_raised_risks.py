"""What findings and red flags say to the caution rules: each one both ways, by the screen's own way."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acuchart.clinic.caution_check import BLEEDS
from acuchart.clinic.cautions import RISK_FLAGS, STATES, Caution, Level, Risks
from acuchart.clinic.findings import FindingState, Observation
from acuchart.clinic.flags import Flag, FlagKind, Flags, FlagState
from acuchart.clinic.ids import new_id
from acuchart.clinic.needling import Adjunct, Needling
from acuchart.clinic.people import Name, Patient
from acuchart.clinic.points import Side
from acuchart.clinic.red_flags import Action
from acuchart.clinic.risks import Raiser, risks_at, with_means
from acuchart.clinic.visit import Examination, RedFlagAnswer, Visit
from acuchart.knowledge import load

KNOWLEDGE = load()
RAISERS = KNOWLEDGE.raisers
DAY = date(2026, 11, 20)
PATIENT = Patient(new_id(), "2026-0001", Name("Mara", "Ellison"), date(1985, 4, 2))
NONE = Flags.of(Flag(kind, FlagState.ASKED_NONE) for kind in FlagKind)
ROWS = (
    Needling("SP6", Side.BOTH, 2, 30.0, adjuncts=(Adjunct.MOXA,)),
    Needling("LI4", Side.BOTH, 2),
)


def visit(number: int = 3) -> Visit:
    at = datetime(2026, 11, 20, 9, tzinfo=UTC)
    return Visit(new_id(), PATIENT.id, new_id(), number, new_id(), at)


def with_(raiser: str, *, present: bool, before: Visit | None = None) -> Visit:
    """A visit at which a finding or red flag was asked."""
    asked = before or visit()
    if raiser in KNOWLEDGE.red_flags:
        return replace(asked, red_flags=(*asked.red_flags, RedFlagAnswer(raiser, present)))
    state = FindingState.PRESENT if present else FindingState.ABSENT
    return replace(asked, examination=Examination((Observation(raiser, state),)))


def risks(now: Visit, *earlier: Visit, flags: Flags = NONE) -> Risks:
    return risks_at(now, earlier, PATIENT, flags, RAISERS, DAY)


def cautions(found: Risks) -> set[Caution]:
    return set(KNOWLEDGE.cautions_for(ROWS, found))


QUIET = cautions(risks(visit()))


@pytest.mark.parametrize("raiser", RAISERS, ids=lambda raiser: f"{raiser.id}-{raiser.means}")
def test_what_is_present_is_told_and_what_is_absent_is_not(raiser: Raiser) -> None:
    told = cautions(risks(with_(raiser.id, present=True)))
    assert told > QUIET
    assert cautions(risks(with_(raiser.id, present=False))) == QUIET
    assert raiser.source
    assert raiser.why


@pytest.mark.parametrize("raiser", RAISERS, ids=lambda raiser: f"{raiser.id}-{raiser.means}")
def test_only_what_lasts_counts_at_the_next_visit(raiser: Raiser) -> None:
    before = replace(with_(raiser.id, present=True), number=2)
    assert (cautions(risks(visit(), before)) > QUIET) is raiser.lasts
    took_back = with_(raiser.id, present=False)
    assert cautions(risks(took_back, before)) == QUIET


def test_every_state_can_be_said_on_a_screen() -> None:
    assert {raiser.means for raiser in RAISERS} >= STATES


def test_every_emergency_is_one() -> None:
    emergencies = {flag.id for flag in KNOWLEDGE.red_flags.values() if flag.action is Action.EMERGENCY}
    assert emergencies == {raiser.id for raiser in RAISERS if raiser.means == "medical_emergency"}
    told = cautions(risks(with_(sorted(emergencies)[0], present=True)))
    assert any(c.level is Level.DANGER and c.point is None for c in told - QUIET)


@pytest.mark.parametrize(
    ("found", "means"),
    [
        ("tongue_purple", ""),
        ("tongue_dusky", ""),
        ("mood_anxious", ""),
        ("fatigue", ""),
        ("bruises_easily", "bleeds_easily"),
        ("skin_broken", "skin"),
        ("fear_of_needles", "acute_state"),
        ("not_eaten_today", "acute_state"),
        ("frail", "weak_patient"),
        ("rf_past_cancer", "malignancy"),
    ],
)
def test_what_findings_mean_and_do_not_mean(found: str, means: str) -> None:
    assert found in KNOWLEDGE.findings or found in KNOWLEDGE.red_flags
    assert risks(with_(found, present=True)).states == (frozenset({means}) if means else frozenset())


def test_numbness_found_today_counts_whatever_was_answered_before() -> None:
    found = risks(with_("sensation_reduced", present=True))
    assert "numbness" in found.flags
    assert "numbness" not in found.asked_none
    flags = Flags.of([Flag(FlagKind.NUMBNESS, FlagState.YES)])
    assert "numbness" in risks(with_("numbness", present=False), flags=flags).flags


def test_a_pregnancy_that_only_a_red_flag_tells_of_counts() -> None:
    raiser = "rf_pregnancy_with_abdominal_pain_or_bleeding"
    assert risks(with_(raiser, present=True)).pregnancy_week == 0
    known = Flags.of([Flag(FlagKind.PREGNANCY, FlagState.YES, due=date(2027, 3, 26))])
    assert risks(with_(raiser, present=True), flags=known).pregnancy_week == 22
    told = cautions(risks(with_(raiser, present=True)))
    assert any(c.point == "LI4" and c.level is Level.DANGER for c in told)


def test_who_bruises_easily_is_warned_of_deep_needles_and_has_no_disorder() -> None:
    found = risks(with_("bruises_easily", present=True))
    assert not found.flags & BLEEDS
    told = cautions(found) - QUIET
    assert {c.point for c in told} == {None, "SP6"}
    assert {c.level for c in told} <= {Level.CAUTION, Level.NOTE}


@given(st.frozensets(st.sampled_from(sorted(RISK_FLAGS | STATES | {"pregnancy"}))))
def test_means_only_add(means: frozenset[str]) -> None:
    before = Risks(asked_none=RISK_FLAGS, age=40)
    after = with_means(before, means)
    assert after.flags | after.states | ({"pregnancy"} if after.pregnant else set()) == means
    assert not after.flags & after.asked_none
