"""Findings and answers to red flags, as `assess` and `check` read them."""

from collections.abc import Iterator, Mapping

from acuchart.clinic.findings import FindingState, Observation
from acuchart.clinic.trouble import ChartTrouble
from acuchart.commands.given import Given
from acuchart.knowledge import Knowledge
from acuchart.words import _


def observations_of(given: Given, knowledge: Knowledge) -> Iterator[Observation]:
    """What was found, place by place where places are named."""
    for finding_id, value in given.value.items():
        if finding_id not in knowledge.findings:
            raise ChartTrouble(_("There is no finding called {name}.").format(name=finding_id))
        if isinstance(value, list):
            for place in given.objects(finding_id):
                place.only("state", "site", "side", "position")
                state = _state(finding_id, place.text("state"))
                yield Observation(
                    finding_id, state, place.text("site"), place.text("side"), place.text("position")
                )
        else:
            yield Observation(finding_id, _state(finding_id, given.text(finding_id)))


def answers_of(given: Given, knowledge: Knowledge) -> Mapping[str, FindingState]:
    """What was answered to the red flags that were asked."""
    for flag_id in given.value:
        if flag_id not in knowledge.red_flags:
            raise ChartTrouble(_("There is no red flag called {name}.").format(name=flag_id))
    return {flag_id: _state(flag_id, given.text(flag_id)) for flag_id in given.value}


def _state(name: str, text: str) -> FindingState:
    if text not in {state.value for state in FindingState}:
        raise ChartTrouble(_("{name} is present, absent or not_asked.").format(name=name))
    return FindingState(text)
