"""From the flags of a chart to what the caution rules ask."""

from datetime import date

from acuchart.clinic.cautions import Risks
from acuchart.clinic.flags import FlagKind, Flags, FlagState, pregnancy_week
from acuchart.clinic.people import Patient


def risks_of(patient: Patient, flags: Flags, on: date) -> Risks:
    """The risks of a patient on a day.

    A pregnancy without a due date counts as week 0, which every pregnancy rule covers.
    """
    pregnancy = flags[FlagKind.PREGNANCY]
    week = None
    if pregnancy.state is FlagState.YES:
        week = pregnancy_week(pregnancy.due, on) if pregnancy.due else 0
    asked = {
        state: tuple(f.kind.value for f in flags if f.state is state and f.kind is not FlagKind.PREGNANCY)
        for state in (FlagState.YES, FlagState.ASKED_NONE)
    }
    return Risks(
        flags=frozenset(asked[FlagState.YES]),
        asked_none=frozenset(asked[FlagState.ASKED_NONE]),
        pregnancy_week=week,
        age=patient.age(on),
    )
