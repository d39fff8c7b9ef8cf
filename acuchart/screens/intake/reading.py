"""A filled form in the words of the screen it is read on. Knows no Qt."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from acuchart.clinic.body import Body
from acuchart.clinic.flags import FLAG_WORDS, FlagKind, FlagState
from acuchart.clinic.forms import Answers, Control, Item, ItemType, asked
from acuchart.clinic.intake import AnswerSettled, IntakeState, Settled
from acuchart.clinic.intake_meaning import FIELD, FLAG, meaning
from acuchart.clinic.intake_review import Concern, IntakeReview, ToSettle
from acuchart.clinic.painting import PainStrength, Painting, painted_regions, read_painting
from acuchart.clinic.regions import region_words
from acuchart.words import DateStyle, _, format_date, format_time, ngettext


class Mark(StrEnum):
    """What stands at the right of a section."""

    DONE = "done"
    OPEN = "open"
    CHANGED = "changed"
    NOT_ASKED = "not_asked"


@dataclass(frozen=True, slots=True)
class SectionRow:
    """A section in the list.

    Attributes:
        words: Of its mark; empty for a tick.
    """

    key: str
    title: str
    mark: Mark
    words: str = ""


@dataclass(frozen=True, slots=True)
class ConcernRow:
    """An answer that needs eyes.

    Attributes:
        means: What it may mean for today, in sourced words.
        risk: Whether it is a risk fact; else it is a red flag.
        decided: What was decided, in words; empty while it is open.
        later: Whether it was put off.
    """

    link_id: str
    question: str
    answer: str
    means: str
    risk: bool
    decided: str = ""
    later: bool = False


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """A question with its answer.

    Attributes:
        section: Key of its section.
        answer: Empty where it was left open.
        own_words: Whether the patient wrote it.
        tag: What is to be noticed: new, changed, or another state in the chart.
        goal: Whether the words can become a goal.
    """

    section: str
    link_id: str
    question: str
    answer: str
    own_words: bool = False
    tag: str = ""
    goal: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """A form as it is read.

    Attributes:
        when: When and how long it was filled.
        painted: What the painting shows, in words, the strongest first.
        state_words: What stands above the button: what is open, or who accepted it.
        check_in: Whether the patient has to be checked in before the form can be accepted.
        missing: Why it can't be accepted yet; empty when it can.
        accepted: Read only.
    """

    title: str
    when: str
    sections: tuple[SectionRow, ...]
    concerns: tuple[ConcernRow, ...]
    answers: tuple[AnswerRow, ...]
    painting: Painting
    painted: tuple[str, ...]
    open: int
    state_words: str
    check_in: bool
    missing: str
    accepted: bool
    finished: bool


Means = Callable[[ToSettle], str]


def reading_of(review: IntakeReview, means: Means, body: Body, today: date) -> Reading:
    """The form in words; `means` says what a concern may mean for today."""
    rows = tuple(_answer_rows(review))
    painting = _painting(review)
    state = review.intake.state
    return Reading(
        title=_(review.questionnaire.title),
        when=_when(review, today),
        sections=tuple(_section(review, item, rows) for item in review.questionnaire.items),
        concerns=tuple(_concern(review, concern, means) for concern in review.concerns),
        answers=rows,
        painting=painting,
        painted=tuple(_painted(painting, body)),
        open=len(review.open),
        state_words=_state_words(review),
        check_in=_needs_visit(review),
        missing=_missing(review),
        accepted=state is IntakeState.ACCEPTED,
        finished=state is not IntakeState.HANDED_OUT,
    )


def _answer_rows(review: IntakeReview) -> Iterator[AnswerRow]:
    names = {item.link_id for item in asked(review.questionnaire, review.answers)}
    for section in review.questionnaire.items:
        for item in section.walk():
            if item.asks and item.link_id in names:
                yield _answer_row(review, section.link_id, item)


def _answer_row(review: IntakeReview, section: str, item: Item) -> AnswerRow:
    answers, painted = review.answers, item.control is Control.BODY_CHART
    words = answers.words(item.link_id)
    if painted and words:
        words = _("Painted, see the picture")
    written = item.type in (ItemType.STRING, ItemType.TEXT) and not painted
    return AnswerRow(
        section=section,
        link_id=item.link_id,
        question=_(item.text),
        answer=words,
        own_words=written and bool(words),
        tag=_tag(review, item),
        goal=bool(words) and _may_be_goal(review, item, words),
    )


def _may_be_goal(review: IntakeReview, item: Item, words: str) -> bool:
    course = review.around.course
    named = any((code.system, code.code) == (FIELD, "goal") for code in item.codes)
    return named and course is not None and all(goal.words != words for goal in course.goals)


def _tag(review: IntakeReview, item: Item) -> str:
    """Another state in the chart weighs more than a change since the last form."""
    for code in item.codes:
        if code.system == FLAG and review.answers.one(item.link_id) is False:
            kind = FlagKind(code.code)
            if review.around.flags[kind].state is FlagState.YES:
                return _("Chart: {risk}").format(risk=_(FLAG_WORDS[kind]))
    before = review.around.before
    if before is None or item.control is Control.BODY_CHART:
        return ""
    return _change(before, review.answers, item)


def _change(before: Answers, now: Answers, item: Item) -> str:
    was, is_now = before.words(item.link_id), now.words(item.link_id)
    if was == is_now or not is_now:
        return ""
    if not was:
        return _("New")
    short = item.type in (ItemType.INTEGER, ItemType.BOOLEAN)
    return _("Changed, was {answer}").format(answer=was) if short else _("Changed")


def _section(review: IntakeReview, item: Item, rows: tuple[AnswerRow, ...]) -> SectionRow:
    mine = [row for row in rows if row.section == item.link_id]
    title = _(item.text)
    if not mine and any(below.asks for below in item.walk()):
        return SectionRow(item.link_id, title, Mark.NOT_ASKED, _("n/a"))
    changed = sum(bool(row.tag) for row in mine)
    if changed:
        words = ngettext("{n} new", "{n} new", changed).format(n=changed)
        return SectionRow(item.link_id, title, Mark.CHANGED, words)
    left = sum(not row.answer for row in mine)
    if left:
        words = ngettext("{n} open", "{n} open", left).format(n=left)
        return SectionRow(item.link_id, title, Mark.OPEN, words)
    return SectionRow(item.link_id, title, Mark.DONE)


def _concern(review: IntakeReview, concern: ToSettle, means: Means) -> ConcernRow:
    decision = review.decision(concern.link_id)
    return ConcernRow(
        link_id=concern.link_id,
        question=_(concern.question),
        answer=_with_detail(review, concern),
        means=means(concern),
        risk=concern.concern is Concern.RISK,
        decided=_decided(decision) if decision else "",
        later=decision is not None and decision.how is Settled.LATER,
    )


def _with_detail(review: IntakeReview, concern: ToSettle) -> str:
    """The answer with what the patient wrote to it."""
    detail = review.answers.words(f"{concern.link_id}.detail")
    return f"{concern.answer}, {detail}" if detail else concern.answer


def _decided(decision: AnswerSettled) -> str:
    match decision.how:
        case Settled.CAUTION_ADDED:
            return _("Caution in the chart")
        case Settled.NOT_A_CONCERN:
            return _("No concern: {reason}").format(reason=decision.reason)
        case Settled.REFERRED:
            return _("Refer before treating: {reason}").format(reason=decision.reason)
        case _:
            return ""


def _painting(review: IntakeReview) -> Painting:
    for item in review.questionnaire.walk():
        if item.control is Control.BODY_CHART and review.answers.answered(item.link_id):
            return read_painting(str(review.answers.one(item.link_id)))
    return Painting()


def _painted(painting: Painting, body: Body) -> Iterator[str]:
    regions = painted_regions(painting, body)
    words = {
        PainStrength.STRONG: _("Strong"),
        PainStrength.MEDIUM: _("Medium"),
        PainStrength.LITTLE: _("A little"),
    }
    for strength, name in words.items():
        places = [region_words(region) for region, how in regions if how is strength]
        if places:
            yield _("{strength} · {places}").format(strength=name, places="; ".join(places))


def _when(review: IntakeReview, today: date) -> str:
    intake = review.intake
    at = intake.completed_at
    if at is None:
        return _("Not finished")
    day = _("today") if at.astimezone().date() == today else format_date(at, DateStyle.SHORT)
    minutes = round((at - intake.handed_out_at).total_seconds() / 60)
    words = _("On this PC · {day} {time}").format(day=day, time=format_time(at))
    return f"{words} · {ngettext('{n} min', '{n} min', minutes).format(n=minutes)}" if minutes else words


def _state_words(review: IntakeReview) -> str:
    intake = review.intake
    if intake.state is IntakeState.HANDED_OUT:
        return _("Not finished. Ask in the room?")
    if intake.accepted_at is not None:
        return _("Accepted {time} by {name}").format(
            time=format_time(intake.accepted_at), name=review.around.accepted_by
        )
    sections = len(review.questionnaire.items)
    read = ngettext("{n} section.", "{n} sections.", sections).format(n=sections)
    return f"{read} {_open_words(len(review.open))}"


def _open_words(count: int) -> str:
    if not count:
        return _("No answer is open.")
    return ngettext("{n} answer still open.", "{n} answers still open.", count).format(n=count)


def _needs_visit(review: IntakeReview) -> bool:
    waiting = review.intake.state is IntakeState.COMPLETED and review.around.visit_id is None
    return waiting and meaning(review.questionnaire, review.answers).for_a_visit


def _missing(review: IntakeReview) -> str:
    if review.intake.state is IntakeState.HANDED_OUT:
        return _("The patient has not finished this form.")
    if review.open:
        return _("Settle every answer that needs your eyes first.")
    if _needs_visit(review):
        return _("Check the patient in first, so that the answers reach the visit.")
    return ""
