"""The words that can be read on a screen right now: nothing of a page behind another one."""

from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget


def shown_words(screen: QWidget) -> str:
    """The texts of labels and buttons that are on show inside `screen`, one after the other."""
    found = [widget for widget in screen.findChildren(QWidget) if widget.isVisible()]
    return " | ".join(widget.text() for widget in found if isinstance(widget, QLabel | QAbstractButton))
