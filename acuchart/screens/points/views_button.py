"""The views of the body that have no tab of their own, behind one quiet button."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.words import _


class ViewsButton(Button):
    """It names the view that is seen, or says that there are others.

    Signals:
        chosen: name of a view.
    """

    chosen = Signal(str)

    def __init__(self, views: Sequence[tuple[str, str]]) -> None:
        super().__init__("", Variant.GHOST, size=Size.SMALL, trailing="chevron-down", name="points.views")
        self._views = tuple(views)
        self._seen = ""
        self.clicked.connect(self.open)
        self.show_view("")

    @property
    def names(self) -> tuple[str, ...]:
        """The views it offers."""
        return tuple(name for name, _title in self._views)

    def show_view(self, name: str) -> None:
        """Name the view that is seen; empty for one that has a tab."""
        self._seen = name
        title = dict(self._views).get(name, "")
        self.set_words(title or _("More views"))
        label = _("Other views")
        self.setAccessibleName(f"{label}: {title}" if title else label)

    def open(self) -> QMenu:
        """Lists the views below the button."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name, title in self._views:
            action = QAction(title, menu, checkable=True, checked=name == self._seen)
            action.triggered.connect(lambda _on=False, name=name: self.chosen.emit(name))
            menu.addAction(action)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
        return menu
