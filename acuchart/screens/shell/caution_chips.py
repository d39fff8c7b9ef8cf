"""The cautions of a patient as chips, each with its detail behind it."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from acuchart.screens.parts.popover import Popover
from acuchart.screens.parts.tag import CautionChip
from acuchart.screens.parts.text import Paragraph, Text
from acuchart.screens.shell.header_words import CautionWords
from acuchart.words import _

MOST = 4
_GAP = 12
_POPOVER = 320


class CautionChips(QWidget):
    """As many chips as fit, at most four, then how many more there are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cautions: Sequence[CautionWords] = ()
        self._chips: list[CautionChip] = []
        self._more = CautionChip("", name="patient_bar.cautions_more")
        self._more.clicked.connect(lambda: self._open(self._cautions, self._more))
        self._more.setParent(self)
        self._more.hide()
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    @property
    def shown(self) -> tuple[CautionChip, ...]:
        """The chips on show."""
        return tuple(chip for chip in self._chips if not chip.isHidden())

    def show_cautions(self, cautions: Sequence[CautionWords]) -> None:
        """Show the risks of a patient."""
        if tuple(cautions) != tuple(self._cautions):
            for chip in self._chips:
                chip.hide()
                chip.deleteLater()
            self._cautions = tuple(cautions)
            self._chips = [self._chip(caution) for caution in cautions]
            self.updateGeometry()
        self._fit()

    def _chip(self, caution: CautionWords) -> CautionChip:
        chip = CautionChip(caution.word, icon=caution.icon, name=f"patient_bar.caution.{caution.key}")
        chip.setAccessibleDescription(" · ".join(part for part in (caution.detail, caution.asked) if part))
        chip.clicked.connect(lambda: self._open([caution], chip))
        chip.setParent(self)
        return chip

    def popover_for(self, cautions: Sequence[CautionWords]) -> Popover:
        """The panel that shows the detail of cautions."""
        popover = Popover(width=_POPOVER, name="patient_bar.caution_detail", parent=self)
        for caution in cautions:
            popover.body.addWidget(Text(caution.word, "bodyStrong", "ochreText"))
            popover.body.addWidget(Paragraph(caution.detail or _("No detail written down"), "body"))
            popover.body.addWidget(Paragraph(caution.asked or _("Date not written down"), "small", "ink2"))
        return popover

    def _open(self, cautions: Sequence[CautionWords], chip: QWidget) -> None:
        popover = self.popover_for(cautions)
        popover.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popover.show_under(chip)

    def sizeHint(self) -> QSize:
        widths = [chip.sizeHint().width() for chip in self._chips]
        hidden = max(0, len(widths) - MOST)
        width = self._needed(widths[:MOST], hidden)
        return QSize(width, self._more.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._more.sizeHint().width() if self._cautions else 0, self._more.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        widths = [chip.sizeHint().width() for chip in self._chips]
        count = len(widths)
        while count and (count > MOST or self._needed(widths[:count], len(widths) - count) > self.width()):
            count -= 1
        hidden = len(self._chips) - count
        words = _("+{n}").format(n=hidden) if count else _("{n} cautions").format(n=hidden)
        self._more.setText(words)
        self._more.setAccessibleName(_("{n} more cautions").format(n=hidden))
        shown = [*self._chips[:count], *([self._more] if hidden else [])]
        for chip in (*self._chips, self._more):
            chip.setVisible(chip in shown)
        self._place(shown)

    def _place(self, shown: Sequence[CautionChip]) -> None:
        """Side by side; a layout of Qt would come back here while chips are shown and hidden."""
        left = 0
        for chip in shown:
            size = chip.sizeHint()
            chip.setGeometry(left, (self.height() - size.height()) // 2, size.width(), size.height())
            left += size.width() + _GAP

    def _needed(self, widths: Sequence[int], hidden: int) -> int:
        more = self._more.fontMetrics().horizontalAdvance("+99") + 24 + _GAP if hidden else 0
        return sum(widths) + _GAP * max(0, len(widths) - 1) + more
