"""Keeps the patient bar true. Knows no Qt."""

from collections.abc import Callable
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
from acuchart.clinic.header import Header
from acuchart.screens.shell.background import Background
from acuchart.screens.shell.header_words import HeaderWords, header_words


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

    @property
    def patient_id(self) -> UUID | None:
        """The patient in the bar; None while there is none."""
        return self._patient_id

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
