"""The left side: goals and visits, self-care, safety and wording, each on its tab."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from acuchart.clinic.plan import PlanDraft
from acuchart.screens.parts.button import Button
from acuchart.screens.parts.popover import Popover
from acuchart.screens.parts.scroll import Scroll
from acuchart.screens.parts.segmented import Option, Segmented
from acuchart.screens.plan.goals_card import GoalsCard
from acuchart.screens.plan.seen import PlanFace, Version
from acuchart.screens.plan.visits_card import VisitsCard
from acuchart.screens.plan.words_cards import LinesCard, OnThePage, OwnWords, SelfCareCards, ShortWords
from acuchart.words import _

TABS = ("plan", "self_care", "safety", "wording")


class Editor(QWidget):
    """Everything that is edited.

    Signals:
        goals_changed, schedule_changed, draft_changed: the new value.
        version_wanted: the id of an issued plan.
    """

    goals_changed = Signal(object)
    schedule_changed = Signal(object)
    draft_changed = Signal(object)
    version_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._draft = PlanDraft()
        self._versions: tuple[Version, ...] = ()
        self.goals = GoalsCard()
        self.visits = VisitsCard()
        self.parts = OnThePage()
        self.self_care = SelfCareCards()
        self.lists = self._make_lists()
        self.consent = OwnWords(_("Your consent"), "consent", rows=3)
        self.intro = OwnWords(_("Beginning"), "intro", _("Empty: made from what was recorded"), rows=3)
        self.same_day_by = ShortWords(_("Who is seen the same day"), "same_day_by", _("doctor"))
        words = [Option("plan", _("Plan")), Option("self_care", _("Self care"))]
        words += [Option("safety", _("Safety")), Option("wording", _("Wording"))]
        self.tabs = Segmented(words, name="plan.tab", label=_("Part of the plan"))
        self.version = Button("", icon="history", name="plan.versions")
        self.version.clicked.connect(self._offer_versions)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    def _make_lists(self) -> dict[str, LinesCard]:
        titles = {
            "what_we_do": _("What we will do"),
            "expect": _("What to expect"),
            "tell_us": _("Please tell us if"),
            "straight_away": _("Straight away: emergency services"),
            "same_day": _("Same day"),
        }
        return {key: LinesCard(title, key) for key, title in titles.items()}

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.tabs)
        top.addStretch(1)
        top.addWidget(self.version)
        pages: tuple[tuple[QWidget, ...], ...] = (
            (self.goals, self.visits, self.parts),
            (self.self_care,),
            (
                self.lists["expect"],
                self.lists["tell_us"],
                self.lists["straight_away"],
                self.same_day_by,
                self.lists["same_day"],
                self.consent,
            ),
            (self.intro, self.lists["what_we_do"]),
        )
        for widgets in pages:
            self._stack.addWidget(Scroll(_column(widgets)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(top)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.tabs.chosen.connect(self.show_tab)
        self.parts.part_wanted.connect(self.show_tab)
        self.goals.changed.connect(self.goals_changed)
        self.visits.changed.connect(self.schedule_changed)
        self.parts.changed.connect(self._take)
        self.self_care.changed.connect(lambda cards: self._change(self_care=cards))
        for key, card in self.lists.items():
            card.changed.connect(partial(self._change_list, key))
        self.consent.changed.connect(lambda words: self._change(consent=words))
        self.intro.changed.connect(lambda words: self._change(intro=words))
        self.same_day_by.edited.connect(lambda words: self._change(same_day_by=words.strip()))

    def show_tab(self, key: str) -> None:
        """Shows one tab."""
        self.tabs.choose(key)
        self._stack.setCurrentIndex(TABS.index(key))

    def show_plan(self, face: PlanFace) -> None:
        """Shows goals, visits and words."""
        self.goals.show_goals(face.goals)
        self.visits.show_schedule(face.schedule)
        self.visits.show_sum(face.sum)
        self._show_draft(face.draft)
        self._versions = face.versions
        newest = face.versions[0].words.partition(" · ")[0] if face.versions else ""
        self.version.setVisible(bool(face.versions))
        if face.versions:
            self.version.set_words(newest)

    def _show_draft(self, draft: PlanDraft) -> None:
        self._draft = draft
        self.parts.show_draft(draft)
        self.self_care.show_cards(draft.self_care)
        lists = {
            "what_we_do": draft.what_we_do,
            "expect": draft.expect,
            "tell_us": draft.tell_us,
            "straight_away": draft.straight_away,
            "same_day": draft.same_day,
        }
        for key, lines in lists.items():
            self.lists[key].show_lines(lines)
        self.consent.box.show_text(draft.consent)
        self.intro.box.show_text(draft.intro)
        self.same_day_by.set_text(draft.same_day_by)

    def _change_list(self, key: str, lines: tuple[str, ...]) -> None:
        self._change(**{key: lines})

    def _change(self, **parts: object) -> None:
        make: Callable[..., PlanDraft] = replace
        self._take(make(self._draft, **parts))

    def _take(self, draft: PlanDraft) -> None:
        self._draft = draft
        self.self_care.show_cards(draft.self_care)
        if self.sender() is not self.parts:
            self.parts.show_draft(draft)
        self.draft_changed.emit(draft)

    def _offer_versions(self) -> None:
        popover = Popover(width=280, name="plan.version_list", parent=self)
        for number, version in enumerate(self._versions, start=1):
            button = Button(version.words, name=f"plan.version.{number}")
            button.clicked.connect(partial(self._choose_version, popover, version))
            popover.body.addWidget(button)
        popover.show_under(self.version)

    def _choose_version(self, popover: Popover, version: Version) -> None:
        popover.close()
        popover.deleteLater()
        self.version_wanted.emit(version.plan_id)


def _column(widgets: tuple[QWidget, ...]) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 8, 0)
    column.setSpacing(12)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    return holder
