"""Painted pain keeps its strokes and names the regions beneath them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acuchart.clinic.painting import (
    PainStrength,
    PainStroke,
    Painting,
    painted_regions,
    read_painting,
    write_painting,
)
from acuchart.clinic.trouble import ChartTrouble
from acuchart.knowledge.body import read_body

BODY = read_body()
TENTHS = st.integers(0, 7760).map(lambda n: n / 10)
STROKES = st.builds(
    PainStroke,
    st.sampled_from(list(BODY.views)),
    st.sampled_from(PainStrength),
    st.lists(st.tuples(TENTHS, TENTHS), min_size=1, max_size=6).map(tuple),
    st.sampled_from([4.0, 11.5]),
    st.booleans(),
)


@given(st.lists(STROKES, max_size=5).map(tuple).map(Painting))
def test_a_painting_reads_back_as_it_was(painting: Painting) -> None:
    assert read_painting(write_painting(painting)) == painting


def test_an_empty_answer_is_an_empty_painting() -> None:
    assert read_painting("") == Painting()


@pytest.mark.parametrize(
    "text",
    [
        "x",
        "[]",
        "{}",
        '{"strokes": 3}',
        '{"strokes": [3]}',
        '{"strokes": [{"view": "front", "strength": 9, "width": 4, "places": [[1, 2]]}]}',
        '{"strokes": [{"view": "front", "strength": 1, "width": 4, "places": []}]}',
        '{"strokes": [{"view": "front", "strength": 1, "width": "wide", "places": [[1, 2]]}]}',
        '{"strokes": [{"view": "front", "strength": 1, "width": 4, "places": [[1]]}]}',
    ],
)
def test_what_is_no_painting_is_trouble(text: str) -> None:
    with pytest.raises(ChartTrouble):
        read_painting(text)


def test_regions_come_with_the_greatest_strength_strongest_first() -> None:
    painting = Painting(
        (
            PainStroke("back", PainStrength.LITTLE, ((190.0, 350.0),), 8.0),
            PainStroke("back", PainStrength.STRONG, ((188.0, 352.0),), 8.0),
            PainStroke("back", PainStrength.MEDIUM, ((190.0, 200.0), (190.0, 290.0)), 8.0),
        )
    )
    regions = dict(painted_regions(painting, BODY))
    assert regions["sacrum"] is PainStrength.STRONG
    assert regions["thoracic-spine"] is PainStrength.MEDIUM
    assert next(iter(regions)) == "sacrum"


def test_a_mirrored_stroke_lies_on_the_left() -> None:
    spot = next(s for s in BODY.spots("GB34", view="lateral") if s.mirrored)
    stroke = PainStroke("lateral", PainStrength.MEDIUM, ((spot.x, spot.y),), 5.0, mirrored=True)
    ((region, _strength),) = painted_regions(Painting((stroke,)), BODY)
    assert region.endswith("-left")


def test_paint_beside_the_body_and_on_unknown_views_is_no_region() -> None:
    painting = Painting(
        (
            PainStroke("front", PainStrength.LITTLE, ((2.0, 2.0),), 8.0),
            PainStroke("elsewhere", PainStrength.LITTLE, ((190.0, 350.0),), 8.0),
        )
    )
    assert painted_regions(painting, BODY) == ()


def test_paint_that_colours_the_edge_from_beside_counts_for_it() -> None:
    """The right flank ends near x 137 at the height of the navel."""
    edge = next(x for x in range(100, 180) if BODY.views["front"].inside(x, 316))
    near = PainStroke("front", PainStrength.MEDIUM, ((edge - 4.0, 316.0),), 12.0)
    ((region, strength),) = painted_regions(Painting((near,)), BODY)
    assert region.endswith("-right")
    assert strength is PainStrength.MEDIUM
    beside = PainStroke("front", PainStrength.MEDIUM, ((edge - 9.0, 316.0),), 12.0)
    assert painted_regions(Painting((beside,)), BODY) == ()
