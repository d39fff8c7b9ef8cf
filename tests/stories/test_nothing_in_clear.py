"""After a whole visit no file of the clinic, nor any beside it, holds a word of the patient in the clear."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from types import MappingProxyType
from uuid import UUID

import pytest

from acuchart.charting.clocks import Clocks
from acuchart.charting.courses import Courses
from acuchart.charting.findings import Findings
from acuchart.charting.flags import RiskFlags
from acuchart.charting.intake import Intakes
from acuchart.charting.note import Notes
from acuchart.charting.patients import Patients
from acuchart.charting.pattern import Patterns
from acuchart.charting.plan import Plans
from acuchart.charting.points import Points
from acuchart.charting.printing import PrintQueue
from acuchart.charting.session import Sessions
from acuchart.charting.sitting import Sitting
from acuchart.charting.today import Today
from acuchart.charting.visits import Visits
from acuchart.clinic.course import Complaint, Goal, Schedule
from acuchart.clinic.events import SessionChanged
from acuchart.clinic.findings import FindingState, Observation
from acuchart.clinic.flags import Flag, FlagKind, FlagState
from acuchart.clinic.forms import Answers, Control, ItemType, Value
from acuchart.clinic.ids import new_id
from acuchart.clinic.intake import Settled
from acuchart.clinic.needling import Needling
from acuchart.clinic.people import Contact, Name, OtherPerson, Particulars, Patient
from acuchart.clinic.plan import PlanDraft, SelfCare
from acuchart.clinic.points import Side
from acuchart.clinic.session import Fate
from acuchart.clinic.trouble import ChartTrouble
from acuchart.clinic.visit import (
    Assessment,
    Examination,
    NoteWords,
    Reaction,
    Reactions,
    RedFlagAnswer,
)
from acuchart.records.cipher import connect
from acuchart.screens.shell.bug_log import BugLog
from tests.helpers.clinic import PRACTITIONER_PASSPHRASE, StaffedClinic, clinic_with_staff
from tests.stories.practice.distinct_words import DistinctWords, shapes_of

FIRST_VISIT = "first-visit|1"
FORGOTTEN_ON_PURPOSE = ("a wrong passphrase", "the fault of a printer that works again")


@pytest.fixture
def clinic(tmp_path: Path) -> Iterator[StaffedClinic]:
    staffed = clinic_with_staff(tmp_path)
    yield staffed
    staffed.close()


@pytest.fixture
def word() -> DistinctWords:
    return DistinctWords()


def registered(desk: Sitting, word: DistinctWords) -> Patient:
    return Patients(desk).register(
        Particulars(
            name=Name(word(), word(), word()),
            born=date(1985, 4, 2),
            pronouns=word(),
            contact=Contact(word(), word(), word()),
            emergency=OtherPerson(word(), word(), word()),
            primary_care=OtherPerson(word(), word(), word()),
        )
    )


def form_filled(clinic: StaffedClinic, patient: Patient, word: DistinctWords) -> UUID:
    """Every question that takes words is answered in words, and one risk is said to be so."""
    intakes = Intakes(clinic.desk)
    intake = intakes.hand_out(patient.id, FIRST_VISIT)
    form = intakes.fill(intake.id).questionnaire
    texts = [
        item.link_id
        for item in form.walk()
        if item.type in (ItemType.STRING, ItemType.TEXT) and item.control is not Control.BODY_CHART
    ]
    given: dict[str, tuple[Value, ...]] = {link_id: (word(),) for link_id in texts}
    given |= {"about.born": (patient.born,), "consent.treatment": (True,), "consent.record": (True,)}
    given |= {"history.pacemaker": (True,), "history.numbness": (True,)}
    answers = Answers(MappingProxyType(given))
    intakes.keep_answers(intake.id, answers)
    intakes.complete(intake.id, answers)
    return intake.id


def charted(clinic: StaffedClinic, visit_id: UUID, word: DistinctWords) -> None:
    eli = clinic.practitioner
    course = Visits(eli).open(visit_id).course
    Courses(eli).describe(course.id, Complaint(word()), Complaint.of(course))
    Courses(eli).set_goals(course.id, (Goal(new_id(), word(), word()),), ())
    Courses(eli).set_schedule(course.id, Schedule(maintenance=word()), course.schedule)
    visit = Visits(eli).open(visit_id).visit
    Visits(eli).check_in(visit_id, replace(visit.check_in, words=word()), visit.check_in)
    seen = Observation("pain_stabbing", FindingState.PRESENT, word(), "left", word())
    groups = dict.fromkeys(finding.group for finding in clinic.owner.knowledge.findings.values())
    found = Examination((seen,), {group: word() for group in groups})
    Findings(eli).record(visit_id, found, visit.examination)
    flag = next(iter(clinic.owner.knowledge.red_flags))
    Findings(eli).answer_red_flag(visit_id, RedFlagAnswer(flag, present=True, decision=word()), None)
    Patterns(eli).confirm(visit_id, Assessment(word(), (word(),), word()), (), Assessment())
    rows = (Needling("ST36", Side.BOTH, 3, 25, angle=word(), kept_because=f"{word()} agreed"),)
    Points(eli).prescribe(visit_id, rows, ())


def needled(clinic: StaffedClinic, visit_id: UUID, word: DistinctWords) -> None:
    sessions = Sessions(clinic.practitioner)
    sessions.prepare(visit_id, "Room 2")
    sessions.begin(visit_id)
    sessions.count_in(visit_id, 2, 0)
    sessions.retain(visit_id, 20)
    sessions.count_in(visit_id, 3, 2, f"{word()} counted again")
    sessions.silence(visit_id)
    sessions.remove(visit_id)
    sessions.count_out(visit_id, 2, 0)
    sessions.settle(visit_id, Fate.FOUND, 1, f"{word()} looked again")
    sessions.close(visit_id)


def papers(clinic: StaffedClinic, visit_id: UUID, word: DistinctWords) -> None:
    eli = clinic.practitioner
    notes, plans = Notes(eli), Plans(eli)
    notes.record_reactions(visit_id, Reactions(True, (Reaction.BRUISE,), word()), Reactions())
    notes.write(visit_id, NoteWords(word(), word(), word(), word()), NoteWords())
    draft = PlanDraft(
        intro=word(),
        what_we_do=(word(),),
        self_care=(SelfCare(word(), word()),),
        expect=(word(),),
        tell_us=(word(),),
        straight_away=(word(),),
        same_day=(word(),),
        consent=word(),
        same_day_by=word(),
    )
    plans.write(visit_id, draft, plans.draft_of(visit_id))
    plans.issue(visit_id)
    queue = PrintQueue(clinic.desk)
    job = queue.queue()[0]
    assert queue.paper(job.id)
    queue.fault(job.id, word())
    queue.printed(queue.print_again(job.id).id, "printer")
    with pytest.raises(ChartTrouble):
        notes.sign(visit_id, word())
    notes.sign(visit_id, PRACTITIONER_PASSPHRASE)
    notes.add(visit_id, word(), PRACTITIONER_PASSPHRASE)


def whole_visit(clinic: StaffedClinic, word: DistinctWords) -> None:
    """One patient, from the desk to the signature, with a distinct word in every text."""
    eli = clinic.practitioner
    clocks = Clocks(eli.records, eli.bus)
    clinic.bus.subscribe(
        lambda e: clocks.write_down(clinic.clock.now()) if isinstance(e, SessionChanged) else None
    )
    patient = registered(clinic.desk, word)
    Patients(clinic.desk).find(patient.name.given)
    visit_id = Today(clinic.desk).check_in(patient.id, eli.user.id)
    RiskFlags(eli).ask(
        patient.id, Flag(FlagKind.ANTICOAGULANT, FlagState.YES, word()), Flag(FlagKind.ANTICOAGULANT)
    )
    due = clinic.clock.today() + timedelta(weeks=60)
    with pytest.raises(ChartTrouble):
        RiskFlags(eli).ask(
            patient.id, Flag(FlagKind.PREGNANCY, FlagState.YES, word(), due), Flag(FlagKind.PREGNANCY)
        )
    word.given.pop()
    intake = form_filled(clinic, patient, word)
    for concern in Intakes(eli).review(intake).open:
        Intakes(eli).settle(intake, concern.link_id, Settled.NOT_A_CONCERN, word())
    Intakes(eli).accept(intake, visit_id)
    charted(clinic, visit_id, word)
    needled(clinic, visit_id, word)
    papers(clinic, visit_id, word)


def inside(clinic: StaffedClinic) -> str:
    """Every value of the database, decrypted."""
    connection = connect(clinic.folder, clinic.owner.key)
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    rows = [connection.execute(f'SELECT * FROM "{name}"').fetchall() for name in tables]  # noqa: S608 - its own tables
    connection.close()
    return repr(rows)


def assert_nothing_in_clear(above: Path, words: list[str]) -> int:
    """Looks into every file below a folder; gives back how many there were."""
    files = [path for path in above.rglob("*") if path.is_file()]
    shapes = [(word, shape) for word in words for shape in shapes_of(word)]
    for path in files:
        content = path.read_bytes()
        for word, shape in shapes:
            assert shape not in content, f"{path.name} holds {word}"
            assert word.casefold() not in path.name.casefold(), f"{path.name} is named after the patient"
    return len(files)


def test_a_whole_visit_leaves_no_word_in_the_clear(
    clinic: StaffedClinic, word: DistinctWords, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    beside = tmp_path / "temp"
    beside.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(beside))
    monkeypatch.setattr("tempfile.tempdir", str(beside))
    whole_visit(clinic, word)
    try:
        raise ValueError(word.given[0])
    except ValueError as error:
        BugLog(clinic.folder / "logs", clinic.clock).report(error)
    names = {path.name for path in clinic.folder.rglob("*")}
    assert {"records.db", "records.db-wal", "rooms.json", "attempts.json", "logs"} <= names
    assert_nothing_in_clear(tmp_path, word.given)
    clinic.close()
    assert assert_nothing_in_clear(tmp_path, word.given) >= 4


def test_every_word_was_really_kept(clinic: StaffedClinic, word: DistinctWords) -> None:
    """Else the story above would look for words that were never written."""
    whole_visit(clinic, word)
    kept = inside(clinic)
    assert len(word.given) > 60
    missing = [given for given in word.given if given not in kept]
    assert len(missing) == len(FORGOTTEN_ON_PURPOSE)


@pytest.mark.parametrize("word", ["Ellison", "陳鷦鷯", "Крапивник"])
def test_the_search_would_find_a_word_in_any_shape(tmp_path: Path, word: str) -> None:
    for number, shape in enumerate(shapes_of(word)):
        (tmp_path / "leak").write_bytes(b"{" + bytes(number % 5) + shape + b"}")
        with pytest.raises(AssertionError):
            assert_nothing_in_clear(tmp_path, [word])
