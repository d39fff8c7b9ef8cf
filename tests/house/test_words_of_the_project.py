"""Nothing half-finished, no path of one machine and no registry is written anywhere."""

import re
from pathlib import Path

import pytest

from tests.helpers.source import ROOT

FOLDERS = ("acuchart", "tests", "tools", ".ci", "resources")
READABLE = {
    ".py",
    ".md",
    ".toml",
    ".txt",
    ".sh",
    ".json",
    ".csv",
    ".qss",
    ".svg",
    ".pot",
    ".po",
    ".mako",
    ".ini",
}

# Each is written so that this page does not hold what it looks for.
FORBIDDEN = (
    r"[T]ODO|[F]IXME|[X]XX\b|[H]ACK\b",
    r"[l]orem ipsum",
    r"/[w]ork/|/[r]oot/|/[t]mp/\w|/home/[a]\w|C:\\[U]sers",
    r"[p]ypi\.org|[p]ythonhosted|[n]pmjs\.|deb\.[d]ebian\.org",
    r"[C]laude|[C]hatGPT|[C]opilot|[l]anguage model|[L]LM\b",
)


def _files() -> list[Path]:
    # In a second work tree `.git` is a file, which git writes.
    top = [path for path in ROOT.iterdir() if path.is_file() and path.name != ".git"]
    found = [path for path in top if path.suffix in READABLE | {""}]
    for folder in FOLDERS:
        found += [path for path in (ROOT / folder).rglob("*") if path.is_file() and _is_read(path)]
    return found


def _is_read(path: Path) -> bool:
    return "__pycache__" not in path.parts and (path.suffix in READABLE or path.parent.name == ".ci")


@pytest.mark.parametrize("words", FORBIDDEN)
def test_the_project_is_free_of(words: str) -> None:
    pattern = re.compile(words)
    files = _files()
    assert len(files) > 50
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in files
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if pattern.search(line)
    ]
    assert found == []
