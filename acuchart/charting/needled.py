"""What was needled at a visit, for papers that tell of it."""

from acuchart.charting.sitting import Transaction
from acuchart.clinic.needled import needled
from acuchart.clinic.needling import Needling
from acuchart.clinic.plan_points import points_told
from acuchart.clinic.visit import Visit
from acuchart.knowledge import Knowledge


def needled_at(tx: Transaction, knowledge: Knowledge, visit: Visit) -> tuple[Needling, ...]:
    """The prescription, and once needling began what was really needled: the patient is told of that."""
    return needled(visit.points, tx.work.sessions.of_visit(visit.id), knowledge.midline)


def points_at(tx: Transaction, knowledge: Knowledge, visit: Visit) -> tuple[str, ...]:
    """The same as a plan that is issued now keeps it."""
    return points_told(needled_at(tx, knowledge, visit))
