"""Whatever is wrong with the file or the disk is said in a sentence, and nothing is half-written."""

import threading
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from acuchart.clinic.ids import new_id
from acuchart.clinic.people import Name, Patient
from acuchart.clinic.trouble import ChartTrouble
from acuchart.records.cipher import DATABASE, connect, make_database, opens
from acuchart.records.work import Records, Work
from tests.helpers.records import FreshClinic, assert_no_words_in_clear, open_chart

PAGE = 4096
CANNOT_OPEN = "Can't open the database. Your records are not changed."


def test_another_key_opens_nothing(clinic: FreshClinic) -> None:
    before = (clinic.folder / DATABASE).read_bytes()
    with pytest.raises(ChartTrouble) as caught:
        Records.open(clinic.folder, bytes(32), clinic.clock)
    assert caught.value.sentence == CANNOT_OPEN
    assert (clinic.folder / DATABASE).read_bytes() == before


def test_a_key_of_another_length_is_a_mistake_of_the_program(clinic: FreshClinic) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        opens(clinic.folder, b"short")


def test_a_missing_database_is_not_made_anew(clinic: FreshClinic) -> None:
    for path in clinic.folder.glob(f"{DATABASE}*"):
        path.unlink()
    with pytest.raises(ChartTrouble) as caught:
        clinic.open()
    assert caught.value.sentence == CANNOT_OPEN
    assert not (clinic.folder / DATABASE).exists()


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0" + bytes(4096), b"Dear diary" * 1000])
def test_a_foreign_file_is_refused_and_left_alone(clinic: FreshClinic, content: bytes) -> None:
    for path in clinic.folder.glob(f"{DATABASE}*"):
        path.unlink()
    (clinic.folder / DATABASE).write_bytes(content)
    with pytest.raises(ChartTrouble):
        clinic.open()


def test_making_a_database_never_overwrites_one(clinic: FreshClinic) -> None:
    before = (clinic.folder / DATABASE).read_bytes()
    with pytest.raises(ChartTrouble, match="already holds records"):
        make_database(clinic.folder, bytes(32))
    assert (clinic.folder / DATABASE).read_bytes() == before


def test_a_damaged_page_met_in_work_is_a_sentence(clinic: FreshClinic) -> None:
    records = clinic.open()
    with records.work() as work:
        for n in range(60):
            open_chart(work, clinic.owner, Name(f"Aiko{n}", "Brandt"))
    records.close()
    path = clinic.folder / DATABASE
    content = bytearray(path.read_bytes())
    for place in range(4096 * 2 + 100, len(content), 4096):
        content[place] ^= 1
    path.write_bytes(bytes(content))
    with pytest.raises(ChartTrouble, match=r"damaged|Can't open") as caught:
        _read_everybody(clinic)
    assert "Brandt" not in caught.value.sentence


def _read_everybody(clinic: FreshClinic) -> None:
    records = clinic.open()
    try:
        with records.work() as work:
            work.patients.born_on(date(1985, 4, 2))
    finally:
        records.close()


def test_a_full_disk_is_a_sentence_and_nothing_is_half_written(clinic: FreshClinic, records: Records) -> None:
    with records.work() as work:
        chart = open_chart(work, clinic.owner)
        # A database that may not grow stands for a full disk.
        work.patients.session.connection().exec_driver_sql("PRAGMA max_page_count = 1")
    with pytest.raises(ChartTrouble, match="The disk is full"), records.work() as work:
        _register_many(work)
    with records.work() as work:
        assert work.patients.find("someone") == ()
        assert work.patients.find("brandt") == (chart.patient,)


def _register_many(work: Work) -> None:
    for n in range(500):
        work.patients.add(Patient(new_id(), f"F-{n}", Name("Someone", "x" * 500), date(1970, 1, 1)))


def test_a_read_only_database_is_a_sentence(clinic: FreshClinic, records: Records) -> None:
    with records.work() as work:
        work.patients.session.connection().exec_driver_sql("PRAGMA query_only = ON")
    with pytest.raises(ChartTrouble, match="read-only"), records.work() as work:
        open_chart(work, clinic.owner)


def test_a_database_in_use_is_a_sentence(clinic: FreshClinic, records: Records) -> None:
    with records.work() as work:
        work.patients.session.connection().exec_driver_sql("PRAGMA busy_timeout = 0")
    with closing(connect(clinic.folder, clinic.key)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(ChartTrouble, match="Another program"), records.work() as work:
            work.users.all()
        other.execute("ROLLBACK")
    with records.work() as work:
        assert open_chart(work, clinic.owner).patient.number == "A-0001"


def test_records_belong_to_the_thread_that_opened_them(records: Records) -> None:
    errors: list[BaseException] = []

    def elsewhere() -> None:
        try:
            with records.work() as work:
                work.users.all()
        except sqlcipher.ProgrammingError as error:
            errors.append(error)
        except Exception as error:  # noqa: BLE001 - SQLAlchemy may wrap it; the test looks at the words
            errors.append(error)

    with records.work() as work:
        work.users.all()
    thread = threading.Thread(target=elsewhere)
    thread.start()
    thread.join()
    assert "thread" in str(errors[0])


def test_what_holds_for_every_connection(records: Records) -> None:
    with records.work() as work:
        ask = work.patients.session.connection().exec_driver_sql
        assert ask("PRAGMA journal_mode").scalar() == "wal"
        assert ask("PRAGMA synchronous").scalar() == 2
        assert ask("PRAGMA foreign_keys").scalar() == 1
        assert ask("PRAGMA recursive_triggers").scalar() == 1


def test_no_word_of_a_patient_lies_in_the_clear(clinic: FreshClinic, records: Records) -> None:
    with records.work() as work:
        chart = open_chart(work, clinic.owner, Name("Aiko", "Brandt"))
        work.notes.put(chart.visit.id, "Schulterschmerz seit Mai")
        work.audit.append(clinic.owner.id, "visit.signed", "A-0001")
    words = ("Brandt", "Aiko", "Schulter", "knee pain", "A-0001", "visit.signed", "patients", "1985-04-02")
    assert_no_words_in_clear(clinic.folder, *words)
    records.close()
    assert_no_words_in_clear(clinic.folder, *words)


def test_the_look_for_words_finds_one(tmp_path: Path) -> None:
    (tmp_path / "log.txt").write_bytes("Aiko BRANDT".encode("utf-16-le"))
    with pytest.raises(AssertionError):
        assert_no_words_in_clear(tmp_path, "Brandt")


def test_another_key_for_the_open_records(clinic: FreshClinic, records: Records) -> None:
    with records.work() as work:
        chart = open_chart(work, clinic.owner)
    new_key = bytes(range(32))
    records.rekey(new_key)
    assert opens(clinic.folder, new_key)
    assert not opens(clinic.folder, clinic.key)
    with records.work() as work:
        assert work.visits.get(chart.visit.id) == chart.visit
