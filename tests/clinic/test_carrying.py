"""What of an earlier visit may be copied: never tongue, pulse or what was asked today, and nothing counts."""

from hypothesis import given
from hypothesis import strategies as st

from acuchart.clinic.carrying import copied, place_of, still_to_confirm, waiting
from acuchart.clinic.findings import Examination as Part
from acuchart.clinic.findings import Finding, FindingState, Observation
from acuchart.clinic.visit import Carried, Examination

PRESENT, ABSENT = FindingState.PRESENT, FindingState.ABSENT


def finding(key: str, group: str) -> Finding:
    return Finding(key, key, "", Part.ASK, group, (), (), "", False, ())


VOCABULARY = {
    f.id: f
    for f in (
        finding("pain_heavy", "pain_quality"),
        finding("fatigue", "energy"),
        finding("tongue_pale", "tongue_body_colour"),
        finding("coat_thick", "coat_quality"),
        finding("sublingual_dark", "sublingual"),
        finding("pulse_wiry", "pulse_shape"),
    )
}
SEEN = st.lists(
    st.builds(
        Observation,
        st.sampled_from([*VOCABULARY, "gone"]),
        st.sampled_from([PRESENT, ABSENT]),
        st.sampled_from(["", "knee-front"]),
        st.sampled_from(["", "left"]),
        st.sampled_from(["", "tip"]),
    ),
    max_size=6,
    unique_by=place_of,
).map(tuple)


def test_tongue_and_pulse_of_last_visit_are_never_offered() -> None:
    last = Examination(tuple(Observation(key, PRESENT) for key in VOCABULARY), pulse_rate=72)
    offered = still_to_confirm(last, Examination(), VOCABULARY)
    assert [o.finding_id for o in offered] == ["pain_heavy", "fatigue"]
    assert copied(last, 4, Examination(), VOCABULARY).pulse_rate is None


def test_what_was_asked_today_is_not_offered_whatever_the_answer() -> None:
    last = Examination((Observation("fatigue", PRESENT), Observation("pain_heavy", ABSENT)))
    today = Examination((Observation("fatigue", ABSENT),))
    assert still_to_confirm(last, today, VOCABULARY) == (Observation("pain_heavy", ABSENT),)


def test_one_site_does_not_answer_for_another() -> None:
    last = Examination((Observation("pain_heavy", PRESENT, "hip"),))
    today = Examination((Observation("pain_heavy", PRESENT, "knee-front"),))
    assert still_to_confirm(last, today, VOCABULARY) == last.observations


def test_a_finding_that_left_the_vocabulary_is_not_offered() -> None:
    last = Examination((Observation("gone", PRESENT),))
    assert still_to_confirm(last, Examination(), VOCABULARY) == ()


@given(last=SEEN, today=SEEN, number=st.integers(1, 9))
def test_a_copy_fills_only_what_is_empty_and_is_no_finding_of_today(
    last: tuple[Observation, ...], today: tuple[Observation, ...], number: int
) -> None:
    before = Examination(today)
    after = copied(Examination(last), number, before, VOCABULARY)
    assert (after.observations, after.words, after.from_form) == (today, {}, ())
    asked = {place_of(o) for o in today}
    assert not asked & {place_of(one.observation) for one in after.carried}
    assert all(one.visit == number for one in after.carried)
    assert not any(
        one.observation.finding_id.startswith(("tongue", "pulse", "gone")) for one in after.carried
    )
    assert copied(Examination(last), number, after, VOCABULARY) == after
    assert waiting(after, VOCABULARY) == after.carried


def test_a_copy_of_what_was_asked_since_no_longer_waits() -> None:
    tired = Observation("fatigue", PRESENT)
    found = Examination((Observation("fatigue", ABSENT),), carried=(Carried(tired, 2),))
    assert waiting(found, VOCABULARY) == ()
    tongue = Carried(Observation("tongue_pale", PRESENT), 2)
    assert waiting(Examination(carried=(tongue,)), VOCABULARY) == ()
