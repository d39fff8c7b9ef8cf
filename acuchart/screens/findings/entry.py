"""Entering findings: how an examination changes when a chip is tapped. Knows no Qt."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from acuchart.clinic.findings import Finding, FindingState, Observation
from acuchart.clinic.visit import Examination

NEVER_OFFERED = ("tongue", "coat", "sublingual", "pulse")
"""Groups, by how their names begin, of which last visit's findings are not even shown to be confirmed."""


def state_of(found: Examination, finding_id: str, position: str = "") -> FindingState:
    """How a finding stands at a position; the empty position is the whole person, tongue or pulse."""
    for observation in found.observations:
        if (observation.finding_id, observation.position) == (finding_id, position):
            return observation.state
    return FindingState.NOT_ASKED


def with_state(found: Examination, finding_id: str, position: str, state: FindingState) -> Examination:
    """The examination with a finding as a person now says it is; it is no longer the form's answer.

    Site and side of an earlier entry are kept, and so is its place in the order.
    """
    spots = [o for o in found.observations if (o.finding_id, o.position) == (finding_id, position)]
    changed = replace(spots[0], state=state) if spots else Observation(finding_id, state, position=position)
    if state is FindingState.NOT_ASKED:
        kept = tuple(o for o in found.observations if o not in spots)
    elif spots:
        kept = tuple(changed if o == spots[0] else o for o in found.observations if o not in spots[1:])
    else:
        kept = (*found.observations, changed)
    from_form = tuple(key for key in found.from_form if key != finding_id)
    return replace(found, observations=kept, from_form=from_form)


def with_words(found: Examination, group: str, words: str) -> Examination:
    """The examination with free words beside a group; empty words leave nothing behind."""
    others = {key: text for key, text in found.words.items() if key != group}
    return replace(found, words=others | ({group: words} if words.strip() else {}))


def still_to_confirm(
    last: Examination, today: Examination, vocabulary: Mapping[str, Finding]
) -> tuple[Observation, ...]:
    """What last visit found and nobody has asked today: tongue and pulse are always seen afresh."""
    asked = {(o.finding_id, o.position) for o in today.observations}
    return tuple(
        observation
        for observation in last.observations
        if observation.finding_id in vocabulary
        and not vocabulary[observation.finding_id].group.startswith(NEVER_OFFERED)
        and (observation.finding_id, observation.position) not in asked
    )


def confirmed(found: Examination, observation: Observation) -> Examination:
    """The examination with an observation of last visit, confirmed to hold today."""
    return replace(found, observations=(*found.observations, observation))


def differing(here: Examination, there: Examination) -> tuple[str, ...]:
    """Ids of findings, and groups of words, that do not read the same in two examinations."""
    odd = set(here.observations) ^ set(there.observations)
    ids = [o.finding_id for o in (*here.observations, *there.observations) if o in odd]
    groups = [g for g in {**here.words, **there.words} if here.words.get(g) != there.words.get(g)]
    return tuple(dict.fromkeys([*ids, *groups]))


def tally(found: Examination, ids: Iterable[str]) -> tuple[int, int]:
    """How many of some findings are present and how many absent, each counted once."""
    wanted = set(ids)
    seen = [(o.finding_id, o.state) for o in found.observations if o.finding_id in wanted]
    present = {key for key, state in seen if state is FindingState.PRESENT}
    absent = {key for key, state in seen if state is FindingState.ABSENT}
    return len(present), len(absent - present)
