"""Caution rules as the owner changes them."""

from dataclasses import replace
from uuid import UUID

from acuchart.charting.sitting import Duty, Transaction, UseCases, use_case
from acuchart.clinic.caution_rules import RuleChange, check_rule
from acuchart.clinic.cautions import OWN_KIND, CautionRule
from acuchart.clinic.events import CautionRulesChanged
from acuchart.clinic.ids import new_id
from acuchart.clinic.trouble import ChartTrouble
from acuchart.words import _


class Rules(UseCases):
    """What the clinic changed in the rules. Those that came with the program stay where they are."""

    @use_case(Duty.CLINICAL)
    def changes(self, tx: Transaction) -> tuple[RuleChange, ...]:
        """Every change."""
        tx.audit("rules.opened")
        return tx.work.rule_changes.all()

    @use_case(Duty.OWNING)
    def add(self, tx: Transaction, rule: CautionRule) -> RuleChange:
        """A rule of the clinic's own."""
        own = check_rule(replace(rule, kind=OWN_KIND), self.sitting.knowledge.points)
        return self._written(tx, self._new("", own, active=True), "rule.added")

    @use_case(Duty.OWNING)
    def change(self, tx: Transaction, replaces: str, rule: CautionRule, active: bool) -> RuleChange:
        """Another level, wording, weeks or source for a rule that came with the program, or switching it off.

        What it speaks of stays: its point and its kind.
        """
        delivered = next((d for d in self.sitting.knowledge.cautions if d.key == replaces), None)
        if delivered is None:
            raise ChartTrouble(_("This rule is no longer there."))
        held = check_rule(
            replace(rule, code=delivered.code, kind=delivered.kind), self.sitting.knowledge.points
        )
        if delivered.weeks is not None and held.weeks is None:
            raise ChartTrouble(_("Say in which weeks of pregnancy it holds."))
        before = next((c for c in tx.work.rule_changes.all() if c.replaces == replaces), None)
        if before is None:
            return self._written(tx, self._new(replaces, held, active), "rule.changed")
        return self._rewritten(tx, before, held, active)

    @use_case(Duty.OWNING)
    def change_own(self, tx: Transaction, change: RuleChange, rule: CautionRule, active: bool) -> RuleChange:
        """A rule of the clinic's own, changed or switched off."""
        held = check_rule(replace(rule, kind=OWN_KIND), self.sitting.knowledge.points)
        return self._rewritten(tx, change, held, active)

    @use_case(Duty.OWNING)
    def give_back(self, tx: Transaction, change_id: UUID) -> None:
        """The rule that came with the program holds again; one of the clinic's own is gone."""
        change = tx.work.rule_changes.get(change_id)
        tx.work.rule_changes.remove(change_id)
        tx.audit("rule.given_back", detail=change.replaces or change.rule.code)
        tx.publish(CautionRulesChanged())

    def _new(self, replaces: str, rule: CautionRule, active: bool) -> RuleChange:
        return RuleChange(new_id(), replaces, rule, active, self.user_id, self.clock.now())

    def _rewritten(self, tx: Transaction, before: RuleChange, rule: CautionRule, active: bool) -> RuleChange:
        change = replace(before, rule=rule, active=active, by=self.user_id, at=self.clock.now())
        kept = tx.work.rule_changes.change(change)
        return self._told(tx, kept, "rule.changed")

    def _written(self, tx: Transaction, change: RuleChange, act: str) -> RuleChange:
        return self._told(tx, tx.work.rule_changes.add(change), act)

    def _told(self, tx: Transaction, kept: RuleChange, act: str) -> RuleChange:
        name = kept.replaces or kept.rule.code
        tx.audit(act, detail=f"{name} {kept.rule.level if kept.active else 'off'}")
        tx.publish(CautionRulesChanged())
        return kept
