import pytest

from acuchart.documents import fonts
from acuchart.documents.fonts import REPLACEMENT, Run, cleaned, runs, width
from acuchart.resources import resource

LATIN_FONTS = (fonts.REGULAR, fonts.MEDIUM, fonts.SEMIBOLD, fonts.DISPLAY)
NEEDED = "0123456789 .,:;!?·–—’“”()/+%°½×−≤≥→•▲▼✓äöüßñçøåłžéàāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜĀЖяΩάếữ" + REPLACEMENT


@pytest.mark.parametrize("font", LATIN_FONTS)
def test_fonts_have_every_latin_greek_and_cyrillic_character_of_the_papers(font: str) -> None:
    assert [run.font for run in runs(NEEDED, font)] == [font]


def test_hanzi_go_to_the_hanzi_font_and_back() -> None:
    assert runs("ST36 足三里 Zusanli", fonts.SEMIBOLD) == (
        Run(fonts.SEMIBOLD, "ST36 "),
        Run(fonts.HANZI, "足三里"),
        Run(fonts.SEMIBOLD, " Zusanli"),
    )


def test_every_character_of_the_point_names_can_be_printed() -> None:
    path = resource("points", "points.csv")
    for character in set(path.read_text(encoding="utf-8")):
        assert not any(run.missing for run in runs(character)), character


@pytest.mark.parametrize("name", ["سارة", "สมชาย", "नमिता", "שרה", "민지", "𠮷"])
def test_characters_of_no_font_become_a_mark_and_are_told(name: str) -> None:
    (run,) = runs(name)
    assert set(run.text) == {REPLACEMENT}
    assert run.missing == name


def test_lost_and_found_characters_stay_apart() -> None:
    assert [run.missing for run in runs("Ali علي")] == ["", "علي"]


def test_characters_without_a_shape_are_dropped() -> None:
    assert cleaned("a\u200bb\u202ec\x07d\ufeff") == "abcd"


def test_line_ends_stay() -> None:
    assert cleaned("a\r\nb\rc") == "a\nb\nc"


def test_accents_written_apart_are_composed() -> None:
    assert runs("Zu\u030csa\u0304n") == (Run(fonts.REGULAR, "Zǔsān"),)


def test_narrow_space_of_other_languages_is_no_missing_character() -> None:
    assert not any(run.missing for run in runs("1\u202f000\u2009m 2\u2011mal"))


def test_nothing_gives_no_run() -> None:
    assert runs("") == ()
    assert width("", fonts.REGULAR, 10) == 0


def test_width_counts_each_run_in_its_own_font() -> None:
    assert width("a足", fonts.REGULAR, 10) == pytest.approx(
        width("a", fonts.REGULAR, 10) + width("足", fonts.REGULAR, 10)
    )
    assert width("足", fonts.REGULAR, 10) == pytest.approx(10, abs=0.5)
