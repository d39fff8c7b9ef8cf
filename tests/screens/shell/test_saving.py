"""The word in the footer about saving."""

from acuchart.clinic.clock import HandClock
from acuchart.screens.shell.saving import SLOW_MS, Saving
from tests.helpers.hand_timer import HandTimer
from tests.helpers.records import MORNING


class Footer:
    def __init__(self) -> None:
        self.said: list[str] = []

    def show_saved(self, time: str) -> None:
        self.said.append(f"saved {time}")

    def show_saving(self) -> None:
        self.said.append("saving")

    def show_not_saved(self, sentence: str, retried: bool) -> None:
        self.said.append(f"not saved: {sentence}{' again' if retried else ''}")


def a_saving() -> tuple[Saving, Footer, HandTimer]:
    footer, slow = Footer(), HandTimer()
    return Saving(footer, HandClock(MORNING), slow), footer, slow


def test_quick_saving_is_not_mentioned() -> None:
    saving, footer, slow = a_saving()
    saving.saving()
    assert slow.ms == SLOW_MS
    saving.saved("note")
    assert not slow.is_set
    assert footer.said == ["saved 08:30"]


def test_slow_saving_is() -> None:
    saving, footer, slow = a_saving()
    saving.saving()
    slow.ring()
    assert footer.said == ["saving"]


def test_a_failure_stands_until_the_same_part_was_saved() -> None:
    saving, footer, slow = a_saving()
    saving.saving()
    saving.not_saved("note", "The disk is full.")
    saving.saved("findings")
    assert not slow.is_set
    assert saving.failed == "The disk is full."
    assert footer.said == ["not saved: The disk is full."] * 2
    saving.saved("note")
    assert saving.failed == ""
    assert footer.said[-1] == "saved 08:30"


def test_try_now_tries_every_part_that_failed() -> None:
    saving, _footer, _slow = a_saving()
    tries: list[str] = []
    saving.not_saved("note", "The disk is full.", lambda: tries.append("note"))
    saving.not_saved("plan", "The disk is full.", lambda: tries.append("plan"))
    saving.not_saved("points", "This was changed in another window.")
    saving.try_again()
    assert tries == ["note", "plan"]


def test_there_is_nothing_to_try_once_it_is_saved() -> None:
    saving, _footer, _slow = a_saving()
    tries: list[str] = []
    saving.not_saved("note", "The disk is full.", lambda: tries.append("note"))
    saving.saved("note")
    saving.try_again()
    assert tries == []
