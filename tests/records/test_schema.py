"""Migrations build the schema of the models, and files of other versions are told apart."""

import subprocess
import sys
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine
from sqlalchemy.exc import OperationalError

from acuchart.clinic.trouble import ChartTrouble
from acuchart.records.cipher import connect, make_database
from acuchart.records.migrations import guards_0001, guards_0004, guards_0006, guards_0007, search_0001
from acuchart.records.schema import MIGRATIONS, NUMBERS
from acuchart.records.tables import SCHEMA
from acuchart.records.work import Records
from tests.helpers.records import FreshClinic

Statements = Mapping[str, str]


def _statements(connection: sqlcipher.Connection) -> Statements:
    """Name and statement of every table, index and trigger, in one spelling."""
    rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return {name: _ordered(" ".join(statement.split())) for name, statement in rows}


def _ordered(statement: str) -> str:
    # Constraints of a table may come in any order; nothing else of a statement may differ.
    head, separator, rest = statement.partition(" CONSTRAINT ")
    return (
        head
        + separator
        + " CONSTRAINT ".join(sorted(part.rstrip(" ,)") for part in rest.split(" CONSTRAINT ")))
    )


def test_migrations_build_the_schema_of_the_models(clinic: FreshClinic) -> None:
    with closing(connect(clinic.folder, clinic.key)) as connection:
        migrated = dict(_statements(connection))
    models = create_engine("sqlite://")
    with models.begin() as connection_of_models:
        SCHEMA.create_all(connection_of_models)
        for statement in (
            *search_0001.TABLES,
            *search_0001.TRIGGERS,
            *guards_0001.TRIGGERS,
            *guards_0004.TRIGGERS,
            *guards_0006.TRIGGERS,
            *guards_0007.TRIGGERS,
        ):
            connection_of_models.exec_driver_sql(statement)
        wanted = _statements(connection_of_models.connection.driver_connection)
    models.dispose()
    del migrated["alembic_version"]
    assert migrated == wanted


def test_the_comparison_sees_a_missing_constraint() -> None:
    whole = (
        "CREATE TABLE a ( b TEXT NOT NULL, CONSTRAINT pk_a PRIMARY KEY (b), CONSTRAINT ck_a CHECK (b <> ''))"
    )
    assert _ordered(whole) != _ordered(whole.replace(", CONSTRAINT ck_a CHECK (b <> '')", ""))


def test_every_constraint_has_a_name() -> None:
    for table in SCHEMA.tables.values():
        assert all(constraint.name for constraint in table.constraints), table.name


def test_the_numbers_are_those_of_the_migrations() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    revisions = list(ScriptDirectory.from_config(config).walk_revisions())
    assert tuple(revision.revision for revision in reversed(revisions)) == NUMBERS


def test_a_newer_schema_is_refused_and_left_alone(clinic: FreshClinic) -> None:
    with closing(connect(clinic.folder, clinic.key)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(ChartTrouble, match="newer AcuChart"):
        clinic.open()
    with closing(connect(clinic.folder, clinic.key)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [("9999",)]


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    key = bytes(range(32))
    make_database(tmp_path, key)
    with closing(connect(tmp_path, key)) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    with pytest.raises(ChartTrouble, match="Can't open the database"):
        Records.open(tmp_path, key, None)  # type: ignore[arg-type] # no clock is asked for on this way


def test_an_earlier_schema_may_be_refused_and_is_left_alone(clinic: FreshClinic, tmp_path: Path) -> None:
    key = bytes(range(32))
    make_database(tmp_path, key)
    with pytest.raises(ChartTrouble, match="earlier AcuChart"):
        Records.open(tmp_path, key, clinic.clock, migrate=False)
    with closing(connect(tmp_path, key)) as connection:
        assert connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)


def test_a_migration_that_fails_leaves_nothing_behind(clinic: FreshClinic, tmp_path: Path) -> None:
    key = bytes(range(32))
    make_database(tmp_path, key)
    in_the_way = ("CREATE TABLE alembic_version (version_num TEXT)", "CREATE TABLE sessions (id TEXT)")
    with closing(connect(tmp_path, key)) as connection:
        for statement in in_the_way:
            connection.execute(statement)
    with pytest.raises(OperationalError, match="already exists"):
        Records.open(tmp_path, key, clinic.clock)
    with closing(connect(tmp_path, key)) as connection:
        assert connection.execute("SELECT sql FROM sqlite_master").fetchall() == [(s,) for s in in_the_way]


def test_alembic_is_not_imported_when_the_schema_is_the_newest(clinic: FreshClinic) -> None:
    program = f"""
import pathlib, sys
from acuchart.clinic.clock import SystemClock
from acuchart.records.work import Records
Records.open(pathlib.Path({str(clinic.folder)!r}), bytes.fromhex({clinic.key.hex()!r}), SystemClock()).close()
assert "alembic" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)


def test_the_unlock_screen_needs_no_sqlalchemy() -> None:
    program = "import sys, acuchart.records.vault; assert 'sqlalchemy' not in sys.modules"
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)
