"""Counting place by place, and where needles are missing."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acuchart.clinic import session as rules
from acuchart.clinic.count_sheet import Difference, differences, placed, planned_rounds, planned_spots, total
from acuchart.clinic.needling import Needling
from acuchart.clinic.points import Side
from acuchart.clinic.session import Session, SessionState, Spot

NOW = datetime(2026, 11, 20, 14, 0, tzinfo=UTC)
WHO = uuid4()
ROWS = (
    Needling("ST36", Side.BOTH, 2),
    Needling("EX-HN1", Side.MIDLINE, 4),
    Needling("SP6", Side.RIGHT, 1),
)
REGIONS = {"ST36": "leg", "EX-HN1": "head", "SP6": "leg"}
SPOTS = (
    Spot("ST36 L", 1, "leg"),
    Spot("ST36 R", 1, "leg"),
    Spot("EX-HN1", 4, "head"),
    Spot("SP6 R", 1, "leg"),
)


def region(code: str) -> str:
    return REGIONS.get(code, "")


def test_a_point_added_at_the_table_belongs_to_its_stretch_of_the_body() -> None:
    added = placed((SPOTS[0], Spot("SP6 R", 1), Spot("Nowhere", 1)), region)
    assert added == (SPOTS[0], Spot("SP6 R", 1, "leg"), Spot("Nowhere", 1))
    counted = out(removing(added[:2]), Spot("leg", 2, "leg"))
    assert (counted.state, differences(counted)) == (SessionState.COUNTED, ())


def test_a_place_that_is_named_twice_is_one_place() -> None:
    assert placed((SPOTS[0], Spot("ST36 L", 2)), region) == (Spot("ST36 L", 3, "leg"),)
    twice = (Needling("ST36", Side.BOTH, 2), Needling("ST36", Side.LEFT, 1))
    assert planned_spots(twice, 1, region) == (Spot("ST36 L", 2, "leg"), SPOTS[1])


def removing(spots: tuple[Spot, ...] = SPOTS) -> Session:
    begun = rules.begin(Session(uuid4(), uuid4(), "Room 2", 7), WHO, NOW)
    return rules.remove(rules.count_in(begun, total(spots), WHO, NOW, spots=spots), WHO, NOW)


def out(session: Session, *spots: Spot) -> Session:
    return rules.count_out(session, total(spots), NOW, spots)


def test_the_prescription_place_by_place() -> None:
    assert planned_spots(ROWS, 1, REGIONS.__getitem__) == SPOTS
    assert planned_rounds(ROWS) == (7,)


def test_each_round_has_places_and_needles_of_its_own() -> None:
    turned = (*ROWS, *(replace(row, round=3) for row in ROWS[:1]))
    bare = replace(ROWS[0], round=2, needles=0)
    assert planned_rounds((*turned, bare)) == (7, ROWS[0].needles)
    assert planned_spots((*turned, bare), 1, REGIONS.__getitem__) == SPOTS
    second = planned_spots((*turned, bare), 2, REGIONS.__getitem__)
    assert total(second) == ROWS[0].needles
    assert planned_spots(turned, 3, REGIONS.__getitem__) == ()


def test_nothing_needled_is_one_round_of_none() -> None:
    assert planned_rounds(()) == (0,)


def test_a_missing_needle_is_named_by_its_point() -> None:
    short = out(removing(), SPOTS[0], SPOTS[2], SPOTS[3])
    assert differences(short) == (Difference("ST36 R", 1),)
    assert short.state is SessionState.COMING_OUT


def test_a_region_counted_as_a_whole_is_held_against_its_points() -> None:
    short = out(removing(), Spot("leg", 2, "leg"), SPOTS[2])
    assert differences(short) == (Difference("leg", 1),)
    assert differences(out(removing(), Spot("leg", 3, "leg"), SPOTS[2])) == ()


def test_more_out_of_one_place_and_less_of_another_is_seen_though_the_sums_agree() -> None:
    odd = out(removing(), SPOTS[0], Spot("ST36 R", 2, "leg"), SPOTS[2])
    assert odd.state is SessionState.COUNTED
    assert differences(odd) == (Difference("ST36 R", -1), Difference("SP6 R", 1))


@pytest.mark.parametrize("more", [1, -1])
def test_nothing_is_claimed_where_the_sums_were_counted_on(more: int) -> None:
    counted = out(removing(), *SPOTS[:2])
    assert differences(counted)
    assert differences(rules.count_out(counted, counted.count_out + more, NOW)) == ()
    assert differences(removing()) == ()


def test_an_added_point_and_a_second_try_are_counted_in() -> None:
    spots = (*SPOTS, Spot("SP9 R", 2))
    assert removing(spots).count_in == 9


PLACES = st.lists(st.integers(0, 4), min_size=4, max_size=4)


@given(PLACES, PLACES)
def test_the_differences_add_up_to_what_is_missing(inside: list[int], outside: list[int]) -> None:
    spots = tuple(Spot(s.place, n, s.region) for s, n in zip(SPOTS, inside, strict=True))
    taken = tuple(Spot(s.place, n, s.region) for s, n in zip(SPOTS, outside, strict=True))
    if not total(spots):
        return
    session = out(removing(spots), *taken)
    assert sum(apart.needles for apart in differences(session)) == session.missing
