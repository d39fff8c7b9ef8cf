"""Findings of an earlier visit: what of them may be copied, and what of the copies still waits for a person.

A copy stands apart from what was observed today, so that nothing that reads observations (ledger, note,
plan) can take it for one. Tongue, pulse and all that is counted are seen afresh at each visit, never copied.
"""

from collections.abc import Mapping
from dataclasses import replace

from acuchart.clinic.findings import Finding, Observation
from acuchart.clinic.visit import Carried, Examination

NEVER_CARRIED = ("tongue", "coat", "sublingual", "pulse")
"""Groups, by how their names begin."""

Place = tuple[str, str, str, str]


def place_of(observation: Observation) -> Place:
    """What an observation is about: finding, site, side and position."""
    return (observation.finding_id, observation.site, observation.side, observation.position)


def still_to_confirm(
    last: Examination, today: Examination, vocabulary: Mapping[str, Finding]
) -> tuple[Observation, ...]:
    """What an earlier visit found, may be carried, and nobody has asked today."""
    asked = {place_of(observation) for observation in today.observations}
    return tuple(o for o in last.observations if place_of(o) not in asked and _may_be(o, vocabulary))


def copied(
    last: Examination, number: int, today: Examination, vocabulary: Mapping[str, Finding]
) -> Examination:
    """Today's examination with the findings of an earlier visit beside it, where nothing was asked yet."""
    waiting = {place_of(one.observation) for one in today.carried}
    offered = still_to_confirm(last, today, vocabulary)
    new = tuple(Carried(o, number) for o in offered if place_of(o) not in waiting)
    return replace(today, carried=(*today.carried, *new))


def waiting(found: Examination, vocabulary: Mapping[str, Finding]) -> tuple[Carried, ...]:
    """The copies that nobody has confirmed, asked otherwise or dropped; the rest of them are of no use."""
    asked = {place_of(observation) for observation in found.observations}
    return tuple(
        one
        for one in found.carried
        if place_of(one.observation) not in asked and _may_be(one.observation, vocabulary)
    )


def _may_be(observation: Observation, vocabulary: Mapping[str, Finding]) -> bool:
    finding = vocabulary.get(observation.finding_id)
    return finding is not None and not finding.group.startswith(NEVER_CARRIED)
