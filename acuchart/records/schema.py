"""The schema of the database file: which number it has, and how it comes up to the newest."""

from pathlib import Path

from sqlalchemy import Connection, Engine, text

from acuchart.clinic.trouble import ChartTrouble
from acuchart.records.trouble import CANNOT_OPEN
from acuchart.words import _

NUMBERS = ("0001", "0003", "0004", "0005", "0006", "0007")
"""Every schema number there ever was, in order; a test holds them against the migrations."""

MIGRATIONS = Path(__file__).resolve().parent / "migrations"


def bring_up(engine: Engine, migrate: bool) -> None:
    """Brings the schema up to the newest in one transaction; refuses an earlier one unless `migrate`.

    Raises:
        ChartTrouble: The schema is newer than this program, foreign, or earlier and may not be migrated.
    """
    with engine.begin() as connection:
        number = schema_number(connection)
        if number == NUMBERS[-1]:
            return
        if number and number not in NUMBERS:
            raise ChartTrouble(
                _("These records were made by a newer AcuChart. Install that version to open them.")
            )
        if not migrate:
            raise ChartTrouble(
                _("These records were made by an earlier AcuChart. Open them once in its window first.")
            )
        _upgrade(connection)


def schema_number(connection: Connection) -> str:
    """The schema number of a database, empty for one without any table.

    Raises:
        ChartTrouble: It holds something else than records.
    """
    tables = set(connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'")).scalars())
    if not tables:
        return ""
    if "alembic_version" not in tables:
        raise ChartTrouble(_(CANNOT_OPEN))
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalars().first() or ""


def _upgrade(connection: Connection) -> None:
    # Imported only when there is something to migrate: it takes a fifth of a second.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
