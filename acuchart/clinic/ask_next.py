"""The question that best separates the leading patterns.

For each finding nobody has asked, both answers are tried on the leading rows: how far does each answer move
a row apart from the first one? The distances are added up, each divided by one plus the gap there is
already, because rows that lie close need telling apart most. Where no single answer could change which row
is first, nothing is asked.
"""

from collections.abc import Iterable, Mapping

from acuchart.clinic.findings import Finding, FindingState, Observation
from acuchart.clinic.ledger import Ledger, Row, effect, states_of, telling
from acuchart.clinic.patterns import Pattern

LEADING = 4
"""Rows that are told apart."""


def ask_next(
    ledger: Ledger,
    patterns: Mapping[str, Pattern],
    observations: Iterable[Observation],
    findings: Mapping[str, Finding],
    skip: Iterable[str] = (),
) -> str | None:
    """The id of the finding to ask next, None where no answer would change the order.

    Args:
        ledger: As just weighed.
        patterns: All patterns by slug.
        observations: What was asked.
        findings: The vocabulary.
        skip: Ids the practitioner left unclear.
    """
    leading = _leading(ledger)
    if len(leading) < 2:
        return None
    states = states_of(observations)
    closed = {*states, *skip, *_settled(states, findings)}
    why = [pattern for pattern in patterns.values() if not pattern.where]
    moves = {row.pattern: _moves(patterns[row.pattern], telling(why)) for row in leading}
    open_ids = dict.fromkeys(f for row in leading for f in moves[row.pattern] if f not in closed)
    worth = {f: _worth(f, leading, moves) for f in open_ids if _may_turn(f, leading, moves)}
    asked = {f: value for f, value in worth.items() if findings[f].question} or worth
    return max(asked, key=lambda f: asked[f], default=None)


def _leading(ledger: Ledger) -> tuple[Row, ...]:
    """The first rows, one of each group: relatives are not told apart before strangers are."""
    first_of_group: dict[str, Row] = {}
    for row in ledger.rows:
        first_of_group.setdefault(row.group, row)
    return tuple(first_of_group.values())[:LEADING]


def _settled(states: Mapping[str, FindingState], findings: Mapping[str, Finding]) -> set[str]:
    """Opposites of what is present: they need no question."""
    return {
        opposite
        for finding_id, state in states.items()
        if state is FindingState.PRESENT and finding_id in findings
        for opposite in findings[finding_id].opposites
    }


def _moves(pattern: Pattern, tells: Mapping[str, float]) -> dict[str, tuple[float, float]]:
    """For each finding of a pattern, how far yes and no move it."""
    return {
        link.finding_id: (
            effect(link, FindingState.PRESENT, tells),
            effect(link, FindingState.ABSENT, tells),
        )
        for link in pattern.links
    }


_Moves = Mapping[str, Mapping[str, tuple[float, float]]]


def _apart(finding_id: str, first: Row, other: Row, moves: _Moves) -> tuple[float, float]:
    """How far yes and no move the first row away from the other."""
    mine = moves[first.pattern].get(finding_id, (0.0, 0.0))
    its = moves[other.pattern].get(finding_id, (0.0, 0.0))
    return mine[0] - its[0], mine[1] - its[1]


def _worth(finding_id: str, leading: tuple[Row, ...], moves: _Moves) -> float:
    first, *others = leading
    return sum(
        sum(abs(move) for move in _apart(finding_id, first, other, moves))
        / (1 + abs(first.weight - other.weight))
        for other in others
    )


def _may_turn(finding_id: str, leading: tuple[Row, ...], moves: _Moves) -> bool:
    """Whether one of the answers would bring another row to the top."""
    first, *others = leading
    return any(
        first.weight - other.weight + min(_apart(finding_id, first, other, moves)) < 0 for other in others
    )
