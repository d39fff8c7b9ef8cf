"""The ledger on invented presentations, held to where it really stands."""

from collections import Counter

import pytest

from acuchart.knowledge import load
from tests.helpers.vignettes import PATTERNS, Figures, measure, read

OPEN, OWN = read("vignettes.json"), (*read("vignettes_own.json"), *read("vignettes_elements.json"))
EVERY = (*OPEN, *OWN)
GOAL_TOP, GOAL_GROUPS, GOAL_ELEMENTS = 0.70, 0.92, 0.80


def of(difficulty: str) -> Figures:
    return measure(v for v in EVERY if v.difficulty == difficulty)


@pytest.mark.parametrize(
    ("difficulty", "on_top", "in_groups"),
    [("plain", 0.95, 0.98), ("misleading", 0.95, 0.98), ("mixed", 0.55, 0.88)],
)
def test_what_was_meant_stands_on_top_and_within_three_groups(
    difficulty: str, on_top: float, in_groups: float
) -> None:
    figures = of(difficulty)
    assert figures.asked >= 90
    assert figures.on_top >= on_top * figures.asked, figures.missed
    assert figures.in_groups >= in_groups * figures.asked


def test_the_goal_is_met_over_all_of_them() -> None:
    figures = measure(EVERY)
    assert figures.on_top >= GOAL_TOP * figures.asked
    assert figures.in_groups >= GOAL_GROUPS * figures.asked


def test_all_elements_of_a_mixed_picture_are_among_the_first_six() -> None:
    figures = of("mixed")
    assert figures.mixed >= 80
    assert figures.elements >= GOAL_ELEMENTS * figures.mixed
    assert figures.elements_by_axis >= 0.9 * figures.mixed


def test_channels_come_to_the_top_of_their_own_list() -> None:
    figures = measure(EVERY)
    assert figures.channels >= 110
    assert figures.channel_on_top >= 0.93 * figures.channels


def test_each_pattern_has_five_presentations_of_the_projects_own() -> None:
    meant = Counter(slug for v in OWN for slug in (*v.why, *v.where))
    assert {slug for slug in PATTERNS if meant[slug] < 5} == set()


def test_each_pattern_comes_to_the_top_in_a_plain_picture_of_it() -> None:
    for slug, pattern in PATTERNS.items():
        if not pattern.where:
            figures = measure(v for v in EVERY if v.why[:1] == (slug,) and v.difficulty == "plain")
            assert figures.on_top >= 0.5 * figures.asked, figures.missed


def test_presentations_name_known_findings_once_and_never_a_finding_with_its_opposite() -> None:
    findings = load().findings
    assert len({v.id for v in EVERY}) == len(EVERY)
    for vignette in EVERY:
        named = (*vignette.present, *vignette.absent)
        assert len(set(named)) == len(named), vignette.id
        assert set(named) <= set(findings), vignette.id
        for finding_id in vignette.present:
            assert not set(findings[finding_id].opposites) & set(vignette.present), vignette.id


def test_each_presentation_says_where_it_is_from() -> None:
    assert {v.source for v in OWN} == {"own"}
