"""Widths and lines of text, against reportlab's own reading of the same fonts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase.ttfonts import TTFont

from sopimukset.formats.columns import column_widths
from sopimukset.formats.fonts.metrics import drawable, font_file, text_width
from sopimukset.formats.fonts.wrapping import longest_word, shortened, wrapped
from sopimukset.formats.paper import Column, Table

LETTERS = "abcåäöÅÄÖ §€–−≥≤ čšžđŋŧČŠŽĐŊŦ/-.,0123456789WMil"
texts = st.text(st.sampled_from(LETTERS), max_size=120)


@pytest.mark.parametrize("bold", [False, True])
@given(text=st.text(st.sampled_from(LETTERS)))
def test_a_text_is_as_wide_as_reportlab_says(bold: bool, text: str) -> None:
    font = TTFont(f"Oracle{bold}", str(font_file(bold=bold)))
    assert text_width(text, 10, bold=bold) == pytest.approx(
        font.stringWidth(text, 10), abs=0.02 * len(text) + 1e-9
    )


@pytest.mark.parametrize("bold", [False, True])
def test_the_font_has_every_letter_of_finnish_swedish_and_sami(bold: bool) -> None:
    letters = set(LETTERS) | set("áâõǥǧǩʒǯÁÂÕǤǦǨƷǮ…”’×½•‰°")
    face = TTFont(f"Letters{bold}", str(font_file(bold=bold))).face
    assert not {letter for letter in letters if ord(letter) not in face.charToGlyph}
    assert drawable("".join(sorted(letters))) == "".join(sorted(letters))


def test_what_the_font_lacks_is_seen_and_what_has_no_look_is_dropped() -> None:
    assert drawable("a\u00a0b\u2011c\u00add\u200be") == "a b-cde"
    assert drawable("漢☃") == "??"


@given(texts, st.floats(8, 300), st.booleans())
def test_lines_hold_the_whole_text_and_fit(text: str, width: float, bold: bool) -> None:
    lines = wrapped(text, width, 9, bold=bold)
    assert "".join(lines) == text
    for line in lines:
        assert len(line) <= 1 or text_width(line.rstrip(), 9, bold=bold) <= width + 0.02


@given(texts, st.floats(40, 300))
def test_a_word_that_fits_a_line_is_not_divided(text: str, width: float) -> None:
    lines = wrapped(text, width, 9)
    if longest_word(text, 9) <= width:
        assert all(line[-1] in " -–/" for line in lines[:-1])


@given(st.lists(texts, max_size=4))
def test_the_longest_word_is_that_of_the_longest_line(lines: list[str]) -> None:
    longest = max((longest_word(line, 9) for line in lines), default=0.0)
    assert longest_word("\n".join(lines), 9) == longest


@given(texts, st.floats(20, 300))
def test_a_shortened_text_fits_one_line(text: str, width: float) -> None:
    short = shortened(text, width, 8)
    assert text_width(short, 8) <= width + 0.02
    whole = " ".join(text.split())
    assert short == whole or (short.endswith("…") and whole.startswith(short[:-1]))


@given(
    st.lists(
        st.tuples(texts, st.floats(0, 5), st.sampled_from(["left", "right"])),
        min_size=1,
        max_size=9,
    ),
    st.data(),
)
def test_columns_make_the_whole_width(
    heads: list[tuple[str, float, str]], data: st.DataObject
) -> None:
    columns = tuple(
        Column(head, share, "right" if side == "right" else "left") for head, share, side in heads
    )
    row = st.tuples(*(texts for _ in columns))
    table = Table("", columns, tuple(data.draw(st.lists(row, max_size=3))))
    widths = column_widths(table, 453.6, 9, 8)
    assert sum(widths) == pytest.approx(453.6)
    assert all(width > 0 for width in widths)


def test_a_column_has_room_for_its_longest_word() -> None:
    head = "Yhteistoimintavelvoite"
    table = Table("", (Column(head, 0.01), Column("Muu", 5), Column("Kolmas", 5)), ())
    widths = column_widths(table, 453.6, 9, 8)
    assert widths[0] >= text_width(head, 9, bold=True) + 8
    assert min(widths[1:]) > 100


@pytest.mark.parametrize(
    "whole", ["388/2024", "1.1.–30.6.2026", "4 §:n", "12 %", "−3,5", "2026–2027"]
)
def test_citations_dates_and_amounts_are_not_divided(whole: str) -> None:
    words = f"aa {whole} bb"
    for width in range(int(text_width(whole, 9)) + 2, 200):
        assert any(whole in line for line in wrapped(words, width, 9))


@pytest.mark.parametrize("word", ["Itä-Uudenmaan", "htv/kunta", "tammi–kesäkuu"])
def test_a_word_of_parts_is_divided_between_them(word: str) -> None:
    lines = wrapped(word, text_width(word, 9) - 1, 9)
    assert len(lines) == 2
    assert lines[0][-1] in "-/–"
