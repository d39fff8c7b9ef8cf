"""What a part of the body chart is called."""

import pytest

from acuchart.clinic.seen_parts import part_of, part_words
from acuchart.clinic.view_words import VIEW_WORDS, view_words
from acuchart.knowledge.body import read_body

BODY = read_body()
WHOLE = ("front", "back", "lateral")


def test_every_region_of_a_whole_figure_has_a_part() -> None:
    regions = {region for name in WHOLE for region in BODY.view(name).regions}
    assert not {region for region in regions if part_of(region) is None}


def test_every_view_has_words_for_both_sides() -> None:
    assert set(VIEW_WORDS) == set(BODY.views)
    for name, view in BODY.views.items():
        right, left = view_words(name), view_words(name, mirrored=True)
        assert "left" not in right.casefold()
        assert (right == left) is view.sided
        assert right == left or ("right" in right.casefold() and "left" in left.casefold())


@pytest.mark.parametrize(
    ("view", "region", "words"),
    [
        ("front", "knee-front-right", "Right leg"),
        ("front", "knee-front-left", "Left leg"),
        ("front", "navel", "Belly"),
        ("front", "forehead", "Head"),
        ("front", "palm-left", "Left hand"),
        ("back", "lumbar-spine", "Low back"),
        ("back", "thoracic-spine", "Upper back"),
        ("lateral", "knee-front-lateral-right", "Right leg"),
    ],
)
def test_a_region_is_called_by_its_part(view: str, region: str, words: str) -> None:
    shown = BODY.view(view)
    box, _shape = shown.areas[region]
    assert part_words(shown, box) == words


def test_the_other_side_is_called_by_the_other_side() -> None:
    mirror = BODY.view("lateral", mirrored=True)
    box, _shape = mirror.areas["calf-lateral-left"]
    assert part_words(mirror, box) == "Left leg"


def test_both_legs_are_called_legs() -> None:
    assert part_words(BODY.view("front"), (0.0, 520.0, 380.0, 700.0)) == "Legs"


@pytest.mark.parametrize(("view", "words"), [("front", "Front"), ("back", "Back"), ("ear", "Right ear")])
def test_all_of_a_view_is_called_by_the_view(view: str, words: str) -> None:
    shown = BODY.view(view)
    assert part_words(shown, (0.0, 0.0, shown.width, shown.height)) == words


def test_beside_the_body_the_view_is_named() -> None:
    assert part_words(BODY.view("front"), (0.0, 0.0, 5.0, 5.0)) == "Front"
