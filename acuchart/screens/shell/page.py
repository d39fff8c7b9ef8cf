"""What the shell needs of a screen."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

Hint = tuple[tuple[str, ...], str]
"""Keys and what they do, such as ``(("Ctrl", "K"), "Commands")``."""


class Page(QWidget):
    """One screen in the content area, which the shell frames with bar, steps and footer.

    Signals:
        heading_changed: Title and subtitle for the top bar.
        hints_changed: Other keys work now.
        foot_changed: What the footer says at the right while everything is kept.
        timer_possible: Whether a timer more can be started here.
    """

    heading_changed = Signal(str, str)
    hints_changed = Signal()
    foot_changed = Signal(str)
    timer_possible = Signal(bool)

    @property
    def heading(self) -> tuple[str, str]:
        """Title and subtitle as they stand."""
        return "", ""

    @property
    def hints(self) -> Sequence[Hint]:
        """What the footer shows."""
        return ()

    @property
    def foot_words(self) -> str:
        """What the footer says at the right while everything is kept; empty for the time of saving."""
        return ""

    @property
    def takes_timer(self) -> bool:
        """Whether a timer more can be started here."""
        return False

    def ask_timer(self, control: QWidget) -> None:
        """Asks what a timer more is for, beside the control that wanted it."""

    def focus_first(self) -> None:
        """Puts the focus where work begins: a field, or the page itself, so that its keys work."""
        self.setFocus()


def leave_field(field: QWidget) -> None:
    """Leaves a field for the page it stands on, so that the keys of the page go on working."""
    above = field.parentWidget()
    while above is not None and not isinstance(above, Page):
        above = above.parentWidget()
    if above is None:
        field.clearFocus()
    else:
        above.setFocus(Qt.FocusReason.OtherFocusReason)


def show_or_leave(widget: QWidget, on: bool) -> None:
    """Shows a widget or hides it; what is hidden gives the focus to its page, not to the next button."""
    if not on and _holds(widget, widget.window().focusWidget()):
        leave_field(widget)
    widget.setVisible(on)


def _holds(widget: QWidget, focused: QWidget | None) -> bool:
    return focused is not None and (focused is widget or widget.isAncestorOf(focused))
