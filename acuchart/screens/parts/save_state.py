"""The word in the footer about what is kept."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from acuchart.screens.parts.alert import IconMark
from acuchart.screens.parts.text import Text
from acuchart.words import _


class SaveState(QWidget):
    """Says "All changes saved · 14:32", "Saving…", or in cinnabar that it did not work."""

    def __init__(self, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._time = ""
        self._own = ""
        self._well = True
        self._mark = IconMark("check", "ink2", 14)
        self.words = Text("", "caption", "ink2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._mark)
        row.addWidget(self.words)

    def show_saved(self, time: str) -> None:
        """Everything is kept since `time`, as written on a clock."""
        self._time, self._well = time, True
        kept = _("All changes saved · {time}").format(time=time) if time else ""
        self._show("check", "ink2", self._own or kept)

    def show_saving(self) -> None:
        self._well = False
        self._show("refresh-cw", "ink2", _("Saving…"))

    def show_failed(self) -> None:
        self._well = False
        self._show("triangle-alert", "cinnabarText", _("Not saved. Trying again"))

    def show_words(self, text: str) -> None:
        """What the screen says here while everything is kept, such as "30 needles in, 9 out"."""
        self._own = text
        if self._well:
            self.show_saved(self._time)

    def _show(self, icon: str, ink: str, text: str) -> None:
        self._mark.show_icon(icon, ink)
        self._mark.setVisible(bool(text))
        self.words.set_ink(ink)
        self.words.setText(text)
