"""Caution rules the clinic changed, and prescriptions saved under a name."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0001"


def upgrade() -> None:
    """Makes both tables. What a needling holds more than before is kept within the visit and has defaults."""
    op.create_table(
        "rule_changes",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("replaces", sa.Text(), nullable=False),
        sa.Column("rule", sa.JSON(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["by"], ["users.id"], name="fk_rule_changes_by"),
        sa.PrimaryKeyConstraint("id", name="pk_rule_changes"),
    )
    op.create_index(
        "ix_rule_changes_replaces",
        "rule_changes",
        ["replaces"],
        unique=True,
        sqlite_where=sa.text("replaces <> ''"),
    )
    op.create_table(
        "saved_prescriptions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("shared", sa.Boolean(), nullable=False),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("rows", sa.JSON(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("name <> ''", name="ck_saved_prescriptions_name"),
        sa.ForeignKeyConstraint(["by"], ["users.id"], name="fk_saved_prescriptions_by"),
        sa.PrimaryKeyConstraint("id", name="pk_saved_prescriptions"),
    )
    op.create_index("ix_saved_prescriptions_by", "saved_prescriptions", ["by"])
