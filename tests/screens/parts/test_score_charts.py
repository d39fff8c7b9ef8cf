"""Scores, evidence, pulse and tongue."""

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from acuchart.knowledge.findings import read_findings
from acuchart.screens.parts import tongue_look as tongue_module
from acuchart.screens.parts.evidence_bar import EvidenceBar
from acuchart.screens.parts.pulse_grid import PulseGrid, PulsePlace
from acuchart.screens.parts.sparkline import Sparkline
from acuchart.screens.parts.tongue_look import TongueLook, Zone, tongue_look
from acuchart.screens.parts.tongue_picture import TonguePicture, zone_at

LEFT = Qt.MouseButton.LeftButton


def test_a_line_says_its_scores_and_its_gaps(qtbot: QtBot) -> None:
    line = Sparkline("Pain NRS")
    qtbot.addWidget(line)
    assert line.accessibleName() == "Pain NRS: no scores yet"
    line.show_scores((7, None, 4.5), 0, 10)
    assert line.accessibleName() == "Pain NRS: 7, missing, 4.5"
    with pytest.raises(ValueError, match="length"):
        line.show_scores((1,), 10, 10)


@pytest.mark.parametrize("scores", [(), (None,), (5,), (5, 4), (None, 4, None)])
def test_any_number_of_scores_paints(qtbot: QtBot, scores: tuple[float | None, ...]) -> None:
    line = Sparkline("PEG")
    qtbot.addWidget(line)
    line.resize(300, 160)
    line.show_scores(scores, 0, 10)
    assert not line.grab().isNull()


def test_a_bar_says_its_weights(qtbot: QtBot) -> None:
    bar = EvidenceBar()
    qtbot.addWidget(bar)
    bar.show_weights(9, 1, 2, most=9)
    assert bar.accessibleName() == "9 for, 1 against, 2 not asked"
    bar.show_weights(0, 0, 0, most=0)
    assert not bar.grab().isNull()


def test_a_pulse_cell_says_what_was_felt_and_asks_for_its_sheet(qtbot: QtBot) -> None:
    grid = PulseGrid((PulsePlace("left_cun", "Cun 寸", "Heart"),), (), name="findings.pulse")
    qtbot.addWidget(grid)
    grid.show()
    cell = grid.cell("left_cun")
    assert cell.accessibleName() == "Cun 寸, Heart: not set"
    grid.show_pulse({"left_cun": "Slightly wiry"}, "left_cun")
    assert cell.accessibleName() == "Cun 寸, Heart: Slightly wiry"
    with qtbot.waitSignal(grid.cell_tapped) as tapped:
        qtbot.keyClick(cell, Qt.Key.Key_Space)
    assert tapped.args == ["left_cun"]


def test_the_drawing_speaks_of_findings_that_exist() -> None:
    known = set(read_findings())
    tables = (tongue_module._BODIES, tongue_module._COATS, tongue_module._WIDTHS)  # noqa: SLF001 - the tables the drawing is made from
    named = {name for table in tables for name in table}
    named |= set(tongue_module._DOTS) | set(tongue_module._TINTED)  # noqa: SLF001 - the tables the drawing is made from
    named |= tongue_module._THICK | tongue_module._CRACKS  # noqa: SLF001 - the tables the drawing is made from
    assert named <= known


def test_nothing_found_is_not_a_healthy_tongue() -> None:
    assert tongue_look(()) == TongueLook()
    assert tongue_look(("tongue_normal",)).body == "pink"
    assert tongue_look(("pain_stabbing",)) == TongueLook()


def test_no_coat_wins_over_its_colour() -> None:
    assert tongue_look({"coat_white", "coat_none"}).coat == ""
    assert tongue_look({"coat_white", "coat_mirror"}).coat == ""
    assert tongue_look({"coat_green"}).coat == "green"
    assert tongue_look({"coat_white", "coat_thick"}).opacity > tongue_look({"coat_white"}).opacity


@pytest.mark.parametrize(
    ("x", "y", "zone"),
    [(70, 20, Zone.ROOT), (70, 170, Zone.TIP), (70, 100, Zone.CENTRE), (20, 100, Zone.SIDES)],
)
def test_zones(x: float, y: float, zone: Zone) -> None:
    assert zone_at(x, y) is zone


def test_every_look_is_drawn_differently(qtbot: QtBot) -> None:
    picture = TonguePicture()
    qtbot.addWidget(picture)
    picture.resize(picture.sizeHint())
    images = []
    for found in (
        (),
        ("tongue_red",),
        ("tongue_red", "coat_yellow"),
        ("tongue_red", "coat_yellow", "tongue_cracked"),
    ):
        picture.show_tongue(tongue_look(found), "")
        images.append(picture.grab().toImage())
    assert all(a != b for number, a in enumerate(images) for b in images[:number])


def test_a_tap_on_the_tongue_chooses_a_zone_and_beside_it_none(qtbot: QtBot) -> None:
    picture = TonguePicture()
    qtbot.addWidget(picture)
    picture.resize(140, 190)
    picture.show()
    assert picture.accessibleName() == "Tongue, not looked at"
    with qtbot.waitSignal(picture.zone_tapped) as tapped:
        qtbot.mouseClick(picture, LEFT, pos=QPoint(70, 170))
    assert tapped.args == [Zone.TIP]
    with qtbot.assertNotEmitted(picture.zone_tapped):
        qtbot.mouseClick(picture, LEFT, pos=QPoint(2, 186))
    with qtbot.waitSignal(picture.zone_tapped) as tapped:
        qtbot.keyClick(picture, Qt.Key.Key_Up)
    assert tapped.args == [Zone.TIP]
