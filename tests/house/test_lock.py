"""The locked requirements: exact versions, hashes, no addresses, and all that the project asks for."""

import re
import tomllib
from pathlib import Path

import pytest

from tests.helpers.source import ROOT

LOCKS = (ROOT / "requirements.txt", ROOT / "requirements-dev.txt")
PINNED = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)", re.MULTILINE)


def _pins(lock: Path) -> dict[str, str]:
    return {_plain(name): version for name, version in PINNED.findall(lock.read_text(encoding="utf-8"))}


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _asked_for(extra: str | None = None) -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = project["optional-dependencies"][extra] if extra else project["dependencies"]
    return {_plain(re.split(r"[<>=!~;\[ ]", line, maxsplit=1)[0]) for line in lines}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_names_no_host(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    assert "://" not in text
    assert (
        re.search(r"^\s*(-i|-f|--index-url|--extra-index-url|--find-links|--trusted-host)\b", text, re.M)
        is None
    )


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_requirement_is_pinned_with_hashes(lock: Path) -> None:
    entries = [entry for entry in re.split(r"\n(?=\S)", lock.read_text(encoding="utf-8").strip()) if entry]
    assert len(entries) > 15
    for entry in entries:
        assert PINNED.match(entry), entry
        assert "--hash=sha256:" in entry, entry


def test_the_locks_hold_what_the_project_asks_for() -> None:
    run_time, development = (_pins(lock) for lock in LOCKS)
    assert _asked_for() <= run_time.keys()
    assert _asked_for("dev") <= development.keys()
    assert run_time.items() <= development.items()


def test_qt_is_a_release_that_keeps_its_references() -> None:
    assert _pins(LOCKS[0])["pyside6-essentials"] == "6.11.3"
