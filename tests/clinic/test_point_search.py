"""A point is found by whatever one knows of it."""

from collections.abc import Iterator

import pytest

from acuchart.clinic.point_codes import CHANNEL_SPELLINGS
from acuchart.clinic.point_search import search
from acuchart.knowledge.points import read_points

POINTS = read_points()
IN_SIGHT = 6
"""Hits of a list that can be seen without scrolling."""

KEYSTROKES = 4


def codes(query: str) -> list[str]:
    return [point.code for point in search(query, POINTS)]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("st36", "ST36"),
        ("ST 36", "ST36"),
        ("zusanli", "ST36"),
        ("Zúsānlǐ", "ST36"),
        ("zu san", "ST36"),
        ("zsl", "ST36"),
        ("足三", "ST36"),
        ("太衝", "LR3"),
        ("太冲", "LR3"),
        ("太沖", "LR3"),
        ("肺腧", "BL13"),
        ("氣沖", "ST30"),
        ("足三裡", "ST36"),
        ("足三里穴", "ST36"),
        ("lanwei xue", "EX-LE7"),
        ("qixue", "KI13"),
        ("氣穴", "KI13"),
        ("fengch", "GB20"),
        ("st3", "ST3"),
        ("gv24+", "EX-HN3"),
        ("Du 29", "EX-HN3"),
        ("luozhen", "EX-UE8"),
        ("le2", "EX-LE2"),
        ("hn 10", "EX-HN10"),
        ("anmi", "EX-ANMIAN"),
        ("zhonglvshu", "BL29"),
        ("lung 7", "LU7"),
    ],
)
def test_the_first_hit(query: str, first: str) -> None:
    assert codes(query)[0] == first


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("tsusanli", "ST36"),
        ("zhusanli", "ST36"),
        ("zusanly", "ST36"),
        ("hoku", "LI4"),
        ("heku", "LI4"),
        ("hegoo", "LI4"),
        ("hequ", "LI4"),
        ("neikuan", "PC6"),
        ("paihui", "GV20"),
        ("baihwei", "GV20"),
        ("feng chih", "GB20"),
        ("sanyinchiao", "SP6"),
        ("sanyinjao", "SP6"),
        ("taichung", "LR3"),
        ("yanglingchuan", "GB34"),
        ("yongchuan", "KI1"),
        ("yungchuan", "KI1"),
        ("chuchih", "LI11"),
        ("chienching", "GB21"),
        ("jenchung", "GV26"),
        ("chi hai", "CV6"),
        ("kuanyuan", "CV4"),
        ("hsuehhai", "SP10"),
        ("weichung", "BL40"),
        ("tachui", "GV14"),
        ("shenshuu", "BL23"),
        ("kun lung", "BL60"),
        ("huantiau", "GB30"),
        ("si shen chong", "EX-HN1"),
        ("yinglingquan", "SP9"),
    ],
)
def test_common_misspellings_find_the_point_first(slip: str, meant: str) -> None:
    assert codes(slip)[0] == meant


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("xi cleft lung", ["LU6"]),
        ("xi lung", ["LU6"]),
        ("accumulation point lung", ["LU6"]),
        ("source heart", ["HT7"]),
        ("yuan heart", ["HT7"]),
        ("yuan heart protector", ["PC7"]),
        ("he sea stomach", ["ST36"]),
        ("front mu bladder", ["CV3"]),
        ("mu gall bladder", ["GB24"]),
        ("alarm point stomach", ["CV12"]),
        ("back shu kidney", ["BL23"]),
        ("luo spleen", ["SP4", "SP21"]),
        ("jing well liver", ["LR1"]),
        ("hui blood", ["BL17"]),
        ("influential point of marrow", ["GB39"]),
        ("master dai", ["GB41"]),
        ("opening point of yang qiao", ["BL62"]),
        ("lower he sea large intestine", ["ST37"]),
        ("command back", ["BL40"]),
        ("fire point kidney", ["KI2"]),
        ("luo triple burner", ["TE5"]),
        ("crossing liver kidney", ["SP6", "CV3", "CV4"]),
        ("four gates", ["LI4", "LR3"]),
        ("八髎", ["BL31", "BL32", "BL33", "BL34"]),
    ],
)
def test_classes_with_their_channel(query: str, found: list[str]) -> None:
    assert codes(query) == found


@pytest.mark.parametrize(
    ("query", "size"),
    [
        ("front mu", 12),
        ("back shu", 12),
        ("xi cleft", 16),
        ("yuan source", 12),
        ("jing well", 12),
        ("hui meeting", 8),
        ("confluent", 8),
        ("ghost points", 13),
        ("window of the sky", 10),
    ],
)
def test_whole_classes(query: str, size: int) -> None:
    assert len(codes(query)) == size


@pytest.mark.parametrize(
    ("query", "some"),
    [
        ("knee", {"EX-LE2", "ST35", "BL40"}),
        ("low back", {"BL23", "GV4", "EX-B7"}),
        ("shoulder", {"LI15", "TE14", "SI9"}),
        ("calf", {"BL57", "ST36"}),
        ("upper back", {"BL13", "GV12"}),
        ("sacrum", {"BL32"}),
        ("armpit", {"HT1"}),
        ("ear", {"TE17", "SI19", "EX-HN6"}),
        ("patella", {"ST34", "EX-LE2"}),
        ("sternocleidomastoid", {"ST9", "SI16"}),
    ],
)
def test_parts_of_the_body_and_what_lies_there(query: str, some: set[str]) -> None:
    assert some <= set(codes(query))


def test_the_part_itself_comes_before_what_only_mentions_it() -> None:
    found = codes("knee")
    region = [code for code in found if POINTS[code].region == "knee"]
    assert found[: len(region)] == region


def test_a_number_alone_finds_that_point_of_every_channel() -> None:
    assert codes("36") == ["ST36", "BL36", "GB36"]


def test_the_beginning_of_a_code_finds_the_exact_one_first() -> None:
    assert codes("st3") == ["ST3", *(f"ST3{n}" for n in range(10))]


@pytest.mark.parametrize(
    ("query", "first", "size"),
    [("liver", "LR1", 14), ("UB", "BL1", 67), ("du mai", "GV1", 28), ("triple heater", "TE1", 23)],
)
def test_a_channel_by_itself_lists_its_points_in_order(query: str, first: str, size: int) -> None:
    channel = first[:2]
    assert codes(query)[:size] == [code for code in POINTS if POINTS[code].channel == channel]


def test_an_element_finds_its_points_alone() -> None:
    assert set(codes("wood")) == {code for code, point in POINTS.items() if point.element == "Wood"}


def test_nothing_typed_lists_all_and_nonsense_lists_none() -> None:
    assert len(codes(" ")) == 416
    for nonsense in ("qqqqq", "-", "…", "knee of the moon", "xyzzy"):
        assert codes(nonsense) == [], nonsense


@pytest.mark.parametrize(
    ("wrong", "near"),
    [
        ("st46", ["ST45", "ST36", "ST4", "ST6", "ST44"]),
        ("bl68", ["BL67", "BL58", "BL6", "BL8", "BL66"]),
        ("UB 68", ["BL67", "BL58", "BL6", "BL8", "BL66"]),
        ("lu12", ["LU11", "LU2", "LU1", "LU10", "LI12"]),
        ("st 3b", ["ST3", "ST30", "ST31", "ST32", "ST33"]),
        ("b 40", ["BL40"]),
        ("e36", ["ST36"]),
        ("ex-hn16", ["EX-HN15", "EX-HN6", "EX-HN1", "EX-HN14"]),
    ],
)
def test_a_code_that_does_not_exist_finds_nothing_and_near_ones_are_told_apart(
    wrong: str, near: list[str]
) -> None:
    assert codes(wrong) == []
    assert list(POINTS.near(wrong)) == near


@pytest.mark.parametrize("channel", list(CHANNEL_SPELLINGS))
def test_every_spelling_of_every_code_finds_it_first(channel: str) -> None:
    of_channel = [point for point in POINTS.values() if point.channel == channel]
    for spelling in (channel.lower(), channel, *CHANNEL_SPELLINGS[channel]):
        for point in of_channel:
            for typed in (
                f"{spelling}{point.number}",
                f"{spelling} {point.number}",
                f"{spelling}-{point.number}",
            ):
                assert codes_first(typed) == point.code, typed


def codes_first(typed: str) -> str | None:
    return next(iter(POINTS.meant(typed)), None)


def _beginnings(parts: tuple[str, ...], letters: int) -> Iterator[str]:
    """All texts of so many letters made of beginnings of the syllables."""
    if letters == 0:
        yield ""
    elif parts:
        for size in range(1, min(len(parts[0]), letters) + 1):
            yield from (parts[0][:size] + rest for rest in _beginnings(parts[1:], letters - size))


def test_every_point_is_in_sight_after_less_than_five_keystrokes() -> None:
    """By the beginnings of its syllables for whoever knows the name, by its code for whoever knows that."""
    seen: dict[str, list[str]] = {}

    def sight(typed: str) -> list[str]:
        if typed not in seen:
            seen[typed] = codes(typed)[:IN_SIGHT]
        return seen[typed]

    for code, point in POINTS.items():
        typed = {t for parts in POINTS.names(code).parts for n in (2, 3) for t in _beginnings(parts, n)}
        assert any(code in sight(text) for text in sorted(typed)), code
        assert code in sight(point.hanzi), code
        short = code.lower().replace("ex-", "").replace("-", "")
        if point.number and not code.startswith("EX-B"):
            assert len(short) <= KEYSTROKES, code
            assert sight(short)[0] == code, code


def test_the_extra_points_of_the_back_are_found_by_exb() -> None:
    assert [codes(f"exb{n}")[0] for n in range(1, 10)] == [f"EX-B{n}" for n in range(1, 10)]
