"""The look as values."""

import pytest
from PySide6.QtGui import QColor, QFont, QFontMetricsF
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from acuchart.screens.shell.theme import TextSize, Theme, ThemeHolder, Tone, colour_of, tokens


def test_the_last_two_figures_of_a_colour_are_its_opacity() -> None:
    assert colour_of("#1E211D66") == QColor(0x1E, 0x21, 0x1D, 0x66)


def test_six_figures_are_opaque() -> None:
    assert colour_of("#27745F").alpha() == 255


@pytest.mark.parametrize("text", ["27745F", "#277", "#27745F6", "", "#GG745F"])
def test_a_colour_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        colour_of(text)


def test_both_tones_know_every_colour() -> None:
    assert Theme(Tone.LIGHT).colour_names == Theme(Tone.DARK).colour_names
    assert Theme(Tone.LIGHT).colour("paper") != Theme(Tone.DARK).colour("paper")


def test_a_colour_handed_out_can_be_changed_without_harm() -> None:
    theme = Theme()
    theme.colour("jade").setAlpha(3)
    assert theme.colour("jade").alpha() == 255


def test_an_unknown_name_is_a_bug() -> None:
    with pytest.raises(KeyError):
        Theme().colour("purple")


def test_system_is_not_a_theme() -> None:
    with pytest.raises(ValueError, match="holder"):
        Theme(Tone.SYSTEM)


@pytest.mark.parametrize(("size", "px"), [("standard", 15), ("large", 17), ("larger", 20)])
def test_text_grows_with_the_text_size(size: str, px: int) -> None:
    assert Theme(Tone.LIGHT, TextSize(size)).font("body").pixelSize() == px


def test_letters_are_spaced_in_px_and_grow_too() -> None:
    font = Theme(Tone.LIGHT, TextSize.LARGER).font("title")
    assert font.letterSpacingType() is QFont.SpacingType.AbsoluteSpacing
    assert font.letterSpacing() == pytest.approx(-0.39, abs=0.02)


def test_hanzi_are_looked_for_after_inter() -> None:
    families = Theme().font("title").families()
    assert families[0] == "Inter Display"
    assert "Droid Sans Fallback" in families


def test_figures_are_equally_wide(qapp: QApplication) -> None:
    metrics = QFontMetricsF(Theme().font("bodyStrong"))
    assert {metrics.horizontalAdvance(figure) for figure in "0123456789"} == {metrics.horizontalAdvance("0")}


def test_every_role_of_the_tokens_makes_a_font(qapp: QApplication) -> None:
    theme = Theme()
    for role, entry in tokens()["type"].items():
        assert theme.font(role).pixelSize() == entry["size"]
        assert theme.line(role) == entry["line"]


def test_the_application_has_one_holder(qapp: QApplication) -> None:
    assert ThemeHolder.of_app() is ThemeHolder.of_app()


def test_a_change_is_told_and_reaches_qt(qapp: QApplication, qtbot: QtBot) -> None:
    holder = ThemeHolder.of_app()
    widget = QWidget()
    qtbot.addWidget(widget)
    with qtbot.waitSignal(holder.changed):
        holder.use(Tone.DARK, TextSize.LARGE)
    assert qapp.palette().window().color() == Theme(Tone.DARK).colour("paper")
    assert qapp.font().pixelSize() == 17
    assert Theme(Tone.DARK).colour("jade").name() in qapp.styleSheet()
    holder.use(Tone.LIGHT, TextSize.STANDARD)


def test_the_style_sheet_is_filled_whole(qapp: QApplication) -> None:
    ThemeHolder.of_app()
    assert "$" not in qapp.styleSheet()


def test_system_becomes_light_or_dark(qapp: QApplication) -> None:
    holder = ThemeHolder.of_app()
    holder.use(Tone.SYSTEM, TextSize.STANDARD)
    assert holder.theme.tone in (Tone.LIGHT, Tone.DARK)
    holder.use(Tone.LIGHT, TextSize.STANDARD)
