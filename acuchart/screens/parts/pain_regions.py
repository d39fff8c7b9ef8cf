"""Painting without a finger: the parts of the body as a list with the same three strengths."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from acuchart.clinic.body import View
from acuchart.clinic.painting import PainStrength
from acuchart.clinic.regions import region_words
from acuchart.screens.parts.body_painting import strength_words
from acuchart.screens.parts.combo import Combo
from acuchart.screens.parts.row import Row
from acuchart.screens.parts.segmented import Option
from acuchart.screens.parts.text import Text
from acuchart.words import _

_NONE = "0"


class PainRegions(QScrollArea):
    """Every region of the given views with a strength to choose.

    Signals:
        strength_chosen: the View, the id of the region, and a PainStrength or None.
    """

    strength_chosen = Signal(object, str, object)

    def __init__(
        self,
        views: Sequence[tuple[View, str]],
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._combos: dict[tuple[str, str], Combo] = {}
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setSpacing(0)
        for view, title in views:
            column.addWidget(Text(title, "h3"))
            for region in view.regions:
                column.addWidget(self._row(view, region, title))
        column.addStretch(1)
        self.setWidget(inner)
        for ground in (inner, self.viewport()):  # the card below shows through
            ground.setAutoFillBackground(False)

    def combo(self, view: str, region: str) -> Combo:
        """Return the choice of one region."""
        return self._combos[view, region]

    def show_strengths(self, strengths: Mapping[tuple[str, str], PainStrength]) -> None:
        """Show the strength of every region, by name of the view and id of the region."""
        for key, combo in self._combos.items():
            strength = strengths.get(key)
            combo.choose(_NONE if strength is None else str(strength.value))

    def _row(self, view: View, region: str, title: str) -> Row:
        words = region_words(region)
        options = [Option(_NONE, _("No pain"))]
        options += [Option(str(strength.value), strength_words(strength)) for strength in PainStrength]
        name = f"{self.objectName()}.{view.name}.{region.replace('-', '_')}" if self.objectName() else ""
        combo = Combo(options, label=f"{title}, {words}", name=name)
        combo.choose(_NONE)
        combo.chosen.connect(lambda key: self._say(view, region, key))
        self._combos[view.name, region] = combo
        label: QLabel = Text(words, "body")
        row = Row((label, combo))
        row.cells.setStretch(0, 1)
        return row

    def _say(self, view: View, region: str, key: str) -> None:
        strength = None if key == _NONE else PainStrength(int(key))
        self.strength_chosen.emit(view, region, strength)
