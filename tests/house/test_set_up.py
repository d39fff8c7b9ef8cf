"""The set-up says what is missing in one command where it may not install it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.source import ROOT

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="system libraries are a matter of Linux")

SCRIPT = ROOT / "tools" / "system_libraries.sh"


def _stand_in(folder: Path, name: str, body: str) -> None:
    program = folder / name
    program.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    program.chmod(0o755)


def _run(folder: Path) -> subprocess.CompletedProcess[str]:
    path = {**os.environ, "PATH": f"{folder}:{os.environ['PATH']}"}
    return subprocess.run([SCRIPT, sys.executable], env=path, capture_output=True, text=True, check=False)


@pytest.fixture
def nobody_in_particular(tmp_path: Path) -> Path:
    """A machine without Qt's libraries, and a person who may not install any."""
    _stand_in(tmp_path, "ldconfig", "exit 0")
    _stand_in(tmp_path, "id", "echo 1000")
    _stand_in(tmp_path, "sudo", "exit 1")
    _stand_in(tmp_path, "apt-get", f"touch {tmp_path}/installed")
    return tmp_path


def test_a_machine_that_has_everything_is_left_alone(tmp_path: Path) -> None:
    _stand_in(tmp_path, "apt-get", f"touch {tmp_path}/installed")
    assert _run(tmp_path).stdout == ""
    assert not (tmp_path / "installed").exists()


def test_who_may_not_install_is_told_the_command(nobody_in_particular: Path) -> None:
    done = _run(nobody_in_particular)
    assert done.returncode == 1
    assert "Please run: sudo apt-get install libglib2.0-0 libegl1 " in done.stdout
    assert "libxcb-cursor0" in done.stdout
    assert not (nobody_in_particular / "installed").exists()


def test_what_only_windows_need_does_not_stop_the_set_up(nobody_in_particular: Path) -> None:
    needed = SCRIPT.read_text(encoding="utf-8").split("needed='")[1].split("'")[0].split()[::2]
    lines = "\n".join(f"{library} (libc6) => /lib/{library}" for library in needed)
    _stand_in(nobody_in_particular, "ldconfig", f"cat <<'E'\n{lines}\nE")
    done = _run(nobody_in_particular)
    assert done.returncode == 0
    assert "libegl1" not in done.stdout
    assert "libxcb-cursor0" in done.stdout


def test_who_may_install_does(nobody_in_particular: Path) -> None:
    _stand_in(nobody_in_particular, "id", "echo 0")
    assert _run(nobody_in_particular).returncode == 0
    assert (nobody_in_particular / "installed").exists()
