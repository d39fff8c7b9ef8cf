"""The note says what was recorded and nothing else, and reads the same after it was signed."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from types import MappingProxyType
from uuid import UUID, uuid4

import pytest

from acuchart.clinic import session as rules
from acuchart.clinic.cautions import Caution, Level
from acuchart.clinic.chart import VisitChart
from acuchart.clinic.course import Course
from acuchart.clinic.findings import FindingState, Observation
from acuchart.clinic.flags import Flags
from acuchart.clinic.needling import DeQi, NeedleUsed, Needling, Position, Stimulation, Technique
from acuchart.clinic.needling_words import needling_words
from acuchart.clinic.note import Note, NoteLabels, compose
from acuchart.clinic.people import Name, Patient
from acuchart.clinic.points import Side
from acuchart.clinic.session import Fate, Session, Settlement
from acuchart.clinic.visit import (
    Assessment,
    CheckIn,
    Examination,
    KeptDanger,
    NoteWords,
    Reaction,
    Reactions,
    RedFlagAnswer,
    Visit,
)

AT = datetime(2026, 11, 20, 14, 15, tzinfo=UTC)
NOOR, SAM = uuid4(), uuid4()
MARA = Patient(uuid4(), "A-0148", Name("Mara", "Ellison"), date(1985, 4, 2))
COURSE = Course(uuid4(), MARA.id, "Right knee pain", AT)
VISIT = Visit(uuid4(), MARA.id, COURSE.id, 5, NOOR, AT)
STAFF: Mapping[object, str] = {NOOR: "Noor Halvorsen", SAM: "Sam Okoro"}
LABELS = NoteLabels(
    finding=lambda key: {
        "pain_stabbing": "Stabbing",
        "tongue_dusky": "Dusky",
        "cauda": "Saddle numbness",
    }.get(key, key),
    pattern=lambda slug: {"cold_damp": "Cold-damp 寒湿痹阻", "stasis": "Blood stasis 血瘀"}.get(slug, slug),
    examination=lambda key: "look" if key.startswith("tongue") else "ask",
    staff=lambda key: STAFF.get(key, ""),
)


def chart(visit: Visit = VISIT, session: Session | None = None, course: Course = COURSE) -> VisitChart:
    return VisitChart(visit, MARA, Flags.of(()), course, (), (), (), session, (), ())


def text_of(note: Note, letter: str) -> str:
    (part,) = (p for p in note.parts if p.letter == letter)
    return " ".join(part.sentences)


def line(note: Note, label: str) -> str:
    return next((row.words for row in note.treatment if row.label.endswith(label)), "")


def seen(finding: str, state: FindingState = FindingState.PRESENT, side: str = "") -> Observation:
    return Observation(finding, state, side=side)


def treated(count_in: int = 7, count_out: int = 7) -> Session:
    session = rules.begin(Session(uuid4(), VISIT.id, "Room 2", 7), NOOR, AT)
    session = rules.retain(rules.count_in(session, count_in, NOOR, AT), AT)
    return rules.count_out(
        rules.remove(session, SAM, AT + timedelta(minutes=21)), count_out, AT + timedelta(minutes=22)
    )


def test_an_empty_visit_makes_a_note_that_claims_nothing() -> None:
    note = compose(chart(course=replace(COURSE, complaint="")), LABELS)
    assert [text_of(note, letter) for letter in "SOAP"] == ["", "", "", ""]
    assert line(note, "Needling") == "No needling."
    assert line(note, "Rationale") == ""


def test_only_scores_that_were_asked_are_written() -> None:
    visit = replace(VISIT, check_in=CheckIn(pain_now=0, words=" Stairs are easier. "))
    assert text_of(compose(chart(visit), LABELS), "S") == "“Stairs are easier.” Pain now 0."


def test_present_absent_and_not_asked_are_three_things() -> None:
    found = (seen("pain_stabbing", side="right"), seen("tongue_dusky"), seen("burning", FindingState.ABSENT))
    note = compose(chart(replace(VISIT, examination=Examination(found))), LABELS)
    assert text_of(note, "S") == "Stabbing (right). Not found: burning."
    assert text_of(note, "O") == "Dusky."


def test_words_beside_a_group_stand_where_the_group_is_examined() -> None:
    words = MappingProxyType({"tongue_body": " swollen edge ", "pain": "since the fall"})
    note = compose(chart(replace(VISIT, examination=Examination((), words))), LABELS)
    assert "swollen edge" in text_of(note, "O")
    assert "since the fall" in text_of(note, "S")


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (RedFlagAnswer("cauda", False), "Red flag asked and absent: Saddle numbness."),
        (
            RedFlagAnswer("cauda", True, "Sent to hospital"),
            "Red flag present: Saddle numbness. Decision: Sent to hospital.",
        ),
        (RedFlagAnswer("cauda", True, " "), "Decision: open."),
    ],
)
def test_a_red_flag_is_always_stated(answer: RedFlagAnswer, said: str) -> None:
    assert said in text_of(compose(chart(replace(VISIT, red_flags=(answer,))), LABELS), "S")


def test_the_pattern_is_what_the_practitioner_chose() -> None:
    choice = Assessment("cold_damp", ("stasis",), "Old injury.", confirmed_at=AT, confirmed_by=NOOR)
    note = compose(chart(replace(VISIT, assessment=choice)), LABELS)
    assert text_of(note, "A") == (
        "Complaint: Right knee pain. Primary Cold-damp 寒湿痹阻. Secondary Blood stasis 血瘀. Old injury."
    )
    assert next(p for p in note.parts if p.letter == "A").origin == "Confirmed 14:15"
    assert next(p for p in compose(chart(), LABELS).parts if p.letter == "A").origin == "Not confirmed"


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (Needling("ST36", Side.BOTH, 2), "ST36 Bi even"),
        (
            Needling(
                "GB34", Side.RIGHT, 1, 30.0, "oblique", Technique.REDUCE, DeQi.CLEAR, Stimulation.ELECTRICAL
            ),
            "GB34 R 30 mm oblique reduce electrical",
        ),
        (Needling("GV20", Side.MIDLINE, 1, 12.5), "GV20 12.5 mm even"),
    ],
)
def test_a_row_of_the_prescription_in_words(row: Needling, words: str) -> None:
    assert needling_words(row) == words


def test_points_without_a_session_are_not_called_needled() -> None:
    visit = replace(VISIT, prescription=(Needling("ST36", Side.BOTH, 2),))
    assert "Not needled." in line(compose(chart(visit), LABELS), "Needling")


def test_counts_retention_and_hands_stand_in_the_note() -> None:
    visit = replace(VISIT, prescription=(Needling("ST36", Side.BOTH, 2),))
    note = compose(chart(visit, rules.close(treated(), AT)), LABELS)
    assert "7 needles in, 7 out. Retained 21 minutes." in line(note, "Needling")
    assert line(note, "Other") == "Room 2. Inserted by Noor Halvorsen, removed by Sam Okoro."


def test_every_needle_not_counted_out_is_told() -> None:
    session = treated(7, 5)
    for settlement in (
        Settlement(Fate.FOUND, 1, "On the towel.", SAM, AT),
        Settlement(Fate.LEFT_IN, 1, "Ear seed kept.", SAM, AT, "EX-HN1", True, date(2026, 11, 23)),
    ):
        session = rules.settle(session, settlement, AT.date())
    visit = replace(VISIT, prescription=(Needling("ST36", Side.BOTH, 2),))
    said = line(compose(chart(visit, session), LABELS), "Other")
    assert "1 needle found: On the towel." in said
    assert "1 needle left in on purpose EX-HN1, to be removed Mon 23 Nov 2026: Ear seed kept." in said


def test_a_corrected_number_and_its_reason_are_told() -> None:
    session = rules.count_in(treated(7, 8), 8, SAM, AT, "Two tries at SP9.")
    visit = replace(VISIT, prescription=(Needling("ST36", Side.BOTH, 2),))
    assert "Number inserted corrected from 7 to 8: Two tries at SP9." in line(
        compose(chart(visit, session), LABELS), "Other"
    )


def test_a_point_kept_in_spite_of_a_danger_is_always_stated_with_its_reason() -> None:
    visit = replace(VISIT, prescription=(Needling("LI4", Side.LEFT, 1, kept_because="Induction wished."),))
    assert "LI4 kept in spite of a danger: Induction wished" in text_of(compose(chart(visit), LABELS), "P")


def test_the_danger_stands_beside_the_reason() -> None:
    row = Needling("LI4", Side.LEFT, 1, kept_because="Induction wished.", kept_for=("Avoid in pregnancy.",))
    said = text_of(compose(chart(replace(VISIT, prescription=(row,))), LABELS), "P")
    assert "LI4 kept in spite of a danger (Avoid in pregnancy): Induction wished." in said


def test_a_danger_of_the_patient_is_stated_with_its_reason_while_it_stands() -> None:
    danger = Caution(None, Level.DANGER, "No needle at a tumour.", "bg")
    kept = (KeptDanger(danger.reason, "Far from it."), KeptDanger("Gone since", "Asked wrongly at first"))
    whole = replace(chart(VISIT), cautions=(danger,), kept_dangers=kept)
    said = text_of(compose(whole, LABELS), "P")
    assert "Needled in spite of a danger (No needle at a tumour): Far from it." in said
    assert "Asked wrongly" not in said


@pytest.mark.parametrize(
    ("reactions", "said"),
    [
        (Reactions(), ""),
        (Reactions(True), "Adverse reactions: none."),
        (Reactions(True, (Reaction.BRUISE,), "5 mm."), "Adverse reactions: bruise. 5 mm."),
    ],
)
def test_reactions_unanswered_are_not_reactions_denied(reactions: Reactions, said: str) -> None:
    assert text_of(compose(chart(replace(VISIT, reactions=reactions)), LABELS), "P") == said


def test_free_words_are_kept_apart_from_the_record() -> None:
    note = compose(chart(replace(VISIT, note_words=NoteWords(plan="Skin clear."))), LABELS)
    part = next(p for p in note.parts if p.letter == "P")
    assert part.added == "Skin clear."
    assert "Skin clear." not in " ".join(part.sentences)


def test_a_signed_text_reads_back_as_it_was() -> None:
    visit = replace(VISIT, check_in=CheckIn(words="“quoted” 足三里"), note_words=NoteWords("added"))
    note = compose(chart(visit, treated()), LABELS)
    text = note.to_json()
    assert Note.from_json(text) == note
    assert Note.from_json(text).to_json() == text
    assert json.loads(text)


def test_a_reader_of_a_signed_note_needs_every_field() -> None:
    with pytest.raises((KeyError, TypeError)):
        Note.from_json('{"parts": [{"letter": "S"}], "treatment": []}')


def test_nobody_unknown_is_named() -> None:
    visit = replace(VISIT, practitioner_id=UUID(int=0))
    assert line(compose(chart(visit), LABELS), "Practitioner") == ""


def test_rounds_position_and_the_usual_needle_are_said() -> None:
    rows = (
        Needling("ST36", Side.BOTH, 2, position=Position.FACE_UP),
        Needling("BL23", Side.BOTH, 2, round=2, position=Position.FACE_DOWN),
    )
    labels = replace(LABELS, needle="coated 0.25 × 40 mm")
    words = line(compose(chart(replace(VISIT, prescription=rows), treated(4, 4)), labels), "Needling")
    assert words.startswith("Round 1, face up: ST36 Bi even. Round 2, face down: BL23 Bi even.")
    assert "Needle coated 0.25 × 40 mm." in words
    own = (replace(rows[0], needle=NeedleUsed(0.3)),)
    words = line(compose(chart(replace(VISIT, prescription=own), treated(2, 2)), labels), "Needling")
    assert words.startswith("Face up: ST36")
    assert "coated" not in words


def test_a_copied_point_that_nobody_confirmed_is_in_no_note() -> None:
    copied = Needling(
        "LI4", Side.BOTH, 2, copied_from="visit 2", confirmed=False, kept_because="an old reason"
    )
    note = compose(chart(replace(VISIT, prescription=(copied,))), LABELS)
    assert "LI4" not in note.to_json()
    rows = (replace(copied, confirmed=True),)
    assert "LI4" in compose(chart(replace(VISIT, prescription=rows)), LABELS).to_json()
