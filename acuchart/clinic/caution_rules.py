"""What a clinic changed in the caution rules: a level, a wording, a rule switched off, one of its own."""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from acuchart.clinic.cautions import (
    BEYOND_LIMIT,
    LAST_WEEK,
    OWN_KIND,
    RISK_FLAGS,
    STATES,
    WHOLE_PATIENT,
    CautionRule,
    Level,
)
from acuchart.clinic.trouble import ChartTrouble
from acuchart.words import _


@dataclass(frozen=True, slots=True)
class RuleChange:
    """One rule as the clinic has it.

    Attributes:
        replaces: Key of the rule that came with the program; empty for one of the clinic's own.
        rule: As it holds now.
        active: False where the clinic switched it off.
    """

    id: UUID
    replaces: str
    rule: CautionRule
    active: bool
    by: UUID
    at: datetime
    version: int = 0


def rules_in_force(
    delivered: Iterable[CautionRule], changes: Iterable[RuleChange]
) -> tuple[CautionRule, ...]:
    """The rules that came with the program, as the clinic changed them, and then its own."""
    held = tuple(changes)
    replaced = {change.replaces: change for change in held if change.replaces}
    rules = []
    for rule in delivered:
        change = replaced.get(rule.key)
        if change is None:
            rules.append(rule)
        elif change.active:
            rules.append(change.rule)
    return (*rules, *(change.rule for change in held if not change.replaces and change.active))


def check_rule(rule: CautionRule, points: Container[str]) -> CautionRule:
    """The rule, or trouble when it cannot stand: every rule says what is the matter and who says so."""
    if not rule.statement.strip():
        raise ChartTrouble(_("Write what is the matter, in a few words."))
    if not rule.source.strip():
        raise ChartTrouble(_("Name the source. A rule without one can't be judged by anybody."))
    if rule.code != WHOLE_PATIENT and rule.code not in points:
        raise ChartTrouble(_("There is no point {code}.").format(code=rule.code))
    own_levels = {level.value for level in Level}
    if rule.level not in (own_levels if rule.kind == OWN_KIND else {*own_levels, BEYOND_LIMIT}):
        raise ChartTrouble(_("Choose danger, caution or note."))
    _check_spans(rule)
    return rule


def _check_spans(rule: CautionRule) -> None:
    if rule.weeks is not None and not 0 <= rule.weeks[0] <= rule.weeks[1] <= LAST_WEEK:
        raise ChartTrouble(_("Weeks of pregnancy go from 0 to {n}.").format(n=LAST_WEEK))
    when = rule.when
    if when.ages is not None and not 0 <= when.ages[0] <= when.ages[1] <= 130:
        raise ChartTrouble(_("Ages go from 0 to 130 years, the lower one first."))
    if when.deeper_than_mm is not None and not 0 < when.deeper_than_mm <= 150:
        raise ChartTrouble(_("A depth lies between 0 and 150 mm."))
    for name in when.flags:
        if name not in RISK_FLAGS | STATES:
            raise ChartTrouble(_("There is no risk flag called {name}.").format(name=name))
