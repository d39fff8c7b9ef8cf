"""A person as initials in a circle."""

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from acuchart.screens.parts.painted import Picture, begin, draw_dot, draw_text


class AvatarTone(StrEnum):
    """The colour of the circle: patients and owners jade, other practitioners slate, the desk ochre."""

    JADE = "jade"
    SLATE = "slate"
    OCHRE = "ochre"


TONES = {
    AvatarTone.JADE: ("jadeTint2", "jadeText"),
    AvatarTone.SLATE: ("slateTint", "slateText"),
    AvatarTone.OCHRE: ("ochreTint", "ochreText"),
}

# From here on one character is a name; below are the alphabets.
_FIRST_HAN = 0x2E80


def initials(name: str) -> str:
    """Return the first letters of the first and the last word; of a name in hanzi its first character."""
    words = [word for word in name.split() if word[0].isalnum()]
    if not words:
        return ""
    first = words[0][0].upper()
    if len(words) == 1 or ord(first[0]) >= _FIRST_HAN:
        return first
    return first + words[-1][0].upper()


class Avatar(Picture):
    """Initials of a name; `diameter` is one of the tokens' 36, 40, 44, 48 and 64 px."""

    def __init__(
        self,
        person: str = "",
        diameter: int = 40,
        tone: AvatarTone = AvatarTone.JADE,
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, name)
        self._diameter = diameter
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_person(person, tone)

    def show_person(self, person: str, tone: AvatarTone = AvatarTone.JADE) -> None:
        self._person, self._tone = person, tone
        self.setAccessibleName(person)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._diameter, self._diameter)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, radius = self.theme, begin(self), self._diameter / 2
        fill, ink = TONES[self._tone]
        no_rim = QPen(Qt.PenStyle.NoPen)
        draw_dot(painter, QPointF(radius, radius), radius, theme.colour(fill), no_rim)
        font = theme.sized_font("bodyStrong", self._diameter * 0.375)
        rect = QRectF(0, 0, self._diameter, self._diameter)
        middle = Qt.AlignmentFlag.AlignHCenter
        draw_text(painter, rect, initials(self._person), font, theme.colour(ink), middle)
        painter.end()
