"""The goals of a course: words, how they are measured, and the figures first, now and aimed at."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acuchart.clinic.course import Goal
from acuchart.clinic.ids import new_id
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.screens.parts.card import Card, Rule
from acuchart.screens.parts.field import ErrorLine, Field
from acuchart.screens.parts.growing_text import GrowingLine
from acuchart.screens.parts.painted import refresh_style
from acuchart.screens.parts.text import Text
from acuchart.screens.parts.typed_text import keep_refused
from acuchart.words import _, format_number

MOST = 5
_FIGURE = 62
_FIGURES = ("first", "now", "aim")
_LARGEST = 1000


def read_figure(text: str) -> tuple[float | None, bool]:
    """A figure as typed, and whether it can be read; nothing typed is nothing asked."""
    plain = text.strip().replace(",", ".")
    if not plain:
        return None, True
    try:
        figure = float(plain)
    except ValueError:
        return None, False
    return (figure, True) if 0 <= figure <= _LARGEST else (None, False)


class GoalRow(QWidget):
    """One goal. Signals:
    changed: something was typed; removed, raised: what was tapped.
    """

    changed = Signal()
    removed = Signal()
    raised = Signal()

    def __init__(self, goal: Goal, number: int) -> None:
        super().__init__()
        self._goal = goal
        name = f"plan.goal.{number}"
        self.words = GrowingLine(placeholder=_("What you want to do again"), name=f"{name}.words")
        self.words.show_text(goal.words)
        self.words.edited.connect(self.changed)
        self.measure = Field(goal.measure, placeholder=_("how well, 0 to 10"), name=f"{name}.measure")
        self.figures = [
            self._figure(value, label, f"{name}.{key}")
            for key, label, value in (
                ("first", _("First visit"), goal.first),
                ("now", _("Now"), goal.now),
                ("aim", _("Aim"), goal.aim),
            )
        ]
        self.error = ErrorLine()
        self.up = self._tool("arrow-up", _("Move up"), f"{name}.up", self.raised)
        self.remove = self._tool("x", _("Remove goal"), f"{name}.remove", self.removed)
        for field in (self.measure, *self.figures):
            field.textEdited.connect(self.changed)
            # A long measure shows its beginning, not its end.
            field.setCursorPosition(0)
        for key, field in zip(_FIGURES, self.figures, strict=True):
            keep_refused(field, f"plan.goal {goal.id} {key}")
        self._lay_out(number)

    def _lay_out(self, number: int) -> None:
        words = QVBoxLayout()
        words.setSpacing(4)
        for widget in (self.words, self.measure, self.error):
            words.addWidget(widget)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(6)
        row.addLayout(words, 1)
        for field in self.figures:
            row.addWidget(field, 0, Qt.AlignmentFlag.AlignTop)
        tools = QVBoxLayout()
        tools.setSpacing(4)
        tools.addWidget(self.remove)
        tools.addWidget(self.up)
        tools.addStretch(1)
        row.addLayout(tools)
        self.up.setVisible(number > 1)

    def _figure(self, value: float | None, label: str, name: str) -> Field:
        field = Field("" if value is None else format_number(value), placeholder="–", label=label, name=name)
        field.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        field.setFixedWidth(_FIGURE)
        return field

    def _tool(self, icon: str, hint: str, name: str, signal: SignalInstance) -> Button:
        button = Button("", Variant.GHOST, icon=icon, size=Size.SMALL, hint=hint, name=name)
        button.clicked.connect(signal)
        return button

    def goal(self) -> Goal:
        """The goal as typed. A figure that cannot be read is marked; what it was last stands for it."""
        read = [read_figure(field.text()) for field in self.figures]
        for field, (_value, right) in zip(self.figures, read, strict=True):
            if bool(field.property("error")) == right:
                field.setProperty("error", not right)
                refresh_style(field)
        wrong = not all(right for _value, right in read)
        self.error.say(_("A figure is a number from 0 to {n}.").format(n=_LARGEST) if wrong else "")
        last = (self._goal.first, self._goal.now, self._goal.aim)
        first, now, aim = (
            value if right else before for (value, right), before in zip(read, last, strict=True)
        )
        self._goal = replace(
            self._goal,
            words=self.words.text,
            measure=self.measure.text().strip(),
            first=first,
            now=now,
            aim=aim,
        )
        return self._goal


class GoalsCard(Card):
    """Up to five goals.

    Signals:
        changed: the goals, as far as they are typed.
        rows_shown: the rows may be others than before.
    """

    changed = Signal(object)
    rows_shown = Signal()

    def __init__(self) -> None:
        super().__init__(_("Goals"), name="plan.goals")
        self.body.setSpacing(0)
        for words in (_("First"), _("Now"), _("Aim")):
            label = Text(words, "small", "ink2")
            label.setFixedWidth(_FIGURE)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self.head.addWidget(label)
        self.head.addSpacing(46)
        self._rows: list[GoalRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.body.addLayout(self._list)
        self.add = Button(_("Add goal"), Variant.LINK, icon="plus", keys=("G",), name="plan.add_goal")
        self.add.clicked.connect(self.add_goal)
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addStretch(1)
        self.body.addWidget(Rule())
        self.body.addLayout(row)

    @property
    def rows(self) -> tuple[GoalRow, ...]:
        """The goals as shown."""
        return tuple(self._rows)

    def show_goals(self, goals: tuple[Goal, ...]) -> None:
        """Shows goals; where they are what is typed already, nothing is touched."""
        if self._typed() != goals or not self._rows:
            self._show(list(goals))
        self.rows_shown.emit()

    def add_goal(self) -> None:
        """A new goal, to be typed."""
        if len(self._rows) < MOST:
            self._show([*(row.goal() for row in self._rows), Goal(new_id(), "", "")])
            self.rows_shown.emit()
            self._rows[-1].words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, goals: list[Goal]) -> None:
        while (item := self._list.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._rows = []
        for number, goal in enumerate(goals, start=1):
            row = GoalRow(goal, number)
            row.changed.connect(self._tell)
            row.removed.connect(lambda gone=row: self._remove(gone))
            row.raised.connect(lambda lifted=row: self._raise(lifted))
            self._rows.append(row)
            self._list.addWidget(Rule())
            self._list.addWidget(row)
            row.show()
        self.add.set_missing(_("Keep to {n} goals.").format(n=MOST) if len(goals) >= MOST else "")

    def _typed(self) -> tuple[Goal, ...]:
        goals = [row.goal() for row in self._rows]
        return tuple(goal for goal in goals if goal.begun)

    def _tell(self) -> None:
        self.changed.emit(self._typed())

    def _remove(self, gone: GoalRow) -> None:
        self._show([row.goal() for row in self._rows if row is not gone])
        self.rows_shown.emit()
        self._tell()

    def _raise(self, lifted: GoalRow) -> None:
        goals = [row.goal() for row in self._rows]
        place = self._rows.index(lifted)
        if place > 0:
            goals[place - 1], goals[place] = goals[place], goals[place - 1]
            self._show(goals)
            self.rows_shown.emit()
            self._tell()
