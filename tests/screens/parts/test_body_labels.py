"""Where the labels of points stand: they cover no point and no other label, and their lines do not cross."""

import random
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from acuchart.clinic.body import Body
from acuchart.knowledge.body import read_body
from acuchart.screens.parts.body_labels import GAP, PAD, Label, Room, place_labels
from acuchart.screens.parts.camera import Camera

BODY = read_body()
WIDTH, HEIGHT, LINE = 216.0, 500.0, 18.0

_PLACES = st.lists(
    st.tuples(st.floats(0, WIDTH), st.floats(0, HEIGHT)),
    max_size=25,
)


def room(marks: list[tuple[float, float]], dots: list[tuple[float, float]] | None = None) -> Room:
    return Room(marks, [46.0] * len(marks), dots or [], WIDTH, HEIGHT, LINE)


def covers(label: Label, x: float, y: float, slack: float = 1.0) -> bool:
    """Whether a label lies over a place."""
    return label.x < x < label.x + label.width and abs(label.y - y) < LINE / 2 - slack


def assert_nothing_is_covered(where: Room, labels: list[Label]) -> None:
    for label in labels:
        assert label.x >= 0
        assert label.x + label.width <= where.width
        assert LINE / 2 - 1e-6 <= label.y <= where.height - LINE / 2 + 1e-6
        for x, y in (*where.marks, *where.dots):
            assert not covers(label, x, y), (label, x, y)
        for other in labels:
            if other is not label and other.x < label.x + label.width and label.x < other.x + other.width:
                assert abs(other.y - label.y) >= LINE - 1e-6


@settings(max_examples=150, deadline=None)
@given(marks=_PLACES, dots=_PLACES)
def test_a_label_covers_no_point_and_no_other_label(
    marks: list[tuple[float, float]], dots: list[tuple[float, float]]
) -> None:
    where = room(marks, dots)
    labels = place_labels(where)
    assert len({label.mark for label in labels}) == len(labels)
    assert_nothing_is_covered(where, labels)
    for at_left in (True, False):
        column = [label for label in labels if label.leads and (label.x == PAD) is at_left]
        by_mark = sorted(column, key=lambda label: where.marks[label.mark][1])
        assert all(above.y < below.y for above, below in pairwise(by_mark)), "lines cross"


def test_a_few_points_far_apart_all_have_their_label_at_their_height() -> None:
    marks = [(90.0, 50.0), (130.0, 50.0), (90.0, 200.0), (100.0, 420.0)]
    labels = place_labels(room(marks))
    assert {label.mark: label.y for label in labels} == {n: y for n, (_x, y) in enumerate(marks)}
    assert all(label.leads for label in labels)
    assert [label.x < WIDTH / 2 for label in sorted(labels, key=lambda label: label.mark)] == [
        True,
        False,
        True,
        True,
    ]


def test_a_point_at_the_edge_has_its_label_beside_it() -> None:
    (label,) = place_labels(room([(20.0, 100.0)]))
    assert not label.leads
    assert label.x == 20.0 + GAP
    (label,) = place_labels(room([(WIDTH - 20.0, 100.0)]))
    assert label.x + label.width == WIDTH - 20.0 - GAP


def test_a_label_gives_way_to_a_point_at_its_place() -> None:
    free = place_labels(room([(100.0, 100.0)]))
    (moved,) = place_labels(room([(100.0, 100.0)], [(30.0, 100.0)]))
    assert free[0].y == 100.0
    assert moved.y != 100.0
    assert abs(moved.y - 100.0) < 2 * LINE


def test_what_finds_no_room_has_no_label() -> None:
    crowd = [(float(x), float(y)) for x in range(0, int(WIDTH), 8) for y in range(0, int(HEIGHT), 8)]
    assert place_labels(room([(100.0, 100.0)], crowd)) == []


def test_many_points_of_one_side_use_the_other_column_too() -> None:
    labels = place_labels(room([(90.0, 8.0 + 16.0 * n) for n in range(30)]))
    sides = {label.x == PAD for label in labels if label.leads}
    assert sides == {True, False}


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("zoom", [1.0, 2.0, 5.0, 12.0])
def test_on_every_view_no_label_covers_a_point(seed: int, zoom: float) -> None:
    chance = random.Random(seed)
    for name in BODY.views:
        where = _seen(BODY, name, zoom, chance)
        assert_nothing_is_covered(where, place_labels(where))


def _seen(body: Body, name: str, zoom: float, chance: random.Random) -> Room:
    """A view somewhere enlarged, with a dozen points chosen on it."""
    view, spots = body.view(name), list(body.on(name))
    chosen = set(chance.sample(spots, min(12, len(spots))))
    middle = chance.choice(spots)
    camera = Camera((view.width, view.height), (WIDTH, HEIGHT)).whole()
    at = camera.to_window(middle.x, middle.y)
    camera = camera.zoomed(zoom, *at)
    marks: list[tuple[float, float]] = []
    dots: list[tuple[float, float]] = []
    for spot in spots:
        x, y = camera.to_window(spot.x, spot.y)
        if 0 <= x <= WIDTH and 0 <= y <= HEIGHT:
            (marks if spot in chosen else dots).append((x, y))
    return Room(marks, [46.0] * len(marks), dots, WIDTH, HEIGHT, LINE)
