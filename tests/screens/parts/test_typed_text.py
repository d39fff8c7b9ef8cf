"""Typed words of a form by the names of its fields."""

from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from acuchart.screens.parts.combo import Combo
from acuchart.screens.parts.field import Field
from acuchart.screens.parts.growing_text import GrowingText
from acuchart.screens.parts.passphrase import PassphraseField
from acuchart.screens.parts.segmented import Option
from acuchart.screens.parts.typed_text import TypedText


class Form(QWidget):
    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        self.line, self.words = Field("kept", name="line"), GrowingText(name="words")
        self.choice = Combo([Option("a", "A"), Option("b", "B")], name="choice")
        self.secret = PassphraseField("Passphrase", large=False, name="secret")
        for widget in (self.line, self.words, self.choice, self.secret):
            column.addWidget(widget)


def test_only_what_differs_and_never_a_passphrase(qtbot: QtBot) -> None:
    form = Form()
    qtbot.addWidget(form)
    typed = TypedText(form)
    told: list[object] = []
    typed.changed.connect(told.append)
    form.line.setText("other")
    form.words.setPlainText("two\nlines")
    form.choice.choose("b")
    qtbot.keyClicks(form.secret.focusProxy() or form.secret, "secret")
    assert told[-1] == typed.typed == {"line": "other", "words": "two\nlines", "choice": "b"}
    form.line.setText("kept")
    assert told[-1] == {"words": "two\nlines", "choice": "b"}


def test_it_is_put_back_and_nobody_is_told(qtbot: QtBot) -> None:
    form = Form()
    qtbot.addWidget(form)
    typed = TypedText(form)
    told: list[object] = []
    typed.changed.connect(told.append)
    kept = {"line": "", "words": "w", "choice": "a", "a field of another version": "x"}
    typed.show(kept)
    assert (form.line.text(), form.words.text, form.choice.key) == ("", "w", "a")
    assert told == []
    assert typed.typed == {"line": "", "words": "w", "choice": "a"}
