"""Handing out a form, keeping its answers, and taking them into the chart."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from uuid import UUID

from acuchart.charting.intake_acceptance import denied_flags, described_by, settled_flags, taken_into
from acuchart.charting.intake_answers import WHOLE_FORM, UnreadableForm, answers_of, form_of, review_of
from acuchart.charting.sitting import Duty, Transaction, UseCases, use_case
from acuchart.clinic.events import FlagsChanged, IntakeChanged, PatientChanged, VisitChanged
from acuchart.clinic.form_check import still_required, wrong_answers
from acuchart.clinic.forms import Answers, Questionnaire, write_answers
from acuchart.clinic.ids import new_id
from acuchart.clinic.intake import AnswerSettled, Intake, IntakeState, Settled
from acuchart.clinic.intake_filling import Filling, HandedOut
from acuchart.clinic.intake_meaning import Meaning, meaning
from acuchart.clinic.intake_review import Around, Concern, IntakeReview, ToSettle
from acuchart.clinic.trouble import ChartTrouble
from acuchart.words import _


class Intakes(UseCases):
    """Forms: the desk hands them out, the patient answers, the practitioner accepts."""

    @use_case(Duty.DESK)
    def hand_out(self, tx: Transaction, patient_id: UUID, form: str) -> Intake:
        """Starts a form; one that lies unfinished is taken up again, unless it can't be read."""
        questionnaire = self.sitting.knowledge.forms.get(form)
        if questionnaire is None:
            raise ChartTrouble(_("There is no such form. Choose one from the list."))
        patient = tx.work.patients.get(patient_id)
        for lying in tx.work.intakes.of_patient(patient_id):
            if (
                lying.form == form
                and lying.state is IntakeState.HANDED_OUT
                and _readable(questionnaire, lying)
            ):
                tx.audit("intake.taken_up", patient.number, form)
                return lying
        intake = tx.work.intakes.add(Intake(new_id(), patient_id, form, handed_out_at=self.clock.now()))
        tx.audit("intake.handed_out", patient.number, form)
        tx.publish(IntakeChanged(patient_id, intake.id))
        return intake

    @use_case(Duty.DESK)
    def fill(self, tx: Transaction, intake_id: UUID) -> Filling:
        """The form for the patient's hands, with what was answered so far."""
        intake = self._unfinished(tx, intake_id)
        form = form_of(self.sitting.knowledge, intake.form)
        filling = Filling(intake, form, answers_of(form, intake), tx.work.clinic.get().name)
        tx.audit("intake.shown_to_patient", tx.work.patients.get(intake.patient_id).number, intake.form)
        return filling

    @use_case(Duty.DESK)
    def keep_answers(self, tx: Transaction, intake_id: UUID, answers: Answers) -> Intake:
        """Keeps the answers given so far; refused where one does not fit its question."""
        intake = self._unfinished(tx, intake_id)
        return self._keep(tx, replace(intake, answers=self._written(intake, answers)), "intake.answered")

    @use_case(Duty.DESK)
    def complete(self, tx: Transaction, intake_id: UUID, answers: Answers) -> Intake:
        """The patient is done; skipped questions stay unanswered."""
        intake = self._unfinished(tx, intake_id)
        form = form_of(self.sitting.knowledge, intake.form)
        missing = still_required(form, answers)
        if missing:
            raise ChartTrouble(_("Please answer this first: {question}").format(question=missing[0].text))
        text = self._written(intake, answers, complete=True)
        done = replace(intake, answers=text, state=IntakeState.COMPLETED, completed_at=self.clock.now())
        return self._keep(tx, done, "intake.completed")

    @use_case(Duty.DESK)
    def take_back(self, tx: Transaction, intake_id: UUID, passphrase: str) -> None:
        """Ends the patient's turn at the PC: whoever handed the form out types their passphrase."""
        self.sitting.vault.unlock(self.user_id, passphrase)
        intake = tx.work.intakes.get(intake_id)
        tx.audit("intake.taken_back", tx.work.patients.get(intake.patient_id).number, intake.form)

    @use_case(Duty.DESK)
    def handed_out_on(self, tx: Transaction, day: date) -> tuple[HandedOut, ...]:
        """The forms handed out on a day, the newest first: whose, which and how far, without answers."""
        start = datetime.combine(day, time()).astimezone()
        found = tx.work.intakes.between(start, start + timedelta(days=1))
        tx.audit("intakes.listed", detail=f"{len(found)}")
        return tuple(self._listed(tx, intake) for intake in reversed(found))

    @use_case(Duty.CLINICAL)
    def review(self, tx: Transaction, intake_id: UUID) -> IntakeReview:
        """A form with its questions, answers and open concerns, and what the chart says beside it."""
        intake = tx.work.intakes.get(intake_id)
        tx.audit("intake.opened", tx.work.patients.get(intake.patient_id).number, intake.form)
        return self._review(tx, intake)

    @use_case(Duty.CLINICAL)
    def settle(
        self, tx: Transaction, intake_id: UUID, link_id: str, how: Settled, reason: str = ""
    ) -> IntakeReview:
        """Deals with one answer: a caution in the chart, no concern with a reason, a referral, or later.

        What is decided about a risk stands in the chart at once.
        """
        intake = self._completed(tx, intake_id)
        review = self._review(tx, intake)
        decision = AnswerSettled(link_id, how, reason.strip())
        _check_decision(review.concern(link_id), decision)
        found = meaning(review.questionnaire, review.answers)
        chart = tx.work.flags.of(intake.patient_id)
        flags = settled_flags(found, decision, chart, self.user_id, self.clock.today())
        for flag in flags:
            tx.work.flags.put(intake.patient_id, flag)
        if flags:
            tx.publish(FlagsChanged(intake.patient_id))
        return self._review(tx, self._keep_decision(tx, intake, decision))

    @use_case(Duty.CLINICAL)
    def set_aside(self, tx: Transaction, intake_id: UUID, reason: str) -> Intake:
        """Puts a form aside that can't be read, so that it no longer stands before needling."""
        intake = self._completed(tx, intake_id)
        decision = AnswerSettled(WHOLE_FORM, Settled.NOT_A_CONCERN, reason.strip())
        if not decision.reason:
            raise ChartTrouble(_("Write a word of why it is no concern."))
        try:
            self._review(tx, intake)
        except UnreadableForm:
            return self._keep_decision(tx, intake, decision)
        raise ChartTrouble(_("This form can be read. Settle its answers instead."))

    @use_case(Duty.CLINICAL)
    def accept(self, tx: Transaction, intake_id: UUID, visit_id: UUID | None = None) -> IntakeReview:
        """Takes the answers into the chart: risk facts, and what the open visit and its course take up."""
        intake = tx.work.intakes.get(intake_id)
        if intake.state is not IntakeState.COMPLETED:
            raise ChartTrouble(
                _("This form can't be accepted: it is not finished, or it was accepted before.")
            )
        review = self._review(tx, intake)
        if review.open:
            raise ChartTrouble(_("Settle every answer that needs your eyes first."))
        found = meaning(review.questionnaire, review.answers)
        if visit_id is None and found.for_a_visit:
            raise ChartTrouble(_("Check the patient in first, so that the answers reach the visit."))
        for flag in denied_flags(found, review.around.flags, self.user_id, self.clock.today()):
            tx.work.flags.put(intake.patient_id, flag)
        if visit_id is not None:
            self._take_into_visit(tx, intake, visit_id, found)
        accepted = replace(
            intake, state=IntakeState.ACCEPTED, accepted_at=self.clock.now(), accepted_by=self.user_id
        )
        kept = self._keep(tx, accepted, "intake.accepted")
        tx.publish(FlagsChanged(intake.patient_id))
        return self._review(tx, kept)

    def _take_into_visit(self, tx: Transaction, intake: Intake, visit_id: UUID, found: Meaning) -> None:
        visit = tx.work.visits.get(visit_id)
        if visit.patient_id != intake.patient_id or visit.signed:
            raise ChartTrouble(
                _("The visit does not take these answers: it is signed, or it is somebody else's.")
            )
        knowledge, born = self.sitting.knowledge, tx.work.patients.get(intake.patient_id).born
        tx.work.visits.change(taken_into(visit, intake, found, knowledge, born))
        tx.publish(VisitChanged(visit_id))
        course = tx.work.courses.get(visit.course_id)
        described = described_by(course, found, knowledge.body)
        if described != course:
            tx.work.courses.change(described)
            tx.publish(PatientChanged(intake.patient_id))

    def _review(self, tx: Transaction, intake: Intake) -> IntakeReview:
        born = tx.work.patients.get(intake.patient_id).born
        return replace(review_of(self.sitting.knowledge, intake, born), around=self._around(tx, intake))

    def _around(self, tx: Transaction, intake: Intake) -> Around:
        work = tx.work
        drafts = [visit for visit in work.visits.of_patient(intake.patient_id) if not visit.signed]
        visit = drafts[-1] if drafts else None
        return Around(
            flags=work.flags.of(intake.patient_id),
            visit_id=visit.id if visit else None,
            course=work.courses.get(visit.course_id) if visit else None,
            before=self._before(tx, intake),
            accepted_by=work.users.get(intake.accepted_by).name if intake.accepted_by else "",
        )

    def _before(self, tx: Transaction, intake: Intake) -> Answers | None:
        """The last accepted form of the same name before this one; None where it can't be read."""
        name = intake.form.partition("|")[0]
        earlier = [
            other
            for other in tx.work.intakes.of_patient(intake.patient_id)
            if other.state is IntakeState.ACCEPTED
            and other.form.partition("|")[0] == name
            and (other.handed_out_at, other.id) < (intake.handed_out_at, intake.id)
        ]
        if not earlier:
            return None
        try:
            return answers_of(form_of(self.sitting.knowledge, earlier[-1].form), earlier[-1])
        except UnreadableForm:
            return None

    def _written(self, intake: Intake, answers: Answers, *, complete: bool = False) -> str:
        form = form_of(self.sitting.knowledge, intake.form)
        wrong = wrong_answers(form, answers)
        if wrong:
            raise ChartTrouble(wrong[0].sentence)
        return write_answers(form, answers, complete=complete)

    def _listed(self, tx: Transaction, intake: Intake) -> HandedOut:
        patient = tx.work.patients.get(intake.patient_id)
        form = self.sitting.knowledge.forms.get(intake.form)
        return HandedOut(
            intake_id=intake.id,
            patient_id=patient.id,
            patient_name=patient.name.full,
            patient_number=patient.number,
            title=form.title if form else intake.form,
            handed_out_at=intake.handed_out_at,
            state=intake.state,
            completed_at=intake.completed_at,
        )

    def _unfinished(self, tx: Transaction, intake_id: UUID) -> Intake:
        intake = tx.work.intakes.get(intake_id)
        if intake.state is not IntakeState.HANDED_OUT:
            raise ChartTrouble(_("This form is finished. Hand out a new one to ask again."))
        return intake

    def _completed(self, tx: Transaction, intake_id: UUID) -> Intake:
        intake = tx.work.intakes.get(intake_id)
        if intake.state is not IntakeState.COMPLETED:
            raise ChartTrouble(_("This form is not open for review."))
        return intake

    def _keep_decision(self, tx: Transaction, intake: Intake, decision: AnswerSettled) -> Intake:
        others = tuple(other for other in intake.settled if other.link_id != decision.link_id)
        settled = replace(intake, settled=(*others, decision))
        return self._keep(tx, settled, "intake.answer_settled", f"{decision.link_id} {decision.how}".strip())

    def _keep(self, tx: Transaction, intake: Intake, act: str, detail: str = "") -> Intake:
        kept = tx.work.intakes.change(intake)
        tx.audit(act, tx.work.patients.get(kept.patient_id).number, detail or kept.form)
        tx.publish(IntakeChanged(kept.patient_id, kept.id))
        return kept


def _readable(form: Questionnaire, intake: Intake) -> bool:
    try:
        answers_of(form, intake)
    except UnreadableForm:
        return False
    return True


def _check_decision(concern: ToSettle | None, decision: AnswerSettled) -> None:
    """Refuses what can't be decided about an answer."""
    if concern is None:
        raise ChartTrouble(_("This answer needs no decision."))
    if decision.how is Settled.NOT_A_CONCERN and not decision.reason:
        raise ChartTrouble(_("Write a word of why it is no concern."))
    if decision.how is Settled.REFERRED and not decision.reason:
        raise ChartTrouble(_("Write a word of what was decided."))
    if decision.how is Settled.CAUTION_ADDED and concern.concern is not Concern.RISK:
        raise ChartTrouble(_("A warning sign needs a decision in words."))
