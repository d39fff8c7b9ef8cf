"""A real clinic on disk, encrypted, with cheap passphrases; and what tests ask of its files."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from acuchart.clinic.clock import HandClock
from acuchart.clinic.course import Course
from acuchart.clinic.ids import new_id
from acuchart.clinic.people import Name, Patient, Role, User
from acuchart.clinic.plan import Plan
from acuchart.clinic.visit import Visit
from acuchart.records.header import Cost
from acuchart.records.recovery import RecoveryKey
from acuchart.records.vault import Vault
from acuchart.records.work import Records, Work

CHEAP = Cost(time=1, memory_kib=8, lanes=1)
"""Argon2id parameters for tests; the program itself refuses them."""

OWNER_PASSPHRASE = "correct horse battery staple"
MORNING = datetime(2026, 11, 20, 8, 30, tzinfo=UTC)


@dataclass(frozen=True)
class FreshClinic:
    """A clinic just made, its owner kept in vault and records."""

    folder: Path
    vault: Vault
    key: bytes
    recovery_key: RecoveryKey
    owner: User
    clock: HandClock

    def open(self) -> Records:
        """Its records, opened."""
        return Records.open(self.folder, self.key, self.clock)

    def vault_again(self) -> Vault:
        """The vault as a program started anew reads it."""
        return Vault.read(self.folder, self.clock, CHEAP)


@dataclass(frozen=True)
class Chart:
    """One patient with a course and a visit, as kept."""

    user: User
    patient: Patient
    course: Course
    visit: Visit


def fresh_clinic(folder: Path) -> FreshClinic:
    """Makes a clinic in a folder that need not exist."""
    clock = HandClock(MORNING)
    owner = User(new_id(), "Mira Lindqvist", Role.OWNER, "LIC-1")
    opened = Vault.create(folder, owner, OWNER_PASSPHRASE, clock, CHEAP)
    clinic = FreshClinic(folder, opened.vault, opened.key, opened.recovery_key, owner, clock)
    records = clinic.open()
    with records.work() as work:
        work.users.add(owner)
    records.close()
    return clinic


def open_chart(work: Work, user: User, name: Name | None = None) -> Chart:
    """Registers a patient and opens a course with one visit."""
    patient = work.patients.add(
        Patient(new_id(), work.patients.next_number(), name or Name("Aiko", "Brandt"), date(1985, 4, 2))
    )
    course = work.courses.add(Course(new_id(), patient.id, "knee pain", MORNING))
    visit = work.visits.add(Visit(new_id(), patient.id, course.id, 1, user.id, MORNING))
    return Chart(user, patient, course, visit)


def issue(work: Work, chart: Chart, number: int = 1) -> Plan:
    """Keeps an issued plan of two pages."""
    return work.plans.add(
        Plan(
            id=new_id(),
            patient_id=chart.patient.id,
            course_id=chart.course.id,
            visit_id=chart.visit.id,
            number=number,
            issued_at=MORNING,
            issued_by=chart.user.id,
            pages=2,
            pdf=b"%PDF-1.7 plan",
        )
    )


class _UndoneError(Exception):
    """Ends tried work."""


@contextmanager
def tried(records: Records) -> Iterator[Work]:
    """One transaction that is undone at its end, so that examples leave no trace."""
    with suppress(_UndoneError), records.work() as work:
        yield work
        raise _UndoneError


def assert_no_words_in_clear(folder: Path, *words: str) -> None:
    """Fails when a file below a folder holds one of the words in a common encoding, in either case."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert files, "there is no file to look into"
    for path in files:
        content = path.read_bytes()
        for word in words:
            for spelling in {word, word.lower(), word.upper()}:
                for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
                    assert spelling.encode(encoding) not in content, f"{path.name} holds a word in the clear"
        for word in words:
            assert word.casefold() not in path.name.casefold(), f"{path.name} is named after a patient"
