"""Every common spelling of a code is read, and nothing else is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acuchart.clinic.point_codes import (
    CHANNEL_SPELLINGS,
    code_of,
    codes_of,
    like_a_code,
    romance_code_of,
)

CODES = st.builds(
    lambda channel, number: f"{channel}{number}", st.sampled_from(list(CHANNEL_SPELLINGS)), st.integers(1, 67)
)


@pytest.mark.parametrize(
    ("spelled", "code"),
    [
        ("ST36", "ST36"),
        ("st 36", "ST36"),
        ("St-36", "ST36"),
        ("ST.36", "ST36"),
        ("ＳＴ３６", "ST36"),
        ("stomach 36", "ST36"),
        ("st036", "ST36"),
        ("UB40", "BL40"),
        ("bl40", "BL40"),
        ("b40", "BL40"),
        ("K3", "KI3"),
        ("Kid 3", "KI3"),
        ("P6", "PC6"),
        ("HC 6", "PC6"),
        ("SJ5", "TE5"),
        ("tw5", "TE5"),
        ("TB5", "TE5"),
        ("th5", "TE5"),
        ("San Jiao 5", "TE5"),
        ("Triple Energizer 5", "TE5"),
        ("LV3", "LR3"),
        ("Liv3", "LR3"),
        ("Du20", "GV20"),
        ("DU 20", "GV20"),
        ("governor vessel 20", "GV20"),
        ("Ren17", "CV17"),
        ("REN 17", "CV17"),
        ("l7", "LU7"),
        ("r17", "CV17"),
        ("h7", "HT7"),
        ("gall bladder 34", "GB34"),
        ("ex-hn3", "EX-HN3"),
        ("EXHN3", "EX-HN3"),
        ("hn 3", "EX-HN3"),
        ("ex b2", "EX-B2"),
        ("b2", "BL2"),
        ("gv24+", "GV24+"),
        ("Du24+", "GV24+"),
        ("UB-40", "BL40"),
        ("U.B. 40", "BL40"),
        ("L.I. 4", "LI4"),
        ("l.i.4", "LI4"),
        ("St#36", "ST36"),
        ("ST:36", "ST36"),
        ("ST36.", "ST36"),
        ("st‑36", "ST36"),
        ("Stomach-36", "ST36"),
        ("kd 3", "KI3"),
        ("KI-3", "KI3"),
        ("lv-3", "LR3"),
        ("liver 3", "LR3"),
        ("Tu Mo 20", "GV20"),
        ("Jen Mo 17", "CV17"),
        ("DM20", "GV20"),
        ("conception vessel 17", "CV17"),
        ("CX6", "PC6"),
        ("pericardium 6", "PC6"),
        ("heart protector 6", "PC6"),
        ("triple burner 5", "TE5"),
        ("gb34", "GB34"),
        ("ue 10", "EX-UE10"),
        ("ca1", "EX-CA1"),
        ("extra le2", "EX-LE2"),
    ],
)
def test_spellings(spelled: str, code: str) -> None:
    assert code_of(spelled) == code


@pytest.mark.parametrize(
    "text", ["", "36", "b", "b 40", "l 7", "zusanli", "e36", "f3", "st", "st36x", "m-hn-3", "st0", "-"]
)
def test_what_is_no_code(text: str) -> None:
    assert code_of(text) is None


@pytest.mark.parametrize(("spelled", "code"), [("E36", "ST36"), ("F3", "LR3"), ("GI4", "LI4"), ("p7", "LU7")])
def test_romance_letters_only_when_chosen(spelled: str, code: str) -> None:
    assert code_of(spelled, romance=True) == code
    assert code_of(spelled) != code


@pytest.mark.parametrize(
    ("spelled", "codes"),
    [("le3", ("EX-LE3", "LR3")), ("ex-le3", ("EX-LE3",)), ("b2", ("BL2",)), ("ex-b2", ("EX-B2",))],
)
def test_letters_of_two_meanings_have_two_readings(spelled: str, codes: tuple[str, ...]) -> None:
    assert codes_of(spelled) == codes


@pytest.mark.parametrize(
    ("spelled", "codes"),
    [
        ("IG4", ("SI4", "LI4")),
        ("H3", ("LR3", "HT3")),
        ("VC17", ("CV17",)),
        ("VG20", ("GV20",)),
        ("RP6", ("SP6",)),
        ("BP6", ("SP6",)),
        ("V40", ("BL40",)),
        ("TR5", ("TE5",)),
        ("MC6", ("PC6",)),
        ("r3", ("KI3",)),
        ("ST36", ("ST36",)),
    ],
)
def test_romance_charts_disagree_among_themselves(spelled: str, codes: tuple[str, ...]) -> None:
    assert codes_of(spelled, romance=True) == codes


@pytest.mark.parametrize(
    ("text", "like"), [("st46", True), ("e 36", True), ("zu2san1li3", False), ("36", False)]
)
def test_what_is_written_like_a_code(text: str, like: bool) -> None:
    assert like_a_code(text) is like


def test_romance_code_is_told_only_where_english_knows_none() -> None:
    assert romance_code_of("E36") == "ST36"
    assert romance_code_of("P6") is None


@given(CODES, st.sampled_from(["", " ", "-", ".", " - "]), st.booleans())
def test_a_code_reads_as_itself_in_any_dress(code: str, gap: str, low: bool) -> None:
    dressed = f"{code[:2]}{gap}{code[2:]}"
    assert code_of(dressed.lower() if low else dressed) == code
