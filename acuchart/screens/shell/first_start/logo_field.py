"""The logo of the letterhead."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QImageWriter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.screens.parts.field import ErrorLine
from acuchart.screens.parts.painted import Painted, begin, draw_panel
from acuchart.screens.parts.text import Text
from acuchart.words import _

LARGEST = 1024 * 1024
"""Bytes of a logo as kept."""
_SIDE = 64
_PIXELS = 600


class NoLogoError(Exception):
    """A file that holds no picture to be used as a logo."""


def logo_from(path: Path) -> bytes:
    """A picture as a PNG of at most 600 pixels a side.

    Raises:
        NoLogoError: It is no picture that can be read, or stays too large.
    """
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    image = reader.read()
    if image.isNull():
        raise NoLogoError("no picture")
    if max(image.width(), image.height()) > _PIXELS:
        smooth = Qt.TransformationMode.SmoothTransformation
        image = image.scaled(_PIXELS, _PIXELS, Qt.AspectRatioMode.KeepAspectRatio, smooth)
    kept, buffer = QByteArray(), QBuffer()
    buffer.setBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    if not 0 < kept.size() <= LARGEST:
        raise NoLogoError("too large")
    return bytes(kept.data())


class _Picture(Painted):
    """The logo as it is kept, or a dashed frame."""

    def __init__(self) -> None:
        super().__init__()
        self.image = QImage()

    def sizeHint(self) -> QSize:
        return QSize(_SIDE, _SIDE)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect = begin(self), QRectF(0, 0, _SIDE, _SIDE)
        empty = self.image.isNull()
        fill = self.theme.colour("page")
        draw_panel(
            painter, rect, fill, self.theme.colour("lineStrong"), self.theme.radius("seg"), dashed=empty
        )
        if not empty:
            size = self.image.size().scaled(_SIDE - 8, _SIDE - 8, Qt.AspectRatioMode.KeepAspectRatio)
            left, top = (_SIDE - size.width()) / 2, (_SIDE - size.height()) / 2
            painter.drawImage(QRectF(left, top, size.width(), size.height()), self.image)
        painter.end()


class LogoField(QWidget):
    """Shows the logo, takes another one.

    Signals:
        changed: another logo, or none.
    """

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._logo = b""
        self._picture = _Picture()
        choose = Button(_("Choose a logo"), icon="image", name=f"{name}.logo")
        choose.clicked.connect(self._choose)
        self._remove = Button(_("Remove"), Variant.GHOST, size=Size.NORMAL, name=f"{name}.logo_remove")
        self._remove.clicked.connect(lambda: self._take(b""))
        self._words = Text(_("PNG or JPEG, for the head of every paper"), "small", "ink2", wrap=True)
        self._error = ErrorLine()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._picture)
        row.addWidget(choose)
        row.addWidget(self._remove)
        row.addWidget(self._words, 1)
        row.addWidget(self._error, 1)
        self.show_logo(b"")

    @property
    def logo(self) -> bytes:
        """The picture as kept, empty for none."""
        return self._logo

    @property
    def error(self) -> str:
        """What was wrong with the last picture."""
        return self._error.words.text()

    def show_logo(self, logo: bytes) -> None:
        """Show a picture without telling anybody."""
        self._logo = logo
        self._picture.image = QImage.fromData(logo) if logo else QImage()
        self._picture.update()
        self._remove.setVisible(bool(logo))
        self._say("")

    def take_file(self, path: Path) -> None:
        """Take a picture from a file."""
        try:
            self._take(logo_from(path))
        except NoLogoError:
            self._say(_("This picture can't be read. Choose a PNG or JPEG file."))

    def _take(self, logo: bytes) -> None:
        self.show_logo(logo)
        self.changed.emit()

    def _say(self, sentence: str) -> None:
        self._error.say(sentence)
        self._words.setVisible(not sentence)

    def _choose(self) -> None:
        kinds = _("Pictures (*.png *.jpg *.jpeg)")
        path, _kind = QFileDialog.getOpenFileName(self, _("Choose a logo"), str(Path.home()), kinds)
        if path:
            self.take_file(Path(path))
