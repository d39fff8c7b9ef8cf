"""The rules of the house that import-linter has no words for."""

import ast

import pytest

from tests.helpers.source import Module, called, modules, reaches

# Which floor alone may import a library.
ONLY = {
    "PySide6": "acuchart.screens",
    "shiboken6": "acuchart.screens",
    "sqlalchemy": "acuchart.records",
    "sqlcipher3": "acuchart.records",
    "alembic": "acuchart.records",
    "reportlab": "acuchart.documents",
}
SHARED_ROOMS = {"shell", "parts"}
NO_ROOMS = {"utils", "util", "common", "core", "misc", "manager", "managers", "helpers"}
ABOVE_SCREENS = ("acuchart.app", "acuchart.rooms", "acuchart.demo")
CLOCK = "acuchart.clinic.clock"
READS_THE_TIME = {
    "datetime.now",
    "datetime.utcnow",
    "datetime.today",
    "date.today",
    "time.time",
    "time.monotonic",
    "QDateTime.currentDateTime",
    "QDate.currentDate",
    "QTime.currentTime",
}


def _breaches(who: list[Module], target: str) -> list[str]:
    return [f"{module.place} imports {target}" for module in who if _imports(module, target)]


def _imports(module: Module, target: str) -> bool:
    return any(reaches(name, target) for name in module.imports())


def _screen_files(word: str) -> list[Module]:
    return [module for module in modules("acuchart/screens") if word in module.path.stem]


@pytest.mark.parametrize(("library", "floor"), ONLY.items())
def test_a_library_is_known_to_one_floor_only(library: str, floor: str) -> None:
    """Those who build or work the screens from above may name what the screens are made of."""
    above = (*ABOVE_SCREENS, floor) if floor == "acuchart.screens" else (floor,)
    elsewhere = [
        module for module in modules("acuchart") if not any(reaches(module.name, one) for one in above)
    ]
    assert elsewhere
    assert _breaches(elsewhere, library) == []


def test_presenters_know_no_qt() -> None:
    assert _breaches(_screen_files("presenter"), "PySide6") == []


def test_presenters_do_not_import_views() -> None:
    breaches = [
        f"{module.place} imports {name}"
        for module in _screen_files("presenter")
        for name in module.imports()
        if reaches(name, "acuchart.screens") and name.rpartition(".")[2] == "view"
    ]
    assert breaches == []


def test_views_and_parts_know_no_use_cases() -> None:
    parts = [module for module in modules("acuchart/screens") if ".parts" in module.name]
    for floor in ("acuchart.charting", "acuchart.records"):
        assert _breaches([*_screen_files("view"), *parts], floor) == []


def test_rooms_do_not_know_one_another() -> None:
    rooms = {
        module.name.split(".")[2] for module in modules("acuchart/screens") if module.name.count(".") > 1
    }
    breaches = [
        f"{module.place} imports the room {room}"
        for module in modules("acuchart/screens")
        for room in rooms - SHARED_ROOMS
        if not reaches(module.name, f"acuchart.screens.{room}")
        and _imports(module, f"acuchart.screens.{room}")
    ]
    assert breaches == []


def test_no_room_is_called_after_nothing() -> None:
    names = {part for module in modules("acuchart") for part in module.name.split(".")}
    assert names & NO_ROOMS == set()


def test_time_comes_from_a_clock() -> None:
    breaches = [
        f"{module.place}:{node.lineno}"
        for module in modules("acuchart")
        if module.name != CLOCK
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) in READS_THE_TIME
    ]
    assert breaches == []


def test_no_test_sleeps_or_mocks() -> None:
    sleeps = [
        f"{module.place}:{node.lineno}"
        for module in modules("tests")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and called(node) in {"sleep", "qWait", "qSleep"}
    ]
    assert sleeps == []
    assert _breaches(list(modules("tests")), "unittest.mock") == []
