"""What the patient has answered so far: what can be kept, and what is wrong with the rest. Knows no Qt."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType

from acuchart.clinic.flags import Flag, FlagKind, FlagState, check_flag
from acuchart.clinic.form_check import left_open, wrong_answers
from acuchart.clinic.forms import Answers, Coding, Item, Questionnaire, Value, asked
from acuchart.clinic.intake_meaning import FIELD, FLAG_DUE
from acuchart.clinic.people import check_birth_date
from acuchart.clinic.trouble import ChartTrouble
from acuchart.screens.intake.standing import LeftOpen
from acuchart.words import _


class Given:
    """The answers to one form while somebody gives them."""

    def __init__(self, form: Questionnaire, answers: Answers, today: date) -> None:
        self.form = form
        self.answers = answers
        self._today = today
        self._unread: dict[str, str] = {}

    def take(self, link_id: str, values: tuple[Value, ...], unread: str) -> None:
        """Takes an answer, or that nothing could be read in what was typed."""
        self._unread.pop(link_id, None)
        if unread:
            self._unread[link_id] = unread
        self.answers = self.answers.with_answer(link_id, *values)

    def drop(self, link_ids: Iterable[str]) -> None:
        """Leaves questions unanswered."""
        for link_id in link_ids:
            self.take(link_id, (), "")

    @property
    def asked(self) -> frozenset[str]:
        """Link ids of what is asked with these answers."""
        return frozenset(item.link_id for item in asked(self.form, self.answers))

    def wrong(self) -> Mapping[str, str]:
        """A sentence for each answer that can't be kept."""
        found = {wrong.link_id: wrong.sentence for wrong in wrong_answers(self.form, self.answers)}
        found |= dict(self._impossible_dates())
        return MappingProxyType({**found, **self._unread})

    def missing(self, items: Iterable[Item]) -> Mapping[str, str]:
        """A sentence for each required question among these that has no answer."""
        names = self.asked
        return MappingProxyType(
            {
                item.link_id: _("Please answer this one. It can't be left out.")
                for item in items
                if item.required and item.link_id in names and not self.answers.answered(item.link_id)
            }
        )

    def to_keep(self) -> Answers:
        """The answers without those that are wrong."""
        wrong = self.wrong()
        kept = {link_id: values for link_id, values in self.answers.given.items() if link_id not in wrong}
        return Answers(MappingProxyType(kept))

    def open(self) -> tuple[LeftOpen, ...]:
        """What has no answer yet, the required first."""
        rows = [
            LeftOpen(item.link_id, item.text, item.required) for item in left_open(self.form, self.answers)
        ]
        return tuple(sorted(rows, key=lambda row: not row.required))

    @property
    def help_now(self) -> bool:
        """Whether an answer asks for help at once."""
        names = self.asked
        return any(
            item.help_now and item.link_id in names and self.answers.one(item.link_id) is True
            for item in self.form.walk()
        )

    def _impossible_dates(self) -> Iterator[tuple[str, str]]:
        for item in self.form.walk():
            day = self.answers.one(item.link_id)
            if not isinstance(day, date):
                continue
            try:
                check_day(item.codes, day, self._today)
            except ChartTrouble as trouble:
                yield item.link_id, trouble.sentence


def check_day(codes: Iterable[Coding], day: date, today: date) -> None:
    """Trouble where a day of birth or a due date cannot be."""
    for code in codes:
        if (code.system, code.code) == (FIELD, "born"):
            check_birth_date(day, today)
        if code.system == FLAG_DUE:
            check_flag(Flag(FlagKind(code.code), FlagState.YES, due=day), today)
