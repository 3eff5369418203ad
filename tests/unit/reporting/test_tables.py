"""Columns of a table stay aligned, however long the words and however narrow the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import example, given
from hypothesis import strategies as st

from sopimukset.reporting.cells import cells
from sopimukset.reporting.tables import GAP, NARROWEST, table

WORDS = st.text(st.sampled_from("aäö日🙂-"), min_size=1, max_size=30)
TEXTS = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)
ROWS = st.lists(st.tuples(TEXTS, TEXTS, TEXTS), min_size=1, max_size=4)
HEAD = ("Jäsenyys", "Nimike", "Päätös")


def shown(rows: Sequence[Sequence[str]], width: int, head: Sequence[str] = HEAD) -> list[str]:
    return [line for lines in table(head, rows, width) for line in lines]


def test_a_word_that_is_longer_than_its_column_is_broken() -> None:
    row = ("työllisyyslautakunta", "toimeentuloturvapäällikkö", "ei kirjattu")
    assert shown([row], 32) == [
        "Jäsenyys    Nimike      Päätös",
        "työllisyys  toimeentul  ei",
        "lautakunta  oturvapääl  kirjattu",
        "            likkö",
    ]


def test_words_stay_whole_where_other_columns_can_give_way() -> None:
    row = ("työllisyyslautakunta", "yksi kaksi kolme neljä viisi", "ei")
    lines = shown([row], 45)
    assert lines[1].split(GAP)[0] == "työllisyyslautakunta"
    assert max(map(cells, lines)) <= 45


def test_an_address_in_the_last_column_stays_whole() -> None:
    address = "https://www.finlex.fi/fi/laki/ajantasa/2023/20230381"
    assert address in "\n".join(shown([("a", "b", address)], 30))


@given(ROWS, st.integers(20, 100))
@example([("a" * 30, "b" * 30, "c")], 28)
def test_columns_are_aligned_and_nothing_is_lost(
    rows: list[tuple[str, str, str]], width: int
) -> None:
    marked = [(first, f"{second}", f"|{third}") for first, second, third in rows]
    lines = shown(marked, width, ("A", "B", "|C"))
    starts = {cells(line[: line.index("|")]) for line in lines if "|" in line}
    assert len(starts) == 1
    [start] = starts
    assert start <= max(width, 3 * (NARROWEST + len(GAP)))
    told, given = ("".join(sorted("".join(part))) for part in (lines, sum(marked, ())))
    assert told.replace(" ", "") == "".join(sorted(given + "AB|C")).replace(" ", "")
