"""What every room is built from."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from PySide6.QtCore import QObject, SignalInstance
from PySide6.QtWidgets import QWidget

from acuchart.charting.sitting import Sitting
from acuchart.charting.unfinished import Unfinished
from acuchart.clinic.unfinished import Form
from acuchart.screens.parts.dialog import Dialog
from acuchart.screens.parts.sheet import Sheet
from acuchart.screens.shell.background import Background
from acuchart.screens.shell.kept_typing import KeptFields, keep_sheet, keep_typing
from acuchart.screens.shell.navigator import ShellNavigator
from acuchart.screens.shell.qt_timer import QtTimer
from acuchart.screens.shell.screens import Screen
from acuchart.screens.shell.theme import TextSize, Tone
from acuchart.screens.shell.unfinished import UnfinishedForms


@dataclass(frozen=True)
class Look:
    """How everything looks on this PC, and the way to change it."""

    now: Callable[[], tuple[Tone, TextSize]]
    use: Callable[[Tone, TextSize], None]


@dataclass(frozen=True)
class Letters:
    """Whether Romance letters of point codes are read on this PC, and the way to change it."""

    romance: Callable[[], bool]
    use: Callable[[bool], None]


@dataclass(frozen=True)
class Bench:
    """The sitting and what the shell lends its rooms.

    Attributes:
        life: Lives as long as the sitting; alarms hang on it.
        lock: Locks the PC.
    """

    sitting: Sitting
    background: Background
    go: ShellNavigator
    life: QObject
    look: Look
    letters: Letters
    lock: Callable[[], None]

    def timer(self) -> QtTimer:
        """One alarm."""
        return QtTimer(self.life)

    @cached_property
    def forms(self) -> UnfinishedForms:
        """What is typed into forms before they are handed in."""
        return UnfinishedForms(Unfinished(self.sitting), self.background, self.go, self.timer)

    def keeping_fields(
        self,
        page: QWidget,
        shown: SignalInstance,
        form: Callable[[], Form | None],
        open_: Callable[..., None],
    ) -> Callable[..., None]:
        """Keeps the marked fields of a page; returns how the page is opened from now on.

        `shown` tells that the fields may be others than before, `form` what they belong to.
        """
        fields = self.keep_fields(page, shown, form)

        def open_other(*keys: UUID) -> None:
            fields.leave()
            open_(*keys)

        return open_other

    def keep_fields(
        self, page: QWidget, shown: SignalInstance, form: Callable[[], Form | None]
    ) -> KeptFields:
        """Keeps the marked fields of a page, such as always belong to the same."""
        fields = KeptFields(self.forms, page)

        def keep() -> None:
            if (now := form()) is not None:
                fields.open(now)

        shown.connect(keep)
        return fields

    def keep_typing(self, dialog: Dialog, form: Form) -> None:
        """Keeps what is typed into a dialog until it is answered."""
        keep_typing(self.forms, dialog, form)

    def keep_sheet(self, sheet: Sheet, form: Form) -> None:
        """Keeps what is typed into a sheet until it is set or given up."""
        keep_sheet(self.forms, sheet, form)


Maker = Callable[[Bench], Screen]
