"""Reading a filled form: which answers must be settled before a needle goes in."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from acuchart.clinic.course import Course
from acuchart.clinic.flags import Flags
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
        about: The flag kinds, or the ids of the red flags, that the one answer raises.
        question: As asked.
        answer: As given.
    """

    link_id: str
    concern: Concern
    about: tuple[str, ...]
    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class Around:
    """What the chart says beside the form.

    Attributes:
        flags: The risk facts as they stand in the chart.
        visit_id: The open visit that would take the answers, None where there is none.
        course: The course of that visit.
        before: The answers of the last accepted form of the same name, None where there is none.
        accepted_by: Name of whoever accepted the form; empty before that.
    """

    flags: Flags = field(default_factory=lambda: Flags.of(()))
    visit_id: UUID | None = None
    course: Course | None = None
    before: Answers | None = None
    accepted_by: str = ""


@dataclass(frozen=True, slots=True)
class IntakeReview:
    """A filled form with its questions, its answers and what is still open in it."""

    intake: Intake
    questionnaire: Questionnaire
    answers: Answers
    concerns: tuple[ToSettle, ...]
    around: Around = field(default_factory=Around)

    @property
    def open(self) -> tuple[ToSettle, ...]:
        """What nobody has settled; "later" leaves it open."""
        return still_open(self.concerns, self.intake.settled)

    def concern(self, link_id: str) -> ToSettle | None:
        """The concern an answer raises, None where it raises none."""
        return next((concern for concern in self.concerns if concern.link_id == link_id), None)

    def decision(self, link_id: str) -> AnswerSettled | None:
        """What was decided about an answer, None where nobody has."""
        return next((settled for settled in self.intake.settled if settled.link_id == link_id), None)


def still_open(concerns: Iterable[ToSettle], settled: Iterable[AnswerSettled]) -> tuple[ToSettle, ...]:
    """The concerns without a final decision."""
    done = {answer.link_id for answer in settled if answer.how is not Settled.LATER}
    return tuple(concern for concern in concerns if concern.link_id not in done)
