"""What must be settled before the note can be signed."""

from PySide6.QtCore import Signal

from acuchart.screens.note.seen import CheckRow
from acuchart.screens.parts.alert import IconMark
from acuchart.screens.parts.card import Card
from acuchart.screens.parts.row import Row
from acuchart.screens.parts.text import Text, TwoLineText
from acuchart.words import _


class ChecksCard(Card):
    """One row for each check; a tap leads to its place.

    Signals:
        wanted: the key of a check.
    """

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("Before you sign"), name="note.checks")
        self.body.setSpacing(0)
        self._rows: dict[str, tuple[Row, IconMark, Text]] = {}

    def show_checks(self, checks: tuple[CheckRow, ...]) -> None:
        """Shows the checks in their order."""
        for check in checks:
            if check.key not in self._rows:
                self._add(check)
            row, mark, figure = self._rows[check.key]
            icon, ink = ("circle-check", "jadeText") if check.done else ("triangle-alert", "ochreText")
            mark.show_icon(icon, ink)
            figure.setText(check.figure)
            state = _("done") if check.done else _("open")
            row.setAccessibleName(f"{check.words}, {state} {check.figure}".strip())

    def _add(self, check: CheckRow) -> None:
        mark, figure = IconMark("circle", "ink2", 20), Text("", "small", "ink2")
        row = Row(
            [mark, TwoLineText(check.words), figure],
            label=check.words,
            tappable=True,
            last=True,
            name=f"note.check.{check.key}",
        )
        row.setMinimumHeight(40)
        row.cells.setStretch(1, 1)
        row.tapped.connect(lambda: self.wanted.emit(check.key))
        self._rows[check.key] = (row, mark, figure)
        self.body.addWidget(row)
