"""What may be done with the zones of a session: start, look at the skin, lengthen, take off."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from acuchart.clinic.session_value import HELD, Session
from acuchart.clinic.trouble import ChartTrouble
from acuchart.clinic.zones import LONGEST_ZONE, Zone
from acuchart.words import _

MOST_ZONES = 12
"""Zones that run at once in one room."""


def start_zone(session: Session, zone: Zone) -> Session:
    """Something warm or drawing is laid on the skin."""
    if session.state not in HELD:
        raise ChartTrouble(_("{room} has moved on. Look at the room again.").format(room=session.room))
    minutes = (zone.deadline - zone.started_at) / timedelta(minutes=1)
    if not 1 <= minutes <= LONGEST_ZONE or not 1 <= zone.skin_every <= LONGEST_ZONE:
        raise ChartTrouble(_("A zone runs 1 to {n} minutes.").format(n=LONGEST_ZONE))
    if sum(kept.running for kept in session.zones) >= MOST_ZONES:
        raise ChartTrouble(_("There are {n} zones already. Take one off first.").format(n=MOST_ZONES))
    return replace(session, zones=(*session.zones, zone))


def looked_at(session: Session, zone_id: UUID, now: datetime) -> Session:
    """The skin was looked at and is well."""
    return _with(session, zone_id, lambda zone: replace(zone, skin_at=now))


def lengthen(session: Session, zone_id: UUID, minutes: int, now: datetime) -> Session:
    """A zone stays longer; from now on when its time is up."""
    if not 1 <= minutes <= LONGEST_ZONE:
        raise ChartTrouble(_("Add 1 to {n} minutes.").format(n=LONGEST_ZONE))
    more = timedelta(minutes=minutes)
    return _with(
        session, zone_id, lambda zone: replace(zone, deadline=max(zone.deadline, now) + more, skin_at=now)
    )


def take_off(session: Session, zone_id: UUID, by: UUID, now: datetime) -> Session:
    """A zone is over: nothing of it lies on the skin any more."""
    return _with(session, zone_id, lambda zone: replace(zone, ended_at=now, ended_by=by))


def _with(session: Session, zone_id: UUID, change: Callable[[Zone], Zone]) -> Session:
    if not any(zone.id == zone_id and zone.running for zone in session.zones):
        raise ChartTrouble(_("{room} has moved on. Look at the room again.").format(room=session.room))
    zones = tuple(change(zone) if zone.id == zone_id else zone for zone in session.zones)
    return replace(session, zones=zones)
