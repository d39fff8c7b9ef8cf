"""The steps of a visit, which visit it is, and the way to the next step."""

from collections.abc import Collection

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Variant
from acuchart.screens.parts.painted import Painted, begin
from acuchart.screens.parts.segmented import Option
from acuchart.screens.parts.steps_bar import StepsBar
from acuchart.screens.parts.text import Text
from acuchart.screens.shell.navigation import Step
from acuchart.words import N_, _

STEP_WORDS = {
    Step.FINDINGS: N_("Findings"),
    Step.POINTS: N_("Points"),
    Step.NEEDLING: N_("Needling"),
    Step.PLAN: N_("Plan"),
    Step.SIGN: N_("Sign"),
}
_MARGIN = 24


class VisitSteps(Painted):
    """The row below the patient bar.

    Signals:
        wanted: the `Step` to go to.
    """

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, "steps.row")
        self._here = Step.FINDINGS
        self._done: frozenset[Step] = frozenset()
        self._steps = StepsBar(
            [Option(step.value, _(word)) for step, word in STEP_WORDS.items()], name="steps"
        )
        self._steps.chosen.connect(lambda key: self.wanted.emit(Step(key)))
        self._which = Text("", "small", "ink2", name="steps.visit")
        self.next = Button("", Variant.PRIMARY, trailing="arrow-right", name="steps.next")
        self.next.clicked.connect(self.go_next)
        row = QHBoxLayout(self)
        row.setContentsMargins(_MARGIN, 0, _MARGIN, 1)
        row.addWidget(self._steps)
        row.addStretch(1)
        row.addWidget(self._which)
        row.addSpacing(8)
        row.addWidget(self.next)
        self.setFixedHeight(self.theme.size("steps"))

    @property
    def which(self) -> str:
        """The visit named at the right."""
        return self._which.text()

    @property
    def here(self) -> Step:
        """The step on the screen."""
        return self._here

    @property
    def done(self) -> frozenset[Step]:
        """The steps with a tick."""
        return self._done

    def show_visit(self, which: str, done: Collection[Step]) -> None:
        """Name the visit and tick the steps that are done."""
        self._which.setText(which)
        self._done = frozenset(done)
        self._steps.show_steps(self._here.value, self._done)

    def show_step(self, step: Step) -> None:
        """Mark the step on the screen."""
        self._here = step
        self._steps.show_steps(step.value, self._done)
        following = self.beside(1)
        # Points has its own way on, which is shut while an alert is open; Sign is the last step.
        self.next.setVisible(following is not None and step is not Step.POINTS)
        if following is not None:
            self.next.set_words(_(STEP_WORDS[following]))

    def beside(self, by: int) -> Step | None:
        """The step so many places on; None beyond the ends."""
        steps = list(Step)
        place = steps.index(self._here) + by
        return steps[place] if 0 <= place < len(steps) else None

    def go_next(self) -> None:
        """Ask for the next step, if there is one."""
        self._go(1)

    def go_back(self) -> None:
        """Ask for the step before, if there is one."""
        self._go(-1)

    def _go(self, by: int) -> None:
        step = self.beside(by)
        if step is not None:
            self.wanted.emit(step)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        rect = QRectF(_MARGIN, self.height() - 1, self.width() - 2 * _MARGIN, 1)
        painter.fillRect(rect, self.theme.colour("line"))
        painter.end()
