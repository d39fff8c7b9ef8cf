"""Where the records lie, how they are protected, and the keys that open them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acuchart.screens.parts.alert import IconMark
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.card import Card
from acuchart.screens.parts.field import ErrorLine
from acuchart.screens.parts.text import Paragraph, Text
from acuchart.words import _


class RecordsPage(QWidget):
    """The database, the recovery key, and encrypting anew.

    Signals:
        replace_wanted: a new recovery key; rotate_wanted: the records are to be encrypted anew.
        folder_wanted: the clinic folder is to be opened.
    """

    replace_wanted = Signal()
    rotate_wanted = Signal()
    folder_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = Text("", "body", name="settings.database_path", wrap=True)
        self._path.set_selectable()
        self._facts = Text("", "small", "ink2", name="settings.database_facts")
        self._error = ErrorLine()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._database())
        column.addWidget(self._keys())
        column.addStretch(1)

    def _database(self) -> Card:
        card = Card(_("Database"))
        row, words = QHBoxLayout(), QVBoxLayout()
        row.setSpacing(12)
        words.setSpacing(0)
        words.addWidget(self._path)
        words.addWidget(self._facts)
        row.addWidget(IconMark("hard-drive", "ink2", 20))
        row.addLayout(words, 1)
        card.body.addLayout(row)
        open_folder = Button(_("Open folder"), icon="folder-open", name="settings.database_folder")
        open_folder.clicked.connect(self.folder_wanted)
        card.body.addLayout(_left(open_folder))
        sentence = _(
            "The encryption protects against a lost PC, disk or backup and against accidental misuse. "
            "It does not protect against a person with a passphrase who knows how to use programming tools."
        )
        card.body.addWidget(Paragraph(sentence, "small", "ink2"))
        return card

    def _keys(self) -> Card:
        card = Card(_("Keys"))
        sentence = _(
            "Replace the recovery key when its sheet was lost or seen. "
            "Encrypt anew when somebody may have kept a key."
        )
        card.body.addWidget(Paragraph(sentence, "body", "ink2"))
        replace = Button(_("Replace the recovery key"), icon="key", name="settings.key_replace")
        replace.clicked.connect(self.replace_wanted)
        rotate = Button(_("Encrypt the records anew"), icon="refresh-cw", name="settings.key_rotate")
        rotate.clicked.connect(self.rotate_wanted)
        card.body.addLayout(_left(replace, rotate))
        card.body.addWidget(self._error)
        return card

    def show_database(self, path: str, facts: str) -> None:
        """Say where the records lie."""
        self._path.setText(path)
        self._facts.setText(facts)

    def show_error(self, sentence: str) -> None:
        """Say what is wrong."""
        self._error.say(sentence)


def _left(*buttons: Button) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row
