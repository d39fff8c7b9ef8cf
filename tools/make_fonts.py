"""Makes the fonts in resources/fonts from the packages their authors publish.

Inter and Inter Display come from the npm package inter-ui (OFL), whose web fonts have TrueType outlines; the
feature sets AcuChart does not use are left out. Droid Sans Fallback comes from the Debian package
fonts-droid-fallback (Apache-2.0) as it is. The same packages give the same bytes.

Usage: python -m tools.make_fonts resources/fonts
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

INTER_PACKAGE = "inter-ui@4.1.1"
DROID_PACKAGE = "fonts-droid-fallback"
INTER_FILES = {
    "web/Inter-Regular.woff2": "Inter-Regular.ttf",
    "web/Inter-Medium.woff2": "Inter-Medium.ttf",
    "web/Inter-SemiBold.woff2": "Inter-SemiBold.ttf",
    "display/InterDisplay-Medium.woff2": "InterDisplay-Medium.ttf",
    "display/InterDisplay-SemiBold.woff2": "InterDisplay-SemiBold.ttf",
}
FEATURES = ["calt", "case", "ccmp", "frac", "kern", "locl", "mark", "mkmk", "pnum", "tnum", "zero"]


def make_inter(folder: Path, target: Path) -> None:
    """Unpacks the weights in use, every character kept."""
    options = ["--silent", "--no-audit", "--no-fund", "--ignore-scripts"]
    subprocess.run(["npm", "install", *options, INTER_PACKAGE], cwd=folder, check=True)
    package = folder / "node_modules" / "inter-ui"
    for source, name in INTER_FILES.items():
        font = TTFont(package / source, recalcTimestamp=False)
        subsetter = Subsetter(Options(layout_features=FEATURES, name_IDs=["*"], notdef_outline=True))
        subsetter.populate(unicodes=font.getBestCmap())
        subsetter.subset(font)
        font.flavor = None
        font.save(target / name)
    shutil.copy(package / "LICENSE.txt", target / "INTER-LICENSE.txt")


def make_droid(folder: Path, target: Path) -> None:
    """Takes the font with the hanzi out of its package, with its licence."""
    subprocess.run(["apt-get", "-qq", "download", DROID_PACKAGE], cwd=folder, check=True)
    (package,) = folder.glob(f"{DROID_PACKAGE}_*.deb")
    subprocess.run(["dpkg-deb", "-x", package, folder / "droid"], check=True)
    shared = folder / "droid" / "usr" / "share"
    shutil.copy(shared / "fonts" / "truetype" / "droid" / "DroidSansFallbackFull.ttf", target)
    shutil.copy(shared / "doc" / DROID_PACKAGE / "copyright", target / "DROID-LICENSE.txt")


def main(target: Path) -> None:
    """Fills the folder."""
    with tempfile.TemporaryDirectory() as name:
        make_inter(Path(name), target)
        make_droid(Path(name), target)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
