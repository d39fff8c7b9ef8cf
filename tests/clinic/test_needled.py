"""What was really needled: the places counted, through every round, else the prescription."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest

from acuchart.clinic import session as rules
from acuchart.clinic.needled import apart, apart_words, needled
from acuchart.clinic.needling import Adjunct, Needling
from acuchart.clinic.points import Side
from acuchart.clinic.session import Session, Spot

NOW = datetime(2026, 11, 20, 14, 0, tzinfo=UTC)
WHO = uuid4()
FRONT = (Needling("ST36", Side.BOTH, 2), Needling("CV12", Side.MIDLINE, 1))
BACK = (Needling("BL23", Side.BOTH, 2, round=2),)
MOXA = Needling("CV4", Side.MIDLINE, 0, adjuncts=(Adjunct.MOXA,))
ALL_FRONT = (Spot("ST36 L", 1, "leg"), Spot("ST36 R", 1, "leg"), Spot("CV12", 1, "front"))
LUNG = Spot("GB21 R", 1, "back")


def midline(code: str) -> bool:
    return code.startswith(("CV", "GV"))


def begun(*spots: Spot, coming: tuple[int, ...] = (2,)) -> Session:
    """A first round counted in place by place, still going in."""
    session = rules.begin(Session(uuid4(), uuid4(), "Room 2", 3, coming=coming), WHO, NOW)
    return rules.count_in(session, sum(spot.needles for spot in spots), WHO, NOW, spots=spots)


def counted(session: Session) -> Session:
    return rules.count_out(rules.remove(session, WHO, NOW), session.count_in, NOW)


def codes(session: Session | None, rows: tuple[Needling, ...] = (*FRONT, *BACK)) -> list[str]:
    return [row.code for row in needled(rows, session, midline)]


def test_before_the_needles_go_in_it_is_the_prescription() -> None:
    planned = Session(uuid4(), uuid4(), "Room 2", 3)
    assert codes(None) == codes(planned) == ["ST36", "CV12", "BL23"]


def test_places_of_the_first_round_are_kept_through_the_turn() -> None:
    turned = rules.turn(counted(begun(*ALL_FRONT, LUNG)), WHO, NOW)
    assert turned.rounds[0].in_at == (*ALL_FRONT, LUNG)
    assert turned.in_at == ()
    assert codes(turned) == ["ST36", "CV12", "BL23", "GB21"]
    again = counted(rules.count_in(turned, 1, WHO, NOW, spots=(Spot("BL23 L", 1, "back"),)))
    assert codes(rules.close(again, NOW)) == ["ST36", "CV12", "BL23", "GB21"]


def test_a_point_left_out_is_not_needled_once_all_are_in() -> None:
    going = begun(ALL_FRONT[0], ALL_FRONT[1])
    assert "CV12" in codes(going)
    resting = rules.retain(going, NOW)
    assert codes(resting) == ["ST36", "BL23"]
    assert apart((*FRONT, *BACK), resting).skipped == ("CV12",)
    assert apart_words((*FRONT, *BACK), resting) == "Not needled: CV12."


def test_one_side_left_out_leaves_the_other() -> None:
    resting = rules.retain(begun(ALL_FRONT[1], ALL_FRONT[2]), NOW)
    row = needled(FRONT, resting, midline)[0]
    assert (row.code, row.side, row.needles) == ("ST36", Side.RIGHT, 1)
    assert apart_words(FRONT, resting) == "Not needled: ST36 L."


def test_a_count_in_one_sum_leaves_the_prescription_as_it_is() -> None:
    session = rules.begin(Session(uuid4(), uuid4(), "Room 2", 3, coming=(2,)), WHO, NOW)
    assert codes(rules.retain(rules.count_in(session, 2, WHO, NOW), NOW)) == ["ST36", "CV12", "BL23"]


def test_places_that_do_not_add_up_take_nothing_away_and_still_add() -> None:
    resting = rules.retain(begun(ALL_FRONT[0], LUNG), NOW)
    corrected = rules.count_in(resting, 3, WHO, NOW, "One more went in at the knee.")
    assert codes(corrected) == ["ST36", "CV12", "BL23", "GB21"]


def test_a_round_that_never_came_was_not_needled() -> None:
    closed = rules.close(counted(begun(*ALL_FRONT)), NOW)
    assert codes(closed) == ["ST36", "CV12"]


def test_moxa_alone_is_no_needle_and_stays() -> None:
    resting = rules.retain(begun(*ALL_FRONT), NOW)
    assert codes(resting, (*FRONT, MOXA)) == ["ST36", "CV12", "CV4"]
    assert not apart((*FRONT, MOXA), resting).skipped


def test_the_note_names_what_was_added() -> None:
    resting = rules.retain(begun(*ALL_FRONT, LUNG), NOW)
    assert apart_words(FRONT, resting) == "Added at the table: GB21 R."
    assert apart_words(FRONT, rules.retain(begun(*ALL_FRONT), NOW)) == ""


@pytest.mark.parametrize("place", ["back", "leg"])
def test_a_region_counted_as_a_whole_is_no_point(place: str) -> None:
    resting = rules.retain(begun(*ALL_FRONT, Spot(place, 1, place)), NOW)
    assert codes(resting) == ["ST36", "CV12", "BL23"]
