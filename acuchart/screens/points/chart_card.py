"""The body beside the prescription: a view, what is chosen on it, and a part of it enlarged."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QRect, QRectF, QSize, Signal
from PySide6.QtWidgets import QHBoxLayout

from acuchart.clinic.body import Body
from acuchart.clinic.painting import Painting
from acuchart.clinic.points import Side
from acuchart.screens.parts.body_marks import BodyMark, MarkKind
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.screens.parts.card import Card, Rule
from acuchart.screens.parts.segmented import Option, Segmented
from acuchart.screens.points.chart_lines import ChartState, Layers, PointCard, Treated
from acuchart.screens.points.chart_pictures import BodyPictures
from acuchart.screens.points.chart_words import ChartLegend
from acuchart.screens.points.layers_panel import LayersPanel
from acuchart.screens.points.lines import RowLine, Told
from acuchart.screens.points.point_card import PointCardPopover
from acuchart.screens.points.views_button import ViewsButton
from acuchart.words import _

TABS = ("front", "back", "lateral", "ear")
_MARK = 14
"""Px around a mark that its card leaves free."""


class ChartCard(Card):
    """Tabs for the four usual views, a menu of the others, layers, and two pictures: the whole and a part.

    Signals:
        point_tapped: code and Side of a point that was tapped, or whose card says to add it.
        card_wanted: code of a point that was asked about, and what stands against it.
    """

    point_tapped = Signal(str, object)
    card_wanted = Signal(str, object)

    def __init__(self, body: Body) -> None:
        super().__init__(padding=(12, 14), name="points.chart")
        self._body = body
        self._state = ChartState()
        self._painting = Painting()
        self._read_only = self._others_shown = False
        self._asked: tuple[str, Side] = ("", Side.BOTH)
        self.layers = LayersPanel()
        self.card = PointCardPopover()
        self.pictures = BodyPictures(body)
        self.overview, self.close_up = self.pictures.overview, self.pictures.close_up
        self.body.addLayout(self._make_choice())
        self.legend = ChartLegend()
        self.body.addWidget(self.pictures, 1)
        self.body.addWidget(Rule())
        self.body.addWidget(self.legend)
        self._connect()
        self.show_view(TABS[0])

    def _connect(self) -> None:
        self.close_up.point_clicked.connect(self._tap)
        self.close_up.point_asked.connect(self._ask)
        self.close_up.region_clicked.connect(self._region_tapped)
        self.pictures.view_shown.connect(self._view_shown)
        self.pictures.moved.connect(self._moved)
        self.layers.chosen.connect(self._take_layers)
        self.card.add_wanted.connect(self.point_tapped)

    def _make_choice(self) -> QHBoxLayout:
        words = {"front": _("Front"), "back": _("Back"), "lateral": _("Side"), "ear": _("Ear")}
        self._tabs = Segmented([Option(key, words[key]) for key in TABS], name="points.view", label=_("View"))
        for key in TABS:
            self._tabs.segment(key).clicked.connect(lambda _on=False, key=key: self._tab(key))
        self.others = ViewsButton([key for key in self._body.views if key not in TABS])
        self.others.chosen.connect(self.show_view)
        layers = Button(
            icon="layers", variant=Variant.GHOST, size=Size.SMALL, hint=_("Layers"), name="points.layers"
        )
        layers.clicked.connect(lambda: self.layers.show_under(layers))
        first = QHBoxLayout()
        first.setSpacing(4)
        first.addWidget(self._tabs)
        first.addStretch(1)
        first.addWidget(self.others)
        first.addWidget(layers)
        return first

    # What is in sight.

    @property
    def view(self) -> str:
        """Name of the view in sight."""
        return self.close_up.view.name

    def show_view(self, name: str) -> None:
        """Show a view to be enlarged, and beside it the whole body with a frame where that lies."""
        self.pictures.show_view(name)

    def _tab(self, name: str) -> None:
        """A tab leads back to its view from a close one too, where it is the chosen tab already."""
        if self.view != name:
            self.show_view(name)

    def zoom_to_regions(self, regions: Sequence[str]) -> None:
        """Enlarge where it hurts, on the view that shows it; all of the front where that is not known."""
        for name in TABS:
            for region in regions:
                if region in self._body.view(name).areas:
                    self.show_view(name)
                    self.pictures.come_to(region)
                    return
        self.show_view(TABS[0])

    def show_point(self, code: str) -> None:
        """Show a view on which a point is seen, unless the present one does."""
        seen = self._body.views_of(code)
        if seen and self.view not in seen:
            self.show_view(seen[0])

    def _view_shown(self) -> None:
        """Another view is to be enlarged."""
        view, home, left = self.close_up.view, self.pictures.home, self.pictures.left
        self._tabs.choose(view.name if home is None or view.name in TABS else home.view)
        self.others.show_view("" if view.name in TABS else view.name, left=left)
        self._mark()

    def _moved(self) -> None:
        if self.enlarged is not self._others_shown:
            self._show_others()

    def _region_tapped(self, region: str) -> None:
        if not self.enlarged:
            self.pictures.come_closer(region)

    # What is known.

    def show_names(
        self, names: Mapping[str, str], channels: Mapping[str, str], parts: Mapping[str, str]
    ) -> None:
        """How points are called and in which part they lie, by code, and how channels are called."""
        for chart in (self.overview, self.close_up):
            chart.show_names(lambda code: names.get(code, code))
        self.layers.show_choices(channels, set(parts.values()))
        self._turn_to(replace(self._state, parts=parts))

    def show_hanzi(self, channels: Mapping[str, str]) -> None:
        """The hanzi of the channels, by code."""
        self.legend.show_hanzi(channels)

    def show_against(self, against: Mapping[str, Told]) -> None:
        """What stands against each point for this patient."""
        self._turn_to(replace(self._state, against=against))

    def show_rows(self, rows: Sequence[RowLine]) -> None:
        """Mark what is chosen."""
        self._turn_to(replace(self._state, rows=rows))

    def show_suggested(self, codes: Sequence[str]) -> None:
        """Mark what is suggested."""
        self._turn_to(replace(self._state, suggested=tuple(codes)))

    def show_treated(self, treated: Treated) -> None:
        """Another visit: the channels that pass where it hurts, and points commonly used there."""
        self.card.close()
        self._turn_to(replace(self._state, treated=treated))

    def show_painting(self, painting: Painting) -> None:
        """The pain the patient painted."""
        self._painting = painting
        self._mark()

    def set_read_only(self, read_only: bool) -> None:
        """Whether nothing can be added any more."""
        self._read_only = read_only

    def show_card(self, card: PointCard) -> None:
        """Open the card of the point that was asked about."""
        code, side = self._asked
        mark = self.close_up.current
        place = QRectF(self.close_up.rect()).center() if mark is None else mark.at
        at = QRect(place.toPoint(), QSize(0, 0)).adjusted(-_MARK, -_MARK, _MARK, _MARK)
        taken = self._state.sides_of(code)
        self.card.show_card(card, side, taken, self._read_only, self.close_up, at)

    def _tap(self, code: str, side: Side) -> None:
        """One tap adds a point, or leads to its row; where nothing can be added any more it is read about."""
        if self._read_only:
            self._ask(code, side)
        else:
            self.card.close()
            self.point_tapped.emit(code, side)

    def _ask(self, code: str, side: Side) -> None:
        self._asked = code, side
        told = self._state.against.get(code)
        self.card_wanted.emit(code, () if told is None else (told,))

    def _take_layers(self, layers: Layers) -> None:
        self._turn_to(replace(self._state, layers=layers))

    def _turn_to(self, state: ChartState) -> None:
        self._state = state
        self._mark()

    # Marks.

    def _mark(self) -> None:
        state, layers = self._state, self._state.layers
        for chart in (self.overview, self.close_up):
            chart.show_channels(state.channels, all_lines=layers.channels)
            chart.show_painting(self._painting if layers.pain else None)
        self.legend.show_channels(state.channels)
        self.overview.show_marks(self._marks())
        self._show_others()

    def _marks(self) -> list[BodyMark]:
        state = self._state
        rows = [row for row in state.rows if row.open or not state.layers.suggested_only]
        marks = [
            BodyMark(row.code, MarkKind.DECIDE_NOW if row.open else MarkKind.SELECTED, row.side)
            for row in rows
        ]
        avoid = [] if state.layers.suggested_only else [c for c in state.avoided if c not in state.chosen]
        marks += [BodyMark(code, MarkKind.AVOID, Side.BOTH) for code in avoid]
        free = [code for code in state.suggested if code not in state.chosen and code not in state.avoided]
        return [*marks, *(BodyMark(code, MarkKind.SUGGESTED, Side.BOTH) for code in free)]

    @property
    def enlarged(self) -> bool:
        """Whether points can be told apart; only then those not chosen are drawn and can be tapped."""
        return self.pictures.near or bool(self._state.layers.only)

    def _show_others(self) -> None:
        self._others_shown = self.enlarged
        among = self._state.others(self._body.places)
        self.close_up.show_marks(self._marks(), others=self._others_shown, among=among)
