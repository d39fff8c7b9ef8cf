"""Caution rules in words, and from what was typed back to a rule. Knows no Qt."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from acuchart.clinic.body_parts import EVERY_PART
from acuchart.clinic.caution_rules import RuleChange
from acuchart.clinic.cautions import (
    BEYOND_LIMIT,
    OWN_KIND,
    WHOLE_PATIENT,
    CautionRule,
    Done,
    Level,
    When,
)
from acuchart.clinic.flags import FLAG_WORDS, FlagKind
from acuchart.clinic.point_codes import code_of
from acuchart.clinic.trouble import ChartTrouble
from acuchart.words import N_, _, format_number

LEVEL_WORDS = {
    Level.DANGER.value: N_("Danger"),
    BEYOND_LIMIT: N_("Past the limit"),
    Level.CAUTION.value: N_("Caution"),
    Level.NOTE.value: N_("Note"),
}
STATE_WORDS = {
    "medical_emergency": N_("Emergency today"),
    "malignancy": N_("Cancer, now or before"),
    "skin": N_("Damaged skin today"),
    "acute_state": N_("Fasting, drunk, exhausted or very anxious today"),
    "weak_patient": N_("Frail"),
    "bleeds_easily": N_("Bruises or bleeds easily"),
}
DONE_WORDS = {Done.NEEDLE: N_("Needling"), Done.CURRENT: N_("Current"), Done.MOXA: N_("Moxa")}


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A rule as it is listed.

    Attributes:
        key: Of a rule that came with the program, or the id of one of the clinic's own.
        about: Point and kind, such as "LI4 · pregnancy".
        state: Whether it was changed, switched off or is the clinic's own; empty as delivered.
    """

    key: str
    about: str
    level: str
    statement: str
    source: str
    state: str


@dataclass(frozen=True, slots=True)
class RuleTyped:
    """What the dialog holds, in the words that were typed."""

    code: str
    level: str
    statement: str
    source: str
    weeks: tuple[str, str] = ("", "")
    ages: tuple[str, str] = ("", "")
    deeper_than: str = ""
    flag: str = ""
    region: str = ""
    done: Done = Done.NEEDLE
    active: bool = True


@dataclass(frozen=True, slots=True)
class Listed:
    """A rule of the list, with what the clinic changed in it."""

    rule: CautionRule
    change: RuleChange | None

    @property
    def key(self) -> str:
        """Of a rule that came with the program, or the id of one of the clinic's own."""
        own = self.change is not None and not self.change.replaces
        return str(self.change.id) if own and self.change is not None else self.rule.key

    @property
    def own(self) -> bool:
        """Whether the clinic wrote it."""
        return self.rule.kind == OWN_KIND


def listed(delivered: Iterable[CautionRule], changes: Iterable[RuleChange]) -> tuple[Listed, ...]:
    """The clinic's own rules first, then those that came with the program as they hold now."""
    held = tuple(changes)
    by_key = {change.replaces: change for change in held if change.replaces}
    own = [Listed(change.rule, change) for change in held if not change.replaces]
    rest = []
    for rule in delivered:
        change = by_key.get(rule.key)
        rest.append(Listed(change.rule if change else rule, change))
    return (*own, *rest)


def matching(rules: Sequence[Listed], query: str, changed_only: bool) -> tuple[Listed, ...]:
    """The rules that hold every word typed; perhaps only those the clinic changed."""
    words = query.casefold().split()
    return tuple(
        found
        for found in rules
        if (found.change is not None or not changed_only) and all(word in _text(found.rule) for word in words)
    )


def _text(rule: CautionRule) -> str:
    return f"{rule.code} {rule.kind} {rule.level} {_(rule.statement)} {rule.source}".casefold()


def rule_line(found: Listed) -> RuleLine:
    """A rule in words."""
    rule, change = found.rule, found.change
    state = ""
    if change is not None:
        state = _("own") if found.own else _("changed")
        state = state if change.active else _("off")
    kind = "" if found.own else rule.kind.replace("_", " ")
    code = _("Whole patient") if rule.code == WHOLE_PATIENT else rule.code
    about = " · ".join(words for words in (code, kind) if words)
    return RuleLine(found.key, about, _(LEVEL_WORDS[rule.level]), _(rule.statement), rule.source, state)


def typed_of(found: Listed) -> RuleTyped:
    """What the dialog shows of a rule."""
    rule, when = found.rule, found.rule.when
    return RuleTyped(
        code="" if rule.code == WHOLE_PATIENT else rule.code,
        level=rule.level,
        statement=rule.statement,
        source=rule.source,
        weeks=_span(rule.weeks),
        ages=_span(when.ages),
        deeper_than="" if when.deeper_than_mm is None else format_number(when.deeper_than_mm),
        flag=when.flags[0] if when.flags else "",
        region=when.region,
        done=when.done,
        active=found.change is None or found.change.active,
    )


def _span(span: tuple[int, int] | None) -> tuple[str, str]:
    return ("", "") if span is None else (str(span[0]), str(span[1]))


def rule_of(typed: RuleTyped, before: CautionRule | None) -> CautionRule:
    """The rule that was typed; of one that came with the program its point, kind and conditions stay.

    Raises:
        ChartTrouble: A figure cannot be read.
    """
    weeks = _read_span(typed.weeks, _("Weeks of pregnancy"))
    if before is not None and before.kind != OWN_KIND:
        return replace(
            before,
            level=typed.level,
            statement=typed.statement.strip(),
            source=typed.source.strip(),
            weeks=weeks if before.weeks is not None else None,
        )
    code = typed.code.strip()
    return CautionRule(
        code=(code_of(code) or code.upper()) or WHOLE_PATIENT,
        kind=OWN_KIND,
        severity="",
        statement=typed.statement.strip(),
        level=typed.level,
        weeks=weeks,
        sources=(),
        source=typed.source.strip(),
        when=_when(typed),
    )


def _when(typed: RuleTyped) -> When:
    deeper = typed.deeper_than.strip().replace(",", ".")
    if deeper and not deeper.replace(".", "", 1).isdigit():
        raise ChartTrouble(_("Write the depth in mm, such as 20."))
    return When(
        flags=(typed.flag,) if typed.flag else (),
        ages=_read_span(typed.ages, _("Ages")),
        done=typed.done,
        deeper_than_mm=float(deeper) if deeper else None,
        region=typed.region,
    )


def _read_span(texts: tuple[str, str], what: str) -> tuple[int, int] | None:
    low, high = (text.strip() for text in texts)
    if not low and not high:
        return None
    if not (low.isdigit() and high.isdigit()):
        raise ChartTrouble(_("{what} need two whole numbers, from and to.").format(what=what))
    return int(low), int(high)


def part_options() -> tuple[tuple[str, str], ...]:
    """The parts of the body a rule may speak of, in words."""
    return tuple((part, part.replace("_", " ").capitalize()) for part in sorted(EVERY_PART))


def flag_options() -> tuple[tuple[str, str], ...]:
    """The flags and states a rule may ask for, in words."""
    flags = tuple((k.value, _(FLAG_WORDS[k])) for k in FlagKind if k is not FlagKind.PREGNANCY)
    return (*flags, *((state, _(words)) for state, words in STATE_WORDS.items()))
