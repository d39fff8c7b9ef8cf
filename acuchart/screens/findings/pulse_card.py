"""The pulse: six places and the pulse as a whole, each with a sheet of its qualities."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from acuchart.clinic.findings import Finding, FindingState, Observation
from acuchart.clinic.named_places import BOTH_CHI_WEAK, NAMED_PLACES
from acuchart.clinic.visit import Examination
from acuchart.screens.findings.cards import CardSpec
from acuchart.screens.findings.entry import Spot
from acuchart.screens.findings.group_card import GroupCard
from acuchart.screens.findings.pulse_sheet import NAMED, WHOLE_PULSE, Place, PulseSheet
from acuchart.screens.parts.pulse_grid import PulseGrid, PulsePlace
from acuchart.screens.parts.tag_button import TagButton
from acuchart.words import N_, _

_PLACES = {
    "left_cun": (N_("Cun 寸"), N_("Heart")),
    "left_guan": (N_("Guan 关"), N_("Liver")),
    "left_chi": (N_("Chi 尺"), N_("Kidney yin")),
    "right_cun": (N_("Cun 寸"), N_("Lung")),
    "right_guan": (N_("Guan 关"), N_("Spleen")),
    "right_chi": (N_("Chi 尺"), N_("Kidney yang")),
}
_SHORT = {
    "left_cun": N_("L cun"),
    "left_guan": N_("L guan"),
    "left_chi": N_("L chi"),
    "right_cun": N_("R cun"),
    "right_guan": N_("R guan"),
    "right_chi": N_("R chi"),
}
_WRISTS = {"left": N_("left wrist"), "right": N_("right wrist")}
_PRESENT = FindingState.PRESENT
_SHOWN = 2
"""Qualities of the whole pulse that stand in the head."""


class PulseCard(GroupCard):
    """Six cells, and above them the pulse as a whole. A tap on any of them opens the sheet.

    Signals:
        rate_typed: beats a minute, or None.
    """

    rate_typed = Signal(object)

    def __init__(self, spec: CardSpec, vocabulary: Mapping[str, Finding]) -> None:
        self._place = ""
        self._found = Examination()
        self._last: Mapping[str, FindingState] = {}
        super().__init__(spec, vocabulary)
        self._show_head()

    @property
    def spot(self) -> Spot:
        return Spot(position=self._place)

    def fill(self) -> None:
        """Puts the grid, and the chips into the sheet."""
        cells = {key: PulsePlace(key, _(place), _(organ)) for key, (place, organ) in _PLACES.items()}
        left = [place for key, place in cells.items() if key.startswith("left")]
        right = [place for key, place in cells.items() if key.startswith("right")]
        self._grid = PulseGrid(left, right, name="findings.pulse")
        self._grid.cell_tapped.connect(lambda key: self._open(key, self._grid.cell(key)))
        self.inside.addWidget(self._grid)
        self._make_tags()
        self._make_sheet()
        self.more.hide()

    def _make_tags(self) -> None:
        self._overall = TagButton(name="findings.whole_pulse")
        self._rate = TagButton(name="findings.open_pulse_rate")
        self._overall.clicked.connect(lambda: self._open("", self._overall))
        self._rate.clicked.connect(self._open_rate)
        for tag in (self._overall, self._rate):
            self.head.insertWidget(self.head.count() - 3, tag)

    def _make_sheet(self) -> None:
        groups: dict[str, list[Finding]] = {}
        for finding in self.findings:
            groups.setdefault(finding.group, []).append(finding)
        chips = {group: [self.make_chip(f) for f in findings] for group, findings in groups.items()}
        places = [Place(key, _(_SHORT[key]), _title(key)) for key in _PLACES]
        self._sheet = PulseSheet(places, chips, self)
        self._sheet.place_chosen.connect(lambda key: self._choose("" if key == WHOLE_PULSE else key))
        self._sheet.rate_typed.connect(self.rate_typed)
        self._sheet.closed.connect(lambda: self._choose(""))

    def begin(self) -> None:
        """Starts with the pulse as a whole."""
        self._sheet.hide()
        self._sheet.rate.set_error("")
        super().begin()
        self._found, self._last = Examination(), {}
        self._choose("")

    def show_examination(self, found: Examination, last: Mapping[str, FindingState]) -> None:
        self._found, self._last = found, last
        super().show_examination(found, last)
        named = {finding.id: finding for finding in self.findings}
        felt: dict[str, list[str]] = {}
        for seen in found.observations:
            if seen.finding_id in named and seen.state is FindingState.PRESENT:
                for finding_id, position in _felt(seen):
                    felt.setdefault(position, []).append(self.words_of(named[finding_id]))
        cells = {key: ", ".join(dict.fromkeys(words)).capitalize() for key, words in felt.items()}
        self._grid.show_pulse(cells, self._place)
        self._sheet.show_place(self._place)
        self._sheet.show_rate(found.pulse_rate)
        self._show_head()

    def show_tail(self) -> None:
        """The sheet shows all there is."""

    def set_read_only(self, read_only: bool) -> None:
        super().set_read_only(read_only)
        self._sheet.rate.setEnabled(not read_only)

    def reveal(self, finding_id: str) -> QWidget:
        """The place where a finding was felt, or the head where the whole pulse is asked."""
        self.fold(False)
        mine = (seen for seen in self._found.observations if seen.finding_id == finding_id)
        places = [place for seen in mine for _quality, place in _felt(seen) if place in _PLACES]
        return self._grid.cell(places[0]) if places else self._overall

    def _show_head(self) -> None:
        whole = [o.finding_id for o in self._found.observations if not o.position and o.state is _PRESENT]
        felt = [f for f in self.findings if f.id in whole and f.group != NAMED]
        words = [f"{self.words_of(f)} {f.hanzi.removesuffix('脉')}".strip() for f in felt[:_SHOWN]]
        more = f" +{len(felt) - _SHOWN}" if len(felt) > _SHOWN else ""
        said = ", ".join(self.words_of(finding) for finding in felt) or _("not set")
        label = _("{label}: {value}").format(label=_("The pulse as a whole"), value=said)
        self._overall.show_words(", ".join(words) + more or _("Overall"), label, invites=not felt)
        rate = self._found.pulse_rate
        counted = _("{n} /min").format(n=rate) if rate else ""
        label = _("{label}: {value}").format(label=_("Beats a minute"), value=rate or _("not set"))
        self._rate.show_words(counted or _("Rate"), label, invites=not rate)

    def _open(self, place: str, control: QWidget) -> None:
        self._choose(place)
        self._sheet.show_under(control)
        self._sheet.begin_at_chips()

    def _open_rate(self) -> None:
        self._open("", self._rate)
        self._sheet.rate.editor.setFocus()

    def _choose(self, place: str) -> None:
        self._place = place
        self.show_examination(self._found, self._last)


def _felt(seen: Observation) -> tuple[tuple[str, str], ...]:
    """The qualities and places an observation names, by its position or by itself."""
    if seen.position:
        return ((seen.finding_id, seen.position),)
    if seen.finding_id == BOTH_CHI_WEAK:
        return (("pulse_weak", "left_chi"), ("pulse_weak", "right_chi"))
    return tuple(place for place, name in NAMED_PLACES.items() if name == seen.finding_id)


def _title(key: str) -> str:
    place, organ = _PLACES[key]
    wrist = _(_WRISTS[key.partition("_")[0]])
    return f"{_(place)} · {_(organ)}, {wrist}"
