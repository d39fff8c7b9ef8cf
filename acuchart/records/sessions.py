"""Needling sessions."""

from uuid import UUID

from acuchart.clinic.session import Session, SessionState
from acuchart.records.shelf import ChangingShelf
from acuchart.records.tables import SessionRow


class Sessions(ChangingShelf[Session]):
    """Sessions, one for a visit at most."""

    row = SessionRow
    kind = Session

    def of_visit(self, visit_id: UUID) -> Session | None:
        """The session of a visit; None when none was planned."""
        found = self.where(SessionRow.visit_id == visit_id, order=(SessionRow.id,))
        return found[0] if found else None

    def open(self) -> tuple[Session, ...]:
        """Sessions that are not closed, planned ones included, by room."""
        return self.where(SessionRow.state != SessionState.CLOSED, order=(SessionRow.room, SessionRow.id))
