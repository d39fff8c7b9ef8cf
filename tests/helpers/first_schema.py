"""A database of the first schema, as a clinic of long ago left it."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from acuchart.records.cipher import make_database
from acuchart.records.engine import make_engine
from acuchart.records.schema import MIGRATIONS

KEY = bytes(range(32))
ONE, TWO, THREE = (f"{n:032x}" for n in (1, 2, 3))
"""Ids: of the owner, the patient and the course the first, of the three visits all of them."""
AT = "2026-11-20 09:00:00.000000"
PARENTS: tuple[tuple[str, Mapping[str, object]], ...] = (
    ("users", {"id": ONE, "role": "owner"}),
    ("patients", {"id": ONE, "given": "Mara", "number": "P-1", "sex": "female"}),
    ("courses", {"id": ONE, "patient_id": ONE, "mechanism": "not_assessed"}),
    *(
        ("visits", {"id": key, "patient_id": ONE, "course_id": ONE, "number": n, "practitioner_id": ONE})
        for n, key in enumerate((ONE, TWO, THREE), start=1)
    ),
)


def make_first_schema(folder: Path, statements: Iterable[str]) -> None:
    """Makes the database of schema 0001 with one patient of three visits, and runs statements on it."""
    make_database(folder, KEY)
    engine = make_engine(folder, KEY)
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
    with engine.begin() as connection:
        for table, given in PARENTS:
            _fill(connection, table, given)
        for statement in statements:
            connection.exec_driver_sql(statement)
    engine.dispose()


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
