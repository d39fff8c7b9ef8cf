"""SQLAlchemy on the encrypted database: one connection, owned by the thread that opened it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

from acuchart.records.cipher import database_path, prepare, rekey_database
from acuchart.records.shapes import to_text
from acuchart.records.trouble import engine_troubles, trouble_of


def make_engine(folder: Path, key: bytes) -> Engine:
    """An engine on the database of a clinic folder; nothing is opened yet."""
    engine = create_engine(
        URL.create("sqlite+pysqlite", database=str(database_path(folder))),
        module=sqlcipher,
        connect_args={"check_same_thread": True},
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
        pool_timeout=1,
        hide_parameters=True,
        json_serializer=to_text,
    )

    def unlock(connection: sqlcipher.Connection, _entry: ConnectionPoolEntry) -> None:
        prepare(connection, key)

    # First of all listeners: SQLAlchemy must not read a page before the key is set.
    event.listen(engine, "connect", unlock, insert=True)
    event.listen(engine, "begin", _begin)
    return engine


@contextmanager
def plain_troubles() -> Iterator[None]:
    """Turns errors of the database inside into troubles where a person can act."""
    try:
        with engine_troubles():
            yield
    except DBAPIError as error:
        trouble = trouble_of(error.orig) if isinstance(error.orig, sqlcipher.Error) else None
        if trouble is None:
            raise
        raise trouble from error


def rekey(engine: Engine, new_key: bytes) -> None:
    """Encrypts the database of an engine anew; afterwards its connections are of no use.

    Raises:
        ChartTrouble: The disk is full or the database is in use; the old key still holds.
    """
    with plain_troubles():
        connection = engine.raw_connection()
        try:
            rekey_database(connection.driver_connection, new_key)
        finally:
            connection.invalidate()


def _begin(connection: Connection) -> None:
    # The write lock at once: two windows take turns, and no transaction has to be upgraded half-way.
    connection.exec_driver_sql("BEGIN IMMEDIATE")
