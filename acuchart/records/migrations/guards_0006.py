"""What SQLite itself guards besides: a session that began stays begun, and what a plan was made for stands.

The words after ABORT are read by `records.trouble`.
"""

SESSIONS = (
    """CREATE TRIGGER sessions_begun BEFORE UPDATE ON sessions
WHEN old.begun_at IS NOT NULL AND (new.begun_at IS NULL OR new.state = 'planned') BEGIN
    SELECT RAISE(ABORT, 'kept');
END""",
)

PLANS = tuple(
    f"""CREATE TRIGGER issued_points_kept_{act.lower()} BEFORE {act} ON issued_points BEGIN
    SELECT RAISE(ABORT, 'kept');
END"""
    for act in ("UPDATE", "DELETE")
)

TRIGGERS = (*SESSIONS, *PLANS)
