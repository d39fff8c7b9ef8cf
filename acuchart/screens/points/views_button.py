"""The views of the body that have no tab of their own, behind one quiet button."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.words import _


class ViewsButton(Button):
    """An icon that is told with the view that is seen.

    Signals:
        chosen: name of a view.
    """

    chosen = Signal(str)

    def __init__(self, views: Sequence[tuple[str, str]]) -> None:
        super().__init__(icon="list", variant=Variant.GHOST, size=Size.SMALL, name="points.views")
        self._views = tuple(views)
        self._seen = ""
        self.clicked.connect(self.open)
        self.show_view("")

    @property
    def names(self) -> tuple[str, ...]:
        """The views it offers."""
        return tuple(name for name, _title in self._views)

    @property
    def title(self) -> str:
        """The view that is seen, in words; empty for one that has a tab."""
        title = dict(self._views).get(self._seen, "")
        return title[:1].upper() + title[1:]

    def show_view(self, name: str) -> None:
        """Know the view that is seen; empty for one that has a tab."""
        self._seen = name
        label = _("Other views")
        self.setAccessibleName(f"{label}: {self.title}" if name else label)
        self.setToolTip(label)

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
