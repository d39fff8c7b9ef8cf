"""A clinic of the first schema, with points in its visits, comes up to this one and loses nothing."""

import json
from contextlib import closing
from pathlib import Path

import pytest

from acuchart.clinic.needling import Needling, Stimulation, Technique, pairs_under_current
from acuchart.clinic.points import Side
from acuchart.records.cipher import connect
from acuchart.records.schema import NUMBERS
from tests.helpers.records import FreshClinic, fresh_clinic, open_chart

OLD_ROW = {
    "code": "ST36",
    "side": "both",
    "needles": 2,
    "depth_mm": 30.0,
    "angle": "90°",
    "technique": "reinforce",
    "de_qi": "sought",
    "stimulation": "electrical",
    "kept_because": "a reason long enough",
    "kept_for": ["a danger"],
    "kept_to_mm": 30.0,
}


@pytest.fixture
def old(tmp_path: Path) -> FreshClinic:
    """A clinic as the first schema kept it: without the new tables, and rows with the old fields alone."""
    clinic = fresh_clinic(tmp_path / "clinic")
    records = clinic.open()
    with records.work() as work:
        open_chart(work, clinic.owner)
    records.close()
    with closing(connect(clinic.folder, clinic.key)) as connection:
        for table in ("rule_changes", "saved_prescriptions", "adverse_events", "room_calls"):
            connection.execute(f"DROP TABLE {table}")
        rows = json.dumps([OLD_ROW, {**OLD_ROW, "code": "GB34", "side": "right", "needles": 1}])
        connection.execute("UPDATE visits SET prescription = ?", (rows,))
        connection.execute("UPDATE alembic_version SET version_num = '0001'")
        connection.commit()
    return clinic


def test_it_migrates_and_every_old_row_reads_as_it_was(old: FreshClinic) -> None:
    records = old.open()
    with records.work() as work:
        (patient,) = work.patients.find("Aiko")
        (visit,) = work.visits.of_patient(patient.id)
        assert work.rule_changes.all() == ()
        assert work.prescriptions.seen_by(old.owner.id) == ()
    records.close()
    st36, gb34 = visit.prescription
    assert st36 == Needling(
        "ST36",
        Side.BOTH,
        2,
        30.0,
        "90°",
        Technique.REINFORCE,
        stimulation=Stimulation.ELECTRICAL,
        kept_because="a reason long enough",
        kept_for=("a danger",),
        kept_to_mm=30.0,
    )
    assert (gb34.round, gb34.confirmed, gb34.current) == (1, True, None)
    assert pairs_under_current(visit.prescription) == ((0, 1),)
    with closing(connect(old.folder, old.key)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [(NUMBERS[-1],)]


def test_one_rule_is_changed_once(old: FreshClinic) -> None:
    old.open().close()
    with closing(connect(old.folder, old.key)) as connection:
        statement = connection.execute(
            "SELECT sql FROM sqlite_master WHERE name = 'ix_rule_changes_replaces'"
        ).fetchone()[0]
    assert "UNIQUE" in statement
