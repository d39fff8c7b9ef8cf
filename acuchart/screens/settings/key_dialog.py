"""A new recovery key: shown once, kept on paper, proved by one group."""

import secrets
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Variant
from acuchart.screens.parts.dialog import Dialog
from acuchart.screens.parts.field import LabelledField
from acuchart.screens.parts.text import Text
from acuchart.screens.shell.key_groups import KeyGroups
from acuchart.words import _


class KeyDialog(Dialog):
    """Stays until the key was printed or saved and one group of it was typed back.

    Signals:
        print_wanted, save_chosen: how the key is kept; group_typed: the place of a group, and what was typed.
    """

    print_wanted = Signal()
    save_chosen = Signal(object)
    group_typed = Signal(int, str)

    def __init__(self, window: QWidget, groups: Sequence[str]) -> None:
        sentence = _("The old recovery key opens nothing any more. This one is shown once.")
        super().__init__(window, _("Your new recovery key"), sentence, width=680, name="new_key")
        self.groups = tuple(groups)
        self.place = 1 + secrets.randbelow(len(groups))
        self._kept = Text("", "small", "jadeText", name="new_key.kept")
        words = _("Group {n}, as it stands on the sheet").format(n=self.place)
        self.group = LabelledField(words, name="new_key.group")
        self.body.addWidget(KeyGroups(groups))
        self.body.addLayout(self._ways())
        self.body.addWidget(self.group)
        self.done_button = Button(_("The key is kept"), Variant.PRIMARY, name="new_key.done")
        self.done_button.set_missing(_("Print the key or save it first."))
        self.done_button.clicked.connect(lambda: self.group_typed.emit(self.place, self.group.text))
        self.add_button(self.done_button)

    def _ways(self) -> QHBoxLayout:
        paper = Button(_("Print"), Variant.TINT, icon="printer", name="new_key.print")
        paper.clicked.connect(self.print_wanted)
        save = Button(_("Save as PDF"), icon="download", name="new_key.save")
        save.clicked.connect(self._choose_place)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(paper)
        row.addWidget(save)
        row.addWidget(self._kept)
        row.addStretch(1)
        return row

    def show_kept(self, words: str) -> None:
        """The key was put somewhere."""
        self._kept.setText(words)
        self.group.set_error("")
        self.done_button.set_missing("")

    def show_error(self, sentence: str) -> None:
        """Say what is wrong."""
        self.group.set_error(sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)

    def _choose_place(self) -> None:
        path, _kind = QFileDialog.getSaveFileName(
            self, _("Save the recovery key"), str(Path.home() / _("recovery-key.pdf")), "PDF (*.pdf)"
        )
        if path:
            self.save_chosen.emit(Path(path))
