"""The tongue: a drawing that follows what was found, colours with their words, and chips."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acuchart.clinic.findings import Finding, FindingState
from acuchart.clinic.named_places import with_named_places
from acuchart.clinic.visit import Examination
from acuchart.screens.findings.cards import CardSpec
from acuchart.screens.findings.entry import WHOLE, Spot
from acuchart.screens.findings.finding_chip import FindingChip
from acuchart.screens.findings.group_card import GroupCard, hint_of
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.screens.parts.flow import FlowLayout
from acuchart.screens.parts.painted import begin, draw_dot, draw_text
from acuchart.screens.parts.text import Text
from acuchart.screens.parts.tongue_look import Zone, tongue_look
from acuchart.screens.parts.tongue_picture import TonguePicture, zone_words
from acuchart.screens.shell.icons import paint_icon
from acuchart.screens.shell.theme import Theme
from acuchart.words import N_, _

_DISC = 34
_SHADE_WIDTH = 47
_NARROW = 390
"""Width per text scale below which the drawing is smaller, so that four colours stand side by side."""
_SMALLER = 0.8
_SHADES = {
    "tongue_normal": ("tongueBody", "pink", 100),
    "tongue_pale": ("tongueBody", "pale", 100),
    "tongue_red": ("tongueBody", "red", 100),
    "tongue_crimson": ("tongueBody", "red", 135),
    "tongue_purple": ("tongueBody", "dusky", 115),
    "tongue_dusky": ("tongueBody", "dusky", 100),
    "tongue_bluish": ("tongueBody", "dusky", 140),
    "coat_white": ("tongueCoat", "white", 100),
    "coat_yellow": ("tongueCoat", "yellow", 100),
    "coat_grey_black": ("tongueCoat", "grey", 100),
    "coat_white_yellow": ("tongueCoat", "yellow", 75),
    "coat_green": ("tongueCoat", "green", 100),
    "coat_none": ("", "", 100),
}
"""Group and name of the token, and how much darker it is shown, in per cent; empty for no colour at all."""

_SHORT = {
    "tongue_normal": N_("Pink"),
    "tongue_pale": N_("Pale"),
    "tongue_red": N_("Red"),
    "tongue_crimson": N_("Crimson"),
    "tongue_purple": N_("Purple"),
    "tongue_dusky": N_("Dusky"),
    "tongue_bluish": N_("Bluish"),
    "coat_white": N_("White"),
    "coat_yellow": N_("Yellow"),
    "coat_grey_black": N_("Grey"),
    "coat_white_yellow": N_("To yellow"),
    "coat_green": N_("Green"),
    "coat_none": N_("None"),
}


class Shade(FindingChip):
    """A colour of the tongue as a disc with its word below."""

    def sizeHint(self) -> QSize:
        theme = self._look.theme
        return QSize(theme.scaled(_SHADE_WIDTH), _DISC + 8 + theme.line("caption"))

    def disc(self, theme: Theme) -> QColor:
        """The colour of the disc."""
        group, name, darker = _SHADES[self.objectName().rpartition(".")[2]]
        return theme.domain_colour(group, name).darker(darker) if group else theme.colour("surface")

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._look.theme, begin(self)
        present, absent = self.state is FindingState.PRESENT, self.state is FindingState.ABSENT
        centre, radius = QPointF(self.width() / 2, _DISC / 2 + 3), _DISC / 2
        rim = QPen(theme.colour("jade" if present else "lineStrong"), 2 if present else 1)
        draw_dot(painter, centre, radius + 2, None, rim)
        draw_dot(painter, centre, radius - 3, self.disc(theme), QPen(theme.colour("silhouetteLine"), 1))
        if present or absent:
            self._paint_sign(painter, centre, "check" if present else "minus")
        below = QRectF(0, _DISC + 7, self.width(), theme.line("caption"))
        font = theme.font("key" if present else "caption")
        ink = theme.colour("jadeText" if present else "ink2")
        draw_text(painter, below, self.text(), font, ink, Qt.AlignmentFlag.AlignHCenter)
        self.paint_marks(painter, self.width() - 8.0)
        painter.end()

    def _paint_sign(self, painter: QPainter, centre: QPointF, sign: str) -> None:
        theme = self._look.theme
        at = centre + QPointF(13, 12)
        draw_dot(painter, at, 8, theme.colour("surface"), QPen(theme.colour("lineStrong"), 1))
        box = QRectF(at.x() - 6, at.y() - 6, 12, 12)
        paint_icon(painter, sign, box, theme.colour("jadeText" if sign == "check" else "ink2"))


class TongueCard(GroupCard):
    """The tongue. A tap on the drawing chooses a zone, to which colours and chips then apply.

    Signals:
        cleared: Clear was tapped; the ids of everything the card holds.
    """

    cleared = Signal(object)

    def __init__(self, spec: CardSpec, vocabulary: Mapping[str, Finding]) -> None:
        self._zone: Zone | None = None
        self._found = Examination()
        self._last: Mapping[str, FindingState] = {}
        super().__init__(spec, vocabulary)
        self._clear = Button(_("Clear"), Variant.GHOST, size=Size.SMALL, name="findings.clear_tongue")
        self._clear.clicked.connect(lambda: self.cleared.emit(tuple(f.id for f in self.findings)))
        self.head.insertWidget(self.head.count() - 3, self._clear)
        self._clear.hide()

    @property
    def spot(self) -> Spot:
        return WHOLE if self._zone is None else Spot(position=self._zone.value)

    def fill(self) -> None:
        """Puts drawing, colours and chips."""
        row = QHBoxLayout()
        row.setSpacing(self.theme.space("sm"))
        row.addLayout(self._make_drawing())
        shades = QVBoxLayout()
        shades.setSpacing(4)
        for words, kind in ((_("Body"), "tongueBody"), (_("Coat"), "tongueCoat")):
            shades.addWidget(Text(words, "small", "ink2"))
            shades.addWidget(self._make_shades(kind))
        shades.addStretch(1)
        row.addLayout(shades, 1)
        self.inside.addLayout(row)
        self.add_chips((f for f in self.findings if f.id not in _SHADES), foot=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _NARROW * self.theme.scale
        self._picture.setFixedSize(self._picture.sizeHint() * (_SMALLER if narrow else 1.0))

    def words_of(self, finding: Finding) -> str:
        """Shorter where the label stands below a disc."""
        return _(_SHORT[finding.id]) if finding.id in _SHORT else super().words_of(finding)

    def _make_drawing(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        self._picture = TonguePicture(name="findings.tongue")
        self._picture.zone_tapped.connect(self._choose)
        self._whole_tongue = Button(
            _("Whole tongue"), Variant.LINK, icon="x", size=Size.SMALL, name="findings.whole_tongue"
        )
        self._whole_tongue.clicked.connect(lambda: self._turn_to(None))
        self._whole_tongue.setVisible(False)
        column.addWidget(self._picture)
        column.addWidget(self._whole_tongue)
        column.addStretch(1)
        return column

    def _make_shades(self, kind: str) -> QWidget:
        box = QWidget()
        flow = FlowLayout(box, gap=1, row_gap=4)
        for finding in self.findings:
            if finding.id in _SHADES and _kind_of(finding) == kind:
                shade = Shade(self.words_of(finding), hint_of(finding), name=f"findings.chip.{finding.id}")
                self.adopt(finding, shade)
                flow.addWidget(shade)
        return box

    def show_examination(self, found: Examination, last: Mapping[str, FindingState]) -> None:
        super().show_examination(found, last)
        self._found, self._last = found, last
        named = {finding.id: self.words_of(finding) for finding in self.findings}
        by_zone: dict[str, list[str]] = {}
        for seen in with_named_places(found.observations):
            if seen.finding_id in named and seen.state is FindingState.PRESENT:
                by_zone.setdefault(seen.position, []).append(seen.finding_id)
        zones = {zone: by_zone[zone.value] for zone in Zone if zone.value in by_zone}
        whole = by_zone.get("", [])
        said = [", ".join(named[key] for key in whole)] if whole else []
        for zone, keys in zones.items():
            said.append(f"{zone_words(zone)}: {', '.join(named[key] for key in keys)}")
        self._picture.show_tongue(tongue_look(whole, zones), "; ".join(said), self._zone)
        anything = any(o.finding_id in named for o in found.observations)
        self._clear.setVisible(anything and not self._read_only)

    def _always(self, finding: Finding) -> bool:
        """Findings that name their own zone are not asked of one zone."""
        return super()._always(finding) and self._fits(finding)

    def _fits(self, finding: Finding) -> bool:
        return self._zone is None or finding.group not in ("tongue_area", "sublingual")

    def show_tail(self) -> None:
        super().show_tail()
        for finding in self.findings:
            if not self._fits(finding):
                self.chips[finding.id].hide()

    def begin(self) -> None:
        """Starts with the whole tongue."""
        super().begin()
        self._found, self._last = Examination(), {}
        self._turn_to(None)

    def set_read_only(self, read_only: bool) -> None:
        super().set_read_only(read_only)
        self._clear.setVisible(not read_only and not self._clear.isHidden())

    def reveal(self, finding_id: str) -> QWidget:
        """Turn to the zone where the finding was entered, else to the whole tongue."""
        at = [seen.position for seen in self._found.observations if seen.finding_id == finding_id]
        self._turn_to(Zone(at[0]) if at and at[0] in set(Zone) else None)
        return super().reveal(finding_id)

    def _choose(self, zone: Zone | None) -> None:
        """Let the chips apply to a zone; the same zone again, or None, is the whole tongue."""
        self._turn_to(None if zone is self._zone else zone)

    def _turn_to(self, zone: Zone | None) -> None:
        self._zone = zone
        self._whole_tongue.setVisible(zone is not None)
        title = _(self.spec.title)
        self.set_title(f"{title}: {zone_words(zone)}" if zone else title)
        self.show_examination(self._found, self._last)


def _kind_of(finding: Finding) -> str:
    return "tongueBody" if finding.group == "tongue_body_colour" else "tongueCoat"
