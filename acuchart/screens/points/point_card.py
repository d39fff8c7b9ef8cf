"""The card of a point that was asked about on the body: what it is, what stands against it, and adding it."""

from collections.abc import Collection

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from acuchart.clinic.cautions import Level
from acuchart.clinic.points import Side
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.screens.parts.popover import Popover
from acuchart.screens.parts.text import Text
from acuchart.screens.points.chart_lines import PointCard
from acuchart.screens.points.lines import Told
from acuchart.words import _

_WIDTH = 340


class PointCardPopover(Popover):
    """Name, place, usual depth, cautions, and a button for each side it can still be added on.

    Signals:
        add_wanted: code and Side.
    """

    add_wanted = Signal(str, object)

    def __init__(self) -> None:
        super().__init__(width=_WIDTH, name="points.card")
        self._card: PointCard | None = None
        self._side = Side.BOTH
        head = QHBoxLayout()
        self._code = Text("", "h3")
        self._name = Text("", "body", "ink2")
        head.addWidget(self._code)
        head.addWidget(self._name, 1)
        self.body.addLayout(head)
        self._location = Text("", "body", wrap=True)
        self._about = Text("", "small", "ink2", wrap=True)
        self.body.addWidget(self._location)
        self.body.addWidget(self._about)
        self._told = Text("", "small", wrap=True)
        self.body.addWidget(self._told)
        self._mind = Text("", "small", "ink2", wrap=True)
        self.body.addWidget(self._mind)
        self._chosen = Text("", "small", "jadeText", wrap=True)
        self.body.addWidget(self._chosen)
        self.add = Button("", Variant.PRIMARY, size=Size.SMALL, icon="plus", name="points.card.add")
        self.one = Button("", size=Size.SMALL, name="points.card.add_side")
        self.add.clicked.connect(lambda: self._want(Side.BOTH))
        self.one.clicked.connect(lambda: self._want(self._side))
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addWidget(self.one)
        foot.addStretch(1)
        self.body.addLayout(foot)

    def show_card(
        self, card: PointCard, side: Side, taken: Collection[Side], read_only: bool, by: QWidget, at: QRect
    ) -> None:
        """Open the card beside a part of the chart.

        Args:
            card: What is said.
            side: The side that was asked about.
            taken: On which sides the point is chosen already.
            read_only: Whether nothing can be added.
            by: The chart.
            at: Where on it the point is.
        """
        self._card, self._side = card, side if card.sided else Side.MIDLINE
        self._code.setText(card.code)
        self._name.setText(card.name)
        self._location.setText(card.location)
        about = [card.categories, _("Usually {how}").format(how=card.usual) if card.usual else "", card.doubt]
        _show(self._about, "\n".join(line for line in about if line))
        _show(self._told, "\n".join(_caution(told) for told in card.told))
        _show(self._mind, "\n".join(card.mind))
        danger = any(told.level is Level.DANGER for told in card.told)
        self._told.set_ink("cinnabarText" if danger else "ochreText")
        self._offer(card, side, taken, read_only)
        self.show_beside(by, at)
        (self.add if self.add.isVisibleTo(self) else self.one).setFocus()

    def _offer(self, card: PointCard, side: Side, taken: Collection[Side], read_only: bool) -> None:
        """A button for what can still be added; in words what is chosen."""
        both = {Side.LEFT, Side.RIGHT} <= set(taken)
        # Of a point that is chosen on one side, asking about the other side means that one alone.
        more = not taken or (card.sided and side in taken)
        self.add.set_words(_("Add both sides") if card.sided else _("Add"))
        self.add.setVisible(more and not both and not read_only)
        words = {Side.LEFT: _("Add on the left"), Side.RIGHT: _("Add on the right")}
        self.one.set_words(words.get(side, ""))
        self.one.setVisible(card.sided and side in words and side not in taken and not read_only)
        _show(self._chosen, _chosen_words(card, taken))

    def _want(self, side: Side) -> None:
        card = self._card
        self.close()
        if card is not None:
            self.add_wanted.emit(card.code, side if card.sided else Side.MIDLINE)


def _show(label: Text, words: str) -> None:
    label.setText(words)
    label.setVisible(bool(words))


def _caution(told: Told) -> str:
    return f"{told.reason} ({told.source})" if told.source else told.reason


def _chosen_words(card: PointCard, taken: Collection[Side]) -> str:
    if not taken:
        return ""
    if not card.sided:
        return _("Chosen")
    if {Side.LEFT, Side.RIGHT} <= set(taken):
        return _("Chosen on both sides")
    return _("Chosen on the left") if Side.LEFT in taken else _("Chosen on the right")
