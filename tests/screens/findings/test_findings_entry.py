"""What happens to an examination when somebody taps, corrects, or confirms last visit's findings."""

from acuchart.clinic.findings import FindingState, Observation
from acuchart.clinic.visit import Carried, Examination
from acuchart.screens.findings import entry
from acuchart.screens.findings.entry import WHOLE, Spot

PRESENT, ABSENT, NOT_ASKED = FindingState.PRESENT, FindingState.ABSENT, FindingState.NOT_ASKED


def test_not_asked_leaves_no_entry() -> None:
    found = entry.with_state(Examination(), "fatigue", WHOLE, PRESENT)
    assert entry.state_of(found, "fatigue") is PRESENT
    assert entry.with_state(found, "fatigue", WHOLE, NOT_ASKED) == Examination()


def test_a_position_does_not_speak_for_another() -> None:
    found = entry.with_state(Examination(), "pulse_wiry", Spot(position="left_guan"), PRESENT)
    assert entry.state_of(found, "pulse_wiry", Spot(position="left_guan")) is PRESENT
    assert entry.state_of(found, "pulse_wiry", Spot(position="right_guan")) is NOT_ASKED
    assert entry.state_of(found, "pulse_wiry") is NOT_ASKED


def test_correcting_an_answer_of_the_form_makes_it_the_examiners_own() -> None:
    told = Observation("fatigue", PRESENT, site="whole", side="")
    found = Examination((told,), from_form=("fatigue", "pain_heavy"))
    changed = entry.with_state(found, "fatigue", WHOLE, ABSENT)
    assert changed.from_form == ("pain_heavy",)
    assert changed.observations == (Observation("fatigue", ABSENT, site="whole"),)


def test_a_double_entry_at_one_place_becomes_one() -> None:
    found = Examination((Observation("fatigue", PRESENT, site="a"), Observation("fatigue", ABSENT, site="a")))
    assert entry.with_state(found, "fatigue", WHOLE, ABSENT).observations == (
        Observation("fatigue", ABSENT, site="a"),
    )


def test_entries_of_several_sites_are_never_merged() -> None:
    knee, hip = (
        Observation("pain_heavy", PRESENT, "knee-front", "right"),
        Observation("pain_heavy", ABSENT, "hip"),
    )
    found = Examination((knee, hip))
    changed = entry.with_state(found, "pain_heavy", WHOLE, PRESENT)
    assert changed.observations == (knee, hip, Observation("pain_heavy", PRESENT))
    changed = entry.with_state(found, "pain_heavy", entry.spot_of("knee-front-right"), NOT_ASKED)
    assert changed.observations == (hip,)
    assert entry.state_of(found, "pain_heavy", Spot(apart=True)) is NOT_ASKED
    assert entry.state_of(found, "pain_heavy", entry.spot_of("hip")) is ABSENT


def test_what_a_person_says_settles_the_copy_that_waited_there() -> None:
    waits = Carried(Observation("fatigue", PRESENT), 2)
    other = Carried(Observation("pain_heavy", ABSENT), 2)
    found = Examination(carried=(waits, other))
    for state in (PRESENT, ABSENT, NOT_ASKED):
        changed = entry.with_state(found, "fatigue", WHOLE, state)
        assert changed.carried == (other,)
        assert entry.state_of(changed, "fatigue") is state
    assert entry.carried_at(found, "fatigue") == waits
    assert entry.carried_at(entry.with_state(found, "fatigue", WHOLE, ABSENT), "fatigue") is None
    settled = entry.settled(found, other.observation, PRESENT)
    assert (settled.observations, settled.carried) == ((Observation("pain_heavy", PRESENT),), (waits,))


def test_clearing_takes_everything_of_some_findings_and_nothing_else() -> None:
    red = Observation("tongue_pale", PRESENT, position="tip")
    tired = Observation("fatigue", PRESENT)
    found = Examination((red, tired), {"energy": "low"}, ("tongue_pale", "fatigue"))
    assert entry.without(found, ("tongue_pale",)) == Examination((tired,), {"energy": "low"}, ("fatigue",))


def test_blank_words_leave_nothing_behind() -> None:
    found = entry.with_words(Examination(), "energy", "worse since the move")
    assert dict(found.words) == {"energy": "worse since the move"}
    assert dict(entry.with_words(found, "energy", "  \n").words) == {}


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
