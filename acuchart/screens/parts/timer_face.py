"""What a running timer shows, without a clock of its own."""

from dataclasses import dataclass
from enum import StrEnum

from acuchart.words import _, ngettext


class Mood(StrEnum):
    """How urgent a timer is."""

    RUNNING = "running"
    PAUSED = "paused"
    DUE = "due"
    ALARM = "alarm"


@dataclass(frozen=True, slots=True)
class Stage:
    """A mark on the ring: how many seconds are left when it is due, and whether it was done."""

    seconds_left: int
    done: bool = False


@dataclass(frozen=True, slots=True)
class TimerFace:
    """One timer at one moment.

    `seconds_left` is negative once time is up. `total_seconds` is 0 where it is not known: then the ring
    shows no share. `detail` is what is said besides: "7 needles in, 0 out". Without `known` nobody knows the
    time, and none is shown.
    """

    room: str
    seconds_left: int
    total_seconds: int
    mood: Mood = Mood.RUNNING
    stages: tuple[Stage, ...] = ()
    detail: str = ""
    known: bool = True

    @property
    def fraction(self) -> float:
        """The share of the time that is left, 0 to 1; a whole ring in an alarm."""
        if self.mood is Mood.ALARM:
            return 1.0
        if not self.total_seconds:
            return 0.0
        return max(0.0, min(1.0, self.seconds_left / self.total_seconds))

    @property
    def digits(self) -> str:
        """The time as shown: "06:12", or "+1:24" when time is up."""
        return clock_digits(self.seconds_left) if self.known else "–:–"

    @property
    def spoken(self) -> str:
        """The timer in words for assistive technology."""
        parts = [self.room, spoken_time(self.seconds_left) if self.known else _("time not known")]
        if self.mood is Mood.PAUSED:
            parts.append(_("paused"))
        return ", ".join([*parts, *([self.detail] if self.detail else [])])


def clock_digits(seconds_left: int) -> str:
    """Write seconds as "06:12" or "1:02:03"; past zero as "+1:24", counting up."""
    whole = abs(seconds_left)
    hours, minutes, seconds = whole // 3600, whole // 60 % 60, whole % 60
    if hours:
        text = f"{hours}:{minutes:02}:{seconds:02}"
    elif seconds_left < 0:
        text = f"{minutes}:{seconds:02}"
    else:
        text = f"{minutes:02}:{seconds:02}"
    return f"+{text}" if seconds_left < 0 else text


def spoken_time(seconds_left: int) -> str:
    """Say the time left, or how long ago it ended."""
    minutes, seconds = divmod(abs(seconds_left), 60)
    time = " ".join(
        [
            ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes),
            ngettext("{n} second", "{n} seconds", seconds).format(n=seconds),
        ]
    )
    return (
        _("time is up since {time}").format(time=time)
        if seconds_left < 0
        else _("{time} left").format(time=time)
    )
