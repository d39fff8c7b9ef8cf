"""The rest of a row: how many needles, where the tip goes, which needle, and what stays in."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from acuchart.clinic.needling import STAYS_WORDS, NeedleUsed, Needling, Stays
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.screens.parts.date_field import DateField
from acuchart.screens.parts.field import ErrorLine, LabelledField
from acuchart.screens.parts.sheet import Sheet
from acuchart.screens.parts.typed_text import keep_as
from acuchart.screens.points.choice import Choice
from acuchart.screens.points.wishes import Details
from acuchart.words import N_, _, format_number

DIRECTIONS = (N_("upward"), N_("downward"), N_("inward"), N_("outward"), N_("along the channel"))
_WIDTH = 460


class DetailsSheet(Sheet):
    """Gives a `Details`, as typed."""

    def __init__(self, parent: QWidget, key: int) -> None:
        done = Button(_("Set"), Variant.PRIMARY, size=Size.SMALL, name=f"points.details_sheet.set.{key}")
        super().__init__(parent, "details", done, width=_WIDTH, name="points.details_sheet")
        self.needles = LabelledField(
            _("Needles, both sides together"), name=f"points.details_sheet.needles.{key}"
        )
        self.through = LabelledField(_("Threaded to"), name=f"points.details_sheet.through.{key}")
        self.levels = LabelledField(_("Levels"), name=f"points.details_sheet.levels.{key}")
        self.usual = Choice(
            _("Direction"),
            [(_(d), _(d)) for d in DIRECTIONS],
            name=f"points.details_sheet.usual.{key}",
            may_be_none=True,
        )
        self.direction = LabelledField(_("Other direction"), name=f"points.details_sheet.direction.{key}")
        self.gauge = LabelledField(_("Gauge, mm"), name=f"points.details_sheet.gauge.{key}")
        self.length = LabelledField(_("Length, mm"), name=f"points.details_sheet.length.{key}")
        self.lot = LabelledField(_("Lot"), name=f"points.details_sheet.lot.{key}")
        self.stays = Choice(
            _("Stays in"),
            [(s, _(STAYS_WORDS[s])) for s in Stays],
            name=f"points.details_sheet.stays.{key}",
            may_be_none=True,
        )
        self.stays.changed.connect(self._show_stays)
        self.place = LabelledField(_("Where"), name=f"points.details_sheet.place.{key}")
        self.remove_on = DateField(_("Comes out on"), name=f"points.details_sheet.remove_on.{key}")
        self._error = ErrorLine()
        self._keep()
        self._lay_out()
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.set)
        self.body.addLayout(foot)

    def _keep(self) -> None:
        """Names what is kept before it is set."""
        for name in ("needles", "through", "levels", "direction", "gauge", "length", "lot", "place"):
            keep_as(getattr(self, name).editor, name)
        keep_as(self.remove_on.editor, "remove_on")
        keep_as(self.usual, "usual")
        keep_as(self.stays, "stays")

    def _lay_out(self) -> None:
        first, needle, stays = QHBoxLayout(), QHBoxLayout(), QGridLayout()
        first.addWidget(self.needles)
        first.addWidget(self.through)
        first.addWidget(self.levels)
        for widget in (self.gauge, self.length, self.lot):
            needle.addWidget(widget)
        stays.addWidget(self.place, 0, 0)
        stays.addWidget(self.remove_on, 0, 1)
        self.body.addLayout(first)
        self.body.addWidget(self.usual)
        self.body.addWidget(self.direction)
        self.body.addLayout(needle)
        self.body.addWidget(self.stays)
        self.body.addLayout(stays)
        self.body.addWidget(self._error)
        self.body.addWidget(self.left)

    def ask(self, cell: QWidget, row: Needling, leveled: bool) -> None:
        """Open below a cell with the row as it stands; levels are asked where the point has them."""
        needle = row.needle or NeedleUsed()
        self.needles.set_text(str(row.needles))
        self.through.set_text(row.through)
        self.levels.set_text(" ".join(row.levels))
        self.levels.setVisible(leveled)
        self.usual.choose((row.direction,))
        self.direction.set_text("" if self.usual.values else row.direction)
        self.gauge.set_text("" if needle.gauge_mm is None else format_number(needle.gauge_mm))
        self.length.set_text("" if needle.length_mm is None else format_number(needle.length_mm))
        self.lot.set_text(needle.lot)
        self.stays.choose((row.stays.kind,) if row.stays else ())
        self.place.set_text(row.stays.place if row.stays else "")
        self.remove_on.show_day(row.stays.remove_on if row.stays else None)
        self._show_stays()
        self.show_under(cell)
        self.needles.editor.setFocus(Qt.FocusReason.PopupFocusReason)

    def show_error(self, sentence: str) -> None:
        self._error.say(sentence)

    def _show_stays(self) -> None:
        for widget in (self.place, self.remove_on):
            widget.setVisible(self.stays.value is not None)
        self.fit()

    def give(self) -> None:
        if not self.remove_on.validate():
            return
        stays, usual = self.stays.value, self.usual.value
        self.hand_in(
            Details(
                needles=self.needles.text,
                direction=self.direction.text or (usual if isinstance(usual, str) else ""),
                through=self.through.text,
                gauge=self.gauge.text,
                length=self.length.text,
                lot=self.lot.text,
                stays=stays if isinstance(stays, Stays) else None,
                place=self.place.text,
                remove_on=self.remove_on.day,
                levels=self.levels.text,
            )
        )
