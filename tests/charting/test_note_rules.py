"""Signing and adding: the passphrase, the checks, and a text that stands as it was signed."""

import hashlib
from collections.abc import Callable
from dataclasses import replace

import pytest

from acuchart.charting.note import Notes
from acuchart.charting.visits import Visits
from acuchart.clinic.trouble import ChangedElsewhere, ChartTrouble, NotAllowed
from acuchart.clinic.visit import CheckIn, NoteWords, Reaction, Reactions
from tests.helpers.clinic import PRACTITIONER_PASSPHRASE, StaffedClinic
from tests.helpers.knee_visit import KneeVisit, called_off
from tests.helpers.records import OWNER_PASSPHRASE

NONE = Reactions(answered=True)


@pytest.fixture
def knee(clinic: StaffedClinic) -> KneeVisit:
    return called_off(clinic.owner)


def answered(clinic: StaffedClinic, knee: KneeVisit) -> Notes:
    notes = Notes(clinic.owner)
    notes.record_reactions(knee.visit_id, NONE, Reactions())
    return notes


def test_an_unanswered_question_keeps_it_a_draft(clinic: StaffedClinic, knee: KneeVisit) -> None:
    with pytest.raises(ChartTrouble, match="checks are still open"):
        Notes(clinic.owner).sign(knee.visit_id, OWNER_PASSPHRASE)


@pytest.mark.parametrize(
    "kind", [Reaction.OTHER, Reaction.BURN, Reaction.PNEUMOTHORAX, Reaction.BROKEN_NEEDLE]
)
def test_a_serious_reaction_is_not_signed_without_words(
    clinic: StaffedClinic, knee: KneeVisit, kind: Reaction
) -> None:
    notes = Notes(clinic.owner)
    silent = Reactions(answered=True, kinds=(kind,))
    notes.record_reactions(knee.visit_id, silent, Reactions())
    with pytest.raises(ChartTrouble, match="checks are still open"):
        notes.sign(knee.visit_id, OWNER_PASSPHRASE)
    notes.record_reactions(knee.visit_id, replace(silent, words="Cooled. Patient told."), silent)
    assert notes.sign(knee.visit_id, OWNER_PASSPHRASE).signed


def test_a_wrong_passphrase_signs_nothing(clinic: StaffedClinic, knee: KneeVisit) -> None:
    notes = answered(clinic, knee)
    with pytest.raises(ChartTrouble):
        notes.sign(knee.visit_id, "not the one")
    assert notes.read(knee.visit_id).chart.visit.signature is None


def test_another_persons_passphrase_signs_nothing(clinic: StaffedClinic, knee: KneeVisit) -> None:
    with pytest.raises(ChartTrouble):
        answered(clinic, knee).sign(knee.visit_id, PRACTITIONER_PASSPHRASE)


def test_only_the_acupuncturist_of_the_visit_signs(clinic: StaffedClinic, knee: KneeVisit) -> None:
    answered(clinic, knee)
    eli = Notes(clinic.practitioner)
    with pytest.raises(ChartTrouble, match="Only the practitioner"):
        eli.sign(knee.visit_id, PRACTITIONER_PASSPHRASE)
    eli.take_over(knee.visit_id)
    signed = eli.sign(knee.visit_id, PRACTITIONER_PASSPHRASE)
    assert signed.signature is not None
    assert signed.signature.by == clinic.practitioner.user.id


def test_a_signed_note_is_the_text_its_digest_stands_for(clinic: StaffedClinic, knee: KneeVisit) -> None:
    notes = answered(clinic, knee)
    notes.write(knee.visit_id, NoteWords(plan="足三里 warm."), NoteWords())
    before = notes.read(knee.visit_id).note
    signed = notes.sign(knee.visit_id, OWNER_PASSPHRASE)
    assert signed.signature is not None
    assert signed.signature.digest == hashlib.sha256(before.to_json().encode()).hexdigest()
    assert notes.read(knee.visit_id).note == before


def test_nothing_is_written_into_a_signed_visit(clinic: StaffedClinic, knee: KneeVisit) -> None:
    notes = answered(clinic, knee)
    notes.sign(knee.visit_id, OWNER_PASSPHRASE)
    note = notes.read(knee.visit_id).note
    acts: tuple[Callable[[], object], ...] = (
        lambda: notes.write(knee.visit_id, NoteWords("later"), NoteWords()),
        lambda: notes.record_reactions(knee.visit_id, Reactions(), NONE),
        lambda: notes.take_over(knee.visit_id),
        lambda: notes.sign(knee.visit_id, OWNER_PASSPHRASE),
        lambda: Visits(clinic.owner).check_in(knee.visit_id, CheckIn(), CheckIn()),
    )
    for act in acts:
        with pytest.raises(ChartTrouble):
            act()
    assert notes.read(knee.visit_id).note == note


def test_an_addition_is_signed_and_leaves_the_note_alone(clinic: StaffedClinic, knee: KneeVisit) -> None:
    notes = answered(clinic, knee)
    with pytest.raises(ChartTrouble, match="not signed yet"):
        notes.add(knee.visit_id, "Too early.", OWNER_PASSPHRASE)
    notes.sign(knee.visit_id, OWNER_PASSPHRASE)
    note = notes.read(knee.visit_id).note
    with pytest.raises(ChartTrouble, match="needs adding"):
        notes.add(knee.visit_id, "  ", OWNER_PASSPHRASE)
    with pytest.raises(ChartTrouble):
        notes.add(knee.visit_id, "Bruise.", "not the one")
    eli = Notes(clinic.practitioner)
    added = eli.add(knee.visit_id, " Patient rang: bruise. ", PRACTITIONER_PASSPHRASE)
    read = notes.read(knee.visit_id)
    assert read.chart.addenda == (added,)
    assert (added.words, added.by) == ("Patient rang: bruise.", clinic.practitioner.user.id)
    assert read.note == note


def test_words_changed_elsewhere_are_not_overwritten(clinic: StaffedClinic, knee: KneeVisit) -> None:
    notes = Notes(clinic.owner)
    notes.write(knee.visit_id, NoteWords("theirs"), NoteWords())
    with pytest.raises(ChangedElsewhere):
        notes.write(knee.visit_id, NoteWords("mine"), NoteWords())
    assert notes.read(knee.visit_id).chart.visit.note_words == NoteWords("theirs")


def test_the_desk_reads_no_note(clinic: StaffedClinic, knee: KneeVisit) -> None:
    desk = Notes(clinic.desk)
    with pytest.raises(NotAllowed):
        desk.read(knee.visit_id)
    with pytest.raises(NotAllowed):
        desk.add(knee.visit_id, "words", "passphrase")
