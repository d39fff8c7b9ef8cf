"""What keeps the rooms in view and in earshot: the watch, its thread, `rooms.json`, the last beat."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from acuchart.clinic.clock import Clock
from acuchart.clinic.room_clock import RoomClock
from acuchart.clinic.steady_clock import Away
from acuchart.clinic.trouble import ChartTrouble
from acuchart.screens.shell.alarm_thread import AlarmThread
from acuchart.screens.shell.bell import SilentBell, SoundBell
from acuchart.screens.shell.frame import Frame
from acuchart.screens.shell.main_window import MainWindow
from acuchart.screens.shell.outside import Outside
from acuchart.screens.shell.rooms_watch import RoomsWatch
from acuchart.words import _, format_moment, format_time, local

MINUTE = timedelta(minutes=1)
BEAT = timedelta(seconds=5)
"""How often it is written down that the clocks go, while needles are in."""


class Alarming:
    """Owns the watch over the rooms.

    Attributes:
        watch: What the screens show.
        outside: Tray and small board; None before there is a window.
    """

    def __init__(self, clock: Clock, bell: SoundBell | SilentBell, threaded: bool) -> None:
        self.watch = RoomsWatch(clock, bell)
        self._bell = bell
        self._on_trouble: Callable[[str], object] = _nothing
        self._told = ""
        self._folder: Path | None = None
        self._beaten: datetime | None = None
        self.outside: Outside | None = None
        self._thread = AlarmThread(self.watch.alarms, self._beat) if threaded else None
        if self._thread is not None:
            self._thread.start()

    def answer_to(
        self,
        post: Callable[[Callable[[], object]], object],
        bug: Callable[[Exception], object],
        trouble: Callable[[str], object],
    ) -> None:
        """What goes wrong in the thread, which goes on, is told in the window's own thread by `post`."""
        self._on_trouble = lambda sentence: post(partial(trouble, sentence))
        if self._thread is not None:
            self._thread.on_bug = lambda error: post(partial(bug, error))

    def open(self, folder: Path) -> tuple[tuple[RoomClock, ...], str]:
        """The rooms as last written down, and a line about how long the program was closed."""
        from acuchart.charting.clocks import clocks_before_unlocking, known_before_unlocking

        shown = clocks_before_unlocking(folder)
        self._folder = folder
        self.watch.unknown_rooms = None if shown else self._go_on
        self.watch.known = known_before_unlocking(folder)
        return shown, self._go_on() if shown else ""

    def _go_on(self) -> str:
        """Lets the clock go on from when it was last seen going, and says how long nobody watched it."""
        from acuchart.charting.clocks import go_on

        away = None if self._folder is None else go_on(self._folder, self.watch.alarms.clock)
        words = _away_words(away)
        self.watch.away = "" if away is not None and away.sure else words
        return words

    def keep(self, folder: Path) -> None:
        """Writes the rooms of this clinic down from now on."""
        self._folder = folder
        if isinstance(self._bell, SoundBell):
            self._bell.prepare()
        self.watch.alarms.paper = partial(self._write, folder)

    def silenced(self, room: str, at: datetime) -> None:
        """Keeps, without a word about a patient, that a bell was silenced before anybody unlocked.

        Raises:
            ChartTrouble: The disk is full or read-only.
        """
        from acuchart.charting.clocks import queue_silence

        if self._folder is not None:
            queue_silence(self._folder, room, at)

    def show_outside(self, window: MainWindow, frame: Frame, silence: Callable[[str], object]) -> None:
        """Tray, notification and the small board follow the rooms."""
        outside = self.outside = Outside(window, window.to_front)
        watch = self.watch
        watch.listeners.append(lambda _faces: outside.show_rooms(watch.by_urgency(), watch.set_words))
        window.patient_has_it.connect(outside.with_patient)
        outside.mini.silence_wanted.connect(silence)
        outside.mini.closed.connect(lambda: frame.top_bar.mini.setChecked(False))
        frame.mini_wanted.connect(outside.show_mini)

    def stop(self) -> None:
        """Ends the thread; the bell is closed by whoever made it."""
        if self._thread is not None:
            self._thread.stop()
        self.watch.alarms.paper = None
        if self.outside is not None:
            self.outside.close()

    def _write(self, folder: Path, clocks: Sequence[RoomClock], now: datetime) -> None:
        from acuchart.charting.clocks import beat, forget_beat, write_clocks

        if clocks and self._beaten is None:
            # Before the rooms: whoever finds them after a power cut must know when the clock was seen going.
            self._beaten = now
            beat(folder, self.watch.alarms.clock)
        try:
            write_clocks(folder, clocks, now)
        except ChartTrouble as trouble:
            self._tell(trouble)
            raise
        self._told = ""
        if not clocks:
            # The clock is believed again, so what it was before says nothing of the next room.
            self._beaten = None
            forget_beat(folder)

    def _tell(self, trouble: ChartTrouble) -> None:
        """Once, though it is tried again and again: the clocks go on, only a restart would not know them."""
        if trouble.sentence != self._told:
            self._told = trouble.sentence
            sentence = _("After a power cut the lock screen would not show the rooms as they are now. {why}")
            self._on_trouble(sentence.format(why=trouble.sentence))

    def _beat(self) -> None:
        alarms = self.watch.alarms
        if self._folder is None or alarms.paper is None or not alarms.clocks:
            return
        from acuchart.charting.clocks import beat, known_before_unlocking

        now = alarms.clock.now()
        if self._beaten is None or now - self._beaten >= BEAT:
            self._beaten = now
            beat(self._folder, alarms.clock)
            if not known_before_unlocking(self._folder):
                alarms.write_again()


def _away_words(away: Away | None) -> str:
    """How long nobody watched the clocks; where the PC alone says so, by its clock and with a warning."""
    if away is None:
        return _("AcuChart was not running, it is not known since when. The rooms go by this PC's clock.")
    if not away.sure and away.least >= MINUTE:
        sentence = _(
            "AcuChart was not running from {since} to {until} by this PC's clock; "
            "{n} min of that are certain. If that clock is wrong, so are the times of the rooms."
        )
        since, until = _moment(away.since, away), _moment(away.until, away)
        return sentence.format(since=since, until=until, n=away.least // MINUTE)
    if not away.sure:
        sentence = _(
            "AcuChart was not running from {since} to {until} by this PC's clock. "
            "If that clock is wrong, so are the times of the rooms."
        )
        return sentence.format(since=_moment(away.since, away), until=_moment(away.until, away))
    seconds = round(away.span.total_seconds())
    if seconds < 1:
        return ""
    if seconds < 60:
        return _("AcuChart was closed for {n} s. The clocks of the rooms went on.").format(n=seconds)
    return _("AcuChart was closed for {n} min. The clocks of the rooms went on.").format(n=seconds // 60)


def _moment(at: datetime, away: Away) -> str:
    """The time of day, with the day where it is another one in between."""
    same_day = local(away.since).date() == local(away.until).date()
    return format_time(at) if same_day else format_moment(at)


def _nothing(_sentence: str) -> None:
    """Nobody listens yet."""
