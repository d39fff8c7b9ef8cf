"""One paper in the queue."""

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acuchart.clinic.printing import PrintJob, PrintState
from acuchart.screens.parts.alert import IconMark
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.screens.parts.card import Rule
from acuchart.screens.parts.flow import FlowLayout
from acuchart.screens.parts.text import ElidedText, Text
from acuchart.words import _, format_time, ngettext


class JobRow(QWidget):
    """Whose paper, how many pages, how it stands, and what can be done with it.

    Signals:
        preview, print_, save, again, dismiss: What was asked for.
    """

    preview = Signal()
    print_ = Signal()
    save = Signal()
    again = Signal()
    dismiss = Signal()

    def __init__(self, job: PrintJob, prefix: str, outdated: bool = False) -> None:
        super().__init__()
        self.job = job
        self._outdated = outdated
        self._prefix = prefix
        self.setObjectName(f"{prefix}.job.{job.id}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(10)
        column.addWidget(Rule())
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(IconMark("file-text"))
        head.addLayout(self._words(), 1)
        column.addLayout(head)
        column.addWidget(self._buttons())

    def _words(self) -> QVBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ElidedText(self.job.patient_name, "bodyStrong"))
        pages = ngettext("{n} page", "{n} pages", self.job.pages).format(n=self.job.pages)
        words.addWidget(
            Text(_("{title} · {pages}").format(title=self.job.title, pages=pages), "small", "ink2", wrap=True)
        )
        state, ink = _state(self.job)
        if not self._outdated or self.job.state is not PrintState.READY:
            words.addWidget(Text(state, "small", ink, wrap=True))
        if self._outdated:
            mind = _("The treatment changed after this plan. Ask the practitioner first.")
            words.addWidget(Text(mind, "small", "ochreText", wrap=True))
        return words

    def _buttons(self) -> QWidget:
        holder = QWidget()
        row = FlowLayout(holder)
        if self.job.state is PrintState.PRINTED:
            row.addWidget(self._button(_("Preview"), Variant.PLAIN, "preview", self.preview))
            row.addWidget(self._button(_("Print again"), Variant.GHOST, "again", self.again))
        elif self.job.state is PrintState.FAULT:
            row.addWidget(self._button(_("Print again"), Variant.PLAIN, "again", self.again))
            row.addWidget(self._button(_("Dismiss"), Variant.GHOST, "dismiss", self.dismiss))
        else:
            row.addWidget(self._button(_("Preview"), Variant.PLAIN, "preview", self.preview))
            row.addWidget(self._button(_("PDF"), Variant.PLAIN, "save", self.save, _("Save as PDF")))
            row.addWidget(self._button(_("Print"), Variant.TINT, "print", self.print_))
        return holder

    def _button(
        self, words: str, variant: Variant, key: str, signal: SignalInstance, hint: str = ""
    ) -> Button:
        name = f"{self._prefix}.{key}.{self.job.id}"
        button = Button(words, variant, size=Size.SMALL, name=name, hint=hint)
        button.setAccessibleName(_("{act}: {name}").format(act=hint or words, name=self.job.patient_name))
        button.clicked.connect(signal)
        return button


def _state(job: PrintJob) -> tuple[str, str]:
    if job.state is PrintState.PRINTED and job.printed_at is not None:
        return _("Printed {time}").format(time=format_time(job.printed_at)), "ink2"
    if job.state is PrintState.FAULT:
        return job.fault or _("The printer failed"), "cinnabarText"
    return _("Ready"), "jadeText"
