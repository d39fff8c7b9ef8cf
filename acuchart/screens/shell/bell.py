"""The sound of an alarm. A PC without a loudspeaker stays silent, which is no error."""

import threading
from array import array
from collections.abc import Generator
from functools import cache
from queue import SimpleQueue
from typing import TYPE_CHECKING

from acuchart.resources import resource

if TYPE_CHECKING:
    import miniaudio

_CHUNK = 1024


class SoundBell:
    """Plays the bell on a thread of its own. Turn it off with `on`."""

    def __init__(self) -> None:
        self.on = True
        self._wanted: SimpleQueue[float | None] = SimpleQueue()
        self._thread: threading.Thread | None = None

    def ring(self, loudness: float) -> None:
        """Sounds once, at 0 to 1 of its loudness; never fails."""
        if not self.on:
            return
        self.prepare()
        self._wanted.put(loudness)

    def close(self) -> None:
        """Ends the thread."""
        if self._thread is not None:
            self._wanted.put(None)
            self._thread.join(timeout=2)

    def prepare(self) -> None:
        """Reads the sounds ahead, so that the first bell is not late."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="acuchart-bell", daemon=True)
            self._thread.start()

    def _work(self) -> None:
        _decoded("time-up.wav")
        while (loudness := self._wanted.get()) is not None:
            _play(loudness)


class SilentBell:
    """Sounds nowhere: for the demonstration and for tests. Keeps how loud it was rung."""

    def __init__(self) -> None:
        self.on = True
        self.rung: list[float] = []

    def ring(self, loudness: float) -> None:
        """Keeps the loudness."""
        if self.on:
            self.rung.append(loudness)

    def close(self) -> None:
        """Nothing is held."""


@cache
def _decoded(name: str) -> "miniaudio.DecodedSoundFile | None":
    import miniaudio

    try:
        return miniaudio.decode_file(str(resource("sounds", name)))
    except (miniaudio.MiniaudioError, OSError):
        return None


def _play(loudness: float) -> None:
    import miniaudio  # takes 20 ms, and is read on the thread of the bell

    sound = _decoded("time-up.wav")
    if sound is None:
        return
    try:
        device = miniaudio.PlaybackDevice(
            output_format=miniaudio.SampleFormat.SIGNED16,
            nchannels=sound.nchannels,
            sample_rate=sound.sample_rate,
        )
    except (miniaudio.MiniaudioError, OSError):
        return
    ended = threading.Event()
    stream = _stream(sound.samples, sound.nchannels, loudness, ended)
    next(stream)
    with device:
        device.start(stream)
        ended.wait(timeout=5)


def _stream(
    samples: "array[int]", channels: int, loudness: float, ended: threading.Event
) -> Generator[bytes, int, None]:
    soft = array("h", (round(sample * loudness) for sample in samples))
    at, frames = 0, (yield b"")
    while at < len(soft):
        part = soft[at : at + (frames or _CHUNK) * channels]
        at += len(part)
        frames = yield part.tobytes()
    ended.set()
    while True:
        yield b""
