"""Where things stand, what may be asked, and what importing costs."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import FrozenInstanceError
from pathlib import Path
from typing import Any

import pytest

from sopimukset.formats.yaml import Document, Span, read

GOOD = Path(__file__).parents[3] / "data" / "yaml" / "good"


def span_text(document: Document, span: Span) -> str:
    lines = document.text.split("\n")[span.line - 1 : span.end_line]
    lines[-1] = lines[-1][: span.end_column - 1]
    return "\n".join(
        [lines[0][span.column - 1 :], *lines[1:]]
        if len(lines) > 1
        else [lines[0][span.column - 1 :]]
    )


def paths(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    parts = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    return [path] + [found for key, part in parts for found in paths(part, (*path, key))]


RECORD = """\
# kommentti
alue: å😀ä   # perässä
kielet: [fi, "sv" ]
kausi:
  alkaen: 2025-02-01

  # väli
  loppu:
teksti: >-
  yksi
  kaksi

lista:
- a: 1
  b: {c: [], 'd e': x}
-
"""


@pytest.fixture
def document() -> Document:
    found = read(RECORD.encode())
    assert found.problems == ()
    return found


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (("alue",), "å😀ä"),
        (("kielet",), '[fi, "sv" ]'),
        (("kielet", 1), '"sv"'),
        (("kausi",), "alkaen: 2025-02-01\n\n  # väli\n  loppu:"),
        (("kausi", "loppu"), ""),
        (("teksti",), ">-\n  yksi\n  kaksi"),
        (("lista", 0), "a: 1\n  b: {c: [], 'd e': x}"),
        (("lista", 0, "b"), "{c: [], 'd e': x}"),
        (("lista", 0, "b", "c"), "[]"),
        (("lista", 1), ""),
    ],
)
def test_a_value_stands_where_it_is_written(document: Document, path: Any, text: str) -> None:
    assert span_text(document, document.value_span(path)) == text


@pytest.mark.parametrize(
    ("path", "text", "line"),
    [
        (("alue",), "alue", 2),
        (("kausi", "loppu"), "loppu", 8),
        (("teksti",), "teksti", 9),
        (("lista",), "lista", 13),
        (("lista", 0, "b", "d e"), "'d e'", 15),
        (("kielet", 0), "fi", 3),
    ],
)
def test_a_key_stands_where_it_is_written(
    document: Document, path: Any, text: str, line: int
) -> None:
    span = document.key_span(path)
    assert (span_text(document, span), span.line) == (text, line)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ((), "# kommentti"),
        (("puuttuu",), "# kommentti"),
        (("alue",), "å😀ä"),
        (("alue", "syvemmällä"), "å😀ä"),
        (("kausi",), "kausi"),
        (("kausi", "puuttuu", 3), "kausi"),
        (("lista", 0, "b", "c", 7), "c"),
        (("lista", 9), "lista"),
        (("lista", -1), "lista"),
        (("lista", 0, "puuttuu"), "a: 1\n  b: {c: [], 'd e': x}"),
    ],
)
def test_the_nearest_place_is_shown_for_what_does_not_exist(
    document: Document, path: Any, text: str
) -> None:
    assert span_text(document, document.nearest_span(path)) == text


def test_a_path_that_does_not_exist_has_no_place(document: Document) -> None:
    for path in (("puuttuu",), ("lista", 2), ("lista", "a"), ("alue", 0), ("kausi", 0)):
        with pytest.raises(KeyError):
            document.value_span(path)
        with pytest.raises(KeyError):
            document.key_span(path)


def test_columns_count_characters_and_lines_end_where_editors_end_them() -> None:
    document = read("å: 😀😀\r\nb: {ö: x}\r\n".encode())
    assert document.value_span(("å",)) == Span(1, 4, 1, 6)
    assert document.value_span(("b", "ö")) == Span(2, 8, 2, 9)
    assert document.line(2) == "b: {ö: x}"


@pytest.mark.parametrize("name", ["record", "typography", "scalars"])
def test_every_place_in_a_record_holds_its_value_and_its_key(name: str) -> None:
    document = read((GOOD / f"{name}.yaml").read_bytes())
    for path in paths(document.data)[1:]:
        span, value = document.value_span(path), document.data
        for step in path:
            value = value[step]
        piece = " " * (span.column - 1) + span_text(document, span)
        ending = "\n" if piece.lstrip()[:1] in ("|", ">") else ""
        again = read(
            f"v:\n{piece}{ending}".replace("\n", "\n ").encode() if piece.strip() else b"v:"
        )
        assert again.data["v"] == value, path
        if isinstance(path[-1], str):
            assert span_text(document, document.key_span(path)).strip("\"'") == path[-1]


def test_places_hold_beside_entries_that_were_refused() -> None:
    document = read(b"a: 1\nal: 2\na: {a: 1}\n1: x\nalue: 3\nb:\n  <<: *x\nc: &x d\n")
    assert document.data == {"a": 1, "al": 2, "alue": 3, "b": {}, "c": "d"}
    assert document.key_span(("alue",)) == Span(5, 1, 5, 5)
    assert document.key_span(("b",)) == Span(6, 1, 6, 2)
    assert document.key_span(("c",)) == Span(8, 1, 8, 2)
    assert document.nearest_span(("b", "x")).line == 6


def test_an_unreadable_document_has_a_first_line_all_the_same() -> None:
    document = read(b"alue: [x\n")
    assert document.data is None
    assert document.nearest_span(("alue",)) == Span(1, 1, 1, 9)
    assert read(b"").nearest_span(()) == Span(1, 1, 1, 1)


def test_a_document_stays_as_it_was_read(document: Document) -> None:
    with pytest.raises(FrozenInstanceError):
        document.data = {}  # type: ignore[misc]


def test_limits_can_be_set() -> None:
    assert read(b"a: {b: {c: 1}}", max_depth=3).problems == ()
    (problem,) = read(b"a: {b: {c: 1}}", max_depth=2).problems
    assert "yli 2" in problem.message
    (problem,) = read(b"a: 1\n" * 500, max_bytes=2048).problems
    assert (problem.kind, problem.message) == (
        "tiedosto",
        "Tiedosto on liian suuri: 3 kt, enintään 2 kt.",
    )


def test_importing_the_package_loads_no_yaml_library() -> None:
    code = (
        "import sys, sopimukset.formats.yaml; "
        "print([name for name in ('yaml', 'ruamel.yaml') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
