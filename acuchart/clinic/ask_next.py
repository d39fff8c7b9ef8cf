"""The question whose answer is expected to tell the leading patterns apart best.

The leading rows, one of each group, are taken as the ways the picture may turn out, each the likelier the
more it weighs: likeliness = e^(weight / 3), all together one; three is about what a characteristic finding
weighs. How often a finding is met where a pattern is there follows from its link (`MET`). With that the
information of a question is what its answer is expected to take from the uncertainty (Shannon 1948):

    information = H(answer) - sum over the patterns of likeliness x H(answer where that pattern is there)

It is greatest for a finding that half of the leading patterns have and the other half lack, and nothing for
one that all of them share. Asked is the most informative of those by which another row could come to the top;
where no single answer could do that, nothing is asked. A finding with a question for the patient goes before
one that must be looked or felt for. The numbers put questions in order and are never shown.
"""

import math
from collections.abc import Iterable, Mapping

from acuchart.clinic.evidence import effect, states_of, telling
from acuchart.clinic.findings import Finding, FindingState, Observation
from acuchart.clinic.ledger import Ledger, Row, weigh
from acuchart.clinic.patterns import Pattern, Strength

LEADING = 4
"""Rows that are told apart."""

TRIED = 5
"""Questions whose answers are weighed out in full, the most informative first."""

MET = {Strength.CHARACTERISTIC: 0.75, Strength.SUPPORTING: 0.4, Strength.AGAINST: 0.05}
NOT_NAMED = 0.15
"""How often a finding is met with a pattern that does not name it."""

SCALE = 3.0


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
        skip: Ids the practitioner left unclear, and those that do not fit the person (`unfitting`).
    """
    leading = _leading(ledger)
    if len(leading) < 2:
        return None
    seen = tuple(observations)
    states = states_of(seen)
    closed = {*states, *skip, *_settled(states, findings)}
    there = {finding_id for finding_id, state in states.items() if state is FindingState.PRESENT}
    links = [
        {link.finding_id: link.strength for link in patterns[row.pattern].links if link.holds(there)}
        for row in leading
    ]
    likely = _likeliness(leading)
    open_ids = dict.fromkeys(f for its in links for f in its if f not in closed)
    worth = {f: _information(likely, [_met(its.get(f)) for its in links]) for f in open_ids}
    near = _could_turn(leading, patterns, worth)
    best = sorted(near, key=lambda f: (not findings[f].question, -worth[f], f))
    return next((f for f in best[:TRIED] if _turns(f, leading[0], patterns, seen)), None)


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


def _likeliness(rows: tuple[Row, ...]) -> list[float]:
    most = max(row.weight for row in rows)
    raw = [math.exp((row.weight - most) / SCALE) for row in rows]
    return [one / sum(raw) for one in raw]


def _met(strength: Strength | None) -> float:
    return NOT_NAMED if strength is None else MET[strength]


def _information(likely: list[float], met: list[float]) -> float:
    """What the answer is expected to tell, in bits."""
    yes = sum(share * one for share, one in zip(likely, met, strict=True))
    return _entropy(yes) - sum(share * _entropy(one) for share, one in zip(likely, met, strict=True))


def _entropy(yes: float) -> float:
    return -sum(share * math.log2(share) for share in (yes, 1 - yes) if share > 0)


def _could_turn(
    leading: tuple[Row, ...], patterns: Mapping[str, Pattern], open_ids: Iterable[str]
) -> tuple[str, ...]:
    """Questions of which one answer, by itself, may outweigh the lead of the first row."""
    tells = telling([pattern.links for pattern in patterns.values() if not pattern.where])
    moves = [
        {
            link.finding_id: (
                effect(link, FindingState.PRESENT, tells),
                effect(link, FindingState.ABSENT, tells),
            )
            for link in patterns[row.pattern].links
        }
        for row in leading
    ]
    nothing = (0.0, 0.0)
    return tuple(
        f
        for f in open_ids
        if any(
            min(mine - its for mine, its in zip(moves[0].get(f, nothing), other.get(f, nothing), strict=True))
            < row.weight - leading[0].weight
            for row, other in zip(leading[1:], moves[1:], strict=True)
        )
    )


def _turns(
    finding_id: str, first: Row, patterns: Mapping[str, Pattern], seen: tuple[Observation, ...]
) -> bool:
    """Whether an answer, weighed out, brings another row to the top."""
    answers = (FindingState.PRESENT, FindingState.ABSENT)
    tops = (weigh(patterns, (*seen, Observation(finding_id, answer))).rows[:1] for answer in answers)
    return any(top and top[0].pattern != first.pattern for top in tops)
