"""Makes the fonts in resources/fonts from the packages their authors publish.

Inter and Inter Display come from the npm package inter-ui (OFL), whose web fonts have TrueType outlines; the
feature sets AcuChart does not use are left out. Droid Sans Fallback comes from the Debian package
fonts-droid-fallback (Apache-2.0) as it is. Letters of other scripts come from fonts-noto-core and fonts-nanum
(OFL), without the optional ligatures, which add vowel signs nobody typed. The same packages give the same
bytes.

Usage: python -m tools.make_fonts resources/fonts
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from string import digits

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from acuchart.documents.scripts import SCRIPTS

INTER_PACKAGE = "inter-ui@4.1.1"
DROID_PACKAGE = "fonts-droid-fallback"
SCRIPT_PACKAGES = {"fonts-noto-core": "NOTO-LICENSE.txt", "fonts-nanum": "NANUM-LICENSE.txt"}
INTER_FILES = {
    "web/Inter-Regular.woff2": "Inter-Regular.ttf",
    "web/Inter-Medium.woff2": "Inter-Medium.ttf",
    "web/Inter-SemiBold.woff2": "Inter-SemiBold.ttf",
    "display/InterDisplay-Medium.woff2": "InterDisplay-Medium.ttf",
    "display/InterDisplay-SemiBold.woff2": "InterDisplay-SemiBold.ttf",
}
OPTIONAL = {"dlig"}
FEATURES = ["calt", "case", "ccmp", "frac", "kern", "locl", "mark", "mkmk", "pnum", "tnum", "zero"]


def make_inter(folder: Path, target: Path) -> None:
    """Unpacks the weights in use, every character kept."""
    options = ["--silent", "--no-audit", "--no-fund", "--ignore-scripts"]
    subprocess.run(["npm", "install", *options, INTER_PACKAGE], cwd=folder, check=True)
    package = folder / "node_modules" / "inter-ui"
    for source, name in INTER_FILES.items():
        font = TTFont(package / source, recalcTimestamp=False)
        _figures_alone(font)
        subsetter = Subsetter(Options(layout_features=FEATURES, name_IDs=["*"], notdef_outline=True))
        subsetter.populate(unicodes=font.getBestCmap())
        subsetter.subset(font)
        font.flavor = None
        font.save(target / name)
    shutil.copy(package / "LICENSE.txt", target / "INTER-LICENSE.txt")


def _figures_alone(font: TTFont) -> None:
    """Tabular are the ten figures: hyphens, spaces and brackets keep the width they have in a word."""
    figures = {font.getBestCmap()[ord(figure)] for figure in digits}
    table = font["GSUB"].table
    tabular = (record.Feature for record in table.FeatureList.FeatureRecord if record.FeatureTag == "tnum")
    for place in {place for feature in tabular for place in feature.LookupListIndex}:
        for part in table.LookupList.Lookup[place].SubTable:
            mapping = getattr(part, "ExtSubTable", part).mapping
            for glyph in mapping.keys() - figures:
                del mapping[glyph]


def make_droid(folder: Path, target: Path) -> None:
    """Takes the font with the hanzi out of its package, with its licence."""
    shared = _unpacked(folder, DROID_PACKAGE)
    shutil.copy(shared / "fonts" / "truetype" / "droid" / "DroidSansFallbackFull.ttf", target)
    shutil.copy(shared / "doc" / DROID_PACKAGE / "copyright", target / "DROID-LICENSE.txt")


def make_scripts(folder: Path, target: Path) -> None:
    """Takes one font for each further script, with every letter and without optional ligatures."""
    found: dict[str, Path] = {}
    for package, licence in SCRIPT_PACKAGES.items():
        shared = _unpacked(folder, package)
        shutil.copy(shared / "doc" / package / "copyright", target / licence)
        found |= {path.name: path for path in (shared / "fonts" / "truetype").rglob("*.ttf")}
    for script in SCRIPTS:
        _without_optional(found[script.file], target / script.file)


def _without_optional(source: Path, target: Path) -> None:
    font = TTFont(source, recalcTimestamp=False)
    if not OPTIONAL & {*_features(font)}:
        # Unchanged, as a changed font may not keep a name its authors reserve.
        shutil.copy(source, target)
        return
    features = sorted({*_features(font)} - OPTIONAL)
    subsetter = Subsetter(Options(layout_features=features, name_IDs=["*"], notdef_outline=True))
    subsetter.populate(unicodes=font.getBestCmap())
    subsetter.subset(font)
    font.save(target)


def _features(font: TTFont) -> list[str]:
    tables = [font[tag].table for tag in ("GSUB", "GPOS") if tag in font]
    return [record.FeatureTag for table in tables for record in table.FeatureList.FeatureRecord]


def _unpacked(folder: Path, package: str) -> Path:
    """The shared files of a Debian package."""
    subprocess.run(["apt-get", "-qq", "download", package], cwd=folder, check=True)
    (archive,) = folder.glob(f"{package}_*.deb")
    subprocess.run(["dpkg-deb", "-x", archive, folder / package], check=True)
    return folder / package / "usr" / "share"


def main(target: Path) -> None:
    """Fills the folder."""
    with tempfile.TemporaryDirectory() as name:
        make_inter(Path(name), target)
        make_droid(Path(name), target)
        make_scripts(Path(name), target)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
