"""Every region a complaint can be placed in has words, and every word a region on the chart."""

import pytest

from acuchart.clinic.regions import REGION_WORDS, UNPAIRED, region_words
from acuchart.knowledge import load


def test_front_and_back_view_are_covered_and_nothing_else() -> None:
    views = load().body.views
    drawn = {*views["front"].regions, *views["back"].regions}
    bare = {name.removesuffix("-left").removesuffix("-right") for name in drawn}
    assert bare == set(REGION_WORDS)
    assert {name for name in bare if name in drawn} == set(UNPAIRED)


@pytest.mark.parametrize(
    ("region", "words"),
    [
        ("knee-front-right", "Knee, front, right"),
        ("sacrum", "Sacrum"),
        ("lower-back-left", "Low back, left"),
        ("malleolus-medial-right", "Malleolus medial, right"),
    ],
)
def test_a_region_in_words(region: str, words: str) -> None:
    assert region_words(region) == words
