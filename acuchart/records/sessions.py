"""Needling sessions."""

from uuid import UUID

from sqlalchemy import Text, type_coerce

from acuchart.clinic.left_in import TakenOut
from acuchart.clinic.session import Fate, Session, SessionState
from acuchart.records.shelf import ChangingShelf, KeptShelf
from acuchart.records.tables import SessionRow, TakenOutRow


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
        """Closed sessions with a needle left in on purpose, those taken out since included."""
        # The settlements are kept as JSON; words alone never hold the fate between quotes unescaped.
        told = type_coerce(SessionRow.settlements, Text).contains(f'"{Fate.LEFT_IN}"')
        return self.where(SessionRow.state == SessionState.CLOSED, told, order=(SessionRow.id,))


class NeedlesTakenOut(KeptShelf[TakenOut]):
    """Which needles left in were removed; the database lets none of it be changed."""

    row = TakenOutRow
    kind = TakenOut

    def all(self) -> tuple[TakenOut, ...]:
        """Every removal, the earliest first."""
        return self.where(order=(TakenOutRow.at, TakenOutRow.id))
