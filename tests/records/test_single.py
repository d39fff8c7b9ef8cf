"""A second AcuChart on the same clinic is noticed."""

import subprocess
import sys
from pathlib import Path

import pytest

from acuchart.clinic.trouble import ChartTrouble
from acuchart.records.single import AlreadyOpen, Hold

OTHER_PROGRAM = """
import sys, pathlib
from acuchart.records.single import AlreadyOpen, Hold
hold = Hold(pathlib.Path(sys.argv[1]))
try:
    hold.take()
except AlreadyOpen:
    print("taken", flush=True)
else:
    print("mine", flush=True)
    sys.stdin.read()
"""


def _other(folder: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", OTHER_PROGRAM, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def _says(program: "subprocess.Popen[str]") -> str:
    assert program.stdout is not None
    return program.stdout.readline().strip()


def test_another_program_finds_the_folder_taken(tmp_path: Path) -> None:
    with Hold(tmp_path) as hold, _other(tmp_path) as other:
        assert hold.held
        assert _says(other) == "taken"
    assert not hold.held


def test_another_program_that_was_killed_lets_the_folder_go(tmp_path: Path) -> None:
    hold = Hold(tmp_path)
    with _other(tmp_path) as other:
        assert _says(other) == "mine"
        with pytest.raises(AlreadyOpen, match="already has this clinic open"):
            hold.take()
        other.kill()
        other.wait()
    hold.take()
    hold.release()


def test_two_windows_of_one_program_take_turns(tmp_path: Path) -> None:
    with Hold(tmp_path), pytest.raises(AlreadyOpen):
        Hold(tmp_path).take()
    with Hold(tmp_path):
        pass


def test_a_folder_that_can_not_be_is_trouble(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ChartTrouble):
        Hold(tmp_path / "file" / "clinic").take()
