"""Goes from screen to screen. Knows no Qt but the pages it hands on."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from acuchart.clinic.events import Event
from acuchart.screens.shell.frame import Bar
from acuchart.screens.shell.navigation import Place, Step
from acuchart.screens.shell.page import Page
from acuchart.screens.shell.saving import Saving
from acuchart.screens.shell.screens import Screen, Shelf


class FrameView(Protocol):
    """What the navigator asks of the frame."""

    def show_page(self, page: Page, place: Place, bar: Bar, step: Step | None = None) -> None: ...
    def show_kiosk(self, page: Page) -> None: ...
    def end_kiosk(self) -> None: ...
    def say_toast(self, words: str, undo: Callable[[], None] | None) -> None: ...


class HeaderKeeper(Protocol):
    """What the navigator asks of the patient bar's presenter."""

    @property
    def patient_id(self) -> UUID | None: ...
    def open_visit(self, visit_id: UUID) -> None: ...
    def open_intake(self, intake_id: UUID) -> None: ...
    def heard(self, event: Event) -> None: ...
    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Spot:
    """Where one is: a place, and which record it shows."""

    place: Place
    key: UUID | None = None
    step: Step | None = None


HOME = Spot(Place.TODAY)


class ShellNavigator:
    """What presenters ask of the shell, for one sitting."""

    def __init__(self, frame: FrameView, saving: Saving, header: HeaderKeeper) -> None:
        self.places: Shelf[Place] = Shelf()
        self.steps: Shelf[Step] = Shelf()
        self._frame = frame
        self._saving = saving
        self._header = header
        self._spot: Spot | None = None
        self._screen: Screen | None = None
        self._came_from: list[Spot] = []
        self._closed = False

    @property
    def spot(self) -> Spot | None:
        """Where one is; None before the first screen."""
        return self._spot

    @property
    def screen(self) -> Screen | None:
        """The screen on show."""
        return self._screen

    @property
    def is_open(self) -> bool:
        """Whether there are screens."""
        return not self._closed

    @property
    def in_kiosk(self) -> bool:
        """Whether the PC is in the patient's hands."""
        return self._spot is not None and self._spot.place is Place.INTAKE_FILL

    def to(self, place: Place) -> None:
        """Shows a screen of the rail, or the chart of the patient whose visit is on the screen."""
        patient_id = self._header.patient_id if place is Place.CHART else None
        if patient_id is not None:
            self.to_chart(patient_id)
            return
        self._came_from.clear()
        self._go(Spot(place))

    def to_registration(self, searched: str) -> None:
        """Shows the form of a new patient, with the name that was searched for in vain."""
        self.to(Place.PATIENTS)
        begin = self.places.get(Place.PATIENTS).begin
        if begin is not None:
            begin(searched)

    def to_chart(self, patient_id: UUID) -> None:
        """Shows a patient's chart."""
        self._remember()
        self._go(Spot(Place.CHART, patient_id))

    def to_visit(self, visit_id: UUID, step: Step = Step.FINDINGS) -> None:
        """Shows a step of a visit."""
        if self._spot is None or self._spot.step is None:
            self._remember()
        self._go(Spot(Place.CHART, visit_id, step))

    def to_step(self, step: Step) -> None:
        """Shows another step of the visit on the screen."""
        if self._spot is not None and self._spot.step is not None and self._spot.key is not None:
            self.to_visit(self._spot.key, step)

    def to_room(self, visit_id: UUID) -> None:
        """Shows the board of rooms with the session of a visit in front."""
        self._came_from.clear()
        self._go(Spot(Place.ROOMS, visit_id))

    def to_intake_fill(self, intake_id: UUID, patient_id: UUID) -> None:
        """Hands the screen to the patient until a person of the staff takes it back."""
        self._remember()
        screen = self._turn_to(Spot(Place.INTAKE_FILL, intake_id), self.places.get(Place.INTAKE_FILL))
        self._header.close()
        self._frame.show_kiosk(screen.page)
        screen.open(intake_id, patient_id)

    def to_intake_review(self, intake_id: UUID) -> None:
        """Shows a filled form for review."""
        self._remember()
        self._go(Spot(Place.INTAKE_REVIEW, intake_id))

    def back(self) -> None:
        """Leaves a chart, a visit or a review the way it was come by."""
        self._go(self._came_from.pop() if self._came_from else HOME)

    def leave(self) -> None:
        """Has the screen on show write what is unwritten."""
        if self._screen is not None:
            self._screen.leave()

    def stay(self) -> None:
        """The window does not close after all: the screen that was left for it goes on."""
        if self._spot is not None:
            self._go(self._spot)

    def toast(self, words: str, undo: Callable[[], None] | None = None) -> None:
        """A passing word at the bottom."""
        self._frame.say_toast(words, undo)

    def saving(self) -> None:
        """Something typed is being written."""
        self._saving.saving()

    def saved(self, part: object) -> None:
        """Everything typed into a part of a record is written."""
        self._saving.saved(part)

    def not_saved(self, part: object, sentence: str, again: Callable[[], None] | None = None) -> None:
        """Writing a part failed; it is tried again, or waits for a person."""
        self._saving.not_saved(part, sentence, again)

    def tick(self, now: datetime) -> None:
        """A little time has passed."""
        if self._screen is not None:
            self._screen.tick(now)

    def close(self) -> None:
        """Nobody is signed in any more: forgets every screen."""
        self._closed = True
        self._header.close()
        for screen in (*self.places.made.values(), *self.steps.made.values()):
            screen.page.deleteLater()
        self.places.made.clear()
        self.steps.made.clear()
        self._spot = self._screen = None
        self._came_from.clear()

    def heard(self, event: Event) -> None:
        """Tells the screen on show and the patient bar; a hidden screen reads afresh when it is opened."""
        self._header.heard(event)
        if self._screen is not None:
            self._screen.heard(event)

    def _remember(self) -> None:
        if self._spot is not None and self._spot.place is not Place.INTAKE_FILL:
            self._came_from.append(self._spot)

    def _go(self, spot: Spot) -> None:
        if spot.step is not None:
            self._show_step(spot, spot.step)
            return
        screen = self._turn_to(spot, self.places.get(spot.place))
        under_review = spot.place is Place.INTAKE_REVIEW
        if under_review and spot.key is not None:
            self._header.open_intake(spot.key)
        else:
            self._header.close()
        self._frame.show_page(screen.page, spot.place, Bar.PATIENT if under_review else Bar.TOP)
        self._open(screen, spot)

    def _show_step(self, spot: Spot, step: Step) -> None:
        screen = self._turn_to(spot, self.steps.get(step))
        if spot.key is None:
            raise AssertionError("a step without a visit")
        self._frame.show_page(screen.page, Place.CHART, Bar.VISIT, step)
        self._header.open_visit(spot.key)
        screen.open(spot.key)
        screen.page.focus_first()

    def _turn_to(self, spot: Spot, screen: Screen) -> Screen:
        self.leave()
        if self.in_kiosk:
            self._frame.end_kiosk()
        self._spot, self._screen = spot, screen
        return screen

    def _open(self, screen: Screen, spot: Spot) -> None:
        if spot.key is None:
            screen.open()
        elif spot.place is Place.ROOMS:
            if screen.in_front is not None:
                screen.in_front(spot.key)
            screen.open()
        else:
            screen.open(spot.key)
        screen.page.focus_first()
