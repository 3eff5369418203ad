"""A mark must stand under the very characters that it speaks of, whatever they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopimukset.reporting.cells import REPLACEMENT, cells, marked, safe, shortened, wrapped

WIDE = 200
LINES = st.text(
    st.sampled_from("aäöå –•\t{}:,日本🙂e\u0301\u200b\x1b\u2028\u202e"), min_size=1, max_size=60
)


def place_of_mark(marks: str) -> tuple[int, int]:
    return marks.index("^"), marks.count("^")


@pytest.mark.parametrize(
    ("line", "word", "before", "size"),
    [
        ("nimike: päällikkö", "päällikkö", 8, 9),
        ("äöå: kela", "kela", 5, 4),
        ("a\u0308o\u0308: kela", "kela", 4, 4),
        ("🙂🙂: kela", "kela", 6, 4),
        ("nimi: 日本, x: kela", "kela", 15, 4),
        ("nimi: 🙂", "🙂", 6, 2),
        ("\tkela", "kela", 4, 4),
        ("ab\tkela", "kela", 4, 4),
        ("abcd\tkela", "kela", 8, 4),
        ("x\u200b: kela", "kela", 3, 4),
    ],
)
def test_marks_stand_under_the_word(line: str, word: str, before: int, size: int) -> None:
    start = line.index(word)
    shown, marks = marked(line, start + 1, start + 1 + len(word), WIDE)
    assert place_of_mark(marks) == (before, size)
    assert "\t" not in shown


def test_a_place_without_width_has_one_mark() -> None:
    assert marked("nimi:", 6, 6, WIDE) == ("nimi:", "     ^")


def test_a_place_behind_the_line_is_marked_at_its_end() -> None:
    assert marked("ab", 9, 12, WIDE) == ("ab", "  ^")


def test_a_place_that_goes_on_below_is_marked_to_the_end_of_its_line() -> None:
    assert marked("  teksti: >-", 11, None, WIDE) == ("  teksti: >-", "          ^^")


def test_a_long_line_is_cut_around_the_place() -> None:
    line = "a" * 100 + "kela" + "b" * 100
    shown, marks = marked(line, 101, 105, 40)
    start, size = place_of_mark(marks)
    assert shown[start : start + size] == "kela"
    assert (shown[0], shown[-1], len(shown) <= 40) == ("…", "…", True)


def test_a_long_line_is_cut_at_its_end_where_the_place_comes_first() -> None:
    shown, marks = marked("kela" + "b" * 100, 1, 5, 40)
    assert (shown, marks) == ("kela" + "b" * 34 + "…", "^^^^")


@given(LINES, st.data(), st.integers(20, 80))
def test_any_line_keeps_its_place_and_the_width(line: str, data: st.DataObject, width: int) -> None:
    start = data.draw(st.integers(0, len(line) - 1))
    end = data.draw(st.integers(start + 1, len(line)))
    shown, marks = marked(line, start + 1, end + 1, width)
    assert cells(shown) <= width
    assert set(marks.lstrip()) == {"^"}
    assert shown == shown.rstrip()
    assert not set(shown) & set("\x1b\u2028\u202e\t\n")


@given(LINES, st.data())
def test_an_uncut_line_has_as_many_marks_as_the_place_takes_up(
    line: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(line) - 1))
    end = data.draw(st.integers(start + 1, len(line)))
    plain = line.replace("\t", " ")
    before, size = place_of_mark(marked(plain, start + 1, end + 1, 1000)[1])
    assert before == cells(safe(plain[:start]))
    assert size == max(1, cells(safe(plain[start:end])))


@pytest.mark.parametrize("sign", ["\x1b", "\x07", "\r", "\u2028", "\u202e", "\u2066"])
def test_nothing_steers_the_terminal(sign: str) -> None:
    assert safe(f"a{sign}b") == f"a{REPLACEMENT}b"


def test_words_and_addresses_stay_whole() -> None:
    address = "https://www.finlex.fi/fi/laki/ajantasa/2023/20230381"
    assert address in wrapped(f"katso {address} sivulta", 30)
    assert "muu-tos" in "\n".join(wrapped("a " * 12 + "muu-tos", 28))


@given(LINES, st.integers(2, 40))
def test_shortened_text_fits_and_says_that_it_was_cut(line: str, width: int) -> None:
    text = safe(line)
    shown = shortened(text, width)
    assert cells(shown) <= width
    if cells(text) <= width:
        assert shown == text
    else:
        assert shown.endswith("…")
        assert text.startswith(shown[:-1])
