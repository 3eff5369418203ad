"""Small helps with words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopimukset.base.words import listed, nearest

KNOWN = ["jasenet", "johtoryhmat", "puheenjohtaja", "varapuheenjohtaja", "paattyen", "alkaen"]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("jäsenet", "jasenet"),
        ("jasennet", "jasenet"),
        ("Johtoryhmät", "johtoryhmat"),
        ("puheenjohtajat", "puheenjohtaja"),
        ("paattynyt", "paattyen"),
        ("xyz", None),
        ("", None),
    ],
)
def test_nearest_word(word: str, meant: str | None) -> None:
    assert nearest(word, KNOWN) == meant


@given(st.sampled_from(KNOWN))
def test_known_word_is_nearest_to_itself(word: str) -> None:
    assert nearest(word, KNOWN) == word


@given(st.text(), st.lists(st.text()))
def test_nearest_is_one_of_the_known_or_none(word: str, known: list[str]) -> None:
    assert nearest(word, known) in {None, *known}


@pytest.mark.parametrize(
    ("items", "text"),
    [([], ""), (["a"], "a"), (["a", "b"], "a ja b"), (["a", "b", "c"], "a, b ja c")],
)
def test_list_in_a_sentence(items: list[str], text: str) -> None:
    assert listed(items) == text


def test_list_of_choices() -> None:
    assert listed(["a", "b", "c"], "tai") == "a, b tai c"
