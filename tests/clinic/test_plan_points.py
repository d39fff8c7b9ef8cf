"""Holding the points of an issued plan against those that were needled."""

from acuchart.clinic.needling import Needling
from acuchart.clinic.plan_points import changed_words, points_changed, points_told
from acuchart.clinic.points import Side

ST36 = Needling("ST36", Side.BOTH, 2)
SP9 = Needling("SP9", Side.RIGHT, 1)
LU2 = Needling("LU2", Side.RIGHT, 1)
CV12 = Needling("CV12", Side.MIDLINE, 1, through="CV10")


def words(before: tuple[Needling, ...], after: tuple[Needling, ...]) -> str:
    changed = points_changed(2, points_told(before), points_told(after))
    return changed_words(changed) if changed else ""


def test_the_same_points_in_another_order_are_the_same() -> None:
    assert words((ST36, SP9), (SP9, ST36)) == ""
    assert words((), ()) == ""


def test_what_came_in_and_what_went_out_is_named() -> None:
    assert words((ST36, SP9), (ST36, LU2, CV12)) == (
        "Points changed since version 2 was issued: LU2 R, CV12 CV10 came in; SP9 R went out."
    )


def test_another_side_is_another_point_on_the_picture() -> None:
    other = Needling("ST36", Side.LEFT, 1)
    assert words((ST36,), (other,)) == (
        "Points changed since version 2 was issued: ST36 L came in; ST36 Bi went out."
    )
