"""Nobody is asked what cannot be so of them."""

import pytest

from acuchart.clinic.ask_next import ask_next
from acuchart.clinic.findings import FindingState, Observation
from acuchart.clinic.ledger import weigh
from acuchart.clinic.people import Sex
from acuchart.clinic.unfitting import unfitting
from acuchart.knowledge import load

KNOWLEDGE = load()
COLD_STASIS = ("pain_stabbing", "pain_fixed", "pain_severe", "agg_cold", "rel_warmth", "local_cold_feeling")


OF_WOMEN = unfitting(KNOWLEDGE.findings, Sex.MALE, False)


def question(skip: frozenset[str]) -> str | None:
    seen = [Observation(finding_id, FindingState.PRESENT) for finding_id in COLD_STASIS]
    ledger = weigh(KNOWLEDGE.patterns, seen)
    return ask_next(ledger, KNOWLEDGE.patterns, seen, KNOWLEDGE.findings, skip)


def test_every_finding_about_periods_fits_no_man_and_no_pregnancy() -> None:
    about = {key for key in KNOWLEDGE.findings if "menses" in key}
    assert about
    assert about <= OF_WOMEN & unfitting(KNOWLEDGE.findings, Sex.FEMALE, True)


def test_the_best_question_here_is_one_about_periods() -> None:
    assert question(frozenset()) in OF_WOMEN


@pytest.mark.parametrize("sex", list(Sex))
@pytest.mark.parametrize("pregnant", [False, True])
def test_a_man_or_somebody_pregnant_is_asked_another_one(sex: Sex, pregnant: bool) -> None:
    asked = question(unfitting(KNOWLEDGE.findings, sex, pregnant))
    assert asked is not None
    assert (asked in OF_WOMEN) is (sex is not Sex.MALE and not pregnant)


def test_a_woman_is_not_asked_about_emissions_and_one_of_unknown_sex_may_be() -> None:
    assert unfitting(KNOWLEDGE.findings, Sex.FEMALE, False) == {"seminal_leak"}
    for sex in (Sex.NOT_ASKED, Sex.INTERSEX):
        assert unfitting(KNOWLEDGE.findings, sex, False) == frozenset()
