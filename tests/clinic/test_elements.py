"""Elements on two axes: what is wrong and where."""

from hypothesis import given
from hypothesis import strategies as st

from acuchart.clinic.elements import LEAST_SHARE, shares_of, weigh_elements
from acuchart.clinic.findings import FindingState, Observation
from acuchart.clinic.patterns import Axis
from acuchart.knowledge import load
from acuchart.knowledge.patterns import NATURES, ORGANS

KNOWLEDGE = load()
PATTERNS = KNOWLEDGE.patterns
WHY = [pattern for pattern in PATTERNS.values() if not pattern.where]

PRESENT = st.lists(st.sampled_from(list(KNOWLEDGE.findings)), min_size=3, max_size=14, unique=True)


def seen(*present: str) -> list[Observation]:
    return [Observation(finding_id, FindingState.PRESENT) for finding_id in present]


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
        shares = shares_of(WHY, axis, present)
        for finding_id in present:
            given_away = [its.get(finding_id, 0.0) for its in shares.values()]
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
