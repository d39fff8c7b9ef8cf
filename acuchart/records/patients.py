"""Patients: registered, found while somebody types, numbered."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Integer, Select, case, column, func, or_, select, table

from acuchart.clinic.people import Patient
from acuchart.records.naming import search_digits, search_words
from acuchart.records.shelf import ChangingShelf
from acuchart.records.tables import CounterRow, PatientRow
from acuchart.records.typed import Typed, match_all, read, record_number

_SERIES = "patients"
_AFTER_ANY = "\U0010ffff"
_COLUMNS = PatientRow.__table__.c
_ALPHABET: tuple[ColumnElement[Any], ...] = (_COLUMNS.family, _COLUMNS.given, _COLUMNS.number)


class Patients(ChangingShelf[Patient]):
    """The people treated here."""

    row = PatientRow
    kind = Patient

    def born_on(self, born: date) -> tuple[Patient, ...]:
        """Everybody born on a date, by name."""
        return self.where(PatientRow.born == born, order=_ALPHABET)

    def find(self, typed: str, limit: int = 20) -> tuple[Patient, ...]:
        """Patients that fit, a record number first, then by name; nobody for an empty text.

        What fits: beginnings of name parts in any order, a date of birth with or without name parts, a record
        number, and digits of the phone number.
        """
        reading = read(typed)
        ways = _ways(reading)
        if not ways:
            return ()
        first = case((PatientRow.number == reading.number, 0), else_=1)
        rows = self.session.scalars(
            select(PatientRow).where(or_(*ways)).order_by(first, *_ALPHABET).limit(limit)
        )
        return tuple(row.give(Patient) for row in rows)

    def next_number(self) -> str:
        """A record number never given before; it is used up when the transaction commits."""
        counter = self.session.get(CounterRow, _SERIES)
        if counter is None:
            counter = CounterRow(series=_SERIES, last=0)
            self.session.add(counter)
        counter.last += 1
        while self._taken(record_number(counter.last)):
            counter.last += 1
        self.session.flush()
        return record_number(counter.last)

    def add(self, value: Patient) -> Patient:
        """Registers a patient under the record number it bears."""
        row = PatientRow(serial=self._next_serial())
        return self.put_in(row, value)

    def complete(self, row: PatientRow) -> None:
        """Sets what the patient is searched by."""
        row.search_words = search_words(row.name)
        row.search_digits = search_digits(row.contact.phone)

    def _next_serial(self) -> int:
        return self.session.scalars(select(func.coalesce(func.max(PatientRow.serial), 0))).one() + 1

    def _taken(self, number: str) -> bool:
        return (
            self.session.scalars(select(PatientRow.id).where(PatientRow.number == number)).first() is not None
        )


def _ways(reading: Typed) -> list[ColumnElement[bool]]:
    ways: list[ColumnElement[bool]] = []
    if reading.names:
        ways.append(_named(reading.names))
    if reading.dates:
        born = PatientRow.born.in_(reading.dates)
        ways.append(born & _named(reading.beside_date) if reading.beside_date else born)
    if reading.number:
        ways.append(PatientRow.number == reading.number)
    if reading.number_start:
        # A range, because LIKE would read every row.
        ways.append(PatientRow.number.between(reading.number_start, reading.number_start + _AFTER_ANY))
    if reading.digits:
        ways.append(PatientRow.serial.in_(_search("phone_search", f'"{reading.digits}"')))
    return ways


def _named(beginnings: tuple[str, ...]) -> ColumnElement[bool]:
    return PatientRow.serial.in_(_search("patient_search", match_all(beginnings)))


def _search(name: str, match: str) -> Select[tuple[int]]:
    index = table(name, column("rowid", Integer), column(name))
    return select(index.c.rowid).where(index.c[name].op("MATCH")(match))
