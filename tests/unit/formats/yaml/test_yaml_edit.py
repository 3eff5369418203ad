"""Edits by offset: what was asked for, nothing else, or a refusal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopimukset.formats.yaml import Document, read
from sopimukset.formats.yaml.edit import (
    Change,
    Edit,
    EditError,
    add_after,
    apply,
    rename_key,
    reorder,
    replace_text,
    same,
    spliced,
)


def document(text: str) -> Document:
    found = read(text.encode())
    assert not found.problems
    return found


def lines(text: str) -> str:
    """Text as a test writes it: a margin of eight is no part of it."""
    return "".join(f"{line[8:]}\n" for line in text.splitlines()[1:-1])


@given(st.text(max_size=30), st.data())
def test_splicing_changes_the_named_characters_only(text: str, data: st.DataObject) -> None:
    ends = st.integers(0, len(text))
    edits, at = [], 0
    for start, end in sorted(tuple(sorted((data.draw(ends), data.draw(ends)))) for _ in range(3)):
        if start > at:
            edits.append(Edit(start, end, data.draw(st.text(max_size=3))))
            at = end
    expected, position = "", 0
    for edit in edits:
        expected += text[position : edit.start] + edit.text
        position = edit.end
    assert spliced(text, edits) == expected + text[position:]


def test_overlapping_edits_are_refused() -> None:
    with pytest.raises(EditError):
        spliced("abcdef", [Edit(0, 3, ""), Edit(2, 4, "")])


@pytest.mark.parametrize(
    ("one", "other"), [(1, True), ("1", 1), ([1], [1, 1]), ({"a": 1}, {"b": 1}), (None, "")]
)
def test_data_of_another_type_is_other_data(one: object, other: object) -> None:
    assert not same(one, other)
    assert same(one, one)


def test_an_edit_that_reads_otherwise_is_refused() -> None:
    before = document("a: 1\nb: 2\n")
    with pytest.raises(EditError, match="ei lukisi"):
        apply(before, Change((Edit(3, 4, "x: y"),), {"a": "x: y", "b": 2}))
    with pytest.raises(EditError, match="ei lukisi"):
        apply(before, Change((Edit(3, 4, "'1'"),), {"a": 1, "b": 2}))


def test_an_edit_may_not_bring_a_new_problem() -> None:
    before = document("a: 1\n")
    with pytest.raises(EditError, match="ei lukisi"):
        apply(before, Change((Edit(5, 5, "a: 1\n"),), {"a": 1}))


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("a: {pvm: 1.3.2026, b: x}\n", "a: {pvm: 2026-03-01, b: x}\n"),
        ("a:\n  pvm: 1.3.2026   # huom\n", "a:\n  pvm: 2026-03-01   # huom\n"),
        ('a:\r\n  pvm: "1.3.2026"', 'a:\r\n  pvm: "2026-03-01"'),
    ],
)
def test_a_value_is_replaced_where_it_stands(text: str, after: str) -> None:
    before = document(text)
    change = replace_text(before, ("a", "pvm"), "1.3.2026", "2026-03-01")
    assert apply(before, change).text == after


def test_a_value_written_otherwise_is_left() -> None:
    before = document('pvm: "1.3.\\x32026"\n')
    with pytest.raises(EditError):
        replace_text(before, ("pvm",), "1.3.2026", "2026-03-01")


def test_a_key_gets_another_name() -> None:
    before = document("a:\n  - {x: 1, päivä: 2}   # päivä: tässä\n")
    change = rename_key(before, ("a", 0, "päivä"), "paiva")
    assert apply(before, change).text == "a:\n  - {x: 1, paiva: 2}   # päivä: tässä\n"


def test_a_key_does_not_become_a_second_one() -> None:
    with pytest.raises(EditError):
        rename_key(document("paiva: 1\npäivä: 2\n"), ("päivä",), "paiva")


@pytest.mark.parametrize(
    ("text", "path", "after"),
    [
        ("a: {x: 1, y: 2}", ("a", "x"), "a: {x: 1, uusi: 2030-01-31, y: 2}"),
        ("a:\n x: 1   # h\n y: 2\n", ("a", "x"), "a:\n x: 1   # h\n uusi: 2030-01-31\n y: 2\n"),
        ("a:\r\n- x: 1", ("a", 0, "x"), "a:\r\n- x: 1\r\n  uusi: 2030-01-31"),
        ("x: 1", ("x",), "x: 1\nuusi: 2030-01-31"),
    ],
)  # fmt: skip
def test_an_entry_follows_another_in_its_layout(
    text: str, path: tuple[str | int, ...], after: str
) -> None:
    before = document(text)
    change = add_after(before, path, "uusi", "2030-01-31")
    assert apply(before, change).text == after


def test_an_entry_is_not_added_twice() -> None:
    with pytest.raises(EditError):
        add_after(document("x: 1\nuusi: 2\n"), ("x",), "uusi", "a")


BLOCK = """
        a:   # luettelo
          - x: 2   # kaksi
            y: b

          # yksi
          - {x: 1}
        b: 3
        """
SORTED = """
        a:   # luettelo
          # yksi
          - {x: 1}

          - x: 2   # kaksi
            y: b
        b: 3
        """


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_items_move_with_their_comments(ending: str) -> None:
    before = document(lines(BLOCK).replace("\n", ending))
    after = apply(before, reorder(before, ("a",), [1, 0]))
    assert after.text == lines(SORTED).replace("\n", ending)


def test_items_of_a_list_in_brackets_move() -> None:
    before = document("a: [ {x: 2},{x: 1} ]   # molemmat\n")
    assert apply(before, reorder(before, ("a",), [1, 0])).text == (
        "a: [ {x: 1},{x: 2} ]   # molemmat\n"
    )


def test_the_last_line_need_not_end() -> None:
    before = document("a:\n- x: 2\n- x: 1")
    assert apply(before, reorder(before, ("a",), [1, 0])).text == "a:\n- x: 1\n- x: 2"


@pytest.mark.parametrize(
    "text",
    [
        "a:\n  # kumpi?\n  - x: 2\n  - x: 1\n",
        "a:\n  - x: 2\n  - x: 1\n  # kumpi?\nb: 1\n",
        "a:\n  - x: 2\n    # kumpi?\n  - x: 1\n",
        "a:\n  - x: 2\n  # kumpi?\n\n  - x: 1\n",
        "a:\n  - x: 2\n# kumpi?\n  - x: 1\n",
        "a: [{x: 2},   # kumpi?\n  {x: 1}]\n",
        "a: [\n  # kumpi?\n  {x: 2}, {x: 1}]\n",
        "a:\n  -\n    x: 2\n  -\n    x: 1\n",
    ],
)
def test_a_list_is_left_where_a_comment_or_the_layout_is_not_plain(text: str) -> None:
    with pytest.raises(EditError):
        reorder(document(text), ("a",), [1, 0])


@given(st.permutations(range(5)), st.booleans())
def test_any_order_moves_whole_items(order: list[int], flow: bool) -> None:
    items = [f"{{x: {number}, teksti: 'n, {number}'}}" for number in range(5)]
    text = f"a: [{', '.join(items)}]\n" if flow else "a:\n" + "".join(f"- {i}\n" for i in items)
    before = document(text)
    after = apply(before, reorder(before, ("a",), order))
    assert [item["x"] for item in after.data["a"]] == list(order)
    back = [order.index(number) for number in range(5)]
    assert apply(after, reorder(after, ("a",), back)).text == text
