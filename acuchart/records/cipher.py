"""The encrypted database file: made, opened and given another key (SQLCipher with a raw 256-bit key).

Knows no SQLAlchemy, so that the unlock screen need not wait for it.
"""

from contextlib import closing, suppress
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher

from acuchart.clinic.trouble import ChartTrouble
from acuchart.records.files import disk_trouble, disk_troubles
from acuchart.records.trouble import CANNOT_OPEN, engine_troubles
from acuchart.words import _

DATABASE = "records.db"
KEY_BYTES = 32


def database_path(folder: Path) -> Path:
    """Where the database of a clinic folder lies."""
    return folder / DATABASE


def check_there(folder: Path) -> Path:
    """The path of a database that is there, or trouble: the engine would quietly make an empty one."""
    path = database_path(folder)
    try:
        there = path.is_file() and path.stat().st_size > 0
    except OSError as error:
        raise disk_trouble(error) from error
    if not there:
        raise ChartTrouble(_(CANNOT_OPEN))
    return path


def prepare(connection: sqlcipher.Connection, key: bytes) -> None:
    """Unlocks a fresh connection and sets what holds for all of them.

    Raises:
        sqlcipher.DatabaseError: The key does not open the file.
    """
    connection.isolation_level = None
    execute = connection.execute
    execute("PRAGMA cipher_log_level = NONE")
    execute(_key_pragma("key", key))
    execute("SELECT count(*) FROM sqlite_master")
    execute("PRAGMA journal_mode = WAL")
    execute("PRAGMA synchronous = FULL")
    execute("PRAGMA foreign_keys = ON")
    # Without this, INSERT OR REPLACE would slip past the triggers that refuse deletion.
    execute("PRAGMA recursive_triggers = ON")
    execute("PRAGMA cache_size = -64000")


def connect(folder: Path, key: bytes) -> sqlcipher.Connection:
    """A connection to the database of a clinic folder.

    Raises:
        ChartTrouble: The file is missing, foreign, damaged or has another key.
    """
    path = check_there(folder)
    with engine_troubles():
        connection = sqlcipher.connect(str(path))
        try:
            prepare(connection, key)
        except sqlcipher.Error:
            connection.close()
            raise
    return connection


def make_database(folder: Path, key: bytes) -> None:
    """Makes an empty encrypted database.

    Raises:
        ChartTrouble: There is one already, or the folder can't be written.
    """
    path = database_path(folder)
    if path.exists():
        raise ChartTrouble(_("This folder already holds records. Choose another folder."))
    with engine_troubles():
        with disk_troubles():
            path.touch(mode=0o600)
        with closing(sqlcipher.connect(str(path))) as connection:
            prepare(connection, key)


def opens(folder: Path, key: bytes) -> bool:
    """Whether the key opens the database of a clinic folder."""
    try:
        connect(folder, key).close()
    except ChartTrouble:
        return False
    return True


def rekey_database(connection: sqlcipher.Connection, new_key: bytes) -> None:
    """Encrypts the whole database anew, in one transaction.

    Raises:
        ChartTrouble: The disk is full or the database is in use; the old key still holds.
    """
    with engine_troubles():
        connection.execute(_key_pragma("rekey", new_key))
        with suppress(sqlcipher.OperationalError):
            # The new key holds from here on; pages that can't be copied now are copied at the next chance.
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _key_pragma(pragma: str, key: bytes) -> str:
    if len(key) != KEY_BYTES:
        raise ValueError("the data key is 32 bytes")
    # A raw key: SQLCipher then derives nothing from it and opens at once.
    return f"PRAGMA {pragma} = \"x'{key.hex()}'\""
