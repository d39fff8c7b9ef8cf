"""A clinic of the first schema, with sessions in it, comes up to this one and loses nothing."""

from collections.abc import Mapping
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, text

from acuchart.clinic import session as rules
from acuchart.clinic.clock import HandClock
from acuchart.clinic.session import Fate, SessionState
from acuchart.clinic.trouble import ChartTrouble
from acuchart.records.cipher import connect, make_database
from acuchart.records.engine import make_engine
from acuchart.records.schema import MIGRATIONS, NUMBERS
from acuchart.records.work import Records
from tests.helpers.records import MORNING

KEY = bytes(range(32))
ONE, TWO, THREE = (f"{n:032x}" for n in (1, 2, 3))
BY = "00000000-0000-0000-0000-000000000001"
TOLD = (
    '[{"fate": "left_in", "needles": 1, "words": "Stays for the week.", '
    f'"by": "{BY}", "at": "2026-11-20T09:00:00+00:00", '
    '"point": "ST36", "consent": true, "remove_on": "2026-11-24"}]'
)
AT = "2026-11-20 09:00:00.000000"


@pytest.fixture
def first_schema(tmp_path: Path) -> Path:
    """A database of schema 0001: one session at rest, one closed with a needle left in, one coming out."""
    make_database(tmp_path, KEY)
    engine = make_engine(tmp_path, KEY)
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
    with engine.begin() as connection:
        for table, given in PARENTS:
            _fill(connection, table, given)
        for statement in STATEMENTS:
            connection.exec_driver_sql(statement)
    engine.dispose()
    return tmp_path


def _fill(connection: Connection, table: str, given: Mapping[str, object]) -> None:
    """A row with what is given, and something plain in every other column that may not be empty."""
    plain = {"INTEGER": 0, "JSON": "{}", "DATETIME": AT, "DATE": "1985-04-02"}
    columns = connection.exec_driver_sql(f"PRAGMA table_info({table})").all()
    row = {name: plain.get(kind, "") for _n, name, kind, needed, *_rest in columns if needed} | dict(given)
    names = ", ".join(f'"{name}"' for name in row)
    marks = ", ".join("?" for _name in row)
    connection.exec_driver_sql(
        f"INSERT INTO {table} ({names}) VALUES ({marks})",  # noqa: S608 - names of the schema
        tuple(row.values()),
    )


PARENTS: tuple[tuple[str, Mapping[str, object]], ...] = (
    ("users", {"id": ONE, "role": "owner"}),
    ("patients", {"id": ONE, "given": "Mara", "number": "P-1", "sex": "female"}),
    ("courses", {"id": ONE, "patient_id": ONE, "mechanism": "not_assessed"}),
    *(
        ("visits", {"id": key, "patient_id": ONE, "course_id": ONE, "number": n, "practitioner_id": ONE})
        for n, key in enumerate((ONE, TWO, THREE), start=1)
    ),
)


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
        (gone,) = work.needles_taken_out.all()
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


def test_that_a_statement_was_refused_is_said_in_a_sentence(first_schema: Path) -> None:
    records = Records.open(first_schema, KEY, HandClock(MORNING))
    with pytest.raises(ChartTrouble, match="not those counted in"), records.work() as work:
        work.sessions.session.execute(text("UPDATE sessions SET state = 'closed' WHERE state = 'retention'"))
    records.close()
