"""The step "Sign" on screen, with the real use cases on a real database."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from acuchart.charting.note import Notes
from acuchart.charting.sitting import Sitting
from acuchart.charting.unfinished import Unfinished
from acuchart.clinic.clock import HandClock
from acuchart.clinic.visit import NoteWords, Reaction, Reactions, Visit
from acuchart.screens.note.presenter import NotePresenter
from acuchart.screens.note.view import NoteView
from acuchart.screens.shell.navigation import Step
from acuchart.screens.shell.unfinished import UnfinishedForms
from tests.helpers.clinic import PRACTITIONER_PASSPHRASE, StaffedClinic, clinic_with_staff
from tests.helpers.hand_timer import HandTimer
from tests.helpers.inline_background import InlineBackground
from tests.helpers.knee_visit import KneeVisit, called_off
from tests.helpers.navigator import RecordingNavigator
from tests.helpers.records import OWNER_PASSPHRASE


class Signing:
    """The step as a person works it."""

    def __init__(
        self, clinic: StaffedClinic, knee: KneeVisit, qtbot: QtBot, sitting: Sitting | None = None
    ) -> None:
        self.clinic, self.knee, self.qtbot = clinic, knee, qtbot
        self.go = RecordingNavigator()
        self.timers: list[HandTimer] = []
        self.view = NoteView()
        qtbot.addWidget(self.view)
        self.notes = Notes(sitting or clinic.owner)
        background = InlineBackground()
        self.forms = UnfinishedForms(Unfinished(sitting or clinic.owner), background, self.go, self._timer)
        self.presenter = NotePresenter(self.view, self.notes, background, self.go, self._timer, self.forms)
        clinic.bus.subscribe(self.presenter.heard)
        self.view.resize(1352, 740)
        self.view.show()
        self.presenter.open(knee.visit_id)

    def _timer(self) -> HandTimer:
        self.timers.append(HandTimer())
        return self.timers[-1]

    def control(self, name: str) -> QWidget:
        found = [w for w in self.view.findChildren(QWidget, name) if w.isVisibleTo(self.view)]
        assert found, f"{name} is not on the screen"
        return found[-1]

    def shown(self, name: str) -> bool:
        return any(w.isVisibleTo(self.view) for w in self.view.findChildren(QWidget, name))

    def tap(self, name: str) -> None:
        button = self.control(name)
        assert isinstance(button, QPushButton)
        button.click()

    def type(self, name: str, text: str) -> None:
        field = self.control(name)
        if isinstance(field, QPlainTextEdit):
            field.setPlainText(text)
        else:
            assert isinstance(field, QLineEdit)
            field.setText(text)

    def ring(self) -> None:
        """A pause in typing."""
        for timer in self.timers:
            if timer.is_set:
                timer.ring()

    def sign(self, passphrase: str = OWNER_PASSPHRASE) -> None:
        self.type("note.passphrase", passphrase)
        self.tap("note.sign")

    def visit(self) -> Visit:
        with self.clinic.owner.records.work() as work:
            return work.visits.get(self.knee.visit_id)


@pytest.fixture
def clinic(tmp_path: Path) -> Iterator[StaffedClinic]:
    staffed = clinic_with_staff(tmp_path)
    yield staffed
    staffed.close()


@pytest.fixture
def signing(clinic: StaffedClinic, qtbot: QtBot) -> Signing:
    return Signing(clinic, called_off(clinic.owner), qtbot)


def test_an_open_check_shuts_the_signature_and_says_which(signing: Signing) -> None:
    signing.sign()
    assert not signing.visit().signed
    assert signing.view.sign_card.passphrase.error == "Settle first: Adverse reactions."


def test_reactions_must_be_answered_and_none_clears_the_rest(signing: Signing) -> None:
    signing.tap("note.reaction.bruise")
    signing.type("note.reaction.words", "SP10 right, 5 mm.")
    signing.tap("note.reaction.faint")
    signing.presenter.leave()
    assert signing.visit().reactions == Reactions(
        True, (Reaction.BRUISE, Reaction.FAINT), "SP10 right, 5 mm."
    )
    signing.tap("note.reaction.none")
    signing.presenter.leave()
    assert signing.visit().reactions == Reactions(answered=True)
    assert not signing.shown("note.reaction.words")


def test_taking_the_only_reaction_away_is_no_answer(signing: Signing) -> None:
    signing.tap("note.reaction.bruise")
    signing.tap("note.reaction.bruise")
    signing.presenter.leave()
    assert signing.visit().reactions == Reactions()
    assert signing.view.sign_card.sign.missing


def test_a_serious_reaction_asks_what_was_done(signing: Signing) -> None:
    signing.tap("note.reaction.pneumothorax")
    assert "Serious" in signing.view.reactions._mind.words.text()  # noqa: SLF001  # the line has no other name
    assert signing.view.sign_card.sign.missing == "Settle first: Adverse reactions."
    signing.type("note.reaction.words", "Sent to hospital at once.")
    assert signing.view.sign_card.sign.missing == ""


def test_words_are_saved_after_a_pause_in_typing(signing: Signing) -> None:
    signing.type("note.words.p", "Skin clear.")
    assert signing.visit().note_words == NoteWords()
    signing.ring()
    assert signing.visit().note_words == NoteWords(plan="Skin clear.")
    assert signing.go.saves[-1] == "saved"


def test_leaving_writes_what_was_typed_into_its_own_visit(signing: Signing) -> None:
    other = called_off(signing.clinic.owner)
    signing.type("note.words.s", "of the first")
    signing.presenter.open(other.visit_id)
    assert signing.visit().note_words == NoteWords(subjective="of the first")
    with signing.clinic.owner.records.work() as work:
        assert work.visits.get(other.visit_id).note_words == NoteWords()


def test_what_is_typed_last_is_signed(signing: Signing) -> None:
    signing.tap("note.reaction.none")
    signing.type("note.words.a", "Old injury.")
    signing.sign()
    assert signing.visit().signed
    note = signing.notes.read(signing.knee.visit_id).note
    assert next(part for part in note.parts if part.letter == "A").added == "Old injury."


def test_a_wrong_passphrase_says_so_and_keeps_the_draft(signing: Signing) -> None:
    signing.tap("note.reaction.none")
    signing.sign("not the one")
    assert not signing.visit().signed
    field = signing.view.sign_card.passphrase
    assert field.error
    assert field.text == ""
    signing.sign()
    assert signing.visit().signed


def test_wrong_passphrases_are_slowed_down(signing: Signing) -> None:
    signing.tap("note.reaction.none")
    for _time in range(6):
        signing.sign("not the one")
    signing.sign()
    assert not signing.visit().signed
    assert signing.view.sign_card.passphrase.error


def test_without_a_passphrase_nothing_is_asked(signing: Signing) -> None:
    signing.tap("note.reaction.none")
    signing.tap("note.sign")
    assert signing.view.sign_card.passphrase.error == "Type your passphrase."


def test_signed_there_is_no_field_and_no_caret_in_the_note(signing: Signing) -> None:
    signing.tap("note.reaction.none")
    signing.sign()
    for name in ("note.words.s", "note.words.p", "note.passphrase", "note.sign", "note.reaction.none"):
        assert not signing.shown(name), name
    assert signing.view.seal.who.text().startswith("Noor Halvorsen · 20 Nov 2026")


def test_control_enter_signs(signing: Signing) -> None:
    signing.tap("note.reaction.none")
    signing.type("note.passphrase", OWNER_PASSPHRASE)
    signing.qtbot.keyClick(signing.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert signing.visit().signed


def test_an_addition_is_signed_by_itself(signing: Signing) -> None:
    signing.tap("note.reaction.none")
    signing.sign()
    signing.tap("note.sign_addendum")
    signing.type("note.addendum", "Patient rang: bruise.")
    signing.type("note.addendum_passphrase", "not the one")
    signing.tap("note.sign_addendum")
    assert signing.view.add_card.passphrase.error
    assert signing.view.add_card.words.text == "Patient rang: bruise."
    signing.type("note.addendum_passphrase", OWNER_PASSPHRASE)
    signing.tap("note.sign_addendum")
    (addendum,) = signing.notes.read(signing.knee.visit_id).chart.addenda
    assert addendum.words == "Patient rang: bruise."
    assert signing.view.add_card.words.text == ""
    assert signing.view.add_card.passphrase.text == ""


def test_an_addition_begun_is_still_there_on_return(signing: Signing) -> None:
    signing.tap("note.reaction.none")
    signing.sign()
    signing.type("note.addendum", "Half a sen")
    signing.presenter.open(called_off(signing.clinic.owner).visit_id)
    signing.presenter.open(signing.knee.visit_id)
    assert signing.view.add_card.words.text == "Half a sen"


def test_an_addition_begun_outlives_the_program(signing: Signing) -> None:
    signing.tap("note.reaction.none")
    signing.sign()
    signing.type("note.addendum", "Half a sentence")
    signing.ring()
    later = Signing(signing.clinic, signing.knee, signing.qtbot)
    assert later.view.add_card.words.text == "Half a sentence"
    later.type("note.addendum_passphrase", OWNER_PASSPHRASE)
    later.tap("note.sign_addendum")
    assert later.view.add_card.words.text == ""
    last = Signing(signing.clinic, signing.knee, signing.qtbot)
    assert last.view.add_card.words.text == ""
    assert [one.words for one in last.notes.read(last.knee.visit_id).chart.addenda] == ["Half a sentence"]


def test_each_check_leads_to_its_place(signing: Signing) -> None:
    for key, step in (
        ("complaint", Step.FINDINGS),
        ("needles_out", Step.NEEDLING),
        ("pattern", Step.FINDINGS),
        ("cautions", Step.POINTS),
        ("red_flags", Step.FINDINGS),
    ):
        signing.qtbot.mouseClick(signing.control(f"note.check.{key}"), Qt.MouseButton.LeftButton)
        assert signing.go.went[-1] == ("visit", signing.knee.visit_id, step)
    signing.tap("note.source.p")
    assert signing.go.went[-1] == ("visit", signing.knee.visit_id, Step.POINTS)


def test_somebody_else_takes_a_visit_over_before_signing(clinic: StaffedClinic, qtbot: QtBot) -> None:
    eli = Signing(clinic, called_off(clinic.owner), qtbot, clinic.practitioner)
    assert not eli.shown("note.sign")
    assert "Noor Halvorsen" in eli.view.sign_card.hint.text()
    eli.tap("note.take_over")
    eli.tap("note.reaction.none")
    eli.sign(PRACTITIONER_PASSPHRASE)
    signature = eli.visit().signature
    assert signature is not None
    assert signature.by == clinic.practitioner.user.id


def test_a_change_elsewhere_is_shown_and_neither_side_is_lost(signing: Signing) -> None:
    signing.type("note.words.s", "mine")
    other = Notes(signing.clinic.practitioner)
    other.write(signing.knee.visit_id, NoteWords("theirs"), NoteWords())
    signing.ring()
    assert signing.visit().note_words == NoteWords("theirs")
    box = signing.view.text.blocks["S"].box
    assert box.text == "mine"
    signing.tap("note.keep_mine")
    assert signing.visit().note_words == NoteWords("mine")


@pytest.mark.parametrize(("choice", "kept"), [("keep_mine", "mine"), ("take_theirs", "theirs")])
def test_a_conflict_left_open_waits_on_return(signing: Signing, choice: str, kept: str) -> None:
    signing.type("note.words.s", "mine")
    Notes(signing.clinic.practitioner).write(signing.knee.visit_id, NoteWords("theirs"), NoteWords())
    signing.ring()
    signing.presenter.open(called_off(signing.clinic.owner).visit_id)
    assert not signing.shown("note.keep_mine")
    assert signing.view.text.blocks["S"].box.text == ""
    signing.presenter.open(signing.knee.visit_id)
    assert signing.view.text.blocks["S"].box.text == "mine"
    signing.tap(f"note.{choice}")
    assert signing.view.text.blocks["S"].box.text == kept
    assert signing.visit().note_words == NoteWords(kept)


def test_what_is_saved_elsewhere_can_be_taken(signing: Signing) -> None:
    signing.type("note.words.s", "mine")
    Notes(signing.clinic.practitioner).write(signing.knee.visit_id, NoteWords("theirs"), NoteWords())
    signing.ring()
    signing.tap("note.take_theirs")
    assert signing.view.text.blocks["S"].box.text == "theirs"


def test_a_draft_of_yesterday_says_since_when(signing: Signing) -> None:
    assert not signing.shown("note.old")
    assert isinstance(signing.clinic.clock, HandClock)
    signing.clinic.clock.forward(timedelta(days=1))
    signing.presenter.open(signing.knee.visit_id)
    assert signing.view.old.title.text().startswith("Unsigned since Fri 20 Nov")


def test_leave_for_later_goes_back_with_everything_written(signing: Signing) -> None:
    signing.type("note.words.o", "cool")
    signing.tap("note.later")
    assert signing.go.went == [("back",)]
    assert signing.visit().note_words == NoteWords(objective="cool")
