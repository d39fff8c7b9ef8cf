"""What a filled form says, for every room that must know whether something in it is still open."""

from acuchart.clinic.forms import read_answers
from acuchart.clinic.intake import Intake
from acuchart.clinic.intake_meaning import meaning
from acuchart.clinic.intake_review import Concern, IntakeReview, ToSettle
from acuchart.knowledge import Knowledge


def review_of(knowledge: Knowledge, intake: Intake) -> IntakeReview:
    """A form with its questions, its answers and every answer that must be settled."""
    questionnaire = knowledge.forms[intake.form]
    answers = read_answers(questionnaire, intake.answers)
    found = meaning(questionnaire, answers)
    risks = [
        ToSettle(
            risk.link_id,
            Concern.RISK,
            risk.flag,
            questionnaire.text_of(risk.link_id),
            answers.words(risk.link_id),
        )
        for risk in found.flags
        if risk.yes
    ]
    alarms = [
        ToSettle(
            alarm.link_id,
            Concern.RED_FLAG,
            alarm.flag_id,
            questionnaire.text_of(alarm.link_id),
            answers.words(alarm.link_id),
        )
        for alarm in found.red_flags
        if alarm.present
    ]
    return IntakeReview(intake, questionnaire, answers, (*risks, *alarms))


def open_answers(knowledge: Knowledge, intake: Intake) -> int:
    """How many answers of a form still wait to be settled."""
    return len(review_of(knowledge, intake).open)
