"""What is installed is whole: the package, and every file it reads."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from acuchart import __version__
from tests.helpers.source import ROOT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return folder / f"acuchart-{__version__}-py3-none-any.whl"


def test_a_wheel_carries_every_resource(wheel: Path) -> None:
    carried = {name for name in zipfile.ZipFile(wheel).namelist() if name.startswith("acuchart/_resources/")}
    ours = [path for path in (ROOT / "resources").rglob("*") if path.is_file() and path.name != ".gitkeep"]
    assert carried == {
        f"acuchart/_resources/{path.relative_to(ROOT / 'resources').as_posix()}" for path in ours
    }


def test_an_installed_wheel_finds_its_resources(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path)
    script = "from acuchart.resources import resource; print(resource('styles', 'tokens.json'))"
    found = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, check=True, capture_output=True, text=True
    )
    assert Path(found.stdout.strip()) == tmp_path / "acuchart" / "_resources" / "styles" / "tokens.json"


def test_a_wheel_has_a_command(wheel: Path) -> None:
    entries = zipfile.ZipFile(wheel).read(f"acuchart-{__version__}.dist-info/entry_points.txt").decode()
    assert "acuchart = acuchart.__main__:main" in entries
