"""Handing out a form, keeping its answers, and taking them into the chart."""

from dataclasses import replace
from uuid import UUID

from acuchart.charting.intake_answers import review_of
from acuchart.charting.sitting import Duty, Transaction, UseCases, use_case
from acuchart.clinic.events import FlagsChanged, IntakeChanged
from acuchart.clinic.findings import Observation
from acuchart.clinic.flags import Flag, FlagKind, FlagState, check_flag
from acuchart.clinic.ids import new_id
from acuchart.clinic.intake import AnswerSettled, Intake, IntakeState, Settled
from acuchart.clinic.intake_meaning import Meaning, meaning
from acuchart.clinic.intake_review import IntakeReview
from acuchart.clinic.trouble import ChartTrouble
from acuchart.clinic.visit import CheckIn, Examination, RedFlagAnswer, Visit
from acuchart.words import _


class Intakes(UseCases):
    """Forms: the desk hands them out, the patient answers, the practitioner accepts."""

    @use_case(Duty.DESK)
    def hand_out(self, tx: Transaction, patient_id: UUID, form: str) -> Intake:
        """Starts a form; one that lies unfinished is taken up again."""
        if form not in self.sitting.knowledge.forms:
            raise ChartTrouble(_("There is no such form. Choose one from the list."))
        patient = tx.work.patients.get(patient_id)
        for lying in tx.work.intakes.of_patient(patient_id):
            if lying.form == form and lying.state is IntakeState.HANDED_OUT:
                tx.audit("intake.taken_up", patient.number, form)
                return lying
        intake = tx.work.intakes.add(Intake(new_id(), patient_id, form, handed_out_at=self.clock.now()))
        tx.audit("intake.handed_out", patient.number, form)
        tx.publish(IntakeChanged(patient_id, intake.id))
        return intake

    @use_case(Duty.DESK)
    def keep_answers(self, tx: Transaction, intake_id: UUID, answers: str) -> Intake:
        """Keeps the answers given so far."""
        intake = self._unfinished(tx, intake_id)
        return self._keep(tx, replace(intake, answers=answers), "intake.answered")

    @use_case(Duty.DESK)
    def complete(self, tx: Transaction, intake_id: UUID, answers: str) -> Intake:
        """The patient is done; skipped questions stay unanswered."""
        intake = self._unfinished(tx, intake_id)
        done = replace(intake, answers=answers, state=IntakeState.COMPLETED, completed_at=self.clock.now())
        return self._keep(tx, done, "intake.completed")

    @use_case(Duty.CLINICAL)
    def review(self, tx: Transaction, intake_id: UUID) -> IntakeReview:
        """A form with its questions, answers and open concerns."""
        intake = tx.work.intakes.get(intake_id)
        tx.audit("intake.opened", tx.work.patients.get(intake.patient_id).number, intake.form)
        return review_of(self.sitting.knowledge, intake)

    @use_case(Duty.CLINICAL)
    def settle(
        self, tx: Transaction, intake_id: UUID, link_id: str, how: Settled, reason: str = ""
    ) -> IntakeReview:
        """Deals with one answer: a caution in the chart, no concern with a reason, a referral, or later."""
        intake = tx.work.intakes.get(intake_id)
        if intake.state is not IntakeState.COMPLETED:
            raise ChartTrouble(_("This form is not open for review."))
        if how is Settled.NOT_A_CONCERN and not reason.strip():
            raise ChartTrouble(_("Write a word of why it is no concern."))
        others = tuple(answer for answer in intake.settled if answer.link_id != link_id)
        kept = self._keep(
            tx,
            replace(intake, settled=(*others, AnswerSettled(link_id, how, reason.strip()))),
            "intake.answer_settled",
            f"{link_id} {how}",
        )
        return review_of(self.sitting.knowledge, kept)

    @use_case(Duty.CLINICAL)
    def accept(self, tx: Transaction, intake_id: UUID, visit_id: UUID | None = None) -> IntakeReview:
        """Takes the answers into the chart: risk facts, and findings and red flags of the open visit."""
        intake = tx.work.intakes.get(intake_id)
        review = review_of(self.sitting.knowledge, intake)
        if intake.state is not IntakeState.COMPLETED:
            raise ChartTrouble(
                _("This form can't be accepted: it is not finished, or it was accepted before.")
            )
        if review.open:
            raise ChartTrouble(_("Settle every answer that needs your eyes first."))
        found = meaning(review.questionnaire, review.answers)
        self._take_flags(tx, intake, found)
        if visit_id is not None:
            self._take_findings(tx, intake, visit_id, found)
        accepted = replace(
            intake, state=IntakeState.ACCEPTED, accepted_at=self.clock.now(), accepted_by=self.user_id
        )
        kept = self._keep(tx, accepted, "intake.accepted")
        tx.publish(FlagsChanged(intake.patient_id))
        return review_of(self.sitting.knowledge, kept)

    def _take_flags(self, tx: Transaction, intake: Intake, found: Meaning) -> None:
        today = self.clock.today()
        for answer in found.flags:
            flag = Flag(
                FlagKind(answer.flag),
                FlagState.YES if answer.yes else FlagState.ASKED_NONE,
                detail=answer.detail,
                due=answer.due,
                asked_on=today,
                asked_by=self.user_id,
            )
            tx.work.flags.put(intake.patient_id, check_flag(flag, today))

    def _take_findings(self, tx: Transaction, intake: Intake, visit_id: UUID, found: Meaning) -> None:
        visit = tx.work.visits.get(visit_id)
        if visit.patient_id != intake.patient_id or visit.signed:
            raise ChartTrouble(
                _("The visit does not take these answers: it is signed, or it is somebody else's.")
            )
        tx.work.visits.change(
            replace(
                visit,
                examination=_joined(visit.examination, found.observations),
                red_flags=_with_red_flags(visit, intake, found),
                check_in=_with_scores(visit.check_in, found),
            )
        )

    def _unfinished(self, tx: Transaction, intake_id: UUID) -> Intake:
        intake = tx.work.intakes.get(intake_id)
        if intake.state is not IntakeState.HANDED_OUT:
            raise ChartTrouble(_("This form is finished. Hand out a new one to ask again."))
        return intake

    def _keep(self, tx: Transaction, intake: Intake, act: str, detail: str = "") -> Intake:
        kept = tx.work.intakes.change(intake)
        tx.audit(act, tx.work.patients.get(kept.patient_id).number, detail or kept.form)
        tx.publish(IntakeChanged(kept.patient_id, kept.id))
        return kept


def _joined(examination: Examination, answered: tuple[Observation, ...]) -> Examination:
    """The patient's answers beside what the practitioner already recorded, who is never overruled."""
    known = {observation.finding_id for observation in examination.observations}
    new = tuple(observation for observation in answered if observation.finding_id not in known)
    return replace(
        examination,
        observations=(*examination.observations, *new),
        from_form=(*examination.from_form, *dict.fromkeys(o.finding_id for o in new)),
    )


def _with_red_flags(visit: Visit, intake: Intake, found: Meaning) -> tuple[RedFlagAnswer, ...]:
    decisions = {answer.link_id: answer for answer in intake.settled}
    known = {answer.flag_id for answer in visit.red_flags}
    new = []
    for answer in found.red_flags:
        if answer.flag_id in known:
            continue
        settled = decisions.get(answer.link_id)
        new.append(RedFlagAnswer(answer.flag_id, answer.present, settled.reason if settled else ""))
    return (*visit.red_flags, *new)


def _with_scores(check_in: CheckIn, found: Meaning) -> CheckIn:
    """Scores of the form fill what was not asked at the desk."""
    return replace(
        check_in,
        pain_now=check_in.pain_now if check_in.pain_now is not None else found.pain_now,
        pain_worst=check_in.pain_worst if check_in.pain_worst is not None else found.pain_worst,
        pain_average=check_in.pain_average if check_in.pain_average is not None else found.pain_average,
    )
