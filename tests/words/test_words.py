from contextlib import suppress
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from hypothesis import given
from hypothesis import strategies as st

from acuchart import words
from acuchart.words import DateStyle, Formats

DAY = date(2026, 11, 20)
QUARTER_PAST_TWO = datetime(2026, 11, 20, 14, 15, tzinfo=UTC)
ORDERS = ("dmy", "mdy", "ymd")


def _this_year() -> date:
    return date(2026, 1, 1)


def _next_year() -> date:
    return date(2027, 1, 1)


@pytest.fixture
def german(tmp_path: Path) -> Path:
    catalog = Catalog(locale="de")
    catalog.add("Unlock", "Öffnen")
    catalog.add(("{n} month", "{n} months"), ("{n} Monat", "{n} Monate"))
    catalog.add("Right", "Richtig", context="answer")
    folder = tmp_path / "de" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "acuchart.mo").open("wb") as file:
        write_mo(file, catalog)
    return tmp_path


def test_english_needs_no_catalogue() -> None:
    words.use_language("en")
    assert words._("Unlock") == "Unlock"
    assert words.ngettext("{n} month", "{n} months", 2) == "{n} months"


def test_another_language_speaks_from_its_catalogue(german: Path) -> None:
    words.use_language("de", german)
    assert words._("Unlock") == "Öffnen"
    assert words.ngettext("{n} month", "{n} months", 1) == "{n} Monat"
    assert words.pgettext("answer", "Right") == "Richtig"
    assert words._("Not in the catalogue") == "Not in the catalogue"
    assert words.format_date(date(2026, 3, 6), DateStyle.LETTER) == "6 März 2026"
    assert words.format_number(1234.5) == "1.234,5"


def test_a_language_without_a_catalogue_is_refused_and_nothing_changes(german: Path) -> None:
    words.use_language("de", german)
    with pytest.raises(FileNotFoundError):
        words.use_language("fr", german)
    assert words._("Unlock") == "Öffnen"


def test_an_empty_text_stays_empty(german: Path) -> None:
    """Gettext keeps the header of a catalogue under the empty message."""
    words.use_language("de", german)
    assert words._("") == ""


def test_english_is_always_among_the_languages() -> None:
    assert words.languages()[0] == "en"


def test_marking_a_message_changes_nothing(pseudo_language: None) -> None:
    assert words.N_("Owner") == "Owner"


@pytest.mark.parametrize(
    ("order", "day", "short", "full", "numeric"),
    [
        ("dmy", "Fri 20 Nov", "20 Nov", "20 Nov 2026", "20/11/2026"),
        ("mdy", "Fri Nov 20", "Nov 20", "Nov 20, 2026", "11/20/2026"),
        ("ymd", "Fri Nov 20", "Nov 20", "2026 Nov 20", "2026-11-20"),
    ],
)
def test_dates_of_this_year(order: str, day: str, short: str, full: str, numeric: str) -> None:
    words.use_formats(Formats(order), _this_year)
    styles = (DateStyle.DAY, DateStyle.SHORT, DateStyle.FULL, DateStyle.NUMERIC)
    assert [words.format_date(DAY, style) for style in styles] == [day, short, full, numeric]


def test_the_year_is_written_when_it_is_not_this_year() -> None:
    words.use_formats(Formats(), _next_year)
    assert words.format_date(DAY) == "Fri 20 Nov 2026"
    assert words.format_date(DAY, DateStyle.LONG) == "Friday 20 November 2026"


def test_the_year_is_written_while_today_is_unknown() -> None:
    assert words.format_date(DAY) == "Fri 20 Nov 2026"


def test_a_year_of_few_figures_keeps_them() -> None:
    assert words.format_date(date(926, 3, 1), DateStyle.FULL) == "1 Mar 926"


def test_times_follow_the_clock_and_the_zone() -> None:
    words.use_formats(Formats(zone=UTC))
    assert words.format_time(QUARTER_PAST_TWO) == "14:15"
    words.use_formats(Formats(clock="12", zone=timezone(timedelta(hours=-14))))
    assert words.format_time(QUARTER_PAST_TWO) == "12:15 AM"


def test_an_instant_is_dated_where_the_clinic_is() -> None:
    words.use_formats(Formats(zone=timezone(timedelta(hours=10))), _this_year)
    assert words.format_moment(QUARTER_PAST_TWO) == "Sat 21 Nov, 00:15"


def test_an_instant_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        words.format_time(QUARTER_PAST_TWO.replace(tzinfo=None))


@pytest.mark.parametrize(("order", "clock"), [("ydm", "24"), ("dmy", "13"), ("", "24")])
def test_unknown_formats_are_refused(order: str, clock: str) -> None:
    with pytest.raises(ValueError, match="no such"):
        Formats(order, clock)


def test_an_unknown_style_is_refused() -> None:
    with pytest.raises(ValueError, match="weekly"):
        words.format_date(DAY, "weekly")


@pytest.mark.parametrize(
    ("value", "decimals", "written"),
    [(6284, None, "6,284"), (4.3, None, "4.3"), (4.0, 1, "4.0"), (0.25, None, "0.25"), (-3, 0, "-3")],
)
def test_numbers(value: float, decimals: int | None, written: str) -> None:
    assert words.format_number(value, decimals) == written


@pytest.mark.parametrize(
    ("born", "on", "age"),
    [
        (date(1985, 4, 2), date(2026, 4, 1), "40 years"),
        (date(1985, 4, 2), date(2026, 4, 2), "41 years"),
        (date(2024, 2, 29), date(2026, 2, 28), "23 months"),
        (date(2024, 2, 29), date(2026, 3, 1), "2 years"),
        (date(2026, 10, 20), DAY, "1 month"),
        (DAY, DAY, "0 months"),
    ],
)
def test_ages(born: date, on: date, age: str) -> None:
    assert words.format_age(born, on) == age


@pytest.mark.parametrize("order", ORDERS)
@given(
    day=st.dates(min_value=date(1000, 1, 1)),
    style=st.sampled_from([DateStyle.FULL, DateStyle.NUMERIC, DateStyle.LETTER]),
)
def test_a_date_that_was_written_can_be_read(order: str, day: date, style: DateStyle) -> None:
    words.use_formats(Formats(order))
    assert words.read_date(words.format_date(day, style)) == day


@pytest.mark.parametrize(
    ("order", "typed"),
    [
        ("dmy", "20.11.2026"),
        ("dmy", " 20 nov 2026 "),
        ("dmy", "Nov 20, 2026"),
        ("mdy", "11/20/2026"),
        ("mdy", "20 November 2026"),
        ("ymd", "20 Nov 2026"),
        ("ymd", "November 20 2026"),
        ("dmy", "2026-11-20"),
    ],
)
def test_dates_as_people_type_them(order: str, typed: str) -> None:
    words.use_formats(Formats(order))
    assert words.read_date(typed) == DAY


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "soon",
        "20",
        "20/11",
        "20/11/26",
        "31/02/1985",
        "29 Feb 2025",
        "0/1/2000",
        "1/13/2000",
        "20 No 2026",
        "20 Ju 2026",
        "2026-11-20-1",
        "12²/1/2000",
    ],
)
def test_what_is_no_date_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        words.read_date(typed)


@given(typed=st.text(max_size=20))
def test_what_is_typed_as_a_date_is_read_or_refused(typed: str) -> None:
    with suppress(ValueError):
        assert isinstance(words.read_date(typed), date)
