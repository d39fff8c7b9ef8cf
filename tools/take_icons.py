"""Takes the icons the screens use out of Lucide (npm package lucide-static, ISC licence) into resources/icons.

Usage: python -m tools.take_icons resources/icons
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

PACKAGE = "lucide-static@1.62.0"

NAMES = """
accessibility activity archive arrow-down arrow-left arrow-right arrow-up arrow-up-down baby badge-check bandage bed
bell bell-off bell-ring bone bookmark bookmark-plus brain building-2 calendar calendar-check calendar-clock
calendar-days check check-check chevron-down chevron-left chevron-right chevron-up circle circle-alert circle-check
circle-dot circle-question-mark circle-minus circle-plus circle-x clipboard-check clipboard-list clock copy database door-open
download droplet droplets ear ellipsis eraser eye eye-off file file-check file-pen file-plus file-text flame folder
folder-open footprints git-compare-arrows grip-vertical hand hard-drive heart-pulse history hospital house id-card
image info key keyboard languages layers link link-2-off list list-checks lock lock-open log-out mail map map-pin
maximize message-circle minus monitor moon move octagon-alert palette panel-right pause pencil pencil-line
phone pill play plus printer printer-check redo-2 refresh-cw rotate-ccw rotate-cw save scale scan search send
settings shield shield-alert shield-check shield-plus signature snowflake square star stethoscope sun
syringe table target tag thermometer timer timer-off timer-reset trash-2 trending-down trending-up triangle-alert
type undo-2 user user-check user-cog user-plus user-round user-search users volume-2 volume-x wind x zap zoom-in
zoom-out
""".split()


def main(target: Path) -> None:
    """Fills the folder; a name Lucide does not have ends the run."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            ["npm", "install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts", PACKAGE],
            cwd=folder,
            check=True,
        )
        lucide = Path(folder, "node_modules", "lucide-static")
        shutil.copy(lucide / "LICENSE", target / "LUCIDE-LICENSE.txt")
        for name in NAMES:
            shutil.copy(lucide / "icons" / f"{name}.svg", target / f"{name}.svg")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
