"""The bundled fonts and icons are really there."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QRawFont, QTextLayout
from PySide6.QtWidgets import QApplication

from acuchart.documents.fonts import letters
from acuchart.documents.scripts import SCRIPTS, Script
from acuchart.resources import resource
from acuchart.screens.shell.fonts import register_fonts
from acuchart.screens.shell.icons import icon, icon_image, paint_icon
from acuchart.screens.shell.theme import Theme, tokens


@pytest.fixture(scope="module", autouse=True)
def families(qapp: QApplication) -> tuple[str, ...]:
    return register_fonts()


def test_every_family_of_the_type_scale_is_bundled(families: tuple[str, ...]) -> None:
    wanted = {entry["family"] for entry in tokens()["type"].values()}
    assert {*wanted, "Droid Sans Fallback"} <= set(families)


@pytest.mark.parametrize("role", ["body", "title", "caption", "bodyStrong"])
def test_hanzi_come_from_the_bundled_font(role: str) -> None:
    layout = QTextLayout("足三里 膕", Theme().font(role))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    runs = layout.glyphRuns()
    assert "Droid Sans Fallback" in {run.rawFont().familyName() for run in runs}
    assert all(glyph != 0 for run in runs for glyph in run.glyphIndexes())


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.font)
def test_names_in_other_scripts_come_from_the_fonts_of_the_papers(script: Script) -> None:
    first, last = script.blocks[-1]
    # The hanzi font has the first syllable of Korean and no other.
    letter = next(chr(point) for point in range(first + 1, last) if point in letters(script))
    layout = QTextLayout(letter, Theme().font("body"))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    (run,) = layout.glyphRuns()
    assert run.rawFont().familyName() == script.font
    assert 0 not in run.glyphIndexes()


def test_latin_and_pinyin_come_from_inter() -> None:
    raw = QRawFont.fromFont(Theme().font("body"))
    assert raw.familyName() == "Inter"
    assert 0 not in raw.glyphIndexesForString("Zúsānlǐ ǚ …–“”°×▼▲·−")


def test_weights_differ() -> None:
    theme = Theme()
    widths = {
        QFontMetricsF(theme.font(role)).horizontalAdvance("Hamburg")
        for role in ("body", "button", "bodyStrong")
    }
    assert len(widths) == 3


def test_every_icon_can_be_drawn(qapp: QApplication) -> None:
    red, empty = QColor("#B3372A"), set()
    for file in sorted(resource("icons").glob("*.svg")):
        image = icon_image(file.stem, red, 20)
        drawn = any(image.pixelColor(x, y).alpha() for x in range(20) for y in range(20))
        if not drawn:
            empty.add(file.stem)
    assert empty == set()


def test_an_icon_takes_its_colour(qapp: QApplication) -> None:
    jade = QColor("#27745F")
    image = icon_image("check", jade, 48)
    solid = [c for x in range(48) for y in range(48) if (c := image.pixelColor(x, y)).alpha() == 255]
    assert solid
    assert all(abs(c.red() - jade.red()) < 3 and abs(c.green() - jade.green()) < 3 for c in solid)


def test_an_icon_is_sharp_at_any_pixel_ratio(qapp: QApplication) -> None:
    image = icon_image("check", QColor("#000000"), 20, 1.5)
    assert image.width() == 30
    assert image.devicePixelRatio() == 1.5


def test_an_unknown_icon_is_told_by_name(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError, match="no-such-icon"):
        icon("no-such-icon", QColor("#000000"))


def test_an_icon_is_painted_in_the_middle(qapp: QApplication) -> None:
    image = QImage(60, 40, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    paint_icon(painter, "square", QRectF(0, 0, 60, 40), QColor("#000000"))
    painter.end()
    inked = [x for x in range(60) for y in range(40) if image.pixelColor(x, y).alpha()]
    assert abs((min(inked) + max(inked)) / 2 - 29.5) < 1.1
