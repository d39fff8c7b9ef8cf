"""One name in many spellings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acuchart.clinic.point_spellings import (
    VARIANTS,
    in_one_script,
    shortened,
    shortened_whole,
    slips,
    sounded,
    syllables,
    untoned,
    wade_giles,
)
from acuchart.knowledge.points import read_points

POINTS = read_points()
WORDS = st.text("abcdefg", max_size=7)


def test_every_name_parts_into_as_many_syllables_as_it_has_characters() -> None:
    for point in POINTS.values():
        parts = syllables(point.pinyin)
        assert len(parts) == len(point.hanzi), point.code
        assert "".join(parts) == untoned(point.pinyin_plain), point.code


@pytest.mark.parametrize(
    "spelled",
    ["Zúsānlǐ", "zu san li", "zu2 san1 li3", "ZUSANLI", "zú’sān’lǐ", "zu'san-li", "Ｚｕｓａｎｌｉ"],
)
def test_tones_spaces_and_apostrophes_do_not_count(spelled: str) -> None:
    assert untoned(spelled) == "zusanli"


@pytest.mark.parametrize("spelled", ["Zhōnglǚshū", "zhonglvshu", "zhonglushu", "zhonglu:shu", "zhonglüshu"])
def test_v_and_two_dots_are_u(spelled: str) -> None:
    assert untoned(spelled) == "zhonglushu"


@pytest.mark.parametrize(
    ("pinyin", "older"),
    [
        ("Zúsānlǐ", "tsusanli"),
        ("Hégǔ", "hoku"),
        ("Nèiguān", "neikuan"),
        ("Bǎihuì", "paihui"),
        ("Qūchí", "chuchih"),
        ("Dàzhuī", "tachui"),
        ("Rénzhōng", "jenchung"),
        ("Xuèhǎi", "hsuehhai"),
        ("Jiānjǐng", "chienching"),
        ("Sìbái", "ssupai"),
        ("Tàixī", "taihsi"),
        ("Guīlái", "kueilai"),
    ],
)
def test_wade_and_giles(pinyin: str, older: str) -> None:
    assert wade_giles(syllables(pinyin)) == older


@pytest.mark.parametrize(
    ("slip", "name"),
    [("zhusanli", "zusanli"), ("hegoo", "hegu"), ("baihwei", "baihuei"), ("yinlinquan", "yinlingquan")],
)
def test_what_is_confused_sounds_alike(slip: str, name: str) -> None:
    assert sounded(slip) == sounded(name)


@pytest.mark.parametrize(
    ("text", "fits"), [("zsl", True), ("zs", True), ("zusl", True), ("zl", False), ("sl", False)]
)
def test_a_name_is_shortened_from_its_first_syllable_on(text: str, fits: bool) -> None:
    assert shortened(text, ("zu", "san", "li")) is fits


@pytest.mark.parametrize(
    ("text", "whole"),
    [("zsl", True), ("zusl", True), ("zusanli", True), ("zs", False), ("zslx", False), ("", False)],
)
def test_a_name_is_shortened_whole_only_with_every_syllable(text: str, whole: bool) -> None:
    assert shortened_whole(text, ("zu", "san", "li")) is whole


def test_variants_are_pairs_of_one_character_and_another() -> None:
    assert all(len(pair) == 2 and pair[0] != pair[1] for pair in VARIANTS.split())
    table = in_one_script([("太冲", "太衝")])
    assert "太衝 太沖 太冲".translate(table) == "太冲 太冲 太冲"


@given(WORDS, WORDS)
def test_slips_are_the_same_both_ways_and_none_only_for_the_same_word(one: str, other: str) -> None:
    there, back = slips(one, other, 3), slips(other, one, 3)
    assert min(there, 4) == min(back, 4)
    assert (there == 0) == (one == other)


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [("hegu", "hegu", 0), ("hegu", "heug", 1), ("hegu", "hegou", 1), ("hegu", "he", 2)],
)
def test_slips_are_counted(one: str, other: str, count: int) -> None:
    assert slips(one, other, 3) == count
