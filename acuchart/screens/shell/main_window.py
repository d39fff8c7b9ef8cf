"""The window: lock screen, wizard, the screens of a sitting, or a form in the patient's hands."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QFileDialog, QMainWindow, QStackedWidget, QWidget

from acuchart.clinic.room_calls import RoomCall
from acuchart.screens.parts.avatar import AvatarTone
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Variant
from acuchart.screens.parts.dialog import Dialog
from acuchart.screens.shell.alarm_edge import AlarmEdge
from acuchart.screens.shell.focus_home import FocusHome
from acuchart.screens.shell.frame import Bar, Frame
from acuchart.screens.shell.keys_sheet import KeysSheet
from acuchart.screens.shell.kiosk import Kiosk
from acuchart.screens.shell.logo import window_icon
from acuchart.screens.shell.navigation import Place, Step
from acuchart.screens.shell.page import Page
from acuchart.screens.shell.rooms_watch import RoomFace
from acuchart.screens.shell.trouble_dialog import BugDialog
from acuchart.screens.shell.unlock.view import UnlockView
from acuchart.words import _

SMALLEST = QSize(1280, 800)
USUAL = QSize(1440, 900)
TITLE_BAR = QSize(0, 40)
"""What the system puts around a window, about; it is known only once the window stands there."""
_PLACES = (Place.TODAY, Place.PATIENTS, Place.ROOMS, Place.PRINT, Place.FORMS)


class Front(StrEnum):
    """What fills the window."""

    LOCK = "lock"
    WIZARD = "wizard"
    FRAME = "frame"
    KIOSK = "kiosk"


MOST_IN_ORDER = 6
"""With more rooms than this, the lock screen shows the most urgent first."""


class MainWindow(QMainWindow):
    """Shows what it is told to. Signals:

    close_wanted: the window was asked to close; it stays until `close_for_good`.
    room_number_wanted: Alt with a figure, from anywhere.
    patient_has_it: True once a patient has the window, False when somebody took it back.
    """

    close_wanted = Signal()
    room_number_wanted = Signal(int)
    patient_has_it = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle("AcuChart")
        self.setWindowIcon(window_icon())
        self.setMinimumSize(SMALLEST)
        self.resize(USUAL)
        self.unlock = UnlockView()
        self.frame = Frame()
        self.kiosk = Kiosk()
        self._wizard: QWidget | None = None
        self._closing = False
        self._edge = AlarmEdge(self)
        FocusHome(self, self._take_focus)
        self._front = Front.LOCK
        self._stack = QStackedWidget()
        for widget in (self.unlock, self.frame, self.kiosk):
            self._stack.addWidget(widget)
        self.setCentralWidget(self._stack)
        self._shortcuts: list[QShortcut] = []
        self._room_keys: list[QShortcut] = []
        self._make_shortcuts()

    @property
    def front(self) -> Front:
        """What fills the window."""
        return self._front

    def show_lock(self) -> None:
        """Cover everything with the lock screen."""
        for dialog in self.findChildren(Dialog):
            dialog.put_away()
            dialog.deleteLater()
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        self.frame.toaster.hide()
        self._turn_to(Front.LOCK, self.unlock)

    def drop_screens(self) -> None:
        """Destroy every screen of the sitting."""
        self.kiosk.release()
        self.frame.drop_pages()

    def show_person(self, name: str, tone: AvatarTone) -> None:
        """Show who is signed in."""
        self.frame.show_person(name, tone)

    def show_badges(self, rooms: int, prints: int) -> None:
        """Show running timers and waiting prints in the rail."""
        self.frame.show_badges(rooms, prints)

    def show_trouble(self, sentence: str) -> None:
        """Say what went wrong and can be put right."""
        if self._front is Front.LOCK:
            self.unlock.show_line(sentence)
        else:
            self.frame.show_trouble(sentence)

    def show_frame(self) -> None:
        """Show the screens of a sitting."""
        self._turn_to(Front.FRAME, self.frame)

    def show_wizard(self, wizard: QWidget) -> None:
        """Show the wizard of the first start."""
        self._wizard = wizard
        self._stack.addWidget(wizard)
        self._turn_to(Front.WIZARD, wizard)

    def drop_wizard(self) -> None:
        """The wizard is done with."""
        if self._wizard is not None:
            self._stack.removeWidget(self._wizard)
            self._wizard.deleteLater()
            self._wizard = None

    def show_page(self, page: Page, place: Place, bar: Bar, step: Step | None = None) -> None:
        """Put a screen into the frame."""
        self.frame.show_page(page, place, bar, step)

    def show_kiosk(self, page: Page) -> None:
        """Fill the whole window with a screen for the patient."""
        self.kiosk.hold(page)
        self._turn_to(Front.KIOSK, self.kiosk)
        self.patient_has_it.emit(True)

    def end_kiosk(self) -> None:
        """Take the window back."""
        self.kiosk.release()
        self._turn_to(Front.FRAME, self.frame)
        self.patient_has_it.emit(False)

    def say_toast(self, words: str, undo: Callable[[], None] | None) -> None:
        """Say something in passing, with Undo where there is one."""
        self.frame.toaster.say(words, undo)

    def show_known(self, known: bool) -> None:
        """Whether an empty lock screen means that nobody lies."""
        self.unlock.clocks.show_known(known)

    def show_rooms(self, urgent: Sequence[RoomFace], in_order: Sequence[RoomFace]) -> None:
        """Show the clocks of the rooms wherever they stand."""
        self.frame.show_rooms(urgent)
        self.unlock.show_rooms(urgent if len(urgent) > MOST_IN_ORDER else in_order)
        self.kiosk.show_rooms(urgent)
        ringing = [face.face.room for face in urgent if face.alarm and not face.silenced]
        words = "" if self.frame.top_bar.sound_on else ", ".join(ringing)
        self.frame.show_alarm(_("Time is up: {rooms}").format(rooms=words) if words else "")
        if self._front is Front.FRAME:
            words = ""
        # Beside a patient with the form in hand it stays calm.
        self._edge.ring(bool(ringing) and self._front is not Front.KIOSK, words)

    def show_clock(self, words: str, locked_words: str) -> None:
        """Say on every screen of a sitting, and on the lock screen, what must be known of the PC's clock."""
        self.frame.clock.say(words)
        self.unlock.clocks.clock_line.say(locked_words)

    def show_calls(self, calls: Sequence[RoomCall], may_answer: bool) -> None:
        """Show that someone is wanted in a room."""
        self.frame.calls.show_calls(calls, may_answer)
        self.unlock.clocks.show_calls(calls)

    def show_bug(self, number: str) -> None:
        """Say that the program made a mistake; a second one does not open a second dialog."""
        if not self.findChildren(BugDialog):
            BugDialog(self, number).open()

    def show_keys(self) -> None:
        """Show the keys of the screen."""
        page = self.frame.page
        if self._front is Front.FRAME and page is not None:
            KeysSheet(self, page.heading[0], page.hints).open()

    def show_stay(self, title: str, sentence: str, anyway: Callable[[], None] | None = None) -> None:
        """Say why the window stays open; `anyway` closes it and loses what is not saved."""
        dialog = Dialog(self, title, sentence, name="stay")
        if anyway is not None:
            lose = Button(_("Close and lose it"), Variant.DANGER, name="stay.close_anyway")
            lose.clicked.connect(anyway)
            dialog.add_button(lose)
        close = Button(_("Go back"), Variant.PRIMARY, name="stay.back")
        close.clicked.connect(dialog.accept)
        dialog.add_button(close)
        dialog.open()

    def choose_folder(self, start: Path) -> Path | None:
        """Ask for a clinic folder."""
        chosen = QFileDialog.getExistingDirectory(self, _("Choose a clinic folder"), str(start.parent))
        return Path(chosen) if chosen else None

    def toggle_full_screen(self) -> None:
        """Fill the whole monitor, or stop doing so."""
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def restore(self, geometry: QByteArray) -> None:
        """Stand where the window stood last."""
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)

    def appear(self, screen: QSize) -> None:
        """Come up as large as the screen allows: on a small one nothing lies beyond its edge.

        Args:
            screen: What the system leaves of it to windows.
        """
        room = screen - TITLE_BAR
        self.setMinimumSize(SMALLEST.boundedTo(room))
        if self.size() != self.size().boundedTo(room):
            self.showMaximized()
        else:
            self.show()

    def to_front(self) -> None:
        """Come before all other windows."""
        if self.isMinimized():
            self.showNormal()
        self.raise_()
        self.activateWindow()

    def close_for_good(self) -> None:
        """Close without asking again."""
        self._closing = True
        # Not at once: Qt refuses to close a window that is just being asked to.
        QTimer.singleShot(0, self, self.close)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._closing:
            event.accept()
        else:
            event.ignore()
            self.close_wanted.emit()

    def _take_focus(self) -> None:
        """Puts the focus where work goes on: into the question on top, or where the screen begins."""
        questions = [dialog for dialog in self.findChildren(Dialog) if dialog.isVisible()]
        page, shown = self.frame.page, self._stack.currentWidget()
        if questions:
            questions[-1].focusNextPrevChild(True)
        elif self._front is Front.FRAME and page is not None:
            page.focus_first()
        elif shown is not None:
            shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn_to(self, front: Front, widget: QWidget) -> None:
        self._front = front
        self._stack.setCurrentWidget(widget)
        for shortcut in self._shortcuts:
            shortcut.setEnabled(front is Front.FRAME)
        for shortcut in self._room_keys:
            shortcut.setEnabled(front in (Front.FRAME, Front.LOCK))

    def _make_shortcuts(self) -> None:
        frame = self.frame
        for number, place in enumerate(_PLACES, 1):
            self._on(f"Ctrl+{number}", partial(frame.place_wanted.emit, place))
        self._on("Ctrl+,", lambda: frame.place_wanted.emit(Place.SETTINGS))
        self._on("Ctrl+K", lambda: frame.place_wanted.emit(Place.PATIENTS))
        self._on("Ctrl+L", frame.lock_wanted.emit)
        self._on("Ctrl+Right", lambda: self._step(1))
        self._on("Ctrl+Left", lambda: self._step(-1))
        self._on("F1", self.show_keys)
        for number in range(1, 5):
            self._on(f"Alt+{number}", partial(self.room_number_wanted.emit, number))
        self._room_keys, self._shortcuts = self._shortcuts[-4:], self._shortcuts[:-4]
        full = QShortcut(QKeySequence("F11"), self)
        full.activated.connect(self.toggle_full_screen)

    def _step(self, by: int) -> None:
        if self.frame.bar is Bar.VISIT:
            step = self.frame.steps.beside(by)
            if step is not None:
                self.frame.step_wanted.emit(step)

    def _on(self, keys: str, call: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.activated.connect(call)
        self._shortcuts.append(shortcut)
