"""Names in any script, and birth dates nobody can have."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acuchart.clinic.ids import new_id
from acuchart.clinic.people import Name, Patient, Role, User, check_birth_date, check_name, name_in
from acuchart.clinic.trouble import ChartTrouble

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("name", "full", "called", "short"),
    [
        (Name("Mara", "Ellison"), "Mara Ellison", "Mara", "Mara E."),
        (Name("", "Suharto"), "Suharto", "Suharto", "Suharto"),
        (Name("Björk"), "Björk", "Björk", "Björk"),
        (Name("小红", "王"), "小红 王", "小红", "小红 王."),
        (Name("Wilhelmina", "Okafor", "Billie"), "Wilhelmina Okafor", "Billie", "Billie O."),
        (Name("  Ana ", " "), "Ana", "Ana", "Ana"),
    ],
)
def test_names_read_as_people_write_them(name: Name, full: str, called: str, short: str) -> None:
    assert (name.full, name.called, name.short) == (full, called, short)


def test_a_preferred_name_alone_is_no_name() -> None:
    with pytest.raises(ChartTrouble):
        check_name(Name("  ", "", "Billie"))


@pytest.mark.parametrize("born", [TODAY + timedelta(days=1), date(2062, 1, 1), date(1895, 12, 31)])
def test_impossible_birth_dates_are_refused(born: date) -> None:
    with pytest.raises(ChartTrouble):
        check_birth_date(born, TODAY)


def test_a_newborn_and_a_very_old_person_are_accepted() -> None:
    assert check_birth_date(TODAY, TODAY) == TODAY
    assert check_birth_date(date(1896, 1, 1), TODAY).year == 1896


@given(st.dates(date(1900, 1, 1), TODAY), st.integers(0, 40_000))
def test_age_grows_by_one_on_each_birthday_only(born: date, days: int) -> None:
    patient = Patient(new_id(), "A-0001", Name("A"), born)
    on = born + timedelta(days=days)
    step = patient.age(on + timedelta(days=1)) - patient.age(on)
    tomorrow = on + timedelta(days=1)
    leap_birthday = (born.month, born.day) == (2, 29) and (tomorrow.month, tomorrow.day) == (3, 1)
    assert step == ((tomorrow.month, tomorrow.day) == (born.month, born.day) or (leap_birthday and step == 1))


@pytest.mark.parametrize(
    ("role", "licence", "treats"),
    [
        (Role.PRACTITIONER, "", True),
        (Role.OWNER, "L-1", True),
        (Role.OWNER, "  ", False),
        (Role.FRONT_DESK, "L-1", False),
    ],
)
def test_an_owner_treats_only_with_a_licence(role: Role, licence: str, treats: bool) -> None:
    assert User(new_id(), "N", role, licence).treats is treats


@pytest.mark.parametrize(
    ("searched", "name"),
    [
        ("Anna Maria Lindqvist", Name("Anna Maria", "Lindqvist")),
        (" Sukarno ", Name("Sukarno")),
        ("王小明", Name("王小明")),
        ("", Name()),
        ("2 April 1985", Name()),
        ("A-00012", Name()),
    ],
)
def test_the_name_in_a_search(searched: str, name: Name) -> None:
    assert name_in(searched) == name
