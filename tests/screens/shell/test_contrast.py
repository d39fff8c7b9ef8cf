"""Every ink can be read on every ground it stands on, light and dark (WCAG 2.2: 1.4.3 text, 1.4.11 edges)."""

import pytest
from PySide6.QtGui import QColor

from acuchart.screens.shell.theme import Theme, Tone

GROUNDS = ("paper", "surface", "sunken", "raised", "rail", "hover")
TEXTS = [
    *((ink, ground) for ink in ("ink", "ink2", "ink3") for ground in GROUNDS),
    *((ink, tint) for ink in ("ink", "ink2") for tint in ("jadeTint", "jadeTint2")),
    *((f"{tone}Text", ground) for tone in ("jade", "ochre", "cinnabar") for ground in ("paper", "surface")),
    *((f"{tone}Text", f"{tone}Tint") for tone in ("jade", "ochre", "cinnabar", "slate")),
    ("ink", "ochreTint"),
    ("ink", "cinnabarTint"),
    ("jadeText", "jadeTint2"),
    ("onJade", "jade"),
    ("onAlarm", "alarm"),
    ("onAlarm", "alarmSoft"),
    ("paper", "ink"),
]
EDGES = [("control", ground) for ground in ("paper", "surface", "raised")] + [("focus", "surface")]
TEXT, EDGE = 4.5, 3.0


def _light(colour: QColor) -> float:
    """Relative luminance, as WCAG defines it."""
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    dark, light = sorted((_light(one), _light(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("tone", [Tone.LIGHT, Tone.DARK])
def test_every_ink_is_read_on_its_grounds(tone: Tone) -> None:
    theme = Theme(tone)
    found = {pair: contrast(theme.colour(pair[0]), theme.colour(pair[1])) for pair in TEXTS}
    assert {pair: round(ratio, 2) for pair, ratio in found.items() if ratio < TEXT} == {}


@pytest.mark.parametrize("tone", [Tone.LIGHT, Tone.DARK])
def test_fields_and_the_focus_are_seen_by_their_edge(tone: Tone) -> None:
    theme = Theme(tone)
    found = {pair: contrast(theme.colour(pair[0]), theme.colour(pair[1])) for pair in EDGES}
    assert {pair: round(ratio, 2) for pair, ratio in found.items() if ratio < EDGE} == {}


def test_the_measure_itself() -> None:
    white, black = QColor("white"), QColor("black")
    assert contrast(white, black) == pytest.approx(21)
    assert contrast(white, white) == 1
