"""Forms on paper: blank ones for everybody, filled ones for those who treat."""

from uuid import UUID

from acuchart.charting.intake_answers import answers_of, form_of
from acuchart.charting.sitting import Duty, Transaction, UseCases, use_case
from acuchart.clinic.details import ClinicDetails
from acuchart.clinic.plan import Letterhead
from acuchart.clinic.plan_sheet import letterhead_line
from acuchart.documents.blank_form import draw_form
from acuchart.documents.filled_form import draw_filled_form
from acuchart.documents.paper import Paper
from acuchart.words import DateStyle, _, format_date


class FormPapers(UseCases):
    """PDF files of forms."""

    @use_case(Duty.DESK)
    def blank(self, tx: Transaction, form: str, fillable: bool = False) -> Paper:
        """A form to be filled with a pen, or with fields on a screen."""
        questionnaire = form_of(self.sitting.knowledge, form)
        details = tx.work.clinic.get()
        body = self.sitting.knowledge.body
        tx.audit("form.printed_blank", detail=form)
        return draw_form(questionnaire, _head(details), details.paper, body, fillable=fillable)

    @use_case(Duty.CLINICAL)
    def filled(self, tx: Transaction, intake_id: UUID) -> Paper:
        """A form as it was answered, in the version it was given to."""
        intake = tx.work.intakes.get(intake_id)
        patient = tx.work.patients.get(intake.patient_id)
        questionnaire = form_of(self.sitting.knowledge, intake.form)
        details = tx.work.clinic.get()
        answered = format_date(intake.completed_at or intake.handed_out_at, DateStyle.FULL)
        foot = _("{name} · born {date} · {number}").format(
            name=patient.name.full, date=format_date(patient.born, DateStyle.FULL), number=patient.number
        )
        paper = draw_filled_form(
            questionnaire,
            answers_of(questionnaire, intake),
            _head(details),
            details.paper,
            self.sitting.knowledge.body,
            foot=foot,
            answered_on=answered,
        )
        tx.audit("intake.printed", patient.number, intake.form)
        return paper


def _head(details: ClinicDetails) -> Letterhead:
    return Letterhead(details.name, letterhead_line(details), details.logo)
