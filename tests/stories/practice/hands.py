"""The hands of an example: every act is tried, and what was refused must have changed nothing."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import TypeVar
from uuid import UUID

from hypothesis.stateful import RuleBasedStateMachine

from acuchart.charting.sitting import Sitting
from acuchart.clinic.cautions import Caution
from acuchart.clinic.risks import risks_of
from acuchart.clinic.session import Session
from acuchart.clinic.trouble import ChartTrouble
from acuchart.clinic.visit import Visit
from acuchart.records.work import Work
from tests.helpers.records import MORNING
from tests.stories.practice.place import Place, Rows
from tests.stories.practice.told import Told

NOWHERE = 5
Done = TypeVar("Done")


class Hands(RuleBasedStateMachine):
    """What is known of an example beside the records.

    Attributes:
        told: What somebody gave, by the id of the patient or of the visit.
        signed: Signed visits with the text of the note as it was signed.
        closed: Sessions as they were closed.
        issued: PDFs as they were issued, by plan.
        addenda: The words added to a signed visit, in order.
    """

    def __init__(self) -> None:
        super().__init__()
        self.place = Place()
        self.patients: list[UUID] = []
        self.visits: list[UUID] = []
        self.courses: list[UUID] = []
        self.intakes: list[UUID] = []
        self.told: dict[UUID, Told] = defaultdict(Told)
        self.signed: dict[UUID, tuple[Visit, str]] = {}
        self.addenda: dict[UUID, list[str]] = defaultdict(list)
        self.closed: dict[UUID, Session] = {}
        self.issued: dict[UUID, bytes] = {}

    def teardown(self) -> None:
        self.place.tear_down()

    @property
    def owner(self) -> Sitting:
        return self.place.sittings["owner"]

    @property
    def eli(self) -> Sitting:
        """The practitioner."""
        return self.place.sittings["practitioner"]

    @property
    def desk(self) -> Sitting:
        return self.place.sittings["desk"]

    def look(self, at: Callable[[Work], Done]) -> Done:
        """Reads the records beside the use cases."""
        with self.owner.records.work() as work:
            return at(work)

    def visit(self, visit_id: UUID) -> Visit:
        """A visit as it is kept; an empty one where there is none."""
        try:
            return self.look(lambda work: work.visits.get(visit_id))
        except ChartTrouble:
            return Visit(visit_id, visit_id, visit_id, 1, visit_id, MORNING)

    def session(self, visit_id: UUID) -> Session | None:
        """The session of a visit as it is kept."""
        return self.look(lambda work: work.sessions.of_visit(visit_id))

    def cautions(self, visit: Visit) -> tuple[Caution, ...]:
        """What the rules say to the points of a visit now."""
        with self.owner.records.work() as work:
            patient = work.patients.get(visit.patient_id)
            risks = risks_of(patient, work.flags.of(patient.id), self.place.clock.today())
        return self.place.knowledge.cautions_for(visit.prescription, risks)

    def tried(self, act: Callable[[], Done]) -> Done | None:
        """Does an act. None where it was refused, and then not one value in the records is another."""
        before = self.place.rows()
        try:
            done = act()
        except ChartTrouble as trouble:
            refused = trouble.sentence
        else:
            self._left_a_trace(before)
            return done
        assert refused.strip()
        assert self.place.rows() == before, f"{refused} But something was written."
        return None

    def done(self, act: Callable[[], None]) -> bool:
        """Does an act that gives nothing back; False where it was refused."""

        def acted() -> bool:
            act()
            return True

        return self.tried(acted) is not None

    def _left_a_trace(self, before: Rows) -> None:
        acts = [len(rows["audit_events"]) for rows in (before, self.place.rows())]
        assert acts[1] > acts[0], "an act left no trace in the audit trail"


def pick(things: Sequence[UUID], which: int) -> UUID:
    """One of the things there are; an unknown one for `NOWHERE`, or where there is none."""
    return things[which % len(things)] if things and which != NOWHERE else UUID(int=which + 1)
