"""What holds for any data and for any bytes."""

from __future__ import annotations

import re
import time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from sopimukset.formats.yaml import Document, Span, dump, read

SPEC = (Path(__file__).parents[3] / "data" / "yaml" / "good" / "record.yaml").read_bytes()

RELAXED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

ANY_CHARACTER = st.characters(codec="utf-8", exclude_characters="\ufdd0\ufdd1")
TRICKY = [
    *("no", "yes", "true", "null", "~", "", "9:30", "00100", "2025-02-01", "1e5", "<<", "😀"),
    *("-", "- a", "a: b", "a:b", " x ", "#", "a #b", "&a", "*a", "!t", "%x", "@x", "?", "? x"),
    *("{", "]", "'", '"', "\\", "|", ">", "...", "---", "yksi\nkaksi\n", "\n", "\tx"),
    *("”x”", "– x", "-\u00a0x", "\u00a0", "x\u00a0", "a:\u00a0b", "soft\u00adhyphen"),
    *("x\u2028y", "\u0085", "\ufeff", "å" * 200, "x " * 200),
]
texts = st.text(ANY_CHARACTER, max_size=12) | st.sampled_from(TRICKY)
decimals = st.decimals(
    allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9), max_value=10**9
)
scalars = texts | st.integers(-(10**30), 10**30) | decimals | st.booleans() | st.none()
trees = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=15,
)
records = st.dictionaries(texts, trees, max_size=5)


def paths(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """All paths of some data, the root first."""
    parts = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    return [path] + [found for key, part in parts for found in paths(part, (*path, key))]


def at(value: Any, path: tuple[str | int, ...]) -> Any:
    for step in path:
        value = value[step]
    return value


def lines_of(text: str) -> list[str]:
    return re.split("\r\n|\n|\r", text)


def offset(text: str, line: int, column: int) -> int:
    starts = [0, *(found.end() for found in re.finditer("\r\n|\n|\r", text))]
    return starts[line - 1] + column - 1


def cut(document: Document, span: Span) -> str:
    text = document.text
    return text[offset(text, span.line, span.column) : offset(text, span.end_line, span.end_column)]


def same(left: Any, right: Any) -> bool:
    """Equal, types included: 1 is not True and not 1.0."""
    if type(left) is not type(right) or left != right:
        return False
    if isinstance(left, dict):
        return list(left) == list(right) and all(same(left[key], right[key]) for key in left)
    return not isinstance(left, list) or all(map(same, left, right))


def check_spans(document: Document) -> None:
    lines = lines_of(document.text)
    for span in [problem.span for problem in document.problems]:
        assert_within(span, lines)
    if document.data is None:
        return
    for path in paths(document.data):
        for find in (document.value_span, document.key_span, document.nearest_span):
            assert_within(find(path), lines)


def assert_within(span: Span, lines: list[str]) -> None:
    assert (1, 1) <= (span.line, span.column) <= (span.end_line, span.end_column)
    assert span.end_line <= len(lines)
    assert span.column <= len(lines[span.line - 1]) + 1
    assert span.end_column <= len(lines[span.end_line - 1]) + 1


@RELAXED
@given(records)
def test_what_is_written_reads_back_the_same_with_its_types(data: dict[str, Any]) -> None:
    document = read(dump(data).encode())
    assert document.problems == ()
    assert same(document.data, data)


@RELAXED
@given(records)
def test_the_text_at_a_place_is_the_value(data: dict[str, Any]) -> None:
    document = read(dump(data).encode())
    for path in paths(document.data):
        value, span = at(document.data, path), document.value_span(path)
        # a block that is cut out loses the indentation of its first line only
        piece = " " * (span.column - 1) + cut(document, span)
        again = read(f"v:\n{piece}\n".replace("\n", "\n ").encode() if piece.strip() else b"v:\n")
        assert same(again.data["v"], value), (path, piece)


@RELAXED
@given(records)
def test_the_text_at_a_key_is_the_key(data: dict[str, Any]) -> None:
    document = read(dump(data).encode())
    for path in paths(document.data):
        if path and isinstance(path[-1], str):
            key = cut(document, document.key_span(path))
            assert list(read(f"? {key}\n: 1\n".encode()).data) == [path[-1]]
        elif path:
            assert document.key_span(path) == document.value_span(path)


@RELAXED
@given(st.binary(max_size=200))
@example(b"\xff\xfea\x00")
@example(b"a: \xc2\x85b")
def test_any_bytes_are_read_without_an_exception(source: bytes) -> None:
    check_spans(read(source))


@RELAXED
@given(st.text("ab:-– \n\t\u00a0\"'[]{},#&*!|>?%@”\u2028\u00ad1\\", max_size=60))
@example("a: &a\n - *a\n")
@example("? \n? \n")
def test_any_text_of_special_signs_is_read_without_an_exception(text: str) -> None:
    document = read(text.encode())
    check_spans(document)
    assert document.data is not None or document.problems
    for problem in document.problems:
        assert not ENGLISH.search(problem.message), problem.message


ENGLISH = re.compile(r"\b(?:found|expected|while|scanning|parsing|mapping|values|the|not|did)\b")


@settings(RELAXED, max_examples=150)
@given(st.data())
def test_a_record_with_a_slip_of_the_finger_is_read_without_an_exception(
    data: st.DataObject,
) -> None:
    text = SPEC.decode()
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.integers(0, len(text)))
        width = data.draw(st.integers(0, 3))
        typed = data.draw(
            st.sampled_from([*"\t\u00a0:-–\"'[]{},#&*!|>?%@”\u2028\u00ad\n \\x", "\n\t", ": "])
        )
        text = text[:place] + typed + text[place + width :]
    started = time.perf_counter()
    document = read(text.encode())
    assert time.perf_counter() - started < 5
    check_spans(document)
    assert document.data is not None or document.problems


@RELAXED
@given(st.integers(0, len(SPEC)), st.binary(min_size=1, max_size=4))
def test_a_damaged_file_is_read_without_an_exception(place: int, damage: bytes) -> None:
    check_spans(read(SPEC[:place] + damage + SPEC[place + len(damage) :]))


@pytest.mark.parametrize(
    "source",
    [
        "[" * 250_000,
        "{a: " * 60_000,
        "- " * 120_000,
        "? " * 120_000,
        "a: " * 80_000,
        "\n" * 250_000 + "a: [",
        "a: |\n" + "\n" * 250_000 + "b",
        " " * 250_000 + "x:",
        "a: " + " " * 250_000 + "b: c",
        "a: '" + "”" * 80_000,
        "a: [" + "”x, " * 40_000,
        "a: {" + "\u00a0b:\u00a0c, " * 20_000,
        "\t- a\n" * 40_000,
        "–\u00a0a\n" * 40_000,
        "a: 1\n" * 50_000,
        "".join(f"k{n}: 1\n" for n in range(12_000)) + "k11999: 2\n" * 10_000,
        "x: &a [*a]\n" * 20_000,
        "a: b: c\n" * 30_000,
        '"' * 250_000,
        "a: " + "\\" * 250_000,
        "{,[" * 80_000,
        "a: x #\u2028" * 20_000,
    ],
    ids=lambda source: repr(source[:12]),
)  # fmt: skip
def test_hostile_files_of_the_largest_size_are_answered_in_seconds(source: str) -> None:
    started = time.perf_counter()
    document = read(source.encode()[: 256 * 1024])
    assert time.perf_counter() - started < 10
    assert document.problems or len(document.data) == 1


def test_decimals_keep_their_digits() -> None:
    assert dump({"a": Decimal("8.50"), "b": Decimal(3)}) == "a: 8.50\nb: 3.0\n"
