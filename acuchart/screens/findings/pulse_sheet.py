"""The sheet of the pulse: depths, rates and qualities, of one place or of the pulse as a whole."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acuchart.clinic.findings import FindingState
from acuchart.clinic.visit import PULSE_RATES
from acuchart.screens.findings.finding_chip import FindingChip
from acuchart.screens.parts.field import LabelledField
from acuchart.screens.parts.flow import FlowLayout
from acuchart.screens.parts.popover import FlowPopover
from acuchart.screens.parts.segmented import Option, Segmented
from acuchart.screens.parts.text import Text
from acuchart.screens.parts.typed_text import keep_refused
from acuchart.words import N_, _

WHOLE_PULSE = "whole"
NAMED = "pulse_position"
_WIDTH = 664
_GROUPS = {
    "pulse_depth": N_("Depth"),
    "pulse_rate": N_("Rate"),
    "pulse_strength": N_("Strength"),
    "pulse_shape": N_("Shape"),
    "pulse_rhythm": N_("Rhythm"),
    NAMED: N_("At one place"),
}


@dataclass(frozen=True, slots=True)
class Place:
    """One of the six places.

    Attributes:
        short: For the choice within the sheet.
        title: With the wrist, for the head of the sheet.
    """

    key: str
    short: str
    title: str


class PulseSheet(FlowPopover):
    """Opens below a place. The choice in its head goes on to the next place without closing it.

    Signals:
        place_chosen: key of a place, or WHOLE_PULSE.
        rate_typed: beats a minute, or None.
        closed: it went out of sight.
    """

    place_chosen = Signal(str)
    rate_typed = Signal(object)
    closed = Signal()

    def __init__(
        self, places: Iterable[Place], chips: Mapping[str, list[FindingChip]], parent: QWidget
    ) -> None:
        super().__init__(width=_WIDTH, name="findings.pulse_sheet", parent=parent)
        self._titles = {place.key: place.title for place in places}
        self._chips = [chip for group in chips.values() for chip in group]
        self._title = Text("", "h3")
        options = [Option(WHOLE_PULSE, _("Whole")), *(Option(p.key, p.short) for p in places)]
        self._choice = Segmented(options, name="findings.pulse_place", label=_("Place on the pulse"))
        self._choice.chosen.connect(self.place_chosen)
        self.rate = LabelledField(_("Beats/min"), name="findings.pulse_rate")
        self.rate.setFixedWidth(96)
        self.rate.edited.connect(self._typed)
        keep_refused(self.rate.editor, "findings.pulse_rate")
        head, column = QHBoxLayout(), QVBoxLayout()
        column.addWidget(self._title)
        column.addWidget(self._choice, 0, Qt.AlignmentFlag.AlignLeft)
        head.addLayout(column, 1)
        head.addWidget(self.rate, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        self._make_groups(chips)

    def _make_groups(self, chips: Mapping[str, list[FindingChip]]) -> None:
        self.body.setSpacing(6)
        for group, words in _GROUPS.items():
            label, box = Text(_(words), "label", "ink2"), QWidget()
            flow = FlowLayout(box, gap=6, row_gap=6)
            for chip in chips.get(group, []):
                flow.addWidget(chip)
            self.body.addWidget(label)
            self.body.addWidget(box)
            if group == NAMED:
                self._named = (label, box)

    def show_place(self, key: str) -> None:
        """Say which place the chips are of. What names a place itself stands only once entered."""
        self._choice.choose(key or WHOLE_PULSE)
        self._title.setText(self._titles.get(key) or _("The pulse as a whole"))
        self.rate.setVisible(not key)
        label, box = self._named
        said = [chip for chip in self._chips if chip.parent() is box and _says(chip)]
        for chip in self._chips:
            if chip.parent() is box:
                chip.setVisible(chip in said)
        for widget in (label, box):
            widget.setVisible(not key and bool(said))
        if self.isVisible():
            self.fit()

    def show_rate(self, rate: int | None) -> None:
        """Show what was counted; a person who types here, or typed what cannot be, is left alone."""
        if not self.rate.editor.hasFocus() and not self.rate.error:
            self.rate.set_text("" if rate is None else str(rate))

    def begin_at_chips(self) -> None:
        """Put the keyboard on the first quality that is felt, or on the first of all."""
        felt = (chip for chip in self._chips if _says(chip) and chip.isVisibleTo(self))
        chip = next(felt, self._chips[0])
        chip.setFocus(Qt.FocusReason.PopupFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.closed.emit()

    def _typed(self, text: str) -> None:
        text = text.strip()
        rate = int(text) if text.isascii() and text.isdigit() else None
        wrong = bool(text) and rate not in PULSE_RATES
        self.rate.set_error(_("20 to 250") if wrong else "")
        self.rate_typed.emit(None if wrong else rate)


def _says(chip: FindingChip) -> bool:
    return chip.state is not FindingState.NOT_ASKED
