"""The window in the patient's hands: the form, and nothing of the clinic but the clocks of the rooms."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acuchart.screens.parts.painted import Painted, begin
from acuchart.screens.parts.timer_chip import TimerChip
from acuchart.screens.shell.page import Page
from acuchart.screens.shell.rooms_watch import RoomFace

_MOST = 6


class Kiosk(Painted):
    """One page over the whole window. Rooms with needles in stand below it: room and time, out of reach.

    They stay calm when time is up: the patient with the form in hand is not the one to be alarmed.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, "kiosk")
        self._page: Page | None = None
        self._chips: list[TimerChip] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._strip = QWidget()
        self._row = QHBoxLayout(self._strip)
        self._row.setContentsMargins(24, 4, 24, 8)
        self._row.addStretch(1)
        self._column.addWidget(self._strip)
        self._strip.hide()

    @property
    def page(self) -> Page | None:
        """The form on show."""
        return self._page

    def hold(self, page: Page) -> None:
        """Show a page."""
        self.release()
        self._page = page
        self._column.insertWidget(0, page, 1)
        page.show()

    def release(self) -> None:
        """Show nothing any more; whoever made the page destroys it."""
        if self._page is not None:
            self._column.removeWidget(self._page)
            self._page.hide()
            self._page.setParent(None)
            self._page = None

    def show_rooms(self, faces: Sequence[RoomFace]) -> None:
        """Show the running timers, the most urgent first."""
        shown = faces[:_MOST]
        for number, face in enumerate(shown):
            if number == len(self._chips):
                self._add(face)
            self._chips[number].show_face(face.face)
            self._chips[number].show()
        for chip in self._chips[len(shown) :]:
            chip.hide()
        self._strip.setVisible(bool(shown))

    def _add(self, face: RoomFace) -> None:
        chip = TimerChip(face.face, calm=True, name=f"kiosk.timer.{len(self._chips) + 1}")
        chip.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._row.insertWidget(len(self._chips), chip)
        self._chips.append(chip)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        painter.fillRect(QRectF(self.rect()), self.theme.colour("paper"))
        painter.end()
