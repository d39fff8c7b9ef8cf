"""A clinic of the first schema keeps reasons for dangers of the whole patient once it is opened."""

from pathlib import Path
from uuid import UUID

import pytest

from acuchart.clinic.clock import HandClock
from acuchart.clinic.trouble import ChartTrouble
from acuchart.clinic.visit import KeptDanger
from acuchart.records.work import Records
from tests.helpers.first_schema import AT, KEY, ONE, TWO, make_first_schema
from tests.helpers.records import MORNING

KEPT = (KeptDanger("Not needled at a tumour.", "Far from it, 医生 agreed"),)
SIGNED = f"UPDATE visits SET signed_by = '{ONE}', signed_at = '{AT}', signed_digest = 'x' WHERE id = '{TWO}'"  # noqa: S608 - words of this file


def test_an_old_clinic_keeps_them_and_a_signed_visit_refuses_them(tmp_path: Path) -> None:
    make_first_schema(tmp_path, [SIGNED])
    records = Records.open(tmp_path, KEY, HandClock(MORNING))
    with records.work() as work:
        assert work.kept_dangers.of(UUID(ONE)) == ()
        work.kept_dangers.put(UUID(ONE), KEPT)
    with records.work() as work:
        assert work.kept_dangers.of(UUID(ONE)) == KEPT
        assert work.patients.get(UUID(ONE)).name.given == "Mara"
    with pytest.raises(ChartTrouble, match="signed visit"), records.work() as work:
        work.kept_dangers.put(UUID(TWO), KEPT)
    records.close()
