"""Reminders during retention: stimulate again, check the patient, check the skin."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from acuchart.words import N_

STIMULATE_AT = 10
"""Minute of retention at which the needles are stimulated again, unless the practitioner says otherwise."""


class StageKind(StrEnum):
    """What is to be done."""

    STIMULATE = "stimulate"
    CHECK_PATIENT = "check_patient"
    CHECK_SKIN = "check_skin"


STAGE_WORDS = {
    StageKind.STIMULATE: N_("Re-stimulate"),
    StageKind.CHECK_PATIENT: N_("Check the patient"),
    StageKind.CHECK_SKIN: N_("Check the skin"),
}


@dataclass(frozen=True, slots=True)
class Stage:
    """One reminder.

    Attributes:
        minute: Minute of retention at which it comes due; a pause puts it off.
        done_at: None until somebody said it is done.
    """

    kind: StageKind
    minute: int
    done_at: datetime | None = None
    done_by: UUID | None = None


def usual_stages(minutes: int) -> tuple[Stage, ...]:
    """Stimulate again at ten minutes; from half an hour on, look in every quarter of an hour."""
    stages = [Stage(StageKind.STIMULATE, STIMULATE_AT)] if minutes > STIMULATE_AT else []
    stages += [Stage(StageKind.CHECK_PATIENT, minute) for minute in range(30, minutes, 15)]
    return tuple(stages)
