"""A paper before it is printed or saved: the very pages, over the window."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from acuchart.clinic.trouble import ChartTrouble
from acuchart.documents.handing_over import write_paper
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.screens.parts.dialog import Dialog
from acuchart.screens.parts.field import ErrorLine
from acuchart.screens.parts.pdf_pane import PdfPane
from acuchart.screens.parts.text import Text
from acuchart.screens.shell.background import Background
from acuchart.screens.shell.paper_out import print_pdf
from acuchart.words import _

_WIDTH = 720


class PaperDialog(Dialog):
    """Shows a PDF with Print and Save PDF."""

    def __init__(
        self, window: QWidget, title: str, pdf: bytes, file_name: str, background: Background, *, name: str
    ) -> None:
        super().__init__(window, title, width=_WIDTH, name=f"{name}.dialog")
        self._pdf, self._file_name = pdf, file_name
        self.pane = PdfPane(background, name=f"{name}.pages")
        self.pane.setFixedHeight(max(320, window.window().height() - 260))
        self._number = Text("", "small", "ink2")
        self.pane.page_shown.connect(lambda n, pages: self._number.setText(f"{n} / {pages}" if pages else ""))
        self._error = ErrorLine()
        self.body.addWidget(self.pane)
        self.body.addLayout(self._make_turning(name))
        self.body.addWidget(self._error)
        self._add_buttons(name)
        self.pane.show_pdf(pdf)

    def _make_turning(self, name: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        before = Button(
            "",
            Variant.GHOST,
            icon="chevron-left",
            size=Size.SMALL,
            hint=_("Page before"),
            name=f"{name}.before",
        )
        before.clicked.connect(lambda: self.pane.turn(-1))
        after = Button(
            "",
            Variant.GHOST,
            icon="chevron-right",
            size=Size.SMALL,
            hint=_("Next page"),
            name=f"{name}.after",
        )
        after.clicked.connect(lambda: self.pane.turn(1))
        for widget in (before, self._number, after):
            row.addWidget(widget)
        row.addStretch(1)
        return row

    def _add_buttons(self, name: str) -> None:
        close = Button(_("Close"), Variant.GHOST, name=f"{name}.close")
        close.clicked.connect(self.reject)
        save = Button(_("Save PDF"), icon="download", name=f"{name}.save")
        save.clicked.connect(self._save)
        put = Button(_("Print"), Variant.PRIMARY, icon="printer", name=f"{name}.print")
        put.clicked.connect(self._print)
        for button in (close, save, put):
            self.add_button(button)

    def say(self, sentence: str) -> None:
        """Say what went wrong below the pages."""
        self._error.say(sentence)

    @property
    def sentence_shown(self) -> str:
        """What is said to have gone wrong."""
        return self._error.words.text()

    def _print(self) -> None:
        try:
            printed = print_pdf(self, self._pdf)
        except ChartTrouble as trouble:
            self.say(trouble.sentence)
        else:
            if printed:
                self.accept()

    def _save(self) -> None:
        chosen, _kind = QFileDialog.getSaveFileName(self, _("Save PDF"), self._file_name, "PDF (*.pdf)")
        if chosen:
            self.save_to(Path(chosen))

    def save_to(self, path: Path) -> None:
        """Write the PDF into a file the person chose."""
        try:
            write_paper(self._pdf, path)
        except ChartTrouble as trouble:
            self.say(trouble.sentence)
        else:
            self.accept()
