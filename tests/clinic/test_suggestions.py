"""Suggestions: each reason where it holds, none where it does not, and nothing that harms."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from acuchart.clinic.suggestions import CONFLUENT_PAIRS, OFFERED, Facts, Reason, Suggestions, suggest
from acuchart.knowledge import load

KNOWLEDGE = load()
POINTS, CHANNELS, BODY, PATTERNS = KNOWLEDGE.points, KNOWLEDGE.channels, KNOWLEDGE.body, KNOWLEDGE.patterns
KNEE = ("knee-front-right",)
COLD_DAMP = Facts(patterns=(PATTERNS["cold_damp"],), regions=KNEE)


def offered(facts: Facts, most: int = 416) -> Suggestions:
    return suggest(facts, POINTS, CHANNELS, BODY, most)


def reasons(facts: Facts, code: str) -> set[Reason]:
    return next((set(s.reasons) for s in offered(facts).offered if s.code == code), set())


def test_without_a_ground_nothing_is_offered() -> None:
    assert offered(Facts()) == Suggestions()


def test_points_of_the_confirmed_pattern_and_of_the_second() -> None:
    both = replace(COLD_DAMP, patterns=(PATTERNS["cold_damp"], PATTERNS["blood_stasis"]))
    assert Reason.PATTERN in reasons(both, "GB34")
    assert Reason.SECOND_PATTERN in reasons(both, "SP10")
    assert reasons(replace(COLD_DAMP, regions=()), "SP10") == set()


def test_local_adjacent_and_distal_on_the_channels_of_the_painful_region() -> None:
    facts = Facts(regions=KNEE)
    assert {Reason.LOCAL, Reason.CHANNEL} <= reasons(facts, "ST35")
    assert {Reason.ADJACENT, Reason.CHANNEL} <= reasons(facts, "ST34")
    assert Reason.DISTAL in reasons(facts, "ST41")
    assert reasons(facts, "LU9") == set()
    assert not {Reason.LOCAL, Reason.ADJACENT} & reasons(facts, "ST25")


def test_the_other_knee_is_not_local() -> None:
    left, right = (suggest(Facts(regions=(r,)), POINTS, CHANNELS, BODY) for r in ("knee-front-left", *KNEE))
    assert [s.code for s in left.offered] == [s.code for s in right.offered]


def test_special_classes_speak_only_for_a_point_with_another_ground() -> None:
    facts = Facts(regions=KNEE)
    assert Reason.LUO in reasons(facts, "ST40")
    assert Reason.SOURCE in reasons(facts, "ST42")
    assert reasons(facts, "LU9") == set()
    assert Reason.HUI in reasons(COLD_DAMP, "GB34")


def test_xi_cleft_only_while_the_pain_is_recent() -> None:
    assert Reason.XI_CLEFT in reasons(Facts(regions=KNEE, acute=True), "ST34")
    assert Reason.XI_CLEFT not in reasons(Facts(regions=KNEE), "ST34")


def test_back_shu_and_front_mu_of_the_organ_of_the_pattern() -> None:
    liver = Facts(patterns=(PATTERNS["liver_qi_stagnation"],))
    assert Reason.BACK_SHU in reasons(liver, "BL18")
    assert Reason.FRONT_MU in reasons(liver, "LR14")
    assert Reason.BACK_SHU not in reasons(liver, "BL20")


@pytest.mark.parametrize("pair", CONFLUENT_PAIRS)
def test_the_partner_of_a_confluent_point(pair: tuple[str, str]) -> None:
    one, other = pair
    assert all(any("confluent" in c for c in POINTS[code].categories) for code in pair)
    assert reasons(Facts(chosen=frozenset({one})), other) == {Reason.CONFLUENT}
    assert reasons(Facts(chosen=frozenset({one, other})), other) == set()


def test_the_last_visit_with_what_is_known_of_the_response() -> None:
    facts = Facts(last={"ST36": "Pain on arrival then 7, now 4."}, last_visit=4)
    (suggestion,) = offered(facts).offered
    assert Reason.LAST_VISIT in suggestion.reasons
    assert "Used at visit 4. Pain on arrival then 7, now 4." in suggestion.why


def test_what_is_chosen_is_not_suggested_again() -> None:
    assert reasons(replace(COLD_DAMP, chosen=frozenset({"GB34"})), "GB34") == set()


def test_a_contraindicated_point_is_hidden_counted_and_told_why() -> None:
    avoided = {"BL60": "avoided in pregnancy", "LI4": "avoided in pregnancy"}
    free = offered(replace(COLD_DAMP, regions=()), OFFERED)
    held = offered(replace(COLD_DAMP, regions=(), avoided=avoided))
    assert "BL60" in {s.code for s in offered(replace(COLD_DAMP, regions=())).offered}
    assert held.hidden == (("BL60", "avoided in pregnancy"),)
    assert "BL60" not in {s.code for s in held.offered}
    assert free.hidden == ()


def test_the_few_offered_do_not_all_have_the_same_ground() -> None:
    few = offered(COLD_DAMP, OFFERED)
    assert len(few.offered) == OFFERED
    leading = [s.reasons[0] for s in few.offered]
    assert max(leading.count(reason) for reason in leading) <= OFFERED / 2


FACTS = st.builds(
    Facts,
    patterns=st.lists(st.sampled_from(list(PATTERNS.values())), max_size=2, unique=True).map(tuple),
    regions=st.lists(st.sampled_from(sorted(BODY.view("front").regions)), max_size=2).map(tuple),
    acute=st.booleans(),
    last=st.dictionaries(st.sampled_from(sorted(POINTS)), st.just(""), max_size=4),
    chosen=st.frozensets(st.sampled_from(sorted(POINTS)), max_size=5),
    avoided=st.dictionaries(st.sampled_from(sorted(POINTS)), st.just("not now"), max_size=60),
)


@settings(max_examples=60, deadline=None)
@given(FACTS)
def test_nothing_avoided_or_chosen_is_ever_offered(facts: Facts) -> None:
    found = offered(facts, OFFERED)
    codes = {s.code for s in found.offered}
    assert len(codes) <= OFFERED
    assert not codes & (facts.chosen | set(facts.avoided))
    assert {code for code, _why in found.hidden} <= set(facts.avoided) - facts.chosen
    assert all(s.reasons and len(s.reasons) == len(s.why) for s in found.offered)
    assert found == offered(facts, OFFERED)
