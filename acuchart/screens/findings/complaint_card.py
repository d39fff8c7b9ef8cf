"""The complaint of the course in one line, and its fields when it is edited."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acuchart.clinic.course import MECHANISM_WORDS, Mechanism
from acuchart.clinic.points import Side
from acuchart.clinic.regions import REGION_WORDS, UNPAIRED, region_words
from acuchart.screens.findings.complaint import Typed, Wrong
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.screens.parts.card import Card
from acuchart.screens.parts.cells import SideSelector
from acuchart.screens.parts.chip import Chip
from acuchart.screens.parts.combo import Combo
from acuchart.screens.parts.field import LabelledField
from acuchart.screens.parts.flow import FlowLayout
from acuchart.screens.parts.popover import FlowPopover
from acuchart.screens.parts.segmented import Option
from acuchart.screens.parts.text import ElidedText, Text
from acuchart.screens.parts.typed_text import keep_refused
from acuchart.words import _, ngettext

_CHOOSER_WIDTH = 640


class RegionChooser(FlowPopover):
    """Regions of the body to choose from, with the side that the next tap gives.

    Signals:
        tapped: the id of the region, side included.
    """

    tapped = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(width=_CHOOSER_WIDTH, name="findings.regions", parent=parent)
        self._side = SideSelector(name="findings.region_side")
        self._side.show_side(Side.RIGHT)
        self._side.side_chosen.connect(self._side_changed)
        self._regions: tuple[str, ...] = ()
        row = QHBoxLayout()
        row.addWidget(Text(_("Where it hurts, and on which side of the patient"), "label", "ink2"))
        row.addStretch(1)
        row.addWidget(self._side)
        self.body.addLayout(row)
        flow_box = QWidget()
        flow = FlowLayout(flow_box, gap=6, row_gap=6)
        self._chips: dict[str, Chip] = {}
        for region, words in REGION_WORDS.items():
            chip = Chip(_(words), name=f"findings.region.{region}")
            chip.clicked.connect(lambda _on=False, region=region: self._tap(region))
            flow.addWidget(chip)
            self._chips[region] = chip
        self.body.addWidget(flow_box)

    def show_regions(self, regions: tuple[str, ...]) -> None:
        """Show which regions are chosen on the side in sight."""
        self._regions = regions
        for region, chip in self._chips.items():
            chip.setChecked(all(key in regions for key in self._ids(region)))

    def _ids(self, region: str) -> tuple[str, ...]:
        if region in UNPAIRED:
            return (region,)
        sides = {"left": ("left",), "right": ("right",)}.get(self._side.key, ("left", "right"))
        return tuple(f"{region}-{side}" for side in sides)

    def _side_changed(self, _side: Side) -> None:
        self.show_regions(self._regions)

    def _tap(self, region: str) -> None:
        wanted = self._ids(region)
        already = all(key in self._regions for key in wanted)
        for key in wanted:
            if already or key not in self._regions:
                self.tapped.emit(key)


class ComplaintCard(Card):
    """The course's complaint; it opens by itself while there is none.

    Signals:
        typed: everything that stands in the fields, at each change.
        red_flags_wanted: the questions are to be shown.
    """

    typed = Signal(object)
    red_flags_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(padding=(5, 14), name="findings.complaint_card")
        self._regions: tuple[str, ...] = ()
        self._line = ElidedText("", "bodyStrong", name="findings.complaint_line")
        self._facts = ElidedText("", "small", "ink2")
        self._edit = Button("", Variant.GHOST, icon="pencil", size=Size.SMALL, name="findings.complaint_edit")
        self._edit.clicked.connect(self._turn)
        self._red_flags = Button(
            _("Red flags"), icon="octagon-alert", size=Size.SMALL, name="findings.open_red_flags"
        )
        self._red_flags.clicked.connect(self.red_flags_wanted)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._line, 3)
        row.addWidget(self._facts, 2)
        row.addWidget(self._edit)
        row.addWidget(self._red_flags)
        self.body.setSpacing(4)
        self.body.addLayout(row)
        self._fields = QWidget()
        self._make_fields()
        self.body.addWidget(self._fields)
        self._chooser = RegionChooser(self)
        self._chooser.tapped.connect(self._toggle_region)
        self.open(False)

    def _make_fields(self) -> None:
        column = QVBoxLayout(self._fields)
        column.setContentsMargins(0, 0, 0, 8)
        first, second = QHBoxLayout(), QHBoxLayout()
        self._words = LabelledField(
            _("Complaint"), placeholder=_("What the course of care is for"), name="findings.complaint"
        )
        self._onset = LabelledField(_("Since"), placeholder=_("Date it began"), name="findings.onset")
        self._mechanism = Combo(
            [Option(mechanism, _(words).capitalize()) for mechanism, words in MECHANISM_WORDS.items()],
            label=_("Mechanism of the pain"),
            name="findings.mechanism",
        )
        first.addWidget(self._words, 1)
        second.addWidget(self._onset, 1)
        second.addWidget(LabelledField(_("Mechanism of the pain"), self._mechanism), 1)
        column.addLayout(first)
        column.addLayout(second)
        row = QHBoxLayout()
        self._choose = Button(_("Regions"), icon="map-pin", size=Size.SMALL, name="findings.choose_regions")
        self._choose.clicked.connect(lambda: self._chooser.show_under(self._choose))
        self._where = Text("", "small", "ink2", wrap=True)
        row.addWidget(self._choose)
        row.addWidget(self._where, 1)
        column.addLayout(row)
        for field in (self._words, self._onset):
            field.edited.connect(self._say)
            keep_refused(field.editor, field.editor.objectName())
        self._mechanism.chosen.connect(self._say)

    def choose_regions(self, control: QWidget) -> None:
        """Let regions be chosen, below the control that asked for it."""
        self._chooser.show_under(control)

    def _turn(self) -> None:
        self.open(not self._fields.isVisibleTo(self))

    def open(self, opened: bool) -> None:
        """Show the fields, or only the line."""
        self._fields.setVisible(opened)
        self._edit.setAccessibleName(_("Fold the complaint") if opened else _("Edit the complaint"))
        self._edit.set_icon("chevron-up" if opened else "pencil")

    def show_complaint(self, typed: Typed, chronic: bool | None) -> None:
        """Show the complaint. A field that says it already, or that a person is in, is left alone."""
        self._regions = typed.regions
        self._show_line(typed, chronic)
        for field, text in ((self._words, typed.words), (self._onset, typed.onset)):
            if not field.editor.hasFocus() and field.text != text:
                field.set_text(text)
        self._mechanism.choose(typed.mechanism)
        if not typed.words:
            self.open(True)

    def _show_line(self, typed: Typed, chronic: bool | None) -> None:
        self._line.setText(typed.words or _("No complaint yet"))
        where = "; ".join(region_words(region) for region in typed.regions)
        since = _("since {date}").format(date=typed.onset) if typed.onset else ""
        lasting = _("more than 3 months") if chronic else ""
        assessed = typed.mechanism is not Mechanism.NOT_ASSESSED
        mechanism = _(MECHANISM_WORDS[typed.mechanism]) if assessed else ""
        self._facts.setText(" · ".join(part for part in (where, since, lasting, mechanism) if part))
        self._where.setText(where or _("No region chosen"))
        self._chooser.show_regions(typed.regions)

    def show_red_flags(self, asked: int, every: int, raised: int, present: int) -> None:
        """Say how many red flags were asked, how many are present, and how many open ones findings raise."""
        words = _("Red flags {asked}/{all}").format(asked=asked, all=every)
        more = ngettext("{n} to ask", "{n} to ask", raised).format(n=raised)
        there = ngettext("{n} present", "{n} present", present).format(n=present)
        parts = (words, there if present else "", more if raised else "")
        self._red_flags.set_words(" · ".join(part for part in parts if part))
        self._red_flags.set_variant(Variant.DANGER if present else Variant.PLAIN)

    def show_wrong(self, wrong: Wrong) -> None:
        """Say what cannot be kept; what was typed stays, and stands open."""
        self._words.set_error(wrong.words)
        self._onset.set_error(wrong.onset)
        if wrong.words or wrong.onset:
            self.open(True)

    def set_read_only(self, read_only: bool) -> None:
        self._edit.setVisible(not read_only)
        if read_only:
            self.open(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._fields.isVisibleTo(self):
            self.open(False)
        else:
            super().keyPressEvent(event)

    def _toggle_region(self, region: str) -> None:
        kept = tuple(key for key in self._regions if key != region)
        self._regions = kept if len(kept) < len(self._regions) else (*kept, region)
        self._say()

    def _say(self) -> None:
        mechanism = Mechanism(self._mechanism.key)
        self.typed.emit(Typed(self._words.text, self._regions, self._onset.text, mechanism))
