"""The form as it stands before the patient: one sheet at a time over the whole window."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QRectF, Signal
from PySide6.QtGui import QHideEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from acuchart.clinic.body import Body
from acuchart.clinic.form_sheets import Sheet
from acuchart.clinic.forms import Value
from acuchart.screens.intake.fill_dialogs import StaffDialog, StillThere
from acuchart.screens.intake.fill_head import FillHead
from acuchart.screens.intake.fill_pages import LastPage, MessagePage
from acuchart.screens.intake.standing import LeftOpen, Progress
from acuchart.screens.parts.alert import Alert, AlertKind
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Size, Variant
from acuchart.screens.parts.form_page import FormPage
from acuchart.screens.parts.painted import begin, follow_theme
from acuchart.screens.shell.page import Page
from acuchart.words import _

_SIDE = 48
_TOUCHES = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.KeyPress,
    QEvent.Type.TouchBegin,
    QEvent.Type.Wheel,
    QEvent.Type.TabletPress,
)


class FillPage(Page):
    """Nothing leads out of it but the passphrase of the staff. Signals:

    answered: link id, answers, and a sentence where the text can't be read.
    next_wanted, skip_wanted, back_wanted, finish_wanted, later_wanted: without a value.
    question_wanted: link id of an open question of the last page.
    touched: a finger, a key or the mouse was used; sheet_shown: the fields are others than before.
    passphrase_given: the passphrase, and whether to go on with the form.
    """

    answered = Signal(str, object, str)
    next_wanted = Signal()
    skip_wanted = Signal()
    back_wanted = Signal()
    question_wanted = Signal(str)
    finish_wanted = Signal()
    later_wanted = Signal()
    touched = Signal()
    sheet_shown = Signal()
    passphrase_given = Signal(str, bool)

    sealed = True

    def __init__(self, body: Body) -> None:
        super().__init__()
        self.setObjectName("intake")
        self._look = follow_theme(self.update)
        self.head = FillHead()
        self.form = FormPage(body, name="intake")
        self.last = LastPage()
        self.message = MessagePage()
        self._note = Alert(AlertKind.INFO, "", name="intake.note")
        self._trouble = Alert(AlertKind.CAUTION, "", name="intake.trouble")
        self._help_now = Alert(AlertKind.DANGER, _("Please tell the front desk now."), name="intake.help_now")
        self._still_there: StillThere | None = None
        self._staff: StaffDialog | None = None
        self._make_foot()
        self._lay_out()
        self._connect()

    def _make_foot(self) -> None:
        self.back = Button(_("Back"), icon="chevron-left", size=Size.KIOSK, name="intake.back")
        self.skip = Button(_("Skip this"), Variant.GHOST, size=Size.KIOSK, name="intake.skip")
        self.next = Button(
            _("Next"), Variant.PRIMARY, trailing="arrow-right", size=Size.KIOSK, name="intake.next"
        )
        self.finish = Button(
            _("Finish"), Variant.PRIMARY, icon="check", size=Size.KIOSK, name="intake.finish"
        )
        self.foot = QWidget()
        row = QHBoxLayout(self.foot)
        row.setContentsMargins(0, 20, 0, 20)
        row.setSpacing(12)
        row.addWidget(self.back)
        row.addStretch(1)
        for button in (self.skip, self.next, self.finish):
            row.addWidget(button)

    def _lay_out(self) -> None:
        self._pages = QStackedWidget()
        for page in (self.form, self.last, self.message):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 0, _SIDE, 0)
        column.setSpacing(12)
        column.addWidget(self.head)
        column.addWidget(self._help_now)
        column.addWidget(self._trouble)
        column.addWidget(self._note)
        column.addSpacing(12)
        column.addWidget(self._pages, 1)
        column.addWidget(self.foot)
        for alert in (self._help_now, self._trouble, self._note):
            alert.title.set_role("kioskLabel")
            alert.sentence.set_role("body")
            alert.hide()

    def _connect(self) -> None:
        self.form.answered.connect(self.answered)
        self.last.question_wanted.connect(self.question_wanted)
        self.head.help_wanted.connect(self._show_help)
        self.head.staff_wanted.connect(lambda: self._ask_staff(go_on=False))
        self.message.staff_wanted.connect(lambda go_on: self._ask_staff(go_on=go_on))
        self.back.clicked.connect(self.back_wanted)
        self.skip.clicked.connect(self.skip_wanted)
        self.next.clicked.connect(self.next_wanted)
        self.finish.clicked.connect(self.finish_wanted)

    def focus_first(self) -> None:
        self.form.focus_first()

    # What is shown.

    def show_clinic(self, name: str) -> None:
        """Show whose form it is."""
        self.head.show_clinic(name)

    def show_sheet(
        self,
        sheet: Sheet,
        answers: Mapping[str, tuple[Value, ...]],
        asked: frozenset[str],
        progress: Progress,
    ) -> None:
        """Show a sheet of the form."""
        self._note.hide()
        self.form.show_sheet(sheet, answers, asked)
        self._turn_to(self.form)
        self._show_progress(progress)
        self.form.focus_first()
        self.sheet_shown.emit()

    def show_answers(
        self, answers: Mapping[str, tuple[Value, ...]], asked: frozenset[str], progress: Progress
    ) -> None:
        """Show the same sheet with other answers."""
        self._note.hide()
        self.form.show_answers(answers, asked)
        self._show_progress(progress)

    def show_wrong(self, sentences: Mapping[str, str]) -> None:
        """Say under each question what is wrong with its answer."""
        self.form.show_wrong(sentences)

    def show_help_now(self, needed: bool) -> None:
        """Ask the patient to tell the front desk, or take that away."""
        self._help_now.setVisible(needed)

    def show_last(self, left: tuple[LeftOpen, ...]) -> None:
        """Show the last page."""
        self.last.show_left(left)
        required = any(row.required for row in left)
        self.finish.set_missing(_("Please answer what still needs an answer.") if required else "")
        self._turn_to(self.last)
        self.head.show_end()
        self.finish.setFocus()

    def show_thanks(self) -> None:
        """The form is handed in."""
        self._say(_("Thank you."), _("Please tell the front desk that you are done."), go_on=False)

    def show_waiting(self) -> None:
        """Nobody has touched the PC for a while, or the patient goes on later."""
        words = _("Please ask the front desk to go on.")
        self._say(_("Your answers are kept."), words, go_on=True)

    def show_unreadable(self, sentence: str) -> None:
        """The form can't be shown."""
        self._say(_("Please tell the front desk."), sentence, go_on=False)

    def show_trouble(self, sentence: str) -> None:
        """Say why the answers can't be saved; an empty sentence says that they are."""
        self._trouble.say(_("The answers can't be saved just now."), sentence)
        self._trouble.setVisible(bool(sentence))

    def show_still_there(self, asking: bool) -> None:
        """Ask whether somebody is there, or stop asking."""
        if asking and self._still_there is None:
            self._still_there = StillThere(self)
            self._still_there.later.connect(self.later_wanted)
            self._still_there.finished.connect(lambda _result: self.touched.emit())
            self._still_there.open()
        elif not asking and self._still_there is not None:
            dialog, self._still_there = self._still_there, None
            dialog.finished.disconnect()
            dialog.accept()
            dialog.deleteLater()

    def show_passphrase_checked(self, sentence: str) -> None:
        """The passphrase was right, or a sentence says what was wrong."""
        if self._staff is not None:
            self._staff.say_checked(sentence)

    def _say(self, title: str, sentence: str, *, go_on: bool) -> None:
        self.message.say(title, sentence, go_on=go_on)
        self._help_now.hide()
        self._note.hide()
        self._turn_to(self.message)
        self.head.show_nothing()

    def _turn_to(self, page: QWidget) -> None:
        self._pages.setCurrentWidget(page)
        filling = page is self.form
        self.foot.setVisible(page is not self.message)
        self.head.help.setVisible(page is not self.message)
        self.head.staff.setVisible(page is not self.message)
        self.skip.setVisible(filling)
        self.next.setVisible(filling)
        self.finish.setVisible(page is self.last)
        self.back.setVisible(page is not self.message)

    def _show_progress(self, progress: Progress) -> None:
        self.head.show_progress(progress)
        self.back.setVisible(not progress.first)
        self.skip.setVisible(progress.optional)

    def _show_help(self) -> None:
        self._note.say(
            _("Please ask at the front desk."), _("Your answers are kept. You can go on afterwards.")
        )
        self._note.show()

    def _ask_staff(self, *, go_on: bool) -> None:
        self._staff = StaffDialog(self)
        self._staff.given.connect(lambda passphrase: self.passphrase_given.emit(passphrase, go_on))
        self._staff.finished.connect(self._staff_gone)
        self._staff.open()

    def _staff_gone(self) -> None:
        if self._staff is not None:
            self._staff.deleteLater()
            self._staff = None

    # What the page notices.

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        asked = self._still_there is not None
        if event.type() in _TOUCHES and isinstance(watched, QWidget) and not asked:
            self.touched.emit()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        painter.fillRect(QRectF(self.rect()), self._look.theme.colour("paper"))
        painter.end()
