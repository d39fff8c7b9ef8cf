"""From the flags of a chart, and what was found and answered at a visit, to what the caution rules ask."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from acuchart.clinic.cautions import RISK_FLAGS, Risks
from acuchart.clinic.findings import FindingState
from acuchart.clinic.flags import FlagKind, Flags, FlagState, pregnancy_week
from acuchart.clinic.people import Patient
from acuchart.clinic.visit import Visit

PREGNANT = FlagKind.PREGNANCY.value


@dataclass(frozen=True, slots=True)
class Raiser:
    """A finding or red flag that says the same as a risk fact, whatever was answered when that was asked.

    Attributes:
        id: Of a finding, or of a red flag.
        means: A risk flag, pregnancy, or a state of today.
        lasts: Whether the answer goes on counting at later visits of the course.
        why: What the one has to do with the other.
    """

    id: str
    means: str
    lasts: bool
    why: str
    source: str


def risks_at(
    visit: Visit,
    earlier: Iterable[Visit],
    patient: Patient,
    flags: Flags,
    raisers: Iterable[Raiser],
    on: date,
) -> Risks:
    """The risks of a patient at a visit: the flags of the chart, and what was found and answered.

    Args:
        visit: As it stands.
        earlier: Earlier visits of its course.
        patient: For the age.
        flags: As last asked.
        raisers: What findings and red flags stand for.
        on: The day.
    """
    raised = raised_at(visit, earlier, raisers)
    answered = {answer.flag_id for answer in visit.red_flags if answer.present}
    risks = with_means(risks_of(patient, flags, on), {raiser.means for raiser in raised})
    return replace(risks, red_flagged=frozenset(r.means for r in raised if r.id in answered))


def raised_at(visit: Visit, earlier: Iterable[Visit], raisers: Iterable[Raiser]) -> tuple[Raiser, ...]:
    """Those findings and answers of today that speak to the rules, and those of before that still count."""
    today, lasting = _present(visit), _answered((visit, *earlier))
    return tuple(r for r in raisers if r.id in today or (r.lasts and r.id in lasting))


def with_means(risks: Risks, means: Iterable[str]) -> Risks:
    """The risks with facts and states added; nothing is taken away but that they were asked and none."""
    added = frozenset(means)
    week = 0 if PREGNANT in added and risks.pregnancy_week is None else risks.pregnancy_week
    raised = added & RISK_FLAGS
    return replace(
        risks,
        flags=risks.flags | raised,
        asked_none=risks.asked_none - raised,
        pregnancy_week=week,
        states=risks.states | (added - RISK_FLAGS - {PREGNANT}),
    )


def _present(visit: Visit) -> frozenset[str]:
    """What is so today; an absent finding takes nothing away."""
    seen = visit.examination.observations
    found = {one.finding_id for one in seen if one.state is FindingState.PRESENT}
    return frozenset(found | {answer.flag_id for answer in visit.red_flags if answer.present})


def _answered(visits: Iterable[Visit]) -> frozenset[str]:
    """The red flags whose newest answer in these visits is yes."""
    newest: dict[str, bool] = {}
    for visit in sorted(visits, key=lambda visit: -visit.number):
        for answer in visit.red_flags:
            newest.setdefault(answer.flag_id, answer.present)
    return frozenset(flag_id for flag_id, present in newest.items() if present)


def risks_of(patient: Patient, flags: Flags, on: date) -> Risks:
    """The risks of a patient on a day, as the flags of the chart have them.

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
