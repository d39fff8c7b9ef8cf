"""What stands in the way: a reason answers the danger it was written for, and no other."""

from dataclasses import replace

import pytest

from acuchart.clinic.cautions import Caution, Level
from acuchart.clinic.needling import Needling
from acuchart.clinic.points import Side
from acuchart.clinic.safety import answering, open_dangers, open_dangers_of_patient, with_answers
from acuchart.clinic.visit import KeptDanger

PREGNANT = Caution("LI4", Level.DANGER, "Not needled in pregnancy.", "bg")
SWOLLEN = Caution("LI4", Level.DANGER, "Not needled in a swollen arm.", "bg")
LI4 = Needling("LI4", Side.BOTH, 2, 15.0)
KEPT = replace(LI4, kept_because="Agreed with the midwife")


def test_a_reason_settles_the_danger_that_stood_when_it_was_written() -> None:
    row = answering(KEPT, LI4, (PREGNANT,))
    assert (row.kept_for, row.kept_to_mm) == ((PREGNANT.reason,), 15.0)
    assert open_dangers((row,), (PREGNANT,)) == ()


def test_an_old_reason_does_not_settle_a_later_danger() -> None:
    row = answering(KEPT, LI4, (PREGNANT,))
    assert open_dangers((row,), (PREGNANT, SWOLLEN)) == (SWOLLEN,)
    again = answering(KEPT, row, (PREGNANT, SWOLLEN))
    assert open_dangers((again,), (PREGNANT, SWOLLEN)) == (SWOLLEN,)


def test_a_reason_without_a_danger_settles_nothing_that_comes() -> None:
    assert open_dangers((answering(KEPT, None, ()),), (PREGNANT,)) == (PREGNANT,)


def test_a_reason_written_anew_settles_what_stands_now() -> None:
    row = answering(KEPT, LI4, (PREGNANT,))
    anew = answering(replace(LI4, kept_because="The arm was looked at today"), row, (PREGNANT, SWOLLEN))
    assert open_dangers((anew,), (PREGNANT, SWOLLEN)) == ()


def test_the_screen_settles_no_danger_that_does_not_stand() -> None:
    row = answering(replace(KEPT, kept_for=(PREGNANT.reason, SWOLLEN.reason)), LI4, (PREGNANT,))
    assert row.kept_for == (PREGNANT.reason,)


@pytest.mark.parametrize(("depth", "opened"), [(15.0, False), (10.0, False), (None, False), (15.5, True)])
def test_a_deeper_needle_opens_its_danger_again(depth: float | None, opened: bool) -> None:
    row = answering(KEPT, LI4, (PREGNANT,))
    assert bool(open_dangers((replace(row, depth_mm=depth),), (PREGNANT,))) is opened


def test_the_other_side_of_a_point_needs_its_own_reason() -> None:
    left = answering(replace(KEPT, side=Side.LEFT), None, (PREGNANT,))
    right = replace(LI4, side=Side.RIGHT)
    assert open_dangers((left, right), (PREGNANT,)) == (PREGNANT,)


def test_a_reason_taken_away_answers_nothing() -> None:
    row = answering(KEPT, LI4, (PREGNANT,))
    bare = answering(replace(row, kept_because=""), row, (PREGNANT,))
    assert (bare.kept_for, bare.kept_to_mm) == ((), None)


def test_a_point_that_changes_its_side_answers_no_more_than_before() -> None:
    """The reason was written for a danger that is gone; nobody has seen the one that came since."""
    (kept,) = with_answers((KEPT,), (LI4,), (PREGNANT,))
    (gone,) = with_answers((kept,), (kept,), ())
    (turned,) = with_answers((replace(gone, side=Side.LEFT, needles=1),), (gone,), (SWOLLEN,))
    assert open_dangers((turned,), (SWOLLEN,)) == (SWOLLEN,)
    (moved,) = with_answers((replace(kept, side=Side.LEFT, needles=1),), (kept,), (PREGNANT,))
    assert open_dangers((moved,), (PREGNANT,)) == ()


LESION = Caution(None, Level.DANGER, "Not needled at a tumour.", "bg")
EPILEPSY = Caution(None, Level.DANGER, "House rule: no needle after a seizure.", "bg")


def test_a_danger_of_the_patient_waits_for_the_reason_written_for_it() -> None:
    mild = replace(EPILEPSY, level=Level.CAUTION, reason="Lay the patient down.")
    told = (PREGNANT, LESION, EPILEPSY, mild)
    assert open_dangers_of_patient(told, ()) == (LESION, EPILEPSY)
    written = KeptDanger(LESION.reason, "Far from the scar, with the oncologist")
    assert open_dangers_of_patient(told, (written,)) == (EPILEPSY,)
    assert open_dangers((LI4,), (LESION,)) == ()


def test_what_a_red_flag_of_today_tells_of_is_settled_with_it() -> None:
    assert open_dangers_of_patient((replace(LESION, red_flagged=True),), ()) == ()
