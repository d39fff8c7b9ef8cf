"""Who is signed in, and how to change places."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy

from acuchart.screens.parts.avatar import TONES, AvatarTone, initials
from acuchart.screens.parts.menu import Menu
from acuchart.screens.parts.painted import begin, draw_dot, draw_text, follow_theme
from acuchart.words import _

_SIDE = 40


class UserButton(QPushButton):
    """Initials of the person signed in; a tap opens a small menu.

    Signals:
        switch_wanted: somebody else takes the place.
        settings_wanted: Settings was chosen.
    """

    switch_wanted = Signal()
    settings_wanted = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._person, self._tone = "", AvatarTone.JADE
        self._look = follow_theme(self.update)
        self.clicked.connect(self._open)

    def show_person(self, name: str, tone: AvatarTone) -> None:
        """Show another person."""
        self._person, self._tone = name, tone
        self.setToolTip(name)
        self.setAccessibleName(_("Signed in: {name}").format(name=name))
        self.update()

    def menu_for(self) -> QMenu:
        """The menu as it opens."""
        menu = Menu(self)
        menu.setObjectName(f"{self.objectName()}.menu")
        who = menu.addAction(self._person)
        who.setEnabled(False)
        menu.addSeparator()
        menu.addAction(_("Switch person")).triggered.connect(self.switch_wanted)
        menu.addAction(_("Settings")).triggered.connect(self.settings_wanted)
        return menu

    def _open(self) -> None:
        menu = self.menu_for()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        corner = self.mapToGlobal(QPoint(self.width(), self.height() + 4))
        menu.popup(corner - QPoint(menu.sizeHint().width(), 0))

    def sizeHint(self) -> QSize:
        return QSize(_SIDE, _SIDE)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, radius = self._look.theme, begin(self), _SIDE / 2
        fill, ink = TONES[self._tone]
        draw_dot(painter, QPointF(radius, radius), radius, theme.colour(fill), QPen(Qt.PenStyle.NoPen))
        font = theme.sized_font("bodyStrong", 15)
        middle = Qt.AlignmentFlag.AlignHCenter
        rect = QRectF(0, 0, _SIDE, _SIDE)
        draw_text(painter, rect, initials(self._person), font, theme.colour(ink), middle)
        painter.end()
