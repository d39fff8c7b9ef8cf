"""Reactions, and calls to a room."""

from uuid import UUID

from acuchart.clinic.adverse import AdverseEvent
from acuchart.clinic.room_calls import RoomCall
from acuchart.records.shelf import ChangingShelf
from acuchart.records.tables import AdverseEventRow, RoomCallRow


class AdverseEvents(ChangingShelf[AdverseEvent]):
    """Reactions of visits; the database lets none be erased."""

    row = AdverseEventRow
    kind = AdverseEvent

    def of_visit(self, visit_id: UUID) -> tuple[AdverseEvent, ...]:
        """The reactions of a visit, the earliest first."""
        return self.where(
            AdverseEventRow.visit_id == visit_id, order=(AdverseEventRow.at, AdverseEventRow.id)
        )

    def to_follow_up(self) -> tuple[AdverseEvent, ...]:
        """Those somebody still has to ask about, the earliest day first."""
        return self.where(
            AdverseEventRow.follow_up_on.is_not(None),
            AdverseEventRow.followed_up_at.is_(None),
            order=(AdverseEventRow.follow_up_on, AdverseEventRow.id),
        )


class RoomCalls(ChangingShelf[RoomCall]):
    """Calls to a room."""

    row = RoomCallRow
    kind = RoomCall

    def open(self) -> tuple[RoomCall, ...]:
        """Those nobody has answered, the earliest first."""
        return self.where(RoomCallRow.answered_at.is_(None), order=(RoomCallRow.at, RoomCallRow.id))
