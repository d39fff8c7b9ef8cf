"""The records of a clinic, open; and a piece of work on them, which is one transaction."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from acuchart.clinic.clock import Clock
from acuchart.records.audit import Audit
from acuchart.records.bedside import AdverseEvents, RoomCalls
from acuchart.records.cipher import check_there
from acuchart.records.clinic import Clinic
from acuchart.records.courses import Courses
from acuchart.records.engine import make_engine, plain_troubles, rekey
from acuchart.records.flags import PatientFlags
from acuchart.records.intakes import Intakes
from acuchart.records.notes import Notes
from acuchart.records.patients import Patients
from acuchart.records.plans import IssuedPoints, PlanDrafts, Plans
from acuchart.records.points import RuleChanges, SavedPrescriptions
from acuchart.records.print_jobs import PrintJobs
from acuchart.records.schema import bring_up
from acuchart.records.sessions import NeedlesTakenOut, Sessions
from acuchart.records.unfinished import UnfinishedForms
from acuchart.records.users import Users
from acuchart.records.visits import KeptDangers, Visits


class Work:
    """Everything that is kept, within one transaction.

    Values go in and come out frozen. A new one keeps the version it has by default (0); `change` wants the
    version last read, refuses an older one with `ChangedElsewhere`, and returns the value with its new one.
    What is not there is a `ChartTrouble`. Tuples come the earliest first unless said otherwise.
    """

    def __init__(self, session: Session, clock: Clock) -> None:
        self.patients = Patients(session)
        self.flags = PatientFlags(session, clock)
        self.users = Users(session)
        self.clinic = Clinic(session)
        self.intakes = Intakes(session)
        self.courses = Courses(session)
        self.visits = Visits(session)
        self.kept_dangers = KeptDangers(session)
        self.rule_changes = RuleChanges(session)
        self.prescriptions = SavedPrescriptions(session)
        self.notes = Notes(session)
        self.sessions = Sessions(session)
        self.needles_taken_out = NeedlesTakenOut(session)
        self.adverse_events = AdverseEvents(session)
        self.room_calls = RoomCalls(session)
        self.plans = Plans(session)
        self.issued_points = IssuedPoints(session)
        self.plan_drafts = PlanDrafts(session)
        self.print_jobs = PrintJobs(session, clock)
        self.unfinished = UnfinishedForms(session)
        self.audit = Audit(session, clock)


class Records:
    """The open records. They belong to the thread that opened them, until they are closed there."""

    def __init__(self, folder: Path, engine: Engine, clock: Clock) -> None:
        self.folder = folder
        self._engine = engine
        self._clock = clock

    @classmethod
    def open(cls, folder: Path, key: bytes, clock: Clock, migrate: bool = True) -> "Records":
        """Opens the records of a clinic folder with its data key of 32 bytes.

        Records of an earlier version are brought up to this one, or refused where `migrate` is False.

        Raises:
            ChartTrouble: The file is missing, foreign, damaged, of a newer version, or has another key.
        """
        check_there(folder)
        engine = make_engine(folder, key)
        try:
            with plain_troubles():
                bring_up(engine, migrate)
        except BaseException:
            engine.dispose()
            raise
        return cls(folder, engine, clock)

    @contextmanager
    def work(self) -> Iterator[Work]:
        """One transaction: committed at the end, undone when anything goes wrong inside."""
        with plain_troubles(), Session(self._engine, expire_on_commit=False) as session, session.begin():
            yield Work(session, self._clock)

    def rekey(self, new_key: bytes) -> None:
        """Encrypts the database anew under another key and goes on with it.

        Raises:
            ChartTrouble: The disk is full or the database is in use; the old key still holds.
        """
        rekey(self._engine, new_key)
        self._engine.dispose()
        self._engine = make_engine(self.folder, new_key)

    def close(self) -> None:
        """Lets go of the file."""
        self._engine.dispose()
