"""Today's board: from intentions to use cases."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Protocol
from uuid import UUID

from acuchart.charting.clinic import Clinic
from acuchart.charting.patients import Patients
from acuchart.charting.today import Today
from acuchart.clinic.chart import BoardCard
from acuchart.clinic.clock import Clock
from acuchart.clinic.details import ClinicDetails
from acuchart.clinic.events import (
    ClinicChanged,
    Event,
    IntakeChanged,
    PatientChanged,
    PrintQueueChanged,
    SessionChanged,
    VisitChanged,
)
from acuchart.clinic.people import Patient, User
from acuchart.clinic.trouble import ChartTrouble
from acuchart.screens.shell.background import Background
from acuchart.screens.shell.navigation import Navigator, Place, Step
from acuchart.words import _

REFRESHING = (VisitChanged, SessionChanged, PatientChanged, IntakeChanged, PrintQueueChanged, ClinicChanged)


class TodayView(Protocol):
    """What the presenter shows the day on."""

    def show_board(self, cards: Sequence[BoardCard], day: date, today: date, clinical: bool) -> None: ...
    def show_staff(self, practitioners: Sequence[User], me: UUID) -> None: ...
    def show_rooms(self, rooms: Sequence[str]) -> None: ...
    def show_found(self, patients: Sequence[Patient]) -> None: ...
    def show_checked_in(self) -> None: ...
    def show_trouble(self, sentence: str) -> None: ...
    def tick(self, now: datetime) -> None: ...


class TodayPresenter:
    """Keeps the board as the records stand, and carries out what is asked on it."""

    def __init__(
        self,
        view: TodayView,
        today: Today,
        patients: Patients,
        clinic: Clinic,
        user: User,
        background: Background,
        go: Navigator,
        clock: Clock,
    ) -> None:
        self._view = view
        self._today = today
        self._patients = patients
        self._clinic = clinic
        self._user = user
        self._background = background
        self._go = go
        self._clock = clock
        self._day = clock.today()
        self._reading = False
        self._stale = False

    def open(self) -> None:
        """Shows the day that was looked at last; today at the first time."""
        self._background.run(self, self._today.practitioners, self._show_staff)
        self._background.run(self, self._clinic.details, self._show_rooms)
        self.refresh()

    def refresh(self) -> None:
        """Reads the board again; several wishes at once make one reading."""
        if self._reading:
            self._stale = True
            return
        self._reading = True
        day = self._day
        self._background.run(
            self, lambda: self._today.board(day), lambda cards: self._show(day, cards), self._failed
        )

    def heard(self, event: Event) -> None:
        """Something was written that a card may show."""
        if isinstance(event, REFRESHING):
            self.refresh()

    def leave(self) -> None:
        """Nothing is typed on this screen that could be lost."""

    def tick(self, now: datetime) -> None:
        """A second has passed on the clocks of the rooms."""
        self._view.tick(now)

    def show_day(self, days: int) -> None:
        """Goes so many days from the day shown; today is the last."""
        self._day = min(self._day + timedelta(days=days), self._clock.today())
        self.refresh()

    def show_today(self) -> None:
        """Comes back to today."""
        self._day = self._clock.today()
        self.refresh()

    def find(self, text: str) -> None:
        """Looks for the person who has arrived."""
        self._background.run(self, lambda: self._patients.find(text), self._view.show_found, self._refused)

    def check_in(self, patient_id: UUID, practitioner_id: UUID) -> None:
        """Opens a visit for a person who has arrived."""
        self._background.run(
            self,
            lambda: self._today.check_in(patient_id, practitioner_id),
            lambda _visit: self._view.show_checked_in(),
            self._refused,
        )

    def register(self, searched: str) -> None:
        """A person who was searched for and is not in the records yet."""
        self._go.to_registration(searched)

    def take_back(self, visit_id: UUID) -> None:
        """A check-in that was a mistake."""
        self._background.run(
            self,
            lambda: self._today.take_back(visit_id),
            lambda _done: self._go.toast(_("Check-in taken back")),
            self._refused,
        )

    def give_room(self, visit_id: UUID, room: str) -> None:
        """Shows a patient into a room, or back to the waiting room."""
        self._background.run(self, lambda: self._today.give_room(visit_id, room), None, self._refused)

    def open_card(self, card: BoardCard) -> None:
        """Goes where the work on this patient goes on."""
        if not self._user.treats:
            self._go.to(Place.PATIENTS)
        elif card.session is not None and card.session.needles_in:
            self._go.to_visit(card.visit_id, Step.NEEDLING)
        elif card.needs_signature or card.signed_at is not None:
            self._go.to_visit(card.visit_id, Step.SIGN)
        else:
            self._go.to_visit(card.visit_id)

    def read_form(self, card: BoardCard) -> None:
        """Opens the form that waits to be read."""
        if card.form_to_read is not None:
            self._go.to_intake_review(card.form_to_read)

    def _show(self, day: date, cards: tuple[BoardCard, ...]) -> None:
        self._reading = False
        if day == self._day:
            self._view.show_board(cards, day, self._clock.today(), self._user.treats)
            self._view.tick(self._clock.now())
        if self._stale:
            self._stale = False
            self.refresh()

    def _show_staff(self, practitioners: tuple[User, ...]) -> None:
        self._view.show_staff(practitioners, self._user.id)

    def _show_rooms(self, details: ClinicDetails) -> None:
        self._view.show_rooms(details.rooms)

    def _failed(self, trouble: ChartTrouble) -> None:
        self._reading = False
        self._view.show_trouble(trouble.sentence)

    def _refused(self, trouble: ChartTrouble) -> None:
        self._view.show_trouble(trouble.sentence)
