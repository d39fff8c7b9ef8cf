"""Forms in hand: kept in time, brought back once, and never over what is being typed."""

import pytest

from acuchart.charting.unfinished import Unfinished
from acuchart.clinic.trouble import ChartTrouble
from acuchart.clinic.unfinished import Form, Typed
from acuchart.screens.shell.autosave import LIMIT_MS
from acuchart.screens.shell.unfinished import UnfinishedForms
from tests.helpers.clinic import StaffedClinic
from tests.helpers.hand_timer import HandTimer
from tests.helpers.inline_background import InlineBackground
from tests.helpers.navigator import RecordingNavigator

FORM = Form("registration")


class Desk:
    """The forms of one start of the program."""

    def __init__(self, clinic: StaffedClinic, hold: bool = False) -> None:
        self.timers: list[HandTimer] = []
        self.background = InlineBackground(hold)
        self.kept = Unfinished(clinic.desk)
        self.go = RecordingNavigator()
        self.forms = UnfinishedForms(self.kept, self.background, self.go, self._timer)
        self.shown: list[Typed] = []

    def _timer(self) -> HandTimer:
        self.timers.append(HandTimer())
        return self.timers[-1]


def test_what_is_typed_is_kept_within_the_limit(clinic: StaffedClinic) -> None:
    desk = Desk(clinic)
    form = desk.forms.take_up(FORM, desk.shown.append)
    form.change({"a": "x"})
    limit = desk.timers[1]
    assert limit.ms == LIMIT_MS < 2000
    limit.ring()
    assert desk.kept.all().get(FORM, {}) == {"a": "x"}


def test_the_next_start_brings_it_back(clinic: StaffedClinic) -> None:
    before = Desk(clinic)
    before.forms.take_up(FORM, before.shown.append).change({"a": "x"})
    before.forms.leave()
    after = Desk(clinic)
    after.forms.take_up(FORM, after.shown.append)
    assert (before.shown, after.shown) == ([], [{"a": "x"}])


def test_taken_up_again_it_shows_what_stands_in_it(clinic: StaffedClinic) -> None:
    desk = Desk(clinic)
    first = desk.forms.take_up(FORM, desk.shown.append)
    first.change({"a": "not kept yet"})
    assert desk.forms.take_up(FORM, desk.shown.append) is first
    assert desk.shown == [{"a": "not kept yet"}]


def test_nothing_is_shown_over_what_was_typed_meanwhile(clinic: StaffedClinic) -> None:
    Unfinished(clinic.desk).keep(FORM, {"a": "old"})
    desk = Desk(clinic, hold=True)
    form = desk.forms.take_up(FORM, desk.shown.append)
    form.change({"a": "new"})
    desk.background.release()
    assert not any(desk.shown)


def test_what_was_left_in_other_fields_joins_what_was_typed_meanwhile(clinic: StaffedClinic) -> None:
    Unfinished(clinic.desk).keep(FORM, {"a": "old", "b": "old"})
    desk = Desk(clinic, hold=True)
    form = desk.forms.take_up(FORM, desk.shown.append)
    form.change({"a": "new"})
    desk.background.release()
    assert desk.shown == [{"b": "old"}]
    desk.forms.leave()
    desk.background.release()
    assert desk.kept.all().get(FORM, {}) == {"a": "new", "b": "old"}


def test_a_closed_form_is_gone_even_while_it_is_being_kept(clinic: StaffedClinic) -> None:
    desk = Desk(clinic, hold=True)
    form = desk.forms.take_up(FORM, desk.shown.append)
    form.change({"a": "x"})
    form.flush()
    form.close()
    desk.background.release()
    assert desk.kept.all().get(FORM, {}) == {}
    desk.forms.take_up(FORM, desk.shown.append)
    desk.background.release()
    assert desk.shown == []


def test_what_was_left_is_looked_for_once_in_a_sitting(clinic: StaffedClinic) -> None:
    Unfinished(clinic.desk).keep(FORM, {"a": "old"})
    Unfinished(clinic.desk).keep(Form("account"), {"b": "old"})
    desk = Desk(clinic)
    desk.forms.take_up(FORM, desk.shown.append).close()
    desk.forms.take_up(Form("account"), desk.shown.append)
    desk.forms.take_up(FORM, desk.shown.append)
    assert desk.shown == [{"a": "old"}, {"b": "old"}]
    with clinic.owner.records.work() as work:
        assert [event.act for event in work.audit.all()].count("typing.looked_for") == 1


def test_a_form_closed_before_the_answer_came_stays_closed(clinic: StaffedClinic) -> None:
    Unfinished(clinic.desk).keep(FORM, {"a": "old"})
    desk = Desk(clinic, hold=True)
    form = desk.forms.take_up(FORM, desk.shown.append)
    form.change({"a": "new"})
    form.close()
    desk.background.release()
    desk.forms.take_up(FORM, desk.shown.append)
    desk.background.release()
    assert desk.shown == []


def test_a_form_nobody_typed_into_leaves_no_trace(clinic: StaffedClinic) -> None:
    desk = Desk(clinic)
    desk.forms.take_up(FORM, desk.shown.append).close()
    with clinic.owner.records.work() as work:
        assert "typing.cleared" not in [event.act for event in work.audit.all()]


def test_what_was_brought_back_is_brought_back_again(clinic: StaffedClinic) -> None:
    Unfinished(clinic.desk).keep(FORM, {"a": "old"})
    desk = Desk(clinic)
    desk.forms.take_up(FORM, desk.shown.append)
    desk.forms.take_up(FORM, desk.shown.append)
    assert desk.shown == [{"a": "old"}] * 2


def test_a_full_disk_is_said_and_the_words_wait(
    clinic: StaffedClinic, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Desk(clinic)
    form = desk.forms.take_up(FORM, desk.shown.append)
    with monkeypatch.context() as full:

        def keep(_self: Unfinished, _form: Form, _typed: Typed) -> Typed:
            raise ChartTrouble("The disk is full.")

        full.setattr(Unfinished, "keep", keep)
        form.change({"a": "x"})
        form.flush()
    assert desk.go.saves[-1] == "not saved: The disk is full."
    assert desk.kept.all().get(FORM, {}) == {}
    form.flush()
    assert desk.kept.all().get(FORM, {}) == {"a": "x"}
