"""The form in the patient's hands: from taps to answers that are kept."""

from collections.abc import Callable, Mapping
from typing import Protocol
from uuid import UUID

from acuchart.charting.intake import Intakes
from acuchart.clinic.clock import Clock
from acuchart.clinic.events import Event
from acuchart.clinic.form_sheets import Sheet, asked_on, minutes_left, open_sheets
from acuchart.clinic.forms import Answers, Value
from acuchart.clinic.intake_filling import Filling
from acuchart.clinic.trouble import ChartTrouble
from acuchart.clinic.unfinished import Form
from acuchart.screens.intake.given import Given
from acuchart.screens.intake.standing import LeftOpen, Progress, Wish
from acuchart.screens.shell.autosave import Autosave, Timer
from acuchart.screens.shell.background import Background
from acuchart.screens.shell.navigation import Navigator
from acuchart.words import _

STILL_THERE_MS = 90_000
HIDE_MS = 90_000
"""After the question whether somebody is there: three minutes without a touch altogether."""


class FillView(Protocol):
    """What the presenter asks of the page."""

    @property
    def answered(self) -> Wish: ...
    @property
    def next_wanted(self) -> Wish: ...
    @property
    def skip_wanted(self) -> Wish: ...
    @property
    def back_wanted(self) -> Wish: ...
    @property
    def question_wanted(self) -> Wish: ...
    @property
    def finish_wanted(self) -> Wish: ...
    @property
    def later_wanted(self) -> Wish: ...
    @property
    def touched(self) -> Wish: ...
    @property
    def passphrase_given(self) -> Wish: ...

    def show_clinic(self, name: str) -> None: ...
    def show_sheet(
        self,
        sheet: Sheet,
        answers: Mapping[str, tuple[Value, ...]],
        asked: frozenset[str],
        progress: Progress,
    ) -> None: ...
    def show_answers(
        self, answers: Mapping[str, tuple[Value, ...]], asked: frozenset[str], progress: Progress
    ) -> None: ...
    def show_wrong(self, sentences: Mapping[str, str]) -> None: ...
    def show_help_now(self, needed: bool) -> None: ...
    def show_last(self, left: tuple[LeftOpen, ...]) -> None: ...
    def show_thanks(self) -> None: ...
    def show_still_there(self, asking: bool) -> None: ...
    def show_waiting(self) -> None: ...
    def show_unreadable(self, sentence: str) -> None: ...
    def show_trouble(self, sentence: str) -> None: ...
    def show_passphrase_checked(self, sentence: str) -> None: ...


class IntakeFillPresenter:
    """Leads through the sheets, keeps the answers, and gives the PC back only for the passphrase."""

    def __init__(
        self,
        view: FillView,
        intakes: Intakes,
        background: Background,
        go: Navigator,
        timer: Callable[[], Timer],
        clock: Clock,
    ) -> None:
        self._view = view
        self._intakes = intakes
        self._background = background
        self._go = go
        self._clock = clock
        self._idle = timer()
        self._saves: Autosave[tuple[UUID, Answers]] = Autosave(
            background, go, self._write, self._not_saved, timer(), timer()
        )
        self._intake_id: UUID | None = None
        self._patient_id: UUID | None = None
        self._given: Given | None = None
        self._sheet: Sheet | None = None
        self._told: frozenset[str] = frozenset()
        self._hidden = False
        self._connect()

    def _connect(self) -> None:
        view = self._view
        view.answered.connect(self._answer)
        view.next_wanted.connect(self._next)
        view.skip_wanted.connect(self._skip)
        view.back_wanted.connect(self._back)
        view.question_wanted.connect(self._go_to)
        view.finish_wanted.connect(self._finish)
        view.later_wanted.connect(self._hide)
        view.touched.connect(self._touched)
        view.passphrase_given.connect(self._take_back)

    @property
    def form(self) -> Form | None:
        """What is typed and can't be read; None while no form is shown."""
        there = self._given is not None
        return Form(f"intake {self._intake_id}", self._patient_id) if there else None

    def open(self, intake_id: UUID, patient_id: UUID) -> None:
        """Shows a form where it was left."""
        self._intake_id, self._given, self._sheet = intake_id, None, None
        self._patient_id = patient_id
        self._background.run(
            self,
            lambda: self._intakes.fill(intake_id),
            self._opened,
            lambda trouble: self._view.show_unreadable(trouble.sentence),
        )

    def heard(self, event: Event) -> None:
        """Nothing that happens elsewhere changes a form in the patient's hands."""

    def leave(self) -> None:
        """Writes at once what is still unwritten."""
        self._saves.flush()
        self._idle.stop()

    def _opened(self, filling: Filling) -> None:
        if filling.intake.id != self._intake_id:
            return
        self._given = Given(filling.questionnaire, filling.answers, self._clock.today())
        self._hidden = False
        self._saves.start((filling.intake.id, filling.answers))
        self._view.show_clinic(filling.clinic)
        sheets = self._sheets()
        answered = [at for at, sheet in enumerate(sheets) if self._has_answers(sheet)]
        self._show(sheets[min(answered[-1] + 1, len(sheets) - 1)] if answered else sheets[0])
        self._touched()

    # Answers.

    def _answer(self, link_id: str, values: tuple[Value, ...], unread: str) -> None:
        given, sheet = self._given, self._sheet
        if given is None or sheet is None:
            return
        given.take(link_id, values, unread)
        self._keep(given)
        self._view.show_answers(given.answers.given, given.asked, self._progress(given, sheet))
        wrong = {name: words for name, words in given.wrong().items() if name in self._told}
        self._told = frozenset(wrong)
        self._view.show_wrong(wrong)
        self._view.show_help_now(given.help_now)

    def _write(self, new: tuple[UUID, Answers], _seen: object) -> tuple[UUID, Answers]:
        """On the records thread; the form goes with its answers, because another one may be open by then."""
        intake_id, answers = new
        self._intakes.keep_answers(intake_id, answers)
        self._background.post(self, lambda: self._view.show_trouble(""))
        return new

    def _keep(self, given: Given) -> None:
        if self._intake_id is not None:
            self._saves.changed((self._intake_id, given.to_keep()))

    def _not_saved(self, trouble: ChartTrouble) -> None:
        self._view.show_trouble(
            _("{sentence} Please tell the front desk. Your answers stay on the screen.").format(
                sentence=trouble.sentence
            )
        )

    # From sheet to sheet.

    def _next(self) -> None:
        self._on(take_back_wrong=False)

    def _skip(self) -> None:
        self._on(take_back_wrong=True)

    def _on(self, *, take_back_wrong: bool) -> None:
        given, sheet = self._given, self._sheet
        if given is None or sheet is None:
            return
        here = asked_on(sheet, given.form, given.answers)
        names = {item.link_id for item in here}
        if take_back_wrong:
            given.drop(name for name in given.wrong() if name in names)
            self._keep(given)
        wrong = {name: words for name, words in given.wrong().items() if name in names}
        # What can't be read is not missing: it says how to put it right.
        wrong = {**given.missing(here), **wrong}
        self._told = frozenset(wrong)
        self._view.show_wrong(wrong)
        if wrong:
            return
        self._saves.flush()
        self._show_after(given, sheet)

    def _show_after(self, given: Given, sheet: Sheet) -> None:
        sheets = self._sheets()
        keys = [one.key for one in sheets]
        at = keys.index(sheet.key) + 1
        if at < len(sheets):
            self._show(sheets[at])
        else:
            self._sheet = None
            self._view.show_last(given.open())

    def _back(self) -> None:
        sheets = self._sheets()
        keys = [one.key for one in sheets]
        self._saves.flush()
        if self._sheet is None:
            self._show(sheets[-1])
        elif self._sheet.key in keys[1:]:
            self._show(sheets[keys.index(self._sheet.key) - 1])

    def _go_to(self, link_id: str) -> None:
        for sheet in self._sheets():
            if any(item.link_id == link_id for item in sheet.items):
                self._show(sheet)
                return

    def _show(self, sheet: Sheet) -> None:
        given = self._given
        if given is not None:
            self._sheet, self._told = sheet, frozenset()
            self._view.show_sheet(sheet, given.answers.given, given.asked, self._progress(given, sheet))
            self._view.show_help_now(given.help_now)

    def _sheets(self) -> tuple[Sheet, ...]:
        given = self._given
        return open_sheets(given.form, given.answers) if given is not None else ()

    def _has_answers(self, sheet: Sheet) -> bool:
        answers = self._given.answers if self._given is not None else Answers()
        return any(answers.answered(item.link_id) for item in sheet.items)

    def _progress(self, given: Given, sheet: Sheet) -> Progress:
        sheets = self._sheets()
        keys = [one.key for one in sheets]
        at = keys.index(sheet.key)
        here = asked_on(sheet, given.form, given.answers)
        open_here = [item for item in here if item.asks and not given.answers.answered(item.link_id)]
        return Progress(
            part=sheet.section,
            parts=len(given.form.items),
            title=_(sheet.title),
            minutes=minutes_left(given.form, given.answers, sheets[at:]),
            first=at == 0,
            optional=bool(open_here) and not any(item.required for item in open_here),
        )

    # The end, and the pauses.

    def _finish(self) -> None:
        given, intake_id = self._given, self._intake_id
        if given is None or intake_id is None:
            return
        answers = given.to_keep()
        self._saves.stop()
        self._background.run(
            self,
            lambda: self._intakes.complete(intake_id, answers),
            lambda _done: self._finished(),
            lambda trouble: self._not_finished(trouble, given),
        )

    def _finished(self) -> None:
        self._given = self._sheet = None
        self._idle.stop()
        self._view.show_thanks()

    def _not_finished(self, trouble: ChartTrouble, given: Given) -> None:
        if self._intake_id is not None:
            self._saves.start((self._intake_id, Answers()))
            self._keep(given)
        self._not_saved(trouble)

    def _touched(self) -> None:
        if self._given is not None and not self._hidden:
            self._view.show_still_there(asking=False)
            self._idle.start(STILL_THERE_MS, self._ask)

    def _ask(self) -> None:
        self._view.show_still_there(asking=True)
        self._idle.start(HIDE_MS, self._hide)

    def _hide(self) -> None:
        self._saves.flush()
        self._idle.stop()
        self._hidden = True
        self._view.show_still_there(asking=False)
        self._view.show_waiting()

    def _take_back(self, passphrase: str, go_on: bool) -> None:
        intake_id = self._intake_id
        if intake_id is None:
            return
        self._saves.flush()
        self._background.run(
            self,
            lambda: self._intakes.take_back(intake_id, passphrase),
            lambda _done: self._taken_back(intake_id, go_on),
            lambda trouble: self._view.show_passphrase_checked(trouble.sentence),
        )

    def _taken_back(self, intake_id: UUID, go_on: bool) -> None:
        if intake_id != self._intake_id:
            # It was asked for twice, and the form is gone already.
            return
        self._view.show_passphrase_checked("")
        sheets = self._sheets()
        if go_on and sheets:
            self._hidden = False
            self._show(self._sheet or sheets[-1])
            self._touched()
        else:
            self._intake_id = self._given = self._sheet = None
            self._go.back()
