"""Heat lamp, moxa and cups: timers of their own, with the skin looked at more often where it may not feel."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from acuchart.clinic import session as rules
from acuchart.clinic import zone_rules
from acuchart.clinic.flags import FlagKind
from acuchart.clinic.room_clock import Phase, clock_of, clock_of_strip, strip_of
from acuchart.clinic.session import Session
from acuchart.clinic.trouble import ChartTrouble
from acuchart.clinic.zones import SKIN_EVERY, SKIN_EVERY_NUMB, Bell, Zone, ZoneKind, skin_interval

NOW = datetime(2026, 11, 20, 14, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
WHO = uuid4()


def lamp(minutes: int = 15, skin_every: int = 5) -> Zone:
    return Zone(
        uuid4(), ZoneKind.LAMP, "right knee", Bell.GIVEN, NOW, NOW + minutes * MINUTE, skin_every, WHO
    )


def resting() -> Session:
    begun = rules.begin(Session(uuid4(), uuid4(), "Room 2", 7), WHO, NOW)
    return rules.retain(rules.count_in(begun, 7, WHO, NOW), NOW, 30)


def test_a_zone_runs_beside_retention_and_is_not_paused_with_it() -> None:
    session = zone_rules.start_zone(rules.pause(resting(), NOW), lamp())
    late = NOW + 15 * MINUTE
    assert not session.time_up(late)
    assert session.alarm(late)
    clock = clock_of(session)
    assert clock.phase(late) is Phase.ZONE_UP
    assert clock.left(late + MINUTE) == -MINUTE
    assert clock.rings(late, None)


def test_the_skin_is_due_every_so_often_until_time_is_up() -> None:
    session = zone_rules.start_zone(resting(), lamp())
    (zone,) = session.zones
    assert [zone.skin_due(NOW + n * MINUTE) for n in (4, 5, 9, 15)] == [False, True, True, False]
    seen = zone_rules.looked_at(session, zone.id, NOW + 6 * MINUTE)
    assert [seen.zones[0].skin_due(NOW + n * MINUTE) for n in (6, 10, 11)] == [False, False, True]
    assert clock_of(seen).phase(NOW + 11 * MINUTE) is Phase.DUE


@pytest.mark.parametrize(
    ("flags", "minutes"),
    [
        ((), SKIN_EVERY),
        ((FlagKind.PACEMAKER,), SKIN_EVERY),
        ((FlagKind.NUMBNESS,), SKIN_EVERY_NUMB),
        ((FlagKind.PACEMAKER, FlagKind.DIABETES), SKIN_EVERY_NUMB),
    ],
)
def test_skin_that_may_not_feel_is_looked_at_more_often(flags: tuple[FlagKind, ...], minutes: int) -> None:
    assert skin_interval(flags) == minutes


def test_no_room_closes_while_something_lies_on_the_skin() -> None:
    session = rules.remove(zone_rules.start_zone(resting(), lamp()), WHO, NOW)
    counted = rules.count_out(session, 7, NOW)
    with pytest.raises(ChartTrouble, match="lies on the skin"):
        rules.close(counted, NOW)
    off = zone_rules.take_off(counted, counted.zones[0].id, WHO, NOW + MINUTE)
    assert off.zones[0].ended_at == NOW + MINUTE
    assert not rules.close(off, NOW).alarm(NOW + 60 * MINUTE)
    with pytest.raises(ChartTrouble, match="moved on"):
        zone_rules.take_off(off, off.zones[0].id, WHO, NOW)


@pytest.mark.parametrize(("minutes", "skin"), [(0, 5), (61, 5), (15, 0), (15, 61)])
def test_a_zone_has_its_bounds(minutes: int, skin: int) -> None:
    with pytest.raises(ChartTrouble):
        zone_rules.start_zone(resting(), lamp(minutes, skin))


def test_a_zone_stays_longer_from_now_on_when_its_time_is_up() -> None:
    session = zone_rules.start_zone(resting(), lamp())
    late = NOW + 20 * MINUTE
    longer = zone_rules.lengthen(session, session.zones[0].id, 5, late)
    assert longer.zones[0].deadline == late + 5 * MINUTE
    with pytest.raises(ChartTrouble):
        zone_rules.lengthen(session, session.zones[0].id, 0, late)


def test_no_zone_before_the_first_needle_or_after_the_last() -> None:
    with pytest.raises(ChartTrouble, match="moved on"):
        zone_rules.start_zone(Session(uuid4(), uuid4(), "Room 2", 7), lamp())


def test_before_unlocking_the_room_shows_the_nearest_end_and_not_of_what() -> None:
    session = zone_rules.start_zone(resting(), lamp())
    strip = strip_of(clock_of(session), NOW)
    assert strip.deadline == NOW + 15 * MINUTE
    assert "knee" not in repr(strip)
    assert "lamp" not in repr(strip)
    assert clock_of_strip(strip).alarm(NOW + 15 * MINUTE)
