"""A patient is found by whatever somebody at the desk types of them."""

import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from acuchart.clinic.ids import new_id
from acuchart.clinic.people import Contact, Name, Patient
from acuchart.records.naming import folded
from acuchart.records.work import Records
from tests.helpers.records import fresh_clinic, tried

SEVERAL = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)

WANG = Patient(new_id(), "A-0001", Name("小明", "王"), date(2001, 11, 3))
LUKASZ = Patient(
    new_id(), "A-0002", Name("Łukasz", "O'Brién-Żak"), date(1985, 4, 2), contact=Contact("+49 (171) 2345-67")
)
NGUYEN = Patient(
    new_id(), "A-0148", Name("Thị Đào", "Nguyễn", "Dao"), date(1990, 12, 31), contact=Contact("030 998877")
)
PRINCE = Patient(new_id(), "A-1480", Name(given="Prince"), date(1958, 6, 7))
AMINA = Patient(new_id(), "A-2000", Name("أمينة", "الحسن"), date(1985, 2, 4))
EVERYBODY = (WANG, LUKASZ, NGUYEN, PRINCE, AMINA)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Records]:
    clinic = fresh_clinic(tmp_path_factory.mktemp("search") / "clinic")
    records = clinic.open()
    with records.work() as work:
        for patient in EVERYBODY:
            work.patients.add(patient)
    yield records
    records.close()


def found(records: Records, typed: str) -> set[str]:
    with records.work() as work:
        return {patient.number for patient in work.patients.find(typed)}


@pytest.mark.parametrize(
    ("typed", "patients"),
    [
        ("王", (WANG,)),
        ("小明", (WANG,)),
        ("小", (WANG,)),
        ("王小明", (WANG,)),
        ("小明王", (WANG,)),
        ("王小", (WANG,)),
        ("明", ()),
        ("lukasz", (LUKASZ,)),
        ("LUKASZ", (LUKASZ,)),
        ("łuk", (LUKASZ,)),
        ("o'br", (LUKASZ,)),
        ("obrien", (LUKASZ,)),
        ("brien luk", (LUKASZ,)),
        ("luk zak", (LUKASZ,)),
        ("  luk   ", (LUKASZ,)),
        ("uk", ()),
        ("luk nguyen", ()),
        ("nguyen", (NGUYEN,)),
        ("dao thi", (NGUYEN,)),
        ("đào", (NGUYEN,)),
        ("Nguye\u0302\u0303n", (NGUYEN,)),
        ("prince", (PRINCE,)),
        ("أمينة", (AMINA,)),
        ("الحسن أمي", (AMINA,)),
        ("1985-04-02", (LUKASZ,)),
        ("02.04.1985", (LUKASZ, AMINA)),
        ("31/12/1990", (NGUYEN,)),
        ("12/31/1990", (NGUYEN,)),
        ("31 12 90", (NGUYEN,)),
        ("19901231", (NGUYEN,)),
        ("31121990", (NGUYEN,)),
        ("2001年11月3日", (WANG,)),
        ("dao 31.12.1990", (NGUYEN,)),
        ("31.12.1990 dao", (NGUYEN,)),
        ("luk 31.12.1990", ()),
        ("A-0148", (NGUYEN,)),
        ("a0148", (NGUYEN,)),
        ("a 148", (NGUYEN, PRINCE)),
        ("1480", (PRINCE,)),
        ("0171 23 45 67", (LUKASZ,)),
        ("+49 171", (LUKASZ,)),
        ("4567", (LUKASZ,)),
        ("998877", (NGUYEN,)),
        ("99887712", ()),
    ],
)
def test_who_is_found(desk: Records, typed: str, patients: tuple[Patient, ...]) -> None:
    assert found(desk, typed) == {patient.number for patient in patients}


@pytest.mark.parametrize("typed", ["", "   ", "'", '"', "*", "-", "( )", "\0", "\ud800", "%", "_", "::", "^"])
def test_nobody_is_listed_for_nothing(desk: Records, typed: str) -> None:
    assert found(desk, typed) == set()


@SEVERAL
@given(st.text(st.characters(), max_size=40))
@example('"')
@example("luk AND NOT")
@example("NEAR(luk zak, 3)")
@example("{search_words}: luk")
@example("luk* OR 1=1 --")
@example("99.99.9999")
@example("0000-00-00")
@example("9" * 400)
def test_nothing_that_is_typed_fails(desk: Records, typed: str) -> None:
    found(desk, typed)


LETTERS = st.characters(categories=["L", "Mn", "Mc", "Pd"], include_characters="'’ ")
PARTS = st.text(LETTERS, min_size=1, max_size=12).filter(lambda part: bool(folded(part)))


@SEVERAL
@given(st.data(), PARTS, PARTS, st.booleans())
def test_anybody_is_found_by_the_beginnings_of_name_parts_in_any_order(
    desk: Records, data: st.DataObject, given_name: str, family: str, without_accents: bool
) -> None:
    patient = Patient(new_id(), "B-0001", Name(given_name, family), date(1970, 1, 1))
    parts = data.draw(st.permutations([given_name, family]))
    typed = " ".join(part[: data.draw(st.integers(1, len(part)))] for part in parts)
    if without_accents:
        decomposed = unicodedata.normalize("NFD", typed)
        typed = "".join(c for c in decomposed if unicodedata.category(c) != "Mn")
    assume(folded(typed))
    with tried(desk) as work:
        work.patients.add(patient)
        assert patient in work.patients.find(typed, limit=100)


def test_a_changed_name_and_phone_are_found_and_the_old_ones_are_not(desk: Records) -> None:
    with tried(desk) as work:
        kept = work.patients.add(
            Patient(
                new_id(), "B-0002", Name("Renate", "Vogel"), date(1960, 1, 1), contact=Contact("0800 111222")
            )
        )
        married = work.patients.change(
            replace(kept, name=Name("Renate", "Sommer"), contact=Contact("0800 333444"))
        )
        assert work.patients.find("sommer") == work.patients.find("333444") == (married,)
        assert work.patients.find("vogel") == work.patients.find("111222") == ()


def test_the_record_number_typed_comes_first_and_the_limit_holds(desk: Records) -> None:
    with tried(desk) as work:
        for n in range(3, 40):
            work.patients.add(Patient(new_id(), f"A-{n:04d}", Name("Zoe", f"Adams{n}"), date(1970, 1, 1)))
        assert [patient.number for patient in work.patients.find("zoe", limit=5)] == [
            f"A-{n:04d}" for n in (10, 11, 12, 13, 14)
        ]
        assert work.patients.find("A-0014")[0].number == "A-0014"


def test_a_person_registered_in_undone_work_is_not_found(desk: Records) -> None:
    with tried(desk) as work:
        work.patients.add(Patient(new_id(), "B-0003", Name("Wilhelmina"), date(1970, 1, 1)))
    assert found(desk, "wilhelmina") == set()
