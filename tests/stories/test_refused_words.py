"""What a field refuses is said, and stands there with its sentence at the next start until it is mended."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QWidget

from acuchart.charting.intake import Intakes
from acuchart.clinic.clock import HandClock
from acuchart.screens.settings.parts import Part
from acuchart.screens.settings.view import SettingsPage
from acuchart.screens.shell.navigation import Place, Step
from tests.helpers.clinic import StaffedClinic
from tests.helpers.knee_visit import KneeVisit, knee_visit
from tests.helpers.records import OWNER_PASSPHRASE
from tests.stories.practice.real_app import OWNER, RealApp, running

Way = Callable[[RealApp, KneeVisit], None]


def to_step(step: Step, button: str = "") -> Way:
    def go(real: RealApp, knee: KneeVisit) -> None:
        navigator = real.app.shell.navigator
        assert navigator is not None
        navigator.to_visit(knee.visit_id, step)
        real.hand.settle()
        if button:
            real.hand.press(button)

    return go


def to_clinic(real: RealApp, _knee: KneeVisit) -> None:
    navigator = real.app.shell.navigator
    assert navigator is not None
    navigator.to(Place.SETTINGS)
    page = real.app.window.findChild(SettingsPage)
    assert page is not None
    page.open_part(Part.CLINIC)
    real.hand.settle()


def to_complaint(real: RealApp, knee: KneeVisit) -> None:
    to_step(Step.FINDINGS)(real, knee)
    if not real.hand.shows("findings.onset"):
        real.hand.press("findings.complaint_edit")


FIELDS: dict[str, tuple[Way, str, str, str]] = {
    "findings.onset": (to_complaint, "31/02/20", "Type the date like", "12/03/2020"),
    "findings.pulse_rate": (
        to_step(Step.FINDINGS, "findings.open_pulse_rate"),
        "300",
        "20 to 250",
        "72",
    ),
    "plan.goal.1.now": (to_step(Step.PLAN), "7 of 10", "A figure is a number", "7"),
    "plan.visits.minutes": (to_step(Step.PLAN), "999", "A visit lasts", "50"),
    "settings.rooms": (to_clinic, "Süd\nSüd", "a name of its own", "Süd\nNord"),
    "settings.clinic_name": (to_clinic, " ", "Type the name of the clinic", "Jade Court"),
}
"""The way to a field, what it refuses, its sentence, and what it takes."""


def text_of(control: QWidget) -> str:
    assert isinstance(control, QLineEdit | QPlainTextEdit)
    return control.text() if isinstance(control, QLineEdit) else control.toPlainText()


def says(real: RealApp, sentence: str) -> bool:
    """Whether a sentence stands on the screen, or in a sheet over it."""
    labels = real.app.window.findChildren(QLabel)
    return any(sentence in label.text() and label.isVisible() for label in labels)


@pytest.mark.parametrize("field", FIELDS)
def test_what_is_refused_stands_there_again_with_its_sentence(
    clinic: StaffedClinic, clock: HandClock, tmp_path: Path, field: str
) -> None:
    knee = knee_visit(clinic.practitioner)
    clinic.close()
    way, refused, sentence, right = FIELDS[field]
    with running(clinic.folder, clock, tmp_path / "pictures") as real:
        real.unlock(OWNER, OWNER_PASSPHRASE)
        way(real, knee)
        real.hand.type(field, refused)
        assert says(real, sentence)
    with running(clinic.folder, clock, tmp_path / "pictures") as real:
        real.unlock(OWNER, OWNER_PASSPHRASE)
        way(real, knee)
        real.hand.wait(lambda: text_of(real.hand.find(field)) == refused, "what was typed before")
        assert says(real, sentence)
        real.hand.type(field, right)
        assert not says(real, sentence)
    with running(clinic.folder, clock, tmp_path / "pictures") as real:
        real.unlock(OWNER, OWNER_PASSPHRASE)
        way(real, knee)
        real.hand.settle()
        assert text_of(real.hand.find(field)) == right
        assert not says(real, sentence)


def test_half_a_date_in_the_hands_of_a_patient_stands_there_again(
    clinic: StaffedClinic, clock: HandClock, tmp_path: Path
) -> None:
    patient = knee_visit(clinic.practitioner).patient_id
    intake = Intakes(clinic.owner).hand_out(patient, "first-visit|1").id
    born = "intake.answer.about_born.line"

    def to_born(real: RealApp) -> None:
        real.unlock(OWNER, OWNER_PASSPHRASE)
        navigator = real.app.shell.navigator
        assert navigator is not None
        navigator.to_intake_fill(intake, patient)
        real.hand.settle()
        if not real.hand.shows(born):
            real.hand.type("intake.answer.about_name.line", "Mara Ellison")
            real.hand.press("intake.next")

    clinic.close()
    with running(clinic.folder, clock, tmp_path / "pictures") as real:
        to_born(real)
        real.hand.type(born, "31/02/19")
    with running(clinic.folder, clock, tmp_path / "pictures") as real:
        to_born(real)
        real.hand.wait(lambda: text_of(real.hand.find(born)) == "31/02/19", "what was typed before")
        real.hand.press("intake.next")
        assert says(real, "Type the date as")
        real.hand.type(born, "02/04/1985")
        assert not says(real, "Type the date as")


def test_a_goal_with_a_measure_and_no_words_yet_is_kept(
    clinic: StaffedClinic, clock: HandClock, tmp_path: Path
) -> None:
    knee = knee_visit(clinic.practitioner)
    clinic.close()
    with running(clinic.folder, clock, tmp_path / "pictures") as real:
        real.unlock(OWNER, OWNER_PASSPHRASE)
        to_step(Step.PLAN, "plan.add_goal")(real, knee)
        real.hand.type("plan.goal.3.measure", "stairs a day")
    with running(clinic.folder, clock, tmp_path / "pictures") as real:
        real.unlock(OWNER, OWNER_PASSPHRASE)
        to_step(Step.PLAN)(real, knee)
        real.hand.settle()
        assert text_of(real.hand.find("plan.goal.3.measure")) == "stairs a day"
        assert not real.hand.shows("plan.goal.4.measure")
