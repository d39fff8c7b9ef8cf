"""The table of goals: what the patient wants, where it began, where it is, and what is aimed at."""

from collections.abc import Sequence

from reportlab.lib.colors import Color
from reportlab.platypus import Flowable

from acuchart.clinic.plan import GoalLine
from acuchart.documents.columns import Columns
from acuchart.documents.figures import Figures
from acuchart.documents.fonts import REGULAR, SEMIBOLD, runs
from acuchart.documents.ink import ink, px, style, styles
from acuchart.documents.typesetter import Typesetter
from acuchart.words import _

SHARES = (304, 114, 96, 94)
"""How the width is shared among words, first visit, now and aim."""

GAP = px(10)


class Rule(Flowable):
    """A light line over the whole width, with some room around it, in points."""

    def __init__(self, above: float, below: float) -> None:
        super().__init__()
        self.above, self.below = above, below

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        self._wide = available_width
        return available_width, self.above + self.below

    def draw(self) -> None:
        self.canv.setStrokeColor(ink().line)
        self.canv.setLineWidth(px(1.5))
        self.canv.line(0, self.below, self._wide, self.below)


def goal_rows(goals: Sequence[GoalLine], width: float, setter: Typesetter) -> list[Flowable]:
    """The table, row by row, so that it can go on over pages."""
    inner = width - GAP * (len(SHARES) - 1)
    widths = [inner * share / sum(SHARES) for share in SHARES]
    heads = (_("What you want"), _("First visit"), _("Now"), _("Aim"))
    head = Columns([[setter.paragraph(word, styles().small)] for word in heads], widths, GAP)
    head.keepWithNext = 1
    rows: list[Flowable] = [head]
    for number, goal in enumerate(goals):
        rule = Rule(px(6 if number == 0 else 16), px(14))
        rule.keepWithNext = 1
        rows += [rule, Columns(_cells(goal, widths, setter), widths, GAP)]
    return rows


def _cells(goal: GoalLine, widths: Sequence[float], setter: Typesetter) -> list[list[Flowable]]:
    first, now, aim = widths[1:]
    words: list[Flowable] = [setter.paragraph(goal.words, styles().body)]
    if goal.measure:
        words.append(setter.paragraph(goal.measure, styles().small))
    return [
        words,
        [figure(goal.first, REGULAR, ink().ink, first, setter)],
        [figure(goal.now, SEMIBOLD, ink().ink, now, setter)],
        [figure(goal.aim, SEMIBOLD, ink().jade, aim, setter)],
    ]


def figure(text: str, font: str, colour: Color, width: float, setter: Typesetter) -> Flowable:
    """The figure in equal cells where it is short, else words that wrap."""
    body = styles().body
    short = Figures(text, font, body.fontSize, body.leading, colour)
    if short.drawn_width <= width and {run.font for run in runs(text, font)} == {font}:
        return short
    return setter.paragraph(text, style("figure", (body.fontSize, body.leading), font, colour))
