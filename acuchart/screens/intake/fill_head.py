"""The head of the form in the patient's hands: the clinic, help, and how far one has come."""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acuchart.screens.intake.standing import Progress
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.screens.parts.painted import Painted, begin, draw_panel
from acuchart.screens.parts.text import Text
from acuchart.words import _, ngettext

_SEGMENT = 8
_GAP = 8


class Segments(Painted):
    """One bar for each section: done, here, to come."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, "intake.progress")
        self._part, self._parts = 1, 1
        self.setFixedHeight(_SEGMENT)

    def show_part(self, part: int, parts: int) -> None:
        """Show how many are done; a part beyond the last means all."""
        self._part, self._parts = part, parts
        self.setAccessibleName(_("Part {n} of {total}").format(n=min(part, parts), total=parts))
        self.update()

    def show_all_done(self) -> None:
        """Nothing is to come any more."""
        self.show_part(self._parts + 1, self._parts)

    def sizeHint(self) -> QSize:
        return QSize(400, _SEGMENT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        width = (self.width() + _GAP) / self._parts
        for number in range(1, self._parts + 1):
            colour = "jade" if number < self._part else "jadeLine" if number == self._part else "line"
            bar = QRectF((number - 1) * width, 0, width - _GAP, _SEGMENT)
            draw_panel(painter, bar, self.theme.colour(colour), None, _SEGMENT / 2)
        painter.end()


class FillHead(QWidget):
    """Clinic, help and the way out for the staff. Signals:

    help_wanted: "I need help" was tapped.
    staff_wanted: somebody of the staff wants the PC back.
    """

    help_wanted = Signal()
    staff_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clinic = Text("", "h2", name="intake.clinic")
        self.help = Button(_("I need help"), icon="hand", size=Size.LARGE, name="intake.help")
        self.help.clicked.connect(self.help_wanted)
        staff = _("For the staff: take the PC back")
        self.staff = Button("", Variant.GHOST, icon="lock", size=Size.LARGE, hint=staff, name="intake.staff")
        self.staff.clicked.connect(self.staff_wanted)
        self._segments = Segments()
        self._part = Text("", "kioskLabel", "ink2", name="intake.part")
        self._minutes = Text("", "kioskLabel", "ink2", name="intake.minutes")
        self._lay_out()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self._clinic, 1)
        top.addWidget(self.help)
        top.addWidget(self.staff)
        below = QHBoxLayout()
        below.addWidget(self._part, 1)
        below.addWidget(self._minutes)
        self._progress = QWidget()
        progress = QVBoxLayout(self._progress)
        progress.setContentsMargins(0, 0, 0, 0)
        progress.setSpacing(8)
        progress.addWidget(self._segments)
        progress.addLayout(below)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 20, 0, 0)
        column.setSpacing(20)
        column.addLayout(top)
        column.addWidget(self._progress)

    def show_clinic(self, name: str) -> None:
        """Show whose form it is."""
        self._clinic.setText(name)

    def show_progress(self, progress: Progress) -> None:
        """Show part and minutes left."""
        self._segments.show_part(progress.part, progress.parts)
        words = _("Part {n} of {total} · {title}")
        self._part.setText(words.format(n=progress.part, total=progress.parts, title=progress.title))
        self._minutes.setText(_minutes_left(progress.minutes))
        self._progress.show()

    def show_end(self) -> None:
        """All parts are done with."""
        self._segments.show_all_done()
        self._part.setText(_("The last page"))
        self._minutes.setText("")

    def show_nothing(self) -> None:
        """Leave the progress out."""
        self._progress.hide()


def _minutes_left(minutes: int) -> str:
    if not minutes:
        return _("Less than a minute left")
    return ngettext("About {n} minute left", "About {n} minutes left", minutes).format(n=minutes)
