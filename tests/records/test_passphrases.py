"""A passphrase that is easily guessed is refused in a sentence."""

import pytest

from acuchart.clinic.trouble import ChartTrouble
from acuchart.records.passphrases import check_passphrase

NAME = "Maximiliane von Rosenthal"


@pytest.mark.parametrize(
    "passphrase",
    ["twelve chars", "up we go far", "ab cd ef gh", "针灸 治疗 记录 诊所", "  padded but long enough  "],
)
def test_good_enough(passphrase: str) -> None:
    assert check_passphrase(passphrase, NAME) == passphrase


@pytest.mark.parametrize(
    "passphrase", ["", " ", "eleven char", "a b c d", "three short words"[:11], " " * 40]
)
def test_too_short(passphrase: str) -> None:
    with pytest.raises(ChartTrouble, match="at least 12 characters"):
        check_passphrase(passphrase, NAME)


@pytest.mark.parametrize(
    "passphrase", [NAME, NAME.upper(), "maximilianevonrosenthal", "Rosenthal, von Maximiliane", f" {NAME}! "]
)
def test_the_own_name(passphrase: str) -> None:
    with pytest.raises(ChartTrouble, match="your name"):
        check_passphrase(passphrase, NAME)


@pytest.mark.parametrize("passphrase", ["aaaaaaaaaaaaaaaa", "abababababab", "123412341234"])
def test_a_few_characters_repeated(passphrase: str) -> None:
    with pytest.raises(ChartTrouble, match="different"):
        check_passphrase(passphrase, NAME)


def test_no_refused_passphrase_stands_in_the_sentence() -> None:
    with pytest.raises(ChartTrouble) as caught:
        check_passphrase("hunter2", NAME)
    assert "hunter2" not in str(caught.value)
