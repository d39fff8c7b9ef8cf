"""Needling sessions."""

from uuid import UUID

from sqlalchemy import ColumnElement, literal_column, select

from acuchart.clinic.left_in import ALL_OUT, TakenOut
from acuchart.clinic.session import Session, SessionState
from acuchart.records.left_in_words import NEEDLE_SETTLED, SOMETHING_STAYS
from acuchart.records.shelf import ChangingShelf, KeptShelf
from acuchart.records.tables import SessionRow, TakenOutRow, VisitRow


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

    def left_in(self) -> tuple[Session, ...]:
        """Closed sessions after which something was left in on purpose, but for those all of it is out."""
        stays = select(VisitRow.id).where(literal_column(SOMETHING_STAYS))
        all_out = select(TakenOutRow.session_id).where(TakenOutRow.settlement == ALL_OUT)
        # Each half goes by an index of its own; the state, nearly always closed, would lead to all of them.
        halves: tuple[ColumnElement[bool], ...] = (
            literal_column(NEEDLE_SETTLED),
            SessionRow.visit_id.in_(stays),
        )
        found = {
            session.id: session
            for half in halves
            for session in self.where(half, SessionRow.id.not_in(all_out), order=(SessionRow.id,))
            if session.state is SessionState.CLOSED
        }
        return tuple(found[key] for key in sorted(found))


class NeedlesTakenOut(KeptShelf[TakenOut]):
    """Which needles left in were removed; the database lets none of it be changed."""

    row = TakenOutRow
    kind = TakenOut

    def of_session(self, session_id: UUID) -> tuple[TakenOut, ...]:
        """What of a session was removed, the earliest first."""
        return self.where(TakenOutRow.session_id == session_id, order=(TakenOutRow.at, TakenOutRow.id))
