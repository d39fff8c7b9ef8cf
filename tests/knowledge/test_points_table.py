"""All points are there, whole, and consistent in themselves."""

import csv
import re
from pathlib import Path

import pytest

from acuchart.clinic.point_names import untoned
from acuchart.clinic.points import Side
from acuchart.knowledge.files import read_rows
from acuchart.knowledge.points import read_points

POINTS = read_points()
CHECKED = Path(__file__).parents[1] / "data" / "point_names.csv"
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


def test_names_agree_row_by_row_with_the_ones_that_were_checked() -> None:
    lines = [line for line in CHECKED.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    checked = list(csv.DictReader(lines))
    assert [row["code"] for row in checked] == list(POINTS)
    for row in checked:
        point = POINTS[row["code"]]
        names = {"pinyin": point.pinyin, "pinyin_plain": point.pinyin_plain, "hanzi": point.hanzi}
        assert {"code": point.code, **names} == row


@pytest.mark.parametrize(
    ("code", "traditional"),
    [
        ("LR3", "太衝"),
        ("SI5", "陽谷"),
        ("HT5", "通里"),
        ("CV11", "建里"),
        ("GV10", "靈臺"),
        ("LI4", "合谷"),
        ("EX-HN7", "球後"),
        ("SI3", "後溪"),
        ("GV19", "後頂"),
        ("ST36", "足三里"),
        ("BL10", "天柱"),
        ("BL13", "肺俞"),
        ("GB6", "懸釐"),
    ],
)
def test_traditional_characters_where_conversion_goes_wrong(code: str, traditional: str) -> None:
    assert POINTS[code].hanzi_traditional == traditional


def test_characters_that_are_not_simplified_stay_as_they_are() -> None:
    simplified_only = set("门阳阴气关冲头风脉经泽渊鱼际间历后会满颊车维户仓乡荣极灵缝")
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
    over_lung = {row["code"] for row in rules if row["type"] == "pneumothorax"} - {"EX-B2"}
    assert len(over_lung) == 58
    for code in over_lung:
        depth = POINTS[code].depth_cun
        assert depth is not None
        assert depth[1] <= 0.5, code


def test_a_depth_of_one_source_over_lung_or_eye_is_told_to_be_confirmed() -> None:
    rules = read_rows("cautions", "cautions.csv", needs=("code", "type"))
    delicate = ("pneumothorax", "eye", "spinal_cord_or_brainstem")
    codes = {row["code"] for row in rules if row["type"] in delicate} - {"EX-B2"}
    for code in codes:
        point = POINTS[code]
        assert ("to be confirmed" in point.depth_note) == (len(point.depths) == 1), code


def test_lu1_is_never_needled_toward_the_middle() -> None:
    assert POINTS["LU1"].angle == "oblique toward the outer chest"


def test_depth_and_angle_carry_what_each_source_says() -> None:
    for point in POINTS.values():
        assert all(one.source and (one.cun or one.angle) for one in point.depths), point.code
        assert point.depths or point.depth_cun is None, point.code
        assert len(point.sources) == 2, point.code
    first, second = POINTS["PC1"].depths
    assert (first.cun, second.cun) == ("0.2-0.4", "0.5-1")
    assert "1999" in first.source


def test_every_disagreement_of_sources_is_decided_with_its_reason() -> None:
    decided = {(code, one.about) for code, point in POINTS.items() for one in point.decisions}
    assert {
        ("LU1", "needle direction"),
        ("GV15", "level"),
        ("EX-HN3", "code"),
        ("CV1", "categories"),
    } <= decided
    assert {("SP13", "location"), ("GB32", "location"), ("TE11", "pinyin"), ("TE11", "hanzi")} <= decided
    assert {(f"BL{n}", "numbering") for n in range(36, 55)} <= decided
    assert sum(about == "depth" for _, about in decided) == 18
    assert sum(about == "moxa" for _, about in decided) == 16
    for point in POINTS.values():
        for one in point.decisions:
            assert one.said, point.code
            assert one.chosen, point.code
            assert one.reason.endswith("."), point.code


def test_what_was_decided_is_what_the_point_says() -> None:
    for code, point in POINTS.items():
        says = {
            "pinyin": point.pinyin,
            "hanzi": point.hanzi,
            "hanzi_traditional": point.hanzi_traditional,
            "moxa": point.moxa,
            "angle": point.angle,
            "code": code,
            "numbering": code,
        }
        for one in point.decisions:
            assert says.get(one.about, one.chosen) == one.chosen, (code, one.about)
            if one.about == "depth":
                assert point.depth_cun is not None
                assert one.chosen == "{:g}-{:g} cun".format(*point.depth_cun), code


def test_two_angles_of_the_sources_are_never_left_undecided() -> None:
    for row in read_rows("points", "points.csv", needs=("code", "angle_a", "angle_b")):
        if row["angle_a"] and row["angle_b"] and row["angle_a"] != row["angle_b"]:
            assert any(one.about == "angle" for one in POINTS[row["code"]].decisions), row["code"]


def test_depth_is_the_shallower_limit_of_the_sources() -> None:
    for row in read_rows("points", "points.csv", needs=("code", "depth_cun_a", "depth_cun_b")):
        depth = POINTS[row["code"]].depth_cun
        limits = [float(row[key].split("-")[-1]) for key in ("depth_cun_a", "depth_cun_b") if row[key]]
        if depth is not None:
            assert depth[1] <= min(limits), row["code"]


def test_further_classes_have_a_source() -> None:
    def of(name: str) -> set[str]:
        return {code for code, p in POINTS.items() if any(c.split(" (")[0] == name for c in p.categories)}

    ghosts = "GV26 LU11 SP1 PC7 BL62 GV16 ST6 CV24 PC8 GV23 CV1 LI11 EX-HN11"
    windows = "LU3 LI18 ST9 SI16 SI17 BL10 PC1 TE16 GV16 CV22"
    assert of("ghost") == set(ghosts.split())
    assert of("window-of-the-sky") == set(windows.split())
    assert {"SP6", "GV14", "CV3", "CV4", "GB26", "KI11", "KI21"} <= of("crossing")
    for point in POINTS.values():
        assert all(one.source and one.name in point.categories for one in point.classes), point.code


def test_whole_classes_are_whole() -> None:
    sizes = {
        "yuan-source": 12,
        "xi-cleft": 16,
        "back-shu": 12,
        "front-mu": 12,
        "hui-meeting": 8,
        "confluent": 8,
        "lower-he-sea": 6,
        "luo-connecting": 15,
    }
    for name, size in sizes.items():
        holders = [p for p in POINTS.values() if any(c.split(" (")[0] == name for c in p.categories)]
        assert len(holders) == size, name


def test_groups_name_points_that_exist() -> None:
    assert {group.codes for group in POINTS.groups} == {("LI4", "LR3"), ("BL31", "BL32", "BL33", "BL34")}
    assert all(group.source for group in POINTS.groups)


def test_places_are_written_out() -> None:
    for point in POINTS.values():
        assert not re.search(r"\b(SCM|FCU|FCR|ASIS|MCP|MTP|PIP|EDL|EHL|APL)\b", point.location), point.code
        assert point.location[0].isupper() or point.location[0].isdigit(), point.code
