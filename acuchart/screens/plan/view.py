"""The step "Plan": the editor and the very paper beside it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from acuchart.documents.paper import Paper
from acuchart.screens.parts.alert import Alert, AlertKind, IconMark
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.screens.parts.card import Card
from acuchart.screens.parts.conflict_alert import ConflictAlert
from acuchart.screens.parts.field import ErrorLine
from acuchart.screens.parts.pdf_pane import PdfPane
from acuchart.screens.parts.text import Text
from acuchart.screens.plan.editor import Editor
from acuchart.screens.plan.seen import PlanFace, overflow
from acuchart.screens.shell.background import Background
from acuchart.screens.shell.page import Hint, Page
from acuchart.screens.shell.paper_out import print_pdf
from acuchart.words import _

_EDITOR = 636


class PlanView(Page):
    """The plan of one visit.

    Signals:
        goals_changed, schedule_changed, draft_changed: the new value.
        send_wanted, print_wanted, save_wanted: how it is handed out.
        version_wanted: the id of an issued plan to look at; draft_wanted: back to the draft.
        theirs_wanted, mine_wanted: which of two versions holds after a change elsewhere.
    """

    goals_changed = Signal(object)
    schedule_changed = Signal(object)
    draft_changed = Signal(object)
    send_wanted = Signal()
    print_wanted = Signal()
    save_wanted = Signal()
    version_wanted = Signal(object)
    draft_wanted = Signal()
    theirs_wanted = Signal()
    mine_wanted = Signal()

    def __init__(self, background: Background) -> None:
        super().__init__()
        self.setObjectName("plan")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.editor = Editor()
        self.pane = PdfPane(background, name="plan.preview")
        self.state = Text("", "small", "ink2", name="plan.preview_state")
        self.current = IconMark("check", size=16)
        self.current.hide()
        self.page = Text("", "body", "ink", name="plan.page")
        self.mind = ErrorLine()
        self.refused = Alert(AlertKind.DANGER, "", name="plan.refused")
        self.conflict = ConflictAlert("plan")
        self.conflict.theirs_taken.connect(self.theirs_wanted)
        self.conflict.mine_kept.connect(self.mine_wanted)
        self.changed = self._make_changed()
        self._make_buttons()
        self._lay_out()
        self._connect()

    def _make_changed(self) -> Alert:
        alert = Alert(AlertKind.CAUTION, "", name="plan.changed")
        again = Button(_("Issue again"), size=Size.SMALL, name="plan.changed.again")
        again.clicked.connect(lambda: self._hand_out(self.send_wanted))
        alert.put_beside(again)
        return alert

    def _make_buttons(self) -> None:
        self.print_here = Button(_("Print here"), icon="printer", name="plan.print")
        self.save_pdf = Button(_("Save PDF"), icon="download", name="plan.save_pdf")
        self.send = Button(_("Send to front desk"), Variant.PRIMARY, trailing="arrow-right", name="plan.send")
        self.back = Button(_("Back to the draft"), Variant.TINT, size=Size.SMALL, name="plan.draft")
        self.before = self._tool("chevron-left", _("Page before"), "plan.page_before")
        self.after = self._tool("chevron-right", _("Page after"), "plan.page_after")
        self.larger = self._tool("zoom-in", _("Larger"), "plan.zoom_in")
        self.smaller = self._tool("zoom-out", _("Smaller"), "plan.zoom_out")
        self.back.hide()

    def _tool(self, icon: str, hint: str, name: str) -> Button:
        return Button("", Variant.GHOST, icon=icon, size=Size.SMALL, hint=hint, name=name)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(16)
        self.editor.setMaximumWidth(_EDITOR)
        row.addWidget(self.editor, 48)
        row.addWidget(self._preview(), 52)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        for alert in (self.refused, self.conflict, self.changed):
            alert.hide()
            column.addWidget(alert)
        column.addLayout(row, 1)

    def _preview(self) -> Card:
        card = Card(padding=(1, 1), name="plan.paper")
        card.body.setSpacing(0)
        head, foot = QWidget(), QWidget()
        top, bottom = QHBoxLayout(head), QHBoxLayout(foot)
        top.setContentsMargins(20, 6, 12, 6)
        top.addWidget(Text(_("Preview"), "h3"))
        top.addSpacing(8)
        top.addWidget(self.current)
        top.addWidget(self.state)
        top.addStretch(1)
        for widget in (self.back, self.before, self.page, self.after, self.smaller, self.larger):
            top.addWidget(widget)
        bottom.setContentsMargins(16, 12, 16, 12)
        bottom.setSpacing(8)
        bottom.addWidget(self.print_here)
        bottom.addWidget(self.save_pdf)
        bottom.addStretch(1)
        bottom.addWidget(self.send)
        mind = QWidget()
        line = QHBoxLayout(mind)
        line.setContentsMargins(20, 0, 20, 4)
        line.addWidget(self.mind)
        for part in (head, mind):
            card.body.addWidget(part)
        card.body.addWidget(self.pane, 1)
        card.body.addWidget(foot)
        return card

    def _connect(self) -> None:
        self.editor.goals_changed.connect(self.goals_changed)
        self.editor.schedule_changed.connect(self.schedule_changed)
        self.editor.draft_changed.connect(self.draft_changed)
        self.editor.version_wanted.connect(self.version_wanted)
        self.send.clicked.connect(lambda: self._hand_out(self.send_wanted))
        self.print_here.clicked.connect(lambda: self._hand_out(self.print_wanted))
        self.save_pdf.clicked.connect(lambda: self._hand_out(self.save_wanted))
        self.back.clicked.connect(self.draft_wanted)
        self.before.clicked.connect(lambda: self.pane.turn(-1))
        self.after.clicked.connect(lambda: self.pane.turn(1))
        self.larger.clicked.connect(lambda: self.pane.zoom(1))
        self.smaller.clicked.connect(lambda: self.pane.zoom(-1))
        self.pane.page_shown.connect(self._show_page)

    def _hand_out(self, signal: SignalInstance) -> None:
        if not self.send.missing:
            self.refused.hide()
            signal.emit()

    @property
    def hints(self) -> Sequence[Hint]:
        return (
            (("G",), _("Add goal")),
            (("Ctrl", "P"), _("Print here")),
            (("Ctrl", "Shift", "P"), _("Send to front desk")),
        )

    def show_plan(self, face: PlanFace) -> None:
        """Shows everything that is edited."""
        self.conflict.hide()
        self.editor.show_plan(face)

    def show_sum(self, words: str) -> None:
        """Shows how many visits there are, and when the last is."""
        self.editor.visits.show_sum(words)

    def show_missing(self, sentence: str) -> None:
        """Says what keeps the plan from being handed out; empty when nothing does."""
        for button in (self.send, self.print_here, self.save_pdf):
            button.set_missing(sentence)

    def show_changed(self, sentence: str) -> None:
        """Says that the plan last issued no longer tells what was done; empty where it does."""
        self.changed.say(sentence)
        self.changed.setVisible(bool(sentence))

    def show_updating(self) -> None:
        """The paper is being made anew."""
        self._say(_("Updating…"))

    def show_paper(self, paper: Paper) -> None:
        """Shows the draft as paper."""
        self.back.hide()
        self._say(_("Up to date"), current=True)
        self.mind.say(overflow(paper.pages, paper.missing), caution=True)
        self.pane.show_pdf(paper.pdf)

    def show_no_paper(self, sentence: str) -> None:
        """The paper can't be made."""
        self._say("")
        self.mind.say(sentence)

    def _say(self, words: str, *, current: bool = False) -> None:
        self.state.setText(words)
        self.current.setVisible(current)

    def show_version(self, words: str, pdf: bytes) -> None:
        """Shows an issued plan in place of the draft."""
        self._say(words)
        self.mind.say("")
        self.back.show()
        self.pane.show_pdf(pdf)

    def show_conflict(self, sentence: str) -> None:
        """The same part was changed elsewhere."""
        self.conflict.say(sentence)
        self.conflict.show()

    def show_refused(self, sentence: str) -> None:
        """Says what has to be put right."""
        self.refused.say(sentence)
        self.refused.show()

    def print_paper(self, pdf: bytes) -> str:
        """Asks for a printer and prints; returns its name, empty when the person thought better of it.

        Raises:
            ChartTrouble: There is no printer, or it refused.
        """
        return print_pdf(self, pdf)

    def choose_file(self, name: str) -> Path | None:
        """Asks where the PDF is to be written."""
        chosen, _filter = QFileDialog.getSaveFileName(self, _("Save PDF"), name, "PDF (*.pdf)")
        return Path(chosen) if chosen else None

    def _show_page(self, page: int, pages: int) -> None:
        self.page.setText(f"{page} / {pages}" if pages else "")
        self.before.setEnabled(page > 1)
        self.after.setEnabled(page < pages)

    def focus_first(self) -> None:
        """The keys of the screen work."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_P and control:
            (self.send if shift else self.print_here).click()
        elif event.key() == Qt.Key.Key_G and not control:
            self.editor.show_tab("plan")
            self.editor.goals.add_goal()
        elif event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.pane.turn(1 if event.key() == Qt.Key.Key_PageDown else -1)
        else:
            super().keyPressEvent(event)
