"""Labels in the roles of the type scale."""

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from acuchart.screens.parts.painted import follow_theme, refresh_style


class Text(QLabel):
    """Words in a role ("body", "h2", ...) and an ink ("ink", "ink2", "jadeText", ...)."""

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        ink: str = "ink",
        *,
        name: str = "",
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self._role = role
        self._look = follow_theme(self.restyle)
        self.setProperty("ink", ink)
        self.restyle()
        self.setText(text)

    def set_role(self, role: str) -> None:
        self._role = role
        self.restyle()

    def set_ink(self, ink: str) -> None:
        """Show the words in another ink of the theme."""
        if self.property("ink") != ink:
            self.setProperty("ink", ink)
            refresh_style(self)

    def set_selectable(self, selectable: bool = True) -> None:
        """Let the words be selected and copied, by mouse and keyboard."""
        flags = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.setTextInteractionFlags(flags if selectable else Qt.TextInteractionFlag.NoTextInteraction)

    def restyle(self) -> None:
        """Take up font and line height of the theme."""
        self.setFont(self._look.theme.font(self._role))
        self.setMinimumHeight(self._look.theme.line(self._role))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # At the first show the style sheet brings back the font of the text size the label was made with.
        self.restyle()


class ElidedText(Text):
    """One line that ends in an ellipsis when there is no room; then its tool tip has all of it."""

    def __init__(self, text: str = "", role: str = "body", ink: str = "ink", *, name: str = "") -> None:
        super().__init__(text, role, ink, name=name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance("…") * 3, self.minimumHeight())

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 2, self.minimumHeight())

    def shown_text(self) -> str:
        """Return the words as they fit at the present width."""
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())

    def is_cut(self) -> bool:
        """Whether some of the words have no room."""
        return self.shown_text() != self.text()

    def setText(self, text: str) -> None:
        super().setText(text)
        self._tell_all()

    def restyle(self) -> None:
        super().restyle()
        self._tell_all()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_all()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(
            self.rect(), int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), self.shown_text()
        )
        painter.end()

    def _tell_all(self) -> None:
        self.setToolTip(self.text() if self.is_cut() else "")


class TwoLineText(ElidedText):
    """Words that break once where one line has no room for them, and end in an ellipsis after the second."""

    def __init__(self, text: str = "", role: str = "body", ink: str = "ink", *, name: str = "") -> None:
        super().__init__(text, role, ink, name=name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return len(self._lines(width)) * self.minimumHeight()

    def shown_text(self) -> str:
        return "\n".join(self._lines(self.width()))

    def is_cut(self) -> bool:
        return self.shown_text().replace("\n", " ") != self.text()

    def _lines(self, width: int) -> tuple[str, ...]:
        """One line, or two that break between words."""
        metrics, text = self.fontMetrics(), self.text()
        if metrics.horizontalAdvance(text) <= width:
            return (text,)
        words = text.split(" ")
        fitting = [n for n in range(1, len(words)) if metrics.horizontalAdvance(" ".join(words[:n])) <= width]
        first = fitting[-1] if fitting else 0
        rest = metrics.elidedText(" ".join(words[first:]), Qt.TextElideMode.ElideRight, width)
        return (" ".join(words[:first]), rest) if first else (rest,)


class Paragraph(Text):
    """Words that wrap, with the line height of their role; strong ones perhaps in an ink of their own."""

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        ink: str = "ink",
        *,
        name: str = "",
        strong_ink: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._runs: tuple[tuple[str, bool], ...] = ()
        self._strong_ink = strong_ink
        super().__init__("", role, ink, name=name, wrap=True, parent=parent)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.set_text(text)

    @property
    def plain(self) -> str:
        """The words without markup."""
        return "".join(text for text, _strong in self._runs)

    def set_text(self, text: str) -> None:
        """Show plain words; line ends are kept."""
        self.set_runs([(text, False)])

    def set_runs(self, runs: Iterable[tuple[str, bool]]) -> None:
        """Show words of which some are strong, each given as (text, strong)."""
        self._runs = tuple(runs)
        self.restyle()

    def restyle(self) -> None:
        super().restyle()
        ink = f"; color: {self._look.theme.colour(self._strong_ink).name()}" if self._strong_ink else ""
        # A plain <b> asks for a weight the fonts that come along do not have, and would be smeared.
        mark = f'<span style="font-weight: 600{ink}">'
        parts = (f"{mark}{_html(text)}</span>" if strong else _html(text) for text, strong in self._runs)
        height = self._look.theme.line(self._role)
        self.setText(f'<div style="line-height: {height}px">{"".join(parts)}</div>' if self.plain else "")


def _html(text: str) -> str:
    return escape(text).replace("\n", "<br>")
