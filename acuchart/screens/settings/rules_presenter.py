"""Caution rules: what came with the program, and what the owner made of it. Knows no Qt."""

from collections.abc import Callable, Sequence
from typing import Any, Protocol
from uuid import UUID

from acuchart.charting.rules import Rules
from acuchart.clinic.caution_rules import RuleChange
from acuchart.clinic.cautions import CautionRule
from acuchart.clinic.events import CautionRulesChanged, Event
from acuchart.clinic.trouble import ChartTrouble
from acuchart.screens.settings.parts import Part
from acuchart.screens.settings.rule_lines import (
    Listed,
    RuleLine,
    RuleTyped,
    listed,
    matching,
    rule_line,
    rule_of,
    typed_of,
)
from acuchart.screens.shell.background import Background

MOST = 60
"""Rules shown at a time; typing narrows them down."""


class Wish(Protocol):
    """A signal of the view."""

    def connect(self, slot: Callable[..., Any], /) -> object: ...


class RulesView(Protocol):
    """What the presenter asks of the page."""

    @property
    def searched(self) -> Wish: ...
    @property
    def edit_wanted(self) -> Wish: ...
    @property
    def add_wanted(self) -> Wish: ...
    @property
    def given(self) -> Wish: ...
    @property
    def give_back_wanted(self) -> Wish: ...

    def show_rules(self, lines: Sequence[RuleLine], every: int) -> None: ...
    def ask(self, key: str, typed: RuleTyped, own: bool, weeks: bool, changed: bool) -> None: ...
    def show_done(self) -> None: ...
    def show_refused(self, sentence: str) -> None: ...


class RulesPresenter:
    """The list, narrowed down, and the dialog of one rule."""

    def __init__(
        self,
        view: RulesView,
        rules: Rules,
        delivered: tuple[CautionRule, ...],
        background: Background,
    ) -> None:
        self._view = view
        self._use_cases = rules
        self._delivered = delivered
        self._background = background
        self._rules: tuple[Listed, ...] = ()
        self._query, self._changed_only = "", False
        view.searched.connect(self._search)
        view.edit_wanted.connect(self._edit)
        view.add_wanted.connect(self._add)
        view.given.connect(self._keep)
        view.give_back_wanted.connect(self._give_back)

    def show(self, part: Part) -> None:
        """The part was turned to."""
        if part is Part.RULES:
            self._background.run(self, self._use_cases.changes, self._listed, self._refused)

    def heard(self, event: Event) -> None:
        """A rule was changed, here or in another window."""
        if isinstance(event, CautionRulesChanged) and self._rules:
            self.show(Part.RULES)

    def leave(self) -> None:
        """Nothing waits to be written: each change is kept when it is given."""

    def _listed(self, changes: tuple[RuleChange, ...]) -> None:
        self._rules = listed(self._delivered, changes)
        self._show()

    def _search(self, query: str, changed_only: bool) -> None:
        self._query, self._changed_only = query, changed_only
        self._show()

    def _show(self) -> None:
        found = matching(self._rules, self._query, self._changed_only)
        self._view.show_rules([rule_line(rule) for rule in found[:MOST]], len(found))

    def _edit(self, key: str) -> None:
        found = self._found(key)
        if found is not None:
            weeks = found.own or found.rule.weeks is not None
            self._view.ask(key, typed_of(found), found.own, weeks, found.change is not None)

    def _add(self) -> None:
        self._view.ask("", RuleTyped("", "caution", "", ""), own=True, weeks=True, changed=False)

    def _keep(self, key: str, typed: RuleTyped) -> None:
        found = self._found(key)
        try:
            rule = rule_of(typed, found.rule if found else None)
        except ChartTrouble as trouble:
            self._view.show_refused(trouble.sentence)
            return
        self._background.run(
            self,
            lambda: self._write(found, rule, typed.active),
            lambda _kept: self._view.show_done(),
            self._refused,
        )

    def _write(self, found: Listed | None, rule: CautionRule, active: bool) -> RuleChange:
        if found is None:
            return self._use_cases.add(rule)
        if found.own and found.change is not None:
            return self._use_cases.change_own(found.change, rule, active)
        return self._use_cases.change(found.rule.key, rule, active)

    def _give_back(self, key: str) -> None:
        found = self._found(key)
        if found is None or found.change is None:
            return
        change_id: UUID = found.change.id
        self._background.run(
            self,
            lambda: self._use_cases.give_back(change_id),
            lambda _done: self._view.show_done(),
            self._refused,
        )

    def _found(self, key: str) -> Listed | None:
        return next((found for found in self._rules if found.key == key), None)

    def _refused(self, trouble: ChartTrouble) -> None:
        self._view.show_refused(trouble.sentence)
