"""Every act is chained to the one before, whoever looks at it later."""

from contextlib import closing
from datetime import timedelta, timezone

import pytest

from acuchart.clinic.audit import AuditEvent, first_broken
from acuchart.records.cipher import connect
from acuchart.records.work import Records
from tests.helpers.records import FreshClinic


@pytest.fixture
def trail(clinic: FreshClinic, records: Records) -> tuple[AuditEvent, ...]:
    with records.work() as work:
        work.audit.append(None, "program.started")
        work.audit.append(clinic.owner.id, "chart.opened", "A-0148")
        clinic.clock.forward(timedelta(minutes=1))
        work.audit.append(clinic.owner.id, "plan.printed", "A-0148", "2 pages")
    with records.work() as work:
        return tuple(work.audit.all())


def test_the_chain_is_whole(trail: tuple[AuditEvent, ...]) -> None:
    assert [event.place for event in trail] == [1, 2, 3]
    assert [event.act for event in trail] == ["program.started", "chart.opened", "plan.printed"]
    assert first_broken(trail) is None


def test_the_latest_come_newest_first(trail: tuple[AuditEvent, ...], records: Records) -> None:
    with records.work() as work:
        assert work.audit.latest(2) == (trail[2], trail[1])
        assert work.audit.latest(10) == trail[::-1]


def test_an_act_of_a_clock_in_another_zone_keeps_its_digest(clinic: FreshClinic, records: Records) -> None:
    clinic.clock.instant = clinic.clock.instant.astimezone(timezone(timedelta(hours=9)))
    with records.work() as work:
        work.audit.append(None, "program.started")
    with records.work() as work:
        assert first_broken(work.audit.all()) is None


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE audit_events SET act = 'chart.closed' WHERE place = 2",
        "UPDATE audit_events SET user_id = NULL WHERE place = 2",
        "DELETE FROM audit_events WHERE place = 2",
    ],
)
def test_tampering_below_the_guards_shows(
    clinic: FreshClinic, records: Records, trail: tuple[AuditEvent, ...], tampering: str
) -> None:
    with closing(connect(clinic.folder, clinic.key)) as connection:
        connection.execute("DROP TRIGGER audit_events_kept_update")
        connection.execute("DROP TRIGGER audit_events_kept_delete")
        connection.execute(tampering)
    with records.work() as work:
        assert first_broken(work.audit.all()) is not None


def test_a_long_trail_is_read_in_order(records: Records) -> None:
    with records.work() as work:
        for n in range(1200):
            work.audit.append(None, "look.taken", detail=str(n))
        assert [event.detail for event in work.audit.all()] == [str(n) for n in range(1200)]
