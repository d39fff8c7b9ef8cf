"""The answers that need eyes, each with what it may mean and what can be done about it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acuchart.clinic.intake import Settled
from acuchart.screens.intake.reading import ConcernRow
from acuchart.screens.parts.alert import IconMark
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.screens.parts.card import Card, Rule, Tint
from acuchart.screens.parts.field import Field
from acuchart.screens.parts.flow import FlowLayout
from acuchart.screens.parts.painted import begin, draw_panel, follow_theme
from acuchart.screens.parts.tag import Tag, TagTone
from acuchart.screens.parts.text import Text
from acuchart.screens.parts.typed_text import keep_as
from acuchart.words import _, ngettext


class ConcernWidget(QWidget):
    """One answer. Signals:

    settled: link id, a `Settled` as text, and the words that go with it.
    """

    settled = Signal(str, str, str)

    def __init__(self, row: ConcernRow, read_only: bool) -> None:
        super().__init__()
        self.row = row
        self._read_only = read_only
        self._asking: Settled | None = None
        self._look = follow_theme(self.update)
        self.setObjectName(self._part("row"))
        self.setAccessibleName(f"{row.question} {row.answer}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 12)
        column.setSpacing(6)
        column.addLayout(self._make_head())
        column.addWidget(Text(row.means, "body", wrap=True))
        self._reason = self._make_reason()
        column.addWidget(self._make_actions())
        column.addWidget(self._reason)

    def _part(self, key: str) -> str:
        return f"intake_review.{key}.{self.row.link_id.replace('.', '_')}"

    def _make_head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.addWidget(Text(self.row.question, "bodyStrong", wrap=True), 1)
        head.addWidget(Tag(self.row.answer, TagTone.PLAIN), 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _make_actions(self) -> QWidget:
        holder = QWidget()
        if self.row.decided:
            self._show_decision(QHBoxLayout(holder))
        elif not self._read_only:
            self._add_choices(FlowLayout(holder))
        return holder

    def _show_decision(self, actions: QHBoxLayout) -> None:
        actions.setContentsMargins(0, 0, 0, 0)
        actions.setSpacing(8)
        actions.addWidget(IconMark("circle-check", "jadeText"))
        actions.addWidget(Text(self.row.decided, "button", "jadeText", wrap=True), 1)
        if not self._read_only:
            change = Button(_("Change"), Variant.GHOST, size=Size.SMALL, name=self._part("change"))
            change.clicked.connect(lambda: self._settle(Settled.LATER))
            actions.addWidget(change)

    def _add_choices(self, actions: FlowLayout) -> None:
        words = _("Add caution to chart") if self.row.risk else _("Refer before treating")
        icon = "check" if self.row.risk else "file-text"
        first = Button(words, Variant.PRIMARY, icon=icon, size=Size.SMALL, name=self._part("take"))
        first.clicked.connect(self.take)
        other = Button(_("Asked, not a concern"), size=Size.SMALL, name=self._part("no_concern"))
        other.clicked.connect(self.ask_no_concern)
        actions.addWidget(first)
        actions.addWidget(other)
        if self.row.later:
            actions.addWidget(Tag(_("Later"), TagTone.CAUTION, icon="clock"))
        else:
            later = Button(_("Later"), Variant.GHOST, size=Size.SMALL, name=self._part("later"))
            later.clicked.connect(lambda: self._settle(Settled.LATER))
            actions.addWidget(later)

    def _make_reason(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 2, 0, 0)
        self.words = Field(name=self._part("reason"))
        keep_as(self.words, self.words.objectName())
        self.words.returnPressed.connect(self._keep)
        keep = Button(_("Keep"), size=Size.SMALL, name=self._part("keep"))
        keep.clicked.connect(self._keep)
        row.addWidget(self.words, 1)
        row.addWidget(keep)
        holder.hide()
        return holder

    def take(self) -> None:
        """Add the caution, or ask what was decided about a red flag."""
        if self.row.risk:
            self._settle(Settled.CAUTION_ADDED)
        else:
            self._ask(Settled.REFERRED, _("What was decided, such as a letter to the doctor today"))

    def ask_no_concern(self) -> None:
        """Ask why it is no concern."""
        self._ask(Settled.NOT_A_CONCERN, _("A word of reason"))

    def _ask(self, how: Settled, hint: str) -> None:
        if self._read_only or self.row.decided:
            return
        self._asking = how
        self.words.setPlaceholderText(hint)
        self.words.setAccessibleName(hint)
        self._reason.show()
        self.words.setFocus()

    def _keep(self) -> None:
        if self._asking is not None and self.words.text().strip():
            self.settled.emit(self.row.link_id, self._asking.value, self.words.text().strip())
        else:
            self.words.setFocus()

    def _settle(self, how: Settled) -> None:
        if not self._read_only:
            self.settled.emit(self.row.link_id, how.value, "")

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus():
            painter: QPainter = begin(self)
            theme = self._look.theme
            rect = self.rect().toRectF().adjusted(6, 4, -6, -4)
            draw_panel(painter, rect, None, theme.colour("focus"), theme.radius("control"), 2)
            painter.end()


class ConcernsCard(Card):
    """All answers that need eyes. Signals:

    settled: as of each of them.
    """

    settled = Signal(str, str, str)

    def __init__(self) -> None:
        super().__init__(tint=Tint.CAUTION, padding=(0, 0), name="intake_review.concerns")
        self.body.setSpacing(0)
        self.rows: list[ConcernWidget] = []
        self._rules: list[Rule] = []
        self._title = Text("", "h3", "ochreText", name="intake_review.to_settle")
        self._only = Text(_("Only you see this"), "small", "ochreText")
        head = QHBoxLayout()
        head.setContentsMargins(20, 12, 20, 12)
        head.setSpacing(10)
        head.addWidget(IconMark("triangle-alert", "ochreText"))
        head.addWidget(self._title, 1)
        head.addWidget(self._only)
        self.body.addLayout(head)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.body.addLayout(self._rows)

    def show_concerns(self, rows: Sequence[ConcernRow], still_open: int, read_only: bool) -> None:
        """Show the answers; words typed for one that stays open stay."""
        typed = {widget.row.link_id: widget for widget in self.rows}
        self._title.setText(_heading(len(rows), still_open))
        self._clear()
        for row in rows:
            kept = typed.get(row.link_id)
            widget = kept if kept and kept.row == row and not read_only else ConcernWidget(row, read_only)
            if widget is not kept:
                widget.settled.connect(self.settled)
            self.rows.append(widget)
            self._rules.append(Rule())
            self._rows.addWidget(self._rules[-1])
            self._rows.addWidget(widget)
            widget.show()
        for widget in typed.values():
            if widget not in self.rows:
                widget.deleteLater()
        self.setVisible(bool(rows))

    def first_open(self) -> ConcernWidget | None:
        """The first answer nobody has settled."""
        return next((widget for widget in self.rows if not widget.row.decided), None)

    def _clear(self) -> None:
        for rule in self._rules:
            self._rows.removeWidget(rule)
            rule.deleteLater()
        for widget in self.rows:
            self._rows.removeWidget(widget)
            widget.hide()
        self.rows, self._rules = [], []


def _heading(count: int, still_open: int) -> str:
    if still_open:
        words = ngettext(
            "{n} answer to settle before needling", "{n} answers to settle before needling", still_open
        )
        return words.format(n=still_open)
    return ngettext("{n} answer settled", "{n} answers settled", count).format(n=count)
