"""Choosing points, with what the caution rules say to them."""

from dataclasses import replace
from uuid import UUID

from acuchart.charting.sitting import Duty, Transaction, use_case
from acuchart.charting.visits import VisitStep, unchanged
from acuchart.clinic.chart import VisitChart
from acuchart.clinic.events import VisitChanged
from acuchart.clinic.needling import OBTAINED, Needling
from acuchart.clinic.points import Side
from acuchart.clinic.safety import SHORTEST_REASON, as_chosen, dangers_of_patient, with_answers
from acuchart.clinic.session import Session, SessionState
from acuchart.clinic.trouble import ChartTrouble
from acuchart.clinic.visit import KeptDanger
from acuchart.words import _

DEEPEST_MM = 150

Rows = tuple[Needling, ...]
Place = tuple[str, Side, tuple[str, ...]]


class Points(VisitStep):
    """The prescription of a visit."""

    @use_case(Duty.CLINICAL)
    def prescribe(self, tx: Transaction, visit_id: UUID, rows: Rows, seen: Rows) -> VisitChart:
        """Keeps the prescription; the chart that comes back carries the cautions."""
        visit = self.draft(tx, visit_id)
        unchanged(visit.prescription, seen)
        self._check(rows)
        _check_session(tx.work.sessions.of_visit(visit_id), rows, visit.prescription)
        before = {_place(row): row for row in visit.prescription}
        cautions = self.cautions(tx, replace(visit, prescription=rows))
        answered = with_answers(rows, visit.prescription, cautions)
        kept = self.keep(tx, replace(visit, prescription=answered), "points.chosen", f"{len(rows)}")
        self.points_may_differ(tx, visit_id)
        for row in answered:
            if row.kept_because and _reason(before.get(_place(row))) != _reason(row):
                tx.audit("danger.overridden", tx.work.patients.get(visit.patient_id).number, row.code)
        return self.whole(tx, kept)

    @use_case(Duty.CLINICAL)
    def needle_all_the_same(self, tx: Transaction, visit_id: UUID, danger: str, because: str) -> VisitChart:
        """Writes why a patient is needled in spite of a danger of the whole patient.

        Without a word the danger is open again.
        """
        visit, reason = self.draft(tx, visit_id), because.strip()
        if reason and len(reason) < SHORTEST_REASON:
            raise ChartTrouble(_("Write why, in at least {n} letters.").format(n=SHORTEST_REASON))
        standing = {caution.reason for caution in dangers_of_patient(self.cautions(tx, visit))}
        if danger not in standing:
            raise ChartTrouble(_("This danger does not stand any more."))
        others = tuple(kept for kept in tx.work.kept_dangers.of(visit_id) if kept.danger != danger)
        tx.work.kept_dangers.put(visit_id, (*others, KeptDanger(danger, reason)) if reason else others)
        act = "danger.overridden" if reason else "danger.reopened"
        tx.audit(act, tx.work.patients.get(visit.patient_id).number)
        tx.publish(VisitChanged(visit_id))
        return self.whole(tx, visit)

    def _check(self, rows: Rows) -> None:
        for place, row in enumerate(rows):
            self._check_codes(row)
            if any(row.meets(other) for other in rows[:place]):
                raise ChartTrouble(_("{code} is in the list twice on the same side.").format(code=row.code))
            if row.depth_mm is not None and not 0 < row.depth_mm <= DEEPEST_MM:
                raise ChartTrouble(
                    _("The depth of {code} can't be right. Check the millimetres.").format(code=row.code)
                )
            if row.needles < 0 or (not row.needles and not row.adjuncts and row.stays is None):
                raise ChartTrouble(_("{code} needs at least one needle.").format(code=row.code))
            if row.round < 1:
                raise ChartTrouble(_("Rounds are numbered from 1."))
            if row.kept_because and len(row.kept_because.strip()) < SHORTEST_REASON:
                raise ChartTrouble(
                    _("Write why {code} stays, in at least {n} letters.").format(
                        code=row.code, n=SHORTEST_REASON
                    )
                )

    def _check_codes(self, row: Needling) -> None:
        known = self.sitting.knowledge.points
        for code in row.codes:
            if code not in known:
                raise ChartTrouble(_("There is no point {code}.").format(code=code))
        if row.through == row.code:
            raise ChartTrouble(_("{code} can't be threaded to itself.").format(code=row.code))
        if unknown := set(row.levels) - set(known[row.code].levels):
            raise ChartTrouble(
                _("{code} has no level {level}.").format(code=row.code, level=", ".join(sorted(unknown)))
            )


def _check_session(session: Session | None, rows: Rows, before: Rows) -> None:
    """Nobody answers before the needle is in; once they are out, only answers and reasons may be written.

    A risk that is told late opens a danger in a session that is closed: its reason belongs into the note.
    """
    needled = session is not None and session.begun_at is not None
    if not needled and any(row.obtained is not None for row in rows):
        raise ChartTrouble(_("The response is written once the needles are in."))
    if any(row.obtained is not None and row.obtained not in OBTAINED for row in rows):
        raise ChartTrouble(_("The response is none, mild, clear or strong."))
    if session is not None and session.state is SessionState.CLOSED and as_chosen(rows) != as_chosen(before):
        raise ChartTrouble(_("The session is closed. Its points can't be changed any more."))


def _place(row: Needling) -> Place:
    return row.code, row.side, row.levels


def _reason(row: Needling | None) -> tuple[str, tuple[str, ...]]:
    """What was written, and the dangers it answers."""
    return ("", ()) if row is None else (row.kept_because, row.kept_for)
