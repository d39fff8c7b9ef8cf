"""What is typed outlives every failure: disk, mistake of the program, change from elsewhere."""

from dataclasses import dataclass, field

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from acuchart.clinic.clock import HandClock
from acuchart.clinic.trouble import ChangedElsewhere, ChartTrouble
from acuchart.screens.shell.autosave import AGAIN_MS, LIMIT_MS, QUIET_MS, Autosave, once_written
from acuchart.screens.shell.saving import Saving
from tests.helpers.hand_timer import HandTimer
from tests.helpers.inline_background import InlineBackground
from tests.helpers.navigator import RecordingNavigator
from tests.helpers.records import MORNING

FULL = "The disk is full."
OTHERS = "This part was changed in another window."


class Table:
    """One part in a database that can refuse, break, or be written by another window."""

    def __init__(self) -> None:
        self.kept = ""
        self.trouble: Exception | None = None

    def write(self, new: str, seen: str) -> str:
        trouble, self.trouble = self.trouble, None
        if trouble is not None:
            raise trouble
        if self.kept != seen:
            raise ChangedElsewhere(OTHERS)
        self.kept = new
        return new


@dataclass
class Typing:
    """One part on a screen, kept by an autosave."""

    table: Table = field(default_factory=Table)
    background: InlineBackground = field(default_factory=InlineBackground)
    go: RecordingNavigator = field(default_factory=RecordingNavigator)
    quiet: HandTimer = field(default_factory=HandTimer)
    limit: HandTimer = field(default_factory=HandTimer)
    heard: list[ChartTrouble] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.autosave = Autosave[str](
            self.background, self.go, self.table.write, self.heard.append, self.quiet, self.limit
        )
        self.autosave.start("")

    def do_all(self) -> None:
        """Lets the jobs handed in be done; a mistake of the program comes out here."""
        try:
            self.background.release()
        except ZeroDivisionError:
            self.do_all()


@pytest.fixture
def typing() -> Typing:
    return Typing()


def test_a_pause_writes_once_and_the_limit_holds_while_typing_goes_on(typing: Typing) -> None:
    typing.autosave.changed("a")
    typing.autosave.changed("ab")
    assert (typing.quiet.ms, typing.limit.ms) == (QUIET_MS, LIMIT_MS)
    typing.limit.ring()
    assert typing.table.kept == "ab"
    assert typing.go.saves == ["saving", "saved"]
    assert not typing.quiet.is_set


def test_a_failure_keeps_the_value_and_tries_again_by_itself(typing: Typing) -> None:
    typing.table.trouble = ChartTrouble(FULL)
    typing.autosave.changed("a")
    typing.autosave.flush()
    assert typing.autosave.value == "a"
    assert (typing.limit.ms, typing.go.saves[-1]) == (AGAIN_MS, f"not saved: {FULL}")
    typing.limit.ring()
    assert typing.autosave.clean
    assert typing.table.kept == "a"


def test_a_mistake_of_the_program_does_not_stop_saving_for_ever(typing: Typing) -> None:
    typing.table.trouble = ZeroDivisionError()
    typing.autosave.changed("a")
    with pytest.raises(ZeroDivisionError):
        typing.autosave.flush()
    assert typing.autosave.value == "a"
    assert typing.go.saves[-1].startswith("not saved")
    typing.autosave.changed("ab")
    typing.autosave.flush()
    assert typing.table.kept == "ab"
    assert typing.autosave.clean


def test_a_mistake_is_tried_again_without_another_key(typing: Typing) -> None:
    typing.table.trouble = ZeroDivisionError()
    typing.autosave.changed("a")
    with pytest.raises(ZeroDivisionError):
        typing.quiet.ring()
    typing.limit.ring()
    assert typing.table.kept == "a"


def test_after_a_conflict_nothing_is_written_nor_lost_until_a_person_chooses(typing: Typing) -> None:
    typing.table.kept = "theirs"
    typing.autosave.changed("mine")
    typing.autosave.flush()
    assert typing.autosave.in_conflict
    typing.autosave.changed("mine, longer")
    typing.autosave.flush()
    assert not typing.autosave.clean
    assert (typing.quiet.ms, typing.limit.ms) == (None, None)
    assert (typing.table.kept, typing.autosave.value) == ("theirs", "mine, longer")
    assert [type(trouble) for trouble in typing.heard] == [ChangedElsewhere]


def test_keeping_mine_writes_it_over_theirs(typing: Typing) -> None:
    typing.table.kept = "theirs"
    typing.autosave.changed("mine")
    typing.autosave.flush()
    typing.autosave.settle("theirs")
    assert (typing.quiet.ms, typing.limit.ms) == (QUIET_MS, LIMIT_MS)
    typing.autosave.flush()
    assert typing.table.kept == "mine"
    assert typing.go.saves[-1] == "saved"


def test_taking_theirs_forgets_mine_and_says_so(typing: Typing) -> None:
    typing.table.kept = "theirs"
    typing.autosave.changed("mine")
    typing.autosave.flush()
    typing.autosave.start("theirs")
    assert typing.autosave.clean
    assert (typing.autosave.value, typing.go.saves[-1]) == ("theirs", "saved")
    typing.autosave.flush()
    assert typing.table.kept == "theirs"


def test_what_was_forgotten_while_it_was_written_does_not_come_back(typing: Typing) -> None:
    typing.background.hold = True
    typing.table.trouble = ChartTrouble(FULL)
    typing.autosave.changed("a")
    typing.autosave.flush()
    typing.autosave.stop()
    typing.background.release()
    assert typing.autosave.clean
    assert not typing.limit.is_set


class NeverLost(RuleBasedStateMachine):
    """Any order of keys, writes, failures, mistakes, other windows and choices."""

    def __init__(self) -> None:
        super().__init__()
        self.typing = Typing(background=InlineBackground(hold=True))
        self.mine = ""

    @rule(letter=st.sampled_from("abc"))
    def type_on(self, letter: str) -> None:
        self.mine += letter
        self.typing.autosave.changed(self.mine)

    @rule()
    def flush(self) -> None:
        self.typing.autosave.flush()

    @rule(quiet=st.booleans())
    def an_alarm_rings(self, quiet: bool) -> None:
        timer = self.typing.quiet if quiet else self.typing.limit
        if timer.is_set:
            timer.ring()

    @rule()
    def jobs_are_done(self) -> None:
        self.typing.do_all()

    @rule(mistake=st.booleans())
    def the_next_write_fails(self, mistake: bool) -> None:
        self.typing.table.trouble = ZeroDivisionError() if mistake else ChartTrouble(FULL)

    @rule(theirs=st.sampled_from(["X", "Y"]))
    def another_window_writes(self, theirs: str) -> None:
        self.typing.table.kept = theirs

    @precondition(lambda self: self.typing.autosave.in_conflict)
    @rule()
    def keep_mine(self) -> None:
        self.typing.autosave.settle(self.typing.table.kept)

    @precondition(lambda self: self.typing.autosave.in_conflict)
    @rule()
    def take_theirs(self) -> None:
        self.mine = self.typing.table.kept
        self.typing.autosave.start(self.mine)

    @invariant()
    def the_last_value_is_here(self) -> None:
        assert self.typing.autosave.value == self.mine

    @invariant()
    def something_will_write_it(self) -> None:
        part = self.typing.autosave
        if not part.clean and not part.in_conflict:
            in_hand = bool(self.typing.background.waiting)
            assert in_hand or self.typing.quiet.is_set or self.typing.limit.is_set

    def teardown(self) -> None:
        part, table = self.typing.autosave, self.typing.table
        owed = not part.clean
        for _round in range(5):
            table.trouble = None
            if part.in_conflict:
                part.settle(table.kept)
            part.flush()
            self.typing.do_all()
        assert part.clean
        assert part.value == self.mine
        assert table.kept == self.mine or not owed


TestNeverLost = NeverLost.TestCase


class Footer:
    """Writes down what it would show."""

    def __init__(self) -> None:
        self.shown: list[str] = []

    def show_saved(self, time: str) -> None:
        self.shown.append(f"saved {time}")

    def show_saving(self) -> None:
        self.shown.append("saving")

    def show_not_saved(self, sentence: str, retried: bool) -> None:
        self.shown.append(f"{sentence} {'again' if retried else 'choose'}")


@pytest.fixture
def footer() -> Footer:
    return Footer()


@pytest.fixture
def saving(footer: Footer) -> Saving:
    return Saving(footer, HandClock(MORNING), HandTimer())


def test_one_part_saved_does_not_hide_that_another_is_not(saving: Saving, footer: Footer) -> None:
    words, score = object(), object()
    saving.not_saved(words, FULL, lambda: None)
    saving.saved(score)
    assert saving.failed == FULL
    assert footer.shown[-1] == f"{FULL} again"
    saving.saved(words)
    assert saving.failed == ""
    assert footer.shown[-1].startswith("saved")


def test_a_person_who_signs_in_sees_what_is_still_not_saved(saving: Saving, footer: Footer) -> None:
    saving.not_saved(object(), OTHERS)
    saving.fresh()
    assert footer.shown[-1] == f"{OTHERS} choose"
    assert saving.failed == OTHERS


def test_trying_again_tries_every_part_that_can_be_tried(saving: Saving) -> None:
    tried = list[str]()
    saving.not_saved("a", FULL, lambda: tried.append("a"))
    saving.not_saved("b", OTHERS)
    saving.not_saved("c", FULL, lambda: tried.append("c"))
    saving.try_again()
    assert tried == ["a", "c"]


def test_the_last_failure_that_stands_is_the_one_told(saving: Saving) -> None:
    saving.not_saved("a", FULL)
    saving.not_saved("b", OTHERS)
    assert saving.failed == OTHERS
    saving.saved("b")
    assert saving.failed == FULL


def test_slow_saving_is_not_told_over_a_failure(footer: Footer) -> None:
    slow = HandTimer()
    saving = Saving(footer, HandClock(MORNING), slow)
    saving.saving()
    slow.ring()
    saving.not_saved("a", FULL)
    saving.saving()
    assert not slow.is_set
    assert footer.shown == ["saving", f"{FULL} choose"]


@pytest.fixture
def slow() -> Typing:
    """One letter is on its way to the database, and another was typed behind it."""
    typing = Typing(background=InlineBackground(hold=True))
    typing.autosave.changed("a")
    typing.autosave.flush()
    typing.autosave.changed("ab")
    return typing


def when_written(typing: Typing, told: list[str]) -> None:
    autosave = typing.autosave
    once_written(
        typing,
        typing.background,
        autosave.flush,
        lambda: autosave.clean,
        lambda: told.append(typing.table.kept),
        lambda: told.append("not written"),
    )


def test_what_waits_behind_a_value_being_written_is_waited_for(slow: Typing) -> None:
    told: list[str] = []
    when_written(slow, told)
    for _round in range(3):
        slow.background.release()
    assert told == ["ab"]


def test_what_can_not_be_written_is_not_waited_for_for_ever(slow: Typing) -> None:
    told: list[str] = []
    slow.table.kept = "somebody else's"
    when_written(slow, told)
    for _round in range(20):
        slow.background.release()
    assert told == ["not written"]
    assert slow.autosave.value == "ab"
