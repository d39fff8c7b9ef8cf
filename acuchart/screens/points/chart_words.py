"""What is written around the two pictures of the body: above each what it shows, below them the channels."""

from collections.abc import Collection, Mapping

from PySide6.QtWidgets import QHBoxLayout, QWidget

from acuchart.screens.parts.body_marks import BodyLegend, MarkKind
from acuchart.screens.parts.text import ElidedText, Text
from acuchart.words import format_number

_MARKS = (MarkKind.SELECTED, MarkKind.SUGGESTED, MarkKind.AVOID, MarkKind.DECIDE_NOW)


class Caption(QWidget):
    """What a picture shows, and how much enlarged."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._shows = ElidedText("", "label", name=name)
        self._times = Text("", "small", "ink2")
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 2, 0)
        row.setSpacing(8)
        row.addWidget(self._shows, 1)
        row.addWidget(self._times)

    def show_words(self, words: str, zoom: float = 1.0) -> None:
        """Say what is seen; how much enlarged is said only where it is."""
        times = f"×{format_number(zoom, 1)}" if zoom > 1 else ""
        for label, text in ((self._shows, words), (self._times, times)):
            if label.text() != text:
                label.setText(text)


class ChartLegend(BodyLegend):
    """What the marks mean, and which channels are drawn in jade."""

    def __init__(self) -> None:
        super().__init__(_MARKS)
        self._hanzi: Mapping[str, str] = {}
        self._channels: tuple[str, ...] = ()
        self._words = ElidedText("", "small", "jadeText", name="points.channels_shown")
        self._words.hide()
        self.add(self._words)

    def show_hanzi(self, hanzi: Mapping[str, str]) -> None:
        """The hanzi of the channels, by code and in their order."""
        self._hanzi = hanzi
        self._say()

    def show_channels(self, channels: Collection[str]) -> None:
        """The channels in jade; extra points run on none."""
        self._channels = tuple(channels)
        self._say()

    def _say(self) -> None:
        words = [f"{code} {hanzi}" for code, hanzi in self._hanzi.items() if code in self._channels]
        self._words.setText(" · ".join(words))
        self._words.setVisible(bool(words))
