"""When a question on paper is to be answered at all, said in words: paper cannot hide it."""

from collections.abc import Sequence

from acuchart.clinic.forms import Coding, Condition, Item, Questionnaire
from acuchart.words import _


def only_if(item: Item, questionnaire: Questionnaire) -> str:
    """Such as "Only if “Where is your main trouble” is Back:"; empty where everybody is asked."""
    if not item.enable_when:
        return ""
    by_question: dict[tuple[str, str], list[Condition]] = {}
    for condition in item.enable_when:
        by_question.setdefault((condition.link_id, condition.operator), []).append(condition)
    parts = [_part(questionnaire.item(link_id), same) for (link_id, operator), same in by_question.items()]
    joined = (_(" or ") if item.enable_any else _(" and ")).join(parts)
    return _("Only if {condition}:").format(condition=joined)


def _part(asked: Item, conditions: Sequence[Condition]) -> str:
    """What one question must have been answered."""
    question = _(asked.text).rstrip("?")
    answers = _(" or ").join(_answer(asked, condition) for condition in conditions)
    return _sentence(conditions[0].operator).format(question=question, answer=answers)


def _sentence(operator: str) -> str:
    match operator:
        case "exists":
            return _("you answered “{question}”")
        case "!=":
            return _("“{question}” is not {answer}")
        case "=":
            return _("“{question}” is {answer}")
    return _("“{question}” is {operator} {answer}").replace("{operator}", operator)


def _answer(asked: Item, condition: Condition) -> str:
    """The answer a condition waits for, in words."""
    match condition.value:
        case True:
            return _("Yes")
        case False:
            return _("No")
        case Coding(code=code):
            option = asked.option(code)
            return _(option.coding.display) if option else code
        case value:
            return str(value)
