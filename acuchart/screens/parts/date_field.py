"""A date that is typed, in the clinic's format, without a calendar in the way."""

import re
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from acuchart.screens.parts.field import Field, LabelledField
from acuchart.words import DateStyle, _, format_date, formats_in_use, read_date

_WHOLE_DATE = re.compile(r"\d{1,2}\D\d{1,2}\D\d{4}|\d{4}\D\d{1,2}\D\d{1,2}")
"""A date in figures with the whole year, whether there is such a day or not."""


def date_pattern() -> str:
    """Return how a date is typed here, such as "dd/mm/yyyy"."""
    return {"dmy": _("dd/mm/yyyy"), "mdy": _("mm/dd/yyyy"), "ymd": _("yyyy-mm-dd")}[
        formats_in_use().date_order
    ]


def _unread(text: str) -> str:
    """What to say of a text that is no date."""
    if _WHOLE_DATE.fullmatch(text):
        return _("There is no such day. Check the day, the month and the year.")
    return _("Type the date as {pattern}.").format(pattern=date_pattern())


class DateField(LabelledField):
    """A labelled date. What cannot be read is said below when the field is left or Enter is pressed, and at
    once where the text was put there and not typed.

    `check` gets a date that can be read and returns a sentence if it cannot be right, else "". Signals:
        day_chosen: the date, or None for an emptied field, once it can be read and passed `check`.
    """

    day_chosen = Signal(object)

    def __init__(
        self,
        label: str,
        *,
        check: Callable[[date], str] | None = None,
        required: bool = False,
        large: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        field = Field(placeholder=date_pattern(), label=label, large=large, name=name)
        super().__init__(label, field, parent=parent)
        self._field = field
        self._check = check
        self._required = required
        self._day: date | None = None
        self._typed = ""
        field.editingFinished.connect(self._finished)
        field.textEdited.connect(self._type)
        field.textChanged.connect(self._look)

    @property
    def day(self) -> date | None:
        """The last date that could be read and passed the check."""
        return self._day

    def show_day(self, day: date | None) -> None:
        """Show a date without telling anybody."""
        self._day = day
        self.set_text("" if day is None else format_date(day, DateStyle.NUMERIC))
        self.set_error("")

    def validate(self) -> bool:
        """Read what is typed; say what is wrong, or take the date. Return whether it is right."""
        if not self.text:
            self._take(None)
            self.set_error(_("Type a date.") if self._required else "")
            return not self._required
        day, wrong = self._read()
        self.set_error(wrong)
        if day is not None:
            self._take(day)
            self.set_text(format_date(day, DateStyle.NUMERIC))
        return day is not None

    def _read(self) -> tuple[date | None, str]:
        """The date typed, or what is wrong with it."""
        try:
            day = read_date(self.text)
        except ValueError:
            return None, _unread(self.text)
        wrong = self._check(day) if self._check is not None else ""
        return (None, wrong) if wrong else (day, "")

    def _type(self, text: str) -> None:
        self._typed = text
        self.set_error("")

    def _look(self, text: str) -> None:
        """Half a date that comes back after a power cut says so; one that is being typed does not."""
        if text.strip() and text != self._typed:
            self.set_error(self._read()[1])

    def _take(self, day: date | None) -> None:
        if day != self._day:
            self._day = day
            self.day_chosen.emit(day)

    def _finished(self) -> None:
        self.validate()
