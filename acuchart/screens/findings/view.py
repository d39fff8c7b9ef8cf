"""The findings screen: what was said, asked, seen, heard and felt, and beside it what stands on that."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from acuchart.clinic.findings import Finding, Observation
from acuchart.clinic.red_flags import RedFlag
from acuchart.clinic.visit import CheckIn, Examination, RedFlagAnswer
from acuchart.screens.findings.alerts import AlertColumn
from acuchart.screens.findings.columns import CardColumns
from acuchart.screens.findings.complaint import Typed, Wrong
from acuchart.screens.findings.complaint_card import ComplaintCard
from acuchart.screens.findings.earlier_card import EarlierCard
from acuchart.screens.findings.entry import WHOLE, state_of
from acuchart.screens.findings.red_flags_card import ANSWERED, RAISED, RedFlagsCard
from acuchart.screens.findings.search_box import SearchBox
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.flow import FlowLayout
from acuchart.screens.parts.segmented import Option, Segmented
from acuchart.screens.shell.focus_ring import focus_by_key
from acuchart.screens.shell.page import Hint, Page, leave_field
from acuchart.screens.shell.theme import ThemeHolder
from acuchart.words import _, ngettext

ALL = "all"
_SIDE_WIDTH = 464
_SIDE_NARROW = 400
_SEARCH_WIDTH, _SEARCH_NARROW = 190, 90
_TWO_COLUMNS = 620
"""Width per text scale below which the two columns stand one below the other."""
_GAP, _BAR = 16, 12
"""Between the two sides; the scroll bar of the left one stands in it."""
_WIDE = 1280
"""Content width from which the panel beside has its full width."""
_TYPING = (QLineEdit, QPlainTextEdit, QComboBox)


class FindingsPage(Page):
    """Complaint, red flags, the cards of the four examinations, and `side` at the right.

    Signals (what a person does):
        stated: finding id, Spot, FindingState.
        words_typed: group of the vocabulary, words.
        checked_in: CheckIn.
        complaint_typed: Typed.
        red_flag_answered: id, True, False or None.
        red_flag_decided: id, words.
        rate_typed: beats of the pulse a minute, or None.
        cleared: ids of all findings of a card that was cleared.
        copy_wanted: the findings of last visit are to be copied.
        settled: Observation of last visit, and the FindingState of today.
        theirs_taken, mine_kept: which of two versions stays.
    """

    stated = Signal(str, object, object)
    words_typed = Signal(str, str)
    checked_in = Signal(object)
    complaint_typed = Signal(object)
    red_flag_answered = Signal(str, object)
    red_flag_decided = Signal(str, str)
    rate_typed = Signal(object)
    cleared = Signal(object)
    copy_wanted = Signal()
    settled = Signal(object, object)
    theirs_taken = Signal()
    mine_kept = Signal()

    def __init__(
        self,
        vocabulary: Mapping[str, Finding],
        red_flags: Mapping[str, RedFlag],
        side: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("findings")
        self._vocabulary = vocabulary
        self._red_flags = red_flags
        self._found = Examination()
        self._left = 0
        self._visit = 0
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.setSpacing(12)
        self._alerts = AlertColumn()
        outside.addWidget(self._alerts)
        row = QHBoxLayout()
        row.setSpacing(_GAP - _BAR)
        row.addLayout(self._make_left(), 1)
        row.addWidget(side)
        outside.addLayout(row, 1)
        self._side = side
        self._connect()
        QShortcut(QKeySequence("/"), self, self.search.begin, context=_INSIDE)
        QShortcut(QKeySequence("Ctrl+D"), self, self._earlier_button.click, context=_INSIDE)

    # Making.

    def _make_left(self) -> QVBoxLayout:
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self._make_bar())
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._complaint = ComplaintCard()
        self._red_flag_card = RedFlagsCard(self._red_flags)
        self._earlier = EarlierCard(self._vocabulary)
        self._columns = CardColumns(self._vocabulary)
        for card in (self._complaint, self._red_flag_card, self._earlier, self._columns):
            column.addWidget(card)
        column.addStretch(1)
        self._red_flag_card.hide()
        self._earlier.hide()
        self._area.setWidget(content)
        # The cards are as wide without the scroll bar as with it.
        self._area.verticalScrollBar().rangeChanged.connect(
            lambda _low, high: column.setContentsMargins(0, 0, 0 if high else _BAR, 0)
        )
        left.addWidget(self._area, 1)
        return left

    def _make_bar(self) -> QWidget:
        bar = QWidget()
        flow = FlowLayout(bar, gap=10, row_gap=8)
        flow.setContentsMargins(0, 0, _BAR, 0)
        options = (
            Option(ALL, _("All")),
            Option("ask", _("Ask"), "问"),
            Option("look", _("Look"), "望"),
            Option("listen", _("Listen"), "闻"),
            Option("palpate", _("Palpate"), "切"),
        )
        self._tabs = Segmented(options, name="findings.examination", label=_("Examination"))
        self.search = SearchBox(self._vocabulary)
        self.search.read_states_from(lambda key: state_of(self._found, key))
        self._earlier_button = Button("", icon="history", name="findings.open_earlier")
        for widget in (self._tabs, self.search, self._earlier_button):
            flow.addWidget(widget)
        return bar

    def _connect(self) -> None:
        self._tabs.chosen.connect(self._columns.choose)
        self.search.stated.connect(lambda key, state: self.stated.emit(key, WHOLE, state))
        self.search.wanted.connect(self.show_finding)
        self._complaint.red_flags_wanted.connect(self._turn_red_flags)
        self._earlier_button.clicked.connect(self._copy_or_turn)
        self._complaint.typed.connect(self.complaint_typed)
        self._columns.stated.connect(self.stated)
        self._columns.words_typed.connect(self.words_typed)
        self._columns.checked_in.connect(self.checked_in)
        self._columns.rate_typed.connect(self.rate_typed)
        self._columns.cleared.connect(self.cleared)
        self._columns.sites_wanted.connect(self._complaint.choose_regions)
        self._earlier.settled.connect(self.settled)
        self._red_flag_card.answered.connect(self.red_flag_answered)
        self._red_flag_card.decided.connect(self.red_flag_decided)
        self._red_flag_card.closed.connect(self._red_flag_card.hide)
        self._alerts.wanted.connect(self._decide)
        self._alerts.all_wanted.connect(self._show_answered)
        self._alerts.theirs_taken.connect(self.theirs_taken)
        self._alerts.mine_kept.connect(self.mine_kept)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide, scale = self.width() >= _WIDE, ThemeHolder.of_app().theme.scale
        side = _SIDE_WIDTH if wide else max(_SIDE_NARROW, round(_SIDE_NARROW * 0.9 * scale))
        self._side.setFixedWidth(side)
        self._columns.stack(self.width() - side < _TWO_COLUMNS * scale)
        self.search.setFixedWidth(_SEARCH_WIDTH if wide else _SEARCH_NARROW)

    # What the presenter shows.

    def show_visit(self, number: int, earlier: int | None, read_only: bool) -> None:
        """A visit comes into sight; `earlier` is the number of the visit before."""
        typing = self._begin()
        self._visit = earlier or 0
        self._earlier_button.setVisible(earlier is not None and not read_only)
        self._earlier.hide()
        for part in (self._complaint, self._columns, self._earlier, self._red_flag_card):
            part.set_read_only(read_only)
        self.search.setEnabled(not read_only)
        self.heading_changed.emit(_("Findings"), _("Visit {n}").format(n=number))
        if typing:
            self.focus_first()

    def _begin(self) -> bool:
        """Nothing of the visit before stays: a field that has the focus would else keep its text.

        Returns:
            Whether the focus was taken from something on this page.
        """
        focused: QWidget | None = self.window().focusWidget()
        here = focused is not None and self.isAncestorOf(focused)
        if focused is not None and here:
            focused.clearFocus()
        self.search.clear()
        self._tabs.choose(ALL)
        self._columns.begin()
        self._complaint.open(False)
        self._red_flag_card.hide()
        self._red_flag_card.choose(RAISED)
        self._area.verticalScrollBar().setValue(0)
        return here

    def show_complaint(self, typed: Typed, chronic: bool | None) -> None:
        """The complaint as it stands."""
        self._complaint.show_complaint(typed, chronic)
        self._columns.show_regions(typed.regions)

    def show_complaint_wrong(self, wrong: Wrong) -> None:
        """What of the complaint cannot be kept."""
        self._complaint.show_wrong(wrong)

    def show_check_in(self, answers: CheckIn) -> None:
        """The answers on arrival."""
        self._columns.check_in.show_check_in(answers)

    def show_examination(
        self, found: Examination, left: Sequence[Observation], odd: Sequence[tuple[str, str]]
    ) -> None:
        """Every finding; `left` is last visit's not yet confirmed, `odd` what contradicts each other."""
        self._found = found
        self._columns.show_examination(found, left, odd)
        self._earlier.show_earlier(self._visit, left)
        self._left = len(left)
        self._show_earlier_button()

    def _show_earlier_button(self) -> None:
        """Copy, until something was copied; then how much of it waits to be confirmed."""
        waits = len(self._found.carried)
        copy = _("Copy from visit {n}").format(n=self._visit)
        said = _("Findings of visit {n}: {left} to confirm").format(n=self._visit, left=self._left)
        words = ngettext("{n} to confirm", "{n} to confirm", waits).format(n=waits) if waits else copy
        self._earlier_button.set_words(words)
        self._earlier_button.setAccessibleName(said)
        self._earlier_button.setToolTip(said)
        self._earlier_button.setEnabled(bool(self._left))

    def show_red_flags(self, answers: Mapping[str, RedFlagAnswer], raised_by: Mapping[str, str]) -> None:
        """All answers, and the open questions that findings raise."""
        self._red_flag_card.show_answers(answers, raised_by)
        present = sum(answer.present for answer in answers.values())
        self._complaint.show_red_flags(len(answers), len(self._red_flags), len(raised_by), present)

    def show_alerts(self, flags: Sequence[RedFlag], adding: Mapping[str, str]) -> None:
        """Red flags that are present and undecided, above everything; `adding` as risks that add weight."""
        self._alerts.show_flags(flags, adding)

    def show_conflict(self, differing: Sequence[str]) -> None:
        """What reads otherwise in another window; nothing when empty."""
        self._alerts.show_conflict(differing)

    def show_finding(self, finding_id: str) -> None:
        """Bring a finding into sight and focus it."""
        self._tabs.choose(ALL)
        self._columns.choose(ALL)
        self._go_to(self._columns.reveal(finding_id))

    # The shell.

    @property
    def heading(self) -> tuple[str, str]:
        return _("Findings"), ""

    @property
    def hints(self) -> Sequence[Hint]:
        """Keys of this screen."""
        return (
            (("/",), _("Find a finding")),
            (("Ctrl", "D"), _("Copy last visit")),
            (("Y",), _("Answer")),
            (("Ctrl", "Enter"), _("Confirm pattern")),
            (("Ctrl", "→"), _("Points")),
        )

    def focus_first(self) -> None:
        """Begins at the pain score, which every visit asks."""
        self._columns.check_in.scales["now"].setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves a field; digits set the pain score; a letter nobody else wants begins a search."""
        typing = QApplication.focusWidget()
        if event.key() == Qt.Key.Key_Escape and isinstance(typing, _TYPING):
            leave_field(typing)
        elif event.modifiers() & ~_PLAIN or isinstance(typing, _TYPING):
            super().keyPressEvent(event)
        elif event.text().isdecimal() and event.text().isascii():
            self._columns.check_in.scales["now"].keyPressEvent(event)
        elif event.text().isalpha() and self.search.isEnabled():
            self.search.begin(event.text())
        else:
            super().keyPressEvent(event)

    def _turn_red_flags(self) -> None:
        self._red_flag_card.setVisible(not self._red_flag_card.isVisibleTo(self))
        if self._red_flag_card.isVisibleTo(self):
            self._show_top(self._red_flag_card)

    def _copy_or_turn(self) -> None:
        """The first tap copies and shows what is to be confirmed, the next ones fold and open it."""
        if not self._found.carried:
            self.copy_wanted.emit()
            self._earlier.hide()
        self._turn_earlier()

    def _turn_earlier(self) -> None:
        self._earlier.setVisible(not self._earlier.isVisibleTo(self))
        if self._earlier.isVisibleTo(self):
            self._show_top(self._earlier)
            self._earlier.focus_row()

    def _decide(self, flag_id: str) -> None:
        self._red_flag_card.show()
        self._go_to(self._red_flag_card.reveal(flag_id))

    def _show_answered(self) -> None:
        self._red_flag_card.show()
        self._red_flag_card.choose(ANSWERED)
        self._show_top(self._red_flag_card)

    def _show_top(self, card: QWidget) -> None:
        self._lay_out()
        self._area.verticalScrollBar().setValue(card.y())

    def _go_to(self, widget: QWidget) -> None:
        """The ring shows which it is, however it was asked for."""
        self._lay_out()
        focus_by_key(widget)
        self._area.ensureWidgetVisible(widget)

    def _lay_out(self) -> None:
        """Lets what was just shown take its place before it is scrolled to."""
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)


_INSIDE = Qt.ShortcutContext.WidgetWithChildrenShortcut
_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
