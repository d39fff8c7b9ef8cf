"""Where the needles go: every place is drawn where the body chart has it, and nothing else is."""

import pytest

from acuchart.clinic.body_picture import body_picture
from acuchart.clinic.needling import Needling
from acuchart.clinic.plan import BodyPicture
from acuchart.clinic.points import Side
from acuchart.knowledge.body import read_body

BODY = read_body()
KNEE = (
    Needling("ST36", Side.BOTH, 2),
    Needling("SP9", Side.RIGHT, 1),
    Needling("GB34", Side.RIGHT, 1),
    Needling("ST35", Side.RIGHT, 1),
    Needling("SP10", Side.RIGHT, 1),
)


def picture(*rows: Needling, spares_pregnancy: bool = False) -> BodyPicture:
    made = body_picture(rows, BODY, spares_pregnancy)
    assert made is not None
    return made


def test_a_knee_is_shown_from_the_front_with_a_close_up_of_both_legs() -> None:
    made = picture(*KNEE)
    assert (made.view, made.beside) == ("front", ())
    wanted = {(s.x, s.y) for row in KNEE for s in BODY.spots(row.code, row.side, "front")}
    assert set(made.spots) == wanted
    assert made.frame is not None
    x, y, wide, high = made.frame
    assert all(x < sx < x + wide and y < sy < y + high for sx, sy in made.spots)


def test_points_of_the_back_are_drawn_beside_those_of_the_front() -> None:
    made = picture(*KNEE, Needling("BL23", Side.BOTH, 2))
    assert made.view == "front"
    assert [(f.view, len(f.spots)) for f in made.beside] == [("back", 2)]


def test_one_side_only_is_drawn_on_that_side() -> None:
    left = picture(Needling("ST36", Side.LEFT, 1)).spots
    right = picture(Needling("ST36", Side.RIGHT, 1)).spots
    assert len(left) == len(right) == 1
    assert left != right


def test_the_close_up_takes_the_place_with_most_points() -> None:
    made = picture(*KNEE, Needling("GV20", Side.MIDLINE, 1), Needling("CV12", Side.MIDLINE, 1))
    assert made.frame is not None
    _x, y, _wide, high = made.frame
    knees = [s.y for s in BODY.spots("ST35", Side.RIGHT, made.view)]
    assert all(y < knee < y + high for knee in knees)


def test_a_single_point_needs_no_close_up() -> None:
    assert picture(Needling("ST36", Side.RIGHT, 1)).frame is None


def test_a_point_of_the_ear_or_sole_is_shown_on_its_own_view() -> None:
    made = picture(Needling("KI1", Side.LEFT, 1))
    assert made.spots
    view = BODY.view(made.view, mirrored=made.mirrored)
    assert all(0 <= x <= view.width and 0 <= y <= view.height for x, y in made.spots)
    assert view.sided or made.mirrored


def test_levels_nobody_wrote_down_are_not_drawn() -> None:
    assert body_picture((Needling("EX-B2", Side.BOTH, 6),), BODY) is None


def test_nothing_to_draw_is_no_picture() -> None:
    assert body_picture((), BODY) is None
    assert body_picture((Needling("XX99", Side.BOTH, 2),), BODY) is None


def test_what_is_left_out_is_told() -> None:
    both = Side.BOTH
    rows = (Needling("KI1", both, 2), Needling("BL23", both, 2), Needling("CV4", Side.MIDLINE, 1))
    assert "not shown" in picture(*rows).caption  # four sheets would be needed
    assert "not shown" in picture(*KNEE, Needling("EX-B2", both, 6)).caption  # nobody wrote which levels
    assert "not shown" not in picture(*KNEE).caption
    assert "not shown" not in picture(*rows[1:]).caption


@pytest.mark.parametrize("spares", [True, False])
def test_pregnancy_is_named_only_when_it_is_true(spares: bool) -> None:
    caption = picture(*KNEE, spares_pregnancy=spares).caption
    assert ("pregnancy" in caption) is spares


@pytest.mark.parametrize("code", sorted(BODY.places))
def test_every_point_can_be_drawn(code: str) -> None:
    spots = BODY.spots(code, Side.BOTH)
    needles = len({(s.side, s.label) for s in spots})
    made = picture(Needling(code, Side.BOTH, needles))
    drawn = len(made.spots) + sum(len(f.spots) for f in made.beside)
    assert drawn >= 1
    if made.frame is not None:
        view = BODY.view(made.view, mirrored=made.mirrored)
        x, y, wide, high = made.frame
        assert x >= 0
        assert y >= 0
        assert x + wide <= view.width + 0.1
        assert y + high <= view.height + 0.1
