"""The ledger: evidence on both sides, nothing guessed, rows that do not jump."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acuchart.clinic.ask_next import ask_next
from acuchart.clinic.elements import weigh_elements
from acuchart.clinic.findings import FindingState, Observation
from acuchart.clinic.ledger import MARGIN, Ledger, states_of, telling, weigh
from acuchart.clinic.patterns import Axis, RelationKind, Strength
from acuchart.knowledge import load

KNOWLEDGE = load()
PATTERNS = KNOWLEDGE.patterns
FINDINGS = KNOWLEDGE.findings
VIGNETTES = json.loads((Path(__file__).parents[1] / "data" / "vignettes.json").read_text("utf-8"))[
    "vignettes"
]

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


def of_vignette(vignette: dict[str, list[str]]) -> list[Observation]:
    return observed(*vignette["findings"], absent=tuple(vignette["absent"]))


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
    assert weigh(PATTERNS, stasis, first.order).rows[0].pattern == "blood_stasis"


def test_a_characteristic_finding_that_is_absent_speaks_against() -> None:
    without = weigh(PATTERNS, observed(*COLD))
    missing = weigh(PATTERNS, observed(*COLD, absent=("cold_limbs",)))
    before = next(row for row in without.rows if row.pattern == "cold")
    after = next(row for row in missing.rows if row.pattern == "cold")
    assert "cold_limbs" in before.not_asked
    assert "cold_limbs" in after.against
    assert after.weight < before.weight


def test_a_rare_finding_tells_more_than_a_common_one() -> None:
    tells = telling([pattern for pattern in PATTERNS.values() if not pattern.where])
    assert tells["stool_dawn"] > 2 * tells["fatigue"]


def test_present_at_one_place_and_absent_at_another_is_present() -> None:
    seen = [
        Observation("pain_cold", FindingState.ABSENT, site="shoulder"),
        Observation("pain_cold", FindingState.PRESENT, site="knee"),
        Observation("pain_cold", FindingState.ABSENT, site="back"),
        Observation("agg_cold", FindingState.NOT_ASKED),
    ]
    assert states_of(seen) == {"pain_cold": FindingState.PRESENT}


def neighbours(slug: str) -> set[str]:
    found = {slug}
    for pattern in PATTERNS.values():
        for relation in pattern.relations:
            if relation.kind is RelationKind.COMPONENT_OF and slug in (pattern.slug, relation.slug):
                found |= {pattern.slug, relation.slug}
    return found


@pytest.mark.parametrize("difficulty", ["plain", "mixed", "misleading"])
def test_written_presentations_bring_their_pattern_to_the_top(difficulty: str) -> None:
    first = three = wanted = 0
    for vignette in VIGNETTES:
        primary = next((s for s in vignette["patterns"] if not PATTERNS[s].where), None)
        if vignette["difficulty"] != difficulty or primary is None:
            continue
        rows = [row.pattern for row in weigh(PATTERNS, of_vignette(vignette)).rows]
        wanted += 1
        first += rows[0] in neighbours(primary)
        three += primary in rows[:3]
    assert wanted >= 10
    assert first >= 0.9 * wanted
    assert three >= 0.95 * wanted


def test_channel_presentations_bring_their_channel_to_the_top() -> None:
    for vignette in VIGNETTES:
        where = next((s for s in vignette["patterns"] if PATTERNS[s].where), None)
        if where is not None:
            assert where in [row.pattern for row in weigh(PATTERNS, of_vignette(vignette)).channels][:2]


def test_elements_name_what_is_wrong_and_where() -> None:
    seen = observed(
        "back_knees_weak", "cold_back_knees", "urine_night", "cold_limbs", "pulse_chi_weak", "tongue_pale"
    )
    elements = weigh_elements(PATTERNS, seen)
    place = next(element.name for element in elements if element.axis is Axis.PLACE)
    assert place == "kidney"
    assert {"cold", "yang_deficiency"} & {e.name for e in elements[:5] if e.axis is Axis.NATURE}
    for element in elements:
        assert element.for_
        assert set(element.for_).isdisjoint(element.against)


def test_the_next_question_has_not_been_asked_and_could_change_the_order() -> None:
    asked = 0
    for vignette in VIGNETTES:
        seen = observed(*vignette["findings"][:4])
        ledger = weigh(PATTERNS, seen)
        question = ask_next(ledger, PATTERNS, seen, FINDINGS)
        if question is None:
            continue
        asked += 1
        assert question not in vignette["findings"][:4]
        tops = {
            weigh(PATTERNS, [*seen, Observation(question, state)]).rows[0].pattern
            for state in (FindingState.PRESENT, FindingState.ABSENT)
        }
        assert tops != {ledger.rows[0].pattern}, vignette["id"]
    assert asked >= 20


def test_nothing_is_asked_next_where_the_gap_is_wide_or_nothing_is_known() -> None:
    assert ask_next(Ledger(), PATTERNS, [], FINDINGS) is None
    clear = next(v for v in VIGNETTES if v["id"] == "v01")
    seen = of_vignette(clear)
    assert ask_next(weigh(PATTERNS, seen), PATTERNS, seen, FINDINGS) is None


def test_an_unclear_answer_is_skipped() -> None:
    seen = observed(*COLD)
    ledger = weigh(PATTERNS, seen)
    question = ask_next(ledger, PATTERNS, seen, FINDINGS)
    assert question is not None
    assert ask_next(ledger, PATTERNS, seen, FINDINGS, skip=(question,)) != question
