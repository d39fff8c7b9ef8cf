"""Keys of records: time-ordered UUIDs (RFC 9562, version 7), so that rows lie in the order they were made."""

from uuid import UUID

import uuid6


def new_id() -> UUID:
    """A fresh key."""
    return UUID(int=uuid6.uuid7().int)
