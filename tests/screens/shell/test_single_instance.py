"""A second start brings the first window to the front."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from acuchart.screens.shell.single_instance import FrontServer, first_comes_to_front, server_name


def test_nobody_answers_where_nothing_runs(qtbot: QtBot, tmp_path: Path) -> None:
    assert not first_comes_to_front(tmp_path)


def test_the_first_is_asked(qtbot: QtBot, tmp_path: Path) -> None:
    server = FrontServer(tmp_path)
    assert server.listening
    with qtbot.waitSignal(server.asked, timeout=5000):
        assert first_comes_to_front(tmp_path)
    server.close()


def test_another_clinic_is_not(qtbot: QtBot, tmp_path: Path) -> None:
    server = FrontServer(tmp_path / "one")
    assert not first_comes_to_front(tmp_path / "two")
    server.close()


def test_the_name_tells_nothing_about_the_folder(tmp_path: Path) -> None:
    assert "clinic" not in server_name(tmp_path / "clinic of Mara")
    assert server_name(tmp_path / "." / "a") == server_name(tmp_path / "a")


def test_what_a_crash_left_behind_is_in_nobodys_way(qtbot: QtBot, tmp_path: Path) -> None:
    first = FrontServer(tmp_path)
    second = FrontServer(tmp_path)
    assert second.listening
    first.close()
    second.close()
