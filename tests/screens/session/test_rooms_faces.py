"""What a room shows at a moment: the clock, the strip, and nothing for eyes it is not meant for."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from acuchart.clinic import session as rules
from acuchart.clinic.flags import FlagKind, FlagWord
from acuchart.clinic.session import Fate, Session, Settlement
from acuchart.screens.parts.timer_face import Mood
from acuchart.screens.session.faces import Occupied, RoomCardFace, room_face
from acuchart.screens.session.strips import Tone

NOW = datetime(2026, 11, 20, 14, 0, tzinfo=UTC)
WHO = uuid4()


def retained(needles: int = 7) -> Session:
    session = rules.begin(Session(uuid4(), uuid4(), "Room 2", needles), WHO, NOW)
    return rules.retain(rules.count_in(session, needles, WHO, NOW), NOW)


def coming_out(inserted: int, removed: int, late: bool = False) -> Session:
    session = rules.remove(retained(inserted), WHO, NOW + timedelta(minutes=21 if late else 10))
    return rules.count_out(session, removed, session.removal_at or NOW)


def face(session: Session, clinical: bool = True, staying: int = 0, **passed: int) -> RoomCardFace:
    flags = (FlagWord(FlagKind.PREGNANCY, "Pregnant 22 wk"),) if clinical else ()
    occupied = Occupied(session, 2, "Mara E.", flags, clinical, (staying,))
    return room_face(occupied, NOW + timedelta(**passed))


def test_the_reminder_to_stimulate_again_has_an_icon_of_its_own() -> None:
    due = face(retained(), minutes=10, seconds=8).strip
    assert (due.tone, due.icon) == (Tone.CAUTION, "rotate-ccw")
    assert face(retained(), minutes=21).strip.icon == ""


def test_time_left_is_rounded_up_and_time_over_counts_on() -> None:
    assert face(retained(), minutes=13, seconds=48).timer.digits == "06:12"
    assert face(retained(), minutes=19, seconds=59, milliseconds=500).timer.digits == "00:01"
    assert face(retained(), minutes=21, seconds=24).timer.digits == "+1:24"


def test_time_up_is_an_alarm_that_can_be_silenced_but_not_calmed() -> None:
    late = retained()
    assert face(late, minutes=20).alarm
    assert face(late, minutes=21).sounding
    quiet = rules.silence(late, NOW + timedelta(minutes=21))
    assert face(quiet, minutes=22).alarm
    assert not face(quiet, minutes=22).sounding
    assert face(quiet, minutes=24, seconds=1).sounding


def test_a_late_removal_stays_red_until_the_room_is_closed() -> None:
    assert face(coming_out(11, 9, late=True), minutes=22).alarm
    assert not face(coming_out(11, 9), minutes=12).alarm


def test_a_paused_clock_stands() -> None:
    paused = rules.pause(retained(), NOW + timedelta(minutes=5))
    shown = face(paused, hours=3)
    assert (shown.timer.digits, shown.timer.mood, shown.paused) == ("15:00", Mood.PAUSED, True)
    assert shown.strip.tone is Tone.CAUTION


def test_before_and_after_retention_the_time_counts_up() -> None:
    begun = rules.begin(Session(uuid4(), uuid4(), "Room 2", 5), WHO, NOW)
    assert (face(begun, seconds=75).timer.digits, face(begun, seconds=75).caption) == ("01:15", "going in")
    assert face(coming_out(3, 0), minutes=10, seconds=40).timer.digits == "00:40"
    assert face(replace(begun, begun_at=NOW + timedelta(hours=1))).timer.digits == "00:00"


@pytest.mark.parametrize(
    ("inserted", "removed", "title", "tone"),
    [
        (11, 9, "2 needles still in", Tone.CAUTION),
        (11, 10, "1 needle still in", Tone.CAUTION),
        (11, 11, "All 11 needles out", Tone.READY),
        (11, 12, "1 more out than in", Tone.CAUTION),
    ],
)
def test_the_strip_says_how_the_count_stands(inserted: int, removed: int, title: str, tone: Tone) -> None:
    strip = face(coming_out(inserted, removed), minutes=11).strip
    assert (strip.title, strip.tone) == (title, tone)


def test_an_explained_needle_is_not_called_out() -> None:
    found = Settlement(Fate.FOUND, 1, "On the towel.", WHO, NOW)
    strip = face(rules.settle(coming_out(7, 6), found, NOW.date())).strip
    assert (strip.title, strip.line) == ("Every needle accounted for", "1 explained")


def test_a_press_needle_that_is_meant_to_stay_is_told_apart_from_those_to_count_out() -> None:
    apart = "Count 6 out and report 1 press needle as left in"
    assert face(retained(7), staying=1, minutes=21).strip.line == apart
    assert face(coming_out(7, 3), staying=1).strip.line == apart
    counted = face(coming_out(7, 7), staying=1).strip
    assert counted.line == "1 press needle was meant to stay. Is it out too?"
    assert counted.tone is Tone.CAUTION
    day = NOW.date() + timedelta(days=3)
    left = Settlement(Fate.LEFT_IN, 1, "For sleep.", WHO, NOW, "EX-HN3", consent=True, remove_on=day)
    settled = face(rules.settle(coming_out(7, 6), left, NOW.date()), staying=1).strip
    assert (settled.line, settled.tone) == ("1 explained", Tone.READY)


def test_the_desk_reads_no_count_anywhere() -> None:
    for session in (retained(7), coming_out(7, 3), rules.pause(retained(7), NOW)):
        seen = face(rules.at_the_desk(session), clinical=False, minutes=25)
        words = f"{seen.strip.title} {seen.strip.line} {seen.spoken} {seen.caption}"
        assert "needle" not in words
        assert "7" not in words.replace(seen.timer.digits, "")
        assert (seen.inserted, seen.removed, seen.flags) == (0, 0, ())


def test_assistive_technology_hears_time_and_counts() -> None:
    assert face(retained(), minutes=13, seconds=48).spoken == (
        "Room 2, 6 minutes 12 seconds left, 7 needles in, 0 out"
    )


def test_a_removal_of_ten_minutes_sounds_on_the_card_until_it_is_silenced() -> None:
    session = coming_out(7, 3)
    assert not face(session, minutes=19, seconds=59).alarm
    late = face(session, minutes=20)
    assert (late.alarm, late.sounding, late.timer.mood) == (True, True, Mood.ALARM)
    assert not face(rules.silence(session, NOW + timedelta(minutes=20)), minutes=21).sounding
