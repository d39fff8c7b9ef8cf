"""The next question: not asked yet, telling, and able to change what leads."""

from acuchart.clinic.ask_next import ask_next
from acuchart.clinic.findings import FindingState, Observation
from acuchart.clinic.ledger import Ledger, weigh
from acuchart.clinic.patterns import Strength
from acuchart.knowledge import load
from tests.helpers.vignettes import read

KNOWLEDGE = load()
PATTERNS, FINDINGS = KNOWLEDGE.patterns, KNOWLEDGE.findings
VIGNETTES = read("vignettes.json")
COLD = ("pain_cold", "rel_warmth", "agg_cold", "aversion_cold")


def observed(*present: str) -> list[Observation]:
    return [Observation(finding_id, FindingState.PRESENT) for finding_id in present]


def asked(seen: list[Observation], skip: tuple[str, ...] = ()) -> str | None:
    return ask_next(weigh(PATTERNS, seen), PATTERNS, seen, FINDINGS, skip)


def test_it_has_not_been_asked_and_one_answer_brings_another_row_to_the_top() -> None:
    questions = 0
    for vignette in VIGNETTES:
        seen = observed(*vignette.present[:4])
        question = asked(seen)
        if question is None:
            continue
        questions += 1
        assert question not in vignette.present[:4]
        answers = (FindingState.PRESENT, FindingState.ABSENT)
        tops = {weigh(PATTERNS, [*seen, Observation(question, a)]).rows[0].pattern for a in answers}
        assert tops != {weigh(PATTERNS, seen).rows[0].pattern}, vignette.id
    assert questions >= 60


def test_it_tells_the_leading_groups_apart() -> None:
    """Never a finding that all leading patterns are taught with in the same strength."""
    for vignette in VIGNETTES[:40]:
        seen = observed(*vignette.present[:4])
        question = asked(seen)
        if question is not None:
            heaviest = {row.group: row.pattern for row in reversed(weigh(PATTERNS, seen).rows)}
            leading = list(reversed(heaviest.values()))
            spoken = {strength(slug, question) for slug in leading}
            assert len(spoken) > 1, vignette.id


def strength(slug: str, finding_id: str) -> Strength | None:
    return next((link.strength for link in PATTERNS[slug].links if link.finding_id == finding_id), None)


def test_nothing_is_asked_where_the_gap_is_wide_or_nothing_is_known() -> None:
    assert ask_next(Ledger(), PATTERNS, [], FINDINGS) is None
    clear = (
        *COLD,
        *(
            "cold_limbs",
            "pulse_slow",
            "urine_clear",
            "no_thirst",
            "tongue_wet",
            "coat_white",
            "face_pale_bright",
        ),
    )
    seen = observed("pain_stabbing", "pain_fixed", "tongue_purple", "tongue_stasis_spots", "sublingual_dark")
    seen += observed("pulse_choppy", "agg_pressure", "pain_worse_night", "pain_boring", "bruise_seen")
    seen += observed("skin_veins", "nails_purple", "menses_clots", "lumps_fixed", "lips_purple", "skin_scaly")
    assert asked(seen) is None
    assert asked(observed(*clear)) not in clear


def test_an_unclear_answer_is_skipped() -> None:
    seen = observed(*COLD)
    question = asked(seen)
    assert question is not None
    assert asked(seen, skip=(question,)) != question


def test_the_opposite_of_what_is_there_is_no_question() -> None:
    for vignette in VIGNETTES:
        seen = observed(*vignette.present[:5])
        question = asked(seen)
        if question is not None:
            assert not set(FINDINGS[question].opposites) & {o.finding_id for o in seen}
