"""The ledger: evidence on both sides, nothing guessed, rows that do not jump."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acuchart.clinic.elements import evidence_for, shares_of, weigh_elements
from acuchart.clinic.evidence import (
    MOST_OF_A_WITNESS,
    Said,
    Witness,
    asked_of,
    effect,
    states_of,
    sum_of_witnesses,
    telling,
    witness_of,
)
from acuchart.clinic.findings import FindingState, Observation
from acuchart.clinic.ledger import MARGIN, Ledger, Row, ordered, weigh
from acuchart.clinic.patterns import Axis, Strength
from acuchart.knowledge import load

KNOWLEDGE = load()
PATTERNS = KNOWLEDGE.patterns
FINDINGS = KNOWLEDGE.findings
WHY = [pattern for pattern in PATTERNS.values() if not pattern.where]

OBSERVATIONS = st.dictionaries(
    st.sampled_from(list(FINDINGS)),
    st.sampled_from([FindingState.PRESENT, FindingState.ABSENT]),
    max_size=14,
).map(lambda found: [Observation(finding_id, state) for finding_id, state in found.items()])


def observed(*present: str, absent: tuple[str, ...] = ()) -> list[Observation]:
    return [
        *(Observation(finding_id, FindingState.PRESENT) for finding_id in present),
        *(Observation(finding_id, FindingState.ABSENT) for finding_id in absent),
    ]


COLD = ("pain_cold", "rel_warmth", "agg_cold", "aversion_cold")


@given(OBSERVATIONS)
def test_below_three_present_findings_nothing_is_shown(observations: list[Observation]) -> None:
    present = sum(seen.state is FindingState.PRESENT for seen in observations)
    ledger = weigh(PATTERNS, observations)
    elements = weigh_elements(PATTERNS, observations)
    assert present >= 3 or (ledger, elements) == (Ledger(), ())


def test_three_present_findings_are_enough() -> None:
    assert weigh(PATTERNS, observed(*COLD[:2])).rows == ()
    assert weigh(PATTERNS, observed(*COLD[:2], absent=("fever",))).rows == ()
    assert weigh(PATTERNS, observed(*COLD[:3])).rows[0].pattern == "cold"


@given(OBSERVATIONS)
def test_every_row_stands_on_what_was_observed_and_nothing_else(observations: list[Observation]) -> None:
    states = states_of(observations)
    ledger = weigh(PATTERNS, observations)
    for row in (*ledger.rows, *ledger.channels):
        assert row.for_
        assert all(states[f] is FindingState.PRESENT for f in row.for_)
        assert set(row.for_).isdisjoint(row.against)
        assert set(row.against) <= set(states)
        assert set(row.not_asked).isdisjoint(states)
        absent = {f for f in row.against if states[f] is FindingState.ABSENT}
        assert absent <= set(PATTERNS[row.pattern].findings(Strength.CHARACTERISTIC))


@given(OBSERVATIONS.flatmap(lambda seen: st.tuples(st.just(seen), st.permutations(seen))))
def test_the_order_of_asking_changes_nothing(both: tuple[list[Observation], list[Observation]]) -> None:
    seen, turned = both
    assert weigh(PATTERNS, turned) == weigh(PATTERNS, seen)


@given(OBSERVATIONS)
def test_rows_stand_by_weight_and_channels_in_their_own_list(observations: list[Observation]) -> None:
    ledger = weigh(PATTERNS, observations)
    for rows in (ledger.rows, ledger.channels):
        assert all(upper.weight >= lower.weight for upper, lower in pairwise(rows))
    assert all(PATTERNS[row.pattern].where for row in ledger.channels)
    assert not any(PATTERNS[row.pattern].where for row in ledger.rows)


@given(OBSERVATIONS, OBSERVATIONS)
def test_a_row_overtakes_another_only_by_more_than_the_margin(
    before: list[Observation], more: list[Observation]
) -> None:
    known = {seen.finding_id for seen in before}
    after = [*before, *(seen for seen in more if seen.finding_id not in known)]
    old = weigh(PATTERNS, before)
    new = weigh(PATTERNS, after, old.order)
    place = {slug: n for n, slug in enumerate(old.order)}
    for rows in (new.rows, new.channels):
        held = [row for row in rows if row.pattern in place]
        for upper, lower in pairwise(held):
            assert upper.weight >= lower.weight - MARGIN
            if place[upper.pattern] > place[lower.pattern]:
                assert upper.weight > lower.weight


def test_weighing_again_moves_nothing() -> None:
    ledger = weigh(PATTERNS, observed(*COLD))
    assert weigh(PATTERNS, observed(*COLD), ledger.order) == ledger


def test_a_small_lead_does_not_move_a_row_and_a_large_one_does() -> None:
    first = weigh(PATTERNS, observed(*COLD))
    top, second = first.rows[:2]
    turned = (second.pattern, top.pattern)
    held = weigh(PATTERNS, observed(*COLD), turned)
    assert (top.weight - second.weight > MARGIN) == (held.rows[0].pattern == top.pattern)
    stasis = observed(
        *COLD, "pain_stabbing", "pain_fixed", "tongue_purple", "sublingual_dark", "pulse_choppy"
    )
    assert "blood_stasis" in PATTERNS[weigh(PATTERNS, stasis, first.order).rows[0].pattern].natures


def test_a_characteristic_finding_that_is_absent_speaks_against() -> None:
    without = weigh(PATTERNS, observed(*COLD))
    missing = weigh(PATTERNS, observed(*COLD, absent=("cold_limbs",)))
    before = next(row for row in without.rows if row.pattern == "cold")
    after = next(row for row in missing.rows if row.pattern == "cold")
    assert "cold_limbs" in before.not_asked
    assert "cold_limbs" in after.against
    assert after.weight < before.weight


def test_a_rare_finding_tells_more_than_a_common_one() -> None:
    tells = telling([pattern.links for pattern in PATTERNS.values() if not pattern.where])
    assert tells["stool_dawn"] > 2 * tells["fatigue"]


def test_present_at_one_place_and_absent_at_another_is_present() -> None:
    seen = [
        Observation("pain_cold", FindingState.ABSENT, site="shoulder"),
        Observation("pain_cold", FindingState.PRESENT, site="knee"),
        Observation("pain_cold", FindingState.ABSENT, site="back"),
        Observation("agg_cold", FindingState.NOT_ASKED),
    ]
    assert states_of(seen) == {"pain_cold": FindingState.PRESENT}


@given(OBSERVATIONS)
def test_groups_hold_every_row_once_with_the_general_pattern_above_its_specific_ones(
    observations: list[Observation],
) -> None:
    ledger = weigh(PATTERNS, observations)
    together = [row for rows in ledger.groups for row in rows]
    assert sorted(row.pattern for row in together) == sorted(row.pattern for row in ledger.rows)
    assert [rows[0].group for rows in ledger.groups] == list(dict.fromkeys(r.group for r in ledger.rows))
    for rows in ledger.groups:
        assert len({row.group for row in rows}) == 1
        assert all(row.pattern != row.group for row in rows[1:])


@given(OBSERVATIONS)
def test_neither_tongue_nor_pulse_says_more_than_a_witness_may(observations: list[Observation]) -> None:
    tells = telling([pattern.links for pattern in WHY])
    states = states_of(observations)
    for pattern in WHY:
        said = [
            Said(link.finding_id, link.group, effect(link, states[link.finding_id], tells))
            for link in pattern.links
            if link.finding_id in states and witness_of(link.finding_id) is not Witness.STORY
        ]
        assert abs(sum_of_witnesses(said)) <= 2 * MOST_OF_A_WITNESS


def test_every_finding_of_tongue_and_pulse_is_heard_as_such() -> None:
    for finding in FINDINGS.values():
        witness = witness_of(finding.id)
        of_tongue = finding.group.startswith("tongue_") or finding.group == "sublingual"
        assert (witness is Witness.TONGUE) == of_tongue, finding.id
        assert (witness is Witness.PULSE) == finding.group.startswith("pulse_"), finding.id


def test_cold_without_a_sign_of_the_stomach_is_not_a_cold_stomach() -> None:
    seen = observed("site_hip_buttock", "rel_warmth", "agg_cold", "coat_white", "pulse_tight", "no_thirst")
    order = weigh(PATTERNS, seen).order
    assert order.index("cold_bi") < order.index("stomach_cold")
    seen = [*seen, *observed("epigastric_pain", "agg_cold_food")]
    order = weigh(PATTERNS, seen).order
    assert order.index("stomach_cold") < order.index("cold_bi")


def test_of_equals_the_general_pattern_stands_first() -> None:
    def row(pattern: str, group: str) -> Row:
        return Row(pattern, group, ("pain_cold",), (), (), 2.0)

    rows = ordered([row("a_specific", "general"), row("general", "general")], ())
    assert [one.pattern for one in rows] == ["general", "a_specific"]


@given(OBSERVATIONS)
def test_the_weight_follows_the_written_formula(observations: list[Observation]) -> None:
    states = states_of(observations)
    present = [f for f, state in states.items() if state is FindingState.PRESENT]
    asked = asked_of(WHY, states)
    tells = telling([links for _pattern, links in asked])
    evidence = {
        name: weight
        for axis in Axis
        for name, weight in evidence_for(shares_of(asked, axis, present), tells).items()
    }
    links_of = {pattern.slug: links for pattern, links in asked}
    for one in weigh(PATTERNS, observations).rows:
        pattern = PATTERNS[one.pattern]
        said = [
            Said(link.finding_id, link.group, effect(link, states[link.finding_id], tells))
            for link in links_of[one.pattern]
        ]
        weakest = min(evidence.get(name, 0.0) for axis in Axis for name in pattern.elements(axis))
        assert one.weight == pytest.approx(sum_of_witnesses(said) + weakest / 2)


def test_what_is_taught_of_one_place_counts_only_there() -> None:
    """One-sided is a sign of rising liver yang where the head hurts, and nothing but a side in a knee."""
    liver = ("pulse_wiry", "mood_irritable")
    head = weigh(PATTERNS, observed("site_head_temple", "pain_one_side", *liver))
    knee = weigh(PATTERNS, observed("site_knee", "pain_one_side", *liver))
    speaking = {
        where: "pain_one_side" in next(row.for_ for row in ledger.rows if row.pattern == "liver_yang_rising")
        for where, ledger in (("head", head), ("knee", knee))
    }
    assert speaking == {"head": True, "knee": False}
    of_head = weigh_elements(PATTERNS, observed("site_head_temple", "pain_one_side", *liver))
    of_knee = weigh_elements(PATTERNS, observed("site_knee", "pain_one_side", *liver))
    assert "pain_one_side" in next(e.for_ for e in of_head if e.name == "liver")
    assert not any("pain_one_side" in e.for_ for e in of_knee if e.name in {"liver", "yin_deficiency"})


def test_a_place_that_was_asked_and_is_not_there_is_no_place() -> None:
    seen = observed("site_knee", "pain_one_side", "pulse_wiry", "mood_irritable", absent=("headache",))
    row = next(row for row in weigh(PATTERNS, seen).rows if row.pattern == "liver_yang_rising")
    assert "pain_one_side" not in row.for_


def test_a_channel_is_named_by_where_it_hurts_never_by_what_goes_with_it() -> None:
    seen = observed("agg_anger", "face_red", "taste_bitter", "pulse_wiry", "flank_pain")
    assert [row.pattern for row in weigh(PATTERNS, seen).channels] == ["shaoyang_flank"]
    assert weigh(PATTERNS, observed("agg_anger", "face_red", "taste_bitter", "dizziness")).channels == ()
