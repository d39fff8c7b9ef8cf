"""Takes icons out of Lucide (npm package lucide-static, ISC licence).

Refreshes those that are there and adds those that are named:
python -m tools.take_icons resources/icons [NAME ...]
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

PACKAGE = "lucide-static@1.62.0"
OWN = {"acuchart"}


def main(target: Path, *added: str) -> None:
    """Fills the folder; a name that Lucide does not have ends the run."""
    names = ({file.stem for file in target.glob("*.svg")} - OWN) | set(added)
    options = ["--silent", "--no-audit", "--no-fund", "--ignore-scripts"]
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["npm", "install", *options, PACKAGE], cwd=folder, check=True)
        lucide = Path(folder, "node_modules", "lucide-static")
        shutil.copy(lucide / "LICENSE", target / "LUCIDE-LICENSE.txt")
        for name in sorted(names):
            shutil.copy(lucide / "icons" / f"{name}.svg", target / f"{name}.svg")


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
