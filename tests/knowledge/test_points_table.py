"""All points are there, whole, and consistent in themselves."""

import re

import pytest

from acuchart.clinic.point_names import untoned
from acuchart.clinic.points import Side
from acuchart.knowledge.files import read_rows
from acuchart.knowledge.points import read_points

POINTS = read_points()
CHANNELS = {"LU": 11, "LI": 20, "ST": 45, "SP": 21, "HT": 9, "SI": 19, "BL": 67, "KI": 27, "PC": 9}
CHANNELS |= {"TE": 23, "GB": 44, "LR": 14, "GV": 28, "CV": 24}


def test_361_channel_points_and_55_extra_points() -> None:
    assert len(POINTS) == 416
    for channel, last in CHANNELS.items():
        numbers = [p.number for p in POINTS.values() if p.channel == channel]
        assert numbers == list(range(1, last + 1)), channel
    assert sum(p.channel == "EX" for p in POINTS.values()) == 55


def test_every_name_is_there_and_plain_pinyin_is_the_toned_one_without_tones() -> None:
    for point in POINTS.values():
        assert re.fullmatch(r"[㐀-鿿]+", point.hanzi), point.code
        assert len(point.hanzi) == len(point.hanzi_traditional), point.code
        assert untoned(point.pinyin) == untoned(point.pinyin_plain), point.code
        assert point.location, point.code
        assert point.region, point.code


@pytest.mark.parametrize(
    ("code", "traditional"),
    [("LR3", "太衝"), ("SI5", "陽谷"), ("HT5", "通里"), ("CV11", "建里"), ("GV10", "靈臺"), ("LI4", "合谷")],
)
def test_traditional_characters_where_conversion_goes_wrong(code: str, traditional: str) -> None:
    assert POINTS[code].hanzi_traditional == traditional


def test_characters_that_are_not_simplified_stay_as_they_are() -> None:
    simplified_only = set("门阳阴气关冲头风脉")
    for point in POINTS.values():
        assert not simplified_only & set(point.hanzi_traditional), point.code


def test_the_midline_is_two_channels_and_eight_extra_points() -> None:
    midline = {code for code, point in POINTS.items() if point.midline}
    assert {code for code in midline if code.startswith("EX")} == {
        "EX-HN1",
        "EX-HN3",
        "EX-HN10",
        "EX-HN11",
        "EX-B5",
        "EX-B8",
        "EX-B9",
        "EX-SHANGLIANQUAN",
    }
    assert {code for code in midline if code[:2] in ("GV", "CV")} == midline - {
        code for code in midline if code.startswith("EX")
    }
    assert len(midline) == 28 + 24 + 8
    assert (POINTS["EX-HN12"].lies, POINTS["EX-HN13"].lies) == (Side.LEFT, Side.RIGHT)


def test_sixty_transport_points_carry_an_element() -> None:
    kinds = ("jing-well", "ying-spring", "shu-stream", "jing-river", "he-sea")
    for kind in kinds:
        holders = [p for p in POINTS.values() if kind in p.categories]
        assert len(holders) == 12, kind
        assert all(p.element for p in holders), kind
    assert sum(bool(p.element) for p in POINTS.values()) == 60


@pytest.mark.parametrize(
    ("code", "limit"), [("GB21", 10), ("ST36", 24), ("PC1", 8), ("EX-HN7", 24), ("CV8", None)]
)
def test_depth_limits_in_mm(code: str, limit: int | None) -> None:
    assert POINTS[code].depth_limit_mm() == limit


def test_the_spine_point_has_limits_by_level_and_the_shallowest_where_none_is_said() -> None:
    point = POINTS["EX-B2"]
    assert (point.spots, len(point.levels)) == (17, 17)
    assert point.depth_limit_mm(("L3", "L4")) == 20
    assert point.depth_limit_mm(("T12", "L1")) == 10
    assert point.depth_limit_mm() == 10


def test_no_depth_over_the_lung_goes_past_half_a_cun() -> None:
    rules = read_rows("cautions", "cautions.csv", needs=("code", "type"))
    over_lung = {row["code"] for row in rules if row["type"] == "pneumothorax"} - {"EX-B2", "EX-B3"}
    assert len(over_lung) == 57
    for code in over_lung:
        depth = POINTS[code].depth_cun
        assert depth is not None
        assert depth[1] <= 0.5, code


def test_lu1_is_never_needled_toward_the_middle() -> None:
    assert "medial" not in POINTS["LU1"].angle
