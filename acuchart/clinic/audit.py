"""The audit trail: every look, change, print and signature, chained by hashes so that tampering shows.

An event's digest is SHA-256 over its fields as canonical JSON, the digest of the event before it included.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

START = "0" * 64


@dataclass(frozen=True, slots=True)
class AuditEvent:
    """One act.

    Attributes:
        place: Position in the chain, from 1.
        user_id: None for acts of the program itself.
        act: Dotted slug in the past tense, such as ``chart.opened`` or ``plan.printed``.
        record_number: The patient's record number, empty when no chart is meant; never a name.
        detail: Facts that hold no patient's words, such as "2 pages".
    """

    place: int
    at: datetime
    user_id: UUID | None
    act: str
    record_number: str
    detail: str
    digest: str


def digest(event: AuditEvent, before: str) -> str:
    """The digest an event must carry after the event with digest `before`."""
    fields = [
        event.place,
        event.at.isoformat(),
        str(event.user_id or ""),
        event.act,
        event.record_number,
        event.detail,
        before,
    ]
    return hashlib.sha256(json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def first_broken(events: Iterable[AuditEvent]) -> AuditEvent | None:
    """The first event, in order of place, that does not fit the chain; None when it is whole."""
    before, place = START, 1
    for event in events:
        if event.place != place or event.digest != digest(event, before):
            return event
        before, place = event.digest, place + 1
    return None
