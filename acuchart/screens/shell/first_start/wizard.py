"""Builds the wizard of the first start from its view and its presenter."""

from collections.abc import Callable
from pathlib import Path

from acuchart.charting.door import Door
from acuchart.charting.sitting import Sitting
from acuchart.clinic.clock import Clock
from acuchart.screens.shell.background import Background
from acuchart.screens.shell.first_start.presenter import FirstStart
from acuchart.screens.shell.first_start.view import FirstStartView


def make_wizard(
    door_at: Callable[[Path], Door],
    background: Background,
    clock: Clock,
    made: Callable[[Door], None],
    done: Callable[[Door, Sitting], None],
    open_there: Callable[[Path], None],
) -> tuple[FirstStartView, FirstStart]:
    """The view and what works it; the caller shows the one and opens the other."""
    view = FirstStartView()
    wizard = FirstStart(view, door_at, background, clock, made, done, open_there)
    view.next_wanted.connect(wizard.go_on)
    view.back_wanted.connect(wizard.go_back)
    view.print_wanted.connect(wizard.print_key)
    view.save_chosen.connect(wizard.save_key)
    view.folder.open_wanted.connect(wizard.open_there)
    view.person_wanted.connect(wizard.add_person)
    return view, wizard
