"""The thread that rings the bells and writes `rooms.json`, whatever the window is busy with."""

import threading
from collections.abc import Callable

from acuchart.screens.shell.alarms import Alarms

LONGEST_WAIT = 0.5
"""Seconds after which it looks again though nothing is due: a PC that slept wakes with another time."""


class AlarmThread:
    """Lives from `start` to `stop`.

    Attributes:
        on_bug: Told of a mistake of ours; the thread goes on, for the other rooms.
    """

    def __init__(self, alarms: Alarms, beat: Callable[[], None]) -> None:
        self._alarms = alarms
        self._beat = beat
        self._going = True
        self._thread = threading.Thread(target=self._work, name="acuchart-alarms", daemon=True)
        self.on_bug: Callable[[Exception], object] | None = None

    def start(self) -> None:
        """Begins to watch."""
        self._thread.start()

    def stop(self) -> None:
        """Ends the thread and waits for it."""
        self._going = False
        with self._alarms.changed:
            self._alarms.changed.notify_all()
        if self._thread.is_alive():
            self._thread.join(timeout=2)

    def _work(self) -> None:
        while self._going:
            try:
                self._alarms.tick()
                self._beat()
            except Exception as error:  # noqa: BLE001 - one mistake must not silence every room
                if self.on_bug is not None:
                    self.on_bug(error)
            self._alarms.wait(LONGEST_WAIT)
