"""Small counts stay secret: whatever is published, a hidden small count could be another one.

The oracle tries every table of whole numbers that fits what is published; it shares nothing with
the code that hides.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopimukset.tracking.suppression import Sum, is_small, suppressed

Cell = tuple[str, str]
ALL = "all"


def made(rows: list[list[int]]) -> tuple[dict[Cell, int], list[Sum[Cell]]]:
    """A table of two dimensions with its margins."""
    height, width = range(len(rows)), range(len(rows[0]))
    counts = {(f"r{r}", f"c{c}"): rows[r][c] for r in height for c in width}
    sums: list[Sum[Cell]] = []
    for r in height:
        parts = tuple((f"r{r}", f"c{c}") for c in width)
        counts[f"r{r}", ALL] = sum(rows[r])
        sums.append(Sum((f"r{r}", ALL), parts))
    for c in [*(f"c{c}" for c in width), ALL]:
        parts = tuple((f"r{r}", c) for r in height)
        counts[ALL, c] = sum(counts[part] for part in parts)
        sums.append(Sum((ALL, c), parts))
    sums.append(Sum((ALL, ALL), tuple((ALL, f"c{c}") for c in width)))
    return counts, sums


def possible(
    counts: Mapping[Cell, int], sums: list[Sum[Cell]], hidden: frozenset[Cell], most: int
) -> Iterator[dict[Cell, int]]:
    """Every table with no hidden count above a bound that fits what is published."""
    inner = [cell for cell in counts if cell in hidden and ALL not in cell]
    known = {cell: count for cell, count in counts.items() if cell not in hidden}
    for values in product(range(1, most + 1), repeat=len(inner)):
        table = {**known, **dict(zip(inner, values, strict=True))}
        for item in sums:
            total = sum(table[part] for part in item.parts)
            if table.setdefault(item.total, total) != total:
                break
        else:
            if all(table[cell] >= 1 for cell in hidden):
                yield table


SMALL = st.sampled_from([0, 1, 2, 3, 4, 5, 6, 30])


def tables(width: int, height: int, most: int) -> st.SearchStrategy[list[list[int]]]:
    """Tables of a size, small enough for every other table to be tried."""
    row = st.lists(st.integers(0, most), min_size=width, max_size=width)
    return st.lists(row, min_size=height, max_size=height)


def no_small_count_follows(rows: list[list[int]]) -> None:
    """Whether every small count is another one in some table that fits what is published."""
    counts, sums = made(rows)
    hidden = suppressed(counts, sums)
    small = [cell for cell, count in counts.items() if is_small(count)]
    assert set(small) <= hidden
    seen: dict[Cell, set[int]] = {cell: set() for cell in small}
    most = 1 + max((counts[cell] for cell in hidden if ALL not in cell), default=0)
    for table in possible(counts, sums, hidden, most):
        for cell in small:
            seen[cell].add(table[cell])
        if all(len(values) > 1 for values in seen.values()):
            return
    assert not small, (rows, hidden, seen)


@given(tables(2, 2, 8))
@settings(max_examples=200, deadline=None)
def test_no_small_count_follows_from_what_is_published(rows: list[list[int]]) -> None:
    no_small_count_follows(rows)


@given(tables(3, 2, 6))
@settings(max_examples=60, deadline=None)
def test_no_small_count_follows_in_a_wider_table(rows: list[list[int]]) -> None:
    no_small_count_follows(rows)


@given(tables(5, 1, 5))
@settings(max_examples=60, deadline=None)
def test_no_small_count_follows_in_one_row(rows: list[list[int]]) -> None:
    no_small_count_follows(rows)


@given(st.lists(st.lists(st.integers(5, 90), min_size=1, max_size=4), min_size=1, max_size=4))
def test_nothing_is_hidden_where_nothing_is_small(rows: list[list[int]]) -> None:
    width = min(map(len, rows))
    counts, sums = made([row[:width] for row in rows])
    assert suppressed(counts, sums) == frozenset()


@given(st.lists(st.lists(SMALL, min_size=3, max_size=3), min_size=3, max_size=3))
@settings(deadline=None)
def test_the_same_counts_hide_the_same_cells(rows: list[list[int]]) -> None:
    assert suppressed(*made(rows)) == suppressed(*made(rows))


@pytest.mark.parametrize(
    ("count", "small"), [(0, False), (1, True), (4, True), (5, False), (100, False)]
)
def test_the_limit(count: int, small: bool) -> None:
    assert is_small(count) is small
    assert ("x" in suppressed({"x": count}, [])) is small


def test_one_small_part_takes_the_next_smallest_with_it() -> None:
    counts = {"all": 60, "a": 3, "b": 20, "c": 37}
    assert suppressed(counts, [Sum("all", ("a", "b", "c"))]) == {"a", "b"}


def test_two_small_parts_cover_each_other() -> None:
    counts = {"all": 40, "a": 3, "b": 4, "c": 33}
    assert suppressed(counts, [Sum("all", ("a", "b", "c"))]) == {"a", "b"}


def test_two_ones_do_not_cover_each_other() -> None:
    counts = {"all": 35, "a": 1, "b": 1, "c": 33}
    assert suppressed(counts, [Sum("all", ("a", "b", "c"))]) == {"a", "b", "c"}


def test_zero_is_shown_and_hides_nothing() -> None:
    counts = {"all": 33, "a": 0, "b": 3, "c": 30}
    assert suppressed(counts, [Sum("all", ("a", "b", "c"))]) == {"b", "c"}


def test_a_total_goes_where_there_is_no_other_part() -> None:
    assert suppressed({"all": 3, "a": 3}, [Sum("all", ("a",))]) == {"all", "a"}


def test_what_is_not_published_hides_for_nothing() -> None:
    counts = {"made": 3, "not made": 97, "due": 100}
    sums = [Sum("due", ("made", "not made"))]
    assert suppressed(counts, sums, {"not made"}) == {"made", "not made"}


def test_a_small_rest_is_guarded_though_nobody_is_shown_it() -> None:
    counts = {"all": 93, "a": 50, "b": 40, "rest": 3}
    assert suppressed(counts, [Sum("all", ("a", "b", "rest"))], {"rest"}) == {"b", "rest"}


def test_a_half_year_does_not_follow_from_the_year() -> None:
    counts = {"2026": 40, "h1": 37, "h2": 3}
    assert suppressed(counts, [Sum("2026", ("h1", "h2"))]) == {"h1", "h2"}


@pytest.mark.parametrize("counts", [{"all": 5, "a": 4}, {"all": -1, "a": -1}])
def test_counts_that_make_no_sense_are_refused(counts: dict[str, int]) -> None:
    with pytest.raises(ValueError, match=r"sum|below"):
        suppressed(counts, [Sum("all", ("a",))])
