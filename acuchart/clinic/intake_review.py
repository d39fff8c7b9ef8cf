"""Reading a filled form: which answers must be settled before a needle goes in."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from acuchart.clinic.forms import Answers, Questionnaire
from acuchart.clinic.intake import AnswerSettled, Intake, Settled


class Concern(StrEnum):
    """What an answer touches."""

    RISK = "risk"
    RED_FLAG = "red_flag"


@dataclass(frozen=True, slots=True)
class ToSettle:
    """An answer the practitioner has to deal with.

    Attributes:
        about: The flag kind or the red flag's id.
        question: As asked.
        answer: As given.
    """

    link_id: str
    concern: Concern
    about: str
    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class IntakeReview:
    """A filled form with its questions, its answers and what is still open in it."""

    intake: Intake
    questionnaire: Questionnaire
    answers: Answers
    concerns: tuple[ToSettle, ...]

    @property
    def open(self) -> tuple[ToSettle, ...]:
        """What nobody has settled; "later" leaves it open."""
        return still_open(self.concerns, self.intake.settled)


def still_open(concerns: Iterable[ToSettle], settled: Iterable[AnswerSettled]) -> tuple[ToSettle, ...]:
    """The concerns without a final decision."""
    done = {answer.link_id for answer in settled if answer.how is not Settled.LATER}
    return tuple(concern for concern in concerns if concern.link_id not in done)
