"""What this PC remembers between starts: last clinic folder, look and window. Nothing of patients."""

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from platformdirs import user_config_path, user_data_path, user_log_path
from PySide6.QtCore import QByteArray, QSaveFile

from acuchart.screens.shell.theme import TextSize, Tone

NAME = "AcuChart"


def usual_file() -> Path:
    """Where the preferences lie on this PC."""
    return user_config_path(NAME, appauthor=False) / "acuchart.json"


def usual_folder() -> Path:
    """Where a new clinic is made unless another folder is chosen."""
    return user_data_path(NAME, appauthor=False) / "clinic"


def usual_logs() -> Path:
    """Where mistakes are written down before there is a clinic."""
    return user_log_path(NAME, appauthor=False)


class Preferences:
    """Kept in one small file; without a file they last as long as the program runs."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self._kept: dict[str, Any] = {}
        if file is not None:
            with suppress(OSError, ValueError):
                read = json.loads(file.read_text(encoding="utf-8"))
                self._kept = read if isinstance(read, dict) else {}

    @property
    def tone(self) -> Tone:
        """Light, dark or as the desktop."""
        text = self._kept.get("tone")
        return Tone(text) if text in tuple(Tone) else Tone.SYSTEM

    @property
    def text_size(self) -> TextSize:
        """The size of all text."""
        text = self._kept.get("text_size")
        return TextSize(text) if text in tuple(TextSize) else TextSize.STANDARD

    @property
    def clinic(self) -> Path | None:
        """The folder opened last."""
        text = self._kept.get("clinic")
        return Path(text) if isinstance(text, str) and text else None

    @property
    def geometry(self) -> QByteArray:
        """Where the window stood; empty when that is not known."""
        text = self._kept.get("geometry")
        return QByteArray.fromBase64(text.encode()) if isinstance(text, str) else QByteArray()

    @property
    def sound(self) -> bool:
        """Whether alarms sound."""
        return self._kept.get("sound") is not False

    @property
    def romance(self) -> bool:
        """Whether point codes in the letters of Romance charts are read as well (E36, F3)."""
        return self._kept.get("romance") is True

    @property
    def first_start(self) -> Mapping[str, str]:
        """What was typed into a first start that was not finished, by the name of the field."""
        kept = self._kept.get("first_start")
        typed = kept.items() if isinstance(kept, dict) else ()
        return {name: text for name, text in typed if isinstance(text, str)}

    def set_first_start(self, typed: Mapping[str, str]) -> None:
        """Keep what is typed into a first start."""
        self._keep(first_start=dict(typed))

    def set_look(self, tone: Tone, text_size: TextSize) -> None:
        """Keep how everything looks."""
        self._keep(tone=tone.value, text_size=text_size.value)

    def set_clinic(self, folder: Path) -> None:
        """Keep which clinic was opened; no first start is left half done."""
        self._keep(clinic=str(folder), first_start={})

    def set_geometry(self, geometry: QByteArray) -> None:
        """Keep where the window stands."""
        self._keep(geometry=bytes(geometry.toBase64().data()).decode())

    def set_sound(self, on: bool) -> None:
        """Keep whether alarms sound."""
        self._keep(sound=on)

    def set_romance(self, on: bool) -> None:
        """Keep which letters of point codes are read."""
        self._keep(romance=on)

    def _keep(self, **changed: object) -> None:
        self._kept.update(changed)
        if self._file is None:
            return
        # A PC that keeps no preferences works all the same: the next start asks again.
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            file = QSaveFile(str(self._file))
            if file.open(QSaveFile.OpenModeFlag.WriteOnly):
                file.write(QByteArray(json.dumps(self._kept, ensure_ascii=False, indent=1).encode()))
                file.commit()
