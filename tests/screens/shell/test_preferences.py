"""What the PC remembers; and what it makes of a damaged file."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from acuchart.screens.shell.preferences import Preferences
from acuchart.screens.shell.theme import TextSize, Tone


def test_everything_comes_back(tmp_path: Path) -> None:
    kept = Preferences(tmp_path / "deep" / "acuchart.json")
    kept.set_look(Tone.DARK, TextSize.LARGER)
    kept.set_clinic(tmp_path / "clinic")
    kept.set_geometry(QByteArray(b"\x01\x02"))
    kept.set_sound(False)
    kept.set_romance(True)
    kept.set_first_start({"first_start.name": "Jade"})
    again = Preferences(tmp_path / "deep" / "acuchart.json")
    assert (again.tone, again.text_size) == (Tone.DARK, TextSize.LARGER)
    assert again.clinic == tmp_path / "clinic"
    assert again.geometry == QByteArray(b"\x01\x02")
    assert again.sound is False
    assert again.romance
    assert again.first_start == {"first_start.name": "Jade"}
    again.set_clinic(tmp_path / "clinic")
    assert Preferences(tmp_path / "deep" / "acuchart.json").first_start == {}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '{"tone": 7, "clinic": [], "geometry": 1, "text_size": {}, "romance": 1, "first_start": [1]}',
    ],
)
def test_a_damaged_file_counts_as_none(tmp_path: Path, text: str) -> None:
    file = tmp_path / "acuchart.json"
    file.write_text(text)
    kept = Preferences(file)
    assert (kept.tone, kept.text_size) == (Tone.SYSTEM, TextSize.STANDARD)
    assert kept.clinic is None
    assert kept.geometry.isEmpty()
    assert kept.sound
    assert not kept.romance
    assert kept.first_start == {}


def test_a_place_that_cant_be_written_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "blocked").write_text("a file")
    kept = Preferences(tmp_path / "blocked" / "acuchart.json")
    kept.set_sound(False)
    assert kept.sound is False


def test_without_a_file_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Preferences().set_clinic(tmp_path)
    assert list(tmp_path.iterdir()) == []
