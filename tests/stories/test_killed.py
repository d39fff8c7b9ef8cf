"""The application is killed while somebody works: at most two seconds of typing are lost, and no needle."""

import random
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import settings
from PySide6.QtWidgets import QLineEdit

from acuchart.charting.clocks import clocks_before_unlocking
from acuchart.charting.note import Notes
from acuchart.charting.patients import Patients
from acuchart.charting.points import Points
from acuchart.charting.session import Sessions
from acuchart.charting.sitting import Sitting
from acuchart.charting.today import Today
from acuchart.charting.unfinished import Unfinished
from acuchart.charting.visits import Visits
from acuchart.clinic.audit import first_broken
from acuchart.clinic.clock import SystemClock
from acuchart.clinic.needling import Needling
from acuchart.clinic.people import Name, Particulars
from acuchart.clinic.points import Side
from acuchart.clinic.session import Session, SessionState
from acuchart.clinic.unfinished import Form
from acuchart.clinic.visit import Reactions, Visit
from acuchart.records.rooms_file import write_rooms
from acuchart.screens.shell.main_window import Front
from acuchart.screens.shell.navigation import Step
from tests.helpers.clinic import PRACTITIONER_PASSPHRASE, StaffedClinic, clinic_with_staff
from tests.helpers.knee_visit import called_off
from tests.stories.practice.real_app import PRACTITIONER, running
from tests.stories.practice.typist import open_sheet

HARDER = settings().max_examples > 100
ROUNDS = range(12 if HARDER else 1)
LOST_AT_MOST = 2.0
ROOT = Path(__file__).resolve().parents[2]
WORDS = {
    "findings.check_in_words": lambda visit: visit.check_in.words,
    "pattern.words": lambda visit: visit.assessment.words,
    "note.words.s": lambda visit: visit.note_words.subjective,
}


@dataclass(frozen=True)
class Two:
    """A clinic, let go of, with one patient under needles in room 2 and one visit just begun."""

    clinic: StaffedClinic
    lying: UUID
    fresh: UUID

    def again(self) -> Sitting:
        """The practitioner, signed in anew."""
        return self.clinic.door.unlock(self.clinic.practitioner.user.id, PRACTITIONER_PASSPHRASE)


def new_visit(clinic: StaffedClinic, name: Name) -> UUID:
    patient = Patients(clinic.desk).register(Particulars(name, date(1985, 4, 2)))
    visit = Today(clinic.desk).check_in(patient.id, clinic.practitioner.user.id)
    Points(clinic.practitioner).prescribe(visit, (Needling("ST36", Side.BOTH, 7, 25),), ())
    return visit


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Two]:
    clinic = clinic_with_staff(tmp_path, SystemClock())
    lying, fresh = (new_visit(clinic, Name(name, "Calder")) for name in ("Wen", "Mara"))
    sessions = Sessions(clinic.practitioner)
    sessions.prepare(lying, "Room 2")
    sessions.begin(lying)
    sessions.count_in(lying, 7, 0)
    sessions.retain(lying, 20)
    with clinic.owner.records.work() as work:
        write_rooms(clinic.folder, work.sessions.open(), clinic.clock.now())
    clinic.close()
    yield Two(clinic, lying, fresh)
    clinic.close()


def worked_and_killed(
    two: Two, what: str, where: str, seconds: float, seed: int
) -> tuple[list[list[str]], float]:
    """Lets somebody work for some seconds and kills the process.

    Returns:
        What it told, line by line, and the moment of the kill in seconds of `time.monotonic`.
    """
    arguments = [str(two.clinic.folder), PRACTITIONER_PASSPHRASE, str(two.fresh), what, where, str(seed)]
    command = [sys.executable, "-m", "tests.stories.practice.typist", *arguments]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as running_app:
        assert running_app.stdout is not None
        told: list[list[str]] = []
        for line in running_app.stdout:
            told.append(line.split())
            if float(told[-1][0]) - float(told[0][0]) > seconds:
                break
        killed_at = time.monotonic()
        running_app.kill()
        told += [
            line.split()
            for line in running_app.stdout.read().splitlines(keepends=True)
            if line.endswith("\n")
        ]
    assert told, "the application did not start"
    return told, killed_at


def kept(two: Two) -> tuple[Visit, Session | None]:
    """What a fresh start finds; the session in room 2 and the audit trail must be whole."""
    eli = two.again()
    with eli.records.work() as work:
        lying = work.sessions.of_visit(two.lying)
        assert lying is not None
        assert (lying.state, lying.count_in, lying.count_out) == (SessionState.RETENTION, 7, 0)
        assert lying.retained_at is not None
        assert lying.deadline == lying.retained_at + timedelta(minutes=20)
        assert first_broken(work.audit.all()) is None
        fresh = work.sessions.of_visit(two.fresh)
    visit = Visits(eli).open(two.fresh).visit
    eli.records.close()
    return visit, fresh


@pytest.mark.parametrize("round_", ROUNDS)
@pytest.mark.parametrize("field", WORDS)
def test_at_most_two_seconds_of_typing_are_lost(two: Two, field: str, round_: int) -> None:
    chance = random.Random(f"{field} {round_}" if not HARDER else None)
    told, killed_at = worked_and_killed(
        two, "words", field, chance.uniform(2.3, 9 if HARDER else 3.3), chance.randrange(1000)
    )
    typed = [(float(at), chr(int(letter))) for at, word, *rest in told if word == "typed" for letter in rest]
    assert len(typed) > 10
    visit, _session = kept(two)
    words = WORDS[field](visit)
    whole = "".join(letter for _at, letter in typed)
    safe = "".join(letter for at, letter in typed if at <= killed_at - LOST_AT_MOST)
    # Space at the end of what is typed may be trimmed.
    assert words.startswith(safe.rstrip())
    # One more key may have been taken in before the program could say so.
    assert whole.startswith(words.rstrip()) or words.startswith(whole)
    assert [clock.room for clock in clocks_before_unlocking(two.clinic.folder)] == ["Room 2"]


@pytest.mark.parametrize("round_", ROUNDS)
@pytest.mark.parametrize("field", ["patient.given", "note.addendum"])
def test_a_form_not_handed_in_loses_no_more(two: Two, field: str, round_: int) -> None:
    chance = random.Random(f"{field} {round_}" if not HARDER else None)
    eli = two.again()
    signed = called_off(eli).visit_id
    Notes(eli).record_reactions(signed, Reactions(answered=True), Reactions())
    Notes(eli).sign(signed, PRACTITIONER_PASSPHRASE)
    eli.records.close()
    told, killed_at = worked_and_killed(
        replace(two, fresh=signed), "words", field, chance.uniform(2.3, 3.3), chance.randrange(1000)
    )
    typed = [(float(at), chr(int(letter))) for at, word, *rest in told if word == "typed" for letter in rest]
    assert len(typed) > 10
    eli = two.again()
    form = Form("registration") if field == "patient.given" else Form("addendum", signed)
    words = Unfinished(eli).all().get(form, {})[field]
    eli.records.close()
    safe = "".join(letter for at, letter in typed if at <= killed_at - LOST_AT_MOST)
    assert words.startswith(safe)


@pytest.mark.parametrize("round_", ROUNDS)
@pytest.mark.parametrize("field", ["points.details_sheet.lot.", "points.saved_name"])
def test_a_sheet_not_set_loses_no_more_and_stands_there_again(
    two: Two, tmp_path: Path, field: str, round_: int
) -> None:
    chance = random.Random(f"{field} {round_}" if not HARDER else None)
    told, killed_at = worked_and_killed(two, "words", field, chance.uniform(2.3, 3.3), chance.randrange(1000))
    typed = [(float(at), chr(int(letter))) for at, word, *rest in told if word == "typed" for letter in rest]
    assert len(typed) > 10
    with running(two.clinic.folder, SystemClock(), tmp_path / "pictures") as real:
        real.unlock(PRACTITIONER, PRACTITIONER_PASSPHRASE)
        navigator = real.app.shell.navigator
        assert navigator is not None
        navigator.to_visit(two.fresh, Step.POINTS)
        real.hand.settle()
        open_sheet(real, field)
        shown = real.hand.find(real.hand.name_of(field))
        assert isinstance(shown, QLineEdit)
        safe = "".join(letter for at, letter in typed if at <= killed_at - LOST_AT_MOST)
        assert len(safe) > 1
        assert shown.text().startswith(safe)


@pytest.mark.parametrize("round_", range(24 if HARDER else 2))
def test_no_needle_is_forgotten_by_a_program_that_was_killed(two: Two, round_: int) -> None:
    chance = random.Random(round_ if not HARDER else None)
    told, _killed_at = worked_and_killed(two, "needles", "1", chance.uniform(0.5, 6 if HARDER else 2), 0)
    said = [word for _at, word, *_rest in told]
    pressed = max((int(rest[0]) for _at, word, *rest in told if word == "pressed"), default=0)
    shown = max((int(rest[0]) for _at, word, *rest in told if word == "shown"), default=0)
    visit, session = kept(two)
    assert visit.prescription
    if session is None:
        assert "begun" not in said
        return
    assert session.state in (SessionState.PLANNED, SessionState.GOING_IN)
    assert shown <= session.count_in <= pressed
    assert session.count_out == 0
    rooms = [clock.room for clock in clocks_before_unlocking(two.clinic.folder)]
    if "begun" in said:
        assert session.state is SessionState.GOING_IN
        assert rooms == ["Room 1", "Room 2"]


def test_after_the_kill_the_lock_screen_shows_the_room_before_anybody_unlocked(
    two: Two, tmp_path: Path
) -> None:
    worked_and_killed(two, "words", "note.words.s", 0.5, 1)
    with running(two.clinic.folder, SystemClock(), tmp_path / "pictures") as real:
        real.hand.find("unlock.person.1")
        assert real.front is Front.LOCK
        assert "Room 2" in real.texts
        assert "Room 1" not in real.texts
        assert "Calder" not in real.texts
