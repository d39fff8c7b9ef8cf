"""A logo is a picture, of whatever size; what is none is refused in a sentence."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from acuchart.screens.shell.first_start.logo_field import LogoField, NoLogoError, logo_from


def test_what_is_no_picture_is_no_logo(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_text("not a picture")
    with pytest.raises(NoLogoError, match="no picture"):
        logo_from(tmp_path / "logo.png")


@pytest.mark.parametrize("kind", ["png", "jpg"])
def test_a_picture_becomes_the_logo(qtbot: QtBot, tmp_path: Path, kind: str) -> None:
    picture = QImage(1200, 400, QImage.Format.Format_RGB32)
    picture.fill(QColor("#1d6f5c"))
    assert picture.save(str(tmp_path / f"logo.{kind}"))
    field = LogoField("settings")
    qtbot.addWidget(field)
    field.take_file(tmp_path / f"logo.{kind}")
    assert field.error == ""
    kept = QImage.fromData(field.logo)
    assert (kept.width(), kept.height()) == (600, 200)


def test_a_file_that_is_no_picture_is_refused_in_a_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_text("not a picture")
    field = LogoField("settings")
    qtbot.addWidget(field)
    field.take_file(tmp_path / "logo.png")
    assert field.error == "This picture can't be read. Choose a PNG or JPEG file."
    assert field.logo == b""
