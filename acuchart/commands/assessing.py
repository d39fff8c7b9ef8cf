"""From the JSON of an assessment to the ledger as JSON."""

from collections.abc import Iterator

from acuchart.clinic.ask_next import ask_next
from acuchart.clinic.cautions import Risks, check_risks
from acuchart.clinic.eight_principles import Principle, eight_principles
from acuchart.clinic.elements import weigh_elements
from acuchart.clinic.findings import FindingState, Observation
from acuchart.clinic.ledger import Row, weigh
from acuchart.clinic.named_places import with_named_places
from acuchart.clinic.painful_channels import PainfulChannel, painful_channels
from acuchart.clinic.patterns import Pattern
from acuchart.clinic.people import Sex
from acuchart.clinic.red_flags import Alert, alerts
from acuchart.clinic.trouble import ChartTrouble
from acuchart.commands.given import Given
from acuchart.commands.shapes import Shape
from acuchart.knowledge import Knowledge
from acuchart.words import _

PREGNANCY = "pregnancy"
SEXES = ("F", "M", *Sex)
"""The letters do as well, as case reports write them."""


def assess(given: Given, knowledge: Knowledge) -> Shape:
    """The ledger, its elements, the question to ask next and the red flags that are present."""
    given.only("findings", "red_flags", "age", "sex", "flags")
    observations = with_named_places(_observations(given.below("findings"), knowledge))
    flags = _flags(given)
    answers = _answers(given.below("red_flags"), knowledge)
    ledger = weigh(knowledge.patterns, observations)
    return {
        "ledger": [_row(row, knowledge.patterns[row.pattern]) for row in (*ledger.rows, *ledger.channels)],
        "groups": [
            {"group": rows[0].group, "patterns": [row.pattern for row in rows]} for rows in ledger.groups
        ],
        "elements": [
            {"element": e.name, "axis": e.axis, "for": list(e.for_), "against": list(e.against)}
            for e in weigh_elements(knowledge.patterns, observations)
        ],
        "eight_principles": [_principle(pair) for pair in eight_principles(knowledge.patterns, observations)],
        "channels": [
            _channel(one)
            for one in painful_channels((), knowledge.channels, knowledge.patterns, observations)
        ],
        "ask_next": ask_next(ledger, knowledge.patterns, observations, knowledge.findings),
        "red_flags": [
            _alert(alert) for alert in alerts(knowledge.red_flags, answers, given.whole("age"), flags)
        ],
    }


def _flags(given: Given) -> tuple[str, ...]:
    sex = given.text("sex")
    if sex and sex not in SEXES:
        raise ChartTrouble(_("sex is one of {names}.").format(names=", ".join(SEXES)))
    flags = given.texts("flags")
    check_risks(Risks(flags=frozenset(flags) - {PREGNANCY}, age=given.whole("age")))
    return flags


def _observations(given: Given, knowledge: Knowledge) -> Iterator[Observation]:
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


def _answers(given: Given, knowledge: Knowledge) -> dict[str, FindingState]:
    for flag_id in given.value:
        if flag_id not in knowledge.red_flags:
            raise ChartTrouble(_("There is no red flag called {name}.").format(name=flag_id))
    return {flag_id: _state(flag_id, given.text(flag_id)) for flag_id in given.value}


def _state(name: str, text: str) -> FindingState:
    if text not in {state.value for state in FindingState}:
        raise ChartTrouble(_("{name} is present, absent or not_asked.").format(name=name))
    return FindingState(text)


def _row(row: Row, pattern: Pattern) -> Shape:
    return {
        "pattern": row.pattern,
        "group": row.group,
        "label": pattern.label,
        "hanzi": pattern.hanzi,
        "family": pattern.family,
        "icd11": [{"code": icd.code, "title": icd.title} for icd in pattern.icd11],
        "for": list(row.for_),
        "against": list(row.against),
        "not_asked": list(row.not_asked),
    }


def _principle(pair: Principle) -> Shape:
    return {
        "pair": [pair.first.side, pair.second.side],
        "present": list(pair.sides),
        "for_first": list(pair.first.for_),
        "for_second": list(pair.second.for_),
    }


def _channel(channel: PainfulChannel) -> Shape:
    return {
        "channel": channel.code,
        "regions": list(channel.regions),
        "leading": channel.leading,
        "patterns": [
            {"pattern": sign.pattern, "for": list(sign.for_), "not_asked": list(sign.not_asked)}
            for sign in channel.signs
        ],
    }


def _alert(alert: Alert) -> Shape:
    return {
        "id": alert.flag.id,
        "action": alert.flag.action,
        "points_to": alert.flag.points_to,
        "because": list(alert.because),
        "source": alert.flag.source,
        "question": alert.flag.question,
    }
