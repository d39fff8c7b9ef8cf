"""Small files are written whole or not at all."""

import errno
from pathlib import Path

import pytest

from acuchart.clinic.trouble import ChartTrouble
from acuchart.records.files import LARGEST, disk_trouble, make_folder, move, read_whole, remove, write_whole


def test_a_file_takes_the_place_of_the_one_before_and_leaves_nothing_beside(tmp_path: Path) -> None:
    path = tmp_path / "small.json"
    assert read_whole(path) is None
    write_whole(path, b"first, and longer")
    write_whole(path, b"second")
    assert read_whole(path) == b"second"
    assert [entry.name for entry in tmp_path.iterdir()] == ["small.json"]


def test_what_can_not_be_written_leaves_nothing_beside(tmp_path: Path) -> None:
    # A folder can't be replaced by a file, whoever runs the test.
    (tmp_path / "small.json").mkdir()
    with pytest.raises(ChartTrouble):
        write_whole(tmp_path / "small.json", b"content")
    assert [entry.name for entry in tmp_path.iterdir()] == ["small.json"]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "disk is full"),
        (errno.EDQUOT, "disk is full"),
        (errno.EROFS, "read-only"),
        (errno.EACCES, "read-only"),
        (errno.EIO, "could not be read or written"),
    ],
)
def test_each_fault_of_the_disk_has_its_sentence(code: int, words: str) -> None:
    assert words in disk_trouble(OSError(code, "whatever the platform says")).sentence


def test_a_missing_folder_is_trouble_and_may_be_made(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    with pytest.raises(ChartTrouble):
        write_whole(folder / "small.json", b"content")
    make_folder(folder)
    make_folder(folder)
    write_whole(folder / "small.json", b"content")


def test_a_folder_can_not_be_made_where_a_file_is(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ChartTrouble):
        make_folder(tmp_path / "file")
    with pytest.raises(ChartTrouble):
        make_folder(tmp_path / "file" / "below")


def test_a_file_far_too_large_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "large.json"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(ChartTrouble, match=r"large\.json is not a file of AcuChart"):
        read_whole(path)


def test_moving_and_removing(tmp_path: Path) -> None:
    write_whole(tmp_path / "next", b"new")
    write_whole(tmp_path / "now", b"old")
    move(tmp_path / "next", tmp_path / "now")
    assert read_whole(tmp_path / "now") == b"new"
    remove(tmp_path / "now")
    remove(tmp_path / "now")
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(ChartTrouble):
        move(tmp_path / "next", tmp_path / "now")
