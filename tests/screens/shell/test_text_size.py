"""A label made before the text size changed, and shown only afterwards."""

from pytestqt.qtbot import QtBot

from acuchart.screens.parts.text import Text
from acuchart.screens.shell.theme import TextSize, ThemeHolder, Tone


def test_a_label_shown_later_has_the_size_of_its_day(qtbot: QtBot) -> None:
    holder = ThemeHolder.of_app()
    holder.use(Tone.LIGHT, TextSize.STANDARD)
    label = Text("Rooms", "h1")
    qtbot.addWidget(label)
    holder.use(Tone.LIGHT, TextSize.LARGER)
    try:
        label.show()
        assert label.font().pixelSize() == holder.theme.font("h1").pixelSize()
    finally:
        holder.use(Tone.LIGHT, TextSize.STANDARD)
