"""A cell of the table that opens its few usual values."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.screens.parts.field import LabelledField
from acuchart.screens.parts.menu import Menu
from acuchart.screens.parts.painted import begin, draw_panel, draw_text, follow_theme, text_width
from acuchart.screens.parts.painted_button import PaintedButton
from acuchart.screens.parts.text import Text
from acuchart.screens.points.field_sheet import FieldSheet
from acuchart.screens.points.row_parts import draw_name
from acuchart.screens.shell.icons import paint_icon
from acuchart.words import _

_HEIGHT = 40
_ICON = 14
_UPPER = 0.5
"""Share of its height that the code takes above the name."""
_AROUND = 13


class Cell(PaintedButton):
    """Words that can be tapped; a value that is only usual is written lighter."""

    def __init__(self, label: str, width: int, name: str) -> None:
        super().__init__(name=name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._label = label
        self._width = width
        self._quiet = self._minded = False
        self._icon = ""
        self._look = follow_theme(self.updateGeometry)

    def show_words(
        self, words: str, *, quiet: bool = False, icon: str = "", said: str = "", minded: bool = False
    ) -> None:
        """Show a value.

        Args:
            words: The value.
            quiet: Nobody wrote it.
            icon: Before a value that stands out as a tag.
            said: For assistive technology, where it is more than the words.
            minded: The tag is one to mind.
        """
        self._quiet, self._icon, self._minded = quiet, icon, minded
        self.setText(words)
        self.setAccessibleName(_("{label}: {value}").format(label=self._label, value=said or words))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.theme.scaled(self._width), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._width, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._look.theme, begin(self)
        if self.isEnabled() and (self.underMouse() or self.hasFocus()):
            draw_panel(painter, QRectF(self.rect()), theme.colour("hover"), None, theme.radius("seg"))
        if self._icon:
            self._paint_tag(painter)
        else:
            rect = QRectF(6, 0, self.width() - 8, self.height())
            ink = theme.colour("ink3" if self._quiet else "ink")
            draw_text(painter, rect, self.text(), theme.sized_font("body", 14 * theme.scale), ink)
        painter.end()

    def _paint_tag(self, painter: QPainter) -> None:
        """A value that stands out: icon and words on a tint."""
        theme, tint = self._look.theme, "ochre" if self._minded else "jade"
        ink, font = theme.colour(f"{tint}Text"), theme.font("key")
        height = theme.size("tag") * theme.scale
        width = min(text_width(font, self.text()) + _ICON + 19, self.width() - 4)
        box = QRectF(2, (self.height() - height) / 2, width, height)
        draw_panel(painter, box, theme.colour(f"{tint}Tint"), None, theme.radius("tag"))
        paint_icon(painter, self._icon, QRectF(box.left() + 6, box.top(), _ICON, height), ink)
        draw_text(painter, box.adjusted(_ICON + 10, 0, -4, 0), self.text(), font, ink)


class ChoiceCell(Cell):
    """A cell with a fixed list of values.

    Signals:
        chosen: the value that was chosen.
    """

    chosen = Signal(object)

    def __init__(self, label: str, width: int, name: str) -> None:
        super().__init__(label, width, name)
        self._options: Sequence[tuple[str, object]] = ()
        self._refused = ""
        self.clicked.connect(self.open)

    def offer(self, options: Sequence[tuple[str, object]], refused: str = "") -> None:
        """Set the values as (words, value), and perhaps a line that says what is not offered and why."""
        self._options, self._refused = options, refused

    def open(self) -> None:
        """Show the list below the cell."""
        menu = Menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, value in self._options:
            menu.addAction(words).triggered.connect(lambda _on=False, value=value: self.chosen.emit(value))
        if self._refused:
            menu.addAction(self._refused).setEnabled(False)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))


class DepthSheet(FieldSheet):
    """Gives the depth of one row as typed, with the usual one for reference; none takes the depth away."""

    def __init__(self, parent: QWidget, key: int) -> None:
        field = LabelledField(_("Depth in mm"), name=f"points.depth_field.{key}")
        done = Button(_("Set"), Variant.PRIMARY, size=Size.SMALL, name=f"points.depth_set.{key}")
        super().__init__(parent, "depth", field, done, width=300, name="points.depth_sheet")
        self._usual = Text("", "small", "ink2", wrap=True)
        clear = Button(_("No depth"), size=Size.SMALL, name=f"points.depth_clear.{key}")
        clear.clicked.connect(lambda: self.hand_in(""))
        self.foot.insertWidget(0, clear)
        self.body.addWidget(self._usual)
        self.body.addWidget(self.left)
        self.body.addLayout(self.foot)

    def ask(self, cell: QWidget, depth: str, usual: str) -> None:
        """Open below a cell with the depth as it stands."""
        self._usual.setText(_("Usually {depth}").format(depth=usual) if usual else _("No sourced depth"))
        self.open_with(cell, depth)

    def give(self) -> None:
        self.hand_in(self.field.text)


class PointName(PaintedButton):
    """Code and name of a point; a tap tells more about it."""

    def __init__(self, code: str, name: str, object_name: str) -> None:
        super().__init__(name=object_name)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("About {point}").format(point=f"{code} {name}"))
        self.setToolTip(f"{code} {name}")
        self._code, self._name = code, name
        self._look = follow_theme(self.update)

    def sizeHint(self) -> QSize:
        return QSize(120, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(90, _HEIGHT)

    @property
    def stacked(self) -> bool:
        """Whether the name stands below the code, as one line has no room for both."""
        theme = self._look.theme
        wide = text_width(theme.font("bodyStrong"), self._code) + text_width(theme.font("body"), self._name)
        return wide + _AROUND > self.width()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._look.theme, begin(self)
        if self.underMouse() or self.hasFocus():
            draw_panel(painter, QRectF(self.rect()), theme.colour("hover"), None, theme.radius("seg"))
        strong, ink, ink2 = theme.font("bodyStrong"), theme.colour("ink"), theme.colour("ink2")
        height = self.height() * (_UPPER if self.stacked else 1.0)
        code = QRectF(4, 0, text_width(strong, self._code) + 1, height)
        draw_text(painter, code, self._code, strong, ink)
        name = QRectF(code.right() + 5, 0, self.width() - code.right() - 6, height)
        if self.stacked:
            name = QRectF(4, height, self.width() - 5, self.height() - height)
        draw_name(painter, name, self._name, theme.font("small" if self.stacked else "body"), ink2)
        painter.end()
