"""The threads that ring the bells and write `rooms.json`, whatever the window is busy with.

They are two: a slow disk keeps no bell waiting.
"""

import threading
from collections.abc import Callable

from acuchart.screens.shell.alarms import Alarms

LONGEST_WAIT = 0.5
"""Seconds after which they look again though nothing is due: a PC that slept wakes with another time."""


class AlarmThread:
    """Both threads live from `start` to `stop`.

    Attributes:
        on_bug: Told of a mistake of ours; the threads go on, for the other rooms.
    """

    def __init__(self, alarms: Alarms, beat: Callable[[], None]) -> None:
        self._alarms = alarms
        self._beat = beat
        self._going = True
        alarms.paper_elsewhere = True
        self._threads = [
            threading.Thread(target=self._ring, name="acuchart-alarms", daemon=True),
            threading.Thread(target=self._write, name="acuchart-rooms", daemon=True),
        ]
        self.on_bug: Callable[[Exception], object] | None = None

    def start(self) -> None:
        """Begins to watch."""
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """Ends both threads and waits for them."""
        self._going = False
        with self._alarms.changed:
            self._alarms.changed.notify_all()
        for thread in self._threads:
            if thread.is_alive():
                thread.join(timeout=2)

    def _ring(self) -> None:
        while self._going:
            self._safely(self._alarms.tick)
            self._alarms.wait(LONGEST_WAIT)

    def _write(self) -> None:
        while self._going:
            self._safely(self._alarms.write)
            self._safely(self._beat)
            self._alarms.wait_for_paper(LONGEST_WAIT)

    def _safely(self, act: Callable[[], None]) -> None:
        try:
            act()
        except Exception as error:  # noqa: BLE001 - one mistake must not silence every room
            if self.on_bug is not None:
                self.on_bug(error)
