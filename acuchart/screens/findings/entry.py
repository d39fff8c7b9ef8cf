"""Entering findings: how an examination changes when a chip is tapped. Knows no Qt."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from acuchart.clinic.carrying import place_of
from acuchart.clinic.findings import FindingState, Observation
from acuchart.clinic.visit import Carried, Examination


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a finding is entered; empty for the whole person, tongue or pulse.

    Attributes:
        site: Region of the body without its side.
        position: Of the pulse or the tongue.
        apart: Whether sites are told apart; else what was found at any site stands here.
    """

    site: str = ""
    side: str = ""
    position: str = ""
    apart: bool = False

    def holds(self, observation: Observation) -> bool:
        """Whether an observation was made here."""
        if self.position != observation.position:
            return False
        if not self.site:
            return not (self.apart and observation.site)
        return (self.site, self.side) == (observation.site, observation.side)


WHOLE = Spot()
_SIDES = ("left", "right")


def spot_of(region_id: str) -> Spot:
    """A region of the body chart as a place of findings."""
    bare, dash, side = region_id.rpartition("-")
    return Spot(bare, side) if dash and side in _SIDES else Spot(region_id)


def state_of(found: Examination, finding_id: str, spot: Spot = WHOLE) -> FindingState:
    """How a finding stands at one spot."""
    for observation in found.observations:
        if observation.finding_id == finding_id and spot.holds(observation):
            return observation.state
    return FindingState.NOT_ASKED


def states_at(found: Examination, spot: Spot = WHOLE) -> dict[str, FindingState]:
    """How every finding that was asked at one spot stands."""
    states: dict[str, FindingState] = {}
    for observation in found.observations:
        if spot.holds(observation):
            states.setdefault(observation.finding_id, observation.state)
    return states


def all_carried_at(found: Examination, spot: Spot = WHOLE) -> dict[str, Carried]:
    """What was copied and waits at one spot, of findings that were not asked there today."""
    asked = states_at(found, spot)
    waiting = (one for one in found.carried if spot.holds(one.observation))
    return {one.observation.finding_id: one for one in waiting if one.observation.finding_id not in asked}


def carried_at(found: Examination, finding_id: str, spot: Spot = WHOLE) -> Carried | None:
    """What was copied of a finding and waits at one spot; None where it was asked today."""
    return all_carried_at(found, spot).get(finding_id)


def with_state(found: Examination, finding_id: str, spot: Spot, state: FindingState) -> Examination:
    """The examination with a finding as a person now says it is; it is no longer the form's answer.

    Side of an earlier entry is kept, and so is its place in the order. A copy that waited there is settled.
    """
    mine = _here(found, finding_id, spot)
    fresh = Observation(finding_id, state, spot.site, spot.side, spot.position)
    changed = replace(mine[0], state=state) if mine else fresh
    if state is FindingState.NOT_ASKED:
        kept = tuple(o for o in found.observations if o not in mine)
    elif mine:
        kept = tuple(changed if o == mine[0] else o for o in found.observations if o not in mine[1:])
    else:
        kept = (*found.observations, changed)
    return replace(
        found,
        observations=kept,
        from_form=tuple(key for key in found.from_form if key != finding_id or spot.site or spot.position),
        carried=tuple(one for one in found.carried if not _about(one, finding_id, spot)),
    )


def _here(found: Examination, finding_id: str, spot: Spot) -> list[Observation]:
    """What stands at a spot. Entries of several sites are never taken for one that could be overwritten."""
    mine = [o for o in found.observations if o.finding_id == finding_id and spot.holds(o)]
    several = len({(o.site, o.side) for o in mine}) > 1
    return [o for o in mine if not o.site] if several else mine


def with_words(found: Examination, group: str, words: str) -> Examination:
    """The examination with free words beside a group; empty words leave nothing behind."""
    others = {key: text for key, text in found.words.items() if key != group}
    return replace(found, words=others | ({group: words} if words.strip() else {}))


def settled(found: Examination, observation: Observation, state: FindingState) -> Examination:
    """The examination with a finding of last visit as a person says it is today."""
    place = place_of(observation)
    return replace(
        found,
        observations=(*found.observations, replace(observation, state=state)),
        carried=tuple(one for one in found.carried if place_of(one.observation) != place),
    )


def without(found: Examination, ids: Collection[str]) -> Examination:
    """The examination without some findings, wherever they were entered."""
    return replace(
        found,
        observations=tuple(o for o in found.observations if o.finding_id not in ids),
        from_form=tuple(key for key in found.from_form if key not in ids),
        carried=tuple(one for one in found.carried if one.observation.finding_id not in ids),
    )


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


def _about(one: Carried, finding_id: str, spot: Spot) -> bool:
    return one.observation.finding_id == finding_id and spot.holds(one.observation)
