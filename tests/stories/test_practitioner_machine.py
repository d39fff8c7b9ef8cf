"""Chance plays a whole clinic on a real encrypted database: whatever is done, the promises hold."""

from hypothesis import Phase, settings

from tests.stories.practice.charting import Charting
from tests.stories.practice.forms import Forms
from tests.stories.practice.front_desk import FrontDesk
from tests.stories.practice.papers import Papers
from tests.stories.practice.promises import Promises


class AnyDay(FrontDesk, Forms, Charting, Papers, Promises):
    """Desk, practitioner and owner, in any order."""


TestAnyDay = AnyDay.TestCase
TestAnyDay.settings = settings(
    max_examples=settings().max_examples * 3 // 5,
    phases=[Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink],
)
