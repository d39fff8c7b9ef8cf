"""The bundled fonts hold every character that is needed, in a form that screens and papers can use."""

import csv
import re
from functools import cache
from io import BytesIO
from string import digits

import pytest
from fontTools.ttLib import TTFont

from acuchart.documents.scripts import SCRIPTS
from acuchart.resources import resource, resources_folder

FAMILIES = {
    "Inter-Regular.ttf": ("Inter", 400),
    "Inter-Medium.ttf": ("Inter", 500),
    "Inter-SemiBold.ttf": ("Inter", 600),
    "InterDisplay-Medium.ttf": ("Inter Display", 500),
    "InterDisplay-SemiBold.ttf": ("Inter Display", 600),
    "DroidSansFallbackFull.ttf": ("Droid Sans Fallback", 400),
    **{script.file: (script.font, 400) for script in SCRIPTS},
}
INTER = [name for name, (family, _weight) in FAMILIES.items() if family.startswith("Inter")]
WRITTEN = "āáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜĀÁǍÀ–—−×°±≤≥→←↑↓▲▼●○·•…✓✗“”‘’„€£ß½ ñçøłğşžАЖяΑω"
HANZI = re.compile("[\u3400-\u9fff]")
BIBLIOGRAPHIC, TYPOGRAPHIC = 1, 16


@cache
def _font(name: str) -> TTFont:
    return TTFont(BytesIO(resource("fonts", name).read_bytes()))


def _characters(name: str) -> set[str]:
    return {chr(code) for code in _font(name).getBestCmap()}


def test_every_font_is_known_here() -> None:
    assert {file.name for file in resource("fonts").glob("*.ttf")} == set(FAMILIES)


@pytest.mark.parametrize("name", FAMILIES)
def test_family_and_weight(name: str) -> None:
    names = _font(name)["name"]
    family = names.getDebugName(TYPOGRAPHIC) or names.getDebugName(BIBLIOGRAPHIC)
    assert (family, _font(name)["OS/2"].usWeightClass) == FAMILIES[name]


@pytest.mark.parametrize("name", FAMILIES)
def test_outlines_can_be_embedded_in_papers(name: str) -> None:
    assert "glyf" in _font(name)
    assert "CFF " not in _font(name)


@pytest.mark.parametrize("name", INTER)
def test_figures_can_be_of_equal_width(name: str) -> None:
    features = {record.FeatureTag for record in _font(name)["GSUB"].table.FeatureList.FeatureRecord}
    assert "tnum" in features


@pytest.mark.parametrize("name", INTER)
def test_a_hyphen_keeps_its_width_where_figures_are_of_equal_width(name: str) -> None:
    table, cmap = _font(name)["GSUB"].table, _font(name).getBestCmap()
    swapped: set[str] = set()
    for record in table.FeatureList.FeatureRecord:
        for place in record.Feature.LookupListIndex if record.FeatureTag == "tnum" else ():
            for part in table.LookupList.Lookup[place].SubTable:
                swapped |= getattr(part, "ExtSubTable", part).mapping.keys()
    assert swapped == {cmap[ord(figure)] for figure in digits}


@pytest.mark.parametrize("name", INTER)
def test_inter_holds_what_is_written_on_screens_and_papers(name: str) -> None:
    assert set(WRITTEN) - _characters(name) == set()


def test_every_pinyin_of_the_points_is_there() -> None:
    with resource("points", "points.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(line for line in file if not line.startswith("#")))
    assert len(rows) == 416
    assert {character for row in rows for character in row["pinyin"]} - _characters(
        "Inter-Regular.ttf"
    ) == set()


def test_every_hanzi_of_the_resources_is_there() -> None:
    files = [path for path in resources_folder().rglob("*") if path.suffix in {".csv", ".json"}]
    hanzi = set(HANZI.findall("".join(path.read_text(encoding="utf-8") for path in files)))
    assert len(hanzi) > 400
    assert hanzi - _characters("DroidSansFallbackFull.ttf") == set()


def test_both_scripts_of_hanzi_are_there() -> None:
    assert set("足三里阴陵泉陰陽谷肾腎气氣") - _characters("DroidSansFallbackFull.ttf") == set()
