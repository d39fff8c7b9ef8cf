"""The visits agreed upon, in words and on the calendar."""

from collections.abc import Sequence
from datetime import date, timedelta

from acuchart.clinic.course import Phase, Schedule
from acuchart.words import _, ngettext


def schedule_words(schedule: Schedule) -> str:
    """Such as "Twice a week for 4 weeks, then once a week for 2 weeks."."""
    said = _(", then ").join(_phase_words(phase) for phase in schedule.phases)
    return f"{said[:1].upper()}{said[1:]}." if said else ""


def _phase_words(phase: Phase) -> str:
    often = {1: _("once a week"), 2: _("twice a week")}.get(
        phase.visits_a_week, _("{n} times a week").format(n=phase.visits_a_week)
    )
    weeks = ngettext("{n} week", "{n} weeks", phase.weeks).format(n=phase.weeks)
    return _("{often} for {weeks}").format(often=often, weeks=weeks)


def coming_dates(schedule: Schedule, done: Sequence[date], today: date) -> tuple[date, ...]:
    """Dates of the visits still to come, counted from the first visit and none before today.

    A visit that came later than scheduled moves those after it on by as much, so that their spacing is kept.
    """
    planned = schedule.dates(done[0] if done else today)
    rest = planned[len(done) :]
    if not rest:
        return ()
    late = done[-1] - planned[len(done) - 1] if done else timedelta(0)
    shift = max(late, today - rest[0], timedelta(0))
    return tuple(day + shift for day in rest)
