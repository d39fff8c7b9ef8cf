"""A mistake is written down by its place in the program, never by what a patient said."""

import stat
from pathlib import Path

from acuchart.clinic.clock import HandClock
from acuchart.screens.shell.bug_log import BugLog
from tests.helpers.records import MORNING


def a_mistake() -> ValueError:
    try:
        try:
            raise KeyError("Mara Ellison")
        except KeyError as first:
            raise ValueError("knee pain of Mara Ellison") from first
    except ValueError as error:
        return error


def test_the_report_has_its_number_kind_and_place(tmp_path: Path) -> None:
    log = BugLog(tmp_path / "logs", HandClock(MORNING))
    number = log.report(a_mistake())
    text = log.file.read_text(encoding="utf-8")
    assert number in text
    assert "builtins.ValueError" in text
    assert "builtins.KeyError" in text
    assert "test_bug_log.py" in text


def test_no_word_of_the_error_is_written(tmp_path: Path) -> None:
    log = BugLog(tmp_path / "logs", HandClock(MORNING))
    log.report(a_mistake())
    assert "Mara" not in log.file.read_text(encoding="utf-8")
    assert "knee" not in log.file.read_text(encoding="utf-8")


def test_no_name_of_a_home_folder_is_written(tmp_path: Path) -> None:
    log = BugLog(tmp_path / "logs", HandClock(MORNING))
    log.report(a_mistake())
    assert str(Path(__file__).parent.parent.parent) not in log.file.read_text(encoding="utf-8")


def test_a_folder_that_cant_be_written_makes_no_second_mistake(tmp_path: Path) -> None:
    blocked = tmp_path / "logs"
    blocked.write_text("a file, not a folder")
    assert BugLog(blocked, HandClock(MORNING)).report(a_mistake())


def test_old_reports_make_room_for_new_ones(tmp_path: Path) -> None:
    log = BugLog(tmp_path / "logs", HandClock(MORNING))
    for _number in range(12):
        log.note("x" * 200_000)
    files = list((tmp_path / "logs").iterdir())
    assert 1 < len(files) <= 5
    assert sum(file.stat().st_size for file in files) < 3_500_000


def test_only_the_owner_of_the_pc_account_may_look_in(tmp_path: Path) -> None:
    log = BugLog(tmp_path / "logs", HandClock(MORNING))
    log.note("start")
    assert stat.S_IMODE((tmp_path / "logs").stat().st_mode) & 0o077 == 0
