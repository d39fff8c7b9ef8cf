"""The field points are typed into, with the points it may mean below."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acuchart.clinic.cautions import Level
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.screens.parts.card import Rule
from acuchart.screens.parts.field import ErrorLine
from acuchart.screens.parts.flow import FlowLayout
from acuchart.screens.parts.hit_list import HitList, HitRow
from acuchart.screens.parts.key_caps import KeyHint, caps_width, draw_caps
from acuchart.screens.parts.painted import begin, draw_panel, draw_text, text_width
from acuchart.screens.parts.search_field import SearchField
from acuchart.screens.parts.text import Text
from acuchart.screens.parts.typed_text import keep_as
from acuchart.screens.points.hits import SAVED
from acuchart.screens.points.lines import Hit, NotRead
from acuchart.screens.shell.icons import paint_icon
from acuchart.screens.shell.page import leave_field
from acuchart.words import _

_ROW = 58
_SHOWN = 6
_WIDTH = 560
_CODE_WIDTH = 84
_ICON = 14
_ADD = 36
_BESIDE = 2
"""Near matches that have room beside the sentence."""


class PointHit(HitRow):
    """A point in the list: code, names with the match underlined, its place, and what stands against it."""

    def __init__(self, hit: Hit) -> None:
        super().__init__(_WIDTH, _ROW, name=f"points.hit.{hit.code.lower() or f'saved.{hit.saved}'}")
        self.hit = hit
        caution = f", {hit.caution.reason}" if hit.caution else ""
        self.setAccessibleName(f"{hit.code} {hit.name}, {hit.where}{caution}")
        if hit.caution:
            self.setToolTip(f"{hit.caution.reason}\n{hit.caution.source}")

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, rect = self.theme, begin(self), QRectF(self.rect())
        if self.chosen:
            draw_panel(painter, rect, theme.colour("jadeTint2"), None, theme.radius("seg"))
        code_width, half = theme.scaled(_CODE_WIDTH), rect.height() / 2
        code = QRectF(12, 0, code_width, rect.height())
        if self.hit.saved is not None:
            paint_icon(painter, "bookmark", QRectF(14, 0, 18, rect.height()), theme.colour("ink2"))
        draw_text(painter, code, self.hit.code, theme.font("bodyStrong"), theme.colour("ink"))
        right = self._paint_tag(painter, rect)
        left = 12.0 + code_width
        name = QRectF(left, 4, right - left - 8, half)
        draw_text(painter, name, self.hit.name, theme.font("body"), theme.colour("ink"))
        self._underline(painter, name)
        where = QRectF(left, half - 1, right - left - 8, half - 4)
        draw_text(painter, where, self.hit.where, theme.font("small"), theme.colour("ink2"))
        painter.end()

    def _underline(self, painter: QPainter, rect: QRectF) -> None:
        """Underline what matches what was typed."""
        font = self.theme.font("body")
        for start, end in self.hit.marked:
            left = rect.left() + text_width(font, self.hit.name[:start])
            width = text_width(font, self.hit.name[start:end])
            painter.fillRect(QRectF(left, rect.center().y() + 9, width, 2), self.theme.colour("jade"))

    def _paint_tag(self, painter: QPainter, rect: QRectF) -> float:
        """Draw what stands at the right and return where it begins."""
        theme, caution = self.theme, self.hit.caution
        end = rect.right() - 8 if self.hit.chosen else self._paint_add(painter, rect)
        if caution is None and not self.hit.chosen:
            return end
        danger = caution is not None and caution.level is Level.DANGER
        words = caution.reason if caution is not None else _("Selected")
        words = _("{what} · selected").format(what=words) if caution and self.hit.chosen else words
        fill, ink = ("jadeTint", "jadeText")
        if caution is not None:
            fill, ink = ("cinnabarTint", "cinnabarText") if danger else ("ochreTint", "ochreText")
        width = min(text_width(theme.font("key"), words) + 18 + _ICON, rect.width() * 0.37)
        height = theme.scaled(26)
        box = QRectF(end - width, rect.center().y() - height / 2, width, height)
        draw_panel(painter, box, theme.colour(fill), None, theme.radius("tag"))
        icon = "check" if caution is None else "octagon-alert" if danger else "triangle-alert"
        mark = QRectF(box.left() + 6, box.top(), _ICON, box.height())
        paint_icon(painter, icon, mark, theme.colour(ink))
        inside = box.adjusted(_ICON + 10, 0, -4, 0)
        draw_text(painter, inside, words, theme.font("key"), theme.colour(ink))
        return box.left()

    def _paint_add(self, painter: QPainter, rect: QRectF) -> float:
        """Draw that a tap adds it, and at the chosen one the key that does; returns where that begins."""
        theme = self.theme
        box = QRectF(rect.right() - 8 - _ADD, rect.center().y() - _ADD / 2, _ADD, _ADD)
        draw_panel(painter, box, theme.colour("jadeTint"), theme.colour("jadeLine"), theme.radius("seg"))
        paint_icon(painter, "plus", box.adjusted(9, 9, -9, -9), theme.colour("jadeText"))
        if not self.chosen:
            return box.left() - 8
        left = box.left() - 10 - caps_width(theme, ("Enter",))
        draw_caps(painter, theme, ("Enter",), left, rect.center().y())
        return left - 8


def _key(hit: Hit) -> str:
    return hit.code if hit.saved is None else f"{SAVED}{hit.saved}"


class EntryField(SearchField):
    """The line itself; it hands the keys of the list on."""

    pressed = Signal(object)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
        self.pressed.emit(event)
        if not event.isAccepted():
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class EntryBox(QWidget):
    """Field, list of hits, and what could not be read with what it may have meant.

    Signals:
        typed: the line as it stands.
        entered: the line, the code of the hit to add or "", and whether the painful side is meant.
    """

    typed = Signal(str)
    entered = Signal(str, str, bool)

    def __init__(self) -> None:
        super().__init__()
        self.field = EntryField(_("st36 b, li4 r · zusanli · 足三里"), keys=("/",), name="points.search")
        keep_as(self.field, "points.search")
        self.field.setAccessibleName(_("Points"))
        self.field.setProperty("search", True)
        self.field.textEdited.connect(self._forget_mended)
        self.field.textEdited.connect(self.typed)
        self.field.pressed.connect(self._key)
        self.field.left.connect(self.close_list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.field)
        self._wrong = QWidget()
        self._lines = QVBoxLayout(self._wrong)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(2)
        column.addWidget(self._wrong)
        self._wrong.hide()
        self._told: dict[str, QWidget] = {}
        self._list: HitList | None = None
        self._hits: Sequence[Hit] = ()

    @property
    def hits(self) -> tuple[str, ...]:
        """Codes of the list in sight, best first."""
        return tuple(_key(hit) for hit in self._hits)

    @property
    def chosen_hit(self) -> str:
        """The code Enter would add from the list, "" for none."""
        at = -1 if self._list is None else self._list.at
        return _key(self._hits[at]) if at >= 0 else ""

    def begin(self) -> None:
        """Go to the field."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def show_hits(self, hits: Sequence[Hit], sure: bool, every: int) -> None:
        """Show the points found; the first is chosen where it is surely meant."""
        self.close_list()
        if not hits or not self.field.hasFocus():
            return
        self._hits = hits
        self._list = self._make_list(hits, every)
        self._list.open_below(self.field, max(self.field.width(), _WIDTH))
        self._list.choose(0 if sure else -1)

    def show_entry(self, text: str, not_read: Sequence[NotRead], held: Sequence[str] = ()) -> None:
        """Leave in the field what could not be added, and say why; `held` stands in the rows already."""
        self.close_list()
        self.field.setText(text)
        self._forget(set(self._told))
        for entry in not_read:
            if entry.text not in self._told:
                self._told[entry.text] = self._line_of(entry)
                self._lines.addWidget(self._told[entry.text])
                self._told[entry.text].show()
        self._wrong.setVisible(bool(not_read))
        self._mark(bool(not_read or held))
        self.field.setAccessibleDescription(" ".join([*(entry.sentence for entry in not_read), *held]))

    def _forget_mended(self, line: str) -> None:
        """What was told of a word goes with the word, and the red border with the last of it."""
        self._forget({text for text in self._told if text not in line})
        if not self._told:
            self._wrong.hide()
            self._mark(wrong=False)
            self.field.setAccessibleDescription("")

    def _forget(self, texts: set[str]) -> None:
        for text in texts:
            holder = self._told.pop(text)
            self._lines.removeWidget(holder)
            holder.hide()
            holder.deleteLater()

    def _mark(self, wrong: bool) -> None:
        """A red border around what could not be added."""
        if bool(self.field.property("error")) is not wrong:
            self.field.setProperty("error", wrong)
            self.field.style().unpolish(self.field)
            self.field.style().polish(self.field)

    def set_read_only(self, read_only: bool) -> None:
        self.field.setEnabled(not read_only)

    def close_list(self) -> None:
        """Take the list away."""
        self._hits = ()
        if self._list is not None:
            self._list.close_for_good()
            self._list = None

    def _line_of(self, entry: NotRead) -> QWidget:
        """What is wrong, and near matches beside it; more than two stand below, so that it can be read."""
        holder = QWidget()
        line = ErrorLine()
        line.say(entry.sentence)
        many = len(entry.near) > _BESIDE
        row = QVBoxLayout(holder) if many else QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(line, 1, Qt.AlignmentFlag.AlignVCenter)
        beside = QWidget()
        near = FlowLayout(beside) if many else QHBoxLayout(beside)
        near.setContentsMargins(0, 0, 0, 0)
        for code in entry.near:
            button = Button(
                code, Variant.TINT, icon="plus", size=Size.SMALL, name=f"points.near.{code.lower()}"
            )
            button.clicked.connect(lambda _on=False, code=code, text=entry.text: self._take_near(text, code))
            near.addWidget(button)
        row.addWidget(beside)
        return holder

    def _take_near(self, text: str, code: str) -> None:
        """Put a near match in the place of what was typed, and enter the line again."""
        self.entered.emit(self.field.text().replace(text, code, 1), "", False)

    def _make_list(self, hits: Sequence[Hit], every: int) -> HitList:
        rows = [PointHit(hit) for hit in hits]
        found = HitList(rows, _SHOWN, name="points.hits", parent=self.window())
        found.tapped.connect(self._tap)
        found.body.setSpacing(6)
        found.body.addWidget(Rule())
        foot = QHBoxLayout()
        foot.setSpacing(14)
        foot.addWidget(KeyHint(("Enter",), _("Add both sides")))
        foot.addWidget(KeyHint(("Shift", "Enter"), _("Add on the painful side")))
        foot.addStretch(1)
        foot.addWidget(Text(_("{n} of {all}").format(n=len(hits), all=every), "small", "ink2"))
        found.body.addLayout(foot)
        return found

    def _tap(self, number: int) -> None:
        if self._list is not None:
            self._list.choose(number)
        self._enter(painful=False)

    def _enter(self, painful: bool) -> None:
        self.entered.emit(self.field.text(), self.chosen_hit, painful)

    def _key(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self._list is not None:
            self._list.choose(self._list.at + (1 if key == Qt.Key.Key_Down else -1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key == Qt.Key.Key_Escape and self._list is not None:
            self.close_list()
        elif key == Qt.Key.Key_Escape:
            leave_field(self.field)
        else:
            return
        event.accept()
