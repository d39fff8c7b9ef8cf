"""Calls to a room: the front desk asks that someone go there."""

from dataclasses import replace
from uuid import UUID

from acuchart.charting.sitting import Duty, Transaction, UseCases, use_case
from acuchart.clinic.events import RoomCalled
from acuchart.clinic.ids import new_id
from acuchart.clinic.room_calls import RoomCall
from acuchart.clinic.trouble import ChartTrouble
from acuchart.words import _


class RoomCalls(UseCases):
    """Raised by anybody, answered by those who treat."""

    @use_case(Duty.DESK)
    def raise_call(self, tx: Transaction, room: str) -> RoomCall:
        """Asks that someone go to a room; a second call to the same room is the first one."""
        if room not in tx.work.clinic.get().rooms:
            raise ChartTrouble(_("There is no room called {room}.").format(room=room))
        tx.audit("room.called", detail=room)
        standing = next((call for call in tx.work.room_calls.open() if call.room == room), None)
        if standing is not None:
            return standing
        tx.publish(RoomCalled(room))
        return tx.work.room_calls.add(RoomCall(new_id(), room, self.user_id, self.clock.now()))

    @use_case(Duty.CLINICAL)
    def answer(self, tx: Transaction, call_id: UUID) -> None:
        """Somebody who treats says they go."""
        call = tx.work.room_calls.get(call_id)
        if call.answered_at is not None:
            raise ChartTrouble(_("Somebody is on the way to {room} already.").format(room=call.room))
        tx.work.room_calls.change(replace(call, answered_by=self.user_id, answered_at=self.clock.now()))
        tx.audit("room.call_answered", detail=call.room)
        tx.publish(RoomCalled(call.room))
