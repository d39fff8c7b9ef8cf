"""What is written to stay can't be changed or erased, not even by a statement of its own."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from acuchart.clinic.ids import new_id
from acuchart.clinic.session import Session
from acuchart.clinic.trouble import ChartTrouble
from acuchart.clinic.visit import Addendum, Signature
from acuchart.records.cipher import connect
from acuchart.records.work import Records
from tests.helpers.records import MORNING, Chart, FreshClinic, issue, open_chart

KEPT = ("audit_events", "notes", "addenda", "plans")


@pytest.fixture
def signed(clinic: FreshClinic, records: Records) -> Chart:
    """A visit signed, with its session, note, addendum, plan and audit event."""
    with records.work() as work:
        chart = open_chart(work, clinic.owner)
        work.sessions.add(Session(new_id(), chart.visit.id, "Room 1", 2))
        work.notes.put(chart.visit.id, '{"subjective": "better"}')
        issue(work, chart)
        visit = work.visits.change(
            replace(chart.visit, signature=Signature(clinic.owner.id, MORNING, "digest"))
        )
        work.notes.add_addendum(Addendum(new_id(), visit.id, clinic.owner.id, MORNING, "slept well"))
        work.audit.append(clinic.owner.id, "visit.signed", chart.patient.number)
    return replace(chart, visit=visit)


@pytest.fixture
def statements(clinic: FreshClinic, signed: Chart) -> Iterator[sqlcipher.Connection]:
    """A connection of somebody with the key and programming tools."""
    with closing(connect(clinic.folder, clinic.key)) as connection:
        yield connection


@pytest.mark.parametrize("table", KEPT)
def test_rows_written_to_stay_are_not_erased(statements: sqlcipher.Connection, table: str) -> None:
    with pytest.raises(sqlcipher.IntegrityError, match="kept"):
        statements.execute(f"DELETE FROM {table}")  # noqa: S608 - a name of this file


@pytest.mark.parametrize("table", KEPT)
def test_no_column_of_them_is_changed(statements: sqlcipher.Connection, table: str) -> None:
    columns = [row[1] for row in statements.execute(f"PRAGMA table_info({table})")]
    assert columns
    for column in columns:
        with pytest.raises(sqlcipher.IntegrityError, match="kept"):
            statements.execute(f"UPDATE {table} SET {column} = {column}")  # noqa: S608 - names of the schema


@pytest.mark.parametrize("table", KEPT)
def test_they_are_not_replaced_either(statements: sqlcipher.Connection, table: str) -> None:
    with pytest.raises(sqlcipher.IntegrityError, match="kept"):
        statements.execute(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}")  # noqa: S608 - a name of this file


def test_no_column_of_a_signed_visit_is_changed(statements: sqlcipher.Connection) -> None:
    for column in [row[1] for row in statements.execute("PRAGMA table_info(visits)")]:
        with pytest.raises(sqlcipher.IntegrityError, match="signed"):
            statements.execute(f"UPDATE visits SET {column} = {column}")  # noqa: S608 - a name of the schema


def test_a_signed_visit_is_not_erased(statements: sqlcipher.Connection) -> None:
    with pytest.raises(sqlcipher.IntegrityError, match="signed"):
        statements.execute("DELETE FROM visits")


@pytest.mark.parametrize("statement", ["UPDATE sessions SET count_out = 0", "DELETE FROM sessions"])
def test_the_session_of_a_signed_visit_is_locked_with_it(
    statements: sqlcipher.Connection, statement: str
) -> None:
    with pytest.raises(sqlcipher.IntegrityError, match="signed"):
        statements.execute(statement)


def test_a_change_of_a_signed_visit_is_a_trouble_in_a_sentence(signed: Chart, records: Records) -> None:
    with pytest.raises(ChartTrouble, match="Add to the note"), records.work() as work:
        work.visits.change(replace(signed.visit, room="Room 2"))
    with records.work() as work:
        assert work.visits.get(signed.visit.id) == signed.visit


def test_the_signature_itself_is_not_taken_back(signed: Chart, records: Records) -> None:
    with pytest.raises(ChartTrouble, match="Add to the note"), records.work() as work:
        work.visits.change(replace(signed.visit, signature=None))


def test_a_second_signed_note_is_refused(signed: Chart, records: Records) -> None:
    with pytest.raises(ChartTrouble, match="Add to the note"), records.work() as work:
        work.notes.put(signed.visit.id, "another")
    with records.work() as work:
        assert work.notes.get(signed.visit.id) == '{"subjective": "better"}'


def test_a_signed_visit_gets_no_session(clinic: FreshClinic, records: Records) -> None:
    with records.work() as work:
        chart = open_chart(work, clinic.owner)
        work.visits.change(replace(chart.visit, signature=Signature(clinic.owner.id, MORNING, "digest")))
    with pytest.raises(ChartTrouble, match="Add to the note"), records.work() as work:
        work.sessions.add(Session(new_id(), chart.visit.id, "Room 1", 2))


def test_a_draft_still_changes(clinic: FreshClinic, records: Records, signed: Chart) -> None:
    with records.work() as work:
        draft = open_chart(work, clinic.owner).visit
        assert work.visits.change(replace(draft, room="Room 2")).room == "Room 2"
