"""The form in the patient's hands, on real records: filled, paused, never left without the passphrase."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from acuchart.charting.intake import Intakes
from acuchart.charting.patients import Patients
from acuchart.clinic.forms import Answers
from acuchart.clinic.intake import IntakeState
from acuchart.clinic.people import Name, Particulars
from acuchart.screens.intake.presenter import HIDE_MS, STILL_THERE_MS
from tests.helpers.clinic import DESK_PASSPHRASE, StaffedClinic, clinic_with_staff
from tests.helpers.form_answers import FIRST_VISIT, PAINTED_KNEE, REQUIRED, option
from tests.helpers.shown_words import shown_words
from tests.helpers.tablet import Tablet


@pytest.fixture
def clinic(tmp_path: Path) -> Iterator[StaffedClinic]:
    staffed = clinic_with_staff(tmp_path)
    yield staffed
    staffed.close()


@pytest.fixture
def tablet(qtbot: QtBot, clinic: StaffedClinic) -> Tablet:
    return Tablet(qtbot, clinic)


def test_it_begins_with_the_first_sheet_and_says_how_far_it_goes(tablet: Tablet) -> None:
    words = tablet.words()
    assert "Jade Court Clinic" in words
    assert "Part 1 of 8 · About you" in words
    assert "What is your full name?" in words
    assert "About 11 minutes left" in words
    assert not tablet.button("back").isVisible()


def test_what_the_form_requires_can_neither_be_passed_nor_skipped(tablet: Tablet) -> None:
    assert not tablet.button("skip").isVisible()
    tablet.tap("next")
    assert tablet.page.form.editor("about.name").wrong
    assert tablet.says("What is your full name?")
    tablet.type("about.name", "Wen Calder")
    assert tablet.page.form.editor("about.name").wrong == ""
    tablet.tap("next")
    assert tablet.says("When were you born?")


def test_a_skipped_question_stays_unanswered(tablet: Tablet) -> None:
    tablet.to("sleep.how")
    tablet.tap("skip")
    assert not tablet.kept().answered("sleep.how")


def test_typing_is_kept_within_two_seconds_without_next(tablet: Tablet) -> None:
    tablet.type("about.name", "Wen")
    waits = [timer.ms for timer in tablet.timers[1:] if timer.ms is not None]
    assert waits
    assert max(waits) < 2000
    assert tablet.kept().one("about.name") == "Wen"


def test_next_keeps_at_once(tablet: Tablet) -> None:
    tablet.type("about.name", "Wen")
    tablet.tap("next")
    assert tablet.desk.fill(tablet.intake_id).answers.one("about.name") == "Wen"


def test_an_impossible_number_is_said_below_and_never_kept(tablet: Tablet) -> None:
    tablet.to("sleep.hours")
    tablet.type("sleep.hours", "99")
    tablet.tap("next")
    assert "24" in tablet.page.form.editor("sleep.hours").wrong
    assert not tablet.kept().answered("sleep.hours")
    tablet.page.skip_wanted.emit()
    assert tablet.says("How is your sleep?")
    assert not tablet.kept().answered("sleep.hours")


@pytest.mark.parametrize(
    ("link_id", "typed"),
    [("about.born", "19/08/2090"), ("about.born", "01/01/1801"), ("about.born", "soon"),
     ("pregnancy.due", "01/01/2001")],
)  # fmt: skip
def test_a_date_that_cannot_be_is_said_below(tablet: Tablet, link_id: str, typed: str) -> None:
    tablet.say("pregnancy.now", True)
    tablet.to(link_id)
    tablet.type(link_id, typed)
    tablet.tap("next")
    assert tablet.page.form.editor(link_id).wrong
    assert not tablet.kept().answered(link_id)


def test_a_worrying_answer_changes_nothing_on_the_screen(tablet: Tablet) -> None:
    tablet.to("history.general.1")
    before = tablet.words()
    tablet.say("history.general.2", True)
    tablet.say("history.general.1", True)
    assert tablet.words() == before


def test_an_answer_that_needs_help_now_says_so_until_it_is_taken_back(tablet: Tablet) -> None:
    tablet.to("history.general.1")
    tablet.say("history.general.3", True)
    assert tablet.says("Please tell the front desk now.")
    tablet.tap("next")
    assert tablet.says("Please tell the front desk now.")
    tablet.say("history.general.3", False)
    assert not tablet.says("Please tell the front desk now.")


def test_a_section_that_does_not_apply_is_passed_over(tablet: Tablet) -> None:
    tablet.say("about.sex", option(tablet.form, "about.sex", "male"))
    tablet.to("medicines.allergy")
    tablet.tap("next")
    assert tablet.says("Part 7 of 8 · Day to day")
    tablet.tap("back")
    assert tablet.says("Part 5 of 8 · Medicines")


def test_the_last_page_tells_what_was_left_open_and_leads_back(tablet: Tablet) -> None:
    tablet.answer_what_is_required()
    for item in tablet.form.walk():
        if item.asks and item.type.value == "boolean" and not item.required:
            tablet.say(item.link_id, False)
    tablet.to("consent.record")
    tablet.to_the_end()
    assert tablet.says("That's fine.")
    assert tablet.says("The last page")
    tablet.to("about.preferred")
    assert tablet.says("What shall we call you?")


def test_it_can_only_be_finished_when_everything_required_is_answered(tablet: Tablet) -> None:
    tablet.say("consent.treatment", True)
    tablet.say("consent.record", True)
    tablet.to("consent.record")
    tablet.tap("next")
    assert tablet.says("3 questions still need an answer.")
    assert tablet.button("finish").isVisible()
    tablet.tap("finish")
    assert tablet.desk.fill(tablet.intake_id).intake.state is IntakeState.HANDED_OUT


def finished(tablet: Tablet) -> None:
    tablet.answer_what_is_required()
    tablet.to("consent.record")
    tablet.tap("next")
    tablet.tap("finish")


def test_the_end_says_thanks_and_keeps_the_form(tablet: Tablet, clinic: StaffedClinic) -> None:
    tablet.say("pain.chart", PAINTED_KNEE)
    finished(tablet)
    assert tablet.says("Thank you.")
    assert tablet.says("front desk")
    review = Intakes(clinic.practitioner).review(tablet.intake_id)
    assert review.intake.state is IntakeState.COMPLETED
    assert review.answers.one("pain.chart") == PAINTED_KNEE
    assert not any(timer.is_set for timer in tablet.timers)


def test_a_form_taken_up_again_goes_on_where_it_was_left(tablet: Tablet) -> None:
    tablet.type("about.name", "Wen")
    tablet.to("sleep.how")
    tablet.say("sleep.how", option(tablet.form, "sleep.how", "none"))
    tablet.presenter.leave()
    tablet.presenter.open(tablet.intake_id, tablet.patient_id)
    assert tablet.says("Is the pain worse at night?")
    tablet.to("about.name")
    line = tablet.page.findChild(QLineEdit, "intake.answer.about_name.line")
    assert isinstance(line, QLineEdit)
    assert line.text() == "Wen"


def test_answers_of_one_patient_never_reach_the_form_of_another(tablet: Tablet) -> None:
    other = Patients(tablet.clinic.desk).register(Particulars(Name("Noor"), date(1970, 1, 1))).id
    other_intake = tablet.desk.hand_out(other, FIRST_VISIT).id
    tablet.background.hold = True
    tablet.type("about.name", "Wen")
    tablet.presenter.leave()
    tablet.presenter.open(other_intake, other)
    tablet.background.hold = False
    tablet.background.release()
    assert tablet.desk.fill(other_intake).answers.given == {}
    assert tablet.desk.fill(tablet.intake_id).answers.one("about.name") == "Wen"


def test_a_form_that_can_not_be_read_says_so_and_only_the_staff_goes_on(
    tablet: Tablet, clinic: StaffedClinic
) -> None:
    with clinic.owner.records.work() as work:
        work.intakes.change(replace(work.intakes.get(tablet.intake_id), answers="{{"))
    tablet.presenter.open(tablet.intake_id, tablet.patient_id)
    assert tablet.says("can't be read")
    assert not tablet.page.form.isVisible()


def test_when_the_disk_refuses_the_words_stay_and_the_patient_is_told(
    tablet: Tablet, clinic: StaffedClinic
) -> None:
    tablet.type("about.name", "Wen")
    tablet.desk.complete(tablet.intake_id, complete_answers())
    tablet.tap("next")
    assert tablet.says("can't be saved")
    assert tablet.go.saves[-1].startswith("not saved")


def test_what_could_not_be_saved_is_tried_again_and_then_nothing_is_said_any_more(
    tablet: Tablet, clinic: StaffedClinic
) -> None:
    name = spoil_state(clinic, tablet, IntakeState.COMPLETED)
    tablet.type("about.name", "Wen")
    tablet.tap("next")
    assert tablet.says("can't be saved")
    spoil_state(clinic, tablet, name)
    again = next(timer for timer in tablet.timers[1:] if timer.is_set)
    assert again.ms == 10_000
    again.ring()
    assert not tablet.says("can't be saved")
    assert tablet.desk.fill(tablet.intake_id).answers.one("about.name") == "Wen"


def spoil_state(clinic: StaffedClinic, tablet: Tablet, state: IntakeState) -> IntakeState:
    """Puts the form into a state behind the back of the use cases, and returns the one before."""
    with clinic.owner.records.work() as work:
        intake = work.intakes.get(tablet.intake_id)
        work.intakes.change(replace(intake, state=state))
        return intake.state


def complete_answers() -> Answers:
    return Answers(MappingProxyType({name: (value,) for name, value in REQUIRED.items()}))


# Pauses, and the way out.


def test_nobody_there_is_asked_after_90_seconds_and_hidden_after_three_minutes(tablet: Tablet) -> None:
    tablet.type("about.name", "Wen")
    assert tablet.idle.ms == STILL_THERE_MS == 90_000
    tablet.idle.ring()
    assert dialog_words(tablet)
    assert STILL_THERE_MS + HIDE_MS == 180_000
    tablet.idle.ring()
    assert not dialog_words(tablet)
    assert not tablet.page.form.isVisible()
    assert tablet.says("Your answers are kept.")
    assert tablet.desk.fill(tablet.intake_id).answers.one("about.name") == "Wen"
    tablet.qtbot.mouseClick(tablet.page, Qt.MouseButton.LeftButton)
    assert not tablet.page.form.isVisible()


def dialog_words(tablet: Tablet) -> bool:
    dialog = tablet.page.window().findChild(QWidget, "intake.still_there")
    return isinstance(dialog, QWidget) and dialog.isVisible()


def test_yes_goes_on_and_the_time_begins_anew(tablet: Tablet) -> None:
    tablet.idle.ring()
    yes = tablet.page.window().findChild(QPushButton, "intake.yes")
    assert isinstance(yes, QPushButton)
    tablet.qtbot.mouseClick(yes, Qt.MouseButton.LeftButton)
    assert not dialog_words(tablet)
    assert tablet.page.form.isVisible()
    assert tablet.idle.ms == STILL_THERE_MS


def test_finish_later_hides_the_form(tablet: Tablet) -> None:
    tablet.idle.ring()
    later = tablet.page.window().findChild(QPushButton, "intake.finish_later")
    assert isinstance(later, QPushButton)
    tablet.qtbot.mouseClick(later, Qt.MouseButton.LeftButton)
    assert tablet.says("Your answers are kept.")


def test_a_touch_moves_the_question_away(tablet: Tablet) -> None:
    tablet.idle.stop()
    tablet.type("about.name", "W")
    assert tablet.idle.ms == STILL_THERE_MS


def test_no_key_leads_out(tablet: Tablet) -> None:
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_F11, Qt.Key.Key_F4):
        tablet.qtbot.keyClick(tablet.page, key, Qt.KeyboardModifier.AltModifier)
        tablet.qtbot.keyClick(tablet.page, key)
    assert tablet.go.went == []
    assert tablet.page.form.isVisible()


def test_a_wrong_passphrase_leads_nowhere(tablet: Tablet) -> None:
    tablet.staff("let me out", "staff")
    assert tablet.go.went == []
    assert "let me out" not in shown_words(tablet.page.window())


def test_the_passphrase_of_the_staff_leads_out_and_everything_is_kept(tablet: Tablet) -> None:
    tablet.type("about.name", "Wen")
    tablet.staff(DESK_PASSPHRASE, "staff")
    assert tablet.go.went == [("back",)]
    assert tablet.desk.fill(tablet.intake_id).answers.one("about.name") == "Wen"


def test_a_passphrase_given_twice_leads_out_once(tablet: Tablet) -> None:
    tablet.background.hold = True
    for _time in range(2):
        tablet.page.passphrase_given.emit(DESK_PASSPHRASE, False)
    tablet.background.release()
    assert tablet.go.went == [("back",)]


def test_the_staff_lets_the_patient_go_on(tablet: Tablet) -> None:
    tablet.to("sleep.how")
    tablet.idle.ring()
    tablet.idle.ring()
    tablet.staff(DESK_PASSPHRASE, "go_on")
    assert tablet.says("How is your sleep?")
    assert tablet.idle.is_set


def test_asking_for_help_stays_on_the_sheet(tablet: Tablet) -> None:
    tablet.tap("help")
    assert tablet.says("Please ask at the front desk.")
    assert tablet.page.form.isVisible()


def test_another_form_needs_no_other_code(qtbot: QtBot, clinic: StaffedClinic) -> None:
    tablet = Tablet(qtbot, clinic, "consent|1")
    assert tablet.says("Part 1 of 3 · What is done")
    tablet.tap("next")
    assert tablet.says("Part 2 of 3")
