"""What a filled form says, for every room that must know whether something in it is still open."""

from datetime import date
from itertools import groupby

from acuchart.clinic.findings import FindingState
from acuchart.clinic.form_check import wrong_answers
from acuchart.clinic.forms import Answers, Questionnaire, read_answers
from acuchart.clinic.intake import Intake, Settled
from acuchart.clinic.intake_meaning import Meaning, meaning
from acuchart.clinic.intake_review import Concern, IntakeReview, ToSettle
from acuchart.clinic.red_flags import alerts
from acuchart.clinic.trouble import ChartTrouble
from acuchart.knowledge import Knowledge
from acuchart.words import _

WHOLE_FORM = ""
"""The link id of a decision about a form that can't be read."""


class UnreadableForm(ChartTrouble):
    """The answers, or the form they were given to, can't be read."""


def form_of(knowledge: Knowledge, key: str) -> Questionnaire:
    """The form by name and version.

    Raises:
        UnreadableForm: This program does not hold that version.
    """
    form = knowledge.forms.get(key)
    if form is None:
        raise UnreadableForm(
            _("This program does not hold the form {form}. Ask the patient to fill it in again.").format(
                form=key
            )
        )
    return form


def answers_of(form: Questionnaire, intake: Intake) -> Answers:
    """The answers as kept.

    Raises:
        UnreadableForm: They are damaged, or do not fit the form.
    """
    unreadable = UnreadableForm(
        _("The answers of this form can't be read. Ask the patient to fill it in again.")
    )
    try:
        answers = read_answers(form, intake.answers)
    except ChartTrouble:
        raise unreadable from None
    if wrong_answers(form, answers):
        raise unreadable
    return answers


def review_of(knowledge: Knowledge, intake: Intake, born: date) -> IntakeReview:
    """A form with its questions, its answers and every answer that must be settled.

    Raises:
        UnreadableForm: Form or answers can't be read.
    """
    form = form_of(knowledge, intake.form)
    answers = answers_of(form, intake)
    found = meaning(form, answers)
    about = [(risk.link_id, Concern.RISK, risk.flag) for risk in found.flags if risk.yes]
    about += [
        (link_id, Concern.RED_FLAG, flag_id)
        for link_id, flag_id in alarms(knowledge, found, age_at(intake, born))
    ]
    concerns = _concerns(form, answers, about)
    return IntakeReview(intake, form, answers, concerns)


def alarms(knowledge: Knowledge, found: Meaning, age: int) -> tuple[tuple[str, str], ...]:
    """Link id and red flag of every red flag that is present and counts at this age."""
    states = {given.flag_id: FindingState.PRESENT for given in found.red_flags if given.present}
    risks = tuple(risk.flag for risk in found.flags if risk.yes)
    count = {alert.flag.id for alert in alerts(knowledge.red_flags, states, age, risks)}
    return tuple(
        (given.link_id, given.flag_id)
        for given in found.red_flags
        if given.present and given.flag_id in count
    )


def age_at(intake: Intake, born: date) -> int:
    """Whole years when the form was finished, so that a form never changes its meaning later."""
    on = (intake.completed_at or intake.handed_out_at).date()
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def _concerns(
    form: Questionnaire, answers: Answers, about: list[tuple[str, Concern, str]]
) -> tuple[ToSettle, ...]:
    """One concern for each question, in the order of the form; a red flag weighs more than a risk."""
    place = {item.link_id: number for number, item in enumerate(form.walk())}
    found: list[ToSettle] = []
    for link_id, group in groupby(sorted(about, key=lambda one: place[one[0]]), key=lambda one: one[0]):
        rows = tuple(group)
        red = any(concern is Concern.RED_FLAG for _link, concern, _name in rows)
        concern = Concern.RED_FLAG if red else Concern.RISK
        names = tuple(name for _link, kind, name in rows if kind is concern)
        found.append(ToSettle(link_id, concern, names, form.text_of(link_id), answers.words(link_id)))
    return tuple(found)


def open_answers(knowledge: Knowledge, intake: Intake, born: date) -> int:
    """How many answers of a form still wait to be settled; a form nobody can read counts as one."""
    try:
        return len(review_of(knowledge, intake, born).open)
    except UnreadableForm:
        return 0 if set_aside(intake) else 1


def set_aside(intake: Intake) -> bool:
    """Whether a form that can't be read was put aside with a reason."""
    return any(
        settled.link_id == WHOLE_FORM and settled.how is Settled.NOT_A_CONCERN for settled in intake.settled
    )
