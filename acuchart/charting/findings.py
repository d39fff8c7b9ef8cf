"""Recording what was asked, looked at, listened to and palpated; and the red flags."""

from dataclasses import replace
from uuid import UUID

from acuchart.charting.sitting import Duty, Transaction, use_case
from acuchart.charting.visits import VisitStep, unchanged
from acuchart.clinic.carrying import waiting
from acuchart.clinic.events import FindingsRecorded
from acuchart.clinic.findings import FindingState
from acuchart.clinic.trouble import ChartTrouble
from acuchart.clinic.visit import PULSE_RATES, Examination, RedFlagAnswer, Visit
from acuchart.words import _


class Findings(VisitStep):
    """The findings of one visit."""

    @use_case(Duty.CLINICAL)
    def record(self, tx: Transaction, visit_id: UUID, found: Examination, seen: Examination) -> Visit:
        """Keeps the findings as they stand; "not asked" is the absence of an entry."""
        visit = self.draft(tx, visit_id)
        unchanged(visit.examination, seen)
        known = self.sitting.knowledge.findings
        for observation in found.observations:
            if observation.finding_id not in known:
                raise ChartTrouble(_("One finding is not in the vocabulary. Choose it again from the list."))
        if found.pulse_rate is not None and found.pulse_rate not in PULSE_RATES:
            raise ChartTrouble(_("The pulse is a whole number from 20 to 250 a minute."))
        asked = tuple(o for o in found.observations if o.state is not FindingState.NOT_ASKED)
        words = {group: text for group, text in found.words.items() if text.strip()}
        from_form = tuple(i for i in found.from_form if any(o.finding_id == i for o in asked))
        kept = replace(found, observations=asked, words=words, from_form=from_form)
        kept = replace(kept, carried=waiting(kept, known))
        detail = f"{len(asked)}"
        return self._keep(tx, visit, replace(visit, examination=kept), "findings.recorded", detail)

    @use_case(Duty.CLINICAL)
    def answer_red_flag(
        self, tx: Transaction, visit_id: UUID, answer: RedFlagAnswer, seen: RedFlagAnswer | None
    ) -> Visit:
        """Keeps that a red flag was asked and, where it is present, what was decided; `seen` None: not asked.

        The same answer given twice changes nothing, so that a try cut short half-way can be made again.
        """
        if answer.flag_id not in self.sitting.knowledge.red_flags:
            raise ChartTrouble(_("This red flag is not in the list. Choose it again."))
        visit = self.draft(tx, visit_id)
        before = _answer(visit, answer.flag_id)
        if before != answer:
            unchanged(before, seen)
        others = tuple(other for other in visit.red_flags if other.flag_id != answer.flag_id)
        kept = replace(visit, red_flags=(*others, answer))
        return self._keep(tx, visit, kept, "red_flag.answered", f"{answer.flag_id} {answer.present}")

    @use_case(Duty.CLINICAL)
    def forget_red_flag(
        self, tx: Transaction, visit_id: UUID, flag_id: str, seen: RedFlagAnswer | None
    ) -> Visit:
        """Takes an answer back: the red flag counts as not asked."""
        visit = self.draft(tx, visit_id)
        before = _answer(visit, flag_id)
        if before is not None:
            unchanged(before, seen)
        others = tuple(other for other in visit.red_flags if other.flag_id != flag_id)
        return self._keep(tx, visit, replace(visit, red_flags=others), "red_flag.taken_back", flag_id)

    def _keep(self, tx: Transaction, before: Visit, after: Visit, act: str, detail: str) -> Visit:
        """Writes what was found. A pattern confirmed on other findings has to be confirmed again."""
        tx.publish(FindingsRecorded(after.id))
        if before.assessment.confirmed_at is None or _stands_on(before) == _stands_on(after):
            return self.keep(tx, after, act, detail)
        tx.audit("pattern.reopened", tx.work.patients.get(before.patient_id).number, act)
        return self.keep(tx, replace(after, assessment=before.assessment.reopened), act, detail)


def _stands_on(visit: Visit) -> tuple[Examination, dict[str, RedFlagAnswer]]:
    """What a confirmed pattern stands on; what was merely copied from another visit is not part of it."""
    answers = {answer.flag_id: answer for answer in visit.red_flags}
    return replace(visit.examination, carried=()), answers


def _answer(visit: Visit, flag_id: str) -> RedFlagAnswer | None:
    """What was answered to a red flag; None when it was not asked."""
    return next((answer for answer in visit.red_flags if answer.flag_id == flag_id), None)
