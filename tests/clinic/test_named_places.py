"""A quality found at a place says the finding that names the place, and never more than that."""

from acuchart.clinic.findings import FindingState, Observation
from acuchart.clinic.named_places import BOTH_CHI_WEAK, NAMED_PLACES, with_named_places
from acuchart.knowledge import load

PRESENT, ABSENT = FindingState.PRESENT, FindingState.ABSENT


def said(*observations: Observation) -> set[str]:
    return {seen.finding_id for seen in with_named_places(observations)} - {
        o.finding_id for o in observations
    }


def test_every_name_is_of_the_vocabulary() -> None:
    findings = load().findings
    names = {BOTH_CHI_WEAK, *NAMED_PLACES.values(), *(finding for finding, _place in NAMED_PLACES)}
    assert names <= set(findings)


def test_every_finding_that_names_a_place_is_reached() -> None:
    named = {f.id for f in load().findings.values() if f.group in ("tongue_area", "pulse_position")}
    assert named == {BOTH_CHI_WEAK, *NAMED_PLACES.values()}


def test_a_place_is_named() -> None:
    assert said(Observation("tongue_red", PRESENT, position="tip")) == {"tip_red"}
    assert said(Observation("pulse_wiry", PRESENT, position="left_guan")) == {"pulse_left_guan_wiry"}


def test_absent_at_a_place_and_present_as_a_whole_name_nothing() -> None:
    assert said(Observation("tongue_red", ABSENT, position="tip")) == set()
    assert said(Observation("tongue_red", PRESENT)) == set()
    assert said(Observation("pulse_wiry", PRESENT, position="right_guan")) == set()


def test_both_chi_need_both() -> None:
    left = Observation("pulse_weak", PRESENT, position="left_chi")
    right = Observation("pulse_weak", PRESENT, position="right_chi")
    assert BOTH_CHI_WEAK not in said(left)
    assert BOTH_CHI_WEAK in said(left, right)


def test_what_was_entered_by_itself_stands() -> None:
    denied = Observation("tip_red", ABSENT)
    found = with_named_places((denied, Observation("tongue_red", PRESENT, position="tip")))
    assert [o for o in found if o.finding_id == "tip_red"] == [denied]
