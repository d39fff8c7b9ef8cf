"""From the JSON of a patient's risks and a prescription to the cautions as JSON."""

from acuchart.clinic.caution_check import check
from acuchart.clinic.caution_rules import rules_in_force
from acuchart.clinic.cautions import CautionRule, Needle, Risks, Treatment, check_risks
from acuchart.clinic.findings import FindingState
from acuchart.clinic.joined_points import read_rows, row_of
from acuchart.clinic.needling import Needling
from acuchart.clinic.prescription import Entry, Unread
from acuchart.clinic.risks import with_means
from acuchart.clinic.treatment import treatment_of
from acuchart.clinic.trouble import ChartTrouble
from acuchart.commands.given import Given
from acuchart.commands.observed import answers_of, observations_of
from acuchart.commands.opening import Asked, opened
from acuchart.commands.shapes import Shape
from acuchart.knowledge import Knowledge
from acuchart.words import _


def rules_of(asked: Asked | None, knowledge: Knowledge) -> tuple[CautionRule, ...]:
    """The rules that came with the program; of a clinic, as its owner changed them."""
    if asked is None:
        return tuple(knowledge.cautions)
    with opened(asked, knowledge) as sitting:
        from acuchart.charting.rules import Rules

        return rules_in_force(knowledge.cautions, Rules(sitting).changes())


def check_file(given: Given, knowledge: Knowledge, rules: tuple[CautionRule, ...]) -> list[Shape]:
    """Every caution by these rules, dangers first.

    `findings` and `red_flags` are what `assess` takes: they speak to the rules as they do at a visit.
    """
    given.only("patient", "prescription", "electrical", "moxa", "findings", "red_flags")
    treatment = Treatment(
        needles=_needles(given.text("prescription"), knowledge),
        electrical=tuple(_pair(given, pair, knowledge) for pair in given.list("electrical")),
        moxa=tuple(n for text in given.texts("moxa") for n in _needles(text, knowledge)),
    )
    present = _present(given, knowledge)
    means = {raiser.means for raiser in knowledge.raisers if raiser.id in present}
    risks = with_means(_risks(given.below("patient")), means)
    cautions = check(treatment, risks, rules, knowledge.points)
    return [{"point": c.point, "level": c.level, "reason": c.reason, "source": c.source} for c in cautions]


def _risks(patient: Given) -> Risks:
    patient.only("pregnancy_week", "age", "flags", "asked_none", "states")
    return check_risks(
        Risks(
            flags=frozenset(patient.texts("flags")),
            asked_none=frozenset(patient.texts("asked_none")),
            pregnancy_week=patient.whole("pregnancy_week"),
            age=patient.whole("age"),
            states=frozenset(patient.texts("states")),
        )
    )


def _present(given: Given, knowledge: Knowledge) -> frozenset[str]:
    """What was found and answered with yes; an absent finding takes nothing away."""
    found = observations_of(given.below("findings"), knowledge)
    answered = answers_of(given.below("red_flags"), knowledge)
    present = {one.finding_id for one in found if one.state is FindingState.PRESENT}
    return frozenset(present | {name for name, state in answered.items() if state is FindingState.PRESENT})


def _pair(given: Given, pair: object, knowledge: Knowledge) -> tuple[Needle, Needle]:
    match pair:
        case [str(one), str(other)]:
            return _one(one, knowledge), _one(other, knowledge)
        case _:
            raise given.wrong("electrical", _("a list of pairs, each with two ends"))


def _one(text: str, knowledge: Knowledge) -> Needle:
    match _needles(text, knowledge):
        case (needle,):
            return needle
        case _:
            raise ChartTrouble(_("{text} must be one point.").format(text=text or "-"))


def _needles(text: str, knowledge: Knowledge) -> tuple[Needle, ...]:
    """The points of a line; one that cannot be read stops the check, as it might hide a danger."""
    rows = tuple(_row(entry) for entry in read_rows(text, knowledge.points))
    return treatment_of(rows).needles


def _row(entry: Entry | Unread) -> Needling:
    if isinstance(entry, Unread):
        raise ChartTrouble(_("{text} can't be read: {why}").format(text=entry.text, why=entry.error))
    return row_of(entry)
