"""The forms: which there are, how they look, and how far those of today have come."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from acuchart.clinic.body import Body
from acuchart.clinic.form_sheets import Sheet
from acuchart.clinic.intake import IntakeState
from acuchart.clinic.people import Patient
from acuchart.screens.forms.hand_out import HandOutDialog
from acuchart.screens.forms.lines import FormLine, HandedLine
from acuchart.screens.forms.sheet_picture import SheetPicture
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.button_look import Variant
from acuchart.screens.parts.card import Card
from acuchart.screens.parts.field import ErrorLine
from acuchart.screens.parts.paper_dialog import PaperDialog
from acuchart.screens.parts.row import Row, RowList
from acuchart.screens.parts.tag import Tag, TagTone
from acuchart.screens.parts.text import ElidedText, Text, TwoLineText
from acuchart.screens.shell.background import Background
from acuchart.screens.shell.page import Hint, Page
from acuchart.words import _

_SIDE = 340


class FormsPage(Page):
    """Signals:

    form_chosen: key of a form.
    searched: what was typed to find a patient.
    hand_out_wanted: key of the patient who gets the chosen form.
    handed_opened: key of a form of today.
    paper_wanted: the chosen form is wanted on paper, blank.
    """

    form_chosen = Signal(str)
    searched = Signal(str)
    hand_out_wanted = Signal(object)
    handed_opened = Signal(object)
    paper_wanted = Signal()

    def __init__(self, body: Body, background: Background) -> None:
        super().__init__()
        self.setObjectName("forms")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._background = background
        self._form: FormLine | None = None
        self._lines: tuple[FormLine, ...] = ()
        self._dialog: HandOutDialog | None = None
        self._paper: PaperDialog | None = None
        self._error = ErrorLine()
        self._list = RowList(name="forms.list")
        self._today = RowList(name="forms.today")
        self._nobody = Text(
            _("No form was handed out today."), "body", "ink2", wrap=True, name="forms.nobody"
        )
        self.picture = SheetPicture(body)
        self._lay_out()

    def _lay_out(self) -> None:
        side = QWidget()
        side.setFixedWidth(_SIDE)
        left = QVBoxLayout(side)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(16)
        left.addWidget(self._forms_card())
        left.addWidget(self._today_card(), 1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(side)
        row.addWidget(self._preview_card(), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._error)
        column.addLayout(row, 1)

    def _forms_card(self) -> Card:
        card = Card(_("Forms"), padding=(14, 12))
        card.title_label.setContentsMargins(8, 0, 0, 0)
        card.body.addWidget(self._list)
        return card

    def _today_card(self) -> Card:
        card = Card(_("Handed out today"), padding=(14, 12))
        card.title_label.setContentsMargins(8, 0, 0, 0)
        self._nobody.setContentsMargins(8, 0, 0, 0)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._nobody)
        column.addWidget(self._today)
        column.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        inner.setAutoFillBackground(False)
        card.body.addWidget(area, 1)
        return card

    def _preview_card(self) -> Card:
        card = Card(" ", name="forms.preview_card")
        self._title = card.title_label
        self._print = Button(_("Print blank"), icon="printer", name="forms.print_blank")
        self._print.clicked.connect(self.paper_wanted)
        self._hand_out = Button(_("Hand out"), Variant.PRIMARY, icon="clipboard-list", name="forms.hand_out")
        self._hand_out.clicked.connect(self._ask_who)
        card.head.addWidget(self._print)
        card.head.addWidget(self._hand_out)
        card.body.addWidget(self.picture, 1)
        return card

    @property
    def heading(self) -> tuple[str, str]:
        return _("Forms"), ""

    @property
    def hints(self) -> Sequence[Hint]:
        return (
            (("H",), _("Hand out")),
            (("PageDown",), _("Next page")),
            (("Ctrl", "P"), _("Print blank")),
        )

    def focus_first(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_forms(self, forms: Sequence[FormLine]) -> None:
        """List the forms."""
        self._error.say("")
        self._lines = tuple(forms)
        self._list.show_rows([self._form_row(form) for form in forms])

    def _form_row(self, form: FormLine) -> Row:
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(0)
        column.addWidget(ElidedText(form.title, "bodyStrong"))
        column.addWidget(TwoLineText(form.facts, "small", "ink2"))
        name = f"forms.form.{form.key.replace('-', '_').replace('|', '_')}"
        row = Row([words], label=f"{form.title}, {form.facts}", tappable=True, padding=12, name=name)
        row.tapped.connect(partial(self.form_chosen.emit, form.key))
        return row

    def show_form(self, form: FormLine, sheets: tuple[Sheet, ...]) -> None:
        """Show how a form looks."""
        self._form = form
        self._title.setText(form.title)
        for line, row in zip(self._lines, self._list.rows, strict=True):
            row.set_selected(line.key == form.key)
        self.picture.show_sheets(sheets)

    def show_handed_out(self, forms: Sequence[HandedLine]) -> None:
        """List the forms of today."""
        self._today.show_rows([self._handed_row(number, form) for number, form in enumerate(forms, 1)])
        self._nobody.setVisible(not forms)

    def _handed_row(self, number: int, form: HandedLine) -> Row:
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(0)
        column.addWidget(ElidedText(form.name, "bodyStrong"))
        column.addWidget(ElidedText(form.facts, "small", "ink2"))
        tag = _state_tag(form.state)
        row = Row(
            [words],
            label=f"{form.name}, {form.facts}, {tag.text}",
            tappable=form.opens,
            padding=12,
            name=f"forms.handed.{number}",
        )
        row.cells.setStretch(0, 1)
        row.cells.addWidget(tag)
        row.tapped.connect(partial(self.handed_opened.emit, form.intake_id))
        return row

    def show_found(self, patients: Sequence[Patient]) -> None:
        """List the people who fit what was typed."""
        if self._dialog is not None:
            self._dialog.show_found(patients)

    def show_given(self) -> None:
        """The form is handed out."""
        if self._dialog is not None:
            self._dialog.accept()

    def show_paper(self, pdf: bytes, name: str) -> None:
        """Show the blank form as it will be printed."""
        self._paper = PaperDialog(self, _("Print blank"), pdf, name, self._background, name="forms.paper")
        self._paper.finished.connect(self._paper.deleteLater)
        self._paper.open()

    def show_trouble(self, sentence: str) -> None:
        """Say what is wrong where the person is looking."""
        if self._dialog is not None:
            self._dialog.show_trouble(sentence)
        else:
            self._error.say(sentence)

    def _ask_who(self) -> None:
        if self._form is None or self._dialog is not None:
            return
        self._dialog = HandOutDialog(self, self._form.title)
        self._dialog.searched.connect(self.searched)
        self._dialog.chosen.connect(self.hand_out_wanted)
        self._dialog.finished.connect(self._answered)
        self._dialog.open()

    def _answered(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_P and control:
            self.paper_wanted.emit()
        elif event.key() == Qt.Key.Key_H and not control:
            self._ask_who()
        elif event.key() in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self.picture.turn(1 if event.key() == Qt.Key.Key_PageDown else -1)
        else:
            super().keyPressEvent(event)


def _state_tag(state: IntakeState) -> Tag:
    match state:
        case IntakeState.HANDED_OUT:
            return Tag(_("Being filled"), TagTone.NEUTRAL)
        case IntakeState.COMPLETED:
            return Tag(_("Form in"), TagTone.INFO, icon="clipboard-list")
        case _:
            return Tag(_("Accepted"), TagTone.JADE, icon="check")
