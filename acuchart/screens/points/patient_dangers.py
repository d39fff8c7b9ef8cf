"""Above the table: dangers of the whole patient, each to be settled by a written reason."""

from collections.abc import Sequence
from itertools import count

from PySide6.QtCore import Qt, Signal

from acuchart.screens.parts.card import Card, Tint
from acuchart.screens.points.danger_strip import DangerStrip
from acuchart.screens.points.lines import PatientDanger


class PatientDangers(Card):
    """A strip for each danger; nothing while there is none.

    Signals:
        kept: a danger in its own words, and the reason; without a word it is open again.
    """

    kept = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(tint=Tint.DANGER, padding=(8, 0), name="points.patient_dangers")
        self.body.setSpacing(0)
        self._strips: dict[str, DangerStrip] = {}
        self._numbers = count()
        self._waiting = ""
        self.hide()

    def show_dangers(self, dangers: Sequence[PatientDanger], read_only: bool) -> None:
        """Show what stands against needling at all; a strip that stays keeps what is being typed in it."""
        words = [danger.told.reason for danger in dangers]
        for gone in [reason for reason in self._strips if reason not in words]:
            strip = self._strips.pop(gone)
            self.body.removeWidget(strip)
            strip.hide()
            strip.deleteLater()
        for danger in dangers:
            reason = danger.told.reason
            strip = self._strips.get(reason) or self._make(reason)
            strip.show_dangers((danger.told,), danger.kept_because, asks=not read_only, removable=False)
        self._waiting = next((d.told.reason for d in dangers if not d.kept_because), "")
        self.set_tint(Tint.DANGER if self._waiting else Tint.PLAIN)
        self.setVisible(bool(dangers))

    def show_trouble(self, reason: str, sentence: str) -> None:
        """Say why what was written for a danger does not do."""
        if reason in self._strips:
            self._strips[reason].show_trouble(sentence)

    def focus_open(self) -> bool:
        """Go to the reason the first open danger asks for; False where none waits."""
        if self._waiting:
            self._strips[self._waiting].reason.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return bool(self._waiting)

    def _make(self, reason: str) -> DangerStrip:
        number = next(self._numbers)
        strip = DangerStrip("", f"patient.{number}", f"points.reason.patient.{reason}")
        strip.kept.connect(lambda words: self.kept.emit(reason, words))
        strip.reopened.connect(lambda: self.kept.emit(reason, ""))
        self._strips[reason] = strip
        self.body.addWidget(strip)
        strip.show()
        return strip
