"""Reactions and calls survive the way into the records and back, in every field."""

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from acuchart.clinic.adverse import AdverseEvent, Severity
from acuchart.clinic.ids import new_id
from acuchart.clinic.room_calls import RoomCall
from acuchart.clinic.visit import Reaction
from acuchart.records.work import Records
from tests.helpers.records import Chart, FreshClinic, open_chart, tried

WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)
INSTANTS = st.datetimes(timezones=st.just(UTC))
ONCE_A_CLINIC = settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def events(chart: Chart) -> st.SearchStrategy[AdverseEvent]:
    """Reactions of a chart's visit, asked about again or not."""
    me = st.just(chart.user.id)
    return st.builds(
        AdverseEvent,
        id=st.builds(new_id),
        visit_id=st.just(chart.visit.id),
        kind=st.sampled_from(Reaction),
        severity=st.sampled_from(Severity),
        done=WORDS,
        by=me,
        at=INSTANTS,
        follow_up_on=st.none() | st.dates(),
        followed_up_at=st.none() | INSTANTS,
        followed_up_by=st.none() | me,
    )


@ONCE_A_CLINIC
@given(st.data())
def test_reactions(clinic: FreshClinic, records: Records, data: st.DataObject) -> None:
    with tried(records) as work:
        chart = open_chart(work, clinic.owner)
        event: AdverseEvent = data.draw(events(chart))
        assert work.adverse_events.add(event) == event
        work.adverse_events.session.expire_all()
        assert work.adverse_events.of_visit(chart.visit.id) == (event,)
        assert work.adverse_events.to_follow_up() == ((event,) if event.open else ())


@ONCE_A_CLINIC
@given(room=WORDS, at=INSTANTS, answered=st.none() | INSTANTS)
def test_calls(
    clinic: FreshClinic, records: Records, room: str, at: datetime, answered: datetime | None
) -> None:
    with tried(records) as work:
        call = RoomCall(new_id(), room, clinic.owner.id, at)
        assert work.room_calls.add(call) == call
        assert work.room_calls.open() == (call,)
        gone = work.room_calls.change(replace(call, answered_by=clinic.owner.id, answered_at=answered))
        work.room_calls.session.expire_all()
        assert work.room_calls.get(call.id) == gone
        assert work.room_calls.open() == (() if answered else (gone,))
