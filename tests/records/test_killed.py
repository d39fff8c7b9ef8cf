"""A program killed in the middle of writing has lost nothing that it had committed."""

import subprocess
import sys
from contextlib import closing

import pytest

from acuchart.clinic.audit import first_broken
from acuchart.records.cipher import connect, opens
from acuchart.records.tables import PatientRow
from tests.helpers.records import FreshClinic, open_chart

WRITER = """
import sys, pathlib
from uuid import UUID
from acuchart.clinic.clock import SystemClock
from acuchart.records.work import Records
from acuchart.clinic.people import User
from tests.helpers.records import open_chart

folder, key, user = sys.argv[1:]
records = Records.open(pathlib.Path(folder), bytes.fromhex(key), SystemClock())
while True:
    with records.work() as work:
        chart = open_chart(work, work.users.get(UUID(user)))
        work.audit.append(UUID(user), "patient.registered", chart.patient.number)
    print(chart.patient.number, flush=True)
"""

REKEYER = """
import sys, pathlib
from acuchart.clinic.clock import SystemClock
from acuchart.records.work import Records

folder, *keys = sys.argv[1:]
keys = [bytes.fromhex(key) for key in keys]
records = Records.open(pathlib.Path(folder), keys[0], SystemClock())
print("open", flush=True)
while True:
    keys.reverse()
    records.rekey(keys[0])
    print("another key", flush=True)
"""


def _killed_after(lines: int, program: str, *arguments: str) -> list[str]:
    """Runs a program, kills it once it printed some lines, and returns every line it printed whole."""
    with subprocess.Popen(
        [sys.executable, "-c", program, *arguments], stdout=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout is not None
        said = [running.stdout.readline().strip() for _line in range(lines)]
        running.kill()
        rest = running.stdout.read().splitlines(keepends=True)
    return said + [line.strip() for line in rest if line.endswith("\n")]


@pytest.mark.parametrize("lines", [1, 7, 40])
def test_nothing_committed_is_lost_and_nothing_is_half_there(clinic: FreshClinic, lines: int) -> None:
    committed = _killed_after(lines, WRITER, str(clinic.folder), clinic.key.hex(), str(clinic.owner.id))
    assert len(committed) >= lines
    assert "" not in committed
    records = clinic.open()
    with records.work() as work:
        kept = [event.record_number for event in work.audit.all()]
        # One more may have been committed before the program could say so.
        assert kept[: len(committed)] == committed
        assert len(kept) - len(committed) in (0, 1)
        assert first_broken(work.audit.all()) is None
        for number in kept:
            (patient,) = work.patients.where(PatientRow.number == number, order=(PatientRow.number,))
            assert len(work.visits.of_patient(patient.id)) == 1
        assert len(work.patients.find("brandt", limit=1000)) == len(kept)
        assert open_chart(work, clinic.owner).patient.number == f"A-{len(kept) + 1:04d}"
    records.close()


@pytest.mark.parametrize("lines", [1, 2, 3, 6])
def test_a_database_killed_while_it_gets_another_key_opens_with_one_of_both(
    clinic: FreshClinic, lines: int
) -> None:
    records = clinic.open()
    with records.work() as work:
        for _patient in range(150):
            open_chart(work, clinic.owner)
    records.close()
    other = bytes(range(32))
    _killed_after(lines, REKEYER, str(clinic.folder), clinic.key.hex(), other.hex())
    (key,) = [key for key in (clinic.key, other) if opens(clinic.folder, key)]
    with closing(connect(clinic.folder, key)) as connection:
        assert connection.execute("PRAGMA cipher_integrity_check").fetchall() == []
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("SELECT count(*) FROM patients").fetchone() == (150,)
