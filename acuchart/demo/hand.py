"""The hand that works the screens: finds controls by their names, presses, types and takes pictures."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)

from acuchart.screens.shell.background import Background, Lane

PATIENCE_MS = 20_000
"""After this a control that does not appear is given up."""

SETTLE_MS = 60


class LostError(RuntimeError):
    """A control or an outcome that the day needs did not appear."""


class Hand:
    """Works one running application as a person would, with mouse and keyboard."""

    def __init__(
        self,
        window: QWidget,
        background: Background,
        pictures: Path,
        tell: Callable[[str], object] = lambda _words: None,
    ) -> None:
        """`tell` is told the name of each picture as it is taken, so that the day can be watched."""
        self.window = window
        self._background = background
        self._tell = tell
        self.pictures: list[Path] = []
        self._folder = pictures
        self._folder.mkdir(parents=True, exist_ok=True)

    def wait(self, until: Callable[[], bool], what: str) -> None:
        """Lets the window live until something is so."""
        patience = QDeadlineTimer(PATIENCE_MS)
        while not until():
            if patience.hasExpired():
                raise LostError(f"waited in vain for {what}")
            QTest.qWait(10)

    def settle(self) -> None:
        """Lets the records thread and the window finish what they are doing."""
        done: list[object] = []
        for lane in Lane:
            self._background.run(self, lambda: None, done.append, lane=lane)
        self.wait(lambda: len(done) == len(Lane), "slow work")
        QTest.qWait(SETTLE_MS)

    def stir(self) -> None:
        """Touches a key that does nothing, so that the PC does not count as unused."""
        QTest.keyClick(self.window, Qt.Key.Key_Shift)

    def shows(self, name: str) -> bool:
        """Whether a control can be seen."""
        return next(self._visible(name), None) is not None

    def find(self, name: str) -> QWidget:
        """A control that can be seen, waited for."""
        self.wait(lambda: self.shows(name), name)
        return next(self._visible(name))

    def offers(self, start: str) -> bool:
        """Whether a control whose name starts so can be seen now."""
        named = [w for w in self.window.findChildren(QWidget) if w.objectName().startswith(start)]
        return any(widget.isVisible() for widget in named)

    def name_of(self, start: str) -> str:
        """The name of the first control that can be seen and whose name starts so, waited for."""
        found: list[str] = []

        def look() -> bool:
            children = self.window.findChildren(QWidget)
            found[:] = [
                w.objectName() for w in children if w.objectName().startswith(start) and w.isVisible()
            ]
            return bool(found)

        self.wait(look, f"something called {start}…")
        return found[0]

    def press(self, name: str) -> None:
        """Clicks a control, once it can be used."""
        self.wait(lambda: self.usable(name), f"{name} to be usable")
        control = self._in_sight(name)
        QTest.mouseClick(control, Qt.MouseButton.LeftButton, pos=control.rect().center())
        self.settle()

    def press_at(self, name: str, x: float, y: float) -> None:
        """Clicks a place of a painted control, given as shares of its width and height."""
        control = self.find(name)
        place = QPoint(round(control.width() * x), round(control.height() * y))
        QTest.mouseClick(control, Qt.MouseButton.LeftButton, pos=place)
        self.settle()

    def text(self, name: str) -> str:
        """The words of a label that can be seen."""
        label = self.find(name)
        return label.text() if isinstance(label, QLabel) else label.accessibleName()

    def type(self, name: str, text: str) -> None:
        """Types into a field in place of what stands there."""
        field = self._in_sight(name)
        field.setFocus()
        if isinstance(field, (QLineEdit, QPlainTextEdit, QTextEdit)):
            field.selectAll()
        if text.isascii():
            QTest.keyClicks(field, text)
        elif isinstance(field, QLineEdit):
            # An input method hands whole words over; a key of a test is Latin only.
            field.insert(text)
            field.textEdited.emit(field.text())
        elif isinstance(field, (QPlainTextEdit, QTextEdit)):
            field.insertPlainText(text)
        self.settle()

    def choose(self, menu: str, words: str) -> None:
        """Takes an entry of an open menu."""
        opened = self.find(menu)
        if not isinstance(opened, QMenu):
            raise TypeError(f"{menu} is no menu")
        next(action for action in opened.actions() if action.text() == words).trigger()
        opened.close()
        self.settle()

    def paint(self, name: str, places: Sequence[tuple[float, float]]) -> None:
        """Draws over a painted control, from place to place, given as shares of its width and height."""
        sheet = self._in_sight(name)
        points = [QPoint(round(sheet.width() * x), round(sheet.height() * y)) for x, y in places]
        QTest.mousePress(sheet, Qt.MouseButton.LeftButton, pos=points[0])
        for point in points[1:]:
            QTest.mouseMove(sheet, point)
        QTest.mouseRelease(sheet, Qt.MouseButton.LeftButton, pos=points[-1])
        self.settle()

    def key(
        self,
        name: str,
        key: Qt.Key,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """Presses a key at a control."""
        control = self._in_sight(name)
        control.setFocus()
        QTest.keyClick(control, key, modifiers)
        self.settle()

    def picture(self, name: str) -> Path:
        """Takes a picture of the window."""
        self.settle()
        path = self._folder / f"{len(self.pictures) + 1:02}-{name}.png"
        self.window.grab().save(str(path))
        self.pictures.append(path)
        self._tell(path.stem)
        return path

    def _in_sight(self, name: str) -> QWidget:
        """A control, scrolled to where it can be seen whole."""
        control = self.find(name)
        parent = control.parentWidget()
        while parent is not None:
            if isinstance(parent, QScrollArea):
                parent.ensureWidgetVisible(control)
            parent = parent.parentWidget()
        return control

    def _visible(self, name: str) -> Iterator[QWidget]:
        for top in QApplication.topLevelWidgets():
            if top.objectName() == name and top.isVisible():
                yield top
            for child in top.findChildren(QWidget, name):
                if child.isVisible():
                    yield child

    def usable(self, name: str) -> bool:
        """Whether a control can be seen and used; one that says what is missing can't."""
        control = next(self._visible(name), None)
        if control is None or not control.isEnabled():
            return False
        missing = getattr(control, "missing", "")
        return not (isinstance(control, QAbstractButton) and missing)
