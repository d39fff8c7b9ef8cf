"""Cards whose findings may belong to one painful region among several, and the pain card with its score."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from acuchart.clinic.findings import Finding, FindingState
from acuchart.clinic.regions import region_words
from acuchart.clinic.visit import Examination
from acuchart.screens.findings.cards import CardSpec
from acuchart.screens.findings.entry import WHOLE, Spot, spot_of
from acuchart.screens.findings.group_card import GroupCard
from acuchart.screens.parts.chip import Chip
from acuchart.screens.parts.flow import FlowLayout, clear
from acuchart.screens.parts.tag_button import TagButton
from acuchart.words import _

EVERYWHERE = "everywhere"


class SiteBar(QWidget):
    """One chip for the pain as a whole and one for each region; in sight when there are several.

    Signals:
        chosen: the region id, or EVERYWHERE.
    """

    chosen = Signal(str)

    def __init__(self, key: str) -> None:
        super().__init__()
        self._key = key
        self._flow = FlowLayout(self, gap=6, row_gap=6)
        self._chips: dict[str, Chip] = {}
        self.hide()

    def show_sites(self, regions: Mapping[str, int], chosen: str) -> None:
        """Show the regions with how much was found at each, the chosen one marked."""
        wanted = {EVERYWHERE: _("All sites")}
        for region, found in regions.items():
            words = region_words(region)
            wanted[region] = f"{words} · {found}" if found else words
        if list(wanted) != list(self._chips):
            self._make(wanted)
        for region, chip in self._chips.items():
            if chip.text() != wanted[region]:
                chip.setText(wanted[region])
                chip.setAccessibleName(wanted[region])
                chip.updateGeometry()
            chip.setChecked(region == chosen)
        self.setVisible(len(regions) > 1)

    def _make(self, wanted: Mapping[str, str]) -> None:
        clear(self._flow)
        self._chips = {}
        for region, words in wanted.items():
            icon = "" if region == EVERYWHERE else "map-pin"
            chip = Chip(words, icon=icon, name=f"findings.site.{self._key}.{region}")
            chip.clicked.connect(lambda _on=False, region=region: self.chosen.emit(region))
            self._flow.addWidget(chip)
            self._chips[region] = chip


class SitedCard(GroupCard):
    """Its chips speak of one site, or of all where that was not told apart.

    Signals:
        sites_wanted: the control below which regions are to be chosen.
    """

    sites_wanted = Signal(object)

    def __init__(self, spec: CardSpec, vocabulary: Mapping[str, Finding]) -> None:
        self._regions: tuple[str, ...] = ()
        self._site = EVERYWHERE
        self._found = Examination()
        self._last: Mapping[str, FindingState] = {}
        super().__init__(spec, vocabulary)
        self._where = TagButton(name=f"findings.add_site.{spec.key}")
        self._where.clicked.connect(lambda: self.sites_wanted.emit(self._where))
        self.head.insertWidget(self.head.count() - 3, self._where)
        self.show_regions(())

    def fill(self) -> None:
        """Puts the sites above the chips."""
        self._bar = SiteBar(self.spec.key)
        self._bar.chosen.connect(self._choose)
        self.inside.addWidget(self._bar)
        super().fill()

    @property
    def spot(self) -> Spot:
        if self._site != EVERYWHERE:
            return spot_of(self._site)
        return Spot(apart=True) if len(self._sites) > 1 else WHOLE

    @property
    def _sites(self) -> Mapping[str, int]:
        """The painful regions, and others where something was found; with how much that is."""
        own = {finding.id for finding in self.findings}
        counts = dict.fromkeys(self._regions, 0)
        for seen in self._found.observations:
            if seen.site and seen.finding_id in own:
                region = "-".join(filter(None, (seen.site, seen.side)))
                counts[region] = counts.get(region, 0) + 1
        return counts

    def begin(self) -> None:
        """Starts with all sites together."""
        super().begin()
        self._found, self._last, self._site = Examination(), {}, EVERYWHERE

    def show_regions(self, regions: Sequence[str]) -> None:
        """Show the painful regions of the complaint."""
        self._regions = tuple(regions)
        self._choose(self._site)

    def _choose(self, site: str) -> None:
        self._site = site
        self.show_examination(self._found, self._last)

    def show_examination(self, found: Examination, last: Mapping[str, FindingState]) -> None:
        self._found, self._last = found, last
        sites = self._sites
        if self._site not in sites or len(sites) < 2:
            self._site = EVERYWHERE
        self._bar.show_sites(sites, self._site)
        self._show_only_site(sites)
        super().show_examination(found, last)

    def _show_only_site(self, sites: Mapping[str, int]) -> None:
        """Name the site in the head where there is one only, and offer to add another."""
        only = region_words(next(iter(sites))) if len(sites) == 1 else ""
        said = _("{site}. Add a site").format(site=only) if only else _("Add a site")
        self._where.show_words(only or _("Site"), said, icon="" if only else "plus", invites=not only)

    def reveal(self, finding_id: str) -> QWidget:
        """Turn to the site where the finding was entered, if it was at one only."""
        sites = [
            "-".join(filter(None, (o.site, o.side)))
            for o in self._found.observations
            if o.finding_id == finding_id
        ]
        if sites and "" not in sites and len(self._sites) > 1:
            self._choose(sites[0])
        return super().reveal(finding_id)

    def set_read_only(self, read_only: bool) -> None:
        super().set_read_only(read_only)
        self._where.setEnabled(not read_only)


class PainCard(SitedCard):
    """The quality of the pain, and below it how strong it is now."""

    def put_below(self, widget: QWidget) -> None:
        """Puts the score at the foot of the card."""
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 4)
        column.addWidget(widget)
        self.inside.addLayout(column)
