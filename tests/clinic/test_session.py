"""The needling session: what may follow what, counts that must match, and a clock that is right."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest

from acuchart.clinic import session as rules
from acuchart.clinic.session import Fate, Session, SessionState, Settlement
from acuchart.clinic.trouble import ChartTrouble

NOW = datetime(2026, 11, 20, 14, 0, tzinfo=UTC)
TODAY = date(2026, 11, 20)
NOOR, SAM = uuid4(), uuid4()


def planned(expected: int = 7) -> Session:
    return Session(id=uuid4(), visit_id=uuid4(), room="Room 2", expected=expected)


def going_in(needles: int = 7) -> Session:
    return rules.count_in(rules.begin(planned(), NOOR, NOW), needles, NOOR, NOW)


def retained(needles: int = 7, minutes: int = 20) -> Session:
    return rules.retain(going_in(needles), NOW, minutes)


def coming_out(needles: int = 7, out: int = 0) -> Session:
    late = NOW + timedelta(minutes=20)
    return rules.count_out(rules.remove(retained(needles), SAM, late), out, late)


def lost(
    fate: Fate,
    needles: int = 1,
    words: str = "Under the towel.",
    left: tuple[str, bool, date | None] = ("", False, None),
) -> Settlement:
    """`left` is point, consent and removal date of a needle left in."""
    return Settlement(fate, needles, words, SAM, NOW, *left)


def test_a_session_starts_with_nothing_counted() -> None:
    begun = rules.begin(planned(expected=7), NOOR, NOW)
    assert (begun.count_in, begun.count_out, begun.expected) == (0, 0, 7)


@pytest.mark.parametrize("start", [planned(), going_in(), retained()])
def test_it_does_not_close_before_the_needles_come_out(start: Session) -> None:
    with pytest.raises(ChartTrouble, match="moved on"):
        rules.close(start, NOW)


@pytest.mark.parametrize(("inserted", "removed"), [(7, 0), (7, 6), (1, 0)])
def test_it_does_not_close_while_needles_are_missing(inserted: int, removed: int) -> None:
    with pytest.raises(ChartTrouble, match=f"Room 2: {removed} of {inserted} needles are out"):
        rules.close(coming_out(inserted, removed), NOW)


def test_more_out_than_in_asks_for_the_number_inserted() -> None:
    more = coming_out(7, 8)
    with pytest.raises(ChartTrouble, match="More needles came out"):
        rules.close(more, NOW)
    with pytest.raises(ChartTrouble, match="Write why"):
        rules.count_in(more, 8, SAM, NOW, "  ")
    put_right = rules.count_in(more, 8, SAM, NOW, "Two tries at SP9.")
    assert rules.close(put_right, NOW).state is SessionState.CLOSED
    (correction,) = put_right.corrections
    assert (correction.before, correction.after, correction.reason, correction.by) == (
        7,
        8,
        "Two tries at SP9.",
        SAM,
    )


def test_the_number_inserted_is_not_lowered_while_needles_come_out() -> None:
    with pytest.raises(ChartTrouble, match="never went in"):
        rules.count_in(coming_out(7, 6), 6, SAM, NOW, "Miscounted at the start.")
    settled = rules.settle(
        coming_out(7, 6), lost(Fate.NEVER_INSERTED, words="Bent at SP9, put aside."), TODAY
    )
    assert (settled.count_in, settled.missing, settled.settlements) == (6, 0, ())
    (correction,) = rules.close(settled, NOW).corrections
    assert (correction.before, correction.after, correction.by) == (7, 6, SAM)
    assert correction.reason == "Bent at SP9, put aside."


def test_more_told_than_went_in_asks_for_an_explanation_back() -> None:
    settled = rules.settle(coming_out(7, 6), lost(Fate.FOUND), TODAY)
    with pytest.raises(ChartTrouble, match="Take one explanation back"):
        rules.close(rules.count_out(settled, 7, NOW), NOW)


@pytest.mark.parametrize("reason", ["", "   ", "why", "too short"])
def test_reasons_say_something(reason: str) -> None:
    with pytest.raises(ChartTrouble, match="at least 10 letters"):
        rules.count_in(retained(), 6, NOOR, NOW, reason)
    with pytest.raises(ChartTrouble, match="at least 10 letters"):
        rules.settle(coming_out(7, 6), lost(Fate.FOUND, words=reason), TODAY)


def test_the_same_number_again_is_no_correction() -> None:
    assert rules.count_in(retained(), 7, NOOR, NOW).corrections == ()


def test_equal_counts_close() -> None:
    closed = rules.close(coming_out(7, 7), NOW)
    assert (closed.state, closed.closed_at, closed.needles_in) == (SessionState.CLOSED, NOW, False)


def test_nothing_moves_a_closed_session() -> None:
    closed = rules.close(coming_out(7, 7), NOW)
    acts: tuple[Callable[[], Session], ...] = (
        lambda: rules.begin(closed, NOOR, NOW),
        lambda: rules.count_in(closed, 3, NOOR, NOW, "why"),
        lambda: rules.count_out(closed, 3, NOW),
        lambda: rules.retain(closed, NOW),
        lambda: rules.pause(closed, NOW),
        lambda: rules.add_minutes(closed, 5, NOW),
        lambda: rules.remove(closed, NOOR, NOW),
        lambda: rules.settle(closed, lost(Fate.FOUND), TODAY),
        lambda: rules.close(closed, NOW),
        lambda: rules.call_off(closed, NOOR, NOW, "why"),
    )
    for act in acts:
        with pytest.raises(ChartTrouble):
            act()


def test_retention_and_removal_need_a_count() -> None:
    begun = rules.begin(planned(), NOOR, NOW)
    with pytest.raises(ChartTrouble, match="Count the needles inserted"):
        rules.retain(begun, NOW)
    with pytest.raises(ChartTrouble, match="Count the needles inserted"):
        rules.remove(begun, NOOR, NOW)


@pytest.mark.parametrize("needles", [-1, 201])
def test_impossible_counts_are_refused(needles: int) -> None:
    with pytest.raises(ChartTrouble, match="counted from 0 to 200"):
        rules.count_in(going_in(), needles, NOOR, NOW)
    with pytest.raises(ChartTrouble, match="counted from 0 to 200"):
        rules.count_out(coming_out(), needles, NOW)


@pytest.mark.parametrize("fate", [Fate.FOUND, Fate.FELL_OUT])
def test_an_explained_needle_lets_it_close(fate: Fate) -> None:
    settled = rules.settle(coming_out(7, 6), lost(fate), TODAY)
    assert settled.missing == 0
    assert rules.close(settled, NOW).settlements[0].fate is fate


def test_an_explanation_needs_words() -> None:
    with pytest.raises(ChartTrouble, match="where you looked"):
        rules.settle(coming_out(7, 6), lost(Fate.FOUND, words=" "), TODAY)


@pytest.mark.parametrize("needles", [0, 2])
def test_no_more_is_explained_than_is_missing(needles: int) -> None:
    with pytest.raises(ChartTrouble, match="1 needles are missing"):
        rules.settle(coming_out(7, 6), lost(Fate.FOUND, needles), TODAY)


@pytest.mark.parametrize(
    "left",
    [
        ("", True, TODAY),
        ("ST36", False, TODAY),
        ("ST36", True, None),
        ("ST36", True, TODAY - timedelta(days=1)),
    ],
)
def test_a_needle_left_in_needs_point_consent_and_a_date_to_come(left: tuple[str, bool, date | None]) -> None:
    with pytest.raises(ChartTrouble):
        rules.settle(coming_out(7, 6), lost(Fate.LEFT_IN, left=left), TODAY)


def test_a_needle_left_in_on_purpose_lets_it_close() -> None:
    left = lost(Fate.LEFT_IN, left=("EX-HN1", True, TODAY + timedelta(days=3)))
    assert rules.close(rules.settle(coming_out(7, 6), left, TODAY), NOW).closed_at == NOW


def test_an_explanation_taken_back_is_missing_again() -> None:
    settled = rules.settle(coming_out(7, 6), lost(Fate.FELL_OUT), TODAY)
    again = rules.take_back(settled, 0, NOW)
    assert again.missing == 1
    with pytest.raises(ChartTrouble):
        rules.close(again, NOW)
    with pytest.raises(ChartTrouble):
        rules.take_back(again, 0, NOW)


def test_only_a_session_without_needles_is_called_off() -> None:
    assert rules.call_off(planned(), NOOR, NOW, "Patient had to leave.").state is SessionState.CLOSED
    for start in (retained(), coming_out(), going_in()):
        with pytest.raises(ChartTrouble):
            rules.call_off(start, NOOR, NOW, "changed our mind")


def test_a_session_corrected_to_no_needle_at_all_is_called_off_from_retention() -> None:
    none_in = rules.count_in(retained(1), 0, NOOR, NOW, "It never went through the skin.")
    off = rules.call_off(none_in, NOOR, NOW, "It never went through the skin.")
    assert (off.state, off.deadline, off.needles_in) == (SessionState.CLOSED, None, False)


def test_only_a_session_that_never_began_is_planned_again() -> None:
    off = rules.call_off(planned(), NOOR, NOW, "Patient had to leave.")
    again = rules.plan_again(off, "Room 3", 5)
    assert (again.state, again.room, again.expected, again.closed_at) == (
        SessionState.PLANNED,
        "Room 3",
        5,
        None,
    )
    assert again.corrections == off.corrections
    begun = rules.call_off(rules.begin(planned(), NOOR, NOW), NOOR, NOW, "Felt faint at once.")
    for other in (begun, planned(), retained(), rules.close(coming_out(7, 7), NOW)):
        with pytest.raises(ChartTrouble, match="moved on"):
            rules.plan_again(other, "Room 3", 5)


@pytest.mark.parametrize("begin_first", [True, False])
def test_calling_off_needs_the_reason(begin_first: bool) -> None:
    begun = rules.begin(planned(), NOOR, NOW) if begin_first else planned()
    for reason in ("", "   ", "too short"):
        with pytest.raises(ChartTrouble, match="no needle went in"):
            rules.call_off(begun, NOOR, NOW, reason)
    off = rules.call_off(begun, NOOR, NOW, "Felt faint on lying down.")
    assert off.corrections[0].reason == "Felt faint on lying down."


@pytest.mark.parametrize("minutes", [0, -5, 181])
def test_retention_has_its_bounds(minutes: int) -> None:
    with pytest.raises(ChartTrouble, match="1 to 180"):
        rules.retain(going_in(), NOW, minutes)


def test_unusual_retention_is_asked_about() -> None:
    assert [m for m in (4, 5, 20, 60, 61) if rules.unusual_minutes(m)] == [4, 61]


def test_time_left_comes_from_the_deadline_alone() -> None:
    session = retained(minutes=20)
    assert session.left(NOW + timedelta(minutes=13, seconds=48)) == timedelta(minutes=6, seconds=12)
    assert session.time_up(NOW + timedelta(minutes=20))
    assert session.left(NOW + timedelta(minutes=21, seconds=24)) == timedelta(minutes=-1, seconds=-24)


def test_a_pause_moves_the_deadline_on_by_its_length() -> None:
    paused = rules.pause(retained(), NOW + timedelta(minutes=5))
    assert paused.left(NOW + timedelta(hours=1)) == timedelta(minutes=15)
    going_on = rules.go_on(paused, NOW + timedelta(minutes=8))
    assert going_on.deadline == NOW + timedelta(minutes=23)
    assert rules.go_on(going_on, NOW) == going_on
    assert rules.pause(paused, NOW + timedelta(minutes=7)) == paused


def test_a_clock_set_back_during_a_pause_shortens_nothing() -> None:
    paused = rules.pause(retained(), NOW + timedelta(minutes=5))
    assert rules.go_on(paused, NOW - timedelta(hours=1)).deadline == NOW + timedelta(minutes=20)


def test_minutes_added_after_time_is_up_count_from_now() -> None:
    late = NOW + timedelta(minutes=25)
    longer = rules.add_minutes(rules.silence(retained(), late), 5, late)
    assert longer.deadline == late + timedelta(minutes=5)
    assert longer.silenced_until is None
    with pytest.raises(ChartTrouble):
        rules.add_minutes(longer, 0, late)


def test_silence_leaves_the_alarm_standing() -> None:
    late = NOW + timedelta(minutes=21)
    quiet = rules.silence(retained(), late)
    assert quiet.time_up(late)
    assert quiet.silenced_until == late + timedelta(minutes=3)
    assert rules.silence(planned(), late).silenced_until is None


def test_removal_after_time_was_up_leaves_the_room_an_alarm() -> None:
    late = NOW + timedelta(minutes=21)
    assert rules.remove(retained(), SAM, late).time_up(late)
    assert rules.remove(retained(), SAM, NOW).deadline is None


def test_the_desk_sees_the_clock_and_no_count() -> None:
    session = rules.settle(coming_out(7, 6), lost(Fate.FOUND), TODAY)
    seen = rules.at_the_desk(rules.count_in(session, 8, SAM, NOW, "one more at SP9"))
    assert (seen.count_in, seen.count_out, seen.expected, seen.settlements, seen.corrections) == (
        0,
        0,
        0,
        (),
        (),
    )
    assert (seen.rounds, seen.coming, seen.in_at, seen.out_at) == ((), (), (), ())
    assert (seen.room, seen.state, seen.removal_at) == (
        session.room,
        SessionState.COMING_OUT,
        session.removal_at,
    )
