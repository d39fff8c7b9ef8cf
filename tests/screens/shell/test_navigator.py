"""From screen to screen: who is left, who is opened, and the way back."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from acuchart.clinic.clock import HandClock
from acuchart.clinic.events import Event, PrintQueueChanged
from acuchart.clinic.ids import new_id
from acuchart.screens.shell.frame import Bar
from acuchart.screens.shell.navigation import Place, Step
from acuchart.screens.shell.navigator import ShellNavigator, Spot
from acuchart.screens.shell.page import Page
from acuchart.screens.shell.saving import Saving
from acuchart.screens.shell.screens import Screen
from tests.helpers.hand_timer import HandTimer
from tests.helpers.records import MORNING


class Window:
    """Writes down what it was told to show."""

    def __init__(self) -> None:
        self.shown: list[tuple[Place, Bar, Step | None]] = []
        self.kiosks = 0
        self.toasts: list[str] = []

    def show_page(self, page: Page, place: Place, bar: Bar, step: Step | None = None) -> None:
        self.shown.append((place, bar, step))

    def last(self) -> Place:
        """The place shown last."""
        return self.shown[-1][0]

    def show_kiosk(self, page: Page) -> None:
        self.kiosks += 1

    def end_kiosk(self) -> None:
        self.kiosks -= 1

    def say_toast(self, words: str, undo: Callable[[], None] | None) -> None:
        self.toasts.append(words)

    def show_saved(self, time: str) -> None: ...

    def show_saving(self) -> None: ...

    def show_not_saved(self, sentence: str, retried: bool) -> None: ...


class Bars:
    """The patient bar's presenter."""

    def __init__(self, log: list[str]) -> None:
        self._log = log

    patient_id: UUID | None = None

    def open_visit(self, visit_id: UUID) -> None:
        self._log.append("bar of visit")

    def open_intake(self, intake_id: UUID) -> None:
        self._log.append("bar of form")

    def heard(self, event: Event) -> None:
        self._log.append("bar heard")

    def close(self) -> None: ...


class Room:
    """A presenter that writes down what happens to it."""

    def __init__(self, name: str, log: list[str]) -> None:
        self.name, self._log = name, log
        self.ticks = 0

    def open(self, *ids: UUID) -> None:
        self._log.append(f"{self.name} opened{' with' * len(ids)}")

    def in_front(self, visit_id: UUID) -> None:
        self._log.append(f"{self.name} in front")

    def begin(self, searched: str) -> None:
        self._log.append(f"{self.name} began with {searched}")

    def heard(self, event: Event) -> None:
        self._log.append(f"{self.name} heard")

    def leave(self) -> None:
        self._log.append(f"{self.name} left")

    def tick(self, now: datetime) -> None:
        self.ticks += 1


class House:
    def __init__(self, qtbot: QtBot) -> None:
        self.log: list[str] = []
        self.window = Window()
        self.rooms: dict[str, Room] = {}
        saving = Saving(self.window, HandClock(MORNING), HandTimer())
        self.bars = Bars(self.log)
        self.go = ShellNavigator(self.window, saving, self.bars)
        for place in Place:
            self.go.places.makers[place] = self._maker(place.value, qtbot)
        for step in Step:
            self.go.steps.makers[step] = self._maker(step.value, qtbot)

    def _maker(self, name: str, qtbot: QtBot) -> Callable[[], Screen]:
        def make() -> Screen:
            page, room = Page(), Room(name, self.log)
            qtbot.addWidget(page)
            self.rooms[name] = room
            return Screen(page, (room,), room.open, room.in_front, room.begin)

        return make


@pytest.fixture
def house(qtbot: QtBot) -> House:
    return House(qtbot)


def test_a_screen_is_made_when_it_is_wanted_and_only_once(house: House) -> None:
    house.go.to(Place.TODAY)
    assert list(house.rooms) == ["today"]
    first = house.rooms["today"]
    house.go.to(Place.PATIENTS)
    house.go.to(Place.TODAY)
    assert house.rooms["today"] is first


def test_the_old_screen_writes_before_the_new_one_reads(house: House) -> None:
    house.go.to(Place.TODAY)
    house.go.to(Place.PATIENTS)
    assert house.log == ["today opened", "today left", "patients opened"]


def test_a_visit_leads_back_to_where_it_was_come_by(house: House) -> None:
    patient_id, visit_id = new_id(), new_id()
    house.go.to(Place.PATIENTS)
    house.go.to_chart(patient_id)
    house.go.to_visit(visit_id)
    house.go.to_step(Step.PLAN)
    house.go.back()
    assert house.window.shown[-1] == (Place.CHART, Bar.TOP, None)
    house.go.back()
    assert house.window.last() == Place.PATIENTS
    house.go.back()
    assert house.window.last() == Place.TODAY


def test_the_bar_of_a_visit_leads_to_the_chart_of_its_patient_and_back(house: House) -> None:
    visit_id, patient_id = new_id(), new_id()
    house.go.to_visit(visit_id)
    house.bars.patient_id = patient_id
    house.go.to(Place.CHART)
    assert house.go.spot == Spot(Place.CHART, patient_id)
    house.go.back()
    assert house.go.spot == Spot(Place.CHART, visit_id, Step.FINDINGS)


def test_a_step_without_a_visit_goes_nowhere(house: House) -> None:
    house.go.to(Place.TODAY)
    house.go.to_step(Step.SIGN)
    assert house.window.shown[-1] == (Place.TODAY, Bar.TOP, None)


def test_a_place_of_the_rail_forgets_the_way_back(house: House) -> None:
    house.go.to_chart(new_id())
    house.go.to(Place.PRINT)
    house.go.back()
    assert house.window.last() == Place.TODAY


def test_steps_stand_below_the_patient_bar(house: House) -> None:
    house.go.to_visit(new_id(), Step.POINTS)
    assert house.window.shown == [(Place.CHART, Bar.VISIT, Step.POINTS)]
    assert house.log == ["bar of visit", "points opened with"]


def test_a_form_under_review_has_the_bar_and_no_steps(house: House) -> None:
    house.go.to_intake_review(new_id())
    assert house.window.shown[-1] == (Place.INTAKE_REVIEW, Bar.PATIENT, None)


def test_the_kiosk_ends_with_the_way_back(house: House) -> None:
    house.go.to(Place.PATIENTS)
    house.go.to_intake_fill(new_id(), new_id())
    assert house.window.kiosks == 1
    assert house.go.in_kiosk
    assert house.log[-1] == "intake_fill opened with with"
    house.go.back()
    assert house.window.kiosks == 0
    assert house.window.last() == Place.PATIENTS


def test_from_the_kiosk_to_the_review_and_back_does_not_lead_into_the_kiosk(house: House) -> None:
    house.go.to(Place.PATIENTS)
    house.go.to_intake_fill(new_id(), new_id())
    house.go.to_intake_review(new_id())
    house.go.back()
    assert house.window.last() == Place.PATIENTS
    assert not house.go.in_kiosk


def test_a_room_in_front_is_chosen_before_the_board_is_read(house: House) -> None:
    house.go.to_room(new_id())
    assert house.log == ["rooms in front", "rooms opened"]


def test_a_registration_begins_on_the_screen_of_patients(house: House) -> None:
    house.go.to_registration("Mara")
    assert house.log == ["patients opened", "patients began with Mara"]


def test_only_the_screen_on_show_hears_and_ticks(house: House) -> None:
    house.go.to(Place.TODAY)
    house.go.to(Place.PRINT)
    house.log.clear()
    house.go.heard(PrintQueueChanged())
    house.go.tick(MORNING)
    assert house.log == ["bar heard", "print heard"]
    assert house.rooms["today"].ticks == 0
    assert house.rooms["print"].ticks == 1


def test_after_closing_nothing_is_left_to_hear(house: House) -> None:
    house.go.to(Place.TODAY)
    house.go.close()
    house.log.clear()
    house.go.leave()
    house.go.tick(MORNING)
    assert house.log == []
    assert house.go.spot is None
