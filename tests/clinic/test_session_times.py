"""Two clocks, kept apart: hands on the patient, and needles in."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

from hypothesis import given
from hypothesis import strategies as st

from acuchart.clinic import session as rules
from acuchart.clinic import zone_rules
from acuchart.clinic.session import Session
from acuchart.clinic.session_times import hands, hands_on_time, needles_in_time, rounds_words, times_words
from acuchart.clinic.session_times import zones_words as told_zones
from acuchart.clinic.zones import Bell, Zone, ZoneKind

NOW = datetime(2026, 11, 20, 14, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
NOOR, SAM = uuid4(), uuid4()


def one_round(session: Session, start: datetime, inserting: UUID, removing: UUID) -> Session:
    """Four minutes of insertion, twenty of rest, two of removal."""
    session = rules.count_in(session, 7, inserting, start)
    session = rules.retain(session, start + 4 * MINUTE)
    session = rules.remove(session, removing, start + 24 * MINUTE)
    return rules.count_out(session, 7, start + 26 * MINUTE)


def planned() -> Session:
    return Session(uuid4(), uuid4(), "Room 2", 7)


def test_both_clocks_and_both_people_stand_in_the_note() -> None:
    counted = one_round(rules.begin(planned(), NOOR, NOW), NOW, NOOR, SAM)
    assert times_words(counted) == ""
    closed = rules.close(counted, NOW + 30 * MINUTE)
    assert times_words(closed) == "Hands on 6 min, needles in 26 min."
    assert hands(closed) == ((NOOR,), (SAM,))
    assert rounds_words(closed) == ""


def test_rounds_are_added_and_the_turn_between_them_is_no_needle_time() -> None:
    first = one_round(rules.begin(planned(), NOOR, NOW), NOW, NOOR, SAM)
    later = NOW + 60 * MINUTE
    second = one_round(rules.turn(first, SAM, later), later, SAM, SAM)
    closed = rules.close(second, later + 40 * MINUTE)
    assert times_words(closed) == "Hands on 12 min, needles in 52 min."
    assert hands(closed) == ((NOOR, SAM), (SAM,))
    words = "Round 1: 7 in, 7 out, retained 20 min. Round 2: 7 in, 7 out, retained 20 min."
    assert rounds_words(closed) == words


def test_a_round_taken_out_at_once_was_not_retained() -> None:
    first = one_round(rules.begin(planned(), NOOR, NOW), NOW, NOOR, SAM)
    second = rules.count_in(rules.turn(first, SAM, NOW + 30 * MINUTE), 1, SAM, NOW + 31 * MINUTE)
    second = rules.count_out(rules.remove(second, SAM, NOW + 32 * MINUTE), 1, NOW + 33 * MINUTE)
    assert rounds_words(second) == "Round 1: 7 in, 7 out, retained 20 min. Round 2: 1 in, 1 out."


def test_a_session_called_off_has_no_times() -> None:
    off = rules.call_off(planned(), NOOR, NOW, "Patient had to leave.")
    assert (times_words(off), hands(off)) == ("", ((), ()))


def test_a_clock_set_back_makes_no_time_negative() -> None:
    session = rules.retain(rules.count_in(rules.begin(planned(), NOOR, NOW), 7, NOOR, NOW), NOW - 60 * MINUTE)
    assert hands_on_time(session) == timedelta(0)


@given(st.lists(st.integers(0, 600), min_size=4, max_size=4).map(sorted))
def test_hands_are_never_on_longer_than_needles_are_in(seconds: list[int]) -> None:
    begun, retained, removal, counted = (NOW + timedelta(seconds=n) for n in seconds)
    session = replace(planned(), begun_at=begun, retained_at=retained, removal_at=removal, counted_at=counted)
    assert hands_on_time(session) <= needles_in_time(session)


def test_what_lay_on_the_skin_is_told() -> None:
    begun = rules.begin(planned(), NOOR, NOW)
    zone = Zone(uuid4(), ZoneKind.LAMP, "right knee", Bell.GIVEN, NOW, NOW + 15 * MINUTE, 5, NOOR)
    lit = zone_rules.start_zone(begun, zone)
    over = zone_rules.take_off(lit, zone.id, NOOR, NOW + 14 * MINUTE)
    assert told_zones(over) == "Heat lamp, right knee, 14 minutes, bell given."
