"""What is written to stay, guarded by SQLite itself: no statement changes or erases it.

The words after ABORT are read by `records.trouble`.
"""

KEPT = ("audit_events", "notes", "addenda", "plans", "needles_taken_out")
"""Tables whose rows never change once they are written."""


_SIGNED_VISITS = "(SELECT id FROM visits WHERE signed_at IS NOT NULL)"


def _kept(table: str, act: str) -> str:
    return f"""CREATE TRIGGER {table}_kept_{act.lower()} BEFORE {act} ON {table} BEGIN
    SELECT RAISE(ABORT, 'kept');
END"""


def signed(table: str, act: str, condition: str) -> str:
    """The guard that refuses an act on the rows of a table that belong to something signed."""
    return f"""CREATE TRIGGER {table}_signed_{act.lower()} BEFORE {act} ON {table} WHEN {condition} BEGIN
    SELECT RAISE(ABORT, 'signed');
END"""


def visit_signed(row: str) -> str:
    """Whether the visit of the old or new row is signed."""
    return f"{row}.visit_id IN {_SIGNED_VISITS}"


TRIGGERS = (
    *(_kept(table, act) for table in KEPT for act in ("UPDATE", "DELETE")),
    *(signed("visits", act, "old.signed_at IS NOT NULL") for act in ("UPDATE", "DELETE")),
    signed("sessions", "INSERT", visit_signed("new")),
    signed("sessions", "UPDATE", f"{visit_signed('old')} OR {visit_signed('new')}"),
    signed("sessions", "DELETE", visit_signed("old")),
)
