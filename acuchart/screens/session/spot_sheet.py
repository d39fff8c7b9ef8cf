"""Counting place by place: by point when the needles go in, by point or region when they come out."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from acuchart.clinic.count_sheet import STRETCH_WORDS, total
from acuchart.clinic.session import MOST_NEEDLES, RESTING, SHORTEST_REASON, Spot
from acuchart.screens.parts.button_look import Variant
from acuchart.screens.parts.field import Field, LabelledField
from acuchart.screens.parts.scroll import Scroll
from acuchart.screens.parts.text import Text
from acuchart.screens.session.faces import RoomCardFace
from acuchart.screens.session.questions import RoomQuestion
from acuchart.screens.session.wishes import Do, Wish
from acuchart.words import _

_HIGHEST, _LOWEST = 380, 110
_AROUND_IN, _AROUND_OUT = 420, 250
"""Height that title, fields below the list, and buttons take."""
_WIDE = 92


class SpotSheet(RoomQuestion):
    """One row for each place. Going in, the prescription stands in the fields and is put right; coming out
    every field is empty, and a region may be counted as a whole instead of its points.
    """

    def __init__(self, window: QWidget, face: RoomCardFace, spots: tuple[Spot, ...], out: bool) -> None:
        sentence = (
            _("Count what you take out; a region as a whole, or its points.")
            if out
            else _("What really went in: a point added or skipped, two tries.")
        )
        title = _("Out, place by place") if out else _("In, place by place")
        super().__init__(window, face, title, sentence, "spots")
        self._out, self._spots = out, spots
        self._fields: dict[str, Field] = {}
        self._regions: dict[str, Field] = {}
        holder = QWidget()
        self._grid = QGridLayout(holder)
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setSpacing(6)
        for stretch in dict.fromkeys(spot.region for spot in spots):
            self._add_stretch(stretch)
        area = Scroll(holder, name="session.spots.list")
        around = self._look.theme.scaled(_AROUND_OUT if out else _AROUND_IN)
        room = max(_LOWEST, self._host.height() - around)
        area.setFixedHeight(min(_HIGHEST, room, holder.sizeHint().height() + 8))
        self.body.addWidget(area)
        self._added = LabelledField(_("A point added"), placeholder="SP9 R", name="session.spots.added")
        self._added_number = self._field("added_number", _("Needles of the point added"), "1")
        self._why = LabelledField(_("Why, once retention has begun"), name="session.spots.why")
        if not out:
            row = QHBoxLayout()
            row.addWidget(self._added, 1)
            row.addWidget(LabelledField(_("Needles"), self._added_number))
            self.body.addLayout(row)
        if not out and face.state in RESTING:
            self.body.addWidget(self._why)
        self.body.addWidget(self._error)
        self._offer(_("Cancel"), "cancel", self.reject)
        self._offer(_("Count"), "count", self._count, Variant.PRIMARY)

    def _add_stretch(self, stretch: str) -> None:
        words = _(STRETCH_WORDS.get(stretch, stretch))
        row = self._grid.rowCount()
        if self._out and stretch:
            self._grid.addWidget(Text(words, "bodyStrong"), row, 0)
            self._regions[stretch] = self._field(f"region.{stretch}", words, "")
            self._grid.addWidget(self._regions[stretch], row, 1, Qt.AlignmentFlag.AlignRight)
        elif stretch:
            self._grid.addWidget(Text(words, "bodyStrong"), row, 0, 1, 2)
        for spot in (spot for spot in self._spots if spot.region == stretch):
            row = self._grid.rowCount()
            self._grid.addWidget(Text(spot.place, "body", "ink2"), row, 0)
            key = spot.place.replace(" ", "_").lower()
            self._fields[spot.place] = self._field(key, spot.place, "" if self._out else str(spot.needles))
            self._grid.addWidget(self._fields[spot.place], row, 1, Qt.AlignmentFlag.AlignRight)

    def _field(self, name: str, label: str, text: str) -> Field:
        field = Field(text, label=label, name=f"session.spots.{name}")
        field.setValidator(QIntValidator(0, MOST_NEEDLES, self))
        field.setFixedWidth(_WIDE)
        field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return field

    def _counted(self) -> tuple[Spot, ...]:
        """The places with their numbers; a region counted as a whole stands for its points."""
        whole = {stretch: field.text() for stretch, field in self._regions.items() if field.text()}
        spots = [Spot(stretch, int(text), stretch) for stretch, text in whole.items()]
        for spot in self._spots:
            text = self._fields[spot.place].text()
            if spot.region not in whole and text:
                spots.append(Spot(spot.place, int(text), spot.region))
        return tuple(spots)

    def _count(self) -> None:
        spots = self._counted()
        added = self._added.text.strip().upper()
        if added and not self._out:
            spots = (*spots, Spot(added, int(self._added_number.text() or 0)))
        if self._out and not spots:
            self._error.say(_("Type what came out, at one place at least."))
            return
        why = self._why.text.strip()
        late = not self._out and self._face.state in RESTING and total(spots) != self._face.inserted
        if late and len(why) < SHORTEST_REASON:
            self._error.say(_("Write the number and why it changes, in at least 10 letters."))
            return
        do, seen = (Do.SPOTS_OUT, self._face.removed) if self._out else (Do.SPOTS_IN, self._face.inserted)
        self._hand_in(Wish(do, self._face.visit_id, words=why, seen=seen, spots=spots))
