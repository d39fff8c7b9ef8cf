"""The one place that turns what the database engine says into a sentence for a person."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import sqlcipher3.dbapi2 as sqlcipher

from acuchart.clinic.trouble import ChartTrouble
from acuchart.words import N_, _

CANNOT_OPEN = N_("Can't open the database. Your records are not changed.")

_BY_CODE = {
    sqlite3.SQLITE_FULL: N_("The disk is full. Free some space."),
    sqlite3.SQLITE_READONLY: N_("The clinic folder is read-only. Allow AcuChart to write there."),
    sqlite3.SQLITE_PERM: N_("The clinic folder is read-only. Allow AcuChart to write there."),
    sqlite3.SQLITE_IOERR: N_("The disk could not be read or written. Check it."),
    sqlite3.SQLITE_BUSY: N_("Another program is using the records. Try again in a moment."),
    sqlite3.SQLITE_LOCKED: N_("Another program is using the records. Try again in a moment."),
    sqlite3.SQLITE_CORRUPT: N_("The database is damaged. Close AcuChart and restore the last backup."),
    sqlite3.SQLITE_NOTADB: CANNOT_OPEN,
    sqlite3.SQLITE_CANTOPEN: CANNOT_OPEN,
}

_BY_TRIGGER = {
    "signed": N_("A signed visit stays as it is. Add to the note instead."),
    "counts differ": N_("The needles counted out are not those counted in. Count them in the room first."),
    "kept": N_("This was written to stay and can't be changed or erased."),
}


def trouble_of(error: sqlcipher.Error) -> ChartTrouble | None:
    """The trouble behind an error of the engine; None when it is a mistake of the program."""
    code: int = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_CONSTRAINT:
        sentence = _BY_TRIGGER.get(str(error))
    else:
        sentence = _BY_CODE.get(code)
    return None if sentence is None else ChartTrouble(_(sentence))


@contextmanager
def engine_troubles() -> Iterator[None]:
    """Turns errors of the engine inside into troubles where a person can act."""
    try:
        yield
    except sqlcipher.Error as error:
        trouble = trouble_of(error)
        if trouble is None:
            raise
        raise trouble from error
