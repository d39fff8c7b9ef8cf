"""The pulse: six positions, and qualities that apply to one of them or to the whole."""

from collections.abc import Mapping

from acuchart.clinic.findings import Finding, FindingState
from acuchart.clinic.visit import Examination
from acuchart.screens.findings.cards import CardSpec
from acuchart.screens.findings.group_card import GroupCard
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.screens.parts.pulse_grid import PulseGrid, PulsePlace
from acuchart.screens.parts.text import Text
from acuchart.words import N_, _

_PLACES = {
    "left_cun": (N_("Cun 寸"), N_("Heart")),
    "left_guan": (N_("Guan 关"), N_("Liver")),
    "left_chi": (N_("Chi 尺"), N_("Kidney yin")),
    "right_cun": (N_("Cun 寸"), N_("Lung")),
    "right_guan": (N_("Guan 关"), N_("Spleen")),
    "right_chi": (N_("Chi 尺"), N_("Kidney yang")),
}
_WRISTS = {"left": N_("left"), "right": N_("right")}


class PulseCard(GroupCard):
    """Six cells. A tap on one lets the chips apply to it; again, to the pulse as a whole."""

    def __init__(self, spec: CardSpec, vocabulary: Mapping[str, Finding]) -> None:
        self._place = ""
        self._found = Examination()
        self._last: Mapping[str, FindingState] = {}
        super().__init__(spec, vocabulary)

    @property
    def position(self) -> str:
        return self._place

    def fill(self) -> None:
        """Puts the grid and the chips."""
        places = {key: PulsePlace(key, _(place), _(organ)) for key, (place, organ) in _PLACES.items()}
        left = [place for key, place in places.items() if key.startswith("left")]
        right = [place for key, place in places.items() if key.startswith("right")]
        self._grid = PulseGrid(left, right, name="findings.pulse")
        self._grid.cell_tapped.connect(self._choose)
        self.inside.addWidget(self._grid)
        self._applies = Text("", "small", "ink2", wrap=True)
        self._whole = Button(
            _("Whole pulse"), Variant.LINK, icon="x", size=Size.SMALL, name="findings.whole_pulse"
        )
        self._whole.clicked.connect(lambda: self._choose(""))
        self.inside.addWidget(self._applies)
        self.inside.addWidget(self._whole)
        self.add_chips(self.findings)

    def begin(self) -> None:
        """Starts with the pulse as a whole."""
        super().begin()
        self._place = ""
        self._show_place()

    def show_examination(self, found: Examination, last: Mapping[str, FindingState]) -> None:
        self._found, self._last = found, last
        super().show_examination(found, last)
        named = {finding.id: finding for finding in self.findings}
        felt: dict[str, list[str]] = {}
        for seen in found.observations:
            if seen.finding_id in named and seen.position and seen.state is FindingState.PRESENT:
                felt.setdefault(seen.position, []).append(self.words_of(named[seen.finding_id]))
        cells = {key: ", ".join(words).capitalize() for key, words in felt.items()}
        self._grid.show_pulse(cells, self._place)
        self._show_place()

    def show_tail(self) -> None:
        """Findings that name their own position are asked of the pulse as a whole only."""
        super().show_tail()
        if self._place:
            for finding in self.findings:
                self.chips[finding.id].setVisible(finding.group not in self.spec.tail)
            self.tell_more(0)

    def _show_place(self) -> None:
        self._whole.setVisible(bool(self._place))
        if not self._place:
            self._applies.setText(_("The qualities below are of the pulse as a whole."))
            return
        wrist, _sep, _name = self._place.partition("_")
        place, organ = _PLACES[self._place]
        words = _("The qualities below are of {place}, {organ}, on the {side} wrist.")
        self._applies.setText(words.format(place=_(place), organ=_(organ), side=_(_WRISTS[wrist])))

    def _choose(self, place: str) -> None:
        self._place = "" if place == self._place else place
        self.show_examination(self._found, self._last)
