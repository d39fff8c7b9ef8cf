"""Every state of a session by its name, rounds, stages and zones; reactions; calls to a room."""

from typing import Any, Final

import sqlalchemy as sa
from alembic import op

from acuchart.records.migrations import guards_0001, guards_0004

revision = "0004"
down_revision = "0003"

_WORD: Final[dict[str, Any]] = {"native_enum": False, "create_constraint": True, "length": 32}
_STATES = (
    "planned",
    "going_in",
    "retention",
    "stage_due",
    "time_up",
    "coming_out",
    "counted",
    "closed",
)
_REACTIONS = (
    "bruise",
    "bleeding",
    "pain",
    "faint",
    "tiredness",
    "stuck_needle",
    "broken_needle",
    "skin_mark",
    "burn",
    "pneumothorax",
    "other",
)
_LATER = ("coming", "rounds", "stages", "zones", "in_at", "out_at")
_KEPT = (
    "id, visit_id, room, expected, state, count_in, count_out, minutes, begun_at, retained_at, deadline, "
    "paused_at, removal_at, closed_at, inserted_by, removed_by, silenced_until, settlements, corrections, "
    "version"
)


def upgrade() -> None:
    """The words a state may have are written into the table itself, so sessions move to a new one."""
    _aside()
    op.drop_index("ix_sessions_state", "sessions")
    op.drop_table("sessions")
    _sessions()
    _back()
    _adverse_events()
    _room_calls()
    guards = (guard for guard in guards_0001.TRIGGERS if _guards_a_session(guard))
    for statement in (*guards, *guards_0004.TRIGGERS):
        op.execute(statement)


def _guards_a_session(statement: str) -> bool:
    return " ON sessions " in statement or " ON needles_taken_out " in statement


def _aside() -> None:
    """Puts the rows aside; those that point at a session first, and without the guards that keep them."""
    for act in ("update", "delete"):
        op.execute(f"DROP TRIGGER needles_taken_out_kept_{act}")
    op.execute("CREATE TABLE sessions_aside AS SELECT * FROM sessions")
    op.execute("CREATE TABLE needles_taken_out_aside AS SELECT * FROM needles_taken_out")
    op.execute("DELETE FROM needles_taken_out")


def _back() -> None:
    new, empty = ", ".join(_LATER), ", ".join("'[]'" for _column in _LATER)
    move = f"INSERT INTO sessions ({_KEPT}, {new}) SELECT {_KEPT}, {empty} FROM sessions_aside"  # noqa: S608 - names of this file
    op.execute(move)
    op.execute("INSERT INTO needles_taken_out SELECT * FROM needles_taken_out_aside")
    op.drop_table("sessions_aside")
    op.drop_table("needles_taken_out_aside")


def _sessions() -> None:
    op.create_table(
        "sessions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("visit_id", sa.Uuid(), nullable=False),
        sa.Column("room", sa.Text(), nullable=False),
        sa.Column("expected", sa.Integer(), nullable=False),
        sa.Column("state", sa.Enum(*_STATES, name="ck_sessions_state", **_WORD), nullable=False),
        sa.Column("count_in", sa.Integer(), nullable=False),
        sa.Column("count_out", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("begun_at", sa.DateTime(), nullable=True),
        sa.Column("retained_at", sa.DateTime(), nullable=True),
        sa.Column("deadline", sa.DateTime(), nullable=True),
        sa.Column("paused_at", sa.DateTime(), nullable=True),
        sa.Column("removal_at", sa.DateTime(), nullable=True),
        sa.Column("closed_at", sa.DateTime(), nullable=True),
        sa.Column("inserted_by", sa.Uuid(), nullable=True),
        sa.Column("removed_by", sa.Uuid(), nullable=True),
        sa.Column("silenced_until", sa.DateTime(), nullable=True),
        sa.Column("settlements", sa.JSON(), nullable=False),
        sa.Column("corrections", sa.JSON(), nullable=False),
        sa.Column("counted_at", sa.DateTime(), nullable=True),
        *(sa.Column(name, sa.JSON(), nullable=False) for name in _LATER),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("expected >= 0 AND count_in >= 0 AND count_out >= 0", name="ck_sessions_counts"),
        sa.ForeignKeyConstraint(["inserted_by"], ["users.id"], name="fk_sessions_inserted_by"),
        sa.ForeignKeyConstraint(["removed_by"], ["users.id"], name="fk_sessions_removed_by"),
        sa.ForeignKeyConstraint(["visit_id"], ["visits.id"], name="fk_sessions_visit_id"),
        sa.PrimaryKeyConstraint("id", name="pk_sessions"),
        sa.UniqueConstraint("visit_id", name="uq_sessions_visit_id"),
    )
    op.create_index("ix_sessions_state", "sessions", ["state"], unique=False)


def _adverse_events() -> None:
    severities = ("mild", "moderate", "severe")
    op.create_table(
        "adverse_events",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("visit_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Enum(*_REACTIONS, name="ck_adverse_events_kind", **_WORD), nullable=False),
        sa.Column(
            "severity", sa.Enum(*severities, name="ck_adverse_events_severity", **_WORD), nullable=False
        ),
        sa.Column("done", sa.Text(), nullable=False),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("follow_up_on", sa.Date(), nullable=True),
        sa.Column("followed_up_at", sa.DateTime(), nullable=True),
        sa.Column("followed_up_by", sa.Uuid(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["by"], ["users.id"], name="fk_adverse_events_by"),
        sa.ForeignKeyConstraint(["followed_up_by"], ["users.id"], name="fk_adverse_events_followed_up_by"),
        sa.ForeignKeyConstraint(["visit_id"], ["visits.id"], name="fk_adverse_events_visit_id"),
        sa.PrimaryKeyConstraint("id", name="pk_adverse_events"),
    )
    for column in ("visit_id", "follow_up_on"):
        op.create_index(f"ix_adverse_events_{column}", "adverse_events", [column], unique=False)


def _room_calls() -> None:
    op.create_table(
        "room_calls",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("room", sa.Text(), nullable=False),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("answered_by", sa.Uuid(), nullable=True),
        sa.Column("answered_at", sa.DateTime(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["answered_by"], ["users.id"], name="fk_room_calls_answered_by"),
        sa.ForeignKeyConstraint(["by"], ["users.id"], name="fk_room_calls_by"),
        sa.PrimaryKeyConstraint("id", name="pk_room_calls"),
    )
    op.create_index("ix_room_calls_answered_at", "room_calls", ["answered_at"], unique=False)
