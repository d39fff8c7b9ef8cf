"""A few usual values as chips under a label."""

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from acuchart.screens.parts.chip import Chip
from acuchart.screens.parts.flow import FlowLayout
from acuchart.screens.parts.text import Text
from acuchart.screens.parts.typed_text import KeptControl


class Choice(KeptControl):
    """Chips, of which one or several are on."""

    def __init__(
        self,
        label: str,
        options: Sequence[tuple[object, str]] = (),
        *,
        name: str,
        several: bool = False,
        may_be_none: bool = False,
    ) -> None:
        super().__init__()
        self._label, self._name = label, name
        self._several, self._may_be_none = several, may_be_none
        self._chips: list[tuple[object, Chip]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Text(label, "label", "ink2"))
        holder = QWidget()
        self._flow = FlowLayout(holder, gap=6, row_gap=6)
        column.addWidget(holder)
        self.offer(options)

    def offer(self, options: Sequence[tuple[object, str]]) -> None:
        """Put up the chips as (value, words)."""
        while item := self._flow.takeAt(0):
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._chips = []
        for number, (value, words) in enumerate(options):
            chip = Chip(words, name=f"{self._name}.{number}")
            chip.setAccessibleName(f"{self._label}: {words}")
            chip.clicked.connect(lambda _on=False, chip=chip: self._chosen(chip))
            self._flow.addWidget(chip)
            chip.show()
            self._chips.append((value, chip))
        self._flow.invalidate()
        self.updateGeometry()

    def choose(self, values: Iterable[object]) -> None:
        """Turn on the chips of these values."""
        wanted = list(values)
        for value, chip in self._chips:
            chip.setChecked(value in wanted)

    @property
    def values(self) -> tuple[object, ...]:
        """What is on."""
        return tuple(value for value, chip in self._chips if chip.isChecked())

    @property
    def value(self) -> object:
        """The one that is on; None for none."""
        return next(iter(self.values), None)

    @property
    def answer(self) -> str:
        """The words of what is on, line by line."""
        return "\n".join(chip.text() for _value, chip in self._chips if chip.isChecked())

    def take_answer(self, answer: str) -> None:
        words = answer.split("\n")
        self.choose([value for value, chip in self._chips if chip.text() in words])
        self.changed.emit()

    def chip(self, value: object) -> Chip:
        """The chip of a value."""
        return next(chip for held, chip in self._chips if held == value)

    def _chosen(self, chosen: Chip) -> None:
        if not self._several:
            on = chosen.isChecked() or not self._may_be_none
            for _value, chip in self._chips:
                chip.setChecked(chip is chosen and on)
        self.changed.emit()
