from io import BytesIO

import pytest
from reportlab.platypus import SimpleDocTemplate

from acuchart.documents import fonts
from acuchart.documents.fonts import REPLACEMENT, Run, cleaned, runs, width
from acuchart.documents.ink import styles
from acuchart.documents.scripts import SCRIPTS, Script
from acuchart.documents.typesetter import Typesetter, markup
from acuchart.resources import resource
from tests.helpers.pdf_pages import shapes

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


NAMES = {
    "Noto Sans Arabic": "محمد علي",
    "Noto Sans Hebrew": "שרה לוי",
    "Noto Sans Thai": "สมชาย",
    "Noto Sans Devanagari": "प्रिया किशोर",
    "Noto Sans Bengali": "শ্রী",
    "Noto Sans Gurmukhi": "ਸਿੰਘ",
    "Noto Sans Gujarati": "શ્રી",
    "Noto Sans Tamil": "செல்வி",
    "Noto Sans Telugu": "శ్రీ",
    "Noto Sans Kannada": "ಶ್ರೀ",
    "Noto Sans Malayalam": "ശ്രീ",
    "Noto Sans Sinhala": "ශ්\u200dරී",
    "Noto Sans Lao": "ລາວ",
    "Noto Sans Myanmar": "မြန်မာ",
    "Noto Sans Khmer": "ខ្មែរ",
    "Noto Sans Georgian": "გიორგი",
    "Noto Sans Armenian": "Արմեն",
    "Noto Sans Ethiopic": "አበበ",
    "NanumSquare": "김민지",
}


def test_every_further_script_has_a_name_here() -> None:
    assert set(NAMES) == {script.font for script in SCRIPTS}


@pytest.mark.parametrize("font", NAMES)
def test_a_name_is_one_run_in_the_font_of_its_script(font: str) -> None:
    (run,) = runs(NAMES[font])
    assert (run.font, run.missing) == (font, "")
    assert run.text.replace("\u00a0", " ") == NAMES[font]


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.font)
def test_a_name_is_printed_with_shapes_of_its_font(script: Script) -> None:
    setter = Typesetter()
    written = BytesIO()
    SimpleDocTemplate(written).build(
        [setter.paragraph(f"Sara {NAMES[script.font]}, born 2 Apr", styles().body)]
    )
    assert not setter.missing
    # A font cut down to one paper has an empty shape for what it lacks, and no other without an outline.
    assert shapes(written.getvalue())[script.file.removesuffix(".ttf").partition("-")[0]] > 1


def test_right_to_left_words_are_kept_together() -> None:
    before, name, after = runs("Ms سارة علي, born 1985")
    assert name.text == "سارة\u00a0علي,"
    assert (before.text, after.text) == ("Ms ", " born 1985")


def test_the_same_name_gives_the_same_bytes_whatever_was_set_before() -> None:
    first = set_alone("علي")
    set_alone("محمد سارة")
    assert set_alone("علي") == first


def set_alone(text: str) -> bytes:
    written = BytesIO()
    SimpleDocTemplate(written, invariant=1).build([Typesetter().paragraph(text, styles().body)])
    return written.getvalue()


def test_signs_that_stand_apart_go_with_what_follows() -> None:
    assert [run.text for run in runs("김민지 (Minji)")] == ["김민지", " (Minji)"]


def test_a_word_is_never_shaped_with_the_font_of_another() -> None:
    assert markup(runs("Sara-سارة"), fonts.REGULAR).startswith("Sara- <font")
    assert markup(runs("नमिता1985"), fonts.REGULAR).endswith("</font> 1985")


def test_long_text_from_right_to_left_is_told_instead_of_printed_in_the_wrong_order() -> None:
    (run,) = runs("سارة علي " * 10)[:1]
    assert run.missing
    assert set(run.text) == {REPLACEMENT, " "}


@pytest.mark.parametrize("name", ["𠮷", "𞤀", "Ꭰ"])
def test_characters_of_no_font_become_a_mark_and_are_told(name: str) -> None:
    (run,) = runs(name)
    assert set(run.text) == {REPLACEMENT}
    assert run.missing == name


def test_lost_and_found_characters_stay_apart() -> None:
    assert [run.missing for run in runs("Ali 𠮷")] == ["", "𠮷"]


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
