"""A clinic of the first schema can keep unfinished forms once it is opened."""

from pathlib import Path
from uuid import UUID

from acuchart.clinic.clock import HandClock
from acuchart.clinic.unfinished import Form
from acuchart.records.work import Records
from tests.helpers.first_schema import KEY, ONE, make_first_schema
from tests.helpers.records import MORNING


def test_an_old_clinic_keeps_unfinished_forms_and_its_patients(tmp_path: Path) -> None:
    make_first_schema(tmp_path, [])
    records = Records.open(tmp_path, KEY, HandClock(MORNING))
    user, form = UUID(ONE), Form("registration")
    with records.work() as work:
        assert work.unfinished.of(user) == {}
        work.unfinished.put(user, form, {"patient.given": "王"})
    with records.work() as work:
        assert work.unfinished.of(user) == {form: {"patient.given": "王"}}
        assert work.patients.get(UUID(ONE)).name.given == "Mara"
    records.close()
