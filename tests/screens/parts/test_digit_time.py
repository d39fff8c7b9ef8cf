"""A time of twelve hours has room for its letters, and its figures do not move apart for them."""

import pytest
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from acuchart.screens.parts.digit_time import digits_width
from acuchart.screens.shell.theme import ThemeHolder


@pytest.mark.parametrize("letter", ["A", "P", "M"])
def test_no_letter_runs_into_the_next(qapp: QApplication, letter: str) -> None:
    theme = ThemeHolder.of_app().theme
    font = theme.font("clock")
    assert QFontMetricsF(font).boundingRect(letter).width() <= digits_width(theme, letter, font.pixelSize())


@pytest.mark.parametrize("space", [" ", "\u202f"])
def test_the_letters_stand_close_to_the_time(qapp: QApplication, space: str) -> None:
    theme = ThemeHolder.of_app().theme
    assert digits_width(theme, space, 96) < digits_width(theme, "8", 96) / 2
