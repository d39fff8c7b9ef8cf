"""Keeps what is typed into forms that are handed in whole, and brings it back. Knows no Qt."""

from collections.abc import Callable, Mapping

from acuchart.charting.unfinished import Unfinished
from acuchart.clinic.events import Event
from acuchart.clinic.trouble import ChartTrouble
from acuchart.clinic.unfinished import Form, Typed
from acuchart.screens.shell.autosave import Autosave, Timer
from acuchart.screens.shell.background import Background
from acuchart.screens.shell.navigation import Navigator

NOTHING: Typed = {}


class FormInHand:
    """One form somebody is typing into."""

    def __init__(self, form: Form, typing: Autosave[Typed], closed: Callable[[Form, bool], None]) -> None:
        self.form = form
        self._typing = typing
        self._closed = closed
        self._touched = False
        self._typing.start(NOTHING)

    @property
    def typed(self) -> Typed:
        """What stands in the fields a person changed."""
        return self._typing.value or NOTHING

    def begin(self, left: Typed) -> None:
        """Goes on with what was left in it."""
        self._touched = True
        self._typing.start(left)

    def change(self, typed: Typed) -> None:
        """Takes what stands in the fields a person changed."""
        self._touched = True
        self._typing.changed(typed)

    def flush(self) -> None:
        """Keeps at once what was typed."""
        self._typing.flush()

    def close(self) -> None:
        """The form was handed in or given up: nothing of it stays."""
        self._typing.stop()
        self._closed(self.form, self._touched)


class UnfinishedForms:
    """The forms of a sitting. It stands among the presenters of every screen that has such a form."""

    def __init__(
        self, unfinished: Unfinished, background: Background, go: Navigator, timer: Callable[[], Timer]
    ) -> None:
        self._unfinished = unfinished
        self._background = background
        self._go = go
        self._timer = timer
        self._in_hand: dict[Form, FormInHand] = {}
        self._left: Mapping[Form, Typed] | None = None
        """What was left by earlier sittings; None until it was read."""

    def take_up(self, form: Form, show: Callable[[Typed], None]) -> FormInHand:
        """Begins or goes on with a form; `show` gets what was left in it, if anything was.

        Nothing is shown over what was typed before the answer came.
        """
        in_hand = self._in_hand.get(form)
        if in_hand is not None:
            if in_hand.typed:
                show(in_hand.typed)
            return in_hand
        typing = Autosave(
            self._background, self._go, self._keeper(form), _tried_again, self._timer(), self._timer()
        )
        made = self._in_hand[form] = FormInHand(form, typing, self._closed)
        self._with_left(lambda left: self._bring_back(made, left.get(form, NOTHING), show))
        return made

    def heard(self, event: Event) -> None:
        """What is typed here belongs to nobody else."""

    def leave(self) -> None:
        """Keeps at once what was typed."""
        for form in self._in_hand.values():
            form.flush()

    def _with_left(self, then: Callable[[Mapping[Form, Typed]], None]) -> None:
        if self._left is not None:
            then(self._left)
            return

        def read(left: Mapping[Form, Typed]) -> None:
            self._left = left
            then(left)

        self._background.run(self, self._unfinished.all, read)

    def _bring_back(self, form: FormInHand, left: Typed, show: Callable[[Typed], None]) -> None:
        if not left or self._in_hand.get(form.form) is not form:
            return
        since = form.typed
        form.begin(left)
        show({name: words for name, words in left.items() if name not in since})
        if since:
            form.change({**left, **since})

    def _keeper(self, form: Form) -> Callable[[Typed, Typed], Typed]:
        return lambda typed, _seen: self._unfinished.keep(form, typed)

    def _closed(self, form: Form, touched: bool) -> None:
        self._in_hand.pop(form, None)
        if not touched:
            return
        self._drop(form)
        # What was left may still be on its way here: it is dropped once more behind it.
        self._background.run(self, lambda: self._unfinished.forget(form), lambda _none: self._drop(form))

    def _drop(self, form: Form) -> None:
        if self._left is not None:
            self._left = {kept: typed for kept, typed in self._left.items() if kept != form}


def _tried_again(_trouble: ChartTrouble) -> None:
    """A failure is shown by the save state, and tried again by itself; nobody else can change the form."""
