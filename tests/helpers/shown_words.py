"""The words that can be read on a screen right now: nothing of a page behind another one."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget


def shown_words(screen: QWidget) -> str:
    """The texts of labels and buttons that are on show inside `screen`, one after the other."""
    # A layout shows what was added to it when the events of the moment are worked off.
    QCoreApplication.processEvents()
    found = [widget for widget in screen.findChildren(QWidget) if widget.isVisible()]
    return " | ".join(widget.text() for widget in found if isinstance(widget, QLabel | QAbstractButton))
