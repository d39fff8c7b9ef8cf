"""Icons draw in the one colour they are given and say where they come from."""

from xml.etree import ElementTree

import pytest

from acuchart.resources import resource

OWN = "acuchart"
ICONS = sorted(file.stem for file in resource("icons").glob("*.svg"))
SHAPE = "{http://www.w3.org/2000/svg}svg"


@pytest.mark.parametrize("name", [name for name in ICONS if name != OWN])
def test_an_icon_takes_the_colour_it_is_given(name: str) -> None:
    drawing = ElementTree.fromstring(resource("icons", f"{name}.svg").read_text(encoding="utf-8"))  # noqa: S314  # our own file
    assert drawing.tag == SHAPE
    assert drawing.get("viewBox") == "0 0 24 24"
    assert drawing.get("stroke") == "currentColor"


def test_the_mark_of_acuchart_is_there() -> None:
    drawing = ElementTree.fromstring(resource("icons", f"{OWN}.svg").read_text(encoding="utf-8"))  # noqa: S314  # our own file
    assert drawing.get("viewBox") == "0 0 48 48"


def test_a_missing_icon_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"icons/no-such-icon\.svg"):
        resource("icons", "no-such-icon.svg")
