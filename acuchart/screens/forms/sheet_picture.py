"""What a sheet of a form looks like in the patient's hands, as a picture."""

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from acuchart.clinic.body import Body
from acuchart.clinic.form_sheets import Sheet
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.screens.parts.form_page import FormPage
from acuchart.screens.parts.painted import Painted, begin, draw_panel, follow_theme
from acuchart.screens.parts.text import Text
from acuchart.words import _

_TAKEN = QSize(1344, 760)
_PAD = 48


class _Picture(Painted):
    """A picture as large as there is room."""

    def __init__(self) -> None:
        super().__init__()
        self._pixmap = QPixmap()
        self.setMinimumSize(320, 220)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_pixmap(self, pixmap: QPixmap) -> None:
        self._pixmap = pixmap
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        size = QSize(_TAKEN.width() + 2 * _PAD, _TAKEN.height() + 2 * _PAD)
        scale = min(self.width() / size.width(), self.height() / size.height())
        paper = QRectF(0, 0, size.width() * scale, size.height() * scale)
        paper.moveLeft((self.width() - paper.width()) / 2)
        line = self.theme.colour("line")
        draw_panel(painter, paper, self.theme.colour("paper"), line, self.theme.radius("cardSmall"))
        inset = _PAD * scale
        painter.drawPixmap(
            paper.adjusted(inset, inset, -inset, -inset), self._pixmap, QRectF(self._pixmap.rect())
        )
        painter.end()


def _arrow(icon: str, words: str, name: str) -> Button:
    return Button("", Variant.GHOST, icon=icon, size=Size.SMALL, hint=words, name=name)


class SheetPicture(QWidget):
    """One sheet after the other. Signals:

    turned: number of the sheet on show from 1, and how many there are.
    """

    turned = Signal(int, int)

    def __init__(self, body: Body, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheets: tuple[Sheet, ...] = ()
        self._at = 0
        # Never shown itself: it is only drawn into the picture.
        self._form = FormPage(body, name="forms.preview")
        self._form.resize(_TAKEN)
        self._picture = _Picture()
        self._part = Text("", "small", "ink2", name="forms.part")
        self._number = Text("", "small", "ink2", name="forms.page")
        self.before = _arrow("chevron-left", _("Page before"), "forms.before")
        self.after = _arrow("chevron-right", _("Next page"), "forms.after")
        self.before.clicked.connect(lambda: self.turn(-1))
        self.after.clicked.connect(lambda: self.turn(1))
        self._lay_out()
        self._look = follow_theme(self._repaint)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self._part, 1)
        for widget in (self.before, self._number, self.after):
            foot.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._picture, 1)
        column.addLayout(foot)

    @property
    def number(self) -> int:
        """The sheet on show, from 1."""
        return self._at + 1

    def show_sheets(self, sheets: tuple[Sheet, ...]) -> None:
        """Show a form from its first sheet on; the same form stays where it is."""
        if sheets != self._sheets:
            self._sheets, self._at = sheets, 0
        self._show()

    def turn(self, by: int) -> None:
        """Go so many sheets on; nothing happens beyond the first and the last."""
        at = max(0, min(len(self._sheets) - 1, self._at + by))
        if at != self._at:
            self._at = at
            self._show()

    def _show(self) -> None:
        if not self._sheets:
            return
        sheet, count = self._sheets[self._at], len(self._sheets)
        self._form.show_sheet(sheet, {}, frozenset(item.link_id for item in sheet.items))
        self._take()
        parts = self._sheets[-1].section
        words = _("Part {n} of {total} · {title}")
        self._part.setText(words.format(n=sheet.section, total=parts, title=_(sheet.title)))
        self._number.setText(f"{self.number} / {count}")
        self.before.setEnabled(self._at > 0)
        self.after.setEnabled(self.number < count)
        self.turned.emit(self.number, count)

    def _take(self) -> None:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(_TAKEN * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        self._form.ensurePolished()
        self._form.render(pixmap, renderFlags=QWidget.RenderFlag.DrawChildren)
        self._picture.show_pixmap(pixmap)

    def _repaint(self) -> None:
        """Once the form itself has taken up the new look."""
        if self._sheets:
            QTimer.singleShot(0, self, self._take)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._picture.update()
