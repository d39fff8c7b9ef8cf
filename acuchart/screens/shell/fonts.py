"""The bundled fonts, so that a bare machine shows 足三里."""

from PySide6.QtGui import QFontDatabase

from acuchart.resources import resource

_ENDINGS = (".ttf", ".otf")


def register_fonts() -> tuple[str, ...]:
    """Make the bundled fonts known to Qt and return the families found. Needs a QGuiApplication.

    Raises:
        RuntimeError: if there is no font, or one cannot be read: the installation is damaged.
    """
    files = sorted(file for file in resource("fonts").iterdir() if file.suffix.lower() in _ENDINGS)
    if not files:
        raise RuntimeError("the bundled fonts are missing")
    families: list[str] = []
    for file in files:
        number = QFontDatabase.addApplicationFont(str(file))
        if number < 0:
            raise RuntimeError(f"the bundled font {file.name} cannot be read")
        families.extend(QFontDatabase.applicationFontFamilies(number))
    return tuple(dict.fromkeys(families))
