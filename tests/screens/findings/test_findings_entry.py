"""What happens to an examination when somebody taps, corrects, or confirms last visit's findings."""

from acuchart.clinic.findings import Examination as Part
from acuchart.clinic.findings import Finding, FindingState, Observation
from acuchart.clinic.visit import Examination
from acuchart.screens.findings import entry

PRESENT, ABSENT, NOT_ASKED = FindingState.PRESENT, FindingState.ABSENT, FindingState.NOT_ASKED


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


def test_not_asked_leaves_no_entry() -> None:
    found = entry.with_state(Examination(), "fatigue", "", PRESENT)
    assert entry.state_of(found, "fatigue") is PRESENT
    assert entry.with_state(found, "fatigue", "", NOT_ASKED) == Examination()


def test_a_position_does_not_speak_for_another() -> None:
    found = entry.with_state(Examination(), "pulse_wiry", "left_guan", PRESENT)
    assert entry.state_of(found, "pulse_wiry", "left_guan") is PRESENT
    assert entry.state_of(found, "pulse_wiry", "right_guan") is NOT_ASKED
    assert entry.state_of(found, "pulse_wiry") is NOT_ASKED


def test_correcting_an_answer_of_the_form_makes_it_the_examiners_own() -> None:
    told = Observation("fatigue", PRESENT, site="whole", side="")
    found = Examination((told,), from_form=("fatigue", "pain_heavy"))
    changed = entry.with_state(found, "fatigue", "", ABSENT)
    assert changed.from_form == ("pain_heavy",)
    assert changed.observations == (Observation("fatigue", ABSENT, site="whole"),)


def test_a_double_entry_at_one_place_becomes_one() -> None:
    found = Examination((Observation("fatigue", PRESENT, site="a"), Observation("fatigue", ABSENT, site="b")))
    assert entry.with_state(found, "fatigue", "", ABSENT).observations == (
        Observation("fatigue", ABSENT, site="a"),
    )


def test_blank_words_leave_nothing_behind() -> None:
    found = entry.with_words(Examination(), "energy", "worse since the move")
    assert dict(found.words) == {"energy": "worse since the move"}
    assert dict(entry.with_words(found, "energy", "  \n").words) == {}


def test_tongue_and_pulse_of_last_visit_are_never_offered() -> None:
    last = Examination(tuple(Observation(key, PRESENT) for key in VOCABULARY))
    offered = entry.still_to_confirm(last, Examination(), VOCABULARY)
    assert [o.finding_id for o in offered] == ["pain_heavy", "fatigue"]


def test_what_was_asked_today_is_not_offered_whatever_the_answer() -> None:
    last = Examination((Observation("fatigue", PRESENT), Observation("pain_heavy", ABSENT)))
    today = Examination((Observation("fatigue", ABSENT),))
    assert entry.still_to_confirm(last, today, VOCABULARY) == (Observation("pain_heavy", ABSENT),)


def test_a_finding_that_left_the_vocabulary_is_not_offered() -> None:
    last = Examination((Observation("gone", PRESENT),))
    assert entry.still_to_confirm(last, Examination(), VOCABULARY) == ()


def test_differences_name_findings_and_words() -> None:
    here = Examination((Observation("fatigue", PRESENT),), {"energy": "a"})
    there = Examination((Observation("fatigue", ABSENT), Observation("pain_heavy", PRESENT)), {"energy": "b"})
    assert entry.differing(here, there) == ("fatigue", "pain_heavy", "energy")
    assert entry.differing(here, here) == ()


def test_a_finding_at_several_positions_counts_once() -> None:
    found = Examination(
        (
            Observation("pulse_wiry", PRESENT, position="left_guan"),
            Observation("pulse_wiry", PRESENT, position="left_cun"),
            Observation("pulse_wiry", ABSENT, position="right_guan"),
            Observation("fatigue", ABSENT),
        )
    )
    assert entry.tally(found, ("pulse_wiry", "fatigue")) == (1, 1)
