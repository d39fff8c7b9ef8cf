"""Warning signs that come onto a draft once, and never over what was typed."""

from dataclasses import replace

from acuchart.clinic.plan import PlanDraft
from acuchart.clinic.plan_warnings import with_warnings

LUNG = "Chest pain after needles near the lung"
BREATH = "Sudden shortness of breath"
FRESH = PlanDraft(straight_away=(LUNG, "Bleeding"), same_day=("Fever",), warned=(LUNG,))
GIVES_WAY = {LUNG: (BREATH,)}


def test_a_new_warning_takes_the_place_of_the_ready_line_it_replaces() -> None:
    kept = PlanDraft(intro="Mine.", straight_away=(BREATH, "My own line"))
    after = with_warnings(kept, FRESH, GIVES_WAY)
    assert after.straight_away == (LUNG, "My own line")
    assert (after.intro, after.same_day, after.warned) == ("Mine.", (), (LUNG,))


def test_a_line_somebody_typed_is_never_replaced() -> None:
    typed = BREATH + ", ring us first"
    after = with_warnings(PlanDraft(straight_away=(typed,)), FRESH, GIVES_WAY)
    assert after.straight_away == (LUNG, typed)


def test_a_warning_taken_away_stays_away_and_a_rewritten_one_does_not_come_twice() -> None:
    warned = with_warnings(PlanDraft(), FRESH, GIVES_WAY)
    for lines in ((), ("Chest pain: ring 112",)):
        mine = replace(warned, straight_away=lines)
        assert with_warnings(mine, FRESH, GIVES_WAY) == mine


def test_a_draft_of_an_earlier_version_that_holds_the_line_gets_it_once() -> None:
    old = PlanDraft(straight_away=(LUNG,))
    assert with_warnings(old, FRESH, GIVES_WAY).straight_away == (LUNG,)
