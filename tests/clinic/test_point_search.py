"""A point is found by whatever one knows of it."""

import pytest

from acuchart.clinic.point_search import search
from acuchart.knowledge.points import read_points

POINTS = read_points()


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
        ("足三", "ST36"),
        ("太衝", "LR3"),
        ("太冲", "LR3"),
        ("xi cleft lung", "LU6"),
        ("source heart", "HT7"),
        ("heku", "LI4"),
        ("fengch", "GB20"),
        ("st3", "ST3"),
        ("gv24+", "EX-HN3"),
        ("luozhen", "EX-UE8"),
    ],
)
def test_the_first_hit(query: str, first: str) -> None:
    assert codes(query)[0] == first


def test_a_number_alone_finds_that_point_of_every_channel() -> None:
    assert codes("36") == ["ST36", "BL36", "GB36"]


def test_the_beginning_of_a_code_finds_the_exact_one_first() -> None:
    assert codes("st3")[:3] == ["ST3", "ST30", "ST31"]


def test_classes_and_regions() -> None:
    assert len(codes("front mu")) == 12
    assert set(codes("wood")) == {code for code, point in POINTS.items() if point.element == "Wood"}
    assert "EX-LE2" in codes("knee")


def test_nothing_typed_lists_all_and_nonsense_lists_none() -> None:
    assert len(codes(" ")) == 416
    assert codes("qqqqq") == []


def test_a_code_that_does_not_exist_finds_nothing_and_near_ones_are_told_apart() -> None:
    assert codes("st46") == []
    assert POINTS.near("st46")[0] == "ST45"
