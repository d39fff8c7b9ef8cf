"""What is told of a code that is not there: the sentence can be read, however many points lie near."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from acuchart.screens.parts.field import ErrorLine
from acuchart.screens.points.entry_box import EntryBox
from acuchart.screens.points.lines import NotRead

NEAR = ("ST45", "ST36", "ST4", "ST6", "ST44")
SENTENCE = "There is no ST46. The last point of this channel is number 45."


@pytest.fixture
def box(qapp: QApplication) -> Iterator[EntryBox]:
    made = EntryBox()
    made.setFixedWidth(510)
    made.show()
    yield made
    made.close()
    made.deleteLater()


@pytest.mark.parametrize("count", [0, 1, 2, 3, 5])
def test_near_matches_never_squeeze_the_sentence(box: EntryBox, count: int) -> None:
    box.show_entry("st46", (NotRead("st46", SENTENCE, NEAR[:count]),))
    QApplication.processEvents()
    (said,) = box.findChildren(ErrorLine)
    assert said.words.heightForWidth(said.words.width()) <= min(
        said.words.height(), 2 * said.theme.line("small") + 4
    )
    offered = [b for b in box.findChildren(QPushButton) if b.objectName().startswith("points.near.")]
    assert [b.text() for b in offered] == list(NEAR[:count])
    assert all(b.visibleRegion().boundingRect().size() == b.size() for b in offered)
