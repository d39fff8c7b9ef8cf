"""Makes resources/sounds: a bell of three notes, computed, so that nobody else's recording is needed.

Run `python tools/make_sounds.py`; the same script gives the same bytes.
"""

import math
import wave
from array import array
from pathlib import Path

RATE = 44_100
LENGTH_S = 1.2
NOTES = ((0.0, 659.26), (0.22, 783.99), (0.44, 987.77))
"""Seconds from the start, and Hz: E5, G5, B5."""
PARTIALS = ((1.0, 1.0, 4.0), (2.0, 0.42, 6.5), (3.01, 0.2, 9.0), (4.17, 0.09, 13.0))
"""Of a struck bell: factor of the pitch, loudness, and how fast it fades (per second)."""
PEAK = 0.75
SOUNDS = Path(__file__).resolve().parent.parent / "resources" / "sounds"


def bell(seconds: float) -> float:
    """The bell at a moment, before it is brought to its peak."""
    return sum(_note(seconds - start, pitch) for start, pitch in NOTES if seconds >= start)


def _note(seconds: float, pitch: float) -> float:
    attack = min(1.0, seconds / 0.004)
    return attack * sum(
        loudness * math.exp(-fade * seconds) * math.sin(2 * math.pi * pitch * factor * seconds)
        for factor, loudness, fade in PARTIALS
    )


def _faded(number: int, value: float, count: int) -> float:
    """No click at the end: the last 50 ms go to nothing."""
    return value * min(1.0, (count - number) / (0.05 * RATE))


def main() -> None:
    """Writes time-up.wav: 16 bit, one channel."""
    count = round(LENGTH_S * RATE)
    values = [_faded(number, bell(number / RATE), count) for number in range(count)]
    scale = PEAK * 32_767 / max(map(abs, values))
    SOUNDS.mkdir(exist_ok=True)
    with wave.open(str(SOUNDS / "time-up.wav"), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(array("h", (round(value * scale) for value in values)).tobytes())


if __name__ == "__main__":
    main()
