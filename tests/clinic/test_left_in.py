"""What a patient goes home with: settled at the count, planned, and what places counted say of it."""

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from acuchart.clinic import session as rules
from acuchart.clinic.left_in import Stay, press_needles, stay_words, stays, still_to_settle
from acuchart.clinic.needling import LeftInPlan, Needling, Stays
from acuchart.clinic.points import Side
from acuchart.clinic.session import Fate, Session, Settlement, Spot

NOW = datetime(2026, 11, 20, 14, 0, tzinfo=UTC)
DAY = date(2026, 11, 23)
WHO = uuid4()
NEEDLE = Needling("ST36", Side.RIGHT, 2)
PRESS = Needling("SP6", Side.RIGHT, 1, stays=LeftInPlan(Stays.PRESS_NEEDLE, " inside of the calf ", DAY))
SEED = Needling("EX-HN1", Side.MIDLINE, 0, stays=LeftInPlan(Stays.EAR_SEED, "left ear", DAY))
ROWS = (NEEDLE, PRESS, SEED)
ST36, SP6 = Spot("ST36 R", 2, "leg"), Spot("SP6 R", 1, "leg")


def midline(code: str) -> bool:
    return code.startswith(("CV", "GV", "EX-HN"))


def resting(count: int = 3, spots: tuple[Spot, ...] | None = None) -> Session:
    begun = rules.begin(Session(uuid4(), uuid4(), "Room 2", 3), WHO, NOW)
    return rules.retain(rules.count_in(begun, count, WHO, NOW, spots=spots), NOW)


def out(session: Session, count: int, spots: tuple[Spot, ...] | None = None) -> Session:
    return rules.count_out(rules.remove(session, WHO, NOW), count, NOW, spots)


def settled(session: Session, point: str, needles: int = 1) -> Session:
    told = Settlement(Fate.LEFT_IN, needles, "Stays for the week.", WHO, NOW, point, True, DAY)
    return rules.settle(session, told, NOW.date())


def told(session: Session, rows: tuple[Needling, ...] = ROWS) -> list[tuple[str, int]]:
    return [(stay.point, stay.number) for stay in stays(rows, session, midline)]


def test_what_was_planned_to_stay_is_left_in_though_every_needle_was_counted_out() -> None:
    session = out(resting(), 3)
    assert [stay_words(stay) for stay in stays(ROWS, session, midline)] == [
        "Press needle, inside of the calf",
        "Ear seed, left ear",
    ]
    press, seed = stays(ROWS, session, midline)
    assert (press.number, press.needles, press.remove_on) == (1, 1, DAY)
    assert (seed.number, seed.needles) == (2, 0)


def test_a_press_needle_settled_at_the_count_is_told_once() -> None:
    assert told(settled(out(resting(), 2), "SP6")) == [("SP6", 0), ("EX-HN1", 3)]


def test_a_needle_settled_elsewhere_does_not_stand_for_a_press_needle() -> None:
    assert told(settled(out(resting(), 2), "ST36")) == [("ST36", 0), ("SP6", 2), ("EX-HN1", 3)]


def test_a_press_needle_that_places_say_never_went_in_is_not_told() -> None:
    assert told(out(resting(2, (ST36,)), 2)) == [("EX-HN1", 2)]


def test_a_press_needle_that_places_say_came_out_again_is_not_told() -> None:
    assert told(out(resting(3, (ST36, SP6)), 3, (ST36, SP6))) == [("EX-HN1", 2)]


def test_places_that_do_not_add_up_decide_nothing() -> None:
    counted = replace(out(resting(3, (ST36, SP6)), 3, (ST36, SP6)), out_at=(SP6,))
    assert ("SP6", 1) in told(counted)


def test_a_seed_at_a_point_whose_needle_came_out_stays() -> None:
    both = replace(NEEDLE, stays=LeftInPlan(Stays.EAR_SEED, "leg", DAY))
    assert told(out(resting(2, (ST36,)), 2, (ST36,)), (both,)) == [("ST36", 0)]


def test_a_copied_row_nobody_confirmed_was_not_done() -> None:
    assert told(out(resting(), 3), (NEEDLE, replace(SEED, confirmed=False))) == []


def test_where_no_needle_went_in_only_seeds_may_stay() -> None:
    begun = rules.begin(Session(uuid4(), uuid4(), "Room 2", 3), WHO, NOW)
    assert told(rules.call_off(begun, WHO, NOW, "Had to leave for the train.")) == [("EX-HN1", 2)]


def test_press_needles_are_counted_round_by_round_until_they_are_settled() -> None:
    turned = replace(PRESS, code="LI4", needles=2, round=2)
    copied = replace(PRESS, code="HT7", confirmed=False)
    planned = press_needles((*ROWS, copied, turned))
    assert planned == (1, 2)
    assert press_needles((NEEDLE, SEED)) == (0,)
    session = out(resting(), 2)
    assert still_to_settle(planned, session) == 1
    assert still_to_settle(planned, settled(session, "SP6")) == 0
    assert still_to_settle((), session) == 0


@pytest.mark.parametrize(("day", "due"), [(None, True), (DAY, True), (date(2026, 11, 24), False)])
def test_what_has_no_day_is_due_at_once(day: date | None, due: bool) -> None:
    assert Stay(0, "SP6", 1, day).due(DAY) is due
