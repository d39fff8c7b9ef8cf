"""The pattern ledger: for every pattern the findings for it, those against it, and what has not been asked.

The rule, simple enough to follow by eye:

    weight of a pattern = what story, tongue and pulse say for it + half of its weakest element

1. Each finding that was asked moves a pattern by strength x telling (`evidence`):

       characteristic and present   +2 x telling      characteristic and absent   -1 x telling
       supporting and present       +1 x telling      against and present         -2 x telling

   telling = ln((N + 1) / (n + 1)): N patterns in all, n of them the finding speaks for, at least three. What
   many patterns share (tired, pale, dull) says little for each, what few have says much; no pattern wins by
   a long list, nor by a sign that only its own list happens to name.
   What is taught of one place alone counts only there: one-sided names rising yang in a head, not in a knee.
2. What one question brings out (pain quality, sleep, tongue colour ...) is one answer: of the findings for a
   pattern that belong to it the heaviest counts in full, each further one a half.
3. Tongue and pulse are witnesses of their own: neither may say more than 5 for or against a pattern, so
   that one looked at closely does not outvote the other or the patient.
4. A name joins elements, what is wrong and where (`elements`), and is as good as the weakest of them: half
   of the evidence for that one is added. Cold with no sign of a stomach stays cold, not a cold stomach.

Where two rows weigh the same the general pattern stands above the specific one. `Ledger.groups` puts
relatives together, the general pattern above its specific ones, so that they do not crowd out strangers.
Patterns that say where (channels) are weighed in a list of their own, by the first three steps; a channel is
named where one of its characteristic findings, the places it runs through, is there.

A weight orders the rows and is nothing else: no percentage, no diagnosis, and the ledger never chooses.

No weight was fitted: 2, 1 and a half are the plainest steps there are, and neighbouring values do as well. Of
a few rules of equal plainness this one was kept after a look at published cases outside the program, on which
the second step did better and nothing else differed; letting the first row explain away what it shares with
the next ones did no better there and would have made the order hard to follow. `make bench` measures the rule
for each pattern.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from acuchart.clinic.elements import evidence_for, shares_of
from acuchart.clinic.evidence import (
    Said,
    asked_of,
    effect,
    present_in,
    states_of,
    sum_of_witnesses,
    telling,
)
from acuchart.clinic.findings import FindingState, Observation
from acuchart.clinic.patterns import Axis, Link, Pattern

WEAKEST_ELEMENT = 0.5
MARGIN = 1.0
"""A row overtakes another only by more than this, so that rows do not jump under a hand."""


@dataclass(frozen=True, slots=True)
class Row:
    """One pattern in the ledger.

    Attributes:
        for_: Ids of present findings that speak for it, the weightiest first.
        against: Ids of present findings against it, and of characteristic ones asked and absent.
        not_asked: Ids of its characteristic findings that nobody has asked.
        weight: For the order alone.
    """

    pattern: str
    group: str
    for_: tuple[str, ...]
    against: tuple[str, ...]
    not_asked: tuple[str, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Ledger:
    """The rows in order: patterns that say why, and channel patterns that say where."""

    rows: tuple[Row, ...] = ()
    channels: tuple[Row, ...] = ()

    @property
    def groups(self) -> tuple[tuple[Row, ...], ...]:
        """The rows with their relatives, by the first row of each; the general pattern leads its group."""
        together: dict[str, list[Row]] = {}
        for row in self.rows:
            together.setdefault(row.group, []).append(row)
        return tuple(
            tuple(sorted(rows, key=lambda row: row.pattern != row.group)) for rows in together.values()
        )

    @property
    def order(self) -> tuple[str, ...]:
        """The slugs of all rows, to hand back at the next weighing."""
        return tuple(row.pattern for row in (*self.rows, *self.channels))


def weigh(
    patterns: Mapping[str, Pattern],
    observations: Iterable[Observation],
    previous_order: Iterable[str] = (),
) -> Ledger:
    """The ledger for what was observed; empty below three present findings.

    Args:
        patterns: All patterns by slug.
        observations: What was asked; the order does not matter.
        previous_order: `Ledger.order` of the last weighing; rows keep it unless overtaken by `MARGIN`.
    """
    states = states_of(observations)
    present = present_in(states)
    if not present:
        return Ledger()
    why = asked_of((pattern for pattern in patterns.values() if not pattern.where), states)
    where = asked_of((pattern for pattern in patterns.values() if pattern.where), states)
    tells = telling([links for _pattern, links in why])
    elements = {
        name: weight
        for axis in Axis
        for name, weight in evidence_for(shares_of(why, axis, present), tells).items()
    }
    rows = (_row(p, its, states, tells, WEAKEST_ELEMENT * _weakest(p, elements)) for p, its in why)
    tells_where = telling([links for _pattern, links in where])
    hurting = ((p, its) for p, its in where if any(name in present for name in p.characteristic))
    channels = (_row(p, its, states, tells_where, 0.0) for p, its in hurting)
    before = tuple(previous_order)
    return Ledger(ordered(rows, before), ordered(channels, before))


def _weakest(pattern: Pattern, elements: Mapping[str, float]) -> float:
    """The evidence for the element of a pattern that has least."""
    names = (*pattern.natures, *pattern.places)
    return min((elements.get(name, 0.0) for name in names), default=0.0)


def _row(
    pattern: Pattern,
    asked: tuple[Link, ...],
    states: Mapping[str, FindingState],
    tells: Mapping[str, float],
    further: float,
) -> Row:
    said = [Said(link.finding_id, link.group, effect(link, states[link.finding_id], tells)) for link in asked]
    moved = {one.finding_id: one.weight for one in said}
    heaviest = sorted(moved, key=lambda finding_id: (-abs(moved[finding_id]), finding_id))
    return Row(
        pattern=pattern.slug,
        group=pattern.group,
        for_=tuple(finding_id for finding_id in heaviest if moved[finding_id] > 0),
        against=tuple(finding_id for finding_id in heaviest if moved[finding_id] < 0),
        not_asked=tuple(finding_id for finding_id in pattern.characteristic if finding_id not in states),
        weight=sum_of_witnesses(said) + further,
    )


def ordered(rows: Iterable[Row], before: tuple[str, ...]) -> tuple[Row, ...]:
    """Rows with evidence by weight; those of last time keep their order unless overtaken by the margin."""
    place = {slug: n for n, slug in enumerate(before)}
    shown = [row for row in rows if row.for_]
    held = sorted((row for row in shown if row.pattern in place), key=lambda row: place[row.pattern])
    moved = True
    while moved:
        moved = False
        for n in range(len(held) - 1):
            if held[n + 1].weight > held[n].weight + MARGIN:
                held[n], held[n + 1] = held[n + 1], held[n]
                moved = True
    for row in sorted((row for row in shown if row.pattern not in place), key=_by_weight):
        at = next((n for n, other in enumerate(held) if other.weight < row.weight), len(held))
        held.insert(at, row)
    return tuple(held)


def _by_weight(row: Row) -> tuple[float, bool, str]:
    """The heavier first; of equals the general pattern above the specific one."""
    return -row.weight, row.pattern != row.group, row.pattern
