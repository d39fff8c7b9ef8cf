"""The keys of a screen, on F1."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Variant
from acuchart.screens.parts.dialog import Dialog
from acuchart.screens.parts.key_caps import KeyHint
from acuchart.screens.parts.text import Text
from acuchart.screens.shell.page import Hint
from acuchart.words import N_, _

EVERYWHERE: Sequence[Hint] = (
    (("Ctrl", "K"), N_("Find a patient")),
    (("Ctrl", "1 … 5"), N_("Today, Patients, Rooms, Print, Forms")),
    (("Ctrl", ","), N_("Settings")),
    (("Ctrl", "L"), N_("Lock")),
    (("Ctrl", "←"), N_("Previous step of the visit")),
    (("Ctrl", "→"), N_("Next step of the visit")),
    (("Alt", "1 … 4"), N_("Silence or open room 1 to 4")),
    (("F1",), N_("Keys of this screen")),
    (("F11",), N_("Full screen")),
)
SHELL_HINTS: Sequence[Hint] = ((("Ctrl", "K"), N_("Find a patient")), (("Ctrl", "L"), N_("Lock")))


class KeysSheet(Dialog):
    """Two columns: what the screen knows, and what holds everywhere."""

    def __init__(self, window: QWidget, title: str, hints: Sequence[Hint]) -> None:
        super().__init__(window, _("Keys"), width=680, name="keys")
        own = [hint for hint in hints if hint[0] not in {keys for keys, _words in EVERYWHERE}]
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        self._fill(grid, 0, title, own)
        self._fill(grid, 1, _("Everywhere"), [(keys, _(words)) for keys, words in EVERYWHERE])
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.body.addLayout(grid)
        close = Button(_("Close"), Variant.PRIMARY, name="keys.close")
        close.clicked.connect(self.accept)
        self.add_button(close)

    def _fill(self, grid: QGridLayout, column: int, title: str, hints: Sequence[Hint]) -> None:
        grid.addWidget(Text(title, "bodyStrong"), 0, column)
        for row, (keys, words) in enumerate(hints, 1):
            grid.addWidget(KeyHint(keys, words), row, column)
        if not hints:
            grid.addWidget(Text(_("No keys of its own"), "small", "ink2"), 1, column)
