"""Painting pain with a finger and from a list."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from acuchart.clinic.body import Body
from acuchart.clinic.painting import PainStrength, PainStroke, Painting, painted_regions, read_painting
from acuchart.clinic.trouble import ChartTrouble
from acuchart.knowledge.body import read_body
from acuchart.screens.parts.pain_edit import MOST_STEPS, PainEditor
from acuchart.screens.parts.pain_paint import PainPaint
from acuchart.screens.parts.pain_sheet import PainSheet

LEFT = Qt.MouseButton.LeftButton
KNEE = (150.0, 575.0)


@pytest.fixture(scope="module")
def body() -> Body:
    return read_body()


@pytest.fixture
def paint(body: Body, qtbot: QtBot) -> PainPaint:
    made = PainPaint(body, name="intake.pain")
    qtbot.addWidget(made)
    qtbot.addWidget(made.tools)
    made.resize(784, 640)
    made.show()
    return made


def _px(sheet: PainSheet, place: tuple[float, float]) -> QPoint:
    x, y = sheet.camera.to_window(*place)
    return QPoint(round(x), round(y))


def _stroke(qtbot: QtBot, sheet: PainSheet, *places: tuple[float, float]) -> None:
    qtbot.mousePress(sheet, LEFT, pos=_px(sheet, places[0]))
    for place in places[1:]:
        qtbot.mouseMove(sheet, _px(sheet, place))
    qtbot.mouseRelease(sheet, LEFT, pos=_px(sheet, places[-1]))


def test_nothing_painted_is_an_empty_answer(paint: PainPaint) -> None:
    assert paint.value == ""


def test_a_finger_paints_and_tells_when_it_is_lifted(paint: PainPaint, qtbot: QtBot) -> None:
    sheet = paint.sheets[0]
    with qtbot.assertNotEmitted(paint.changed):
        qtbot.mousePress(sheet, LEFT, pos=_px(sheet, KNEE))
    with qtbot.waitSignal(paint.changed) as changed:
        qtbot.mouseRelease(sheet, LEFT, pos=_px(sheet, KNEE))
    assert changed.args == [paint.value]
    (stroke,) = read_painting(paint.value).strokes
    assert (stroke.view, stroke.strength) == ("front", PainStrength.STRONG)
    assert stroke.places[0] == pytest.approx(KNEE, abs=1)


def test_what_is_painted_is_found_in_its_region(paint: PainPaint, body: Body, qtbot: QtBot) -> None:
    _stroke(qtbot, paint.sheets[0], KNEE, (150, 600))
    regions = dict(painted_regions(paint.painting, body))
    assert regions["knee-front-right"] is PainStrength.STRONG


def test_beside_the_body_nothing_is_painted(paint: PainPaint, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(paint.changed):
        _stroke(qtbot, paint.sheets[1], (10, 10), (20, 20))
    assert paint.value == ""


def test_a_finger_that_comes_down_beside_the_body_paints_from_where_it_reaches_it(
    paint: PainPaint, body: Body, qtbot: QtBot
) -> None:
    sheet = paint.sheets[0]
    _stroke(qtbot, sheet, (90, KNEE[1]), (110, KNEE[1]), (130, KNEE[1]), KNEE)
    (stroke,) = paint.painting.strokes
    assert sheet.view.outside_by(*stroke.places[0]) <= sheet.stroke_width / 2
    assert dict(painted_regions(paint.painting, body))["knee-front-right"] is PainStrength.STRONG
    qtbot.mouseMove(sheet, _px(sheet, (150, 300)))
    assert len(paint.painting.strokes) == 1


def test_the_rubber_looks_as_if_it_were_in_hand(paint: PainPaint) -> None:
    resting = paint.tools.erase.variant
    paint.take_tool(None)
    assert paint.tools.erase.variant is not resting
    paint.take_tool(PainStrength.LITTLE)
    assert paint.tools.erase.variant is resting


def test_a_value_survives_the_way_out_and_in(paint: PainPaint, body: Body, qtbot: QtBot) -> None:
    _stroke(qtbot, paint.sheets[0], KNEE, (150, 600))
    paint.take_tool(PainStrength.LITTLE)
    _stroke(qtbot, paint.sheets[1], (190, 330))
    again = PainPaint(body)
    qtbot.addWidget(again)
    with qtbot.assertNotEmitted(again.changed):
        again.show_value(paint.value)
    assert again.value == paint.value


def test_a_value_that_is_none_is_refused_and_keeps_what_stands(paint: PainPaint, qtbot: QtBot) -> None:
    _stroke(qtbot, paint.sheets[0], KNEE)
    before = paint.value
    with pytest.raises(ChartTrouble):
        paint.show_value("{no painting")
    assert paint.value == before


def test_the_rubber_takes_away_only_what_is_under_it(paint: PainPaint, qtbot: QtBot) -> None:
    front = paint.sheets[0]
    _stroke(qtbot, front, KNEE)
    _stroke(qtbot, front, (190, 200))
    paint.take_tool(None)
    _stroke(qtbot, front, KNEE)
    (left,) = read_painting(paint.value).strokes
    assert left.places[0] == pytest.approx((190, 200), abs=1)


def test_undo_by_button_and_by_key(paint: PainPaint, qtbot: QtBot) -> None:
    _stroke(qtbot, paint.sheets[0], KNEE)
    _stroke(qtbot, paint.sheets[0], (190, 200))
    assert paint.tools.undo.isEnabled()
    paint.tools.undo.click()
    assert len(paint.painting.strokes) == 1
    paint.undo()
    assert paint.value == ""
    assert not paint.tools.undo.isEnabled()
    with qtbot.assertNotEmitted(paint.changed):
        paint.undo()


def test_a_tool_is_shown_in_hand(paint: PainPaint) -> None:
    key = paint.tools.findChild(QWidget, "intake.pain.tools.medium")
    assert key is not None
    paint.tools.tool_chosen.emit(PainStrength.MEDIUM)
    assert key.property("checked") is True
    assert key.accessibleName() == "Medium"
    paint.tools.erase.click()
    assert key.property("checked") is False


def test_a_read_only_painting_stays(paint: PainPaint, qtbot: QtBot) -> None:
    _stroke(qtbot, paint.sheets[0], KNEE)
    paint.set_read_only(True)
    with qtbot.assertNotEmitted(paint.changed):
        _stroke(qtbot, paint.sheets[0], (190, 200))
        paint.undo()
    assert len(paint.painting.strokes) == 1


def test_the_list_paints_the_same_without_a_finger(paint: PainPaint, body: Body, qtbot: QtBot) -> None:
    with qtbot.waitSignal(paint.changed):
        paint.regions.combo("back", "lumbar-spine").chosen.emit("2")
    assert dict(painted_regions(paint.painting, body)) == {"lumbar-spine": PainStrength.MEDIUM}
    with qtbot.waitSignal(paint.changed) as changed:
        paint.regions.combo("back", "lumbar-spine").chosen.emit("0")
    assert changed.args == [""]


def test_every_region_can_be_painted_from_the_list(body: Body) -> None:
    for name in ("front", "back"):
        view = body.view(name)
        for region in view.regions:
            editor = PainEditor()
            editor.fill(view, region, PainStrength.LITTLE, 12)
            assert dict(painted_regions(editor.painting, body)).get(region) is PainStrength.LITTLE


def test_the_list_shows_what_the_finger_painted(paint: PainPaint, qtbot: QtBot) -> None:
    _stroke(qtbot, paint.sheets[0], KNEE, (150, 580))
    switch = paint.findChild(QWidget, "intake.pain.as_list")
    assert switch is not None
    qtbot.mouseClick(switch, LEFT)
    combo = paint.regions.combo("front", "knee-front-right")
    assert combo.key == "3"
    assert combo.accessibleName().startswith("Front, ")
    assert paint.regions.combo("back", "sacrum").key == "0"


def test_twenty_steps_can_be_taken_back_and_no_more() -> None:
    editor = PainEditor()
    for number in range(MOST_STEPS + 5):
        editor.step()
        editor.begin_stroke(PainStroke("front", PainStrength.LITTLE, ((float(number), 0.0),), 10))
    for _step in range(MOST_STEPS + 5):
        editor.undo()
    assert len(editor.painting.strokes) == 5
    assert not editor.can_undo


def test_a_step_that_changed_nothing_is_passed_over(body: Body) -> None:
    editor = PainEditor()
    editor.step()
    editor.begin_stroke(PainStroke("front", PainStrength.LITTLE, (KNEE,), 10))
    editor.step()
    editor.erase(body.view("front"), (10.0, 10.0), 5)
    editor.undo()
    assert editor.painting == Painting()


def test_the_rubber_cuts_a_stroke_in_two(body: Body) -> None:
    editor = PainEditor()
    places = tuple((100.0 + 2 * n, 300.0) for n in range(50))
    editor.begin_stroke(PainStroke("front", PainStrength.STRONG, places, 10))
    editor.erase(body.view("front"), (150.0, 300.0), 11)
    assert [len(stroke.places) for stroke in editor.painting.strokes] == [20, 19]
    editor.erase(body.view("back"), (110.0, 300.0), 100)
    assert len(editor.painting.strokes) == 2
