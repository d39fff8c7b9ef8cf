"""What makes it worse or better, row by row."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from acuchart.clinic.findings import FindingState
from acuchart.clinic.visit import Carried, Examination
from acuchart.screens.findings.cards import FACTORS, SHOWN_FACTORS, Factor
from acuchart.screens.findings.entry import WHOLE, carried_at, state_of, tally
from acuchart.screens.findings.finding_chip import STATE_WORDS
from acuchart.screens.findings.group_card import GroupCard
from acuchart.screens.parts.card import Rule
from acuchart.screens.parts.painted import (
    begin,
    draw_dot,
    draw_panel,
    draw_text,
    follow_theme,
    text_width,
)
from acuchart.screens.parts.painted_button import PaintedButton
from acuchart.screens.parts.text import Text
from acuchart.screens.shell.focus_ring import focus_by_key
from acuchart.screens.shell.icons import paint_icon
from acuchart.words import _

_SIGN = 11
_HEIGHT = 40
_ROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
KEYS = {Qt.Key.Key_W: "worse", Qt.Key.Key_B: "better", Qt.Key.Key_N: "neither"}
_LOOKS: dict[str, tuple[str, str, str]] = {
    "worse": ("ochreTint", "ochre", "ochreText"),
    "better": ("jadeTint2", "jade", "jadeText"),
    "neither": ("sunken", "control", "ink"),
}


class Answer(PaintedButton):
    """Worse, Better or Neither; on, denied, or not asked.

    Signals:
        focused: it has the keyboard now.
    """

    focused = Signal()

    def __init__(self, kind: str, text: str, *, name: str) -> None:
        super().__init__(text, name=name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._kind = kind
        self.state = FindingState.NOT_ASKED
        self.carried: Carried | None = None
        self._from_form = False
        self._look = follow_theme(self.updateGeometry)

    def show_state(self, state: FindingState, label: str) -> None:
        self.state = state
        self.setAccessibleName(f"{label}, {self.text()}: {_(STATE_WORDS[state])}")
        self.update()

    def show_marks(self, from_form: bool, carried: Carried | None) -> None:
        """Show whether it is the patient's own answer, and what was copied and waits for a person."""
        self._from_form, self.carried = from_form, carried
        words = [self.accessibleName()]
        if from_form:
            words.append(_("from the patient's form"))
        if carried is not None:
            told = _("from visit {n}: {state}, to be confirmed")
            state = _(STATE_WORDS[carried.observation.state])
            words.append(told.format(n=carried.visit, state=state))
        self.setAccessibleName(", ".join(words))
        self.setToolTip("\n".join(words[1:]))

    def sizeHint(self) -> QSize:
        theme = self._look.theme
        return QSize(round(text_width(theme.font("key"), self.text()) + 27), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def event(self, event: QEvent) -> bool:
        """Keeps the letters of the row from answering a question elsewhere on the screen."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(Qt.Key(event.key()) in KEYS and not event.modifiers())
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in _ROWS:
            # A button of Qt would move to its neighbour; up and down belong to the rows.
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._look.theme, begin(self)
        present, absent = self.state is FindingState.PRESENT, self.state is FindingState.ABSENT
        resting = "hover" if self.underMouse() and self.isEnabled() else "sunken" if absent else "surface"
        fill, border, ink = _LOOKS[self._kind] if present else (resting, "lineStrong", "ink2")
        waits = self.carried is not None
        if waits:
            border, ink = "slate", "slateText"
        rect = QRectF(self.rect()).adjusted(0, 1, 0, -1)
        radius = theme.radius("seg")
        draw_panel(painter, rect, theme.colour(fill), theme.colour(border), radius, 1, dashed=waits)
        room = rect
        if present or absent or waits:
            sign = "history" if waits else "check" if present else "minus"
            paint_icon(painter, sign, QRectF(6, 0, _SIGN, self.height()), theme.colour(ink))
            room = rect.adjusted(_SIGN + 3, 0, 0, 0)
        colour = theme.colour(ink if self.isEnabled() or present else "inkDisabled")
        draw_text(painter, room, self.text(), theme.font("key"), colour, Qt.AlignmentFlag.AlignHCenter)
        if self._from_form:
            rim = QPen(theme.colour("lineStrong"), 1)
            draw_dot(painter, QPointF(self.width() - 9, 8.5), 6.5, theme.colour("surface"), rim)
            box = QRectF(self.width() - 13.5, 4, 9, 9)
            paint_icon(painter, "clipboard-list", box, theme.colour("ink2"))
        painter.end()


class FactorRow(QWidget):
    """One thing and its answers. Keys W, B and N answer while one of them has the focus, arrows go on.

    Signals:
        stated: finding id and the FindingState asked for.
        stepped: up or down was pressed; -1 or 1, and the kind of the answer that has the focus.
    """

    stated = Signal(str, object)
    stepped = Signal(int, str)

    def __init__(self, factor: Factor) -> None:
        super().__init__()
        self.factor = factor
        self.label = _(factor.label)
        key = factor.worse or factor.better
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(6)
        row.addWidget(Text(self.label, "small", wrap=True), 1)
        self.answers: dict[str, Answer] = {}
        for kind, words in (
            ("worse", _(factor.worse_word)),
            ("better", _("Better")),
            ("neither", _("Neither")),
        ):
            answer = Answer(kind, words, name=f"findings.{kind}.{key}")
            answer.clicked.connect(lambda _on=False, kind=kind: self.tap(kind))
            offered = kind == "neither" or bool(getattr(factor, kind))
            policy = answer.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            answer.setSizePolicy(policy)
            row.addWidget(answer)
            answer.setHidden(not offered)
            self.answers[kind] = answer

    def show_examination(self, found: Examination) -> None:
        states = {key: state_of(found, key) for key in self.factor.findings}
        for kind, key in (("worse", self.factor.worse), ("better", self.factor.better)):
            if key:
                self.answers[kind].show_state(states[key], self.label)
                carried = carried_at(found, key)
                self.answers[kind].show_marks(key in found.from_form, carried)
        neither = all(state is FindingState.ABSENT for state in states.values())
        self.answers["neither"].show_state(
            FindingState.PRESENT if neither else FindingState.NOT_ASKED, self.label
        )

    @property
    def asked(self) -> bool:
        """Whether anything in the row was answered, or waits to be confirmed."""
        said = (a.state is not FindingState.NOT_ASKED or a.carried is not None for a in self.answers.values())
        return any(said)

    def tap(self, kind: str) -> None:
        """Do what a tap does: say it, or take it back."""
        taken_back = self.answers[kind].state is FindingState.PRESENT
        if kind == "neither":
            state = FindingState.NOT_ASKED if taken_back else FindingState.ABSENT
            for key in self.factor.findings:
                self.stated.emit(key, state)
        else:
            key = self.factor.worse if kind == "worse" else self.factor.better
            carried = self.answers[kind].carried
            said = FindingState.PRESENT if carried is None else carried.observation.state
            self.stated.emit(key, FindingState.NOT_ASKED if taken_back else said)

    def focus(self, kind: str) -> None:
        """Put the keyboard on an answer, or on the first there is."""
        offered = [answer for key, answer in self.answers.items() if not answer.isHidden() and key == kind]
        others = [answer for answer in self.answers.values() if not answer.isHidden()]
        focus_by_key((offered or others)[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        kind, focused = KEYS.get(key, ""), [k for k, answer in self.answers.items() if answer.hasFocus()]
        if key in _ROWS and focused:
            self.stepped.emit(_ROWS[key], focused[0])
        elif not kind or event.modifiers():
            super().keyPressEvent(event)
        elif not self.answers[kind].isHidden():
            self.tap(kind)


class ChangesCard(GroupCard):
    """All rows; the usual ones are in sight, the others one tap away, and answered ones always.

    Tab comes to it once, the arrows go on from there.
    """

    def fill(self) -> None:
        """Puts a row for every factor."""
        column = QVBoxLayout()
        column.setSpacing(0)
        self.rows: list[tuple[Rule, FactorRow]] = []
        for factor in FACTORS:
            rule, row = Rule(), FactorRow(factor)
            row.stated.connect(lambda key, state: self.stated.emit(key, WHOLE, state))
            row.stepped.connect(lambda step, kind, row=row: self._step_row(row, step, kind))
            column.addWidget(rule)
            column.addWidget(row)
            self.rows.append((rule, row))
        self.inside.addLayout(column)
        self.inside.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        answers = [answer for _rule, row in self.rows for answer in row.answers.values()]
        for answer in answers:
            answer.focused.connect(lambda here=answer: self._only_stop(answers, here))
        self._only_stop(answers, answers[0])

    def _only_stop(self, answers: Sequence[Answer], here: Answer) -> None:
        strong, click = Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.ClickFocus
        for answer in answers:
            answer.setFocusPolicy(strong if answer is here else click)

    def _step_row(self, row: FactorRow, step: int, kind: str) -> None:
        shown = [other for _rule, other in self.rows if not other.isHidden()]
        at = shown.index(row) + step
        if 0 <= at < len(shown):
            shown[at].focus(kind)

    def show_examination(self, found: Examination, last: Mapping[str, FindingState]) -> None:
        for _rule, row in self.rows:
            row.show_examination(found)
        super().show_examination(found, last)
        self.show_count(*tally(found, (key for factor in FACTORS for key in factor.findings)))

    def set_read_only(self, read_only: bool) -> None:
        super().set_read_only(read_only)
        for _rule, row in self.rows:
            for answer in row.answers.values():
                answer.setEnabled(not read_only)

    def reveal(self, finding_id: str) -> QWidget:
        self.fold(False)
        rule, row = next(pair for pair in self.rows if finding_id in pair[1].factor.findings)
        rule.show()
        row.show()
        return row.answers["worse" if finding_id == row.factor.worse else "better"]

    def show_tail(self) -> None:
        """Show the usual rows and the answered ones, or all."""
        hidden = 0
        for number, (rule, row) in enumerate(self.rows):
            shown = self.everything or number < SHOWN_FACTORS or row.asked
            rule.setVisible(shown)
            row.setVisible(shown)
            hidden += not shown
        self.tell_more(hidden)
