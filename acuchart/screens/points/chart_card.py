"""The body beside the prescription: a view, what is chosen on it, and a part of it enlarged."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from acuchart.clinic.body import Body
from acuchart.clinic.cautions import Level
from acuchart.clinic.points import Side
from acuchart.screens.parts.body_chart import BodyChart
from acuchart.screens.parts.body_ground import CLOSE_UP
from acuchart.screens.parts.body_marks import BodyLegend, BodyMark, MarkKind
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.screens.parts.card import Card, Rule
from acuchart.screens.parts.combo import Combo
from acuchart.screens.parts.flow import FlowLayout
from acuchart.screens.parts.segmented import Option, Segmented
from acuchart.screens.parts.text import Text
from acuchart.screens.points.lines import RowLine, Told
from acuchart.words import _

TABS = ("front", "back", "lateral", "ear")
_LEGEND = (MarkKind.SELECTED, MarkKind.SUGGESTED, MarkKind.AVOID, MarkKind.DECIDE_NOW)


class ChartCard(Card):
    """Tabs for the four usual views, a list of the others, left or right, and two pictures of the view.

    Signals:
        point_tapped: code and Side of the point that was tapped.
    """

    point_tapped = Signal(str, object)

    def __init__(self, body: Body) -> None:
        super().__init__(padding=(12, 14), name="points.chart")
        self._body = body
        self._rows: Sequence[RowLine] = ()
        self._against: Mapping[str, Told] = {}
        self._suggested: Sequence[str] = ()
        self._left = self._others_shown = False
        self._marks: Sequence[BodyMark] = ()
        self.body.addLayout(self._make_choice())
        self._pictures = QHBoxLayout()
        self._pictures.setSpacing(12)
        self.overview = BodyChart(body, overview=True, name="points.overview")
        self.close_up = BodyChart(body, name="points.body")
        self._pictures.addWidget(self.overview, 1)
        self._pictures.addLayout(self._make_close_up(), 1)
        self.body.addLayout(self._pictures, 1)
        self.body.addWidget(Rule())
        legend = FlowLayout(gap=14, row_gap=2)
        for kinds in (_LEGEND[:2], _LEGEND[2:]):
            legend.addWidget(BodyLegend(kinds))
        self.body.addLayout(legend)
        self.close_up.point_clicked.connect(self.point_tapped)
        self.close_up.seen_changed.connect(self.overview.show_frame)
        self.close_up.seen_changed.connect(self._seen)
        self.close_up.region_clicked.connect(self._come_closer)
        self.overview.seen_changed.connect(self._follow)
        self.overview.region_clicked.connect(self.close_up.zoom_to_region)
        self.show_view(TABS[0])

    def _make_choice(self) -> QVBoxLayout:
        words = {"front": _("Front"), "back": _("Back"), "lateral": _("Side"), "ear": _("Ear")}
        head = QVBoxLayout()
        first, second = QHBoxLayout(), QHBoxLayout()
        self._tabs = Segmented([Option(key, words[key]) for key in TABS], name="points.view", label=_("View"))
        self._tabs.chosen.connect(self.show_view)
        first.addWidget(self._tabs)
        first.addStretch(1)
        tools = (
            ("zoom-in", _("Enlarge"), "points.zoom_in"),
            ("zoom-out", _("Make smaller"), "points.zoom_out"),
        )
        for icon, hint, name in tools:
            button = Button(icon=icon, variant=Variant.GHOST, size=Size.SMALL, hint=hint, name=name)
            factor = 1.5 if icon == "zoom-in" else 1 / 1.5
            button.clicked.connect(lambda _on=False, factor=factor: self.close_up.zoom_by(factor))
            first.addWidget(button)
        others = [Option(key, _(view.title)) for key, view in self._body.views.items() if key not in TABS]
        self._others = Combo(
            others, label=_("Other views"), placeholder=_("Other views"), name="points.views"
        )
        self._others.chosen.connect(self.show_view)
        self._sides = Segmented(
            (Option("right", _("Right")), Option("left", _("Left"))), name="points.view_side", label=_("Side")
        )
        self._sides.chosen.connect(self._turn)
        second.addWidget(self._others, 1)
        second.addWidget(self._sides)
        head.addLayout(first)
        head.addLayout(second)
        return head

    def _make_close_up(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(2)
        self._title = Text("", "label", "ink")
        column.addWidget(self._title)
        column.addWidget(self.close_up, 1)
        return column

    @property
    def view(self) -> str:
        """Name of the view in sight."""
        return self.close_up.view.name

    def show_view(self, name: str) -> None:
        """Show a view, whole in the one picture and to be enlarged in the other."""
        if name in TABS:
            self._tabs.choose(name)
            self._others.choose("")
        else:
            self._others.choose(name)
        view = self._body.view(name)
        self._sides.setVisible(not view.sided)
        mirrored = self._left and not view.sided
        for chart in (self.overview, self.close_up):
            chart.show_view(name, mirrored=mirrored)
        self._title.setText(_(view.title) if not mirrored else _("Left, mirrored"))
        self.overview.setVisible(view.sided or name == "lateral")
        self.overview.show_frame(QRectF(*self.close_up.camera.seen))
        self._mark()

    def zoom_to_regions(self, regions: Sequence[str]) -> None:
        """Enlarge where it hurts, on the view that shows it."""
        for name in TABS:
            for region in regions:
                if region in self._body.view(name).areas:
                    self.show_view(name)
                    self.close_up.zoom_to_region(region)
                    return

    def show_against(self, against: Mapping[str, Told]) -> None:
        """What stands against each point for this patient."""
        self._against = against
        self._mark()

    def show_rows(self, rows: Sequence[RowLine]) -> None:
        """Mark what is chosen."""
        self._rows = rows
        self._mark()

    def show_suggested(self, codes: Sequence[str]) -> None:
        """Mark what might be considered."""
        self._suggested = codes
        self._mark()

    def show_point(self, code: str) -> None:
        """Show a view on which a point is seen, unless the present one does."""
        seen = self._body.views_of(code)
        if seen and self.view not in seen:
            self.show_view(seen[0])

    def _mark(self) -> None:
        chosen = {row.code for row in self._rows}
        marks = [
            BodyMark(row.code, MarkKind.DECIDE_NOW if row.open else MarkKind.SELECTED, row.side)
            for row in self._rows
        ]
        avoid = [c for c, told in self._against.items() if told.level is Level.DANGER and c not in chosen]
        marks += [BodyMark(code, MarkKind.AVOID, Side.BOTH) for code in avoid]
        marks += [
            BodyMark(code, MarkKind.SUGGESTED, Side.BOTH) for code in self._suggested if code not in chosen
        ]
        channels = {row.code.rstrip("0123456789") for row in self._rows}
        self.overview.show_marks(marks)
        self._marks = marks
        self._show_others()
        for chart in (self.overview, self.close_up):
            chart.show_channels(channels)

    @property
    def enlarged(self) -> bool:
        """Whether points can be told apart; only then those not chosen are drawn and can be tapped."""
        return self.close_up.camera.zoom > CLOSE_UP

    def _seen(self, _seen: QRectF) -> None:
        if self.enlarged is not self._others_shown:
            self._show_others()

    def _show_others(self) -> None:
        self._others_shown = self.enlarged
        self.close_up.show_marks(self._marks, others=self._others_shown)

    def _come_closer(self, region: str) -> None:
        if not self.enlarged:
            self.close_up.zoom_to_region(region)

    def _follow(self, seen: QRectF) -> None:
        """The frame was carried to another place; a change of the overview's own size is no wish."""
        if seen != QRectF(*self.overview.camera.seen):
            self.close_up.zoom_to(seen)

    def _turn(self, side: str) -> None:
        self._left = side == "left"
        self.show_view(self.view)
