"""The views of the body that have no tab of their own, behind one quiet button."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from acuchart.clinic.view_words import view_words
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.screens.parts.menu import Menu
from acuchart.words import _


class ViewsButton(Button):
    """An icon that is told with the view that is seen.

    Signals:
        chosen: name of a view.
    """

    chosen = Signal(str)

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(icon="list", variant=Variant.GHOST, size=Size.SMALL, name="points.views")
        self.names = tuple(names)
        """The views it offers."""
        self._seen = ""
        self._left = False
        self.clicked.connect(self.open)
        self.show_view("", left=False)

    def show_view(self, name: str, *, left: bool) -> None:
        """Know the view that is seen, empty for one that has a tab, and of which side parts are shown."""
        self._seen, self._left = name, left
        label = _("Other views")
        self.setAccessibleName(f"{label}: {view_words(name, mirrored=left)}" if name else label)
        self.setToolTip(label)

    def open(self) -> QMenu:
        """Lists the views below the button."""
        menu = Menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in self.names:
            title = view_words(name, mirrored=self._left)
            action = QAction(title, menu, checkable=True, checked=name == self._seen)
            action.triggered.connect(lambda _on=False, name=name: self.chosen.emit(name))
            menu.addAction(action)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
        return menu
