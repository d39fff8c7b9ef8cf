"""Registering, finding, flags: what is refused changes nothing."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from acuchart.charting.flags import RiskFlags
from acuchart.charting.patients import Patients
from acuchart.clinic.events import FlagsChanged, PatientChanged
from acuchart.clinic.flags import Flag, FlagKind, FlagState
from acuchart.clinic.people import Contact, Name, Particulars
from acuchart.clinic.trouble import ChangedElsewhere, ChartTrouble
from tests.helpers.clinic import StaffedClinic

MARA = Particulars(Name("Mara", "Ellison"), date(1985, 4, 2), contact=Contact(phone="555 0148"))


@pytest.fixture
def patients(clinic: StaffedClinic) -> Patients:
    return Patients(clinic.desk)


def test_record_numbers_follow_one_another(patients: Patients) -> None:
    numbers = [patients.register(replace(MARA, name=Name(f"P{n}"))).number for n in range(3)]
    assert len(set(numbers)) == 3
    assert numbers == sorted(numbers)


@pytest.mark.parametrize(
    "wrong",
    [
        replace(MARA, name=Name(" ", " ", "Mo")),
        replace(MARA, born=date(2999, 1, 1)),
        replace(MARA, born=date(1800, 1, 1)),
    ],
)
def test_nobody_is_registered_without_a_name_or_with_an_impossible_birth(
    patients: Patients, wrong: Particulars
) -> None:
    with pytest.raises(ChartTrouble):
        patients.register(wrong)
    assert patients.find("Mo") == ()


def test_nobody_is_listed_until_something_is_typed(patients: Patients) -> None:
    patients.register(MARA)
    assert patients.find("") == patients.find("   ") == ()


@pytest.mark.parametrize("text", ["ellison mara", "ELL", "1985-04-02", "5550148", "Élli"])
def test_a_patient_is_found_by_any_part_in_any_order(patients: Patients, text: str) -> None:
    registered = patients.register(MARA)
    assert [found.id for found in patients.find(text)] == [registered.id]


@pytest.mark.parametrize(
    ("name", "born", "alike"),
    [
        (Name("Mara", "Elison"), MARA.born, True),
        (Name("Ellison", "Mara"), MARA.born, True),
        (Name("Mara", "Ellison"), MARA.born + timedelta(days=1), False),
        (Name("Tomas", "Reyes"), MARA.born, False),
    ],
)
def test_same_birth_and_similar_name_is_a_likely_duplicate(
    patients: Patients, name: Name, born: date, alike: bool
) -> None:
    patients.register(MARA)
    assert bool(patients.likely_duplicates(name, born)) is alike


def test_a_change_upon_an_older_reading_is_refused(patients: Patients) -> None:
    seen = patients.register(MARA)
    patients.change(replace(seen, pronouns="she/her"))
    with pytest.raises(ChangedElsewhere):
        patients.change(replace(seen, pronouns="they/them"))
    assert patients.particulars(seen.id).pronouns == "she/her"


def test_a_record_number_can_not_be_changed(patients: Patients) -> None:
    seen = patients.register(MARA)
    assert patients.change(replace(seen, number="A-9999")).number == seen.number


def test_events_are_published_after_the_commit_only(clinic: StaffedClinic, patients: Patients) -> None:
    heard: list[object] = []
    clinic.bus.subscribe(heard.append)
    registered = patients.register(MARA)
    with pytest.raises(ChartTrouble):
        patients.register(replace(MARA, name=Name()))
    assert heard == [PatientChanged(registered.id)]


def test_a_flag_carries_the_day_and_the_person_who_asked(clinic: StaffedClinic, patients: Patients) -> None:
    patient = patients.register(MARA)
    flags = RiskFlags(clinic.practitioner)
    heard: list[object] = []
    clinic.bus.subscribe(heard.append)
    kept = flags.ask(
        patient.id,
        Flag(FlagKind.ANTICOAGULANT, FlagState.YES, "Enoxaparin 40 mg daily"),
        Flag(FlagKind.ANTICOAGULANT),
    )
    flag = kept[FlagKind.ANTICOAGULANT]
    assert (flag.asked_on, flag.asked_by) == (clinic.clock.today(), clinic.practitioner.user.id)
    assert FlagsChanged(patient.id) in heard


def test_an_answer_taken_back_is_not_asked_again_and_its_history_stays(
    clinic: StaffedClinic, patients: Patients
) -> None:
    patient = patients.register(MARA)
    flags = RiskFlags(clinic.practitioner)
    told = flags.ask(
        patient.id, Flag(FlagKind.EPILEPSY, FlagState.YES, "as a child"), Flag(FlagKind.EPILEPSY)
    )
    taken_back = Flag(FlagKind.EPILEPSY, FlagState.NOT_ASKED, "left over")
    kept = flags.ask(patient.id, taken_back, told[FlagKind.EPILEPSY])
    assert kept[FlagKind.EPILEPSY].state is FlagState.NOT_ASKED
    assert kept[FlagKind.EPILEPSY].detail == ""
    assert kept[FlagKind.EPILEPSY].asked_on is None
    assert len(flags.history(patient.id, FlagKind.EPILEPSY)) == 2


def test_an_impossible_due_date_is_refused_and_nothing_kept(
    clinic: StaffedClinic, patients: Patients
) -> None:
    patient = patients.register(MARA)
    flags = RiskFlags(clinic.practitioner)
    with pytest.raises(ChartTrouble):
        flags.ask(
            patient.id,
            Flag(FlagKind.PREGNANCY, FlagState.YES, due=date(2040, 1, 1)),
            Flag(FlagKind.PREGNANCY),
        )
    assert flags.of(patient.id)[FlagKind.PREGNANCY].state is FlagState.NOT_ASKED
