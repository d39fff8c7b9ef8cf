"""The clocks of the rooms, for everybody; and the patient bar, for those who treat."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from acuchart.charting.clocks import Clocks, clocks_before_unlocking
from acuchart.charting.header import Headers
from acuchart.charting.patients import Patients
from acuchart.charting.today import Today
from acuchart.clinic.events import Event, SessionChanged
from acuchart.clinic.ids import new_id
from acuchart.clinic.people import Name, Particulars
from acuchart.clinic.session import Session, SessionState
from acuchart.clinic.trouble import NotAllowed
from tests.helpers.clinic import StaffedClinic, clinic_with_staff
from tests.helpers.records import MORNING, assert_no_words_in_clear


@pytest.fixture
def clinic(tmp_path: Path) -> StaffedClinic:
    return clinic_with_staff(tmp_path)


def a_session(clinic: StaffedClinic, room: str, state: SessionState, left: timedelta) -> Session:
    patient = Patients(clinic.owner).register(Particulars(Name("Mara", room), date(1985, 4, 2)))
    visit_id = Today(clinic.owner).check_in(patient.id, clinic.owner.user.id)
    with clinic.owner.records.work() as work:
        return work.sessions.add(
            Session(
                new_id(), visit_id, room, 7, state, 7, begun_at=MORNING, deadline=MORNING + left, minutes=20
            )
        )


def test_only_rooms_with_needles_in_have_a_clock_in_the_order_of_the_clinic(clinic: StaffedClinic) -> None:
    a_session(clinic, "Room 3", SessionState.RETENTION, timedelta(minutes=1))
    a_session(clinic, "Room 2", SessionState.PLANNED, timedelta(0))
    a_session(clinic, "Room 1", SessionState.GOING_IN, timedelta(0))
    clocks = Clocks(clinic.desk.records, clinic.bus)
    assert [clock.room for clock in clocks.running()] == ["Room 1", "Room 3"]


def test_looking_at_clocks_is_no_look_at_a_chart(clinic: StaffedClinic) -> None:
    with clinic.owner.records.work() as work:
        before = len(tuple(work.audit.all()))
    Clocks(clinic.owner.records, clinic.bus).running()
    with clinic.owner.records.work() as work:
        assert len(tuple(work.audit.all())) == before


def test_a_bell_silenced_while_locked_is_in_the_trail_and_in_the_session(clinic: StaffedClinic) -> None:
    session = a_session(clinic, "Room 1", SessionState.RETENTION, -timedelta(minutes=1))
    heard: list[Event] = []
    clinic.bus.subscribe(heard.append)
    Clocks(clinic.owner.records, clinic.bus).silenced_unseen("Room 1", MORNING)
    with clinic.owner.records.work() as work:
        last = work.audit.latest(1)[0]
        kept = work.sessions.get(session.id)
    assert (last.act, last.user_id) == ("alarm.silenced_while_locked", None)
    assert "Room 1" in last.detail
    assert kept.silenced_until == MORNING + timedelta(minutes=3)
    assert heard == [SessionChanged(session.visit_id)]


def test_a_room_closed_meanwhile_is_still_in_the_trail(clinic: StaffedClinic) -> None:
    Clocks(clinic.owner.records, clinic.bus).silenced_unseen("Room 9", MORNING)
    with clinic.owner.records.work() as work:
        assert work.audit.latest(1)[0].act == "alarm.silenced_while_locked"


def test_the_file_for_the_lock_screen_shows_rooms_and_no_person(clinic: StaffedClinic) -> None:
    a_session(clinic, "Room 1", SessionState.RETENTION, timedelta(minutes=5))
    clocks = Clocks(clinic.owner.records, clinic.bus)
    clocks.write_down(MORNING)
    assert [clock.room for clock in clocks_before_unlocking(clinic.folder)] == ["Room 1"]
    clinic.close()
    assert_no_words_in_clear(clinic.folder, "Mara")


def test_without_the_file_the_lock_screen_is_empty(tmp_path: Path) -> None:
    assert clocks_before_unlocking(tmp_path) == ()


def test_the_patient_bar_is_for_those_who_treat(clinic: StaffedClinic) -> None:
    session = a_session(clinic, "Room 1", SessionState.RETENTION, timedelta(minutes=5))
    header = Headers(clinic.practitioner).of_visit(session.visit_id)
    assert header.patient.name.given == "Mara"
    assert header.number == 1
    assert not header.done.points
    assert not header.done.needling
    with pytest.raises(NotAllowed):
        Headers(clinic.desk).of_visit(session.visit_id)
