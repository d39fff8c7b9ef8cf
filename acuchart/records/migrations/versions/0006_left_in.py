"""What patients went home with is found by an index."""

from alembic import op
from sqlalchemy import text

revision = "0006"
down_revision = "0005"

_SETTLED = "instr(settlements, '\"left_in\"') > 0"
_STAYS = "instr(prescription, '\"press_needle\"') + instr(prescription, '\"ear_seed\"') > 0"


def upgrade() -> None:
    """Makes the indexes; nothing that is kept changes."""
    op.create_index("ix_sessions_left_in", "sessions", ["id"], unique=False, sqlite_where=text(_SETTLED))
    op.create_index("ix_visits_stays", "visits", ["id"], unique=False, sqlite_where=text(_STAYS))
