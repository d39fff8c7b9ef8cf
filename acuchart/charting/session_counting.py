"""Counting needles in and out, and explaining those that are missing."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from acuchart.charting.session_step import SessionStep
from acuchart.charting.sitting import Duty, Transaction, use_case
from acuchart.clinic import session as rules
from acuchart.clinic.count_sheet import placed, side_of, total
from acuchart.clinic.needling import Needling
from acuchart.clinic.session import Fate, Session, Settlement, Spot
from acuchart.clinic.trouble import ChartTrouble
from acuchart.clinic.visit import Visit
from acuchart.words import _


class Counting(SessionStep):
    """The counts of a session. Every one is written before it is shown."""

    @use_case(Duty.CLINICAL)
    def count_in(self, tx: Transaction, visit_id: UUID, needles: int, seen: int, reason: str = "") -> Session:
        """Sets how many needles were inserted, over the number the person saw."""
        return self.change_session(
            tx,
            visit_id,
            "needles.counted_in",
            lambda s: self._counted_in(tx, s, needles, reason, seen),
            f"{needles}",
        )

    @use_case(Duty.CLINICAL)
    def one_more_in(self, tx: Transaction, visit_id: UUID, step: int, reason: str = "") -> Session:
        """Counts inserted needles up or down from what is written, so that two people may count together."""
        return self.change_session(
            tx,
            visit_id,
            "needles.counted_in",
            lambda s: self._counted_in(tx, s, s.count_in + step, reason),
            f"{step:+d}",
        )

    @use_case(Duty.CLINICAL)
    def count_out(self, tx: Transaction, visit_id: UUID, needles: int, seen: int) -> Session:
        """Sets how many needles were removed, counted afresh, over the number the person saw."""

        def counted(session: Session) -> Session:
            rules.unmoved(session.count_out, seen)
            return rules.count_out(session, needles, self.clock.now())

        return self.change_session(tx, visit_id, "needles.counted_out", counted, f"{needles}")

    @use_case(Duty.CLINICAL)
    def one_more_out(self, tx: Transaction, visit_id: UUID, step: int) -> Session:
        """Counts removed needles up or down from what is written."""
        return self.change_session(
            tx,
            visit_id,
            "needles.counted_out",
            lambda s: rules.count_out(s, s.count_out + step, self.clock.now()),
            f"{step:+d}",
        )

    @use_case(Duty.CLINICAL)
    def count_in_at(
        self, tx: Transaction, visit_id: UUID, spots: tuple[Spot, ...], seen: int, reason: str = ""
    ) -> Session:
        """Sets where the needles really went in, point by point; their sum is the number inserted."""
        needles = total(spots)
        self._added_points_are_safe(tx, tx.work.visits.get(visit_id), spots)
        spots = placed(spots, self.sitting.knowledge.region)
        return self.change_session(
            tx,
            visit_id,
            "needles.counted_in",
            lambda s: self._counted_in(tx, s, needles, reason, seen, spots),
            f"{needles}",
        )

    @use_case(Duty.CLINICAL)
    def count_out_at(self, tx: Transaction, visit_id: UUID, spots: tuple[Spot, ...], seen: int) -> Session:
        """Sets where the needles came out, counted afresh by point or by region."""
        needles = total(spots)

        def counted(session: Session) -> Session:
            rules.unmoved(session.count_out, seen)
            return rules.count_out(session, needles, self.clock.now(), spots)

        return self.change_session(tx, visit_id, "needles.counted_out", counted, f"{needles}")

    @use_case(Duty.CLINICAL)
    def settle(
        self,
        tx: Transaction,
        visit_id: UUID,
        fate: Fate,
        needles: int,
        words: str,
        point: str = "",
        consent: bool = False,
        remove_on: date | None = None,
    ) -> Session:
        """Explains needles that were not counted out."""
        point = point.strip().upper()
        chosen = {row.code for row in tx.work.visits.get(visit_id).prescription}
        begun = tx.work.sessions.of_visit(visit_id)
        chosen |= {spot.place.partition(" ")[0] for spot in begun.in_at} if begun else set()
        if fate is Fate.LEFT_IN and point and point not in chosen:
            raise ChartTrouble(_("{point} isn't one of the points of this visit.").format(point=point))
        settlement = Settlement(
            fate, needles, words.strip(), self.user_id, self.clock.now(), point, consent, remove_on
        )
        return self.change_session(
            tx,
            visit_id,
            "needles.settled",
            lambda s: rules.settle(s, settlement, self.clock.today()),
            f"{needles} {fate}",
        )

    @use_case(Duty.CLINICAL)
    def take_back(self, tx: Transaction, visit_id: UUID, number: int) -> Session:
        """Takes back an explanation, so that its needles are missing again."""
        return self.change_session(
            tx,
            visit_id,
            "needles.settlement_taken_back",
            lambda s: rules.take_back(s, number, self.clock.now()),
            f"{number}",
        )

    def _added_points_are_safe(self, tx: Transaction, visit: Visit, spots: tuple[Spot, ...]) -> None:
        """A point added at the table is one that exists, and meets the same rules as one chosen before."""
        prescribed, points = {row.code for row in visit.prescription}, self.sitting.knowledge.points
        for spot in spots:
            code = spot.place.partition(" ")[0]
            if code in prescribed or spot.place == spot.region:
                continue
            if code not in points:
                raise ChartTrouble(_("There is no point called {text}.").format(text=code))
            row = Needling(code, side_of(spot, points[code].midline), max(1, spot.needles))
            sentence = self.open_danger(tx, replace(visit, prescription=(*visit.prescription, row)))
            if sentence:
                raise ChartTrouble(sentence)

    def _counted_in(
        self,
        tx: Transaction,
        session: Session,
        needles: int,
        reason: str,
        seen: int | None = None,
        spots: tuple[Spot, ...] | None = None,
    ) -> Session:
        """The session with another count; no needle more while a danger is open."""
        if seen is not None:
            rules.unmoved(session.count_in, seen)
        goes_in = session.state not in rules.OUT
        if goes_in and needles > session.count_in:
            sentence = self.open_danger(tx, tx.work.visits.get(session.visit_id))
            if sentence:
                raise ChartTrouble(sentence)
        return rules.count_in(session, needles, self.user_id, self.clock.now(), reason, spots)
