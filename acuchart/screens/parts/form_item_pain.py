"""Questions about pain: how strong, and where."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from acuchart.clinic.body import Body
from acuchart.clinic.forms import Item
from acuchart.screens.parts.form_item import ItemEditor, Place, Values
from acuchart.screens.parts.pain_paint import PainPaint
from acuchart.screens.parts.pain_scale import PainScale
from acuchart.screens.parts.text import Text
from acuchart.words import _

_WIDEST = 760


class ScaleEditor(ItemEditor):
    """A number from 0 to 10 on one surface, with a word at each end."""

    def __init__(self, item: Item, place: Place) -> None:
        super().__init__(item, place)
        self.scale = PainScale(_(item.text), large=True, name=self.part("scale"))
        self.scale.setMaximumWidth(_WIDEST)
        self.scale.answered.connect(lambda answer: self.give(*(() if answer is None else (answer,))))
        ends = QWidget()
        ends.setMaximumWidth(_WIDEST)
        row = QHBoxLayout(ends)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Text(_(item.low), "body", "ink2"))
        row.addStretch(1)
        row.addWidget(Text(_(item.high), "body", "ink2"))
        self.add_answer(self.scale, ends)

    def show_values(self, values: Values) -> None:
        answer = values[0] if values else None
        self.scale.show_answer(answer if isinstance(answer, int) else None)


class PaintEditor(ItemEditor):
    """Where it hurts. `paint` is the picture; the page puts it where there is room."""

    def __init__(self, item: Item, place: Place, body: Body) -> None:
        super().__init__(item, place)
        self.paint = PainPaint(body, name=self.part("paint"))
        self.paint.changed.connect(lambda value: self.give(*((value,) if value else ())))
        self.column.addSpacing(12)
        self.add_answer(Text(_("How strong is it there?"), "kioskLabel"), self.paint.tools)

    def show_values(self, values: Values) -> None:
        self.paint.show_value(str(values[0]) if values else "")
