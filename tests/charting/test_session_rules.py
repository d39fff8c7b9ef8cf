"""The session in the records: who may do what, what stands in the way, and nothing closed too early."""

from dataclasses import replace
from datetime import timedelta

import pytest

from acuchart.charting.note import Notes
from acuchart.charting.plan import Plans
from acuchart.charting.session import Sessions
from acuchart.charting.today import Today
from acuchart.clinic.clock import HandClock
from acuchart.clinic.session import Fate, SessionState
from acuchart.clinic.trouble import ChangedElsewhere, ChartTrouble, NotAllowed
from acuchart.clinic.visit import Reactions, RedFlagAnswer
from tests.helpers.clinic import StaffedClinic
from tests.helpers.knee_visit import NEEDLES, KneeVisit, knee_visit
from tests.helpers.records import OWNER_PASSPHRASE


@pytest.fixture
def knee(clinic: StaffedClinic) -> KneeVisit:
    return knee_visit(clinic.owner)


def needled(clinic: StaffedClinic, knee: KneeVisit, room: str = "Room 2", removed: int = 0) -> Sessions:
    """A session whose needles are coming out."""
    sessions = Sessions(clinic.owner)
    sessions.prepare(knee.visit_id, room)
    sessions.begin(knee.visit_id)
    sessions.count_in(knee.visit_id, NEEDLES, 0)
    sessions.retain(knee.visit_id, 20)
    sessions.remove(knee.visit_id)
    sessions.count_out(knee.visit_id, removed, 0)
    return sessions


def forward(clinic: StaffedClinic, **span: int) -> None:
    assert isinstance(clinic.clock, HandClock)
    clinic.clock.forward(timedelta(**span))


def test_a_room_is_prepared_once_and_with_nothing_counted(clinic: StaffedClinic, knee: KneeVisit) -> None:
    sessions = Sessions(clinic.owner)
    session = sessions.prepare(knee.visit_id, "Room 1")
    assert (session.expected, session.count_in, session.count_out) == (NEEDLES, 0, 0)
    assert sessions.prepare(knee.visit_id, "Room 3") == session


def test_a_room_called_off_before_the_first_needle_is_prepared_again(
    clinic: StaffedClinic, knee: KneeVisit
) -> None:
    sessions = Sessions(clinic.owner)
    sessions.prepare(knee.visit_id, "Room 1")
    sessions.call_off(knee.visit_id, "The lamp of this room is broken.")
    bedside = sessions.bedside(knee.visit_id)
    assert (bedside.session, bedside.to_settle) == (None, "")
    again = sessions.prepare(knee.visit_id, "Room 3")
    assert (again.state, again.room, again.closed_at) == (SessionState.PLANNED, "Room 3", None)
    assert sessions.begin(knee.visit_id).state is SessionState.GOING_IN


def test_a_session_that_began_is_not_planned_again(clinic: StaffedClinic, knee: KneeVisit) -> None:
    sessions = Sessions(clinic.owner)
    sessions.prepare(knee.visit_id, "Room 1")
    sessions.begin(knee.visit_id)
    off = sessions.call_off(knee.visit_id, "Felt faint before the first needle.")
    assert sessions.prepare(knee.visit_id, "Room 3") == off


def test_points_that_nobody_needled_are_not_signed_without_a_word(
    clinic: StaffedClinic, knee: KneeVisit
) -> None:
    sessions, notes = Sessions(clinic.owner), Notes(clinic.owner)
    notes.record_reactions(knee.visit_id, Reactions(answered=True), Reactions())
    with pytest.raises(ChartTrouble, match="checks are still open"):
        notes.sign(knee.visit_id, OWNER_PASSPHRASE)
    sessions.prepare(knee.visit_id, "Room 1")
    with pytest.raises(ChartTrouble, match="no needle went in"):
        sessions.call_off(knee.visit_id)
    sessions.call_off(knee.visit_id, "Had to leave for the train.")
    assert notes.sign(knee.visit_id, OWNER_PASSPHRASE).signed
    assert "Called off: Had to leave for the train." in notes.read(knee.visit_id).note.to_json()


@pytest.mark.parametrize("room", ["", "Room 9", "room 1"])
def test_only_a_room_of_the_clinic_can_be_prepared(clinic: StaffedClinic, knee: KneeVisit, room: str) -> None:
    with pytest.raises(ChartTrouble, match="Choose a room"):
        Sessions(clinic.owner).prepare(knee.visit_id, room)


def test_a_room_holds_one_session(clinic: StaffedClinic, knee: KneeVisit) -> None:
    needled(clinic, knee)
    other = knee_visit(clinic.owner, complaint="Left knee pain")
    sessions = Sessions(clinic.owner)
    assert sessions.bedside(other.visit_id).free_rooms == ("Room 1", "Room 3")
    with pytest.raises(ChartTrouble, match="Room 2 is taken"):
        sessions.prepare(other.visit_id, "Room 2")


def test_nobody_is_led_out_of_a_room_while_a_session_is_open(clinic: StaffedClinic, knee: KneeVisit) -> None:
    sessions, today = Sessions(clinic.owner), Today(clinic.desk)
    sessions.prepare(knee.visit_id, "Room 1")
    with pytest.raises(ChartTrouble, match="prepared for needling"):
        today.give_room(knee.visit_id, "")
    today.give_room(knee.visit_id, "Room 3")
    assert sessions.rooms()[0].session.room == "Room 3"
    sessions.begin(knee.visit_id)
    for room in ("", "Room 1"):
        with pytest.raises(ChartTrouble, match="can't be changed"):
            today.give_room(knee.visit_id, room)


@pytest.mark.parametrize("room", ["", "Room 9"])
def test_no_needle_goes_in_outside_a_room_of_the_clinic(
    clinic: StaffedClinic, knee: KneeVisit, room: str
) -> None:
    sessions = Sessions(clinic.owner)
    planned = sessions.prepare(knee.visit_id, "Room 1")
    with clinic.owner.records.work() as work:
        work.sessions.change(replace(planned, room=room))
    with pytest.raises(ChartTrouble, match="Choose a room"):
        sessions.begin(knee.visit_id)


def test_no_needle_goes_in_where_somebody_else_is(clinic: StaffedClinic, knee: KneeVisit) -> None:
    needled(clinic, knee, room="Room 2")
    other, sessions = knee_visit(clinic.owner), Sessions(clinic.owner)
    planned = sessions.prepare(other.visit_id, "Room 1")
    with clinic.owner.records.work() as work:
        work.sessions.change(replace(planned, room="Room 2"))
    with pytest.raises(ChartTrouble, match="Room 2 is taken"):
        sessions.begin(other.visit_id)


def test_a_red_flag_without_a_decision_stands_in_the_way(clinic: StaffedClinic, knee: KneeVisit) -> None:
    with clinic.owner.records.work() as work:
        visit = work.visits.get(knee.visit_id)
        work.visits.change(
            replace(visit, red_flags=(RedFlagAnswer("rf_saddle_or_genital_numbness", present=True),))
        )
    sessions = Sessions(clinic.owner)
    assert "red flag" in sessions.bedside(knee.visit_id).to_settle
    with pytest.raises(ChartTrouble, match="red flag"):
        sessions.prepare(knee.visit_id, "Room 1")


def test_a_visit_without_points_is_not_needled(clinic: StaffedClinic, knee: KneeVisit) -> None:
    with clinic.owner.records.work() as work:
        first = work.visits.of_course(knee.course_id)[0]
    with pytest.raises(ChartTrouble, match="at least one point"):
        Sessions(clinic.owner).prepare(first.id, "Room 1")


def test_nothing_ends_while_a_needle_is_missing(clinic: StaffedClinic, knee: KneeVisit) -> None:
    sessions = needled(clinic, knee, removed=NEEDLES - 1)
    with pytest.raises(ChartTrouble, match="6 of 7 needles are out"):
        sessions.close(knee.visit_id)
    with pytest.raises(ChartTrouble):
        sessions.call_off(knee.visit_id, "to be rid of it")
    notes = Notes(clinic.owner)
    notes.record_reactions(knee.visit_id, Reactions(answered=True), Reactions())
    with pytest.raises(ChartTrouble, match=r"Room [12]: count the needles out"):
        notes.sign(knee.visit_id, OWNER_PASSPHRASE)
    with pytest.raises(ChartTrouble):
        Today(clinic.owner).give_room(knee.visit_id, "Room 1")
    assert sessions.bedside(knee.visit_id).session is not None
    (card,) = sessions.rooms()
    assert card.session.missing == 1


def test_two_people_count_together(clinic: StaffedClinic, knee: KneeVisit) -> None:
    needled(clinic, knee)
    one, other = Sessions(clinic.owner), Sessions(clinic.practitioner)
    for hand in (one, other, one):
        hand.one_more_out(knee.visit_id, 1)
    assert one.rooms()[0].session.count_out == 3
    assert other.one_more_out(knee.visit_id, -1).count_out == 2


def test_a_number_typed_over_another_one_is_refused(clinic: StaffedClinic, knee: KneeVisit) -> None:
    sessions = needled(clinic, knee, removed=3)
    Sessions(clinic.practitioner).one_more_out(knee.visit_id, 1)
    with pytest.raises(ChangedElsewhere, match="counted 4 meanwhile"):
        sessions.count_out(knee.visit_id, NEEDLES, 3)
    with pytest.raises(ChangedElsewhere, match=f"counted {NEEDLES} meanwhile"):
        sessions.count_in(knee.visit_id, 9, 8, "Two tries at SP9.")
    (card,) = sessions.rooms()
    assert (card.session.count_in, card.session.count_out) == (NEEDLES, 4)
    assert sessions.count_out(knee.visit_id, NEEDLES, 4).missing == 0


def test_a_needle_left_in_is_at_a_point_of_the_visit(clinic: StaffedClinic, knee: KneeVisit) -> None:
    sessions, day = needled(clinic, knee, removed=6), clinic.clock.today()
    with pytest.raises(ChartTrouble, match="GV20 isn't one of the points"):
        sessions.settle(knee.visit_id, Fate.LEFT_IN, 1, "Stays for the week.", "gv20", True, day)
    left = sessions.settle(knee.visit_id, Fate.LEFT_IN, 1, "Stays for the week.", " st36", True, day)
    assert left.settlements[0].point == "ST36"


def gone_home(clinic: StaffedClinic, knee: KneeVisit, days: int = 4) -> Sessions:
    """A closed session of a signed visit, with one needle left in on purpose."""
    sessions, notes = needled(clinic, knee, removed=6), Notes(clinic.owner)
    day = clinic.clock.today() + timedelta(days=days)
    sessions.settle(knee.visit_id, Fate.LEFT_IN, 1, "Stays for the week.", "ST36", True, day)
    sessions.close(knee.visit_id)
    notes.record_reactions(knee.visit_id, Reactions(answered=True), Reactions())
    notes.sign(knee.visit_id, OWNER_PASSPHRASE)
    return sessions


def test_a_needle_left_in_stays_in_sight_until_it_is_out(clinic: StaffedClinic, knee: KneeVisit) -> None:
    sessions = gone_home(clinic, knee)
    (left,) = sessions.left_in()
    assert left.stay is not None
    assert (left.patient_name, left.stay.point, left.stay.needles, left.overdue) == (
        "Mara E.",
        "ST36",
        1,
        False,
    )
    forward(clinic, days=4)
    assert not sessions.left_in()[0].overdue
    forward(clinic, days=1)
    assert sessions.left_in()[0].overdue
    Sessions(clinic.practitioner).taken_out(left.session_id, left.number)
    assert sessions.left_in() == ()
    with pytest.raises(ChartTrouble, match="isn't left in any more"):
        sessions.taken_out(left.session_id, left.number)


def test_only_a_needle_that_is_left_in_is_taken_out_later(clinic: StaffedClinic, knee: KneeVisit) -> None:
    sessions = needled(clinic, knee, removed=6)
    settled = sessions.settle(knee.visit_id, Fate.FELL_OUT, 1, "Words that say left_in.")
    assert sessions.left_in() == ()
    sessions.close(knee.visit_id)
    assert sessions.left_in() == ()
    for place in (0, 1, -1):
        with pytest.raises(ChartTrouble, match="isn't left in any more"):
            sessions.taken_out(settled.id, place)


def test_the_desk_reads_only_whom_to_ask_about_and_ends_nothing(
    clinic: StaffedClinic, knee: KneeVisit
) -> None:
    (left,) = gone_home(clinic, knee).left_in()
    desk = Sessions(clinic.desk)
    assert desk.left_in() == ()
    forward(clinic, days=4)
    (due,) = desk.left_in()
    assert (due.patient_name, due.stay, due.overdue) == ("Mara E.", None, False)
    with pytest.raises(NotAllowed):
        desk.taken_out(left.session_id, left.number)


def test_a_count_below_nought_is_refused_and_nothing_changes(clinic: StaffedClinic, knee: KneeVisit) -> None:
    sessions = needled(clinic, knee)
    with pytest.raises(ChartTrouble):
        sessions.one_more_out(knee.visit_id, -1)
    assert sessions.rooms()[0].session.count_out == 0


def test_a_corrected_number_keeps_who_and_why(clinic: StaffedClinic, knee: KneeVisit) -> None:
    sessions = needled(clinic, knee, removed=8)
    with pytest.raises(ChartTrouble, match="More needles came out"):
        sessions.close(knee.visit_id)
    with pytest.raises(ChartTrouble, match="Write why"):
        sessions.one_more_in(knee.visit_id, 1)
    sessions.count_in(knee.visit_id, 8, NEEDLES, "Two tries at SP9.")
    closed = sessions.close(knee.visit_id)
    assert closed.corrections[0].reason == "Two tries at SP9."
    assert closed.corrections[0].by == clinic.owner.user.id


def test_the_audit_trail_holds_no_words_of_a_reason(clinic: StaffedClinic, knee: KneeVisit) -> None:
    sessions = needled(clinic, knee, removed=8)
    sessions.count_in(knee.visit_id, 8, NEEDLES, "Mara moved her leg.")
    with clinic.owner.records.work() as work:
        trail = [f"{event.act} {event.detail}" for event in work.audit.all()]
    assert any(entry.startswith("needles.counted_in") for entry in trail)
    assert not any("Mara" in entry for entry in trail)


def test_an_explained_needle_closes_and_can_be_taken_back(clinic: StaffedClinic, knee: KneeVisit) -> None:
    sessions = needled(clinic, knee, removed=6)
    sessions.settle(knee.visit_id, Fate.FOUND, 1, "On the towel.")
    assert sessions.take_back(knee.visit_id, 0).missing == 1
    sessions.settle(knee.visit_id, Fate.FELL_OUT, 1, "On the floor, thrown away.")
    assert sessions.close(knee.visit_id).state is SessionState.CLOSED


def test_a_running_session_outlives_the_program(clinic: StaffedClinic, knee: KneeVisit) -> None:
    sessions = Sessions(clinic.owner)
    sessions.prepare(knee.visit_id, "Room 2")
    sessions.begin(knee.visit_id)
    sessions.count_in(knee.visit_id, 7, 0)
    before = sessions.retain(knee.visit_id, 20)
    clinic.owner.records.close()
    forward(clinic, minutes=5)
    again = clinic.door.unlock(clinic.owner.user.id, OWNER_PASSPHRASE)
    (card,) = Sessions(again).rooms()
    assert card.session == before
    assert card.session.left(clinic.clock.now()) == timedelta(minutes=15)
    again.records.close()


def test_the_desk_sees_rooms_and_clocks_and_no_count(clinic: StaffedClinic, knee: KneeVisit) -> None:
    needled(clinic, knee, removed=3)
    (card,) = Sessions(clinic.desk).rooms()
    assert (card.session.room, card.number, card.flags) == ("Room 2", 2, ())
    assert (card.session.count_in, card.session.count_out, card.session.expected) == (0, 0, 0)
    (seen,) = (c for c in Today(clinic.desk).board(clinic.clock.today()) if c.visit_id == knee.visit_id)
    assert seen.session is not None
    assert seen.session.count_in == 0


def test_the_desk_may_silence_and_nothing_else(clinic: StaffedClinic, knee: KneeVisit) -> None:
    needled(clinic, knee)
    desk = Sessions(clinic.desk)
    assert desk.silence(knee.visit_id).count_in == 0
    for act in (
        lambda: desk.bedside(knee.visit_id),
        lambda: desk.one_more_out(knee.visit_id, 1),
        lambda: desk.one_more_in(knee.visit_id, 1, "why"),
        lambda: desk.take_back(knee.visit_id, 0),
        lambda: desk.call_off(knee.visit_id, "why"),
        lambda: desk.close(knee.visit_id),
        lambda: Plans(clinic.desk).sheet(knee.visit_id),
    ):
        with pytest.raises(NotAllowed):
            act()
    assert Sessions(clinic.owner).rooms()[0].session.count_in == NEEDLES


def test_a_room_taken_from_the_clinic_comes_last(clinic: StaffedClinic, knee: KneeVisit) -> None:
    needled(clinic, knee, room="Room 3")
    other = knee_visit(clinic.owner)
    needled(clinic, other, room="Room 1")
    assert [card.number for card in Sessions(clinic.owner).rooms()] == [1, 3]


def test_a_signed_visit_is_not_needled_again(clinic: StaffedClinic, knee: KneeVisit) -> None:
    sessions = needled(clinic, knee, removed=NEEDLES)
    sessions.close(knee.visit_id)
    notes = Notes(clinic.owner)
    notes.record_reactions(knee.visit_id, Reactions(answered=True), Reactions())
    notes.sign(knee.visit_id, OWNER_PASSPHRASE)
    for act in (sessions.begin, sessions.remove, sessions.pause, sessions.close):
        with pytest.raises(ChartTrouble):
            act(knee.visit_id)
    assert sessions.bedside(knee.visit_id).signed
