"""A danger where it concerns somebody: what, why, where it is said, and the ways on."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acuchart.clinic.safety import SHORTEST_REASON
from acuchart.screens.parts.alert import IconMark
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.screens.parts.field import ErrorLine, Field
from acuchart.screens.parts.text import ElidedText, Paragraph
from acuchart.screens.parts.typed_text import keep_as
from acuchart.screens.points.lines import Told
from acuchart.screens.points.row_parts import explain
from acuchart.words import _


class DangerStrip(QWidget):
    """Asks for a reason to keep the point, or for its removal; once kept it shows the reason.

    Without a code it concerns the whole patient. `kept_as` names a reason that is typed and not kept yet.

    Signals:
        kept: the words of the reason.
        reopened: the question is to be opened again.
        removed: the point goes.
    """

    kept = Signal(str)
    reopened = Signal()
    removed = Signal()

    def __init__(self, code: str, key: int | str, kept_as: str) -> None:
        super().__init__()
        self._code = code
        self._kept_as = kept_as
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 8)
        column.setSpacing(4)
        head = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(0)
        self._told = Paragraph("", "small", strong_ink="cinnabarText")
        self._source = ElidedText("", "caption", "ink2")
        words.addWidget(self._told)
        words.addWidget(self._source)
        head.addWidget(IconMark("octagon-alert", "cinnabarText"), 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        self._again = Button(
            _("Change the reason"), Variant.GHOST, size=Size.SMALL, name=f"points.reopen.{key}"
        )
        self._again.clicked.connect(self.reopened)
        head.addWidget(self._again)
        column.addLayout(head)
        self._asking = QWidget()
        row = QHBoxLayout(self._asking)
        row.setContentsMargins(0, 0, 0, 0)
        self.reason = Field(
            placeholder=_("Reason for override"), label=_("Reason for override"), name=f"points.reason.{key}"
        )
        self.reason.setProperty("error", True)
        keep = _("Keep {code}").format(code=code) if code else _("Needle all the same")
        self.keep = Button(keep, size=Size.SMALL, name=f"points.keep.{key}")
        self._remove = Button(
            _("Remove point"), Variant.DANGER, size=Size.SMALL, name=f"points.remove_danger.{key}"
        )
        row.addWidget(self.reason, 1)
        row.addWidget(self.keep)
        row.addWidget(self._remove)
        column.addWidget(self._asking)
        self._error = ErrorLine()
        column.addWidget(self._error)
        self.reason.textChanged.connect(self._tell_missing)
        self.keep.clicked.connect(self._keep)
        self._remove.clicked.connect(self.removed)
        self._tell_missing()

    def show_dangers(
        self, dangers: Sequence[Told], kept_because: str, *, asks: bool, removable: bool
    ) -> None:
        """Show what stands against the point or the patient, and why it was accepted."""
        reasons = " ".join(f"{danger.reason}." for danger in dangers).replace("..", ".")
        what = reasons if reasons.startswith(self._code) else f"{self._code}: {reasons}"
        how = self._how(kept_because)
        self._told.set_runs([(what, True), (f" {how}", False)])
        told = (words for danger in dangers for words in (danger.because, danger.source) if words)
        self._source.setText("; ".join(dict.fromkeys(told)))
        self._asking.setVisible(not kept_because and asks)
        self._remove.setVisible(removable)
        self._again.setVisible(bool(kept_because) and asks)
        keep_as(self.reason, "" if kept_because else self._kept_as)
        self._error.say("")
        self.setAccessibleName(f"{what} {how}")

    def _how(self, kept_because: str) -> str:
        """What is asked for, or what was written."""
        if kept_because and self._code:
            return _("Kept: {reason}").format(reason=kept_because)
        if kept_because:
            return _("Needled all the same: {reason}").format(reason=kept_because)
        if self._code:
            return _("To keep it, write why. The reason goes in the signed note.")
        return _("To needle all the same, write why. The reason goes in the signed note.")

    def show_trouble(self, sentence: str) -> None:
        """Say why the reason does not do; it stays in the field."""
        self._error.say(sentence)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A tap on the words tells them whole: there may be more sources than one line holds."""
        explain(self, self._told.plain, self._source.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.reason.hasFocus():
            self._keep()
        else:
            super().keyPressEvent(event)

    def _keep(self) -> None:
        self.kept.emit(self.reason.text().strip())

    def _tell_missing(self) -> None:
        short = len(self.reason.text().strip()) < SHORTEST_REASON
        words = _("Write why in at least {n} letters.").format(n=SHORTEST_REASON)
        self.keep.set_missing(words if short else "")
