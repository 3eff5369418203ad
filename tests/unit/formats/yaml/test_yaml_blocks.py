"""Where the words of a text stand that is written below a sign."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopimukset.formats.yaml import Span, read
from sopimukset.formats.yaml.blocks import SOFT_HYPHEN, text_extent

SIGNS = (">", ">-", ">+", "|", "|-", "|+", "|2-", "> # selitys", "|   ")
WORDS = st.lists(
    st.text(st.sampled_from("aåäbc.(*"), min_size=1, max_size=6), min_size=1, max_size=12
)


def marked(source: str, *quoted: str, path: tuple[str, ...] = ("a",)) -> str:
    """The stretch of the source that is pointed to, as it is written."""
    document = read(source.encode())
    span = document.nearest_span(path, quoted)
    lines = source.split("\n")
    if span.line == span.end_line:
        return lines[span.line - 1][span.column - 1 : span.end_column - 1]
    inner = lines[span.line : span.end_line - 1]
    first, last = lines[span.line - 1][span.column - 1 :], lines[span.end_line - 1]
    return "\n".join([first, *inner, last[: span.end_column - 1]])


@pytest.mark.parametrize("sign", SIGNS)
def test_text_is_pointed_to_from_its_first_word_to_its_last(sign: str) -> None:
    source = f"a: {sign}\n  Yksi kaksi.\n\n  Kolme.\nb: 1\n"
    assert marked(source) == "Yksi kaksi.\n\n  Kolme."


@pytest.mark.parametrize("sign", SIGNS)
def test_quoted_words_are_pointed_to_wherever_the_lines_break(sign: str) -> None:
    source = f"a: {sign}\n  Yksi kaksi\n  kolme neljä\nb: 1\n"
    assert marked(source, "kolme") == "kolme"
    assert marked(source, "kaksi kolme") == "kaksi\n  kolme"


def test_words_are_looked_for_within_the_words_before_them() -> None:
    source = "a: >-\n  TYP lakkasi.\n  Nyt TYP palvelee.\n"
    document = read(source.encode())
    assert document.nearest_span(("a",), ("Nyt TYP palvelee.", "TYP")) == Span(3, 7, 3, 10)
    assert document.nearest_span(("a",), ("TYP",)) == Span(2, 3, 2, 6)


def test_what_is_not_found_leaves_what_was_found_before() -> None:
    source = "a: >-\n  Yksi kaksi.\n  Kolme.\n"
    assert marked(source, "Kolme.", "neljä") == "Kolme."
    assert marked(source, "neljä", "Kolme.") == "Yksi kaksi.\n  Kolme."


def test_soft_hyphens_divide_no_word() -> None:
    written = f"pal{SOFT_HYPHEN}ve{SOFT_HYPHEN}lu"
    assert marked(f"a: |\n  Tämä {written} on.\n", "palvelu on") == f"{written} on"


@pytest.mark.parametrize("value", ["yksi kaksi", '"yksi kaksi"', "'yksi kaksi'", "yksi\n  kaksi"])
def test_words_are_pointed_to_in_other_values_too(value: str) -> None:
    assert marked(f"a: {value}\n") == value
    assert marked(f"a: {value}\n", "kaksi") == "kaksi"
    assert marked(f"a: {value}\n", "yksi kaksi", "yksi").split() == ["yksi"]
    assert marked(f"a: {value}\n", "kolme") == value


@pytest.mark.parametrize("value", [r'"yk\x73i kaksi"', "'yksi''kaksi'", '"yksi\\\n  kaksi"'])
def test_words_that_escapes_hide_leave_the_value_whole(value: str) -> None:
    words = read(f"a: {value}\n".encode()).data["a"]
    assert marked(f"a: {value}\n", words) == value


@pytest.mark.parametrize("value", ["|", ">-", "|\n", ">-\n\n"])
def test_an_empty_text_is_pointed_to_at_its_sign(value: str) -> None:
    assert marked(f"a: {value}\nb: 1\n", "x").strip() == value.strip()


@pytest.mark.parametrize("text", ["| x", "> y", "|"])
def test_a_sign_is_no_sign_within_quotes(text: str) -> None:
    assert marked(f"a: '{text}'\n") == f"'{text}'"


def test_windows_line_ends_are_line_ends() -> None:
    source = "a: >-\r\n  Yksi\r\n  kaksi\r\nb: 1\r\n"
    assert read(source.encode()).nearest_span(("a",), ("Yksi kaksi",)) == Span(2, 3, 3, 8)


@given(words=WORDS, breaks=st.sets(st.integers(1, 11)), sign=st.sampled_from([">-", "|-"]))
def test_the_words_pointed_to_are_the_quoted_ones(
    words: list[str], breaks: set[int], sign: str
) -> None:
    text = "".join(
        ("\n  " if number in breaks else " " if number else "") + word
        for number, word in enumerate(words)
    )
    source = f"a: {sign}\n  {text}\n"
    start, end = text_extent(source, 3, len(source) - 1, (" ".join(words), words[-1]))
    assert source[start:end] == words[-1]
    assert marked(source, " ".join(words)).split() == words
