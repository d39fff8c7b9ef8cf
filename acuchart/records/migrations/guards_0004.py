"""What SQLite itself guards of a session: a room is closed only when every needle of it is accounted for.

The words after ABORT are read by `records.trouble`.
"""

_SETTLED = """(SELECT coalesce(sum(json_extract(told.value, '$.needles')), 0)
        FROM json_each(new.settlements) AS told
        WHERE coalesce(json_extract(told.value, '$.round'), 1) = json_array_length(new.rounds) + 1)"""

SESSIONS = (
    f"""CREATE TRIGGER sessions_counted BEFORE UPDATE ON sessions
WHEN new.state = 'closed' AND old.state <> 'closed' AND new.count_in <> new.count_out + {_SETTLED} BEGIN
    SELECT RAISE(ABORT, 'counts differ');
END""",
    """CREATE TRIGGER sessions_stay BEFORE DELETE ON sessions WHEN old.state <> 'planned' BEGIN
    SELECT RAISE(ABORT, 'kept');
END""",
)

EVENTS = (
    """CREATE TRIGGER adverse_events_kept_delete BEFORE DELETE ON adverse_events BEGIN
    SELECT RAISE(ABORT, 'kept');
END""",
    """CREATE TRIGGER adverse_events_kept_update BEFORE UPDATE ON adverse_events
WHEN new.id <> old.id OR new.visit_id <> old.visit_id OR new.kind <> old.kind OR new.severity <> old.severity
    OR new.done <> old.done OR new."by" <> old."by" OR new.at <> old.at
    OR new.follow_up_on IS NOT old.follow_up_on OR old.followed_up_at IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'kept');
END""",
)

TRIGGERS = (*SESSIONS, *EVENTS)
