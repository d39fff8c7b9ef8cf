"""A clinic of the first schema, with sessions in it, comes up to this one and loses nothing."""

import json
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import text

from acuchart.clinic import session as rules
from acuchart.clinic.clock import HandClock
from acuchart.clinic.session import Fate, Round, SessionState
from acuchart.clinic.trouble import ChartTrouble
from acuchart.records.cipher import connect
from acuchart.records.schema import NUMBERS
from acuchart.records.shapes import shaped
from acuchart.records.work import Records
from tests.helpers.first_schema import AT, KEY, ONE, THREE, TWO, make_first_schema
from tests.helpers.records import MORNING

BY = "00000000-0000-0000-0000-000000000001"
TOLD = (
    '[{"fate": "left_in", "needles": 1, "words": "Stays for the week.", '
    f'"by": "{BY}", "at": "2026-11-20T09:00:00+00:00", '
    '"point": "ST36", "consent": true, "remove_on": "2026-11-24"}]'
)


@pytest.fixture
def first_schema(tmp_path: Path) -> Path:
    """One session at rest, one closed with a needle left in, one coming out."""
    make_first_schema(tmp_path, STATEMENTS)
    return tmp_path


def _session(key: str, visit: str, state: str, told: str) -> str:
    return (
        "INSERT INTO sessions (id, visit_id, room, expected, state, count_in, count_out, minutes, "  # noqa: S608 - words of this file
        "begun_at, retained_at, deadline, inserted_by, settlements, corrections, version) VALUES "
        f"('{key}', '{visit}', 'Room 2', 7, '{state}', 7, 6, 20, '{AT}', '{AT}', "
        f"'2026-11-20 09:20:00.000000', '{ONE}', '{told}', '[]', 3)"
    )


STATEMENTS = (
    _session(ONE, ONE, "retention", "[]"),
    _session(TWO, TWO, "closed", TOLD),
    _session(THREE, THREE, "coming_out", TOLD),
    f"INSERT INTO needles_taken_out VALUES ('{ONE}', '{TWO}', 0, '{ONE}', '{AT}')",  # noqa: S608 - words of this file
)


def test_every_session_is_there_as_it_was(first_schema: Path) -> None:
    records = Records.open(first_schema, KEY, HandClock(MORNING))
    with records.work() as work:
        resting = next(s for s in work.sessions.open() if s.state is SessionState.RETENTION)
        (left_in,) = work.sessions.left_in()
        (gone,) = work.needles_taken_out.of_session(UUID(TWO))
    records.close()
    assert (resting.room, resting.count_in, resting.minutes, resting.version) == ("Room 2", 7, 20, 3)
    assert resting.deadline is not None
    assert resting.retained_at == resting.deadline - timedelta(minutes=20)
    assert (resting.stages, resting.zones, resting.rounds, resting.coming) == ((), (), (), ())
    assert (left_in.settlements[0].fate, left_in.settlements[0].round) == (Fate.LEFT_IN, 1)
    assert gone.session_id == left_in.id


def test_a_removal_that_was_going_on_can_be_closed(first_schema: Path) -> None:
    """Six are out and one is settled: the earlier version had no word for that."""
    records = Records.open(first_schema, KEY, HandClock(MORNING))
    with records.work() as work:
        removing = next(s for s in work.sessions.open() if s.state is SessionState.COMING_OUT)
        closed = rules.close(removing, MORNING)
        work.sessions.session.expire_all()
    assert (closed.state, closed.missing) == (SessionState.CLOSED, 0)
    records.close()


def test_the_number_is_the_newest_and_the_guards_stand_again(first_schema: Path) -> None:
    Records.open(first_schema, KEY, HandClock(MORNING)).close()
    with closing(connect(first_schema, KEY)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [(NUMBERS[-1],)]
        names = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
        assert {"sessions_signed_update", "needles_taken_out_kept_delete", "sessions_counted"} <= names
        assert not {name for name in names if name.endswith("_aside")}
        with pytest.raises(sqlcipher.IntegrityError, match="kept"):
            connection.execute("DELETE FROM needles_taken_out")


def test_no_statement_closes_a_room_whose_counts_differ(first_schema: Path) -> None:
    Records.open(first_schema, KEY, HandClock(MORNING)).close()
    with closing(connect(first_schema, KEY)) as connection:
        with pytest.raises(sqlcipher.IntegrityError, match="counts differ"):
            connection.execute("UPDATE sessions SET state = 'closed' WHERE state = 'retention'")
        with pytest.raises(sqlcipher.IntegrityError, match="kept"):
            connection.execute("DELETE FROM sessions WHERE state = 'retention'")
        connection.execute("UPDATE sessions SET state = 'closed' WHERE state = 'coming_out'")


def test_no_statement_makes_a_session_one_that_never_began(first_schema: Path) -> None:
    """It could be taken away then, and the needles with it."""
    Records.open(first_schema, KEY, HandClock(MORNING)).close()
    with closing(connect(first_schema, KEY)) as connection:
        for change in ("state = 'planned'", "begun_at = NULL"):
            with pytest.raises(sqlcipher.IntegrityError, match="kept"):
                connection.execute(f"UPDATE sessions SET {change} WHERE state = 'retention'")  # noqa: S608 - words of this file
        connection.execute("UPDATE sessions SET state = 'coming_out' WHERE state = 'retention'")


def test_that_a_statement_was_refused_is_said_in_a_sentence(first_schema: Path) -> None:
    records = Records.open(first_schema, KEY, HandClock(MORNING))
    with pytest.raises(ChartTrouble, match="not those counted in"), records.work() as work:
        work.sessions.session.execute(text("UPDATE sessions SET state = 'closed' WHERE state = 'retention'"))
    records.close()


def test_a_round_kept_before_places_were_kept_is_read() -> None:
    at = f'"{AT.replace(" ", "T")}+00:00"'
    kept = json.loads(
        '[{"expected": 3, "count_in": 3, "count_out": 3, "settled": 0, "minutes": 20, '
        f'"begun_at": {at}, "retained_at": {at}, "removal_at": {at}, "counted_at": {at}, '
        f'"inserted_by": "{BY}", "removed_by": "{BY}"}}]'
    )
    (past,) = shaped(tuple[Round, ...], kept)
    assert (past.count_in, past.in_at, past.out_at) == (3, (), ())


def test_what_was_left_in_before_is_found_by_the_new_index(tmp_path: Path) -> None:
    statements = [statement for statement in STATEMENTS if "needles_taken_out" not in statement]
    make_first_schema(tmp_path, statements)
    records = Records.open(tmp_path, KEY, HandClock(MORNING))
    with records.work() as work:
        assert [session.id for session in work.sessions.left_in()] == [UUID(TWO)]
        names = {row[0] for row in work.sessions.session.execute(text("SELECT name FROM sqlite_master"))}
    records.close()
    assert {"ix_sessions_left_in", "ix_visits_stays"} <= names
