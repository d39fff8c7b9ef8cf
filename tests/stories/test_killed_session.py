"""Killed at random moments, with the clock moved or not: no needle, second or state of a session is lost."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import settings

HARDER = settings().max_examples > 100
KILLS = 500 if HARDER else 6
ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a life is a forked process")
@pytest.mark.parametrize("moved", [False, True])
def test_nothing_told_is_lost(tmp_path: Path, moved: bool) -> None:
    """In a process of its own, which has no thread yet and may be forked."""
    command = [sys.executable, "-m", "tests.stories.practice.mortal", str(tmp_path / "clinic"), str(KILLS)]
    command += [str(os.getpid() if HARDER else 7), *(["moved"] if moved else [])]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=3600)
    assert done.returncode == 0, done.stderr
    assert f"{KILLS} kills" in done.stdout
