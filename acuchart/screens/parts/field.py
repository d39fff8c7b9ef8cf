"""Fields with a label above and an error below."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from acuchart.screens.parts.painted import Painted, begin, follow_theme, refresh_style
from acuchart.screens.parts.text import Text
from acuchart.screens.shell.icons import paint_icon

_ICON = 16
_LOCK_ROOM = 36


class Field(QLineEdit):
    """One line to type in. Read only, it shows a lock."""

    def __init__(
        self,
        text: str = "",
        *,
        placeholder: str = "",
        label: str = "",
        large: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setObjectName(name)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(label or placeholder)
        self.setProperty("large", large)
        self._look = follow_theme(self.update)

    def set_read_only(self, read_only: bool) -> None:
        self.setReadOnly(read_only)
        self.setTextMargins(_LOCK_ROOM - 12 if read_only else 0, 0, 0, 0)
        refresh_style(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.isReadOnly():
            painter = begin(self)
            rect = QRectF(13, 0, _ICON, self.height())
            paint_icon(painter, "lock", rect, self._look.theme.colour("ink3"))
            painter.end()


class ErrorLine(Painted):
    """A line with an icon that says what is wrong, or what to mind. Hidden while it has nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 0, 0)
        self.words = Text("", "small", "cinnabarText", wrap=True)
        row.addWidget(self.words)
        self._icon, self._ink = "circle-alert", "cinnabarText"
        self.hide()

    def say(self, sentence: str, caution: bool = False) -> None:
        """Show a sentence as an error, or as a caution; an empty one hides the line."""
        self._icon = "triangle-alert" if caution else "circle-alert"
        self._ink = "ochreText" if caution else "cinnabarText"
        self.words.set_ink(self._ink)
        self.words.setText(sentence)
        self.setVisible(bool(sentence))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        # Beside the first line of the words, which stand in the middle where a row is higher than they are.
        words = self.words.geometry()
        spare = max(0, words.height() - self.words.heightForWidth(words.width())) / 2
        rect = QRectF(self.contentsRect().left(), words.top() + spare, _ICON, self.theme.line("small"))
        paint_icon(painter, self._icon, rect, self.theme.colour(self._ink))
        painter.end()


class LabelledField(QWidget):
    """A label, an editor and a line for what is wrong.

    `editor` is a `Field` unless another widget is given. Signals:
        edited: the text, each time a person changed it (for the default editor).
    """

    edited = Signal(str)

    def __init__(
        self,
        label: str,
        editor: QWidget | None = None,
        *,
        placeholder: str = "",
        large: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.label = Text(label, "label", "ink2")
        self.editor = editor or Field(placeholder=placeholder, label=label, large=large, name=name)
        if not self.editor.accessibleName():
            self.editor.setAccessibleName(label)
        self.label.setBuddy(self.editor)
        self._error = ErrorLine()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        for widget in (self.label, self.editor, self._error):
            column.addWidget(widget)
        if isinstance(self.editor, QLineEdit):
            self.editor.textEdited.connect(self.edited)

    @property
    def text(self) -> str:
        """What stands in the field, without the spaces around it."""
        return self.editor.text().strip() if isinstance(self.editor, QLineEdit) else ""

    def set_text(self, text: str) -> None:
        """Show a text without telling anybody. Leaves the field alone when it already says so."""
        if isinstance(self.editor, QLineEdit) and self.editor.text() != text:
            self.editor.setText(text)

    @property
    def error(self) -> str:
        return self._error.words.text()

    def set_error(self, sentence: str) -> None:
        """Mark the field as wrong and say why; an empty sentence takes the mark away."""
        self._error.say(sentence)
        self._mark(bool(sentence))
        self.editor.setAccessibleDescription(sentence)

    def set_caution(self, sentence: str) -> None:
        """Say something to mind below the field without marking it as wrong."""
        self._error.say(sentence, caution=True)
        self._mark(False)
        self.editor.setAccessibleDescription(sentence)

    def _mark(self, wrong: bool) -> None:
        self.editor.setProperty("error", wrong)
        refresh_style(self.editor)
