"""A recovery key copied by hand is read back, or its wrong group is named."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from acuchart.clinic.trouble import ChartTrouble
from acuchart.records.recovery import ALPHABET, GROUPS, fresh_key, read_key

KEY = fresh_key()
PLACES = st.integers(0, GROUPS - 1)


def test_it_carries_at_least_160_bits_in_groups_of_five() -> None:
    assert len(KEY.groups) == GROUPS
    assert {len(group) for group in KEY.groups} == {5}
    assert len(ALPHABET) == len(set(ALPHABET)) == 32
    assert GROUPS * 4 * 5 >= 160


def test_the_alphabet_has_no_look_alikes() -> None:
    assert not set("ILOU") & set(ALPHABET)


def test_no_two_are_alike() -> None:
    assert len({fresh_key().groups for _key in range(50)}) == 50


def test_it_is_read_with_and_without_hyphens_in_either_case() -> None:
    spellings = (KEY.text, KEY.text.lower(), KEY.text.replace("-", ""), " ".join(KEY.groups) + "\n")
    assert all(read_key(spelling) == KEY for spelling in spellings)


def test_letters_that_look_like_digits_are_read_as_digits() -> None:
    looks_alike = KEY.text.replace("1", "l").replace("0", "O")
    assert read_key(looks_alike) == KEY


@given(PLACES, st.integers(0, 4), st.sampled_from(ALPHABET))
def test_one_wrong_character_names_its_group(place: int, within: int, wrong: str) -> None:
    group = KEY.groups[place]
    assume(group[within] != wrong)
    _named(place, group[:within] + wrong + group[within + 1 :])


@given(PLACES, st.integers(0, 3))
def test_two_exchanged_neighbours_name_their_group(place: int, within: int) -> None:
    group = KEY.groups[place]
    assume(group[within] != group[within + 1])
    _named(place, group[:within] + group[within + 1] + group[within] + group[within + 2 :])


@given(PLACES, PLACES)
def test_two_exchanged_groups_are_noticed(first: int, second: int) -> None:
    assume(first != second)
    groups = list(KEY.groups)
    groups[first], groups[second] = groups[second], groups[first]
    with pytest.raises(ChartTrouble, match=f"Group {min(first, second) + 1} "):
        read_key("-".join(groups))


@given(st.text(max_size=60))
def test_anything_else_is_a_sentence(typed: str) -> None:
    assume(re.sub(r"[^0-9A-Z]", "", typed.upper()) != KEY.text.replace("-", ""))
    with pytest.raises(ChartTrouble, match=r"Group|groups"):
        read_key(typed)


@pytest.mark.parametrize("groups", [KEY.groups[:-1], (*KEY.groups, KEY.groups[0])])
def test_another_length_is_said(groups: tuple[str, ...]) -> None:
    with pytest.raises(ChartTrouble, match="8 groups of 5"):
        read_key("-".join(groups))


def test_one_group_may_be_asked_back() -> None:
    assert KEY.has(3, f" {KEY.groups[2].lower()} ")
    assert not KEY.has(3, KEY.groups[2][:-1])
    assert not KEY.has(3, "")


def _named(place: int, mistyped: str) -> None:
    groups = [*KEY.groups[:place], mistyped, *KEY.groups[place + 1 :]]
    with pytest.raises(ChartTrouble, match=f"Group {place + 1} "):
        read_key("-".join(groups))
