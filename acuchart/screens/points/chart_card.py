"""The body beside the prescription: a view, what is chosen on it, and a part of it enlarged."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QRect, QRectF, QSize, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from acuchart.clinic.body import Body, View
from acuchart.clinic.close_views import Home, close_view, home_of
from acuchart.clinic.painting import Painting
from acuchart.clinic.paths import Box
from acuchart.clinic.points import Side
from acuchart.clinic.seen_parts import part_words
from acuchart.clinic.view_words import view_words
from acuchart.screens.parts.body_chart import BodyChart
from acuchart.screens.parts.body_ground import CLOSE_UP
from acuchart.screens.parts.body_marks import BodyMark, MarkKind
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.screens.parts.card import Card, Rule
from acuchart.screens.parts.segmented import Option, Segmented
from acuchart.screens.points.chart_lines import ChartState, Layers, PointCard, Treated
from acuchart.screens.points.chart_words import Caption, ChartLegend
from acuchart.screens.points.layers_panel import LayersPanel
from acuchart.screens.points.lines import RowLine, Told
from acuchart.screens.points.point_card import PointCardPopover
from acuchart.screens.points.views_button import ViewsButton
from acuchart.words import _

TABS = ("front", "back", "lateral", "ear")
_BACK_OF = {"front": "back", "back": "front", "lateral": "lateral"}
"""What is seen beside a whole figure that is not enlarged: its other side."""
_MARK = 14
"""Px around a mark that its card leaves free."""
_WIDER = 20
"""Units around a part that are seen with it, coming back from its close view."""


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
        self._left = self._read_only = self._others_shown = False
        self._asked: tuple[str, Side] = ("", Side.BOTH)
        self.layers = LayersPanel()
        self.card = PointCardPopover()
        self.overview = BodyChart(body, overview=True, name="points.overview")
        self.close_up = BodyChart(body, name="points.body")
        self.body.addLayout(self._make_choice())
        self.body.addLayout(self._make_view_line())
        self.legend = ChartLegend()
        self.body.addLayout(self._make_pictures(), 1)
        self.body.addWidget(Rule())
        self.body.addWidget(self.legend)
        self._connect()
        self.show_view(TABS[0])

    def _connect(self) -> None:
        self.close_up.point_clicked.connect(self._tap)
        self.close_up.point_asked.connect(self._ask)
        self.close_up.seen_changed.connect(self._seen)
        self.close_up.region_clicked.connect(self._come_closer)
        self.close_up.closer_wanted.connect(self._go_closer)
        self.close_up.wider_wanted.connect(self._go_wider)
        self.overview.seen_changed.connect(self._follow)
        self.overview.region_clicked.connect(self.come_to)
        self.layers.chosen.connect(self._take_layers)
        self.card.add_wanted.connect(self.point_tapped)

    def _make_choice(self) -> QHBoxLayout:
        words = {"front": _("Front"), "back": _("Back"), "lateral": _("Side"), "ear": _("Ear")}
        self._tabs = Segmented([Option(key, words[key]) for key in TABS], name="points.view", label=_("View"))
        for key in TABS:
            self._tabs.segment(key).clicked.connect(lambda _on=False, key=key: self._tab(key))
        layers = self._tool("layers", _("Layers"), name="points.layers")
        layers.clicked.connect(lambda: self.layers.show_under(layers))
        first = QHBoxLayout()
        first.addWidget(self._tabs)
        first.addStretch(1)
        first.addWidget(layers)
        return first

    def _make_view_line(self) -> QHBoxLayout:
        """Above the pictures: the further views, which side is seen, and how to enlarge."""
        self.others = ViewsButton([key for key in self._body.views if key not in TABS])
        self.others.chosen.connect(self.show_view)
        self._sides = Segmented(
            (Option("right", _("Right")), Option("left", _("Left"))), name="points.view_side", label=_("Side")
        )
        self._sides.chosen.connect(self._turn)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.others)
        head.addWidget(self._sides)
        head.addStretch(1)
        for icon, hint, name, factor in (
            ("zoom-out", _("Make smaller"), "points.zoom_out", 1 / 1.5),
            ("zoom-in", _("Enlarge"), "points.zoom_in", 1.5),
        ):
            button = self._tool(icon, hint, name)
            button.clicked.connect(lambda _on=False, factor=factor: self.close_up.zoom_by(factor))
            head.addWidget(button)
        return head

    def _make_pictures(self) -> QGridLayout:
        """Two pictures side by side, each below the words for what it shows."""
        self._captions = Caption("points.overview_words"), Caption("points.body_words")
        pictures = QGridLayout()
        pictures.setHorizontalSpacing(12)
        pictures.setVerticalSpacing(4)
        for column, (caption, chart) in enumerate(
            zip(self._captions, (self.overview, self.close_up), strict=True)
        ):
            pictures.addWidget(caption, 0, column)
            pictures.addWidget(chart, 1, column)
            pictures.setColumnStretch(column, 1)
        pictures.setRowStretch(1, 1)
        return pictures

    def _tool(self, icon: str, hint: str, name: str) -> Button:
        return Button(icon=icon, variant=Variant.GHOST, size=Size.SMALL, hint=hint, name=name)

    # What is in sight.

    @property
    def view(self) -> str:
        """Name of the view in sight."""
        return self.close_up.view.name

    def show_view(self, name: str) -> None:
        """Show a view to be enlarged, and beside it the whole body with a frame where that lies."""
        view = self._body.view(name)
        self._sides.setVisible(not view.sided)
        self.close_up.show_view(name, mirrored=self._left and not view.sided)
        home = self._home
        self._tabs.choose(name if home is None or name in TABS else home.view)
        self.others.show_view("" if name in TABS else name, left=self._left)
        self._mark()
        self._seen(QRectF(*self.close_up.camera.seen))

    def _tab(self, name: str) -> None:
        """A tab leads back to its view from a close one too, where it is the chosen tab already."""
        if self.view != name:
            self.show_view(name)

    def come_to(self, region: str) -> None:
        """Show a region of the whole body closely, on the view that is made for it."""
        pictures = (self.overview.view, self.close_up.view)
        self._come_to(next((shown for shown in pictures if region in shown.areas), pictures[0]), region)

    def _come_to(self, shown: View, region: str) -> None:
        close = close_view(shown, region)
        if close is not None:
            self._show_side(close[0], close[1] or shown.mirrored)
            return
        if self.close_up.view != shown:
            self._show_side(shown.name, shown.mirrored)
        self.close_up.zoom_to_region(region)

    def zoom_to_regions(self, regions: Sequence[str]) -> None:
        """Enlarge where it hurts, on the view that shows it."""
        for name in TABS:
            for region in regions:
                if region in self._body.view(name).areas:
                    self.show_view(name)
                    self._come_to(self.close_up.view, region)
                    return

    def show_point(self, code: str) -> None:
        """Show a view on which a point is seen, unless the present one does."""
        seen = self._body.views_of(code)
        if seen and self.view not in seen:
            self.show_view(seen[0])

    def _show_side(self, name: str, left: bool) -> None:
        if not self._body.view(name).sided:
            self._left = left
            self._sides.choose("left" if left else "right")
        self.show_view(name)

    def _turn(self, side: str) -> None:
        self._left = side == "left"
        self.show_view(self.view)

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
    def _home(self) -> Home | None:
        """Where on a whole figure the view to be enlarged lies; None where it is one itself."""
        return home_of(self.close_up.view, self._body)

    @property
    def _near(self) -> bool:
        """Whether a part of the body is seen, and not all of a whole figure."""
        return self._home is not None or self.close_up.camera.zoom > CLOSE_UP

    @property
    def enlarged(self) -> bool:
        """Whether points can be told apart; only then those not chosen are drawn and can be tapped."""
        return self._near or bool(self._state.layers.only)

    def _show_others(self) -> None:
        self._others_shown = self.enlarged
        among = self._state.others(self._body.places)
        self.close_up.show_marks(self._marks(), others=self._others_shown, among=among)

    # The two pictures follow each other.

    def _seen(self, seen: QRectF) -> None:
        """The part that is enlarged has moved: the frame shows where it lies, and words say what it is."""
        if self.enlarged is not self._others_shown:
            self._show_others()
        self._show_beside(seen)
        shown, zoom = self.close_up.view, self.close_up.camera.zoom
        if self._home is None and zoom > CLOSE_UP:
            words = part_words(shown, (seen.left(), seen.top(), seen.right(), seen.bottom()))
        else:
            words = view_words(shown.name, mirrored=shown.mirrored)
        self._captions[1].show_words(words, zoom if zoom > CLOSE_UP else 1.0)

    def _show_beside(self, seen: QRectF) -> None:
        """The whole figure with a frame around the part; where all of it is seen, its other side."""
        home, shown = self._home, self.close_up.view
        name, mirrored = (shown.name, shown.mirrored) if home is None else (home.view, home.mirrored)
        if not self._near:
            name, mirrored = _BACK_OF[name], name == "lateral" and not mirrored
        beside = self.overview.view
        if (name, mirrored) != (beside.name, beside.mirrored):
            self.overview.show_view(name, mirrored=mirrored)
        self._captions[0].show_words(view_words(name, mirrored=mirrored))
        frame = seen if home is None else _rect(home.box)
        self.overview.show_frame(frame if self._near else None)

    def _come_closer(self, region: str) -> None:
        """A region was tapped where no point is."""
        if self.enlarged:
            return
        if close_view(self.close_up.view, region) is None:
            self.close_up.zoom_to_region(region)
        else:
            self._go_closer(region)

    def _go_closer(self, region: str) -> None:
        """Go to the view that is made for a region, where there is one."""
        close = close_view(self.close_up.view, region)
        if close is not None:
            self._show_side(close[0], close[1] or self.close_up.view.mirrored)

    def _go_wider(self) -> None:
        """Back from a close view to the whole body, still looking at that part."""
        home = home_of(self.close_up.view, self._body)
        if home is not None:
            self._show_side(home.view, home.mirrored)
            self.close_up.zoom_to(_rect(home.box).adjusted(-_WIDER, -_WIDER, _WIDER, _WIDER))

    def _follow(self, seen: QRectF) -> None:
        """The frame was carried to another place; a change of the overview's own size is no wish."""
        if seen == QRectF(*self.overview.camera.seen):
            return
        if self.close_up.view != self.overview.view:
            self._show_side(self.overview.view.name, self.overview.view.mirrored)
        self.close_up.zoom_to(seen)


def _rect(box: Box) -> QRectF:
    left, top, right, bottom = box
    return QRectF(left, top, right - left, bottom - top)
