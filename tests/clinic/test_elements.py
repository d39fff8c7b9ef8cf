"""Elements on two axes: what is wrong and where."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acuchart.clinic.elements import LEAST_SHARE, Shares, shares_of, weigh_elements
from acuchart.clinic.evidence import asked_of
from acuchart.clinic.findings import FindingState, Observation
from acuchart.clinic.patterns import Axis, Link, Pattern, Sign, Strength
from acuchart.knowledge import load
from acuchart.knowledge.patterns import NATURES, ORGANS

KNOWLEDGE = load()
PATTERNS = KNOWLEDGE.patterns
WHY = [pattern for pattern in PATTERNS.values() if not pattern.where]

PRESENT = st.lists(st.sampled_from(list(KNOWLEDGE.findings)), min_size=3, max_size=14, unique=True)


def seen(*present: str) -> list[Observation]:
    return [Observation(finding_id, FindingState.PRESENT) for finding_id in present]


def shares(patterns: list[Pattern], axis: Axis, present: list[str]) -> Shares:
    return shares_of(asked_of(patterns, dict.fromkeys(present, FindingState.PRESENT)), axis, present)


def names(*present: str, axis: Axis) -> list[str]:
    return [e.name for e in weigh_elements(PATTERNS, seen(*present)) if e.axis is axis]


@given(PRESENT)
def test_every_element_stands_on_what_is_present_and_nothing_else(present: list[str]) -> None:
    found = weigh_elements(PATTERNS, seen(*present))
    known = {*NATURES, *ORGANS, *KNOWLEDGE.channels.by_code}
    for element in found:
        assert element.name in known
        assert element.for_
        assert set(element.for_) | set(element.against) <= set(present)
    assert len({(e.name, e.axis) for e in found}) == len(found)


@given(PRESENT)
def test_a_finding_gives_no_more_than_it_has(present: list[str]) -> None:
    for axis in Axis:
        found = shares(WHY, axis, present)
        for finding_id in present:
            given_away = [its.get(finding_id, 0.0) for its in found.values()]
            assert sum(given_away) <= 1 + 1e-9
            assert all(share == 0 or share >= LEAST_SHARE for share in given_away)


@given(PRESENT)
def test_the_order_of_asking_changes_nothing(present: list[str]) -> None:
    one = weigh_elements(PATTERNS, seen(*present))
    other = weigh_elements(PATTERNS, seen(*reversed(present)))
    assert [(e.name, e.for_) for e in one] == [(e.name, e.for_) for e in other]


def test_absent_findings_and_fewer_than_three_say_nothing() -> None:
    absent = [Observation(f, FindingState.ABSENT) for f in ("pain_cold", "agg_cold", "rel_warmth")]
    assert weigh_elements(PATTERNS, absent) == ()
    assert weigh_elements(PATTERNS, seen("pain_cold", "agg_cold")) == ()


def test_natures_and_places_of_plain_pictures() -> None:
    assert names("pain_cold", "agg_cold", "rel_warmth", "pulse_tight", axis=Axis.NATURE)[0] == "cold"
    stasis = ("pain_stabbing", "tongue_stasis_spots", "sublingual_dark", "pulse_choppy")
    assert names(*stasis, axis=Axis.NATURE)[0] == "blood_stasis"
    assert names("back_knees_weak", "urine_night", "pulse_chi_weak", axis=Axis.PLACE)[0] == "kidney"
    assert names("flank_pain", "sighs_often", "breast_distension", axis=Axis.PLACE)[0] == "liver"
    assert names("sweat_night", "coat_none", "five_centre_heat", axis=Axis.NATURE)[0] == "yin_deficiency"


def test_the_second_half_of_a_mixed_picture_is_not_hidden() -> None:
    cold_damp = ("pain_heavy", "agg_damp", "coat_greasy", "pain_cold", "agg_cold", "rel_warmth")
    both = names(*cold_damp, "pain_stabbing", "tongue_stasis_spots", axis=Axis.NATURE)
    assert {"cold", "damp", "blood_stasis"} <= set(both[:4])


def test_channels_follow_after_natures_and_organs() -> None:
    found = weigh_elements(PATTERNS, seen("site_knee_inner", "pain_heavy", "joint_swelling", "stool_loose"))
    channels = [e.name in KNOWLEDGE.channels.by_code for e in found]
    assert channels == sorted(channels)
    assert next(e.name for e in found if e.name in KNOWLEDGE.channels.by_code) == "SP"


def test_what_the_general_pattern_lacks_speaks_against_it() -> None:
    found = weigh_elements(PATTERNS, seen("coat_greasy", "sweat_night", "mouth_dry", "five_centre_heat"))
    yin = next(e for e in found if e.name == "yin_deficiency")
    assert "coat_greasy" in yin.against
    assert "coat_greasy" not in yin.for_


def test_what_speaks_against_a_joined_pattern_speaks_against_none_of_its_elements() -> None:
    """A greasy coat is contrary to rising liver yang, and so is a dull pain, but not to the liver."""
    found = weigh_elements(
        PATTERNS, seen("coat_greasy", "flank_pain", "pulse_wiry", "pain_dull", "sweat_night")
    )
    against = {e.name: e.against for e in found}
    assert against["liver"] == ()
    assert "pain_dull" not in against["yin_deficiency"]


def test_what_a_finding_is_taught_to_point_to_counts_beside_what_the_patterns_say() -> None:
    """A greasy coat names damp and phlegm, however many patterns of other natures list it."""
    found = shares(WHY, Axis.NATURE, ["coat_greasy"])
    both = [found[name]["coat_greasy"] for name in ("damp", "phlegm")]
    assert sum(both) > 0.75
    signs = {
        s.element for p in WHY for link in p.links if link.finding_id == "coat_greasy" for s in link.points_to
    }
    assert signs == {"damp", "phlegm"}


@pytest.mark.parametrize(("strength", "share"), [(Strength.CHARACTERISTIC, 0.5), (Strength.SUPPORTING, 0.25)])
def test_a_finding_that_only_agrees_with_an_element_says_half_of_itself(
    strength: Strength, share: float
) -> None:
    """Of one pattern without any nature, so that nothing but the finding itself speaks."""
    sign = Sign("damp", Axis.NATURE, strength, ("S1",))
    link = Link("coat_greasy", "tongue_coat_quality", Strength.SUPPORTING, ("S1",), (sign,))
    pattern = replace(PATTERNS["uterus_cold"], natures=(), links=(link,))
    assert shares([pattern], Axis.NATURE, ["coat_greasy"])["damp"] == {"coat_greasy": share}


def test_where_it_hurts_says_where_and_not_why() -> None:
    """Low back and head are seats of organs; all other sites are left to the channels."""
    sites = [finding.id for finding in KNOWLEDGE.findings.values() if finding.group == "pain_site"]
    assert len(sites) >= 30
    assert not any(shares(WHY, Axis.NATURE, sites).values())
    seats = {name: its for name, its in shares(WHY, Axis.PLACE, sites).items() if its}
    assert seats["kidney"] == {"site_low_back": 0.25, "site_head_inside": 0.25}
    assert seats["gallbladder"] == {"site_head_temple": 0.125}
    assert set(seats) == {"kidney", "liver", "gallbladder", "stomach"}
    assert any(
        e.name == "SP" for e in weigh_elements(PATTERNS, seen("site_knee_inner", "pain_heavy", "agg_damp"))
    )


def test_of_the_patterns_only_what_a_source_names_is_read_for_the_elements() -> None:
    link = Link("coat_greasy", "tongue_coat_quality", Strength.CHARACTERISTIC, ("bg",))
    pattern = replace(PATTERNS["damp"], links=(link,))
    assert not any(shares([pattern], Axis.NATURE, ["coat_greasy"]).values())
    taught = replace(pattern, links=(replace(link, sources=("S1",)),))
    assert shares([taught], Axis.NATURE, ["coat_greasy"])["damp"] == {"coat_greasy": 0.5}


def test_what_is_taught_of_a_finding_is_read_although_no_source_ties_it_to_a_pattern() -> None:
    """A pulse weak at its root belongs to the kidney, whichever of its patterns is the one."""
    sign = Sign("kidney", Axis.PLACE, Strength.CHARACTERISTIC, ("WHO",))
    link = Link("pulse_chi_weak", "pulse_position", Strength.SUPPORTING, ("bg",), (sign,))
    pattern = replace(PATTERNS["kidney_deficiency"], links=(link,))
    assert shares([pattern], Axis.PLACE, ["pulse_chi_weak"])["kidney"] == {"pulse_chi_weak": 0.5}
    kidney = next(
        e
        for e in weigh_elements(PATTERNS, seen("pulse_chi_weak", "fatigue", "coat_white"))
        if e.name == "kidney"
    )
    assert kidney.for_[0] == "pulse_chi_weak"


def test_damp_heat_in_a_knee_is_damp_and_heat_and_no_deficiency() -> None:
    knee = (
        "site_knee",
        "joint_swelling",
        "body_heavy",
        "urine_dark",
        "tongue_red",
        "coat_greasy",
        "coat_yellow",
    )
    assert set(names(*knee, "pulse_slippery", "pulse_rapid", axis=Axis.NATURE)[:2]) == {"damp", "heat"}


def test_an_element_with_many_names_does_not_win_by_their_number() -> None:
    """Four patterns of one element against one of another: the root of four is two, not four."""
    link = Link("fatigue", "energy", Strength.CHARACTERISTIC, ("S1",))
    many = [replace(PATTERNS["cold"], slug=str(n), natures=("cold",), links=(link,)) for n in range(4)]
    one = replace(PATTERNS["damp"], natures=("damp",), links=(link,))
    found = shares([*many, one], Axis.NATURE, ["fatigue"])
    assert found["cold"]["fatigue"] == pytest.approx(2 * found["damp"]["fatigue"])
