"""The look as values: colours, type and sizes read from the design tokens.

A `Theme` never changes. The `ThemeHolder` of the application holds the one in use, applies it, and tells when
another one takes its place.
"""

import json
from enum import StrEnum
from functools import cache
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from acuchart.resources import resource
from acuchart.screens.shell.theme_qss import style_sheet

_HOLDER = "acuchart-theme"


class Tone(StrEnum):
    """Which palette is wanted; SYSTEM follows the desktop."""

    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"


class TextSize(StrEnum):
    """The three text sizes of the settings, named as in the tokens."""

    STANDARD = "standard"
    LARGE = "large"
    LARGER = "larger"


def colour_of(text: str) -> QColor:
    """Read "#RRGGBB" or the tokens' "#RRGGBBAA" (Qt itself would read "#AARRGGBB").

    Raises:
        ValueError: if the text is neither.
    """
    if len(text) not in (7, 9) or not text.startswith("#"):
        raise ValueError(f"not a colour of the tokens: {text!r}")
    red, green, blue = (int(text[i : i + 2], 16) for i in (1, 3, 5))
    return QColor(red, green, blue, int(text[7:9], 16) if len(text) == 9 else 255)


@cache
def tokens() -> dict[str, Any]:
    """Return the design tokens as they stand in resources/styles/tokens.json."""
    loaded: dict[str, Any] = json.loads(resource("styles", "tokens.json").read_text(encoding="utf-8"))
    return loaded


class Theme:
    """Colours, type and sizes of one tone at one text size.

    Lengths are logical px at 100 % scaling. An unknown name raises KeyError: a wrong name is a bug.
    """

    def __init__(self, tone: Tone = Tone.LIGHT, text_size: TextSize = TextSize.STANDARD) -> None:
        if tone is Tone.SYSTEM:
            raise ValueError("a theme is light or dark; the holder resolves 'system'")
        self.tone = tone
        self.text_size = text_size
        self.scale = float(tokens()["textScale"][text_size.value])
        self._colours = {name: colour_of(text) for name, text in tokens()["color"][tone.value].items()}
        self._fonts: dict[str, QFont] = {}

    @property
    def colour_names(self) -> tuple[str, ...]:
        return tuple(self._colours)

    @property
    def dark(self) -> bool:
        return self.tone is Tone.DARK

    def colour(self, name: str) -> QColor:
        """Return a fresh QColor for a name such as "jade" or "ink2"."""
        return QColor(self._colours[name])

    def domain_colour(self, group: str, name: str) -> QColor:
        """Return a colour of the clinic's own pictures, such as ("tongueDrawn", "pink")."""
        return colour_of(tokens()["domain"][group][name])

    def domain_number(self, group: str, name: str) -> float:
        """Return a number of the clinic's own pictures, such as ("painPaint", "strong")."""
        return float(tokens()["domain"][group][name])

    def font(self, role: str) -> QFont:
        """Return the font of a role ("title", "body", ...) at this text size."""
        if role not in self._fonts:
            self._fonts[role] = self._make_font(tokens()["type"][role])
        return QFont(self._fonts[role])

    def sized_font(self, role: str, px: float) -> QFont:
        """Return the font of a role at another size in px (already scaled by the caller)."""
        font = self.font(role)
        factor = px / max(1, font.pixelSize())
        font.setPixelSize(max(1, round(px)))
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, font.letterSpacing() * factor)
        return font

    def line(self, role: str) -> int:
        """Return the line height of a role at this text size."""
        return self.scaled(tokens()["type"][role]["line"])

    def scaled(self, px: float) -> int:
        """Return a length that grows with the text."""
        return round(px * self.scale)

    def space(self, name: str) -> int:
        return int(tokens()["space"][name])

    def radius(self, name: str) -> int:
        return int(tokens()["radius"][name])

    def size(self, name: str) -> int:
        """Return one length, such as "button" or "field"."""
        return int(tokens()["size"][name])

    def pair(self, name: str) -> tuple[int, int]:
        """Return a width and a height, such as "counterKey" or "switch"."""
        width, height = tokens()["size"][name]
        return int(width), int(height)

    def ring_width(self, name: str) -> float:
        """Return the pen width of a ring: "timer", "lock", "card" or "chip"."""
        return float(tokens()["stroke"]["ring"][name])

    def motion(self, name: str) -> int:
        """Return a duration in ms, such as "toast" or "skeletonDelay"."""
        return int(tokens()["motion"][name])

    def timer_cell(self, name: str) -> float:
        """Return the width of a cell of a running time as a factor of its size: "digit", "colon", "plus"."""
        return float(tokens()["font"]["timerCells"][name])

    def _make_font(self, entry: dict[str, Any]) -> QFont:
        families = [family for family in tokens()["font"]["families"] if family != entry["family"]]
        font = QFont()
        font.setFamilies([entry["family"], *families])
        font.setPixelSize(self.scaled(entry["size"]))
        font.setWeight(QFont.Weight(entry["weight"]))
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, entry.get("tracking", 0) * self.scale)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font


def palette_of(theme: Theme) -> QPalette:
    """Return the palette for the few things Qt paints by itself."""
    roles = {
        QPalette.ColorRole.Window: "paper",
        QPalette.ColorRole.WindowText: "ink",
        QPalette.ColorRole.Base: "surface",
        QPalette.ColorRole.AlternateBase: "sunken",
        QPalette.ColorRole.Text: "ink",
        QPalette.ColorRole.Button: "surface",
        QPalette.ColorRole.ButtonText: "ink",
        QPalette.ColorRole.PlaceholderText: "ink3",
        QPalette.ColorRole.Highlight: "jadeTint2",
        QPalette.ColorRole.HighlightedText: "ink",
        QPalette.ColorRole.ToolTipBase: "raised",
        QPalette.ColorRole.ToolTipText: "ink",
        QPalette.ColorRole.Link: "jadeText",
    }
    palette = QPalette()
    for role, name in roles.items():
        palette.setColor(role, theme.colour(name))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, theme.colour("inkDisabled"))
    return palette


class ThemeHolder(QObject):
    """Holds and applies the theme of the application. Widgets that paint themselves listen to `changed`."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.setObjectName(_HOLDER)
        self._app = app
        self._tone = Tone.LIGHT
        self.theme = Theme()
        app.setStyle(QStyleFactory.create("Fusion"))
        app.styleHints().colorSchemeChanged.connect(self._follow_desktop)
        self.use(Tone.LIGHT, TextSize.STANDARD)

    @staticmethod
    def of_app() -> "ThemeHolder":
        """Return the holder of the running application; the first call makes it, light and at standard size.

        Raises:
            RuntimeError: if there is no QApplication yet.
        """
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            raise RuntimeError("a theme needs a QApplication")
        return app.findChild(ThemeHolder, _HOLDER) or ThemeHolder(app)

    def use(self, tone: Tone, text_size: TextSize) -> None:
        """Show everything in this tone and text size from now on."""
        self._tone = tone
        self.theme = Theme(self._resolved(tone), text_size)
        self._app.setFont(self.theme.font("body"))
        self._app.setPalette(palette_of(self.theme))
        self._app.setStyleSheet(style_sheet(self.theme))
        self.changed.emit()

    def _resolved(self, tone: Tone) -> Tone:
        if tone is not Tone.SYSTEM:
            return tone
        dark = self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return Tone.DARK if dark else Tone.LIGHT

    def _follow_desktop(self) -> None:
        if self._tone is Tone.SYSTEM:
            self.use(self._tone, self.theme.text_size)
