"""What somebody typed into the patient search, read in every way it can be meant."""

import re
from dataclasses import dataclass
from datetime import date

from acuchart.records.naming import folded, search_digits

FEWEST_PHONE_DIGITS = 3
_GAP = r"[\s./,\-年月]{1,3}"
_DATE = re.compile(rf"(?<!\d)(\d{{1,4}}){_GAP}(\d{{1,2}}){_GAP}(\d{{1,4}})(?!\d)日?")
_DATE_RUN = re.compile(r"(?<!\d)\d{8}(?!\d)")
_PHONE = re.compile(r"[\d\s()+/.\-]+")
_NUMBER = re.compile(r"([a-z])?[\s\-]*(\d{1,9})", re.IGNORECASE | re.ASCII)


@dataclass(frozen=True, slots=True)
class Typed:
    """The readings of a text; an empty one is no reading.

    Attributes:
        names: Beginnings of name parts, all of which must fit.
        dates: Dates of birth, one of which must fit.
        beside_date: Beginnings of name parts typed beside the date.
        number: The record number in full.
        number_start: How a record number begins.
        digits: Digits somewhere in a phone number.
    """

    names: tuple[str, ...] = ()
    dates: tuple[date, ...] = ()
    beside_date: tuple[str, ...] = ()
    number: str = ""
    number_start: str = ""
    digits: str = ""


def read(text: str) -> Typed:
    """Reads a text in every way; never fails."""
    dates, rest = _dates(text)
    number, start = _number(text.strip())
    return Typed(
        names=tuple(folded(text).split()),
        dates=dates,
        beside_date=tuple(folded(rest).split()),
        number=number,
        number_start=start,
        digits=_phone(text),
    )


def match_all(beginnings: tuple[str, ...]) -> str:
    """The FTS5 query for texts in which each beginning begins a word; they hold letters and digits only."""
    return " AND ".join(f'"{beginning}"*' for beginning in beginnings)


def record_number(n: int) -> str:
    """The n-th record number, such as A-0148."""
    return f"A-{n:04d}"


def _dates(text: str) -> tuple[tuple[date, ...], str]:
    if found := _DATE.search(text):
        first, second, third = found.groups()
    elif found := _DATE_RUN.search(text):
        run = found.group()
        return _unlike(
            _readings(run[:4], run[4:6], run[6:]) + _readings(run[:2], run[2:4], run[4:])
        ), _without(text, found)
    else:
        return (), ""
    return _unlike(_readings(first, second, third)), _without(text, found)


def _readings(first: str, second: str, third: str) -> list[date]:
    if len(first) == 4:
        return _valid(int(first), int(second), int(third))
    found: list[date] = []
    for year in _years(third):
        found += _valid(year, int(second), int(first)) + _valid(year, int(first), int(second))
    return found


def _years(typed: str) -> tuple[int, ...]:
    if len(typed) == 4:
        return (int(typed),)
    return (1900 + int(typed), 2000 + int(typed)) if len(typed) == 2 else ()


def _valid(year: int, month: int, day: int) -> list[date]:
    try:
        return [date(year, month, day)]
    except ValueError:
        return []


def _unlike(dates: list[date]) -> tuple[date, ...]:
    return tuple(dict.fromkeys(dates))


def _without(text: str, found: re.Match[str]) -> str:
    return f"{text[: found.start()]} {text[found.end() :]}"


def _number(text: str) -> tuple[str, str]:
    found = _NUMBER.fullmatch(text)
    if found is None:
        return "", ""
    letter, digits = found.groups()
    start = f"{letter.upper()}-{digits}" if letter and len(digits) > 1 else ""
    return (record_number(int(digits)) if letter in (None, "a", "A") else ""), start


def _phone(text: str) -> str:
    digits = search_digits(text).lstrip("0")
    return digits if _PHONE.fullmatch(text) and len(digits) >= FEWEST_PHONE_DIGITS else ""
