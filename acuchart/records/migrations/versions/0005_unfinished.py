"""Forms that are not handed in yet."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Makes the table; earlier versions kept nothing of the kind."""
    op.create_table(
        "unfinished_forms",
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("typed", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["by"], ["users.id"], name="fk_unfinished_forms_by"),
        sa.PrimaryKeyConstraint("by", "kind", "about", name="pk_unfinished_forms"),
    )
