"""Findings that name their own place on tongue or pulse, and the finding and place they are made of.

A red tongue found at the tip is the finding "red tip"; a wiry pulse at the left guan is "left guan wiry". Who
enters the one has said the other, so that the ledger and the drawing need look for the named finding only.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from acuchart.clinic.findings import FindingState, Observation

NAMED_PLACES: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        ("tongue_red", "tip"): "tip_red",
        ("tongue_crimson", "tip"): "tip_red",
        ("tongue_red_points", "tip"): "tip_red",
        ("tongue_red", "sides"): "sides_red",
        ("tongue_crimson", "sides"): "sides_red",
        ("tongue_pale", "sides"): "sides_pale",
        ("tongue_purple", "sides"): "sides_purple",
        ("tongue_dusky", "sides"): "sides_purple",
        ("tongue_bluish", "sides"): "sides_purple",
        ("tongue_swollen", "sides"): "sides_swollen",
        ("tongue_red", "centre"): "centre_red",
        ("tongue_crimson", "centre"): "centre_red",
        ("coat_greasy", "root"): "root_greasy",
        ("coat_none", "root"): "root_peeled",
        ("coat_patchy", "root"): "root_peeled",
        ("pulse_wiry", "left_guan"): "pulse_left_guan_wiry",
        ("pulse_weak", "left_guan"): "pulse_left_guan_weak",
        ("pulse_weak", "right_guan"): "pulse_right_guan_weak",
        ("pulse_slippery", "right_guan"): "pulse_right_guan_slippery",
        ("pulse_weak", "left_cun"): "pulse_left_cun_weak",
        ("pulse_rapid", "left_cun"): "pulse_left_cun_rapid",
        ("pulse_weak", "right_cun"): "pulse_right_cun_weak",
        ("pulse_fine", "left_chi"): "pulse_left_chi_fine",
        ("pulse_weak", "right_chi"): "pulse_right_chi_weak",
    }
)
BOTH_CHI_WEAK = "pulse_chi_weak"


def with_named_places(observations: Iterable[Observation]) -> tuple[Observation, ...]:
    """The observations, and those they say by naming a place; what was entered by itself is never overruled.

    Only what is present says more: a quality missing at one place tells nothing about others.
    """
    found = tuple(observations)
    entered = {seen.finding_id for seen in found if not seen.position}
    present = {(s.finding_id, s.position) for s in found if s.state is FindingState.PRESENT}
    named = [NAMED_PLACES[place] for place in sorted(present) if place in NAMED_PLACES]
    if {("pulse_weak", "left_chi"), ("pulse_weak", "right_chi")} <= present:
        named.append(BOTH_CHI_WEAK)
    said = dict.fromkeys(name for name in named if name not in entered)
    return (*found, *(Observation(name, FindingState.PRESENT) for name in said))
