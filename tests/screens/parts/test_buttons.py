"""Buttons, chips, segments, switches and cells under finger and keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from acuchart.clinic.findings import FindingState
from acuchart.clinic.points import Side
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import LOOKS, MEASURES, Size, Variant, look_of
from acuchart.screens.parts.cells import Cells, SideSelector
from acuchart.screens.parts.chip import Chip
from acuchart.screens.parts.combo import Combo
from acuchart.screens.parts.segmented import Option, Segmented
from acuchart.screens.parts.switch import Switch
from acuchart.screens.parts.three_state import ThreeStateChip
from acuchart.screens.parts.tick_box import TickBox
from acuchart.screens.shell.theme import TextSize, Theme, ThemeHolder, Tone

VIEWS = (Option("front", "Front"), Option("back", "Back"), Option("side", "Side"))
LEFT = Qt.MouseButton.LeftButton


@pytest.mark.parametrize("variant", list(Variant))
@pytest.mark.parametrize("size", list(Size))
def test_every_variant_has_its_height_and_paints(qtbot: QtBot, variant: Variant, size: Size) -> None:
    button = Button("Sign", variant, icon="check", trailing="arrow-right", keys=("Ctrl", "Enter"), size=size)
    qtbot.addWidget(button)
    button.show()
    assert button.height() == Theme().size(size.value)
    assert not button.grab().isNull()


def test_every_look_names_colours_of_the_theme() -> None:
    known = {*Theme().colour_names, ""}
    for looks in LOOKS.values():
        assert {name for look in looks for name in (look.fill, look.border, look.ink)} <= known
    for variant in Variant:
        off = look_of(variant, enabled=False, pressed=False, hovered=False)
        assert {off.fill, off.border, off.ink} <= known
    assert set(MEASURES) == set(Size)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_button_is_pressed_by_key(qtbot: QtBot, key: Qt.Key) -> None:
    button = Button("Sign", Variant.PRIMARY, name="note.sign")
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)
    assert button.objectName() == "note.sign"
    assert button.accessibleName() == "Sign"


def test_a_button_without_words_says_its_hint(qtbot: QtBot) -> None:
    button = Button("", icon="ellipsis", hint="More")
    qtbot.addWidget(button)
    assert button.accessibleName() == "More"
    assert button.toolTip() == "More"
    assert button.sizeHint().width() == button.sizeHint().height()


@pytest.mark.parametrize("how", ["mouse", "enter", "space"])
def test_a_button_that_lacks_something_says_so_and_does_nothing(qtbot: QtBot, how: str) -> None:
    button = Button("Start needling", Variant.PRIMARY)
    qtbot.addWidget(button)
    button.show()
    button.set_missing("Settle LI4 first.")
    with qtbot.assertNotEmitted(button.clicked), qtbot.waitSignal(button.refused) as refused:
        if how == "mouse":
            qtbot.mouseClick(button, LEFT)
        else:
            qtbot.keyClick(button, Qt.Key.Key_Return if how == "enter" else Qt.Key.Key_Space)
    assert refused.args == ["Settle LI4 first."]
    assert button.accessibleDescription() == "Settle LI4 first."


def test_a_button_works_again_once_nothing_is_missing(qtbot: QtBot) -> None:
    button = Button("Send", Variant.PRIMARY)
    qtbot.addWidget(button)
    button.show()
    button.set_missing("Add at least one goal.")
    button.set_missing("")
    with qtbot.waitSignal(button.clicked):
        qtbot.mouseClick(button, LEFT)


def test_a_button_grows_with_the_text(qtbot: QtBot) -> None:
    button = Button("Start removal")
    qtbot.addWidget(button)
    before = button.sizeHint().width()
    ThemeHolder.of_app().use(Tone.LIGHT, TextSize.LARGER)
    after = button.sizeHint().width()
    ThemeHolder.of_app().use(Tone.LIGHT, TextSize.STANDARD)
    assert after > before


def test_a_chip_toggles_by_tap_space_and_enter(qtbot: QtBot) -> None:
    chip = Chip("Stabbing", name="findings.chip.pain_stabbing")
    qtbot.addWidget(chip)
    chip.show()
    qtbot.mouseClick(chip, LEFT)
    assert chip.isChecked()
    qtbot.keyClick(chip, Qt.Key.Key_Space)
    assert not chip.isChecked()
    qtbot.keyClick(chip, Qt.Key.Key_Return)
    assert chip.isChecked()
    assert chip.height() == 40


def test_segments_tell_only_a_change(qtbot: QtBot) -> None:
    segments = Segmented(VIEWS, name="points.view")
    qtbot.addWidget(segments)
    segments.show()
    with qtbot.assertNotEmitted(segments.chosen):
        segments.segment("front").click()
    with qtbot.waitSignal(segments.chosen) as chosen:
        qtbot.mouseClick(segments.segment("back"), LEFT)
    assert chosen.args == ["back"]
    assert segments.segment("back").objectName() == "points.view.back"


def test_arrow_keys_go_through_segments(qtbot: QtBot) -> None:
    segments = Segmented(VIEWS)
    qtbot.addWidget(segments)
    with qtbot.waitActive(segments):
        segments.show()
        segments.activateWindow()
    segments.segment("front").setFocus()
    with qtbot.waitSignal(segments.chosen) as chosen:
        qtbot.keyClick(segments.segment("front"), Qt.Key.Key_Right)
    assert chosen.args == ["back"]
    assert segments.key == "back"


def test_choosing_from_outside_is_silent(qtbot: QtBot) -> None:
    segments, cells, combo = Segmented(VIEWS), Cells(VIEWS), Combo(VIEWS)
    for widget, signal in ((segments, segments.chosen), (cells, cells.chosen), (combo, combo.chosen)):
        qtbot.addWidget(widget)
        with qtbot.assertNotEmitted(signal):
            widget.choose("side")
        assert widget.key == "side"


def test_an_unknown_segment_is_a_bug(qtbot: QtBot) -> None:
    segments = Segmented(VIEWS)
    qtbot.addWidget(segments)
    with pytest.raises(KeyError):
        segments.choose("top")


def test_a_chosen_cell_can_be_taken_back_where_that_is_meant(qtbot: QtBot) -> None:
    cells = Cells((Option("worse", "Worse"), Option("better", "Better")), may_be_none=True, label="Cold")
    qtbot.addWidget(cells)
    cells.cell("worse").click()
    assert cells.accessibleName() == "Cold: Worse"
    with qtbot.waitSignal(cells.chosen) as chosen:
        cells.cell("worse").click()
    assert chosen.args == [""]
    assert not cells.cell("worse").isChecked()
    assert cells.accessibleName() == "Cold: not chosen"


def test_a_chosen_cell_stays_where_one_is_needed(qtbot: QtBot) -> None:
    cells = Cells(VIEWS)
    qtbot.addWidget(cells)
    cells.cell("back").click()
    with qtbot.assertNotEmitted(cells.chosen):
        cells.cell("back").click()
    assert cells.cell("back").isChecked()


@pytest.mark.parametrize(
    ("key", "side"), [(Qt.Key.Key_L, Side.LEFT), (Qt.Key.Key_R, Side.RIGHT), (Qt.Key.Key_B, Side.BOTH)]
)
def test_letters_choose_the_side(qtbot: QtBot, key: Qt.Key, side: Side) -> None:
    selector = SideSelector()
    qtbot.addWidget(selector)
    with qtbot.waitSignal(selector.side_chosen) as chosen:
        qtbot.keyClick(selector, key)
    assert chosen.args == [side]


def test_a_midline_point_has_no_side_to_choose(qtbot: QtBot) -> None:
    selector = SideSelector()
    qtbot.addWidget(selector)
    selector.show_side(Side.MIDLINE)
    assert not selector.isEnabled()
    assert selector.key == ""
    selector.show_side(Side.LEFT)
    assert selector.isEnabled()
    assert selector.key == "left"


def test_switch_and_tick_box_answer_over_their_whole_width(qtbot: QtBot) -> None:
    switch, box = Switch("Exercise", name="plan.exercise"), TickBox("I agree to be treated here")
    for widget in (switch, box):
        qtbot.addWidget(widget)
        widget.show()
        qtbot.mouseClick(widget, LEFT, pos=widget.rect().center())
        assert widget.isChecked()
        assert widget.accessibleName()
        assert widget.height() >= 40


def test_a_finding_goes_through_its_three_states(qtbot: QtBot) -> None:
    chip = ThreeStateChip("Night sweats")
    qtbot.addWidget(chip)
    chip.show()
    seen = [chip.accessibleName()]
    for _tap in range(3):
        qtbot.mouseClick(chip, LEFT)
        seen.append(chip.accessibleName())
    states = ["not asked", "present", "absent", "not asked"]
    assert seen == [f"Night sweats: {state}" for state in states]


def test_the_three_states_look_different_without_colour(qtbot: QtBot) -> None:
    chip = ThreeStateChip("Night sweats")
    qtbot.addWidget(chip)
    greys = set()
    for state in FindingState:
        chip.show_state(state)
        grey = chip.grab().toImage().convertToFormat(chip.grab().toImage().Format.Format_Mono)
        greys.add(bytes(grey.constBits()))
    assert len(greys) == 3


@pytest.mark.parametrize(
    ("key", "state"),
    [
        (Qt.Key.Key_Plus, FindingState.PRESENT),
        (Qt.Key.Key_Minus, FindingState.ABSENT),
        (Qt.Key.Key_Space, FindingState.PRESENT),
    ],
)
def test_keys_choose_a_state(qtbot: QtBot, key: Qt.Key, state: FindingState) -> None:
    chip = ThreeStateChip("Night sweats")
    qtbot.addWidget(chip)
    with qtbot.waitSignal(chip.state_chosen) as chosen:
        qtbot.keyClick(chip, key)
    assert chosen.args == [state]


def test_the_wheel_does_not_change_a_choice(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    combo = Combo(VIEWS, label="View")
    QVBoxLayout(holder).addWidget(combo)
    combo.choose("front")
    qtbot.keyClick(combo, Qt.Key.Key_Down)
    assert combo.key == "back"
    assert combo.accessibleName() == "View"
    combo.choose("nothing of the kind")
    assert combo.key == ""
