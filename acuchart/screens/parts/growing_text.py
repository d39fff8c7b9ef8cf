"""A box for a few lines of text, as high as what stands in it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from acuchart.screens.parts.painted import follow_theme

_PADDING = 22


class GrowingText(QPlainTextEdit):
    """Text that wraps; the box grows with it. Tab leaves it. A quiet one has a frame only while it is used.

    Signals:
        edited: the text, each time a person changed it.
    """

    edited = Signal(str)

    def __init__(
        self,
        *,
        placeholder: str = "",
        label: str = "",
        rows: int = 1,
        quiet: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(label or placeholder)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(2)
        self._rows = rows
        self._shown = ""
        self._quiet = quiet
        self._look = follow_theme(self._restyle)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._grow())
        self.textChanged.connect(self._changed)
        self._restyle()

    def _restyle(self) -> None:
        if self._quiet:
            theme = self._look.theme
            line, focus = theme.colour("line").name(), theme.colour("focus").name()
            self.setStyleSheet(
                "QPlainTextEdit { background: transparent; border: 1px solid transparent; }"
                f"QPlainTextEdit:hover {{ border: 1px solid {line}; }}"
                f"QPlainTextEdit:focus {{ border: 2px solid {focus}; }}"
            )
        self._grow()

    @property
    def text(self) -> str:
        """What stands in the box."""
        return self.toPlainText()

    def show_text(self, text: str) -> None:
        """Shows a text without telling anybody; a box that says so already is left alone."""
        self._shown = text
        if self.toPlainText() != text:
            self.setPlainText(text)

    def _changed(self) -> None:
        self._grow()
        if self.toPlainText() != self._shown:
            self._shown = self.toPlainText()
            self.edited.emit(self._shown)

    def _grow(self) -> None:
        # Of a plain text document the height is counted in lines.
        lines = max(self._rows, round(self.document().size().height()))
        wanted = lines * self.fontMetrics().lineSpacing() + _PADDING
        if wanted != self.height():
            self.setFixedHeight(max(44, wanted))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 44)


class GrowingLine(GrowingText):
    """One sentence, as high as it needs: Enter is left to the screen, and line ends do not count."""

    @property
    def text(self) -> str:
        return " ".join(self.toPlainText().split())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)
