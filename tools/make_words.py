"""Brings the catalogue of texts up to date with the source, and every translation with the catalogue.

Usage: python -m tools.make_words [--check]
With --check nothing is written, and the run fails when the template is behind the source.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from acuchart import __version__
from acuchart.words import DOMAIN

ROOT = Path(__file__).resolve().parents[1]
LOCALE = ROOT / "resources" / "locale"
HEADER = "# The texts of AcuChart, in the order of the alphabet; a translation starts from this file."
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}


def extract(package: Path) -> Catalog:
    """Every message of the package, with the files it stands in."""
    catalog = Catalog(project="AcuChart", version=__version__, header_comment=HEADER)
    found = extract_from_dir(
        package, method_map=[("**.py", "python")], keywords=KEYWORDS, comment_tags=("Translators:",)
    )
    for place, _line, message, comments, context in found:
        where = [((package.name / Path(place)).as_posix(), 0)]
        catalog.add(message, locations=where, auto_comments=comments, context=context)
    return catalog


def messages(catalog: Catalog) -> set[object]:
    """What a catalogue holds, whatever its order and its dates."""
    return {(message.id, message.context) for message in catalog if message.id}


def template() -> Path:
    """The file translators start from."""
    return LOCALE / f"{DOMAIN}.pot"


def read(path: Path) -> Catalog:
    """A catalogue from its file, empty when there is none."""
    if not path.exists():
        return Catalog()
    with path.open("rb") as file:
        return read_po(file)


def write(catalog: Catalog, path: Path) -> None:
    """A catalogue to its file, in an order that hardly changes."""
    with path.open("wb") as file:
        write_po(file, catalog, width=100, sort_output=True, include_lineno=False)


def translations() -> Iterator[Path]:
    """The catalogues of other languages."""
    yield from sorted(LOCALE.glob(f"*/LC_MESSAGES/{DOMAIN}.po"))


def update(source: Catalog) -> None:
    """Writes the template, and every translation with its compiled form."""
    write(source, template())
    for path in translations():
        translated = read(path)
        translated.update(source)
        write(translated, path)
        with path.with_suffix(".mo").open("wb") as file:
            write_mo(file, translated)


def main(*options: str) -> int:
    """0 when the template is up to date or was written, 1 when a check finds it behind."""
    source = extract(ROOT / "acuchart")
    current = messages(source) == messages(read(template()))
    if "--check" in options:
        if not current:
            print("resources/locale is behind the source: run make words")
        return 0 if current else 1
    if not current:
        update(source)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
