"""The doorway to background work, on real threads."""

import threading
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from acuchart.clinic.trouble import ChartTrouble
from acuchart.screens.shell.background import Background, Lane
from acuchart.screens.shell.qt_background import QtBackground
from tests.helpers.inline_background import InlineBackground

WAIT_MS = 20_000


@pytest.fixture
def background(qapp: object) -> Iterator[QtBackground]:
    made = QtBackground()
    yield made
    made.close()


class Owner:
    """A presenter: a plain object that Qt does not know."""


def test_a_result_comes_back_on_the_thread_of_the_window(background: QtBackground, qtbot: QtBot) -> None:
    owner, seen = QObject(), list[tuple[int, bool]]()
    worker = list[threading.Thread]()

    def job() -> int:
        worker.append(threading.current_thread())
        return 7

    background.run(
        owner, job, lambda n: seen.append((n, threading.current_thread() is threading.main_thread()))
    )
    qtbot.waitUntil(lambda: bool(seen), timeout=WAIT_MS)
    assert seen == [(7, True)]
    assert worker[0] is not threading.main_thread()


def test_jobs_of_one_lane_keep_their_order_and_thread(background: QtBackground, qtbot: QtBot) -> None:
    owner, threads, seen = QObject(), set[str](), list[int]()
    for n in range(50):

        def job(n: int = n) -> int:
            threads.add(threading.current_thread().name)
            return n

        background.run(owner, job, seen.append)
    qtbot.waitUntil(lambda: len(seen) == 50, timeout=WAIT_MS)
    assert seen == list(range(50))
    assert len(threads) == 1


def test_slow_work_aside_does_not_hold_up_the_records(background: QtBackground, qtbot: QtBot) -> None:
    owner, gate, seen = QObject(), threading.Event(), list[str]()
    background.run(owner, lambda: gate.wait(WAIT_MS / 1000), lambda _: seen.append("aside"), lane=Lane.ASIDE)
    background.run(owner, lambda: "records", seen.append)
    qtbot.waitUntil(lambda: seen == ["records"], timeout=WAIT_MS)
    gate.set()
    qtbot.waitUntil(lambda: seen == ["records", "aside"], timeout=WAIT_MS)


def test_nothing_reaches_a_widget_that_qt_has_deleted(background: QtBackground, qtbot: QtBot) -> None:
    owner, other, seen = QObject(), QObject(), list[str]()
    gate = threading.Event()
    background.run(owner, lambda: gate.wait(WAIT_MS / 1000), lambda _: seen.append("gone"))
    background.run(other, lambda: "here", seen.append)
    delete(owner)
    gate.set()
    qtbot.waitUntil(lambda: bool(seen), timeout=WAIT_MS)
    assert seen == ["here"]


def test_nothing_reaches_a_presenter_that_python_has_dropped(background: QtBackground, qtbot: QtBot) -> None:
    owner, other, seen = Owner(), QObject(), list[str]()
    gate = threading.Event()
    background.run(owner, lambda: gate.wait(WAIT_MS / 1000), lambda _: seen.append("gone"))
    background.run(other, lambda: "here", seen.append)
    del owner
    gate.set()
    qtbot.waitUntil(lambda: bool(seen), timeout=WAIT_MS)
    assert seen == ["here"]


def _refuse() -> None:
    raise ChartTrouble("Choose another file.")


def _break() -> None:
    raise KeyError("a bug")


def test_a_trouble_goes_to_who_asked(background: QtBackground, qtbot: QtBot) -> None:
    owner, seen = QObject(), list[str]()
    background.on_trouble = lambda trouble: seen.append("hook")
    background.run(owner, _refuse, otherwise=lambda trouble: seen.append(trouble.sentence))
    qtbot.waitUntil(lambda: bool(seen), timeout=WAIT_MS)
    assert seen == ["Choose another file."]


def test_a_trouble_nobody_answers_goes_to_the_shell(background: QtBackground, qtbot: QtBot) -> None:
    owner, seen = QObject(), list[ChartTrouble]()
    background.on_trouble = seen.append
    background.run(owner, _refuse)
    qtbot.waitUntil(lambda: bool(seen), timeout=WAIT_MS)
    assert seen[0].sentence == "Choose another file."


def test_a_bug_goes_to_the_shell_even_when_a_trouble_is_awaited(
    background: QtBackground, qtbot: QtBot
) -> None:
    owner, bugs, troubles = QObject(), list[BaseException](), list[ChartTrouble]()
    background.on_bug = bugs.append
    background.run(owner, _break, otherwise=troubles.append)
    qtbot.waitUntil(lambda: bool(bugs), timeout=WAIT_MS)
    assert isinstance(bugs[0], KeyError)
    assert troubles == []


def test_the_lane_goes_on_after_a_bug(background: QtBackground, qtbot: QtBot) -> None:
    owner, bugs, seen = QObject(), list[BaseException](), list[int]()
    background.on_bug = bugs.append
    background.run(owner, _break)
    background.run(owner, lambda: 1, seen.append)
    qtbot.waitUntil(lambda: seen == [1], timeout=WAIT_MS)
    assert len(bugs) == 1


def test_a_cancelled_job_that_has_not_begun_is_not_done(background: QtBackground, qtbot: QtBot) -> None:
    owner, gate, done, seen = QObject(), threading.Event(), list[str](), list[object]()
    background.run(owner, lambda: gate.wait(WAIT_MS / 1000))
    ticket = background.run(owner, lambda: done.append("done"), seen.append)
    background.run(owner, lambda: "last", seen.append)
    ticket.cancel()
    gate.set()
    qtbot.waitUntil(lambda: seen == ["last"], timeout=WAIT_MS)
    assert done == []
    assert ticket.done


def test_busy_is_said_only_after_a_while_and_taken_back(background: QtBackground, qtbot: QtBot) -> None:
    owner, gate = QObject(), threading.Event()
    with qtbot.waitSignal(background.busy_changed, timeout=WAIT_MS) as said:
        background.run(owner, lambda: gate.wait(WAIT_MS / 1000))
        assert not background.busy
    assert said.args == [True]
    with qtbot.waitSignal(background.busy_changed, timeout=WAIT_MS) as taken_back:
        gate.set()
    assert taken_back.args == [False]


def test_work_aside_is_not_saving(background: QtBackground) -> None:
    owner, gate = QObject(), threading.Event()
    background.run(owner, lambda: gate.wait(WAIT_MS / 1000), lane=Lane.ASIDE)
    timer = background.findChild(QTimer)
    assert timer is not None
    assert not timer.isActive()
    gate.set()


def test_progress_is_told_on_the_thread_of_the_window(background: QtBackground, qtbot: QtBot) -> None:
    owner, seen = QObject(), list[bool]()

    def job() -> None:
        background.post(owner, lambda: seen.append(threading.current_thread() is threading.main_thread()))

    background.run(owner, job, lane=Lane.ASIDE)
    qtbot.waitUntil(lambda: bool(seen), timeout=WAIT_MS)
    assert seen == [True]


def test_closing_finishes_what_was_handed_in_and_refuses_more(qapp: object) -> None:
    background, owner, done = QtBackground(), QObject(), list[int]()
    for n in range(20):
        background.run(owner, partial(done.append, n))
    background.close()
    assert done == list(range(20))
    with pytest.raises(RuntimeError, match="closing"):
        background.run(owner, lambda: None)


def test_the_inline_doorway_answers_like_the_real_one() -> None:
    inline: Background = InlineBackground()
    owner, seen = Owner(), list[object]()
    inline.run(owner, lambda: 3, seen.append)
    inline.run(owner, _refuse, seen.append, lambda trouble: seen.append(trouble.sentence))
    assert seen == [3, "Choose another file."]
    with pytest.raises(KeyError):
        inline.run(owner, _break)


def test_the_inline_doorway_can_hold_work_back() -> None:
    inline = InlineBackground(hold=True)
    owner, other, seen = Owner(), Owner(), list[int]()
    inline.run(owner, lambda: 1, seen.append)
    inline.run(other, lambda: 2, seen.append).cancel()
    del owner
    inline.run(other, lambda: 3, seen.append)
    assert seen == []
    inline.release()
    assert seen == [3]


def test_who_handed_a_job_in_lets_go_before_its_mistake_is_reported(
    background: QtBackground, qtbot: QtBot
) -> None:
    owner, heard = Owner(), list[str]()
    background.on_bug = lambda _error: heard.append("reported")

    def mistaken() -> int:
        return 1 // 0

    background.run(owner, mistaken, broken=lambda: heard.append("let go"))
    qtbot.waitUntil(lambda: "reported" in heard, timeout=WAIT_MS)
    assert heard == ["let go", "reported"]
