"""Reactions at the table, and calls to a room."""

from datetime import timedelta

import pytest

from acuchart.charting.calls import RoomCalls
from acuchart.charting.clocks import Clocks
from acuchart.charting.note import Notes
from acuchart.charting.session import Sessions
from acuchart.clinic.adverse import Severity
from acuchart.clinic.clock import HandClock
from acuchart.clinic.flags import Flag, FlagKind, FlagState
from acuchart.clinic.session import Spot
from acuchart.clinic.trouble import ChartTrouble
from acuchart.clinic.visit import Reaction
from tests.helpers.clinic import StaffedClinic
from tests.helpers.knee_visit import KneeVisit, knee_visit

DONE = "Pressed for two minutes, told the patient."


@pytest.fixture
def knee(clinic: StaffedClinic) -> KneeVisit:
    made = knee_visit(clinic.owner)
    sessions = Sessions(clinic.owner)
    sessions.prepare(made.visit_id, "Room 1")
    sessions.begin(made.visit_id)
    return made


def test_a_reaction_stands_in_the_note(clinic: StaffedClinic, knee: KneeVisit) -> None:
    sessions = Sessions(clinic.owner)
    sessions.react(knee.visit_id, Reaction.BRUISE, Severity.MILD, DONE)
    sessions.react(knee.visit_id, Reaction.FAINT, Severity.MILD, "Needles out, lay flat, ten minutes.")
    reactions = Notes(clinic.owner).read(knee.visit_id).chart.visit.reactions
    assert reactions.answered
    assert reactions.kinds == (Reaction.BRUISE, Reaction.FAINT)
    assert DONE in reactions.words
    with clinic.owner.records.work() as work:
        assert [event.kind for event in work.adverse_events.of_visit(knee.visit_id)] == [
            Reaction.BRUISE,
            Reaction.FAINT,
        ]


@pytest.mark.parametrize("done", ["", "   ", "iced it"])
def test_what_was_done_says_something(clinic: StaffedClinic, knee: KneeVisit, done: str) -> None:
    with pytest.raises(ChartTrouble, match="what was done"):
        Sessions(clinic.owner).react(knee.visit_id, Reaction.BURN, Severity.MILD, done)


@pytest.mark.parametrize(
    ("kind", "severity"), [(Reaction.PNEUMOTHORAX, Severity.MILD), (Reaction.PAIN, Severity.SEVERE)]
)
def test_a_serious_one_needs_a_day_on_which_somebody_asks(
    clinic: StaffedClinic, knee: KneeVisit, kind: Reaction, severity: Severity
) -> None:
    with pytest.raises(ChartTrouble, match="which day"):
        Sessions(clinic.owner).react(knee.visit_id, kind, severity, DONE)
    yesterday = clinic.clock.today() - timedelta(days=1)
    with pytest.raises(ChartTrouble, match="in the past"):
        Sessions(clinic.owner).react(knee.visit_id, kind, severity, DONE, yesterday)


def test_it_comes_back_on_its_day_and_goes_when_somebody_asked(
    clinic: StaffedClinic, knee: KneeVisit
) -> None:
    sessions = Sessions(clinic.owner)
    day = clinic.clock.today() + timedelta(days=2)
    sessions.react(knee.visit_id, Reaction.BURN, Severity.MODERATE, DONE, day)
    assert sessions.follow_ups() == ()
    assert isinstance(clinic.clock, HandClock)
    clinic.clock.forward(timedelta(days=2))
    (due,) = sessions.follow_ups()
    assert (due.event.kind, due.overdue) == (Reaction.BURN, False)
    clinic.clock.forward(timedelta(days=1))
    assert sessions.follow_ups()[0].overdue
    sessions.followed_up(due.event.id)
    assert sessions.follow_ups() == ()
    with pytest.raises(ChartTrouble, match="asked already"):
        sessions.followed_up(due.event.id)


def test_no_reaction_is_erased_or_rewritten(clinic: StaffedClinic, knee: KneeVisit) -> None:
    Sessions(clinic.owner).react(knee.visit_id, Reaction.BRUISE, Severity.MILD, DONE)
    for statement in ("DELETE FROM adverse_events", "UPDATE adverse_events SET done = 'nothing'"):
        with pytest.raises(ChartTrouble, match="written to stay"), clinic.owner.records.work() as work:
            work.adverse_events.session.connection().exec_driver_sql(statement)


def test_the_desk_calls_and_those_who_treat_answer(clinic: StaffedClinic) -> None:
    call = RoomCalls(clinic.desk).raise_call("Room 2")
    assert RoomCalls(clinic.desk).raise_call("Room 2") == call
    clocks = Clocks(clinic.owner.records, clinic.bus)
    assert [open_.room for open_ in clocks.calls()] == ["Room 2"]
    RoomCalls(clinic.practitioner).answer(call.id)
    assert clocks.calls() == ()
    with pytest.raises(ChartTrouble, match="on the way"):
        RoomCalls(clinic.owner).answer(call.id)
    with pytest.raises(ChartTrouble, match="no room called"):
        RoomCalls(clinic.desk).raise_call("Cellar")


@pytest.mark.parametrize(
    ("place", "sentence"), [("XX99 R", "no point called XX99"), ("LI4 R", "Settle LI4 first")]
)
def test_a_point_added_at_the_table_meets_the_same_rules(
    clinic: StaffedClinic, knee: KneeVisit, place: str, sentence: str
) -> None:
    with clinic.owner.records.work() as work:
        today = clinic.clock.today()
        work.flags.put(
            knee.patient_id,
            Flag(
                FlagKind.PREGNANCY,
                FlagState.YES,
                "",
                today + timedelta(weeks=18),
                today,
                clinic.owner.user.id,
            ),
        )
    with pytest.raises(ChartTrouble, match=sentence):
        Sessions(clinic.owner).count_in_at(knee.visit_id, (Spot("ST36 L", 1), Spot(place, 1)), 0)


def test_a_point_added_is_kept_with_its_part_of_the_body(clinic: StaffedClinic, knee: KneeVisit) -> None:
    spots = (Spot("ST36 L", 1, "leg"), Spot("LI11 R", 1), Spot("LI11 R", 1))
    counted = Sessions(clinic.owner).count_in_at(knee.visit_id, spots, 0)
    assert counted.in_at == (Spot("ST36 L", 1, "leg"), Spot("LI11 R", 2, "arm"))
    assert counted.count_in == 3


def test_the_day_does_not_end_while_needles_are_in(clinic: StaffedClinic, knee: KneeVisit) -> None:
    for sitting in (clinic.owner, clinic.practitioner, clinic.desk):
        with pytest.raises(ChartTrouble, match="Room 1: count the needles out"):
            Sessions(sitting).end_day()
    Sessions(clinic.owner).call_off(knee.visit_id, "The patient felt unwell.")
    Sessions(clinic.desk).end_day()


def test_what_time_alone_brings_is_written_down(clinic: StaffedClinic, knee: KneeVisit) -> None:
    sessions, clocks = Sessions(clinic.owner), Clocks(clinic.owner.records, clinic.bus)
    sessions.count_in(knee.visit_id, 4, 0)
    sessions.retain(knee.visit_id, 20)
    assert isinstance(clinic.clock, HandClock)
    states: list[str] = []
    acts: list[str] = []
    for _ten in range(2):
        clinic.clock.forward(timedelta(minutes=10))
        clocks.note_time(clinic.clock.now())
        with clinic.owner.records.work() as work:
            states.append(work.sessions.open()[0].state.value)
            acts = [event.act for event in work.audit.all()]
    assert states == ["stage_due", "time_up"]
    assert acts[-2:] == ["session.stage_due", "session.time_up"]
