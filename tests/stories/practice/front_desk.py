"""What the desk and the owner do: register, check in, rooms, papers, sign in and out."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import initialize, rule

from acuchart.charting.clinic import Clinic
from acuchart.charting.flags import RiskFlags
from acuchart.charting.note import Notes
from acuchart.charting.patients import Patients
from acuchart.charting.plan import Plans
from acuchart.charting.printing import PrintQueue
from acuchart.charting.session import Sessions
from acuchart.charting.today import Today
from acuchart.charting.visits import Visits
from acuchart.clinic.people import Name, Particulars
from acuchart.clinic.trouble import NotAllowed
from acuchart.clinic.visit import Assessment, CheckIn, Examination, NoteWords, Reactions
from tests.stories.practice.hands import Hands, pick
from tests.stories.practice.place import template

ANY = st.integers(0, 5)
NAMES = st.sampled_from(
    [Name("Mara", "Ellison"), Name("", "陈"), Name("Юлия", "Сафонова"), Name("Sukarno"), Name(" ", "", "Mo")]
)
BORN = st.dates(date(1880, 1, 1), date(2030, 1, 1))
ROOMS = st.sampled_from(["Room 1", "Room 2", "Room 3", "Garden room", ""])


class FrontDesk(Hands):
    """Everything before and after the treatment."""

    @initialize()
    def somebody_comes_in(self) -> None:
        self.register(Name("Mara", "Ellison"), date(1985, 4, 2))
        self.register(Name("", "陈"), date(1961, 9, 3))
        self.check_in(0, 0, "practitioner", chosen=False)
        self.check_in(1, 0, "owner", chosen=False)

    @rule(name=NAMES, born=BORN)
    def register(self, name: Name, born: date) -> None:
        patient = self.tried(lambda: Patients(self.desk).register(Particulars(name, born)))
        if patient is not None:
            assert name.full.strip()
            assert born <= self.place.clock.today()
            self.patients.append(patient.id)

    @rule(who=ANY, name=NAMES, stale=st.booleans())
    def change_particulars(self, who: int, name: Name, stale: bool) -> None:
        known = pick(self.patients, who)
        patient = self.tried(lambda: Patients(self.desk).particulars(known))
        if patient is not None:
            version = patient.version - stale
            done = self.tried(
                lambda: Patients(self.desk).change(replace(patient, name=name, version=version))
            )
            assert done is None or not stale

    @rule(
        who=ANY, course=ANY, treats=st.sampled_from(["owner", "practitioner", "desk"]), chosen=st.booleans()
    )
    def check_in(self, who: int, course: int, treats: str, chosen: bool) -> None:
        patient, course_id = pick(self.patients, who), pick(self.courses, course) if chosen else None
        visit = self.tried(lambda: Today(self.desk).check_in(patient, template().users[treats], course_id))
        if visit is not None:
            assert treats != "desk"
            self.visits.append(visit)
            self.courses.append(self.look(lambda work: work.visits.get(visit)).course_id)

    @rule(visit=ANY)
    def take_back_check_in(self, visit: int) -> None:
        visit_id = pick(self.visits, visit)
        before, session = self.visit(visit_id), self.session(visit_id)
        if self.done(lambda: Today(self.desk).take_back(visit_id)):
            assert visit_id not in self.signed
            assert session is None
            assert (before.check_in, before.examination) == (CheckIn(), Examination())
            assert (before.prescription, before.red_flags, before.assessment) == ((), (), Assessment())
            assert (before.reactions, before.note_words) == (Reactions(), NoteWords())
            self.visits.remove(visit_id)

    @rule(visit=ANY, room=ROOMS)
    def give_room(self, visit: int, room: str) -> None:
        self.done(lambda: Today(self.desk).give_room(pick(self.visits, visit), room))

    @rule(rooms=st.lists(ROOMS, max_size=4))
    def change_the_rooms(self, rooms: list[str]) -> None:
        details = Clinic(self.owner).details()
        self.tried(lambda: Clinic(self.owner).change(replace(details, rooms=(*rooms,))))

    @rule(job=ANY, well=st.booleans())
    def print_what_waits(self, job: int, well: bool) -> None:
        queue = PrintQueue(self.desk)
        jobs = self.tried(queue.queue)
        assert jobs is not None
        if not jobs:
            return
        chosen = jobs[job % len(jobs)]
        assert self.tried(lambda: queue.paper(chosen.id)) == self.issued[chosen.plan_id]
        if well:
            self.tried(lambda: queue.printed(chosen.id, "printer"))
        else:
            self.tried(lambda: queue.fault(chosen.id, "Out of paper."))
            self.tried(lambda: queue.print_again(chosen.id))

    @rule(minutes=st.sampled_from([1, 10, 19, 25, 60, 60 * 24]))
    def time_passes(self, minutes: int) -> None:
        self.place.clock.forward(timedelta(minutes=minutes))

    @rule()
    def close_the_records_and_open_them_again(self) -> None:
        self.place.clock.forward(timedelta(minutes=20))
        self.place.close()
        self.place.open()

    @rule(who=st.sampled_from(["owner", "practitioner", "desk"]))
    def lock_and_come_back_after_a_wrong_passphrase(self, who: str) -> None:
        user_id = template().users[who]
        self.place.clock.forward(timedelta(minutes=20))
        assert self.tried(lambda: self.place.door.unlock(user_id, "not the passphrase")) is None
        self.place.sittings[who].records.close()
        self.place.sittings[who] = self.place.door.unlock(user_id, self.place.passphrase(who))

    @rule(visit=ANY, who=ANY)
    def the_desk_wants_to_read_a_chart(self, visit: int, who: int) -> None:
        visit_id, patient_id = pick(self.visits, visit), pick(self.patients, who)
        for refused in (
            lambda: Visits(self.desk).open(visit_id),
            lambda: Notes(self.desk).read(visit_id),
            lambda: Plans(self.desk).sheet(visit_id),
            lambda: Sessions(self.desk).bedside(visit_id),
            lambda: Patients(self.desk).chart(patient_id),
            lambda: RiskFlags(self.desk).of(patient_id),
        ):
            before = self.place.rows()
            with pytest.raises(NotAllowed):
                refused()
            assert self.place.rows() == before
