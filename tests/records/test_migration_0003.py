"""A clinic of the first schema, with points in its visits, comes up to this one and loses nothing."""

import json
from contextlib import closing
from pathlib import Path
from uuid import UUID

import pytest

from acuchart.clinic.clock import HandClock
from acuchart.clinic.needling import Needling, Stimulation, Technique, pairs_under_current
from acuchart.clinic.points import Side
from acuchart.records.cipher import connect
from acuchart.records.schema import NUMBERS
from acuchart.records.work import Records
from tests.helpers.first_schema import KEY, ONE, make_first_schema
from tests.helpers.records import MORNING

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


ROWS = json.dumps([OLD_ROW, {**OLD_ROW, "code": "GB34", "side": "right", "needles": 1}])


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A clinic as the first schema kept it: rows of points with the fields they had then."""
    prescribed = f"UPDATE visits SET prescription = '{ROWS}' WHERE number = 1"  # noqa: S608 - words of this file
    make_first_schema(tmp_path, [prescribed])
    return tmp_path


def test_it_migrates_and_every_old_row_reads_as_it_was(old: Path) -> None:
    records = Records.open(old, KEY, HandClock(MORNING))
    with records.work() as work:
        visit = work.visits.get(UUID(ONE))
        assert work.rule_changes.all() == ()
        assert work.prescriptions.seen_by(UUID(ONE)) == ()
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
    with closing(connect(old, KEY)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [(NUMBERS[-1],)]


def test_one_rule_is_changed_once(old: Path) -> None:
    Records.open(old, KEY, HandClock(MORNING)).close()
    with closing(connect(old, KEY)) as connection:
        statement = connection.execute(
            "SELECT sql FROM sqlite_master WHERE name = 'ix_rule_changes_replaces'"
        ).fetchone()[0]
    assert "UNIQUE" in statement
