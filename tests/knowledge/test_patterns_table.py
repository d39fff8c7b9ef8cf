"""The patterns: grouped, related and sourced as the field teaches them."""

import json

import pytest

from acuchart.clinic.patterns import Axis, Pattern, RelationKind, Strength
from acuchart.knowledge import load
from acuchart.resources import resources_folder

KNOWLEDGE = load()
PATTERNS = KNOWLEDGE.patterns
FAMILIES = ("principle", "environmental_factor", "body_constituents", "organ", "channel")
CODES = {
    "principle": ("SE7",),
    "environmental_factor": ("SE8",),
    "body_constituents": ("SE9", "SF0", "SF1", "SF2"),
    "organ": ("SF5", "SF6", "SF7", "SF8", "SF9"),
    "channel": ("SG2", "SG3"),
}


def elements(pattern: Pattern) -> set[str]:
    return {name for axis in Axis for name in pattern.elements(axis)}


def components(slug: str) -> set[str]:
    """The patterns that are a component of this one."""
    return {
        pattern.slug
        for pattern in PATTERNS.values()
        for relation in pattern.relations
        if relation.kind is RelationKind.COMPONENT_OF and relation.slug == slug
    }


def test_they_are_grouped_as_icd_11_groups_them_with_codes_of_that_chapter() -> None:
    for pattern in PATTERNS.values():
        assert pattern.family in FAMILIES, pattern.slug
        for code in pattern.icd11:
            assert code.code.startswith(CODES[pattern.family]), (pattern.slug, code.code)


@pytest.mark.parametrize("slug", list(PATTERNS))
def test_each_says_what_is_done_and_stands_on_sourced_findings(slug: str) -> None:
    pattern = PATTERNS[slug]
    assert pattern.hanzi
    assert pattern.treatment_principle
    assert pattern.points
    assert pattern.point_categories
    assert 1 <= len(pattern.findings(Strength.CHARACTERISTIC)) <= 9
    assert pattern.findings(Strength.AGAINST)
    assert all(link.sources for link in pattern.links)
    assert all(link.group == KNOWLEDGE.findings[link.finding_id].group for link in pattern.links)
    named = [s for link in pattern.links if link.strength is Strength.CHARACTERISTIC for s in link.sources]
    assert any(source != "bg" for source in named)


def test_a_component_has_no_element_that_the_whole_lacks() -> None:
    for pattern in PATTERNS.values():
        for relation in pattern.relations:
            if relation.kind is RelationKind.COMPONENT_OF:
                whole = PATTERNS[relation.slug]
                assert elements(pattern) <= elements(whole), (pattern.slug, whole.slug)
                assert pattern.where == whole.where


def test_general_and_specific_pattern_are_tied_as_component_and_whole() -> None:
    """Mostly the general one is the component; bi and kidney deficiency are made up of their kinds."""
    for pattern in PATTERNS.values():
        if pattern.slug != pattern.group:
            down, up = components(pattern.slug), components(pattern.group)
            assert pattern.group in down or pattern.slug in up, pattern.slug


def test_qi_stagnation_leads_to_blood_stasis_and_cold_damp_has_both_its_halves() -> None:
    leads = {r.slug for r in PATTERNS["qi_stagnation"].relations if r.kind is RelationKind.LEADS_TO}
    assert any("blood_stasis" in PATTERNS[slug].natures for slug in leads)
    assert {"cold", "damp"} <= components("cold_damp")


def test_every_channel_has_a_pattern_that_says_what_speaks_for_it() -> None:
    spoken = {code for pattern in PATTERNS.values() if pattern.where for code in pattern.places}
    assert spoken == set(KNOWLEDGE.channels.by_code)


def test_hardly_a_finding_is_of_no_use() -> None:
    used = {link.finding_id for pattern in PATTERNS.values() for link in pattern.links}
    raising = {raiser.id for raiser in KNOWLEDGE.raisers}
    healthy = {"tongue_moist_normal", "coat_rooted", "pulse_even"}
    rare = {"coat_green"}  # of no pattern here: seen in epidemic warm disease
    assert set(KNOWLEDGE.findings) - used - raising == healthy | rare


def test_every_source_of_a_finding_is_spelled_out_with_the_patterns() -> None:
    book = json.loads((resources_folder() / "patterns" / "patterns.json").read_text("utf-8"))
    for finding in KNOWLEDGE.findings.values():
        assert set(finding.sources) <= {*book["sources"], "WHO", "bg"}, finding.id


def test_of_five_links_four_name_the_teaching_they_are_from() -> None:
    """A finding without a source is common teaching that no page that was read says of this pattern."""
    links = [link for pattern in PATTERNS.values() for link in pattern.links]
    assert sum(link.taught for link in links) >= 0.8 * len(links)
    naming = [link for link in links if link.strength is Strength.CHARACTERISTIC]
    assert sum(link.taught for link in naming) >= 0.99 * len(naming)


def test_what_is_taught_of_one_place_names_findings_and_no_characteristic_one_is_bound() -> None:
    bound = [(p.slug, link) for p in PATTERNS.values() for link in p.links if link.only_with]
    assert bound
    for slug, link in bound:
        assert set(link.only_with) <= set(KNOWLEDGE.findings), slug
        assert link.strength is not Strength.CHARACTERISTIC, (slug, link.finding_id)
