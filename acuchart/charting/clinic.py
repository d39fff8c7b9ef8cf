"""Letterhead, rooms and habits of the clinic, and its audit trail."""

from acuchart.charting.sitting import Duty, Transaction, UseCases, use_case
from acuchart.clinic.audit import AuditEvent, first_broken
from acuchart.clinic.details import ClinicDetails, check_details
from acuchart.clinic.events import ClinicChanged
from acuchart.clinic.trouble import ChartTrouble
from acuchart.words import _


class Clinic(UseCases):
    """What an owner looks after."""

    @use_case(Duty.DESK)
    def details(self, tx: Transaction) -> ClinicDetails:
        """Letterhead, paper, formats and rooms."""
        tx.audit("clinic.opened")
        return tx.work.clinic.get()

    @use_case(Duty.OWNING)
    def change(self, tx: Transaction, details: ClinicDetails) -> ClinicDetails:
        """Keeps changed details; a room with a session stays."""
        check_details(details)
        for session in tx.work.sessions.open():
            if session.room not in details.rooms:
                raise ChartTrouble(
                    _("{room} has a session. Close it before you take the room away.").format(
                        room=session.room
                    )
                )
        kept = tx.work.clinic.put(details)
        tx.audit("clinic.changed")
        tx.publish(ClinicChanged())
        return kept

    @use_case(Duty.OWNING)
    def audit_trail(self, tx: Transaction, latest: int = 200) -> tuple[AuditEvent, ...]:
        """The newest acts, newest first."""
        events = tuple(tx.work.audit.latest(latest))
        tx.audit("audit.opened")
        return events

    @use_case(Duty.OWNING)
    def check_audit_trail(self, tx: Transaction) -> AuditEvent | None:
        """The first act that does not fit the chain; None when it is whole."""
        broken = first_broken(tx.work.audit.all())
        tx.audit("audit.checked", detail="broken" if broken else "intact")
        return broken
