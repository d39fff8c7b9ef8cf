"""The patient bar in words. Knows no Qt."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from uuid import UUID

from acuchart.charting.header import Headers
from acuchart.clinic.clock import Clock
from acuchart.clinic.events import (
    Event,
    FlagsChanged,
    PatientChanged,
    PlanIssued,
    SessionChanged,
    VisitChanged,
)
from acuchart.clinic.flags import Flag, flag_word
from acuchart.clinic.header import Header, VisitDone
from acuchart.clinic.people import SEX_WORDS, Sex
from acuchart.screens.shell.background import Background
from acuchart.screens.shell.flag_icons import FLAG_ICONS
from acuchart.screens.shell.navigation import Step
from acuchart.words import DateStyle, _, format_age, format_date, ngettext


@dataclass(frozen=True, slots=True)
class CautionWords:
    """One risk of the patient: the short word of its chip, and what a tap shows."""

    key: str
    icon: str
    word: str
    detail: str
    asked: str


@dataclass(frozen=True, slots=True)
class HeaderWords:
    """The bar as shown.

    Attributes:
        not_asked: What is said about risks nobody has asked; empty when all were asked.
        asked_none: What is said when all were asked and there is none.
        which: Visit and date; empty where no visit is meant.
    """

    name: str
    facts: str
    cautions: tuple[CautionWords, ...]
    not_asked: str
    asked_none: str
    which: str
    done: frozenset[Step]


class HeaderView(Protocol):
    """Where the bar is shown."""

    def show_header(self, words: HeaderWords) -> None: ...


class PatientHeader:
    """Keeps the bar above a visit or a form true."""

    def __init__(self, view: HeaderView, headers: Headers, background: Background, clock: Clock) -> None:
        self._view = view
        self._headers = headers
        self._background = background
        self._clock = clock
        self._read: Callable[[], Header] | None = None
        self._visit_id: UUID | None = None
        self._patient_id: UUID | None = None

    def open_visit(self, visit_id: UUID) -> None:
        """Shows the bar of a visit."""
        self._visit_id = visit_id
        self._open(lambda: self._headers.of_visit(visit_id))

    def open_intake(self, intake_id: UUID) -> None:
        """Shows the bar above a form under review."""
        self._visit_id = None
        self._open(lambda: self._headers.of_intake(intake_id))

    def close(self) -> None:
        """No patient is on the screen any more."""
        self._read = self._visit_id = self._patient_id = None

    def heard(self, event: Event) -> None:
        """Reads the bar again when what it shows may have changed; mere typing changes nothing in it."""
        if self._read is None:
            return
        typed = type(event) is VisitChanged
        if isinstance(event, PatientChanged | FlagsChanged):
            fits = event.patient_id == self._patient_id
        elif isinstance(event, VisitChanged | SessionChanged):
            fits = event.visit_id == self._visit_id and not typed
        else:
            fits = isinstance(event, PlanIssued)
        if fits:
            self._open(self._read)

    def refresh(self) -> None:
        """Reads the bar again, because a step was left."""
        if self._read is not None:
            self._open(self._read)

    def _open(self, read: Callable[[], Header]) -> None:
        self._read = read
        self._background.run(self, read, lambda header: self._show(read, header))

    def _show(self, read: Callable[[], Header], header: Header) -> None:
        if read is self._read:
            self._patient_id = header.patient.id
            self._view.show_header(header_words(header, self._clock.today()))


def header_words(header: Header, today: date) -> HeaderWords:
    """The bar in words."""
    patient, flags = header.patient, header.flags
    unasked = len(flags.not_asked)
    nobody = not flags.present and not unasked
    which = ""
    if header.number is not None and header.arrived_at is not None:
        day = format_date(header.arrived_at, DateStyle.DAY)
        which = _("Visit {n} · {date}").format(n=header.number, date=day)
    facts = [format_age(patient.born, today)]
    facts += [_(SEX_WORDS[patient.sex])] if patient.sex is not Sex.NOT_ASKED else []
    facts.append(_("born {date}").format(date=format_date(patient.born, DateStyle.FULL)))
    return HeaderWords(
        name=patient.name.full,
        facts=" · ".join(facts),
        cautions=tuple(_caution(flag, header, today) for flag in flags.present),
        not_asked=ngettext("{n} risk not asked", "{n} risks not asked", unasked).format(n=unasked)
        if unasked
        else "",
        asked_none=_("All risks asked, none") if nobody else "",
        which=which,
        done=_done(header.done),
    )


def _done(done: VisitDone) -> frozenset[Step]:
    each = {
        Step.FINDINGS: done.findings,
        Step.POINTS: done.points,
        Step.NEEDLING: done.needling,
        Step.PLAN: done.plan,
        Step.SIGN: done.sign,
    }
    return frozenset(step for step, is_done in each.items() if is_done)


def _caution(flag: Flag, header: Header, today: date) -> CautionWords:
    detail = [flag.detail] if flag.detail else []
    if flag.due is not None:
        detail.insert(0, _("due {date}").format(date=format_date(flag.due, DateStyle.FULL)))
    asked = ""
    if flag.asked_on is not None:
        day = format_date(flag.asked_on, DateStyle.DAY)
        who = header.asked_by.get(flag.asked_by, "") if flag.asked_by else ""
        asked = (
            _("Asked {date} by {name}").format(date=day, name=who)
            if who
            else _("Asked {date}").format(date=day)
        )
        if flag.ask_again(today):
            asked = _("{asked}. Ask again").format(asked=asked)
    return CautionWords(
        flag.kind.value, FLAG_ICONS[flag.kind], flag_word(flag, today), " · ".join(detail), asked
    )
