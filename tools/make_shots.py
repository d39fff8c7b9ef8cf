"""A picture of every screen, light and dark: the demonstration day, once in each theme.

Usage: python -m tools.make_shots build/shots
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

THEMES = ("light", "dark")


def main(target: Path) -> None:
    """Fills the folder with files such as ``02-today-dark.png``; what was in it before is gone."""
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    for theme in THEMES:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name, "demo")
            command = [sys.executable, "-m", "acuchart", "demo", str(folder), "--theme", theme]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            for picture in sorted((folder / "out" / "screens").glob("*.png")):
                shutil.copy(picture, target / f"{picture.stem}-{theme}.png")
    print(f"{len(list(target.iterdir()))} pictures in {target}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
