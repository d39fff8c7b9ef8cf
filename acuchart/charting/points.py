"""Choosing points, with what the caution rules say to them."""

from dataclasses import replace
from uuid import UUID

from acuchart.charting.sitting import Duty, Transaction, use_case
from acuchart.charting.visits import VisitStep, unchanged
from acuchart.clinic.chart import VisitChart
from acuchart.clinic.needling import Needling
from acuchart.clinic.safety import answering
from acuchart.clinic.session import SessionState
from acuchart.clinic.trouble import ChartTrouble
from acuchart.words import _

SHORTEST_REASON = 10
DEEPEST_MM = 150


class Points(VisitStep):
    """The prescription of a visit."""

    @use_case(Duty.CLINICAL)
    def prescribe(
        self, tx: Transaction, visit_id: UUID, rows: tuple[Needling, ...], seen: tuple[Needling, ...]
    ) -> VisitChart:
        """Keeps the prescription; the chart that comes back carries the cautions."""
        visit = self.draft(tx, visit_id)
        unchanged(visit.prescription, seen)
        self._check(rows)
        session = tx.work.sessions.of_visit(visit_id)
        if session is not None and session.state is SessionState.CLOSED:
            raise ChartTrouble(_("The session is closed. Its points can't be changed any more."))
        before = {(row.code, row.side): row for row in visit.prescription}
        cautions = self.cautions(tx, replace(visit, prescription=rows))
        answered = tuple(answering(row, before.get((row.code, row.side)), cautions) for row in rows)
        kept = self.keep(tx, replace(visit, prescription=answered), "points.chosen", f"{len(rows)}")
        for row in answered:
            if row.kept_because and _reason(before.get((row.code, row.side))) != _reason(row):
                tx.audit("danger.overridden", tx.work.patients.get(visit.patient_id).number, row.code)
        return self.whole(tx, kept)

    def _check(self, rows: tuple[Needling, ...]) -> None:
        known = self.sitting.knowledge.points
        seen: set[tuple[str, str]] = set()
        for row in rows:
            if row.code not in known:
                raise ChartTrouble(_("There is no point {code}.").format(code=row.code))
            if (row.code, row.side) in seen:
                raise ChartTrouble(_("{code} is in the list twice on the same side.").format(code=row.code))
            seen.add((row.code, row.side))
            if row.depth_mm is not None and not 0 < row.depth_mm <= DEEPEST_MM:
                raise ChartTrouble(
                    _("The depth of {code} can't be right. Check the millimetres.").format(code=row.code)
                )
            if row.needles < 1:
                raise ChartTrouble(_("{code} needs at least one needle.").format(code=row.code))
            if row.kept_because and len(row.kept_because.strip()) < SHORTEST_REASON:
                raise ChartTrouble(_("Write why {code} stays, in at least 10 letters.").format(code=row.code))


def _reason(row: Needling | None) -> tuple[str, tuple[str, ...]]:
    """What was written, and the dangers it answers."""
    return ("", ()) if row is None else (row.kept_because, row.kept_for)
