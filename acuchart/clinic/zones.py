"""Zones: a heat lamp, moxa or cups on a part of the body, each with a timer of its own.

A zone runs on while the retention clock is paused: heat does not wait.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from acuchart.clinic.flags import FlagKind
from acuchart.words import N_

LONGEST_ZONE = 60
SKIN_EVERY = 5
"""Minutes between two looks at the skin; see `SKIN_SOURCE`."""
SKIN_EVERY_NUMB = 2
"""The same for a patient who may not feel a burn."""
SKIN_SOURCE = N_("A habit of clinics; no published figure was found.")
"""WHO 1999 (II 3.9) and the CCAOM Clean Needle Technique Manual warn of burns, where feeling is lost above
all; neither was found to name an interval. It can be typed shorter, never longer."""
MAY_NOT_FEEL = frozenset({FlagKind.NUMBNESS, FlagKind.DIABETES})


class ZoneKind(StrEnum):
    """What lies on the skin."""

    LAMP = "lamp"
    MOXA = "moxa"
    CUPS = "cups"


ZONE_WORDS = {ZoneKind.LAMP: N_("Heat lamp"), ZoneKind.MOXA: N_("Moxa"), ZoneKind.CUPS: N_("Cups")}
USUAL_ZONE = {ZoneKind.LAMP: 15, ZoneKind.MOXA: 10, ZoneKind.CUPS: 10}
"""Minutes, unless the practitioner says otherwise."""


class Bell(StrEnum):
    """How the patient can call while the zone runs."""

    GIVEN = "given"
    STAYING = "staying"
    """Somebody stays beside the patient."""


BELL_WORDS = {Bell.GIVEN: N_("bell given"), Bell.STAYING: N_("somebody stays")}


@dataclass(frozen=True, slots=True)
class Zone:
    """One zone.

    Attributes:
        place: Where, in the practitioner's words.
        skin_every: Minutes between two looks at the skin.
        skin_at: When the skin was looked at last.
        ended_at: None while it runs.
    """

    id: UUID
    kind: ZoneKind
    place: str
    bell: Bell
    started_at: datetime
    deadline: datetime
    skin_every: int
    by: UUID
    skin_at: datetime | None = None
    ended_at: datetime | None = None
    ended_by: UUID | None = None

    @property
    def running(self) -> bool:
        """Whether it is still on the skin."""
        return self.ended_at is None

    @property
    def next_look(self) -> datetime:
        """When the skin must be looked at next."""
        return (self.skin_at or self.started_at) + timedelta(minutes=self.skin_every)

    def left(self, now: datetime) -> timedelta:
        """Time left, negative when time is up."""
        return self.deadline - now

    def time_up(self, now: datetime) -> bool:
        """Whether it must come off."""
        return self.running and self.deadline <= now

    def skin_due(self, now: datetime) -> bool:
        """Whether the skin must be looked at; once time is up the whole zone is due."""
        return self.running and self.next_look <= now < self.deadline


def skin_interval(flags: Iterable[FlagKind]) -> int:
    """Minutes between two looks at the skin: fewer when numbness or diabetes is flagged."""
    return SKIN_EVERY_NUMB if MAY_NOT_FEEL & set(flags) else SKIN_EVERY
