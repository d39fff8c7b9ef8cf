"""What pain is painted with: three strengths, a rubber, and a step back."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QPushButton, QSizePolicy, QWidget

from acuchart.clinic.painting import PainStrength
from acuchart.screens.parts.body_painting import strength_colour, strength_words
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.screens.parts.painted import begin, draw_dot, draw_panel, draw_text, follow_theme, text_width
from acuchart.words import _

_DOTS = {PainStrength.LITTLE: 12.0, PainStrength.MEDIUM: 15.0, PainStrength.STRONG: 18.0}

_WORDS, _NEARER = 62, 16


class _StrengthKey(QPushButton):
    def __init__(self, strength: PainStrength, name: str, parent: QWidget) -> None:
        super().__init__(strength_words(strength), parent)
        self.setObjectName(name)
        self.setAccessibleName(strength_words(strength))
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty("ringRadius", 14)
        self.strength = strength
        self._look = follow_theme(self.update)

    def sizeHint(self) -> QSize:
        return QSize(150, 80)

    def minimumSizeHint(self) -> QSize:
        return QSize(110, 80)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, rect, on = self._look.theme, begin(self), QRectF(self.rect()), self.isChecked()
        fill, border = ("jadeTint", "jade") if on else ("surface", "lineStrong")
        width = 3 if on else 1
        draw_panel(painter, rect, theme.colour(fill), theme.colour(border), theme.radius("card"), width)
        # Where large words leave no room to spare, the dot moves to the edge.
        words, font = rect.adjusted(_WORDS, 0, -8, 0), theme.font("kioskLabel")
        near = _NEARER if text_width(font, self.text()) > words.width() else 0
        middle = QPointF(34 - near * 0.6, rect.center().y())
        tone = strength_colour(theme, self.strength)
        draw_dot(painter, middle, _DOTS[self.strength], tone, QPen(Qt.PenStyle.NoPen))
        draw_text(painter, words.adjusted(-near, 0, near / 4, 0), self.text(), font, theme.colour("ink"))
        painter.end()


class PainTools(QWidget):
    """Choose a strength or the rubber.

    Signals:
        tool_chosen: a PainStrength, or None for the rubber.
        undo_wanted: one step back.
    """

    tool_chosen = Signal(object)
    undo_wanted = Signal()

    def __init__(self, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(12)
        self._group = QButtonGroup(self)
        for number, strength in enumerate(PainStrength):
            key = _StrengthKey(strength, self._part(strength.name.lower()), self)
            key.clicked.connect(lambda _on=False, strength=strength: self.tool_chosen.emit(strength))
            self._group.addButton(key, strength.value)
            grid.addWidget(key, 0, number * 2, 1, 2)
        self.erase = Button(_("Erase"), icon="eraser", size=Size.LARGE, name=self._part("erase"))
        self.erase.setCheckable(True)
        self.erase.clicked.connect(lambda: self.tool_chosen.emit(None))
        self._group.addButton(self.erase, 0)
        self.undo = Button(_("Undo"), icon="undo-2", size=Size.LARGE, name=self._part("undo"))
        self.undo.clicked.connect(self.undo_wanted)
        grid.addWidget(self.erase, 1, 0, 1, 3)
        grid.addWidget(self.undo, 1, 3, 1, 3)

    def show_tool(self, tool: PainStrength | None) -> None:
        """Show which strength, or with None the rubber, is in hand."""
        self._group.button(0 if tool is None else tool.value).setChecked(True)
        self.erase.set_variant(Variant.TINT if tool is None else Variant.PLAIN)

    def _part(self, key: str) -> str:
        return f"{self.objectName()}.{key}" if self.objectName() else ""
