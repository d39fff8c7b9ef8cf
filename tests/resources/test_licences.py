"""Whoever takes AcuChart apart finds under which licence each part stands."""

import re

import pytest

from acuchart.resources import resource, resources_folder

FOLDERS = sorted(path.name for path in resources_folder().iterdir() if path.is_dir())


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_list_of_licences_names_every_folder(folder: str) -> None:
    named = re.findall(r"^\| `([a-z]+)/`", resource("LICENCES.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert folder in named


@pytest.mark.parametrize(
    ("licence", "words"),
    [
        (("fonts", "INTER-LICENSE.txt"), "SIL Open Font License, Version 1.1"),
        (("fonts", "DROID-LICENSE.txt"), "Apache License, Version 2.0"),
        (("icons", "LUCIDE-LICENSE.txt"), "ISC License"),
    ],
)
def test_the_licences_of_others_lie_beside_their_work(licence: tuple[str, ...], words: str) -> None:
    assert words in resource(*licence).read_text(encoding="utf-8")
