"""From the flags of a chart, and what was found today, to what the caution rules ask."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from acuchart.clinic.cautions import Risks
from acuchart.clinic.findings import FindingState, Observation
from acuchart.clinic.flags import FlagKind, Flags, FlagState, pregnancy_week
from acuchart.clinic.people import Patient

FLAGS_BY_FINDING: Mapping[str, str] = MappingProxyType(
    {"numbness": "numbness", "sensation_reduced": "numbness"}
)
"""What was found today and says the same as a risk fact, whatever was answered when it was asked."""

STATES_BY_FINDING: Mapping[str, str] = MappingProxyType({"skin_weeping_rash": "skin"})


def with_findings(risks: Risks, observations: Iterable[Observation]) -> Risks:
    """The risks with what today's findings add to them; an absent finding takes nothing away."""
    present = {seen.finding_id for seen in observations if seen.state is FindingState.PRESENT}
    flags = {flag for finding, flag in FLAGS_BY_FINDING.items() if finding in present}
    states = {state for finding, state in STATES_BY_FINDING.items() if finding in present}
    return replace(
        risks,
        flags=risks.flags | flags,
        asked_none=risks.asked_none - flags,
        states=risks.states | states,
    )


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
