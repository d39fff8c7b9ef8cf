"""What is typed into a form and not handed in: kept for the person who typed it, and for nobody else."""

import pytest

from acuchart.charting.unfinished import Unfinished
from acuchart.clinic.ids import new_id
from acuchart.clinic.trouble import ChartTrouble
from acuchart.clinic.unfinished import Form
from tests.helpers.clinic import StaffedClinic
from tests.helpers.knee_visit import knee_visit

REGISTRATION = Form("registration")
TYPED = {"patient.given": "Zoë", "patient.born": "2/4/19"}


def test_it_is_there_again_for_whoever_typed_it(clinic: StaffedClinic) -> None:
    Unfinished(clinic.desk).keep(REGISTRATION, TYPED)
    assert Unfinished(clinic.desk).all().get(REGISTRATION, {}) == TYPED
    assert Unfinished(clinic.practitioner).all().get(REGISTRATION, {}) == {}
    assert Unfinished(clinic.desk).all().get(Form("addendum"), {}) == {}


def test_what_is_typed_later_takes_its_place(clinic: StaffedClinic) -> None:
    desk = Unfinished(clinic.desk)
    desk.keep(REGISTRATION, TYPED)
    desk.keep(REGISTRATION, {"patient.given": "Z"})
    assert desk.all().get(REGISTRATION, {}) == {"patient.given": "Z"}


@pytest.mark.parametrize("how", ["handed in", "emptied"])
def test_nothing_stays_of_a_form_that_was_handed_in(clinic: StaffedClinic, how: str) -> None:
    desk = Unfinished(clinic.desk)
    desk.keep(REGISTRATION, TYPED)
    if how == "emptied":
        desk.keep(REGISTRATION, {})
    else:
        desk.forget(REGISTRATION)
    assert desk.all().get(REGISTRATION, {}) == {}
    desk.forget(REGISTRATION)


def test_a_field_that_was_emptied_is_a_change(clinic: StaffedClinic) -> None:
    desk = Unfinished(clinic.desk)
    desk.keep(REGISTRATION, {"patient.phone": ""})
    assert desk.all().get(REGISTRATION, {}) == {"patient.phone": ""}


def test_the_audit_trail_names_the_patient_and_no_word(clinic: StaffedClinic) -> None:
    knee = knee_visit(clinic.practitioner)
    for about in (knee.visit_id, knee.patient_id):
        Unfinished(clinic.practitioner).keep(Form("addendum", about), {"note.addendum": "Sharp pain"})
    with clinic.owner.records.work() as work:
        number = work.patients.get(knee.patient_id).number
        last = list(work.audit.all())[-2:]
    assert [(event.act, event.record_number, event.detail) for event in last] == [
        ("typing.kept", number, "addendum")
    ] * 2


def test_a_form_about_nobody_in_the_records_keeps_nothing(clinic: StaffedClinic) -> None:
    nobody = Form("addendum", new_id())
    with pytest.raises(ChartTrouble):
        Unfinished(clinic.practitioner).keep(nobody, TYPED)
    with clinic.owner.records.work() as work:
        assert work.unfinished.of(clinic.practitioner.user.id) == {}
