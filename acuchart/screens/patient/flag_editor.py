"""Asking the risk questions: every one of them, in three states."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acuchart.clinic.flags import FLAG_WORDS, Flag, FlagKind, Flags, FlagState, check_flag
from acuchart.clinic.trouble import ChartTrouble
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Variant
from acuchart.screens.parts.card import Rule
from acuchart.screens.parts.date_field import DateField
from acuchart.screens.parts.dialog import Dialog
from acuchart.screens.parts.field import ErrorLine, Field, LabelledField
from acuchart.screens.parts.scroll import Scroll
from acuchart.screens.parts.segmented import Option, Segmented
from acuchart.screens.parts.text import Text
from acuchart.words import DateStyle, _, format_date

HEIGHT = 520


class FlagRow(QWidget):
    """One question: yes, none or not asked, with its own words and, for pregnancy, the due date.

    Signals:
        answered: The flag as it is now.
    """

    answered = Signal(object)

    def __init__(self, flag: Flag, today: date) -> None:
        super().__init__()
        self.kind = flag.kind
        self._flag = flag
        self._today = today
        name = f"flags.{flag.kind}"
        title = _(FLAG_WORDS[flag.kind])
        states = (
            Option(FlagState.YES, _("Yes")),
            Option(FlagState.ASKED_NONE, _("None")),
            Option(FlagState.NOT_ASKED, _("Not asked")),
        )
        self._title = Text(title, "bodyStrong")
        self._when = Text("", "caption", "ink2")
        self._state = Segmented(states, flag.state, name=name, label=title)
        self._state.chosen.connect(lambda _key: self._answer())
        self._words = Field(label=_("What, and how much"), name=f"{name}.detail")
        self._detail = LabelledField(_("What, and how much"), self._words)
        self._due = DateField(_("Due date"), check=self._check_due, name=f"{name}.due")
        self._lay_out()
        self.show_flag(flag)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._when)
        head.addLayout(words, 1)
        head.addWidget(self._state)
        more = QHBoxLayout()
        more.setSpacing(12)
        more.addWidget(self._detail, 2, Qt.AlignmentFlag.AlignTop)
        more.addWidget(self._due, 1, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.addLayout(head)
        column.addLayout(more)
        column.addWidget(Rule())
        self._words.editingFinished.connect(self._finish_words)
        self._due.day_chosen.connect(lambda _day: self._answer())

    def show_flag(self, flag: Flag) -> None:
        """Shows the answer as kept."""
        self._flag = flag
        self._state.choose(flag.state)
        yes = flag.state is FlagState.YES
        self._detail.setVisible(yes)
        self._due.setVisible(yes and flag.kind is FlagKind.PREGNANCY)
        self._detail.set_text(flag.detail)
        if not yes or not self._due.error:
            self._due.show_day(flag.due)
        asked = flag.asked_on
        self._when.setText(_("asked {date}").format(date=format_date(asked, DateStyle.FULL)) if asked else "")
        self._when.setVisible(asked is not None)

    def finish(self) -> bool:
        """Tells what was typed and not told yet; returns whether everything typed could be told."""
        if self._flag.state is not FlagState.YES:
            return True
        self._finish_words()
        return self._due.isHidden() or self._due.validate()

    def _finish_words(self) -> None:
        if self._detail.text != self._flag.detail and self._flag.state is FlagState.YES:
            self._answer()

    def _check_due(self, day: date) -> str:
        try:
            check_flag(Flag(self.kind, FlagState.YES, due=day), self._today)
        except ChartTrouble as trouble:
            return trouble.sentence
        return ""

    def _answer(self) -> None:
        state = FlagState(self._state.key)
        yes = state is FlagState.YES
        flag = Flag(
            self.kind,
            state,
            detail=self._detail.text if yes else "",
            due=self._due.day if yes and self.kind is FlagKind.PREGNANCY else None,
        )
        self.answered.emit(flag)


class FlagEditor(Dialog):
    """All risk questions in one list; every answer is kept at once.

    Signals:
        answered: A flag as it is now.
    """

    answered = Signal(object)

    def __init__(self, window: QWidget, flags: Flags, today: date) -> None:
        super().__init__(
            window,
            _("Cautions"),
            _("Ask each question. None means asked and none; it is kept with today's date."),
            width=720,
            name="flags",
        )
        self._rows = {flag.kind: FlagRow(flag, today) for flag in flags}
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 12, 0)
        for row in self._rows.values():
            row.answered.connect(self.answered)
            column.addWidget(row)
        column.addStretch(1)
        self._area = Scroll(inner)
        self._area.setFixedHeight(min(HEIGHT, window.window().height() - 260))
        self._error = ErrorLine()
        self.body.addWidget(self._area)
        self.body.addWidget(self._error)
        done = Button(_("Done"), Variant.PRIMARY, name="flags.done")
        done.clicked.connect(self.accept)
        self.add_button(done)

    def done(self, result: int) -> None:
        # A button does not take the focus on every system: what stands in a field is kept first.
        unread = [row for row in self._rows.values() if not row.finish()]
        if unread and result == self.DialogCode.Accepted:
            self._area.ensureWidgetVisible(unread[0])
        else:
            super().done(result)

    def start_at(self, kind: FlagKind) -> None:
        """Scrolls to a question."""
        self._area.ensureWidgetVisible(self._rows[kind], 0, 200)

    def show_flags(self, flags: Flags) -> None:
        """Shows the answers as kept."""
        self._error.say("")
        for flag in flags:
            self._rows[flag.kind].show_flag(flag)
            self.words_kept.emit(f"flags.{flag.kind}.detail", flag.detail)

    def show_trouble(self, sentence: str) -> None:
        """Says why an answer can't be kept."""
        self._error.say(sentence)
