"""Any change to the trail shows."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from acuchart.clinic.audit import START, AuditEvent, digest, first_broken
from acuchart.clinic.ids import new_id

AT = datetime(2026, 11, 20, 14, 15, tzinfo=UTC)


def trail(acts: list[str]) -> list[AuditEvent]:
    events: list[AuditEvent] = []
    before = START
    for place, act in enumerate(acts, 1):
        bare = AuditEvent(place, AT + timedelta(seconds=place), new_id(), act, "A-0001", "", "")
        events.append(replace(bare, digest=digest(bare, before)))
        before = events[-1].digest
    return events


acts = st.lists(st.sampled_from(["chart.opened", "visit.signed", "plan.printed"]), min_size=2, max_size=8)


@given(acts)
def test_an_untouched_trail_is_whole(given_acts: list[str]) -> None:
    assert first_broken(trail(given_acts)) is None


@given(acts, st.data())
def test_a_changed_field_is_found_at_its_place(given_acts: list[str], data: st.DataObject) -> None:
    events = trail(given_acts)
    place = data.draw(st.integers(0, len(events) - 1))
    event = events[place]
    changed = (
        replace(event, act="chart.closed"),
        replace(event, record_number="A-0002"),
        replace(event, detail="2"),
        replace(event, at=AT),
        replace(event, user_id=None),
        replace(event, digest="0" * 64),
    )
    events[place] = data.draw(st.sampled_from(changed))
    assert first_broken(events) == events[place]


@given(acts, st.data())
def test_a_missing_or_moved_event_is_found(given_acts: list[str], data: st.DataObject) -> None:
    events = trail(given_acts)
    place = data.draw(st.integers(0, len(events) - 2))
    assert first_broken(events[:place] + events[place + 1 :]) is not None
    events[place], events[place + 1] = events[place + 1], events[place]
    assert first_broken(events) is not None
