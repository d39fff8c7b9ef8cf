"""The painted charts on one window, for the gallery."""

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from acuchart.clinic.findings import FindingState
from acuchart.clinic.painting import PainStrength
from acuchart.clinic.points import Side
from acuchart.knowledge.body import read_body
from acuchart.screens.parts.body_chart import BodyChart
from acuchart.screens.parts.body_marks import BodyLegend, BodyMark, MarkKind
from acuchart.screens.parts.card import Card
from acuchart.screens.parts.combo import Combo
from acuchart.screens.parts.date_field import DateField
from acuchart.screens.parts.evidence_bar import EvidenceBar
from acuchart.screens.parts.pain_paint import PainPaint
from acuchart.screens.parts.pulse_grid import PulseGrid, PulsePlace
from acuchart.screens.parts.row import Row, RowList
from acuchart.screens.parts.segmented import Option
from acuchart.screens.parts.sparkline import Sparkline
from acuchart.screens.parts.text import Text
from acuchart.screens.parts.three_state import ThreeStateChip
from acuchart.screens.parts.tongue_look import tongue_look
from acuchart.screens.parts.tongue_picture import TonguePicture

MARKS = (
    *(BodyMark(code, MarkKind.SELECTED, Side.RIGHT) for code in ("ST35", "GB34", "SP9", "SP10", "EX-LE4")),
    BodyMark("ST36", MarkKind.SELECTED, Side.BOTH),
    *(BodyMark(code, MarkKind.SUGGESTED, Side.RIGHT) for code in ("ST34", "ST40")),
    BodyMark("SP6", MarkKind.AVOID, Side.RIGHT),
    BodyMark("LI4", MarkKind.DECIDE_NOW),
)


def body_panel() -> Card:
    card = Card("Body")
    body = read_body()
    whole, near = BodyChart(body, overview=True), BodyChart(body)
    near.setFixedSize(208, 500)
    whole.setFixedSize(216, 536)
    for chart in (whole, near):
        chart.show_marks(MARKS, others=chart is near)
        chart.show_channels({"ST"})
    near.seen_changed.connect(whole.show_frame)
    near.zoom_to_region("knee-front-right")
    row = QHBoxLayout()
    row.addWidget(whole)
    row.addWidget(near)
    card.body.addLayout(row)
    card.body.addWidget(BodyLegend())
    return card


def pain_panel() -> Card:
    card = Card("Pain")
    paint = PainPaint(read_body())
    front, back = paint.sheets
    paint.take_tool(PainStrength.MEDIUM)
    for y in (560, 570, 590):
        front.began.emit(front.view, 150, y)
        front.ended.emit()
    paint.take_tool(PainStrength.STRONG)
    front.began.emit(front.view, 150, 572)
    front.ended.emit()
    paint.take_tool(PainStrength.LITTLE)
    back.began.emit(back.view, 160, 330)
    back.moved.emit(back.view, 215, 334)
    back.ended.emit()
    card.body.addWidget(paint.tools)
    card.body.addWidget(paint)
    return card


def tongue_panel() -> Card:
    card = Card("Tongue", hanzi="舌诊")
    row = QHBoxLayout()
    for found in (
        {"tongue_dusky", "coat_white", "coat_greasy", "tongue_tooth_marked", "tongue_stasis_spots"},
        {"tongue_red", "coat_yellow", "tongue_cracked", "tip_red", "tongue_thin", "coat_patchy"},
        {"tongue_pale", "tongue_swollen", "coat_none", "tongue_wet", "sides_purple"},
        set[str](),
    ):
        picture = TonguePicture()
        picture.show_tongue(tongue_look(found), "")
        row.addWidget(picture)
    card.body.addLayout(row)
    places = [PulsePlace(key, f"{key} 寸", "Heart") for key in ("Cun", "Guan", "Chi")]
    grid = PulseGrid(places, [PulsePlace(f"r{p.key}", p.place, "Lung") for p in places])
    grid.show_pulse({"Cun": "Even", "Guan": "Slightly wiry", "rGuan": "Soft, slippery"}, "rGuan")
    card.body.addWidget(grid)
    states = QHBoxLayout()
    for state in FindingState:
        states.addWidget(ThreeStateChip("Worse at night", state))
    states.addStretch(1)
    card.body.addLayout(states)
    bars = QHBoxLayout()
    for weights in ((9, 1, 2), (6, 2, 3), (2, 4, 2)):
        bar = EvidenceBar()
        bar.show_weights(*weights, most=9)
        bars.addWidget(bar)
    card.body.addLayout(bars)
    return card


def scores_panel() -> Card:
    card = Card("Pain NRS")
    spark = Sparkline("PEG", ink="slate")
    spark.show_scores((6.7, 6, 5.3, 5, 4.3), 0, 10)
    combo = Combo(
        [Option("a", "Cold-damp", "寒湿痹阻"), Option("b", "Blood stasis")], label="Primary pattern"
    )
    combo.choose("a")
    rows = RowList()
    rows.show_rows([Row((Text("Pain NRS"), spark)), Row((Text("Primary pattern"), combo))])
    card.body.addWidget(rows)
    born = DateField("Date of birth")
    born.set_text("31/02/1985")
    born.validate()
    card.body.addWidget(born)
    return card


def charts() -> QWidget:
    """Return the window with every painted chart."""
    window = QWidget()
    grid = QGridLayout(window)
    column = QVBoxLayout()
    column.addWidget(tongue_panel())
    column.addWidget(scores_panel())
    grid.addWidget(body_panel(), 0, 0)
    grid.addWidget(pain_panel(), 0, 1)
    grid.addLayout(column, 0, 2)
    window.resize(1760, max(900, grid.totalHeightForWidth(1760)))
    return window
