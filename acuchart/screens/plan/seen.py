"""What the plan screen shows beside the editors, ready for the screen. Knows no Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from acuchart.clinic.chart import VisitChart
from acuchart.clinic.course import Goal, Schedule
from acuchart.clinic.plan import Plan, PlanDraft
from acuchart.clinic.schedule import coming_dates
from acuchart.words import DateStyle, _, format_date, format_moment, local, ngettext

MOST_PAGES = 2
"""More pages than the plan is meant to have."""


@dataclass(frozen=True, slots=True)
class Version:
    """An issued plan in the list."""

    plan_id: UUID
    words: str


@dataclass(frozen=True, slots=True)
class PlanFace:
    """Everything to be edited.

    Attributes:
        sum: How many visits, and when the last is.
    """

    number: int
    goals: tuple[Goal, ...]
    schedule: Schedule
    draft: PlanDraft
    sum: str
    versions: tuple[Version, ...]


def sum_words(schedule: Schedule, done: Sequence[date], today: date) -> str:
    """Such as "10 visits, last on Tue 15 Dec"."""
    visits = max(schedule.visits, len(done))
    words = ngettext("{n} visit", "{n} visits", visits).format(n=visits)
    coming = coming_dates(schedule, done, today)
    if not coming:
        return words
    return _("{visits}, last on {date}").format(visits=words, date=format_date(coming[-1], DateStyle.DAY))


def visits_done(chart: VisitChart) -> tuple[date, ...]:
    """The dates of the visits up to this one."""
    visits = sorted((*chart.earlier, chart.visit), key=lambda visit: visit.number)
    return tuple(local(visit.arrived_at).date() for visit in visits)


def versions_of(plans: Sequence[Plan]) -> tuple[Version, ...]:
    """The issued plans, the newest first."""
    return tuple(
        Version(
            plan.id,
            _("Version {n} · {when}").format(
                n=plan.number, when=format_moment(plan.issued_at, DateStyle.SHORT)
            ),
        )
        for plan in sorted(plans, key=lambda plan: -plan.number)
    )


def overflow(pages: int, missing: Sequence[str]) -> str:
    """What there is to mind about the paper; empty when all is well."""
    said = []
    if pages > MOST_PAGES:
        said.append(_("Runs onto page {n}. Shorten or allow.").format(n=pages))
    if missing:
        said.append(_("These characters can't be printed: {signs}.").format(signs=" ".join(missing)))
    return " ".join(said)
