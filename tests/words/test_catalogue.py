from pathlib import Path

import pytest

from tools import make_words

SOURCE = """
title = N_("Rooms")

def shown(n):
    plain = "plain"
    return _("Lock"), ngettext("{n} needle", "{n} needles", n), pgettext("side", "Right")
"""


@pytest.fixture
def package(tmp_path: Path) -> Path:
    folder = tmp_path / "clinic"
    folder.mkdir()
    (folder / "rooms.py").write_text(SOURCE, encoding="utf-8")
    return folder


def test_every_way_of_marking_a_message_is_known(package: Path) -> None:
    assert make_words.messages(make_words.extract(package)) == {
        ("Rooms", None),
        ("Lock", None),
        (("{n} needle", "{n} needles"), None),
        ("Right", "side"),
    }


def test_a_message_says_where_it_stands(package: Path) -> None:
    message = make_words.extract(package)["Lock"]
    assert [place for place, _line in message.locations] == ["clinic/rooms.py"]


def test_a_template_that_lacks_a_message_is_behind(package: Path, tmp_path: Path) -> None:
    template = tmp_path / "acuchart.pot"
    source = make_words.extract(package)
    make_words.write(source, template)
    assert make_words.messages(make_words.read(template)) == make_words.messages(source)
    (package / "more.py").write_text('_("Unlock")\n', encoding="utf-8")
    assert make_words.messages(make_words.read(template)) != make_words.messages(make_words.extract(package))
