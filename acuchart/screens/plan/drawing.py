"""Makes the paper anew a moment after each change: what was typed is written, then the PDF drawn."""

from collections.abc import Callable
from typing import Protocol
from uuid import UUID

from acuchart.charting.plan import Plans
from acuchart.clinic.plan import PlanSheet
from acuchart.clinic.trouble import ChartTrouble
from acuchart.documents.paper import Paper
from acuchart.documents.plan import draw_plan
from acuchart.screens.shell.autosave import Timer
from acuchart.screens.shell.background import Background, Lane

PREVIEW_MS = 250


class PreviewShown(Protocol):
    """Where the paper is shown."""

    def show_updating(self) -> None: ...
    def show_paper(self, paper: Paper) -> None: ...
    def show_no_paper(self, sentence: str) -> None: ...


class Preview:
    """The draft of one visit as paper. An older paper never takes the place of a newer one."""

    def __init__(
        self,
        plans: Plans,
        shown: PreviewShown,
        background: Background,
        timer: Timer,
        when_written: Callable[[Callable[[], None]], None],
    ) -> None:
        self._plans = plans
        self._shown = shown
        self._background = background
        self._timer = timer
        self._when_written = when_written
        self._visit_id: UUID | None = None
        self._wanted = 0
        self._sheet: PlanSheet | None = None

    @property
    def sheet(self) -> PlanSheet | None:
        """The sheet whose paper is on show; None while a newer one is being made."""
        return self._sheet

    def open(self, visit_id: UUID) -> None:
        """Shows the paper of a visit."""
        self._visit_id = visit_id
        self.make()

    def soon(self) -> None:
        """Something was changed."""
        self._sheet = None
        self._shown.show_updating()
        self._timer.start(PREVIEW_MS, self.make)

    def stop(self) -> None:
        """Nothing more is drawn, not even what is on its way."""
        self._timer.stop()
        self._sheet = None
        self._wanted += 1

    def make(self) -> None:
        """Draws the paper as the records stand after what was typed is written."""
        visit_id = self._visit_id
        if visit_id is None:
            return
        self._timer.stop()
        self._shown.show_updating()
        self._wanted += 1
        wanted = self._wanted
        self._when_written(lambda: self._look_up(visit_id, wanted))

    def _look_up(self, visit_id: UUID, wanted: int) -> None:
        self._background.run(
            self,
            lambda: self._plans.sheet(visit_id),
            lambda sheet: self._draw(sheet, wanted),
            lambda trouble: self._failed(trouble, wanted),
        )

    def _draw(self, sheet: PlanSheet, wanted: int) -> None:
        if wanted != self._wanted:
            return
        body = self._plans.sitting.knowledge.body
        self._background.run(
            self,
            lambda: draw_plan(sheet, body),
            lambda paper: self._show(paper, sheet, wanted),
            lambda trouble: self._failed(trouble, wanted),
            lane=Lane.ASIDE,
        )

    def _show(self, paper: Paper, sheet: PlanSheet, wanted: int) -> None:
        if wanted == self._wanted:
            self._sheet = sheet
            self._shown.show_paper(paper)

    def _failed(self, trouble: ChartTrouble, wanted: int) -> None:
        if wanted == self._wanted:
            self._shown.show_no_paper(trouble.sentence)
