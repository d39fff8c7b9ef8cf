"""What patients went home with is found by an index; an issued plan keeps the points it was made for."""

import sqlalchemy as sa
from alembic import op

from acuchart.records.migrations import guards_0006

revision = "0006"
down_revision = "0005"

_SETTLED = "instr(settlements, '\"left_in\"') > 0"
_STAYS = "instr(prescription, '\"press_needle\"') + instr(prescription, '\"ear_seed\"') > 0"


def upgrade() -> None:
    """Nothing that is kept changes; of plans issued earlier nobody knows the points."""
    op.create_index("ix_sessions_left_in", "sessions", ["id"], unique=False, sqlite_where=sa.text(_SETTLED))
    op.create_index("ix_visits_stays", "visits", ["id"], unique=False, sqlite_where=sa.text(_STAYS))
    op.create_table(
        "issued_points",
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("points", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["plan_id"], ["plans.id"], name="fk_issued_points_plan_id"),
        sa.PrimaryKeyConstraint("plan_id", name="pk_issued_points"),
    )
    for statement in guards_0006.TRIGGERS:
        op.execute(statement)
