"""What the screen of the forms shows, as values. Knows no Qt."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol
from uuid import UUID

from acuchart.clinic.forms import Questionnaire
from acuchart.clinic.intake import IntakeState
from acuchart.clinic.intake_filling import HandedOut
from acuchart.words import _, format_time, ngettext


class Wish(Protocol):
    """A signal of a view."""

    def connect(self, slot: Callable[..., Any], /) -> object: ...


@dataclass(frozen=True, slots=True)
class FormLine:
    """A form in the list."""

    key: str
    title: str
    facts: str


@dataclass(frozen=True, slots=True)
class HandedLine:
    """A form of today: whose, which, how far; never an answer.

    Attributes:
        opens: Whether a tap leads on: to the unfinished form, or for those who treat to its review.
    """

    intake_id: UUID
    name: str
    facts: str
    state: IntakeState
    opens: bool


def form_line(form: Questionnaire) -> FormLine:
    """A form with its version, sections and questions."""
    sections = len(form.items)
    questions = sum(item.asks for item in form.walk())
    facts = (
        _("Version {version}").format(version=form.version),
        ngettext("{n} section", "{n} sections", sections).format(n=sections),
        ngettext("{n} question", "{n} questions", questions).format(n=questions),
    )
    return FormLine(form.key, _(form.title), " · ".join(facts))


def handed_line(form: HandedOut, treats: bool) -> HandedLine:
    """A form of today as a person of that role sees it."""
    at = form.completed_at or form.handed_out_at
    facts = _("{title} · {time}").format(title=_(form.title), time=format_time(at))
    opens = treats or form.state is IntakeState.HANDED_OUT
    return HandedLine(form.intake_id, form.patient_name, facts, form.state, opens)
