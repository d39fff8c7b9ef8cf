"""A paper is written whole into the file somebody chose, or nothing is touched."""

import errno
import os
from pathlib import Path

import pytest

from acuchart.clinic.trouble import ChartTrouble
from acuchart.documents.handing_over import write_paper


def test_it_takes_the_place_of_the_one_before_and_is_private(tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(b"old and longer")
    write_paper(b"new", path)
    assert path.read_bytes() == b"new"
    assert [file.name for file in tmp_path.iterdir()] == ["plan.pdf"]
    assert os.name == "nt" or path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("where", ["nowhere/plan.pdf", "taken", "a-file/plan.pdf", "x" * 300])
def test_where_it_cannot_be_written_is_said_and_nothing_stays(tmp_path: Path, where: str) -> None:
    (tmp_path / "taken").mkdir()
    (tmp_path / "a-file").write_text("x")
    with pytest.raises(ChartTrouble, match="can't be written there"):
        write_paper(b"new", tmp_path / where)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a-file", "taken"]


def test_a_full_disk_leaves_the_paper_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(b"old")

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "no space")

    monkeypatch.setattr("acuchart.documents.handing_over.os.fsync", full)
    with pytest.raises(ChartTrouble, match="disk is full"):
        write_paper(b"new", path)
    assert path.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["plan.pdf"]
