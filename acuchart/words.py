"""The doorway for every text a person sees, and for dates, times and numbers as the clinic writes them.

Texts go through gettext (domain ``acuchart``, catalogues in ``resources/locale``), dates and numbers through
Babel. Both hold for the whole program, set once at the start and again when the settings change. A text is
translated when it is shown: a table at module level marks its texts with `N_` and translates them with `_`
later.
"""

import gettext
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from enum import StrEnum
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.dates import format_date as babel_date
from babel.dates import format_time as babel_time
from babel.dates import get_month_names
from babel.numbers import format_decimal

from acuchart.resources import resource, resources_folder

DOMAIN = "acuchart"
SOURCE_LANGUAGE = "en"


class DateStyle(StrEnum):
    """How much of a date is written; shown for the order day, month, year."""

    DAY = "day"
    """Fri 20 Nov, with the year when it is not this year."""
    SHORT = "short"
    """20 Nov, with the year when it is not this year."""
    FULL = "full"
    """20 Nov 2026."""
    LONG = "long"
    """Friday 20 November, with the year when it is not this year."""
    LETTER = "letter"
    """20 November 2026."""
    NUMERIC = "numeric"
    """20/11/2026, the form `read_date` takes back."""


@dataclass(frozen=True, slots=True)
class Formats:
    """The habits of the clinic.

    Attributes:
        date_order: ``dmy``, ``mdy`` or ``ymd``.
        clock: ``24`` or ``12`` hours.
        zone: Where the clinic is; None for the time zone of the PC.
    """

    date_order: str = "dmy"
    clock: str = "24"
    zone: tzinfo | None = None

    def __post_init__(self) -> None:
        if self.date_order not in _PATTERNS:
            raise ValueError(f"no such order of a date: {self.date_order}")
        if self.clock not in _CLOCKS:
            raise ValueError(f"no such clock: {self.clock}")


# Per order and style: the pattern without and with the year.
_PATTERNS: dict[str, dict[DateStyle, tuple[str, str]]] = {
    "dmy": {
        DateStyle.DAY: ("EEE d MMM", "EEE d MMM y"),
        DateStyle.SHORT: ("d MMM", "d MMM y"),
        DateStyle.LONG: ("EEEE d MMMM", "EEEE d MMMM y"),
        DateStyle.FULL: ("d MMM y", "d MMM y"),
        DateStyle.LETTER: ("d MMMM y", "d MMMM y"),
        DateStyle.NUMERIC: ("dd/MM/y", "dd/MM/y"),
    },
    "mdy": {
        DateStyle.DAY: ("EEE MMM d", "EEE MMM d, y"),
        DateStyle.SHORT: ("MMM d", "MMM d, y"),
        DateStyle.LONG: ("EEEE MMMM d", "EEEE MMMM d, y"),
        DateStyle.FULL: ("MMM d, y", "MMM d, y"),
        DateStyle.LETTER: ("MMMM d, y", "MMMM d, y"),
        DateStyle.NUMERIC: ("MM/dd/y", "MM/dd/y"),
    },
    "ymd": {
        DateStyle.DAY: ("EEE MMM d", "EEE y MMM d"),
        DateStyle.SHORT: ("MMM d", "y MMM d"),
        DateStyle.LONG: ("EEEE MMMM d", "EEEE y MMMM d"),
        DateStyle.FULL: ("y MMM d", "y MMM d"),
        DateStyle.LETTER: ("y MMMM d", "y MMMM d"),
        DateStyle.NUMERIC: ("y-MM-dd", "y-MM-dd"),
    },
}
_CLOCKS = {"24": "HH:mm", "12": "h:mm a"}


@dataclass(slots=True)
class _Spoken:
    """What holds at the moment."""

    translation: gettext.NullTranslations
    locale: Locale
    formats: Formats
    today: Callable[[], date] | None


_spoken = _Spoken(gettext.NullTranslations(), Locale(SOURCE_LANGUAGE), Formats(), None)


def _(message: str) -> str:
    """The message in the language in use; fields in braces are filled in by the caller afterwards."""
    return _spoken.translation.gettext(message) if message else ""


def ngettext(one: str, many: str, n: int) -> str:
    """The form of the message that goes with `n`."""
    return _spoken.translation.ngettext(one, many, n)


def pgettext(context: str, message: str) -> str:
    """The message where the same English word means two things, told apart by `context`."""
    return _spoken.translation.pgettext(context, message)


def N_(message: str) -> str:
    """Marks a message for the catalogue and leaves it as it is."""
    return message


def languages() -> tuple[str, ...]:
    """The codes of the languages there is a catalogue for; English is the source and always first."""
    found = resources_folder().glob(f"locale/*/LC_MESSAGES/{DOMAIN}.mo")
    return (SOURCE_LANGUAGE, *sorted(path.parent.parent.name for path in found))


def use_language(code: str, directory: Path | None = None) -> None:
    """Speaks another language from now on.

    Args:
        code: A locale such as ``en`` or ``de_AT``.
        directory: Where the catalogues lie, AcuChart's own unless given.

    Raises:
        FileNotFoundError: There is no catalogue of that language.
    """
    source = code.split("_")[0] == SOURCE_LANGUAGE
    folder = directory if directory is not None else resource("locale")
    use_translation(gettext.translation(DOMAIN, folder, [code], fallback=source), code)


def use_translation(translation: gettext.NullTranslations, locale: str = SOURCE_LANGUAGE) -> None:
    """Takes the words from a catalogue that is already open."""
    _spoken.translation = translation
    try:
        _spoken.locale = Locale.parse(locale)
    except UnknownLocaleError:
        _spoken.locale = Locale.parse(locale.split("_")[0])


def use_formats(formats: Formats, today: Callable[[], date] | None = None) -> None:
    """Writes dates and times this way from now on.

    Args:
        formats: The habits of the clinic.
        today: The date on the wall, so that this year's dates go without their year; else they all have one.
    """
    _spoken.formats = formats
    _spoken.today = today


def formats_in_use() -> Formats:
    """How dates and times are written at the moment."""
    return _spoken.formats


def local(instant: datetime) -> datetime:
    """An aware instant on the clock of the clinic.

    Raises:
        ValueError: The instant has no time zone.
    """
    if instant.tzinfo is None:
        raise ValueError("an instant needs its time zone")
    return instant.astimezone(_spoken.formats.zone)


def format_date(day: date, style: DateStyle | str = DateStyle.DAY) -> str:
    """A date in words; an instant counts as the date on the clock of the clinic."""
    if isinstance(day, datetime):
        day = local(day).date()
    this_year = _spoken.today is not None and _spoken.today().year == day.year
    without, with_year = _PATTERNS[_spoken.formats.date_order][DateStyle(style)]
    return babel_date(day, without if this_year else with_year, locale=_spoken.locale)


def format_time(instant: datetime) -> str:
    """The time of day on the clock of the clinic: 14:15, or 2:15 PM."""
    return babel_time(local(instant).time(), _CLOCKS[_spoken.formats.clock], locale=_spoken.locale)


def format_moment(instant: datetime, style: DateStyle | str = DateStyle.DAY) -> str:
    """Date and time of day: Fri 20 Nov, 14:15."""
    return _("{date}, {time}").format(date=format_date(instant, style), time=format_time(instant))


def format_number(value: float, decimals: int | None = None) -> str:
    """A number with the separators of the language; `decimals` fixes how many places are written."""
    places = "" if decimals == 0 else "." + "0" * decimals if decimals else ".###"
    return format_decimal(value, f"#,##0{places}", locale=_spoken.locale)


def age_in_years(born: date, on: date) -> int:
    """Whole years lived; who was born on 29 February has the birthday on 1 March in other years."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def format_age(born: date, on: date) -> str:
    """41 years, and months in the first two years of life."""
    years = age_in_years(born, on)
    if years >= 2:
        return _("{n} years").format(n=format_number(years))
    months = (on.year - born.year) * 12 + on.month - born.month - (on.day < born.day)
    return ngettext("{n} month", "{n} months", months).format(n=format_number(months))


def read_date(text: str) -> date:
    """A date as a person types it: 20/11/1985, 20.11.1985, 20 Nov 1985 in the clinic's order, or 1985-11-20.

    Raises:
        ValueError: It cannot be read, or there is no such day. The year needs its four figures.
    """
    parts = re.findall(r"\d+|[^\W\d_]+", text.strip())
    if len(parts) != 3:
        raise ValueError(f"not a date: {text}")
    year, month, day = _in_order(parts)
    if len(year) != 4:
        raise ValueError(f"the year needs four figures: {text}")
    return date(int(year), _month(month), int(day))


def _in_order(parts: list[str]) -> tuple[str, str, str]:
    """Year, month, day out of three parts; a leading year and a month in words speak for themselves."""
    order = "ymd" if len(parts[0]) == 4 and parts[0].isdigit() else _spoken.formats.date_order
    if order == "dmy" and parts[0].isalpha():
        order = "mdy"
    elif order == "mdy" and parts[1].isalpha():
        order = "dmy"
    elif order == "ymd" and len(parts[2]) == 4:
        order = "mdy" if parts[0].isalpha() else "dmy"
    named = dict(zip(order, parts, strict=True))
    return named["y"], named["m"], named["d"]


def _month(text: str) -> int:
    """The number of a month, given as a number or by the first letters of its name."""
    if text.isdigit():
        return int(text)
    wanted = text.casefold()
    names: Mapping[int, str] = get_month_names("wide", locale=_spoken.locale)
    found = [number for number, name in names.items() if name.casefold().startswith(wanted)]
    if len(wanted) < 3 or len(found) != 1:
        raise ValueError(f"not a month: {text}")
    return found[0]
