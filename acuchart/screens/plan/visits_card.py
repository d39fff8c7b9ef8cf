"""How often the patient comes: one or two phases, the review, the length of a visit and what follows."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from acuchart.clinic.course import Phase, Schedule
from acuchart.screens.parts.card import Card
from acuchart.screens.parts.combo import Combo
from acuchart.screens.parts.field import ErrorLine, Field
from acuchart.screens.parts.flow import FlowLayout
from acuchart.screens.parts.painted import refresh_style
from acuchart.screens.parts.segmented import Option
from acuchart.screens.parts.text import Text
from acuchart.screens.parts.typed_text import keep_refused
from acuchart.words import _, ngettext

_SHORTEST, _LONGEST = 1, 240
_OFTEN = range(1, 8)
_WEEKS = (*range(1, 13), 16, 20, 26, 39, 52)


class VisitsCard(Card):
    """The schedule.

    Signals:
        changed: the `Schedule`.
    """

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__(_("Visits"), name="plan.visits")
        self._schedule = Schedule()
        self.sum = Text("", "small", "ink2", name="plan.visits.sum")
        self.head.addWidget(self.sum)
        self.often = self._often(_("Visits a week"), "plan.visits.often")
        self.weeks = self._weeks(_("For weeks"), "plan.visits.weeks")
        self.then = self._often(_("Then visits a week"), "plan.visits.then_often", last=_("no more"))
        self.then_weeks = self._weeks(_("Then for weeks"), "plan.visits.then_weeks")
        self.then_for = self._small(_("for"))
        self.review = Combo(label=_("Look back at visit"), name="plan.visits.review")
        self.minutes = Field(label=_("Minutes of a visit"), name="plan.visits.minutes")
        keep_refused(self.minutes, "plan.visits.minutes")
        self.minutes.setFixedWidth(64)
        self.error = ErrorLine()
        self.afterwards = Field(
            placeholder=_("Afterwards: monthly, or as needed"),
            label=_("Afterwards"),
            name="plan.visits.afterwards",
        )
        self._lay_out()
        for combo in (self.often, self.weeks, self.then, self.then_weeks, self.review):
            combo.chosen.connect(self._tell)
        self.minutes.textEdited.connect(self._tell)
        self.afterwards.textEdited.connect(self._tell)

    def _lay_out(self) -> None:
        small = self._small
        self._line(
            (
                self.often,
                small(_("for")),
                self.weeks,
                small(_("then")),
                self.then,
                self.then_for,
                self.then_weeks,
            )
        )
        self._line(
            (small(_("Look back at")), self.review, small(_("Each visit")), self.minutes, small(_("minutes")))
        )
        self.body.addWidget(self.error)
        self.body.addWidget(self.afterwards)

    def _small(self, words: str) -> Text:
        """A word between two fields, in the middle of their height."""
        label = Text(words, "body", "ink2")
        label.setContentsMargins(0, 10, 0, 10)
        return label

    def _line(self, widgets: tuple[QWidget, ...]) -> None:
        holder = QWidget()
        flow = FlowLayout(holder, gap=6, row_gap=6)
        for widget in widgets:
            flow.addWidget(widget)
        self.body.addWidget(holder)

    def _often(self, label: str, name: str, last: str = "") -> Combo:
        options = [Option(str(n), _("{n}x/week").format(n=n)) for n in _OFTEN]
        if last:
            options.append(Option("0", last))
        return Combo(options, label=label, name=name)

    def _weeks(self, label: str, name: str) -> Combo:
        words = [(n, ngettext("{n} week", "{n} weeks", n).format(n=n)) for n in _WEEKS]
        return Combo([Option(str(n), text) for n, text in words], label=label, name=name)

    def show_schedule(self, schedule: Schedule) -> None:
        """Shows a schedule without telling anybody."""
        if schedule == self._schedule and self.often.key:
            return
        self._schedule = schedule
        first = schedule.phases[0]
        second = schedule.phases[1] if len(schedule.phases) > 1 else None
        self._choose(self.often, first.visits_a_week)
        self._choose(self.weeks, first.weeks)
        self._choose(self.then, second.visits_a_week if second else 0)
        self._choose(self.then_weeks, second.weeks if second else 2)
        self.minutes.setText(str(schedule.minutes))
        self._mark_minutes("")
        self.afterwards.setText(schedule.maintenance)
        self._show_second(second is not None)
        self._offer_reviews(schedule)

    def _choose(self, combo: Combo, number: int) -> None:
        combo.choose(str(number))
        if not combo.key:
            # A figure that is not offered still has to be shown as it is.
            combo.addItem(str(number), str(number))
            combo.choose(str(number))

    def show_sum(self, words: str) -> None:
        """Shows how many visits there are, and when the last is."""
        self.sum.setText(words)

    def _read_minutes(self) -> int:
        """The minutes typed; what they were last stands for what no visit lasts."""
        text = self.minutes.text().strip()
        minutes = int(text) if text.isascii() and text.isdigit() else 0
        right = _SHORTEST <= minutes <= _LONGEST
        wrong = _("A visit lasts {least} to {most} minutes.").format(least=_SHORTEST, most=_LONGEST)
        self._mark_minutes("" if right else wrong)
        return minutes if right else self._schedule.minutes

    def _mark_minutes(self, sentence: str) -> None:
        self.error.say(sentence)
        self.minutes.setProperty("error", bool(sentence))
        refresh_style(self.minutes)

    def _offer_reviews(self, schedule: Schedule) -> None:
        last = max(schedule.visits, schedule.review_visit or 0)
        visits = [Option(str(n), _("visit {n}").format(n=n)) for n in range(1, last + 1)]
        self.review.set_options([Option("0", _("no visit")), *visits], str(schedule.review_visit or 0))

    def _show_second(self, on: bool) -> None:
        self.then_weeks.setVisible(on)
        self.then_for.setVisible(on)

    def _tell(self) -> None:
        first = Phase(int(self.often.key), int(self.weeks.key))
        often = int(self.then.key or 0)
        second = (Phase(often, int(self.then_weeks.key)),) if often else ()
        self._show_second(bool(often))
        schedule = Schedule(
            (first, *second),
            int(self.review.key or 0) or None,
            self._read_minutes(),
            self.afterwards.text().strip(),
        )
        if schedule.visits != self._schedule.visits:
            self._offer_reviews(schedule)
        self._schedule = schedule
        self.changed.emit(schedule)
