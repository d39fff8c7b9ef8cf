"""A danger of the whole patient is settled by a written reason of its own."""

import sqlalchemy as sa
from alembic import op

from acuchart.records.migrations import guards_0007

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Makes the table; earlier versions asked for no such reason."""
    op.create_table(
        "kept_dangers",
        sa.Column("visit_id", sa.Uuid(), nullable=False),
        sa.Column("kept", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["visit_id"], ["visits.id"], name="fk_kept_dangers_visit_id"),
        sa.PrimaryKeyConstraint("visit_id", name="pk_kept_dangers"),
    )
    for statement in guards_0007.TRIGGERS:
        op.execute(statement)
