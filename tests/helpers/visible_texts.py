"""The words a person finds on a screen."""

from PySide6.QtWidgets import QAbstractButton, QComboBox, QGroupBox, QLabel, QLineEdit, QTabBar, QWidget


def visible_texts(screen: QWidget) -> list[str]:
    """Texts, hints, tool tips and accessible names of everything that is shown inside `screen`."""
    shown = [screen, *screen.findChildren(QWidget)]
    found = [text for widget in shown if not widget.isHidden() for text in _texts(widget)]
    return [text for text in found if text.strip()]


def _texts(widget: QWidget) -> list[str]:
    texts = [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
    if widget.isWindow():
        texts.append(widget.windowTitle())
    if isinstance(widget, QLabel | QAbstractButton):
        texts.append(widget.text())
    elif isinstance(widget, QLineEdit):
        texts.append(widget.placeholderText())
    elif isinstance(widget, QComboBox):
        texts.extend(widget.itemText(row) for row in range(widget.count()))
    elif isinstance(widget, QTabBar):
        texts.extend(widget.tabText(tab) for tab in range(widget.count()))
    elif isinstance(widget, QGroupBox):
        texts.append(widget.title())
    return texts
