"""What is drawn over the body: layers on or off, and whose points can be tapped."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from acuchart.screens.parts.combo import Combo
from acuchart.screens.parts.popover import Popover
from acuchart.screens.parts.segmented import Option
from acuchart.screens.parts.switch import Switch
from acuchart.screens.parts.text import Text
from acuchart.screens.points.chart_lines import EVERY, PAINFUL, PART, Layers
from acuchart.words import _

_WIDTH = 300
_ALL = "all"


class LayersPanel(Popover):
    """A switch for each layer, and a list of channels.

    Signals:
        chosen: the Layers as they now are.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__(width=_WIDTH, name="points.layers_panel")
        self._layers = Layers()
        words = {
            "channels": _("Channels"),
            "points": _("Other points"),
            "suggested_only": _("Suggested only"),
            "pain": _("Painted pain"),
        }
        self._switches = {layer: self._add(layer, label) for layer, label in words.items()}
        self.only = Combo(label=_("Points of"), name="points.layer_points")
        self.only.chosen.connect(self._only)
        self.body.addWidget(Text(_("Points of"), "small", "ink2"))
        self.body.addWidget(self.only)
        self.show_choices({}, ())

    def show_choices(self, channels: Mapping[str, str], parts: Iterable[str]) -> None:
        """Offer the channels, by code, with their names, and the parts of the body."""
        options = [Option(_ALL, _("Every channel")), Option(PAINFUL, _("Where it hurts"))]
        options += [Option(code, f"{code} {name}") for code, name in channels.items()]
        options += [Option(f"{PART}{part}", part.replace("_", " ").capitalize()) for part in sorted(parts)]
        self.only.set_options(options, self._layers.only or _ALL)

    def _add(self, layer: str, label: str) -> Switch:
        switch = Switch(label, on=bool(getattr(self._layers, layer)), name=f"points.layer.{layer}")
        switch.toggled.connect(lambda on: self._take(replace(self._layers, **{layer: on})))
        row = QHBoxLayout()
        row.addWidget(Text(label, "body"), 1)
        row.addWidget(switch)
        self.body.addLayout(row)
        return switch

    def _only(self, key: str) -> None:
        self._take(replace(self._layers, only=EVERY if key == _ALL else key))

    def _take(self, layers: Layers) -> None:
        self._layers = layers
        self.chosen.emit(layers)
