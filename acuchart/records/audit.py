"""The audit trail."""

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from acuchart.clinic.audit import START, AuditEvent, digest
from acuchart.clinic.clock import Clock
from acuchart.records.shapes import utc
from acuchart.records.tables import AuditRow

_AT_A_TIME = 1000


class Audit:
    """Acts in the order they were done, each chained to the one before."""

    def __init__(self, session: Session, clock: Clock) -> None:
        self.session = session
        self.clock = clock

    def append(self, user_id: UUID | None, act: str, record_number: str = "", detail: str = "") -> AuditEvent:
        """Writes the next act; `user_id` is None for acts of the program itself."""
        last = next(iter(self.latest(1)), None)
        place, before = (1, START) if last is None else (last.place + 1, last.digest)
        event = AuditEvent(place, utc(self.clock.now()), user_id, act, record_number, detail, digest="")
        event = replace(event, digest=digest(event, before))
        row = AuditRow()
        row.take(event)
        self.session.add(row)
        self.session.flush()
        return event

    def latest(self, n: int) -> tuple[AuditEvent, ...]:
        """The last `n` acts, the newest first."""
        rows = self.session.scalars(select(AuditRow).order_by(AuditRow.place.desc()).limit(n))
        return tuple(row.give(AuditEvent) for row in rows)

    def all(self) -> Iterator[AuditEvent]:
        """Every act in order of place, read a thousand at a time."""
        rows = self.session.scalars(
            select(AuditRow).order_by(AuditRow.place), execution_options={"yield_per": _AT_A_TIME}
        )
        return (row.give(AuditEvent) for row in rows)
