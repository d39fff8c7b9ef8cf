"""The landmarks of the body chart against the standard's own table and surface anatomy."""

import itertools

import pytest

from tests.helpers.cun_ruler import BODY, CHARTS, Stated, has, length, mark, stated

ROWS = stated()
UNITS = 10.0
"""Of a drawing, in one cun of the body."""

LEVELS = [  # (view and landmark, view and landmark at its level, cun they may differ)
    ("back", "T3", "back", "scapular-spine-root", 0.75),
    ("back", "T7", "back", "scapula-inferior-angle", 0.35),
    ("back", "L4", "back", "iliac-crest-top", 0.1),
    ("back", "S2", "back", "psis", 0.1),
    ("back", "S2", "lateral", "psis", 0.1),
    ("front", "rib-space-4", "front", "nipple", 0.1),
    ("front", "rib-space-5", "front", "xiphisternal-junction", 0.1),
]
SPINE = [
    "C7",
    *(f"T{n}" for n in range(1, 13)),
    *(f"L{n}" for n in range(1, 6)),
    *(f"S{n}" for n in range(1, 5)),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.view}: {row.start} to {row.end}")
def test_the_distances_of_the_standard(row: Stated) -> None:
    sides = {length(row, side) / row.cun for side in ("left", "right")}
    assert max(sides) - min(sides) < 0.01
    if row.way == "head":
        assert max(sides) == pytest.approx(_across_the_head(), rel=0.01)
    else:
        assert max(sides) == pytest.approx(UNITS, rel=0.02)


def _across_the_head() -> float:
    (row,) = (r for r in ROWS if (r.view, r.start) == ("head-front", "hairline-corner-left"))
    return length(row) / row.cun


@pytest.mark.parametrize(("view", "level", "other", "beside", "off"), LEVELS)
def test_what_lies_at_one_level(view: str, level: str, other: str, beside: str, off: float) -> None:
    assert abs(mark(other, beside)[1] - mark(view, level)[1]) / UNITS <= off


def test_the_twelfth_thoracic_process_lies_halfway_from_scapula_to_iliac_crest() -> None:
    upper, lower = mark("back", "scapula-inferior-angle")[1], mark("back", "iliac-crest-top")[1]
    assert mark("back", "T12")[1] == pytest.approx((upper + lower) / 2, abs=2.5)


def test_spine_and_rib_spaces_go_down_evenly() -> None:
    heights = [mark("back", name)[1] for name in SPINE]
    gaps = [after - before for before, after in itertools.pairwise(heights)]
    assert all(9.5 < gap < 16.5 for gap in gaps)
    ribs = [mark("front", f"rib-space-{n}")[1] for n in range(1, 8)]
    assert all(15.5 < b - a < 19.5 for a, b in itertools.pairwise(ribs))
    # The sternal angle is where the second rib joins: the first space above it, the second below.
    assert ribs[0] < mark("front", "sternal-angle")[1] < ribs[1]


def test_the_same_landmark_has_the_same_height_on_front_back_and_side() -> None:
    for one, other in (
        ("front", "back"),
        ("front", "lateral"),
        ("back", "lateral"),
        ("head-front", "head-back"),
    ):
        shared = [n for n in CHARTS[one].landmarks if n in CHARTS[other].landmarks and _upright(n)]
        assert len(shared) >= 1
        for name in shared:
            assert abs(mark(one, name)[1] - mark(other, name)[1]) <= 2.0, (one, other, name)


def _upright(name: str) -> bool:
    """Whether a landmark keeps its height; the arm is raised and the head is round."""
    moved = ("crease", "mcp", "web", "nail", "fingertip", "styloid", "pisiform", "epicondyle", "metacarpal")
    slanted = (
        "olecranon",
        "mastoid",
        "hairline-corner",
        "outer-canthus",
        "fold",
    )
    return not any(part in name for part in (*moved, *slanted))


@pytest.mark.parametrize("view", ["front", "back", "head-front", "head-back", "head-top"])
def test_paired_landmarks_mirror_exactly(view: str) -> None:
    width = BODY.view(view).width
    pairs = [n.removesuffix("-left") for n in CHARTS[view].landmarks if n.endswith("-left")]
    assert pairs
    for name in pairs:
        (lx, ly), (rx, ry) = mark(view, name, "left"), mark(view, name, "right")
        assert (width - lx, ly) == pytest.approx((rx, ry), abs=0.011), name


def test_the_ruler_finds_what_it_is_asked_for() -> None:
    assert has("front", "nipple")
    assert not has("front", "no-such-mark")
    with pytest.raises(KeyError):
        mark("front", "no-such-mark")
