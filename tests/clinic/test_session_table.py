"""Every event in every state: what it leads to, or that it is refused and changes nothing."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import product
from uuid import uuid4

import pytest

from acuchart.clinic import session as rules
from acuchart.clinic.session import Fate, Session, SessionState, Settlement
from acuchart.clinic.stages import Stage, StageKind
from acuchart.clinic.trouble import ChartTrouble

NOW = datetime(2026, 11, 20, 14, 0, tzinfo=UTC)
TODAY = date(2026, 11, 20)
WHO = uuid4()
MINUTE = timedelta(minutes=1)
WHY = "Two tries at SP9."

S = SessionState
PLANNED, GOING_IN, RETENTION, STAGE_DUE = S.PLANNED, S.GOING_IN, S.RETENTION, S.STAGE_DUE
TIME_UP, COMING_OUT, COUNTED, CLOSED = S.TIME_UP, S.COMING_OUT, S.COUNTED, S.CLOSED


def in_state(state: SessionState) -> Session:
    """A session of three needles in that state, as the rules bring it there, seen at `NOW`."""
    planned = Session(uuid4(), uuid4(), "Room 2", 3, coming=(2,))
    begun = rules.count_in(rules.begin(planned, WHO, NOW), 3, WHO, NOW)
    resting = rules.retain(begun, NOW - 5 * MINUTE)
    removing = rules.remove(resting, WHO, NOW - MINUTE)
    counted = rules.count_out(removing, 3, NOW)
    return {
        PLANNED: planned,
        GOING_IN: begun,
        RETENTION: resting,
        STAGE_DUE: rules.at(rules.retain(begun, NOW - 12 * MINUTE), NOW),
        TIME_UP: rules.at(rules.retain(begun, NOW - 21 * MINUTE), NOW),
        COMING_OUT: removing,
        COUNTED: counted,
        CLOSED: rules.close(counted, NOW),
    }[state]


def found(session: Session) -> Session:
    told = Settlement(Fate.FOUND, max(1, session.missing), "Under the towel.", WHO, NOW)
    return rules.settle(session, told, TODAY)


EVENTS: Mapping[str, Callable[[Session], Session]] = {
    "begin": lambda s: rules.begin(s, WHO, NOW),
    "count_in_more": lambda s: rules.count_in(s, 4, WHO, NOW, WHY),
    "retain": lambda s: rules.retain(s, NOW),
    "a_minute_passes": lambda s: rules.at(s, NOW + MINUTE),
    "ten_minutes_pass": lambda s: rules.at(s, NOW + 10 * MINUTE),
    "an_hour_passes": lambda s: rules.at(s, NOW + 60 * MINUTE),
    "the_clock_is_set_back": lambda s: rules.at(s, NOW - 60 * MINUTE),
    "stage_done": lambda s: rules.stage_done(s, WHO, NOW),
    "remind": lambda s: rules.remind(s, StageKind.CHECK_SKIN, 2, NOW),
    "pause": lambda s: rules.pause(s, NOW),
    "go_on": lambda s: rules.go_on(s, NOW),
    "add_minutes": lambda s: rules.add_minutes(s, 5, NOW),
    "start_again": lambda s: rules.start_again(s, NOW),
    "silence": lambda s: rules.silence(s, NOW),
    "remove": lambda s: rules.remove(s, WHO, NOW),
    "count_out_all": lambda s: rules.count_out(s, 3, NOW),
    "count_out_some": lambda s: rules.count_out(s, 2, NOW),
    "count_out_too_many": lambda s: rules.count_out(s, 4, NOW),
    "settle_all": found,
    "turn": lambda s: rules.turn(s, WHO, NOW),
    "close": lambda s: rules.close(s, NOW),
    "call_off": lambda s: rules.call_off(s, WHO, NOW, WHY),
    "plan_again": lambda s: rules.plan_again(s, "Room 3", 3),
}
R = None
"""Refused."""
# The columns: PLANNED, GOING_IN, RETENTION, STAGE_DUE, TIME_UP, COMING_OUT, COUNTED, CLOSED.
TABLE: Mapping[str, tuple[SessionState | None, ...]] = {
    "begin": (GOING_IN, R, R, R, R, R, R, R),
    "count_in_more": (R, GOING_IN, RETENTION, STAGE_DUE, TIME_UP, COMING_OUT, COMING_OUT, R),
    "retain": (R, RETENTION, R, R, R, R, R, R),
    "a_minute_passes": (PLANNED, GOING_IN, RETENTION, STAGE_DUE, TIME_UP, COMING_OUT, COUNTED, CLOSED),
    "ten_minutes_pass": (PLANNED, GOING_IN, STAGE_DUE, TIME_UP, TIME_UP, COMING_OUT, COUNTED, CLOSED),
    "an_hour_passes": (PLANNED, GOING_IN, TIME_UP, TIME_UP, TIME_UP, COMING_OUT, COUNTED, CLOSED),
    # A stage that was due is not due yet by that clock; time that was up stays up.
    "the_clock_is_set_back": (PLANNED, GOING_IN, RETENTION, RETENTION, TIME_UP, COMING_OUT, COUNTED, CLOSED),
    "stage_done": (R, R, R, RETENTION, R, R, R, R),
    "remind": (R, R, RETENTION, STAGE_DUE, R, R, R, R),
    "pause": (R, R, RETENTION, STAGE_DUE, R, R, R, R),
    "go_on": (R, R, RETENTION, STAGE_DUE, R, R, R, R),
    "add_minutes": (R, R, RETENTION, STAGE_DUE, STAGE_DUE, R, R, R),
    "start_again": (R, R, RETENTION, RETENTION, RETENTION, R, R, R),
    "silence": (PLANNED, GOING_IN, RETENTION, STAGE_DUE, TIME_UP, COMING_OUT, COUNTED, CLOSED),
    "remove": (R, COMING_OUT, COMING_OUT, COMING_OUT, COMING_OUT, R, R, R),
    "count_out_all": (R, R, R, R, R, COUNTED, COUNTED, R),
    "count_out_some": (R, R, R, R, R, COMING_OUT, COMING_OUT, R),
    "count_out_too_many": (R, R, R, R, R, COMING_OUT, COMING_OUT, R),
    "settle_all": (R, R, R, R, R, COUNTED, R, R),
    "turn": (R, R, R, R, R, R, GOING_IN, R),
    "close": (R, R, R, R, R, R, CLOSED, R),
    "call_off": (CLOSED, R, R, R, R, R, R, R),
    "plan_again": (R, R, R, R, R, R, R, R),
}

MOVED_ON = "Room 2 has moved on."
SAID: Mapping[tuple[str, SessionState], str] = {
    ("settle_all", COUNTED): "0 needles are missing",
    ("close", COMING_OUT): "0 of 3 needles are out",
    **{("call_off", state): "Needles were counted in" for state in (GOING_IN, *rules.RESTING)},
}
"""Where it is not the state itself that refuses, but what is counted."""


def test_the_table_is_whole() -> None:
    assert set(TABLE) == set(EVENTS)
    assert all(len(row) == len(SessionState) for row in TABLE.values())


@pytest.mark.parametrize("state", list(SessionState))
def test_the_rules_lead_to_every_state(state: SessionState) -> None:
    assert in_state(state).state is state


@pytest.mark.parametrize(("event", "state"), list(product(EVENTS, SessionState)))
def test_every_event_in_every_state(event: str, state: SessionState) -> None:
    before = in_state(state)
    leads_to = TABLE[event][list(SessionState).index(state)]
    if leads_to is None:
        # In the words of the state: what refuses further down would hide a guard that lets through.
        with pytest.raises(ChartTrouble, match=SAID.get((event, state), MOVED_ON)):
            EVENTS[event](before)
        return
    after = EVENTS[event](before)
    assert after.state is leads_to
    if after.state is not CLOSED:
        assert after.needles_in == (before.needles_in or event == "begin")


@pytest.mark.parametrize("state", list(SessionState))
def test_an_explanation_is_taken_back_while_needles_come_out_and_never_after(state: SessionState) -> None:
    told = Settlement(Fate.FOUND, 1, "Under the towel.", WHO, NOW)
    explained = replace(in_state(state), count_out=2, settlements=(told,))
    if state in rules.OUT:
        assert rules.take_back(explained, 0, NOW).missing == 1
    else:
        with pytest.raises(ChartTrouble, match=MOVED_ON):
            rules.take_back(explained, 0, NOW)


@pytest.mark.parametrize("state", list(SessionState))
def test_a_session_without_a_needle_is_called_off_once(state: SessionState) -> None:
    """Also while they rest, once a correction says that none went in; never when it is over or counted."""
    none_in = replace(in_state(state), count_in=0, count_out=0)
    if state in rules.RESTING | {PLANNED, GOING_IN}:
        assert rules.call_off(none_in, WHO, NOW, WHY).state is CLOSED
    else:
        with pytest.raises(ChartTrouble, match=MOVED_ON):
            rules.call_off(none_in, WHO, NOW, WHY)


def test_a_room_may_be_closed_from_the_record_of_an_earlier_version() -> None:
    """It knew no COUNTED: such a session stands in COMING_OUT with equal counts."""
    earlier = replace(in_state(COUNTED), state=COMING_OUT, counted_at=None)
    closed = rules.close(earlier, NOW)
    assert (closed.state, closed.counted_at) == (CLOSED, NOW)


def test_two_rounds_each_have_a_count_of_their_own() -> None:
    second = rules.turn(in_state(COUNTED), WHO, NOW)
    assert (second.round, second.expected, second.coming) == (2, 2, ())
    assert (second.count_in, second.count_out, second.deadline, second.stages) == (0, 0, None, ())
    second = rules.remove(rules.count_in(second, 2, WHO, NOW), WHO, NOW)
    with pytest.raises(ChartTrouble, match="0 of 2 needles are out"):
        rules.close(second, NOW)
    with pytest.raises(ChartTrouble):
        rules.turn(second, WHO, NOW)
    closed = rules.close(rules.count_out(second, 2, NOW), NOW)
    assert (closed.all_in, closed.all_out) == (5, 5)


def test_what_explained_the_first_round_explains_nothing_of_the_second() -> None:
    removing = rules.count_out(in_state(COMING_OUT), 2, NOW)
    second = rules.turn(found(removing), WHO, NOW)
    second = rules.remove(rules.count_in(second, 2, WHO, NOW), WHO, NOW)
    short = rules.count_out(second, 1, NOW)
    assert (short.missing, short.state) == (1, COMING_OUT)
    with pytest.raises(ChartTrouble):
        rules.take_back(short, 0, NOW)


def test_a_second_round_without_a_needle_is_called_off_with_its_reason() -> None:
    second = rules.turn(in_state(COUNTED), WHO, NOW)
    off = rules.call_off(second, WHO, NOW, "The patient had enough.")
    assert (off.state, off.all_in, off.never_begun) == (CLOSED, 3, False)


def test_a_pause_puts_a_stage_off() -> None:
    paused = rules.pause(in_state(RETENTION), NOW)
    assert rules.at(paused, NOW + 60 * MINUTE).state is RETENTION
    on = rules.go_on(paused, NOW + 60 * MINUTE)
    assert rules.at(on, NOW + 64 * MINUTE).state is RETENTION
    assert rules.at(on, NOW + 65 * MINUTE).state is STAGE_DUE


def test_time_that_was_up_stays_up_though_the_clock_is_set_back() -> None:
    up = in_state(TIME_UP)
    earlier = NOW - timedelta(hours=2)
    assert up.time_up(earlier)
    assert up.left(earlier) == timedelta(0)
    assert rules.add_minutes(up, 5, earlier).deadline == earlier + 5 * MINUTE


@pytest.mark.parametrize(
    ("minutes", "stages"),
    [(5, []), (10, []), (11, [10]), (20, [10]), (31, [10, 30]), (60, [10, 30, 45])],
)
def test_the_usual_reminders(minutes: int, stages: list[int]) -> None:
    begun = in_state(GOING_IN)
    assert [stage.minute for stage in rules.retain(begun, NOW, minutes).stages] == stages


def test_reminders_may_be_chosen() -> None:
    own = (Stage(StageKind.CHECK_PATIENT, 4),)
    resting = rules.retain(in_state(GOING_IN), NOW, 20, own)
    assert rules.at(resting, NOW + 4 * MINUTE).state is STAGE_DUE


@pytest.mark.parametrize("minutes", [0, -1, 15, 40])
def test_a_reminder_comes_while_the_needles_rest(minutes: int) -> None:
    with pytest.raises(ChartTrouble, match="less than the time"):
        rules.remind(in_state(RETENTION), StageKind.CHECK_SKIN, minutes, NOW)
