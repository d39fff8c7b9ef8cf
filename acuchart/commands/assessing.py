"""From the JSON of an assessment to the ledger as JSON."""

from acuchart.clinic.ask_next import ask_next
from acuchart.clinic.cautions import Risks, check_risks
from acuchart.clinic.eight_principles import Principle, eight_principles
from acuchart.clinic.elements import weigh_elements
from acuchart.clinic.ledger import Row, weigh
from acuchart.clinic.named_places import with_named_places
from acuchart.clinic.painful_channels import PainfulChannel, painful_channels
from acuchart.clinic.patterns import Pattern
from acuchart.clinic.people import Sex
from acuchart.clinic.red_flags import Alert, alerts
from acuchart.clinic.trouble import ChartTrouble
from acuchart.clinic.unfitting import unfitting
from acuchart.commands.given import Given
from acuchart.commands.observed import answers_of, observations_of
from acuchart.commands.shapes import Shape
from acuchart.knowledge import Knowledge
from acuchart.words import _

PREGNANCY = "pregnancy"
_LETTERS = {"F": Sex.FEMALE, "M": Sex.MALE}
SEXES = (*_LETTERS, *Sex)
"""The letters do as well, as case reports write them."""


def assess(given: Given, knowledge: Knowledge) -> Shape:
    """The ledger, its elements, the question to ask next and the red flags that are present."""
    given.only("findings", "red_flags", "age", "sex", "flags")
    observations = with_named_places(observations_of(given.below("findings"), knowledge))
    flags = _flags(given)
    answers = answers_of(given.below("red_flags"), knowledge)
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
        "ask_next": ask_next(
            ledger,
            knowledge.patterns,
            observations,
            knowledge.findings,
            unfitting(knowledge.findings, _sex(given), PREGNANCY in flags),
        ),
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


def _sex(given: Given) -> Sex:
    sex = given.text("sex") or Sex.NOT_ASKED
    return Sex(_LETTERS.get(sex, sex))


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
