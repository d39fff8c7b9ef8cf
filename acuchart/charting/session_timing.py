"""The clocks of a session: retention with its reminders, and the zones with timers of their own."""

from datetime import timedelta
from uuid import UUID

from acuchart.charting.session_step import SessionStep
from acuchart.charting.sitting import Duty, Transaction, may, use_case
from acuchart.clinic import session as rules
from acuchart.clinic import zone_rules
from acuchart.clinic.ids import new_id
from acuchart.clinic.session import Session
from acuchart.clinic.stages import StageKind
from acuchart.clinic.zones import Bell, Zone, ZoneKind, skin_interval


class Timing(SessionStep):
    """Clocks that go on while nobody looks. Every change is written before it is shown."""

    @use_case(Duty.CLINICAL)
    def retain(self, tx: Transaction, visit_id: UUID, minutes: int) -> Session:
        """Starts the retention clock."""
        return self.change_session(
            tx, visit_id, "retention.started", lambda s: rules.retain(s, self.clock.now(), minutes)
        )

    @use_case(Duty.CLINICAL)
    def pause(self, tx: Transaction, visit_id: UUID) -> Session:
        """Stops the retention clock."""
        return self.change_session(
            tx, visit_id, "retention.paused", lambda s: rules.pause(s, self.clock.now())
        )

    @use_case(Duty.CLINICAL)
    def go_on(self, tx: Transaction, visit_id: UUID) -> Session:
        """Lets the retention clock run again."""
        return self.change_session(
            tx, visit_id, "retention.continued", lambda s: rules.go_on(s, self.clock.now())
        )

    @use_case(Duty.CLINICAL)
    def add_minutes(self, tx: Transaction, visit_id: UUID, minutes: int) -> Session:
        """Lengthens retention."""
        return self.change_session(
            tx, visit_id, "retention.lengthened", lambda s: rules.add_minutes(s, minutes, self.clock.now())
        )

    @use_case(Duty.DESK)
    def silence(self, tx: Transaction, visit_id: UUID) -> Session:
        """Silences the alarm for three minutes; it stays an alarm."""
        now = self.clock.now()
        quiet = self.change_session(tx, visit_id, "alarm.silenced", lambda s: rules.silence(s, now))
        return quiet if may(tx.user, Duty.CLINICAL) else rules.at_the_desk(quiet)

    @use_case(Duty.CLINICAL)
    def start_again(self, tx: Transaction, visit_id: UUID) -> Session:
        """Starts the retention clock anew."""
        return self.change_session(
            tx, visit_id, "retention.started_again", lambda s: rules.start_again(s, self.clock.now())
        )

    @use_case(Duty.CLINICAL)
    def stage_done(self, tx: Transaction, visit_id: UUID) -> Session:
        """The reminder that is due was carried out."""
        return self.change_session(
            tx, visit_id, "stage.done", lambda s: rules.stage_done(s, self.user_id, self.clock.now())
        )

    @use_case(Duty.CLINICAL)
    def remind(self, tx: Transaction, visit_id: UUID, kind: StageKind, minutes: int) -> Session:
        """Adds a reminder, so many minutes from now."""
        return self.change_session(
            tx,
            visit_id,
            "stage.added",
            lambda s: rules.remind(s, kind, minutes, self.clock.now()),
            f"{kind} {minutes}",
        )

    @use_case(Duty.CLINICAL)
    def skin_every(self, tx: Transaction, visit_id: UUID) -> int:
        """The longest time between two looks at the skin of this patient, in minutes."""
        patient = tx.work.patients.get(tx.work.visits.get(visit_id).patient_id)
        tx.audit("flags.opened", patient.number)
        return skin_interval(flag.kind for flag in tx.work.flags.of(patient.id).present)

    @use_case(Duty.CLINICAL)
    def start_zone(
        self,
        tx: Transaction,
        visit_id: UUID,
        kind: ZoneKind,
        place: str,
        minutes: int,
        bell: Bell,
        skin_every: int | None = None,
    ) -> Session:
        """A lamp, moxa or cups; the skin is looked at more often where numbness or diabetes is flagged."""
        now = self.clock.now()
        present = tx.work.flags.of(tx.work.visits.get(visit_id).patient_id).present
        most = skin_interval(flag.kind for flag in present)
        zone = Zone(
            id=new_id(),
            kind=kind,
            place=place.strip(),
            bell=bell,
            started_at=now,
            deadline=now + timedelta(minutes=minutes),
            skin_every=most if skin_every is None else min(skin_every, most),
            by=self.user_id,
        )
        return self.change_session(
            tx, visit_id, "zone.started", lambda s: zone_rules.start_zone(s, zone), f"{kind} {minutes} {bell}"
        )

    @use_case(Duty.CLINICAL)
    def skin_seen(self, tx: Transaction, visit_id: UUID, zone_id: UUID) -> Session:
        """The skin under a zone was looked at and is well."""
        now = self.clock.now()
        return self.change_session(
            tx, visit_id, "zone.skin_seen", lambda s: zone_rules.looked_at(s, zone_id, now)
        )

    @use_case(Duty.CLINICAL)
    def lengthen_zone(self, tx: Transaction, visit_id: UUID, zone_id: UUID, minutes: int) -> Session:
        """A zone stays longer."""
        now = self.clock.now()
        return self.change_session(
            tx, visit_id, "zone.lengthened", lambda s: zone_rules.lengthen(s, zone_id, minutes, now)
        )

    @use_case(Duty.CLINICAL)
    def take_off_zone(self, tx: Transaction, visit_id: UUID, zone_id: UUID) -> Session:
        """A zone is over."""
        now = self.clock.now()
        return self.change_session(
            tx, visit_id, "zone.ended", lambda s: zone_rules.take_off(s, zone_id, self.user_id, now)
        )
