"""The composition root: builds the application once and hands it on."""

import sys
import threading
from functools import partial
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from acuchart import doorways
from acuchart.alarming import Alarming
from acuchart.clinic.clock import Clock, SystemClock
from acuchart.clinic.events import Event, SessionChanged
from acuchart.clinic.steady_clock import SteadyClock
from acuchart.clinic.trouble import ChartTrouble
from acuchart.screens.shell.background import Background
from acuchart.screens.shell.bell import SilentBell, SoundBell
from acuchart.screens.shell.bug_log import BugLog
from acuchart.screens.shell.focus_ring import FocusRing
from acuchart.screens.shell.fonts import register_fonts
from acuchart.screens.shell.idle import IdleWatch
from acuchart.screens.shell.main_window import MainWindow
from acuchart.screens.shell.navigator import ShellNavigator
from acuchart.screens.shell.preferences import Preferences, usual_file, usual_folder, usual_logs
from acuchart.screens.shell.qt_background import QtBackground
from acuchart.screens.shell.qt_timer import QtTimer
from acuchart.screens.shell.saving import Saving
from acuchart.screens.shell.shell import Doors, Shell
from acuchart.screens.shell.single_instance import FrontServer, first_comes_to_front
from acuchart.screens.shell.theme import TextSize, ThemeHolder, Tone
from acuchart.screens.shell.unlock.presenter import UnlockPresenter
from acuchart.words import Formats, _, use_formats

if TYPE_CHECKING:
    from acuchart.charting.bus import Bus
    from acuchart.charting.clocks import Clocks
    from acuchart.charting.door import Door
    from acuchart.charting.sitting import Sitting
    from acuchart.knowledge import Knowledge
    from acuchart.records.header import Cost
    from acuchart.records.single import Hold
    from acuchart.screens.shell.first_start.presenter import FirstStart

TICK_MS = 200


class Application:
    """The running application. It owns everything that must not be collected.

    Attributes:
        window: The one window.
        shell: Who is signed in; `shell.navigator` goes from screen to screen.
        door: The clinic before anybody is signed in; None until its code is read.
        preferences: What this PC remembers.
    """

    def __init__(
        self,
        qt: QApplication,
        folder: Path,
        clock: Clock,
        background: Background,
        preferences: Preferences,
        bell: SoundBell | SilentBell,
        cost: "Cost | None",
    ) -> None:
        self.qt = qt
        self.folder = folder
        self.clock = clock
        self.background = background
        self.preferences = preferences
        self.bell = bell
        self._cost = cost
        self._bus: Bus | None = None
        self._knowledge: Knowledge | None = None
        self.door: Door | None = None
        self._hold: Hold | None = None
        self._clocks: Clocks | None = None
        self.bug_log = BugLog(usual_logs(), clock)
        self.first_start: FirstStart | None = None
        self._look()
        self.window = MainWindow()
        self._life = QObject(self.window)
        FocusRing(qt, self.window)
        self.alarming = Alarming(clock, bell, isinstance(background, QtBackground))
        self.watch = self.alarming.watch
        self.saving = Saving(self.window.frame, clock, QtTimer(self.window))
        self._idle = IdleWatch(qt, clock, lambda: self.shell.lock_unused(), self._in_kiosk)
        self.shell = Shell(self.window, background, clock, self.watch, self.saving, self._idle, self._doors())
        self.unlock = UnlockPresenter(
            self.window.unlock, background, clock, QtTimer(self.window), self.shell.signed_in
        )
        self.shell.use(self.unlock)
        self._tick = QTimer(self.window, interval=TICK_MS)
        self._tick.timeout.connect(self.shell.tick)
        self._connect()

    def start(self) -> None:
        """Reads the database code and the clinic folder, while the window is already there."""
        self._tick.start()
        self.background.run(self, self._make_door, self._open_door, self._shut_out)

    def stop(self) -> None:
        """Ends everything at once: writes what is typed, closes the records, destroys the window."""
        self.preferences.set_geometry(self.window.saveGeometry())
        self._tick.stop()
        self._idle.stop()
        if self.shell.navigator is not None:
            self.shell.navigator.leave()
        clocks, hold = self._clocks, self._hold
        if clocks is not None:
            self.background.run(self, clocks.close)
        if isinstance(self.background, QtBackground):
            self.background.close()
        self.alarming.stop()
        self.bell.close()
        if hold is not None:
            hold.release()
        self.qt.removeEventFilter(self._idle)
        self.window.hide()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(self.window, QEvent.Type.DeferredDelete)

    def bug(self, error: BaseException) -> None:
        """A mistake of ours: written down without a patient's words, and said in one dialog."""
        self.window.show_bug(self.bug_log.report(error))

    def _doors(self) -> Doors:
        """What the shell does with the records."""
        return Doors(
            self._clocks_of,
            doorways.details_of,
            doorways.silence,
            self._furnish,
            self.alarming.silenced,
            doorways.answer_call,
            doorways.end_day,
        )

    def _look(self) -> None:
        use_formats(Formats(), self.clock.today)
        register_fonts()
        self.theme = ThemeHolder.of_app()
        self.theme.use(self.preferences.tone, self.preferences.text_size)

    def _connect(self) -> None:
        window, frame, shell = self.window, self.window.frame, self.shell
        window.restore(self.preferences.geometry)
        window.close_wanted.connect(self._close_wanted)
        window.room_number_wanted.connect(shell.room_number)
        window.unlock.unlock_wanted.connect(self.unlock.unlock)
        window.unlock.person_chosen.connect(self.unlock.choose)
        window.unlock.recovery_wanted.connect(self.unlock.recover)
        window.unlock.other_folder_wanted.connect(self._ask_folder)
        window.unlock.again_wanted.connect(lambda: self._open_folder(self.folder))
        window.unlock.silence_wanted.connect(shell.silence)
        frame.lock_wanted.connect(lambda: shell.lock())
        frame.switch_wanted.connect(lambda: shell.lock())
        frame.place_wanted.connect(shell.go_to)
        frame.step_wanted.connect(shell.go_to_step)
        frame.room_wanted.connect(shell.open_room)
        frame.back_wanted.connect(shell.go_back)
        frame.retry_wanted.connect(self.saving.try_again)
        frame.sound_wanted.connect(self._set_sound)
        self.alarming.show_outside(window, frame, shell.silence)
        frame.end_day_wanted.connect(shell.end_day)
        frame.call_answered.connect(shell.answer_call)
        self.bell.on = self.preferences.sound
        frame.show_sound(self.preferences.sound)
        if isinstance(self.background, QtBackground):
            self.background.on_trouble = lambda trouble: window.show_trouble(trouble.sentence)
            self.background.on_bug = self.bug
        self.alarming.answer_to(partial(self.background.post, self), self.bug, window.show_trouble)

    def _make_door(self, old: "Hold | None" = None) -> "tuple[Bus, Knowledge, Hold | None]":
        """On the records thread: the imports below take most of the time of a start."""
        if old is not None:
            old.release()
        from acuchart.charting.bus import Bus
        from acuchart.knowledge import load
        from acuchart.records.single import Hold
        from acuchart.records.vault import Vault

        hold = Hold(self.folder) if Vault.exists(self.folder) else None
        if hold is not None:
            hold.take()
        knowledge = load()
        knowledge.read_romance(self.preferences.romance)
        return Bus(), knowledge, hold

    def _open_door(self, made: "tuple[Bus, Knowledge, Hold | None]") -> None:
        self._bus, self._knowledge, self._hold = made
        self._bus.subscribe(self._on_event)
        if self._hold is None:
            self._no_clinic()
            return
        self._settle_in(self._door_at(self.folder))
        shown, line = self.alarming.open(self.folder)
        self.shell.open(self._door_at(self.folder), shown, line)
        # While somebody types; an unlocking in the meantime waits its turn, and the window stays alive.
        self.background.run(self, partial(import_module, "acuchart.rooms"))

    def _no_clinic(self) -> None:
        """A clinic that was opened here before and is gone is no reason to make another one."""
        if self.preferences.clinic == self.folder:
            sentence = _(
                "There is no clinic in {folder} any more. Connect its disk, or choose another folder."
            )
            self._shut_out(ChartTrouble(sentence.format(folder=self.folder)))
        else:
            self._begin()

    def _ask_folder(self) -> None:
        chosen = self.window.choose_folder(self.folder)
        if chosen is not None:
            self._open_folder(chosen)

    def _open_folder(self, folder: Path) -> None:
        self.folder, self.first_start = folder, None
        old, self._hold = self._hold, None
        self.window.drop_wizard()
        self.window.show_lock()
        self.window.unlock.show_trouble("")
        self.background.run(self, partial(self._make_door, old), self._open_door, self._shut_out)

    def _shut_out(self, trouble: ChartTrouble) -> None:
        self.shell.shut_out(trouble, self.alarming.open(self.folder)[0])

    def _on_event(self, event: Event) -> None:
        """On the records thread, after the commit."""
        clocks = self._clocks
        if isinstance(event, SessionChanged) and clocks is not None:
            self.watch.alarms.watch(clocks.running())
        self.background.post(self, partial(self.shell.heard, event))

    def _clocks_of(self, sitting: "Sitting") -> "Clocks":
        from acuchart.charting.clocks import Clocks

        self._clocks = Clocks(sitting.records, sitting.bus)
        self.alarming.keep(sitting.records.folder)
        return self._clocks

    def _furnish(self, sitting: "Sitting") -> ShellNavigator:
        from acuchart.charting.header import Headers
        from acuchart.rooms import Bench, Letters, Look, furnish
        from acuchart.screens.shell.patient_header import PatientHeader

        header = PatientHeader(self.window.frame, Headers(sitting), self.background, self.clock)
        navigator = ShellNavigator(self.window, self.saving, header)
        self._life.deleteLater()
        self._life = QObject(self.window)
        look = Look(self._look_now, self._use_look)
        letters = Letters(lambda: self.preferences.romance, self._use_letters)
        furnish(Bench(sitting, self.background, navigator, self._life, look, letters, self.shell.lock))
        return navigator

    def _in_kiosk(self) -> bool:
        navigator = self.shell.navigator
        return navigator is not None and navigator.in_kiosk

    def _look_now(self) -> tuple[Tone, TextSize]:
        return self.preferences.tone, self.preferences.text_size

    def _use_look(self, tone: Tone, text_size: TextSize) -> None:
        self.preferences.set_look(tone, text_size)
        self.theme.use(tone, text_size)

    def _use_letters(self, romance: bool) -> None:
        self.preferences.set_romance(romance)
        if self._knowledge is not None:
            self._knowledge.read_romance(romance)

    def _set_sound(self, on: bool) -> None:
        self.bell.on = on
        self.preferences.set_sound(on)
        self.window.frame.show_sound(on)

    def _begin(self) -> None:
        """The first start: a wizard makes the clinic."""
        from acuchart.screens.shell.first_start.kept_answers import keep_answers
        from acuchart.screens.shell.first_start.wizard import make_wizard

        view, wizard = make_wizard(
            self._door_at, self.background, self.clock, self._clinic_made, self._founded, self._open_folder
        )
        self.first_start = wizard
        self.window.show_wizard(view)
        wizard.open(self.folder)
        keep_answers(view, self.preferences, wizard.keep_person)

    def _door_at(self, folder: Path) -> "Door":
        from acuchart.charting.door import Door
        from acuchart.records.header import RECOMMENDED

        if self._bus is None or self._knowledge is None:
            raise AssertionError("a door is wanted before the database code is read")
        return Door(folder, self._knowledge, self.clock, self._bus, self._cost or RECOMMENDED)

    def _clinic_made(self, door: "Door") -> None:
        """From now on it is this PC's clinic, even if nobody gets to the end of the wizard."""
        from acuchart.records.single import Hold

        self._hold = Hold(door.folder)
        self.background.run(self, self._hold.take)
        self._settle_in(door)

    def _founded(self, door: "Door", sitting: "Sitting") -> None:
        self.first_start = None
        self.window.drop_wizard()
        self.shell.adopt(door)
        self.shell.signed_in(sitting)

    def _settle_in(self, door: "Door") -> None:
        self.door, self.folder = door, door.folder
        self.bug_log.move_to(door.folder / "logs")
        self.preferences.set_clinic(door.folder)

    def _close_wanted(self) -> None:
        if self.first_start is not None:
            self.first_start.cancel()
        self.shell.close_wanted()


def build(
    folder: Path,
    *,
    clock: Clock | None = None,
    background: Background | None = None,
    application: QApplication | None = None,
    preferences: Preferences | None = None,
    bell: SoundBell | SilentBell | None = None,
    cost: "Cost | None" = None,
) -> Application:
    """Builds the application on a clinic folder; show its window and run the event loop of Qt to use it.

    Args:
        folder: The clinic; where there is none, the wizard of the first start makes it.
        clock: Time, the PC's unless given.
        background: Where slow work runs: two threads unless given.
        application: The application of Qt, if there is one already.
        preferences: What this PC remembers; only as long as the program runs unless given.
        bell: What sounds; nothing unless given.
        cost: What a guess of a passphrase costs, for tests.
    """
    qt = application or QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(qt, QApplication):
        raise RuntimeError("AcuChart needs a QApplication")
    app = Application(
        qt,
        # What this PC remembers must mean the same wherever it is started the next time.
        folder.absolute(),
        clock or SteadyClock(SystemClock()),
        background or QtBackground(),
        preferences or Preferences(),
        bell or SilentBell(),
        cost,
    )
    app.start()
    return app


def open_application(clinic: Path | None = None) -> int:
    """Opens AcuChart and stays until its window is closed; returns the exit code.

    Args:
        clinic: The clinic folder; the one opened last, or the usual one, unless given.
    """
    qt = QApplication(sys.argv[:1])
    qt.setApplicationName("AcuChart")
    preferences = Preferences(usual_file())
    folder = (clinic or preferences.clinic or usual_folder()).absolute()
    if first_comes_to_front(folder):
        return 0
    app = build(folder, application=qt, preferences=preferences, bell=SoundBell())
    _catch_bugs(app)
    server = FrontServer(folder, app.window)
    server.asked.connect(app.window.to_front)
    app.window.appear(app.window.screen().availableGeometry().size())
    code = qt.exec()
    app.stop()
    return code


def _catch_bugs(app: Application) -> None:
    """Nothing that goes wrong goes unnoticed, wherever it happens."""

    def hook(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        app.bug(error)

    def in_thread(failed: threading.ExceptHookArgs) -> None:
        if failed.exc_value is not None:
            app.background.post(app, partial(app.bug, failed.exc_value))

    sys.excepthook = hook
    threading.excepthook = in_thread
