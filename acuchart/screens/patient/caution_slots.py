"""The risk facts of a patient as slots: what is there, what was asked and is not, what nobody has asked."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from acuchart.clinic.flags import FLAG_WORDS, Flag, FlagKind, Flags, FlagState, pregnancy_week
from acuchart.screens.parts.alert import IconMark
from acuchart.screens.parts.card import Card, Tint
from acuchart.screens.parts.text import ElidedText, Text, TwoLineText
from acuchart.screens.shell.flag_icons import FLAG_ICONS
from acuchart.words import DateStyle, _, format_date

ALLERGIES = (FlagKind.ALLERGY_METAL, FlagKind.ALLERGY_LATEX, FlagKind.ALLERGY_ADHESIVE)
ALWAYS = (FlagKind.PREGNANCY, FlagKind.ANTICOAGULANT, FlagKind.PACEMAKER)
COLUMNS = 4


class CautionSlot(Card):
    """One risk fact. A tap opens the editor at it.

    Signals:
        tapped: The slot was activated.
    """

    tapped = Signal()

    def __init__(self, flag: Flag, title: str, today: date) -> None:
        tint = {FlagState.YES: Tint.CAUTION, FlagState.ASKED_NONE: Tint.LINE}.get(flag.state, Tint.DASHED)
        super().__init__(tint=tint, radius="cardSmall", padding=(13, 14), name=f"chart.caution.{flag.kind}")
        self.setMinimumHeight(self.theme.scaled(72))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        ink = "ochreText" if flag.state is FlagState.YES else "ink2"
        words = QVBoxLayout()
        words.setSpacing(0)
        head = QHBoxLayout()
        name = ElidedText(title, "h3", ink)
        name.setToolTip(title)
        head.addWidget(name, 1)
        stale = flag.state is not FlagState.NOT_ASKED and flag.ask_again(today)
        asked = Text(_asked(flag, today, stale), "caption", "ochreText" if stale else "ink2")
        words.addLayout(head)
        detail = _detail(flag, today)
        foot = QHBoxLayout()
        foot.addWidget(TwoLineText(detail, "small", "ink" if flag.state is FlagState.YES else "ink2"), 1)
        words.addLayout(foot)
        # Titles stand in line, however many lines the others need.
        words.addStretch(1)
        # Beside what is short: the word of a risk has a date alone, "None" a sentence.
        (head if flag.state is FlagState.YES else foot).addWidget(asked)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(IconMark(FLAG_ICONS[flag.kind], ink, 20))
        row.addLayout(words, 1)
        self.body.addLayout(row)
        self.setAccessibleName(f"{title}: {detail}")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.tapped.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.tapped.emit()
        else:
            super().keyPressEvent(event)


class CautionSlots(QWidget):
    """Pregnancy, anticoagulant, pacemaker and allergy always; every other risk the patient has below.

    Signals:
        edit_wanted: The kind to start at.
    """

    edit_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)
        for column in range(COLUMNS):
            self._grid.setColumnStretch(column, 1)

    def show_flags(self, flags: Flags, today: date) -> None:
        """Lays the slots out anew: risks first, then what was asked, then what was not."""
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for place, (flag, title) in enumerate(_slots(flags)):
            slot = CautionSlot(flag, title, today)
            slot.tapped.connect(lambda kind=flag.kind: self.edit_wanted.emit(kind))
            self._grid.addWidget(slot, place // COLUMNS, place % COLUMNS)


def _slots(flags: Flags) -> Sequence[tuple[Flag, str]]:
    allergy = next((flags[kind] for kind in ALLERGIES if flags[kind].state is FlagState.YES), None)
    asked = all(flags[kind].state is FlagState.ASKED_NONE for kind in ALLERGIES)
    first = [(flags[kind], _(FLAG_WORDS[kind])) for kind in ALWAYS]
    if allergy is not None:
        first.append((allergy, _(FLAG_WORDS[allergy.kind])))
    else:
        metal = flags[FlagKind.ALLERGY_METAL] if asked else Flag(FlagKind.ALLERGY_METAL)
        first.append((metal, _("Allergy")))
    shown = {flag.kind for flag, _title in first}
    more = [(flag, _(FLAG_WORDS[flag.kind])) for flag in flags.present if flag.kind not in shown]
    order = (FlagState.YES, FlagState.ASKED_NONE, FlagState.NOT_ASKED)
    return sorted([*first, *more], key=lambda slot: order.index(slot[0].state))


def _asked(flag: Flag, today: date, stale: bool) -> str:
    if flag.asked_on is None:
        return ""
    day = _("today") if flag.asked_on == today else format_date(flag.asked_on, DateStyle.SHORT)
    if stale:
        return _("{date}, ask again").format(date=day)
    return day if flag.state is FlagState.YES else _("asked {date}").format(date=day)


def _detail(flag: Flag, today: date) -> str:
    if flag.state is FlagState.NOT_ASKED:
        return _("Not asked")
    if flag.state is FlagState.ASKED_NONE:
        return _("None")
    if flag.kind is FlagKind.PREGNANCY and flag.due is not None:
        weeks = _("{n} weeks · due {date}").format(
            n=pregnancy_week(flag.due, today), date=format_date(flag.due, DateStyle.FULL)
        )
        return f"{weeks} · {flag.detail}" if flag.detail else weeks
    return flag.detail or _("Yes")
