"""What stands above the findings: red flags that wait for a decision, and a change from another window."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from acuchart.clinic.red_flags import Action, RedFlag
from acuchart.screens.findings.red_flags_card import ACTION_WORDS
from acuchart.screens.parts.alert import Alert, AlertKind
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.screens.parts.conflict_alert import ConflictAlert
from acuchart.words import _, ngettext

FIRST = 3
"""Alerts in sight at once, so that the findings keep their room."""


class AlertColumn(QWidget):
    """Alerts, the most urgent first; nothing when there is none. What is beyond the first is counted.

    Signals:
        wanted: id of the red flag whose decision is to be written.
        all_wanted: the others are to be shown too.
        theirs_taken, mine_kept: which of two versions stays.
    """

    wanted = Signal(str)
    all_wanted = Signal()
    theirs_taken = Signal()
    mine_kept = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._flags: dict[str, Alert] = {}
        self._others = self._make_others()
        self._column.addWidget(self._others)
        self._conflict = ConflictAlert("findings")
        self._conflict.theirs_taken.connect(self.theirs_taken)
        self._conflict.mine_kept.connect(self.mine_kept)
        self._column.addWidget(self._conflict)
        self._show_self()

    def show_flags(self, flags: Sequence[RedFlag], adding: Mapping[str, str]) -> None:
        """The first of the red flags, and how many more there are; `adding` says what adds weight to them."""
        wanted = {flag.id: flag for flag in flags[:FIRST]}
        for key in [key for key in self._flags if key not in wanted]:
            alert = self._flags.pop(key)
            self._column.removeWidget(alert)
            alert.hide()
            alert.deleteLater()
        for place, (key, flag) in enumerate(wanted.items()):
            if key not in self._flags:
                self._flags[key] = self._make_alert(flag, adding.get(key, ""))
                self._column.insertWidget(place, self._flags[key])
        more = len(flags) - len(wanted)
        self._others.setVisible(more > 0)
        if more > 0:
            words = ngettext("{n} more red flag is present", "{n} more red flags are present", more)
            self._others.say(words.format(n=more), _("Write what you decide before needling."))
        self._show_self()

    def show_conflict(self, differing: Sequence[str]) -> None:
        """Says what was changed in another window; nothing hides it."""
        self._conflict.setVisible(bool(differing))
        if differing:
            sentence = _("It reads otherwise there: {what}. Nothing was overwritten.")
            self._conflict.say(
                _("This visit was changed in another window"), sentence.format(what=", ".join(differing))
            )
        self._show_self()

    def _show_self(self) -> None:
        self.setVisible(bool(self._flags) or not self._conflict.isHidden())

    def _make_alert(self, flag: RedFlag, adding: str) -> Alert:
        kind = AlertKind.CAUTION if flag.action is Action.CAUTION else AlertKind.DANGER
        title = f"{_(flag.item)}: {_(ACTION_WORDS[flag.action])}"
        points_to = (
            _("It may point to {disease}.").format(disease=_(flag.points_to)) if flag.points_to else ""
        )
        weight = _("Adds weight: {flags}.").format(flags=adding) if adding else ""
        parts = (points_to, weight, _("Write what you decide before needling."))
        sentence = " ".join(part for part in parts if part)
        alert = Alert(kind, title, sentence, name=f"findings.alert.{flag.id}")
        button = Button(
            _("Write the decision"),
            Variant.PLAIN if kind is AlertKind.CAUTION else Variant.DANGER,
            size=Size.SMALL,
            name=f"findings.decide.{flag.id}",
        )
        button.clicked.connect(lambda: self.wanted.emit(flag.id))
        alert.put_beside(button)
        alert.say(title, sentence)
        return alert

    def _make_others(self) -> Alert:
        alert = Alert(AlertKind.DANGER, "", name="findings.more_alerts")
        button = Button(_("Show them"), size=Size.SMALL, name="findings.show_alerts")
        button.clicked.connect(self.all_wanted)
        alert.put_beside(button)
        alert.hide()
        return alert
